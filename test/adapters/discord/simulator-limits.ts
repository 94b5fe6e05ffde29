/** How often Discord may be asked. */
export interface RateLimits {
  /** Messages in one channel, of each kind of request, `within` so many milliseconds. */
  readonly channel: number;
  readonly within: number;
  /** Requests a second, over all. */
  readonly global: number;
}

/** What Discord says of a request that it does, or does not do because it is one too many. */
export interface Count {
  readonly isTooMuch: boolean;
  readonly isGlobal: boolean;
  /** Seconds. */
  readonly wait: number;
  readonly headers: Readonly<Record<string, string>>;
}

interface Window {
  begun: number;
  count: number;
}

/** Counts requests by their bucket and over all, on the clock of those who ask. */
export function createCounter({ channel, within, global }: RateLimits) {
  const windows = new Map<string, Window>();
  const take = (key: string, most: number, length: number): { left: number; rest: number } => {
    const now = Date.now();
    const last = windows.get(key);
    const window = last !== undefined && now < last.begun + length ? last : { begun: now, count: 0 };
    windows.set(key, window);
    window.count++;
    return { left: most - window.count, rest: (window.begun + length - now) / 1_000 };
  };
  return (bucket: string, place: string): Count => {
    const over = take("all", global, 1_000);
    if (over.left < 0) return tooMuch(over.rest, true, {});
    const { left, rest } = take(`${bucket} ${place}`, channel, within);
    const headers = {
      "x-ratelimit-limit": String(channel),
      "x-ratelimit-remaining": String(Math.max(0, left)),
      "x-ratelimit-reset": String(Date.now() / 1_000 + rest),
      "x-ratelimit-reset-after": rest.toFixed(3),
      "x-ratelimit-bucket": bucket,
    };
    return left < 0 ? tooMuch(rest, false, headers) : { isTooMuch: false, isGlobal: false, wait: 0, headers };
  };
}

const tooMuch = (wait: number, isGlobal: boolean, headers: Count["headers"]): Count => ({
  ...{ isTooMuch: true, isGlobal, wait },
  headers: {
    ...headers,
    "retry-after": wait.toFixed(3),
    "x-ratelimit-scope": isGlobal ? "global" : "user",
    ...(isGlobal && { "x-ratelimit-global": "true" }),
  },
});
