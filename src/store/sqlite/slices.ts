import { setTimeout as wait } from "node:timers/promises";

const SLICE = 10; // milliseconds that one transaction works at most, but for its last step and its writing to the disk
const PAUSE = 20; // milliseconds in which others come to write

/** A transaction of the library. */
export type Writing = <T>(work: () => T) => Promise<T>;

/**
 * Goes on with `step` until it says that nothing is left, in short transactions with pauses between them, so that neither other processes
 * nor whoever waits for an answer of this one are held up; ends early where `signal` says so.
 */
export async function inSlices(writing: Writing, step: () => boolean, signal?: AbortSignal): Promise<void> {
  const slice = () => {
    const until = performance.now() + SLICE;
    while (performance.now() < until) if (!step()) return false;
    return true;
  };
  while (!signal?.aborted && (await writing(slice))) await wait(PAUSE);
}
