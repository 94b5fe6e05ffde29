import { isPlace } from "./nationalities.ts";
import type { Lexicon } from "./phrase.ts";
import { isMembers } from "./role-nouns.ts";
import { TRAIT } from "./word-traits.ts";

const LONGEST = 40;
/** What joins two parts of an organisation's name, and what may stand behind "and" in one: "Department of Health and Human Services". */
const JOINS = new Set("of for on".split(" "));
const SECOND_FIELDS = new Set(
  "human trade sport sports education security development industry technology welfare affairs science culture research budget urban social tourism innovation firearms prevention immigration energy fisheries food drug customs border technical medical cultural environmental public consumer protection employment labour labor housing economic ethics policy atmospheric space".split(
    " ",
  ),
);
/** Tells where noun phrases begin and end; every look ahead is bounded. */
export interface Chunker {
  /** Whether a determiner or a possessive pronoun stands at i. */
  opens(i: number): boolean;
  /** Whether a noun phrase can begin at i. */
  starts(i: number): boolean;
  /** End of the chunk that starts at `from`, with the last possessive mark inside it, or -1. */
  chunk(from: number): { end: number; mark: number };
}

export function createChunker({ document, classes }: Lexicon): Chunker {
  const { words, pos, starts, ends, sentenceOf, paragraphOf } = document;
  const { lower, traits, name, skipped } = classes;
  const count = words.length;

  const is = (i: number, trait: number): boolean => (traits[i]! & trait) !== 0;
  const isNoun = (i: number): boolean =>
    name[i] === 1 || pos[i] === "NOUN" || pos[i] === "PROPN" || (pos[i] === "ADJ" && is(i, TRAIT.role)) || lower[i] === "police";
  const isModifier = (i: number): boolean =>
    is(i, TRAIT.word) && !is(i, TRAIT.determiner) && (pos[i] === "ADJ" || pos[i] === "NUM");
  const opens = (i: number): boolean =>
    is(i, TRAIT.determiner | TRAIT.possessive) &&
    name[i] === 0 &&
    !(is(i, TRAIT.demonstrative) && (name[i + 1] === 1 || pos[i] === "SCONJ"));
  const glued = (i: number): boolean => starts[i] === ends[i - 1];
  const particle = (i: number): boolean => is(i, TRAIT.particle) && words[i] !== "I" && words[i] !== "Y";
  /** End of a run of particles at i that leads to a name, else i. */
  const throughParticles = (i: number): number => {
    let j = i;
    while (j < count && j < i + 4 && particle(j) && name[j] === 0) {
      j++;
      if (words[j] === "-" && glued(j)) j++;
    }
    return j > i && j < count && name[j] === 1 && sentenceOf[j] === sentenceOf[i] ? j : i;
  };
  const reduced = (i: number): boolean =>
    pos[i] === "VERB" &&
    (/(?:ed|ing|en)$/.test(lower[i]!) || /^(?:the|an?)$/.test(lower[i - 1] ?? "")) &&
    i + 1 < count &&
    (isNoun(i + 1) || pos[i + 1] === "ADJ");

  /** A sentence that the splitter missed: "no. Minister". */
  const stops = (i: number): boolean => is(i, TRAIT.stopped) && !is(i, TRAIT.honorific | TRAIT.suffix);

  /** End of a nickname in marks that stands at i inside a name, else i; a mark glued to the word before opens none. */
  const throughNickname = (i: number, limit: number): number => {
    if (glued(i) || !/^["'(]$/.test(words[i]!)) return i;
    let j = i + 1;
    while (j < i + 4 && j < limit && (name[j] === 1 || lower[j] === "the")) j++;
    const closed = j > i + 1 && /^["')]$/.test(words[j] ?? "") && glued(j) && (words[i] !== "(" || j === i + 2);
    return closed && name[j + 1] === 1 && sentenceOf[j + 1] === sentenceOf[i] ? j + 1 : i;
  };

  /** Whether something owned follows the possessive mark at i. */
  const owns = (i: number, from: number, limit: number): boolean =>
    i + 1 < limit &&
    sentenceOf[i + 1] === sentenceOf[from] &&
    pos[i] !== "AUX" &&
    (isNoun(i + 1) || isModifier(i + 1) || reduced(i + 1));

  /** Whether the possessive mark at i is part of an organisation's name: "the Teachers' Union", "Russia's Supreme Court". */
  const inOrganisation = (i: number, limit: number): boolean => {
    let j = i + 1;
    while (j < limit && name[j] === 1) j++;
    const owner = lower[i - 1]!;
    return name[i - 1] === 1 && j > i + 1 && is(j - 1, TRAIT.organisation) && (isMembers(owner) || isPlace(owner));
  };

  /** First token of the next part of an organisation's name ("of the" in "Bank of the North"), else i. */
  const throughJoin = (i: number, from: number, limit: number): number => {
    const next = lower[i + 1] === "the" ? i + 2 : i + 1;
    if (next >= limit || name[next] !== 1) return i;
    if (JOINS.has(lower[i]!)) return is(i - 1, TRAIT.organisation) ? next : i;
    if (lower[i] !== "and" || next !== i + 1 || !SECOND_FIELDS.has(lower[next]!)) return i;
    for (let k = i - 1; k > from; k--) if (is(k, TRAIT.organisation)) return next;
    return i;
  };

  /** Whether a word of REPORTS at i is one there: behind a noun, and not before another verb. */
  const isVerb = (i: number, afterName: boolean): boolean => {
    if (!afterName && pos[i - 1] !== "NOUN" && pos[i - 1] !== "PROPN") return false;
    return pos[i + 1] !== "VERB" && pos[i + 1] !== "AUX" && lower[i + 1] !== "of";
  };

  /** First token behind what carries a name or a compound on at i (particle, "of the", hyphen, "&", nickname, ", Jr."), else i. */
  const carriesOn = (i: number, from: number, limit: number, begun: boolean): number => {
    const word = words[i]!;
    const afterName = i > from && name[i - 1] === 1;
    if (afterName && begun) {
      const joined = throughJoin(i, from, limit);
      if (joined > i) return joined;
    }
    const through = afterName || !begun ? throughParticles(i) : i;
    if (through > i) return through;
    const hyphen = (word === "-" || word === "‑") && i > from && glued(i);
    if (hyphen && i + 1 < limit && glued(i + 1) && is(i + 1, TRAIT.word)) return i + 2;
    if (!afterName) return i;
    if (word === "&" && name[i + 1] === 1) return i + 1;
    if (word === "," && is(i + 1, TRAIT.suffix) && name[i + 1] === 1) return i + 2;
    return throughNickname(i, limit);
  };

  /** Whether the noun or modifier at i is one more word of the chunk. */
  const belongs = (i: number, from: number, limit: number, begun: boolean): boolean => {
    const afterName = i > from && name[i - 1] === 1;
    const afresh = !begun || is(i - 1, TRAIT.mark);
    if (isNoun(i)) return is(i, TRAIT.word) && !(is(i, TRAIT.reports) && isVerb(i, afterName));
    if (isModifier(i)) {
      const linked = i + 1 < limit && isNoun(i + 1) && !(afterName && (pos[i] === "NUM" || is(i, TRAIT.noLink)));
      return afresh || lower[i - 1] === "-" || linked;
    }
    return afresh && (reduced(i) || (pos[i] === "ADV" && i > from && pos[i + 1] === "ADJ"));
  };

  const chunk = (from: number): { end: number; mark: number } => {
    let i = from;
    let mark = -1;
    let begun = false;
    while (i < count && i < from + 3 && opens(i)) i++;
    const limit = Math.min(count, from + LONGEST);
    while (i < limit && sentenceOf[i] === sentenceOf[from] && paragraphOf[i] === paragraphOf[from] && skipped[i] === 0) {
      if (i > from && stops(i - 1)) break;
      const behind = name[i] === 1 ? i + 1 : carriesOn(i, from, limit, begun);
      if (behind > i) {
        i = behind;
        begun = true;
      } else if (begun && is(i, TRAIT.mark) && owns(i, from, limit)) {
        if (!inOrganisation(i, limit)) mark = i;
        i++;
      } else if (belongs(i, from, limit, begun)) {
        begun ||= isNoun(i);
        i++;
      } else break;
    }
    return { end: i, mark };
  };

  return { opens, chunk, starts: (i) => name[i] === 1 || opens(i) || isNoun(i) || isModifier(i) || throughParticles(i) > i };
}
