import type { Document } from "../document.ts";
import type { Gender } from "./given-names.ts";
import { isOrganisationWord } from "./groups.ts";
import { honorific, PARTICLES, SUFFIXES } from "./honorifics.ts";
import { parsePhrase } from "./phrase-core.ts";
import { isRoleNoun } from "./role-nouns.ts";
import type { WordClasses } from "./word-classes.ts";

/** What a noun phrase is about; "unknown" is a name that could be a person's or a thing's. */
export type PhraseKind = "person" | "people" | "organisation" | "group" | "document" | "place" | "unknown" | "thing" | "pronoun";

/** A noun phrase; all numbers are of tokens, ranges half-open. */
export interface Phrase {
  start: number;
  end: number;
  kind: PhraseKind;
  determiner: "the" | "a" | "his" | "none";
  /** The phrase before 's, or null. */
  possessor: Phrase | null;
  /** First token behind determiner and possessor. */
  core: number;
  /** The person's or organisation's own name, without titles; -1 where it has none. */
  nameStart: number;
  nameEnd: number;
  /** Words before the name that tell a role; empty range where none. */
  roleStart: number;
  roleEnd: number;
  /** The noun that the phrase is about. */
  head: number;
  gender: Gender;
  /** A courtesy title or a kept title stands before the name. */
  titled: boolean;
  /** Kept before a single name: "Pope". */
  keptTitle: number;
  plural: boolean;
}

export interface Lexicon {
  readonly document: Document;
  readonly classes: WordClasses;
}

const LONGEST = 40;
const DETERMINERS = new Set("the a an this that these those both each every some any no another all either neither".split(" "));
const POSSESSIVES = new Set("his her its their my our your whose".split(" "));
/** Words that the tagger takes for nouns and that are verbs behind a name or a noun, unless a verb follows them. */
const VERBS = new Set(
  (
    "says claims reports notes comments remarks plans demands states vows warns hopes thinks wants calls tells adds asks argues insists urges believes tweets " +
    "writes warned hails lauds blasts slams cautions echoed hailed praised shows show finds rules estimates estimate suggests claim report state demand note concludes"
  ).split(" "),
);
/** Adjectives that begin something new behind a name: "Smith last week". */
const NO_LINKS = new Set("last next early late earlier later due able likely unlikely sure ready certain first second third same more most many several other such own few much".split(" "));
/** What joins two parts of an organisation's name, and what may stand behind "and" in one: "Department of Health and Human Services". */
const JOINS = new Set("of for on".split(" "));
const SECOND_FIELDS = new Set(
  "human trade sport sports education security development industry technology welfare affairs science culture research budget urban social tourism innovation firearms prevention immigration energy fisheries food drug customs border technical medical cultural environmental public consumer protection employment labour labor housing economic ethics policy atmospheric space".split(
    " ",
  ),
);
const PRONOUNS = new Set("i he she they it we you him them who someone somebody everyone one himself herself themselves".split(" "));

/** Every noun phrase of the text in order, possessors before the phrase they stand in; linear in the number of tokens. */
export function readPhrases(lexicon: Lexicon): Phrase[] {
  const { document, classes } = lexicon;
  const { words, pos, starts, ends, sentenceOf, paragraphOf } = document;
  const { lower, name, skipped } = classes;
  const count = words.length;
  const phrases: Phrase[] = [];

  const isNoun = (i: number): boolean =>
    name[i] === 1 || pos[i] === "NOUN" || pos[i] === "PROPN" || (pos[i] === "ADJ" && isRoleNoun(lower[i]!)) || lower[i] === "police";
  const isModifier = (i: number): boolean =>
    (pos[i] === "ADJ" || pos[i] === "NUM") && /^[\p{L}\d]/u.test(words[i]!) && !DETERMINERS.has(lower[i]!);
  const opens = (i: number): boolean =>
    name[i] === 0 && (DETERMINERS.has(lower[i]!) || POSSESSIVES.has(lower[i]!)) && !(/^(?:that|this|these|those)$/.test(lower[i]!) && (name[i + 1] === 1 || pos[i] === "SCONJ"));
  const glued = (i: number): boolean => starts[i] === ends[i - 1];
  const particle = (i: number): boolean => PARTICLES.has(lower[i]!) && words[i] !== "I" && words[i] !== "Y";
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
    /(?:ed|ing|en)$/.test(lower[i]!) && pos[i] === "VERB" && i + 1 < count && (isNoun(i + 1) || pos[i + 1] === "ADJ");

  /** A sentence that the splitter missed: "no. Minister". */
  const stops = (i: number): boolean => /^\p{Ll}{2,}\.$/u.test(words[i]!) && honorific(lower[i]!) === undefined && !SUFFIXES.has(lower[i]!);

  /** End of a nickname in marks that stands at i inside a name, else i. */
  const throughNickname = (i: number, limit: number): number => {
    let j = i + 1;
    while (j < i + 4 && j < limit && name[j] === 1) j++;
    const closed = j > i + 1 && /^["')]$/.test(words[j] ?? "") && (words[i] !== "(" || j === i + 2);
    return closed && name[j + 1] === 1 && sentenceOf[j + 1] === sentenceOf[i] ? j + 1 : i;
  };

  /** First token of the next part of an organisation's name ("of the" in "Bank of the North"), else i. */
  const throughJoin = (i: number, from: number, limit: number): number => {
    const next = lower[i + 1] === "the" ? i + 2 : i + 1;
    if (next >= limit || name[next] !== 1) return i;
    if (JOINS.has(lower[i]!)) return isOrganisationWord(lower[i - 1]!) ? next : i;
    if (lower[i] !== "and" || next !== i + 1 || !SECOND_FIELDS.has(lower[next]!)) return i;
    for (let k = i - 1; k > from; k--) if (isOrganisationWord(lower[k]!)) return next;
    return i;
  };

  /** Whether a word of VERBS at i is one there: behind a noun, and not before another verb. */
  const isVerb = (i: number, afterName: boolean): boolean => {
    if (!afterName && pos[i - 1] !== "NOUN" && pos[i - 1] !== "PROPN") return false;
    return pos[i + 1] !== "VERB" && pos[i + 1] !== "AUX" && lower[i + 1] !== "of";
  };

  /** End of the chunk that starts at `from`, with the last possessive mark inside it. */
  const chunk = (from: number): { end: number; mark: number } => {
    let i = from;
    let mark = -1;
    let nouns = 0;
    while (i < count && i < from + 3 && opens(i)) i++;
    const determined = i > from;
    const limit = Math.min(count, from + LONGEST);
    while (i < limit && sentenceOf[i] === sentenceOf[from] && paragraphOf[i] === paragraphOf[from] && skipped[i] === 0) {
      const word = words[i]!;
      const afterName = i > from && name[i - 1] === 1;
      if (i > from && stops(i - 1)) break;
      if (name[i] === 1) {
        i++;
        nouns++;
        continue;
      }
      const joined = afterName && nouns > 0 ? throughJoin(i, from, limit) : i;
      if (joined > i) {
        i = joined;
        continue;
      }
      const through = throughParticles(i);
      if (through > i && (afterName || nouns === 0)) {
        i = through;
        continue;
      }
      if (/^(?:-|‑)$/.test(word) && i > from && glued(i) && i + 1 < limit && glued(i + 1) && /^[\p{L}\d]/u.test(words[i + 1]!)) {
        i += 2;
        nouns++;
        continue;
      }
      if (word === "&" && afterName && name[i + 1] === 1) {
        i++;
        continue;
      }
      if ((word === "'s" || word === "'" || word === "'S") && nouns > 0) {
        const next = i + 1;
        const owns = next < limit && sentenceOf[next] === sentenceOf[from] && pos[i] !== "AUX";
        if (owns && (isNoun(next) || isModifier(next) || reduced(next))) {
          mark = i;
          i++;
          continue;
        }
      }
      if ((word === '"' || word === "'" || word === "(") && afterName) {
        const behind = throughNickname(i, limit);
        if (behind === i) break;
        i = behind;
        continue;
      }
      if (word === "," && afterName && SUFFIXES.has(lower[i + 1] ?? "") && name[i + 1] === 1) {
        i += 2;
        continue;
      }
      if (isNoun(i)) {
        if (!/^[\p{L}\d]/u.test(word) || (VERBS.has(lower[i]!) && isVerb(i, afterName))) break;
        i++;
        nouns++;
        continue;
      }
      if (isModifier(i)) {
        const inside = nouns === 0 || lower[i - 1] === "'s" || lower[i - 1] === "-" || (i + 1 < limit && isNoun(i + 1) && !(afterName && (pos[i] === "NUM" || NO_LINKS.has(lower[i]!))));
        if (!inside) break;
        i++;
        continue;
      }
      if (nouns === 0 && (reduced(i) || (pos[i] === "ADV" && (determined || i > from) && pos[i + 1] === "ADJ"))) {
        i++;
        continue;
      }
      break;
    }
    return { end: i, mark };
  };

  for (let i = 0; i < count; ) {
    const key = lower[i]!;
    if (skipped[i] === 1 || !/^[\p{L}\d]/u.test(words[i]!)) i++;
    else if (PRONOUNS.has(key) && name[i] === 0 && !(key === "one" && pos[i] !== "PRON")) phrases.push(pronoun(i++));
    else if (name[i] === 1 || opens(i) || isNoun(i) || isModifier(i) || throughParticles(i) > i) {
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
