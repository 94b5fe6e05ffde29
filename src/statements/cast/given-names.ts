import { readFileSync } from "node:fs";

/** What a word tells about the sex of a person; "u" where it tells nothing. */
export type Gender = "m" | "f" | "u";

/** given-names.txt beside this file: its head names the sources. */
const genders = new Map<string, Gender>();
for (const line of readFileSync(new URL("given-names.txt", import.meta.url), "utf8").split("\n")) {
  const key = line[0];
  if (key === "m" || key === "f" || key === "u") for (const name of line.slice(2).split(" ")) genders.set(name, key);
}

/** In lower case and without accents. */
export const plain = (name: string): string =>
  (/[^\p{ASCII}]/u.test(name) ? name.normalize("NFD").replace(/\p{M}/gu, "") : name).toLowerCase();

/** The gender of a given name ("Jean-Claude" counts as its first part), or null where it is not known as one. */
export function givenName(word: string): Gender | null {
  const lower = plain(word);
  return genders.get(lower) ?? (lower.includes("-") ? genders.get(lower.split("-", 1)[0]!) : null) ?? null;
}
