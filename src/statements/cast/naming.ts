import type { Span, Speaker } from "../../model.ts";
import { firstIndex } from "../bisect.ts";
import { PRONOUNS } from "./antecedents.ts";
import { createPrinter } from "./as-printed.ts";
import type { Reading } from "./mentions.ts";
import { nameKey, namesakes } from "./namesakes.ts";
import { type Entity, nameWords } from "./people.ts";
import type { Phrase } from "./phrase.ts";
import { chosenRole } from "./roles.ts";

/** Who is who in one article. */
export interface Cast {
  /** Whom the mention at `source` names (UTF-16 code units), or null where the article does not tell. */
  speakerOf(source: Span): Speaker | null;
  /** The mentions that lead from `source` to the name, for explaining: "he", "Mr. Hale", "Robert Hale". */
  why(source: Span): string[];
}

/** Words that can lead a source, or end it, without being part of it. */
const LEADS = /^(?:by|to|from|according|as|and|but|with|for|of|that|,|;|:|\(|"|'|-|–|—)$/;
const TRAILS = /^(?:,|;|:|\.|\)|"|-|–|—|'s|'|and|said|says)$/;

/** "Q" and "A" of an interview are no names. */
const ONE_LETTER = /^\p{L}\.?$/u;

/** Tokens of the names behind "their sons". */
const LONGEST_LIST = 20;

/** Answers whom a stretch of text names. */
export function createNamer(reading: Reading): Cast {
  const { lexicon, phrases, phraseAt, entityOf, via, printed } = reading;
  const { document } = lexicon;
  const { lower } = lexicon.classes;
  const { words, starts, ends } = document;
  const count = words.length;
  const { text, asPrinted, reach, withoutClause } = createPrinter(reading);

  /** Tokens of a source without what only leads to it or follows it. */
  const tokens = (span: Span): { from: number; to: number } => {
    let from = firstIndex(count, (k) => ends[k]! > span.start);
    let to = from;
    while (to < count && starts[to]! < span.end) to++;
    while (from < to - 1 && LEADS.test(lower[from]!)) from++;
    while (to > from + 1 && TRAILS.test(lower[to - 1]!) && !(words[to - 1] === ")" && words.slice(from, to).includes("("))) to--;
    return { from, to };
  };

  /** The phrase that tokens [from, to) are about: the first, or its possessor where they end with it. */
  const about = (from: number, to: number): number => {
    for (let i = from; i < to; i++) {
      const n = phraseAt[i]!;
      if (n < 0) continue;
      const { possessor } = phrases[n]!;
      if (possessor && to <= possessor.end)
        return phrases[n - 1] === possessor ? n - 1 : phrases.indexOf(possessor, Math.max(0, n - 4));
      return n;
    }
    return -1;
  };

  const speaker = (entity: Entity): Speaker | null => {
    if (entity.kind === "thing") return null;
    const n = printed.get(entity);
    if (n !== undefined) return asPrinted(phrases[n]!, n, reach(phrases[n]!));
    return { name: entity.name, role: entity.kind === "person" || entity.kind === "unknown" ? chosenRole(entity) : null };
  };

  /** Whether the word at i is a later piece of an address: "scientology" in "alt.religion.scientology". */
  const insideAddress = (i: number): boolean =>
    words[i - 1] === "." && starts[i] === ends[i - 1] && starts[i - 1] === ends[i - 2] && /^\p{Ll}/u.test(words[i]!);

  /** The phrase that a source is about, -1 where there is none, and the source's tokens. */
  const find = (span: Span): { n: number; from: number; to: number } => {
    const { from, to } = tokens(span);
    if (from < to && insideAddress(from) && phrases[phraseAt[from]!]?.start === from) return { n: -1, from, to: from };
    return { n: from < to ? about(from, to) : -1, from, to };
  };

  /** Behind what tells of a name in a list: "(R-Ohio)", "of Maine". */
  const behindDetails = (from: number, to: number): number => {
    let at = from;
    if (words[at] === "(") while (at < to && words[at - 1] !== ")") at++;
    const next = /^(?:of|from)$/.test(lower[at] ?? "") ? phrases[phraseAt[at + 1]!] : undefined;
    return next && next.end <= to ? next.end : at;
  };

  /** "Ann Lund and Bo Berg": all by their full names, where the source is nothing but names of people, or of organisations. */
  const joined = (from: number, to: number): Speaker | null => {
    const parts: string[] = [];
    const kinds = new Set<boolean>();
    for (let at = from; at < to; ) {
      const phrase = phrases[phraseAt[at]!];
      const entity = entityOf[phraseAt[at]!];
      const known = phrase?.kind === "pronoun" && entity && entity.words.length > 0;
      if (!phrase || (phrase.nameStart < 0 && !known) || phrase.end > to) return null;
      kinds.add((entity ?? phrase).kind === "organisation");
      parts.push((entity && speaker(entity)?.name) ?? text(phrase.nameStart, phrase.nameEnd));
      const behind = behindDetails(phrase.end, to);
      at = behind;
      while (at < to && /^(?:,|and|&)$/.test(lower[at]!)) at++;
      if (at === behind && at < to) return null;
      // A comma alone joins only in a list that ends with "and".
      if (at < to && lower[at - 1] === "," && !lower.slice(at, to).includes("and")) return null;
    }
    if (parts.length < 2 || kinds.size > 1 || new Set(parts).size < parts.length) return null;
    return { name: `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`, role: null };
  };

  /** "Their sons, Bo and Eric, said": those named behind the phrase. */
  const listed = ({ kind, end, nameStart }: Phrase): Speaker | null => {
    if (kind !== "people" || nameStart >= 0 || words[end] !== ",") return null;
    const listing = (i: number): boolean => /^(?:,|and)$/.test(lower[i] ?? "") || (phrases[phraseAt[i]!]?.nameStart ?? -1) >= 0;
    let close = end;
    for (let i = end + 1; i < end + LONGEST_LIST && listing(i); i++) if (words[i] === ",") close = i;
    return close > end ? joined(end + 1, close) : null;
  };

  const speakerOf = (span: Span): Speaker | null => {
    const found = speakerAt(span);
    return found && ONE_LETTER.test(found.name) ? null : found;
  };

  const speakerAt = (span: Span): Speaker | null => {
    const { n, from, to } = find(span);
    if (n < 0) return inHeadline(from, to);
    const phrase = phrases[n]!;
    const several = phrase.determiner === "his" && to <= phrase.end ? listed(phrase) : null;
    if (several) return several;
    if (phrase.end < to && lower.slice(phrase.end, Math.min(to, phrase.end + 30)).includes("and")) {
      const both = joined(from, to);
      if (both) return both;
      if (lower[phrase.end] === "and" && phraseAt[phrase.end + 1]! >= 0)
        return phrase.kind === "pronoun" ? null : asPrinted(phrase, n, withoutClause(phrase, to));
    }
    // The phrase is not all: "the RealClear average", where the tagger lost the noun.
    if (
      phrase.end < to &&
      phrase.nameStart >= 0 &&
      /^(?:ADJ|NOUN)$/.test(document.pos[phrase.end]!) &&
      from <= phrase.start &&
      phrase.kind !== "person"
    )
      return asPrinted(phrase, n, withoutClause(phrase, to));
    if (phrase.determiner === "his" && to <= phrase.core && from >= phrase.start) {
      const owner = reading.owners.get(n);
      return owner ? speaker(owner) : null;
    }
    const entity = entityOf[n];
    if (phrase.kind === "pronoun") return entity ? speaker(entity) : null;
    if (entity === null || countsKnown(phrase)) return null;
    if (entity !== undefined && printed.get(entity) !== n) return speaker(entity);
    if (from > phrase.start) return asPrinted(phrase, n, reach(phrase));
    const isCutShort = to > phrase.head - 3 && to < phrase.end;
    return asPrinted(phrase, n, isCutShort ? to : withoutClause(phrase, to));
  };

  /** A name in a headline, where phrases are not read: only one that the article has in full. */
  const inHeadline = (from: number, to: number): Speaker | null => {
    const found = from < to ? namesakes(reading.people, nameKey(text(from, to)), "u", false) : [];
    const [entity] = found;
    if (found.length !== 1 || !entity || entity.kind !== "person") return null;
    const { words: parts } = nameWords(text(from, to));
    return parts.every((part) => entity.words.includes(part)) ? speaker(entity) : null;
  };

  /** "Both leaders", "the two men": known people by number, whom nothing here tells. */
  const countsKnown = (phrase: Phrase): boolean =>
    phrase.kind === "people" &&
    (lower[phrase.start] === "both" ||
      (phrase.determiner === "the" && /^(?:two|three|four|pair)$/.test(lower[phrase.core] ?? "")));

  return {
    speakerOf,
    why: (span) => {
      const chain: string[] = [];
      let { n } = find(span);
      for (let steps = 0; n >= 0 && steps < 6; steps++) {
        const phrase = phrases[n]!;
        chain.push(text(phrase.start, phrase.end));
        if (phrase.nameStart >= 0 || !(lower[phrase.head]! in PRONOUNS || phrase.kind === "person")) break;
        n = via[n]!;
      }
      const named = speakerOf(span);
      if (named && chain.at(-1) !== named.name) chain.push(named.name);
      return chain;
    },
  };
}
