import { createHash } from "node:crypto";

const CONSONANTS = "bdfgklmnprstvz";
const VOWELS = "aeiou";

/** A word that whoever means it types before all of a workspace is removed: "kavolu". The same every time, and another's is another. */
export function confirmationWord(workspace: string): string {
  const bytes = createHash("sha256").update(`forget ${workspace}`).digest();
  const letter = (letters: string, k: number) => letters[bytes[k]! % letters.length]!;
  return [0, 2, 4].map((k) => letter(CONSONANTS, k) + letter(VOWELS, k + 1)).join("");
}
