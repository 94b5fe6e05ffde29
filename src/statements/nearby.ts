import type { Report } from "./report.ts";

/** Where a report stands in the text. */
type Told = Pick<Report, "cue" | "content">;

const CELL = 400; // characters

/** Finds the reports whose content or cue lies near another's, in time that does not grow with their number. */
export function createIndex<T extends Told>(reports: readonly T[]): (near: Told) => T[] {
  const cells = new Map<number, T[]>();
  const cellsOf = ({ cue, content }: Told): Set<number> => {
    const found = new Set<number>();
    for (const { start, end } of cue ? [cue, ...content] : content) {
      for (let cell = Math.floor(start / CELL); cell <= Math.floor(end / CELL); cell++) found.add(cell);
    }
    return found;
  };
  for (const report of reports) {
    for (const cell of cellsOf(report)) {
      const known = cells.get(cell);
      if (known) known.push(report);
      else cells.set(cell, [report]);
    }
  }
  return (near) => {
    const found = new Set<T>();
    for (const cell of cellsOf(near)) for (const report of cells.get(cell) ?? []) found.add(report);
    return [...found];
  };
}
