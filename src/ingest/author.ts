import { plainLine } from "./plain-line.ts";

const LONGEST = 300;
const MOST = 20;
/** An e-mail address, in angle brackets or without. */
const ADDRESS = /<?[^\s<>()"@]{1,64}@[^\s<>()"@]{1,190}>?/;

/** The name in "Ana Reyn", "ana@example.org (Ana Reyn)" or "Ana Reyn <ana@example.org>"; null where there is an e-mail or web address alone. */
function authorName(written: string): string | null {
  // Angle brackets are an address's before they are a tag's.
  const line = plainLine(written.slice(0, 4 * LONGEST).replace(ADDRESS, " ")).slice(0, LONGEST);
  const bare = line.startsWith("(") && line.endsWith(")") ? line.slice(1, -1) : line;
  const name = bare.replace("()", "").trim().replace(/^by\s/i, "").trim();
  return name === "" || /^https?:\/\//i.test(name) ? null : name;
}

/** The names, each once, as one line; null where there is none. */
export function authorNames(written: readonly string[]): string | null {
  const names = written
    .slice(0, MOST)
    .map(authorName)
    .filter((name) => name !== null);
  return [...new Set(names)].join(", ") || null;
}
