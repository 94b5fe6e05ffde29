import { foldNames, foldText, isCommon, readTerms, type Term } from "../terms.ts";

/**
 * Writes a question as an FTS5 expression; null when it holds nothing to search for. Every word must be there, in any of its
 * spellings, and a compound may be written in one, two or hyphenated: ceasefire, cease fire, cease-fire.
 */
export function matchTopic(topic: string): string | null {
  const all = readTerms(topic);
  const telling = all.filter(({ word }) => !isCommon(word));
  const terms = telling.length > 0 ? telling : all;
  if (terms.length === 0) return null;
  return terms
    .map((term, k) => anyOf([...spellings(term), ...joined(terms[k - 1], term), ...joined(term, terms[k + 1])]))
    .join(" AND ");
}

/** The same for a headline that somebody is typing: the last word may go on. */
export function matchTyped(typed: string): string | null {
  const words = foldText(typed).split(" ").filter(Boolean);
  return words.length === 0 ? null : `{title} : (${words.map(quote).join(" AND ")} *)`;
}

/** The same for a speaker's name: every part of it, in any romanisation. */
export function matchName(name: string): string | null {
  const parts = foldNames(name).split(" ").filter(Boolean);
  return parts.length === 0 ? null : parts.map(quote).join(" AND ");
}

/** Statements under a name that matches, and under others by number, without those of some numbers. */
export function matchSpeaker(name: string, { and, not }: { and: readonly string[]; not: readonly string[] }): string {
  const own = `{speaker} : (${name})${not.length > 0 ? ` NOT {speaker_key} : ${anyOf(not)}` : ""}`;
  return and.length > 0 ? `((${own}) OR {speaker_key} : ${anyOf(and)})` : `(${own})`;
}

function spellings({ forms, parts }: Term): string[] {
  if (parts.length > 0) return [...forms, parts.join(" ")];
  return [...forms, ...splits(forms[0]!)];
}

const SHORTEST_PART = 4; // letters; below this, chance meetings such as "the rapist" begin

/** "ceasefire" as "cease fire", at every place where both parts are words of some length. */
function splits(word: string): string[] {
  if (!/^\p{L}+$/u.test(word)) return [];
  const places = Array.from({ length: Math.max(0, word.length - 2 * SHORTEST_PART + 1) }, (_, k) => k + SHORTEST_PART);
  return places.slice(0, 20).map((at) => `${word.slice(0, at)} ${word.slice(at)}`);
}

const joined = (left: Term | undefined, right: Term | undefined): string[] =>
  left && right && left.parts.length + right.parts.length === 0 ? [left.forms[0]! + right.forms[0]!] : [];

const anyOf = (forms: readonly string[]) => `(${[...new Set(forms)].map(quote).join(" OR ")})`;

/** Terms hold letters, digits and spaces only; the quotation marks keep FTS5 from reading AND, OR, NOT and NEAR in them. */
const quote = (term: string) => `"${term.replaceAll('"', "")}"`;
