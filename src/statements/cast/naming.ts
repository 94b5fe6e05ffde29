import type { Span, Speaker } from "../../model.ts";
import { PRONOUNS } from "./antecedents.ts";
import type { Reading } from "./mentions.ts";
import { nameKey, namesakes } from "./names.ts";
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

/** Words that can lead a source without being part of it. */
const LEADS = /^(?:by|to|from|according|as|and|but|with|for|of|that|,|;|:|\(|"|'|-|–|—)$/;
const TRAILS = /^(?:,|;|:|\.|\)|"|-|–|—|'s|'|and|said|says)$/;

/** Answers whom a stretch of text names. */
export function createNamer(reading: Reading): Cast {
  const { lexicon, phrases, phraseAt, entityOf, via, printed } = reading;
  const { document } = lexicon;
  const { lower } = lexicon.classes;
  const { words, starts, ends, sentenceOf } = document;
  const count = words.length;
  const text = (from: number, to: number): string =>
    to > from ? document.text.slice(starts[from]!, ends[to - 1]!).replace(/\s+/g, " ") : "";

  /** First token that ends behind the offset. */
  const tokenAt = (offset: number): number => {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle]! > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  };

  const tokens = (span: Span): { from: number; to: number } => {
    let from = tokenAt(span.start);
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
    if (n !== undefined) {
      const phrase = phrases[n]!;
      return asPrinted(phrase, n, phrase.start, reach(phrase));
    }
    return { name: entity.name, role: entity.kind === "person" || entity.kind === "unknown" ? chosenRole(entity) : null };
  };

  /** End of an unnamed source with what tells it apart: "two people familiar with the matter". */
  const reach = (phrase: Phrase): number => {
    let { end } = phrase;
    for (let steps = 0; steps < 4 && end < count && sentenceOf[end] === sentenceOf[phrase.head]; steps++) {
      const word = lower[end]!;
      const tie = /^(?:of|for|from|at|with|inside|within)$/.test(word)
        ? end
        : /^(?:familiar|close|briefed|involved)$/.test(word) && /^(?:with|to|on|in)$/.test(lower[end + 1] ?? "")
          ? end + 1
          : -1;
      const next = tie < 0 ? -1 : (phraseAt[tie + 1] ?? -1);
      if (next < 0 || sentenceOf[tie + 1] !== sentenceOf[phrase.head]) break;
      end = phrases[next]!.end;
    }
    return end;
  };

  /** An unnamed source as printed, a possessive pronoun replaced by whom it means. */
  const asPrinted = (phrase: Phrase, n: number, from: number, to: number): Speaker | null => {
    if (phrase.determiner === "his") {
      const owner = ownerOf(n);
      return owner === null ? null : { name: `${owner}${owner.endsWith("s") ? "’" : "’s"} ${text(phrase.core, to)}`, role: null };
    }
    let name = text(from, to);
    const opens = from === 0 || sentenceOf[from - 1] !== sentenceOf[from] || /^["':(]$/.test(words[from - 1]!);
    if (opens && lexicon.classes.name[from] === 0 && !/^\p{Lu}{2}/u.test(name)) name = name[0]!.toLowerCase() + name.slice(1);
    return name === "" ? null : { name, role: null };
  };

  const ownerOf = (n: number): string | null => {
    const owner = reading.owners.get(n);
    return owner && owner.words.length > 0 ? owner.name : null;
  };

  const find = (span: Span): { n: number; from: number; to: number } => {
    const { from, to } = tokens(span);
    return { n: from < to ? about(from, to) : -1, from, to };
  };

  /** "Ann Lund and Bo Berg": both by their full names, where the source is nothing but names. */
  const joined = (from: number, to: number): Speaker | undefined => {
    const parts: string[] = [];
    for (let at = from; at < to; ) {
      const n = phraseAt[at]!;
      const phrase = n < 0 ? undefined : phrases[n]!;
      if (!phrase || phrase.nameStart < 0 || phrase.end > to) return undefined;
      const entity = entityOf[n];
      parts.push(entity ? (speaker(entity)?.name ?? entity.name) : text(phrase.nameStart, phrase.nameEnd));
      at = phrase.end;
      if (words[at] === "(") while (at < to && words[at - 1] !== ")") at++;
      const behind = at;
      if (at >= to) break;
      while (at < to && (words[at] === "," || lower[at] === "and" || words[at] === "&")) at++;
      if (at === behind) return undefined;
      if (lower[at - 1] !== "and" && words[at - 1] !== "&" && !/,|and/.test(lower.slice(at, to).join(" "))) return undefined;
    }
    if (parts.length < 2 || new Set(parts).size < parts.length) return undefined;
    return { name: `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`, role: null };
  };

  const speakerOf = (span: Span): Speaker | null => {
    const { n, from, to } = find(span);
    if (n < 0) return inHeadline(from, to);
    const phrase = phrases[n]!;
    if (phrase.end < to && lower.slice(phrase.end, Math.min(to, phrase.end + 30)).includes("and")) {
      const both = joined(from, to);
      if (both !== undefined) return both;
      if (lower[phrase.end] === "and" && phraseAt[phrase.end + 1]! >= 0)
        return asPrinted({ ...phrase, determiner: "none" }, n, phrase.start, clauseEnd(phrase, to));
    }
    // The phrase is not all: "the RealClear average", where the tagger lost the noun.
    if (
      phrase.end < to &&
      phrase.nameStart >= 0 &&
      /^(?:ADJ|NOUN)$/.test(document.pos[phrase.end]!) &&
      from <= phrase.start &&
      phrase.kind !== "person"
    )
      return asPrinted(phrase, n, phrase.start, clauseEnd(phrase, to));
    if (phrase.determiner === "his" && to <= phrase.core && from >= phrase.start) {
      const owner = reading.owners.get(n);
      return owner ? speaker(owner) : null;
    }
    const entity = entityOf[n];
    if (phrase.kind === "pronoun") return entity ? speaker(entity) : null;
    if (entity === null || countsKnown(phrase)) return null;
    if (entity !== undefined && !(printed.get(entity) === n)) return speaker(entity);
    const whole = from <= phrase.start && to > phrase.head - 3;
    const end =
      whole && to < phrase.end
        ? to
        : Math.max(phrase.end, clauseEnd(phrase, to), from > phrase.start ? reach(phrase) : phrase.end);
    return asPrinted(phrase, n, phrase.start, end);
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

  /** Cuts ", who ..." and " who ..." off an unnamed source. */
  const clauseEnd = (phrase: Phrase, to: number): number => {
    for (let i = phrase.end; i < to; i++) if (words[i] === "," || /^(?:who|which|whose|that)$/.test(lower[i]!)) return i;
    return to;
  };

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
