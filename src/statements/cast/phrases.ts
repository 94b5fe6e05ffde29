import { createChunker } from "./chunks.ts";
import { parsePhrase } from "./noun-phrase.ts";
import type { Lexicon, Phrase } from "./phrase.ts";
import { TRAIT } from "./word-traits.ts";

/** Every noun phrase of the text in order, possessors before the phrase they stand in; linear in the number of tokens. */
export function readPhrases(lexicon: Lexicon): Phrase[] {
  const { document, classes } = lexicon;
  const { pos } = document;
  const { lower, traits, name, skipped } = classes;
  const count = pos.length;
  const phrases: Phrase[] = [];

  const { opens, starts, chunk } = createChunker(lexicon);

  for (let i = 0; i < count; ) {
    const key = lower[i]!;
    if (skipped[i] === 1 || (traits[i]! & TRAIT.word) === 0) i++;
    else if ((traits[i]! & TRAIT.pronoun) !== 0 && name[i] === 0 && !(key === "one" && pos[i] !== "PRON"))
      phrases.push(pronoun(i++));
    else if (starts(i)) {
      const { end, mark } = chunk(i);
      if (end <= i || (end === i + 1 && opens(i))) {
        if (key === "her" || key === "both" || key === "all" || key === "others") phrases.push(pronoun(i));
        i = Math.max(end, i + 1);
        continue;
      }
      let possessor: Phrase | null = null;
      if (mark > i) {
        possessor = parsePhrase(lexicon, phrases, i, mark, null);
        phrases.push(possessor);
      }
      phrases.push(parsePhrase(lexicon, phrases, i, end, possessor));
      i = end;
    } else i++;
  }
  return phrases;
}

const pronoun = (i: number): Phrase => ({
  start: i,
  end: i + 1,
  kind: "pronoun",
  determiner: "none",
  possessor: null,
  core: i,
  nameStart: -1,
  nameEnd: -1,
  roleStart: i,
  roleEnd: i,
  head: i,
  gender: "u",
  titled: false,
  keptTitle: -1,
  plural: false,
});
