const LIFE = 15 * 60_000; // milliseconds: as long as Discord takes answers to an interaction
const MOST = 10_000; // ids: more than come in that time, and a megabyte at most

/** Which interactions have come before: Discord may hand one over twice, above all when a connection is resumed. */
export interface Seen {
  /** True the first time that an id is asked about, false from then on. */
  isNew(id: string, now: Date): boolean;
}

export function createSeen(): Seen {
  const times = new Map<string, number>(); // oldest first
  return {
    isNew(id, now) {
      if (times.has(id)) return false;
      times.set(id, now.getTime());
      for (const [oldest, time] of times) {
        if (times.size <= MOST && now.getTime() - time < LIFE) break;
        times.delete(oldest);
      }
      return true;
    },
  };
}
