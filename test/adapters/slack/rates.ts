/** How often Slack lets itself be asked: by method and minute (docs.slack.dev, rate limits; its tiers are 1, 20, 50 and 100). */
const RATES = {
  "chat.postMessage": 300, // "several hundred" over all channels
  "chat.postEphemeral": 100,
  "users.info": 100,
  "views.open": 100,
  "views.publish": 100,
  "conversations.history": 50,
  "conversations.replies": 50,
  "conversations.open": 50,
} as const;

const MINUTE = 60_000; // milliseconds

/** Counts calls in the last minute; how many seconds a caller must wait who asks too often, 0 where they need not. */
export function createRates(now: () => number) {
  const perMinute: Record<string, number> = { ...RATES };
  const calls = new Map<string, number[]>();
  return {
    /** By method; what is not named is not counted. */
    perMinute,
    take(method: string): number {
      const most = perMinute[method];
      if (most === undefined) return 0;
      const times = (calls.get(method) ?? []).filter((at) => at > now() - MINUTE);
      calls.set(method, times);
      if (times.length >= most) return Math.max(1, Math.ceil((times[0]! + MINUTE - now()) / 1_000));
      times.push(now());
      return 0;
    },
  };
}
