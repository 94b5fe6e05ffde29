/** Lets one request a host go out at a time, and a few in all; whoever has a turn must not wait for another's. */
export interface Hosts {
  /** Does some work that asks the host of an address, when its turn has come. */
  use<T>(address: string, work: () => Promise<T>): Promise<T>;
  /** Remembers that a host asked to be left alone until then. */
  pause(address: string, until: Date): void;
  isPaused(address: string, now: Date): boolean;
}

/** What is no address is refused by whoever asks it. */
const hostOf = (address: string): string => URL.parse(address)?.hostname ?? address;

export function createHosts(atOnce: number): Hosts {
  const last = new Map<string, Promise<void>>();
  const pauses = new Map<string, Date>();
  const waiting: (() => void)[] = [];
  let free = atOnce;

  async function takePlace(): Promise<void> {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  }
  function givePlace(): void {
    const next = waiting.shift();
    if (next) next();
    else free++;
  }

  return {
    async use(address, work) {
      const host = hostOf(address);
      const before = last.get(host);
      const { promise: done, resolve: finish } = Promise.withResolvers<void>();
      last.set(host, done);
      await before;
      await takePlace();
      try {
        return await work();
      } finally {
        givePlace();
        finish();
        if (last.get(host) === done) last.delete(host);
      }
    },
    pause: (address, until) => void pauses.set(hostOf(address), until),
    isPaused(address, now) {
      const until = pauses.get(hostOf(address));
      if (until === undefined || until > now) return until !== undefined;
      pauses.delete(hostOf(address));
      return false;
    },
  };
}
