import type { Time } from "./time.ts";

const KEPT = 15 * 60_000; // milliseconds: Slack delivers an event that was not acknowledged once more after 5 minutes at the latest
const MOST = 10_000;

export interface Seen {
  /** Whether this comes for the first time; from then on it has been seen. */
  isNew(key: string): boolean;
  forget(key: string): void;
}

/** What was delivered lately, so that nothing that comes twice is acted on twice. */
export function createSeen({ now }: Pick<Time, "now">): Seen {
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
