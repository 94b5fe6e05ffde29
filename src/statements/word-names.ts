import { givenName } from "./cast/given-names.ts";

/** What the tokeniser takes a name for that is also a word: "George Will", "Roy Blunt", "Will Underhay". */
const WORDLIKE: ReadonlySet<string> = new Set(["ADJ", "ADV", "AUX", "INTJ", "NOUN", "VERB"]);
/** What follows no surname that begins a sentence: "Will he go?", "May Day". */
const NOT_AFTER: ReadonlySet<string> = new Set(["DET", "PRON", "PROPN"]);
const TITLE = /^(?:mr|mrs|ms|dr|sir|dame|lord|lady|sen|rep|gov|gen|col|capt|judge|justice|senator|congressman|mayor)\.?$/i;

const isTitleCase = (word: string): boolean => /^\p{Lu}\p{Ll}/u.test(word);

/** Not "Virginia Democratic", "Carson Is", "Clinton Refuses". */
function canBeSurname(word: string, pos: string): boolean {
  if (!isTitleCase(word) || !WORDLIKE.has(pos) || pos === "ADJ") return false;
  if (pos === "AUX") return /^(?:Will|May)$/.test(word);
  return pos !== "VERB" || !/(?:[^s]s|ed)$/.test(word);
}

/** "Will Underhay said", "Will Underhay, who": a name and not a question. */
function tells(words: readonly string[], pos: readonly string[], k: number): boolean {
  if (pos[k + 1] !== "PROPN" || !isTitleCase(words[k + 1]!)) return false;
  const after = words[k + 2] ?? "";
  return pos[k + 2] === "AUX" || /^(?:[,(]|said|says|told|'s|\p{Ll}+ed)$/u.test(after);
}

/**
 * Tags as names those words of a text that are names in it: a word in title case which somewhere follows a given name or a title, or is one
 * before a name, is a name wherever it is in title case. Changes `pos` and `lemmas`, parallel arrays of the tokens; `isFirst` tells a sentence's first token.
 */
export function markNames(words: readonly string[], pos: string[], lemmas: string[], isFirst: (k: number) => boolean): void {
  const names = new Set<string>();
  for (let k = 0; k < words.length; k++) {
    const word = words[k]!;
    if (WORDLIKE.has(pos[k]!) && isTitleCase(word) && givenName(word) !== null && tells(words, pos, k)) {
      names.add(word);
      pos[k] = "PROPN";
    }
    if (k === 0 || pos[k - 1] !== "PROPN" || isFirst(k) || !canBeSurname(word, pos[k]!)) continue;
    const named = TITLE.test(words[k - 1]!) || givenName(words[k - 1]!) !== null;
    // "Virginia May Vote Again" is a headline.
    if (named && !isTitleCase(words[k + 1] ?? "")) names.add(word);
  }
  if (names.size === 0) return;
  for (let k = 0; k < words.length; k++) {
    if (!names.has(words[k]!) || !WORDLIKE.has(pos[k]!) || (isFirst(k) && NOT_AFTER.has(pos[k + 1] ?? ""))) continue;
    pos[k] = "PROPN";
    lemmas[k] = words[k]!.toLowerCase();
  }
}
