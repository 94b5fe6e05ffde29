import { setImmediate } from "node:timers/promises";

/**
 * Lets everything that waits go first: commands are answered while a digest is composed. The library may change meanwhile, so what was read
 * before must still be good after.
 */
export const giveWay = (): Promise<void> => setImmediate();
