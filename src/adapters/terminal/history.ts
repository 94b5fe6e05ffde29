import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { plainLine } from "../../chat/plain.ts";
import { LIMITS } from "./page.ts";

/** What was typed in earlier sessions, newest first; a file that cannot be used costs nothing but the history. */
export interface History {
  readonly lines: string[];
  add(line: string): void;
}

/** One line a line in `file`, oldest first, readable by its owner alone; without a file nothing outlives the session. */
export function openHistory(file: string | undefined): History {
  if (file === undefined) return { lines: [], add: () => {} };
  const lines = quietly(() => readFileSync(file, "utf8").split("\n").map(plainLine).filter(usable)) ?? [];
  const kept = lines.slice(-LIMITS.history);
  if (lines.length > 2 * LIMITS.history) quietly(() => writeFileSync(file, kept.map((line) => `${line}\n`).join(""), PRIVATE));
  return {
    lines: kept.reverse(),
    add: (line) => {
      if (usable(line.trim())) quietly(() => appendFileSync(file, `${line.trim()}\n`, PRIVATE));
    },
  };
}

const PRIVATE = { mode: 0o600 } as const;

const usable = (line: string) => line !== "" && line.length <= LIMITS.typed;

function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
