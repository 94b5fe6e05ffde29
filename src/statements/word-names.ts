import { TRAIT } from "./cast/word-traits.ts";
import { describeWord, type Word } from "./words.ts";

/** What the tokeniser takes a name for that is also a word: "Martin Will", "Paul Blunt", "Will Underhay". */
const WORDLIKE: ReadonlySet<string> = new Set(["ADJ", "ADV", "AUX", "INTJ", "NOUN", "VERB"]);
/** What follows no surname that begins a sentence: "Will he go?", "May Day". */
const NOT_AFTER: ReadonlySet<string> = new Set(["DET", "PRON", "PROPN"]);
const TITLE = /^(?:mr|mrs|ms|dr|sir|dame|lord|lady|sen|rep|gov|gen|col|capt|judge|justice|senator|congressman|mayor)\.?$/i;

const isTitleCase = (word: string): boolean => /^\p{Lu}\p{Ll}/u.test(word);

const isGiven = ({ traits }: Word): boolean => (traits & TRAIT.given) !== 0;

/** Not "Augusta Democratic", "Marlon Is", "Preston Refuses". */
function canBeSurname({ value, tag }: Word): boolean {
  if (!WORDLIKE.has(tag) || tag === "ADJ" || !isTitleCase(value)) return false;
  if (tag === "AUX") return /^(?:Will|May)$/.test(value);
  return tag !== "VERB" || !/(?:[^s]s|ed)$/.test(value);
}

/** "Will Underhay said", "Will Underhay, who": a name and not a question. */
function leadsName(tokens: readonly Word[], k: number): boolean {
  const { tag } = tokens[k]!;
  const next = tokens[k + 1];
  if (!WORDLIKE.has(tag) || next?.tag !== "PROPN" || !isGiven(tokens[k]!) || !isTitleCase(next.value)) return false;
  const after = tokens[k + 2];
  return after?.tag === "AUX" || /^(?:[,(]|said|says|told|'s|\p{Ll}+ed)$/u.test(after?.value ?? "");
}

/** Words as the names that they were taken for. */
const names = new WeakMap<Word, Word>();

/** The same word as a name, which it is here whatever else it can be. */
function asName(word: Word): Word {
  const name = names.get(word) ?? describeWord(word, word.small, "PROPN", word.traits & ~(TRAIT.notName | TRAIT.calendar));
  names.set(word, name);
  return name;
}

/**
 * Tags as names those words of a text that are names in it: a word in title case which somewhere follows a given name or a title, or is one
 * before a name, is a name wherever it is in title case. Changes `tokens`; `isFirst` tells a sentence's first token.
 */
export function markNames(tokens: Word[], isFirst: (k: number) => boolean): void {
  const found = new Set<string>();
  for (let k = 0; k < tokens.length; k++) {
    const word = tokens[k]!;
    if (!word.capital) continue;
    if (leadsName(tokens, k)) {
      found.add(word.value);
      tokens[k] = asName(word);
    }
    const before = tokens[k - 1];
    if (before?.tag !== "PROPN" || isFirst(k) || !canBeSurname(tokens[k]!)) continue;
    const named = isGiven(before) || TITLE.test(before.value);
    // "Virginia May Vote Again" is a headline.
    if (named && !isTitleCase(tokens[k + 1]?.value ?? "")) found.add(word.value);
  }
  if (found.size === 0) return;
  for (let k = 0; k < tokens.length; k++) {
    const word = tokens[k]!;
    const isName = word.capital && found.has(word.value) && WORDLIKE.has(word.tag);
    if (isName && !(isFirst(k) && NOT_AFTER.has(tokens[k + 1]?.tag ?? ""))) tokens[k] = asName(word);
  }
}
