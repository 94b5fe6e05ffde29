import { plainLine } from "./plain-line.ts";

const ADDRESS = /[^\s<>()"]{1,64}@[^\s<>()"]{1,190}/;

/** The name in "Ana Reyn", "ana@example.org (Ana Reyn)" or "Ana Reyn <ana@example.org>"; null where there is an e-mail or web address alone. */
function authorName(written: string): string | null {
  const line = plainLine(written.replace(/<([^<>\s]{1,64}@[^<>\s]{1,190})>/, "$1")).slice(0, 300);
  const name = line
    .replace(ADDRESS, " ")
    .replace(/^\s*\(\s*(.*?)\s*\)\s*$/, "$1")
    .replace(/\(\s*\)/, "")
    .replace(/^by\s+/i, "")
    .trim();
  return name === "" || /^https?:\/\//i.test(name) ? null : name;
}

/** The names, each once, as one line; null where there is none. */
export function authorNames(written: readonly string[]): string | null {
  const names = written
    .slice(0, 20)
    .map(authorName)
    .filter((name) => name !== null);
  return [...new Set(names)].join(", ") || null;
}
