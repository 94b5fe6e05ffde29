import { givenName } from "./cast/given-names.ts";

/** What the tokeniser takes a surname for that is also a word: "George Will", "Roy Blunt", "Theresa May". */
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

/**
 * Tags as names those words of a text that are surnames in it: a word in title case which somewhere follows a given name or a title is one
 * wherever it is in title case. Changes `pos` and `lemmas`, parallel arrays of the tokens; `isFirst` tells a sentence's first token.
 */
export function markSurnames(words: readonly string[], pos: string[], lemmas: string[], isFirst: (k: number) => boolean): void {
  const surnames = new Set<string>();
  for (let k = 1; k < words.length; k++) {
    if (pos[k - 1] !== "PROPN" || isFirst(k) || !canBeSurname(words[k]!, pos[k]!)) continue;
    const named = TITLE.test(words[k - 1]!) || givenName(words[k - 1]!) !== null;
    // "Virginia May Vote Again" is a headline.
    if (named && !isTitleCase(words[k + 1] ?? "")) surnames.add(words[k]!);
  }
  if (surnames.size === 0) return;
  for (let k = 0; k < words.length; k++) {
    if (!surnames.has(words[k]!) || !WORDLIKE.has(pos[k]!) || (isFirst(k) && NOT_AFTER.has(pos[k + 1] ?? ""))) continue;
    pos[k] = "PROPN";
    lemmas[k] = words[k]!.toLowerCase();
  }
}
