/** Milliseconds: Slack delivers once more after 5 minutes at the latest, Discord takes answers for 15. */
const KEPT = 15 * 60_000;
const MOST = 10_000; // keys: more than come in that time, and a megabyte at most

export interface Seen {
  /** Whether this comes for the first time; from then on it has been seen. */
  isNew(key: string): boolean;
  forget(key: string): void;
}

/** What was delivered lately, so that nothing that comes twice is acted on twice; `now` in milliseconds. */
export function createSeen(now: () => number): Seen {
  const until = new Map<string, number>();
  return {
    isNew(key) {
      const at = now();
      for (const [oldest, end] of until) {
        if (end > at && until.size < MOST) break;
        until.delete(oldest);
      }
      if (until.has(key)) return false;
      until.set(key, at + KEPT);
      return true;
    },
    forget: (key) => void until.delete(key),
  };
}
