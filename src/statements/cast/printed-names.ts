import type { Document } from "../document.ts";
import { PARTICLES } from "./honorifics.ts";
import { nameKey } from "./namesakes.ts";
import { nameWords } from "./people.ts";
import type { Phrase } from "./phrase.ts";

/** Names as an article prints them. */
export interface PrintedNames {
  /** Tokens [from, to) with single spaces. */
  text(from: number, to: number): string;
  /** Behind a site's name that the tokeniser cut at its stop ("Pelmet" + "." + "com"), given the end of its first piece; else that end. */
  behindSite(end: number): number;
  /** The name in phrase n. */
  of(n: number): string;
  /** The key under which the name in phrase n is looked up where it is one word. */
  keyOf(n: number): string;
  /** Whether the name in phrase n has more than a surname. */
  isFull(n: number): boolean;
}

/** What may stand behind the stop of a site's name. */
const DOMAINS = new Set("com org net info gov edu co uk io tv ie au ca eu".split(" "));

/** Reads each name once. */
export function createPrintedNames({ text: article, words, starts, ends }: Document, phrases: readonly Phrase[]): PrintedNames {
  const names: (string | undefined)[] = new Array(phrases.length);
  const keys: (string | undefined)[] = new Array(phrases.length);
  const full: (boolean | undefined)[] = new Array(phrases.length);

  const text = (from: number, to: number): string => {
    const printed = article.slice(starts[from]!, ends[to - 1]!);
    return to - from > 1 ? printed.replace(/\s+/g, " ") : printed;
  };
  const behindSite = (end: number): number => {
    const cut = words[end] === "." && starts[end] === ends[end - 1] && starts[end + 1] === ends[end];
    return cut && DOMAINS.has(words[end + 1] ?? "") ? end + 2 : end;
  };
  const of = (n: number): string => {
    names[n] ??= text(phrases[n]!.nameStart, behindSite(phrases[n]!.nameEnd));
    return names[n];
  };
  const readFull = (n: number): boolean =>
    phrases[n]!.nameEnd - phrases[n]!.nameStart > 1 &&
    nameWords(of(n))
      .words.slice(0, -1)
      .some((word) => !PARTICLES.has(word));

  return {
    text,
    behindSite,
    of,
    keyOf: (n) => {
      keys[n] ??= nameKey(of(n));
      return keys[n];
    },
    isFull: (n) => {
      full[n] ??= readFull(n);
      return full[n];
    },
  };
}
