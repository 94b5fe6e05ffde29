import { foldNames } from "./terms.ts";

/** Whether an outlet's name has every word of this one, in full or as a beginning; nothing is named by no word. */
export function isNamed(name: string, asked: string): boolean {
  const wanted = foldNames(asked).split(" ").filter(Boolean);
  const words = foldNames(name).split(" ");
  return wanted.length > 0 && wanted.every((word) => words.some((each) => each.startsWith(word)));
}
