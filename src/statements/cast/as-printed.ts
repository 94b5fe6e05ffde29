import type { Speaker } from "../../model.ts";
import { CALENDAR } from "../calendar.ts";
import type { Reading } from "./mentions.ts";
import type { Phrase } from "./phrase.ts";

/** Words that tie to a source what tells it apart: "an official of the mission", "two people close to the talks". */
const TIES = /^(?:of|for|from|with|inside|within)$/;
/** Of these, what follows tells where or on whose side the source is only where it is something known: not "in a statement", "on condition". */
const PLACE_TIES = /^(?:in|on|at|near)$/;
const ADJECTIVES = /^(?:familiar|close|briefed|involved)$/;
const MOST_TIES = 4;

/** Tells unnamed sources in the words of the article. */
export interface Printer {
  text(from: number, to: number): string;
  /** Tokens [from, to) as they stand, or phrase n with its "his" replaced by whom it means; null where that is not known. */
  asPrinted(phrase: Phrase, n: number, to: number): Speaker | null;
  /** End of an unnamed source with what tells it apart. */
  reach(phrase: Phrase): number;
  /** Where a source that ends with token `to` ends without a clause (", who ...") or a participle ("seen by ..."). */
  withoutClause(phrase: Phrase, to: number): number;
}

export function createPrinter({ lexicon, phrases, phraseAt, owners }: Reading): Printer {
  const { document, classes } = lexicon;
  const { words, pos, lemmas, starts, ends, sentenceOf } = document;
  const { lower, name } = classes;

  const text = (from: number, to: number): string =>
    to > from ? document.text.slice(starts[from]!, ends[to - 1]!).replace(/\s+/g, " ") : "";

  const dated = ({ start, end }: Phrase): boolean => lower.slice(start, end).some((word) => CALENDAR.has(word));
  const known = ({ kind, determiner, nameStart }: Phrase): boolean =>
    nameStart >= 0 ||
    kind === "group" ||
    kind === "people" ||
    (kind !== "document" && (determiner === "the" || determiner === "his"));

  const reach = (phrase: Phrase): number => {
    let { end } = phrase;
    for (let steps = 0; steps < MOST_TIES; steps++) {
      const tie = ADJECTIVES.test(lower[end] ?? "") ? end + 1 : end;
      const next = phrases[phraseAt[tie + 1] ?? -1];
      if (!next || next.start > tie + 1 || sentenceOf[tie + 1] !== sentenceOf[phrase.head] || dated(next)) break;
      const tied = tie > end ? /^(?:with|to|on|in)$/.test(lower[tie]!) : PLACE_TIES.test(lower[tie]!) && known(next);
      if (!tied && !TIES.test(lower[tie]!)) break;
      end = next.end;
    }
    return end;
  };

  const asPrinted = (phrase: Phrase, n: number, to: number): Speaker | null => {
    if (phrase.determiner === "his") {
      const owner = owners.get(n);
      if (!owner || owner.words.length === 0) return null;
      return { name: `${owner.name}${owner.name.endsWith("s") ? "’" : "’s"} ${text(phrase.core, to)}`, role: null };
    }
    const { start } = phrase;
    const printed = text(start, to);
    const opens = start === 0 || sentenceOf[start - 1] !== sentenceOf[start] || /^["':(]$/.test(words[start - 1]!);
    const small = opens && name[start] === 0 && !/^\p{Lu}{2}/u.test(printed);
    return printed === "" ? null : { name: small ? printed[0]!.toLowerCase() + printed.slice(1) : printed, role: null };
  };

  /** Whether a participle at i follows its noun; one before a noun ("registered voters") or a noun taken for a verb ("exit polling") does not. */
  const participle = (i: number): boolean =>
    pos[i] === "VERB" &&
    !ADJECTIVES.test(lower[i]!) &&
    (lemmas[i] !== lower[i] || lower[i + 1] === "by") &&
    !lower[i]!.endsWith("s") &&
    name[i] === 0 &&
    /^(?:NOUN|PROPN|PRON)$/.test(pos[i - 1]!) &&
    !/^(?:NOUN|VERB)$/.test(pos[i + 1] ?? "");

  const withoutClause = ({ end }: Phrase, to: number): number => {
    for (let i = end; i < to; i++) {
      if (words[i] === "," || /^(?:who|which|whose|that)$/.test(lower[i]!)) return i;
      if (participle(i) || (/^(?:i|you|he|she|it|we|they)$/.test(lower[i]!) && /^(?:NOUN|PROPN)$/.test(pos[i - 1]!))) return i;
    }
    return Math.max(end, to);
  };

  return { text, asPrinted, reach, withoutClause };
}
