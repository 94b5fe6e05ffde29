/** Prints one line of a measurement. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** The smallest value that `share` percent of the values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((share / 100) * sorted.length) - 1)] ?? Number.NaN;
}

/** The same numbers in [0, 1) for the same seed (mulberry32, T. Ettinger 2017), so that runs compare. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * The most memory this process has held, in kB. Linux counts what a process was forked from into `maxRSS`, so its own high-water mark is
 * read where there is one (proc(5)). It uses nothing from outside itself: see `PEAK`.
 */
export function peakKilobytes(): number {
  const { readFileSync } = process.getBuiltinModule("node:fs");
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

/** The same as an expression, for programs that are not ours. */
export const PEAK = `(${peakKilobytes})()`;
