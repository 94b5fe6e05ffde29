import type { Span } from "../model.ts";
import { firstIndex } from "./bisect.ts";
import type { Document } from "./document.ts";
import type { Attribution } from "./found.ts";
import { type Fragment, fragmentsIn, readFragments } from "./fragments.ts";
import type { Quotation } from "./quotations.ts";
import type { Report } from "./report.ts";
import { overlaps } from "./spans.ts";

/** Words a quotation needs to be a statement where nothing around it reports one: fewer are titles, slogans, signs. */
const FEWEST_WORDS = 4;

interface Draft {
  source: Span | null;
  cue: Span | null;
  content: Span[];
  confidence: number;
  /** Whether all content stands in quotation marks so far. */
  quoted: boolean;
  /** Ends of the furthest of source, cue and content. */
  end: number;
}

/** How a quotation without a report of its own stands and reads. */
interface Standing {
  readonly opensParagraph: boolean;
  /** Begins where a sentence does. */
  readonly standsAlone: boolean;
  /** Ends as a sentence or clause does. */
  readonly complete: boolean;
  readonly words: number;
}

/** Gives every quotation to at most one report, whole; those without a cue carry on what was said before them, or stay out. */
export function joinQuotations(
  document: Document,
  quotations: readonly Quotation[],
  attributions: readonly Attribution[],
): Report[] {
  const { reported, taken } = draftReported(document.text, readFragments(quotations), attributions);
  const left = quotations.filter((quotation) => quotation.depth === 0 && !taken.has(quotation));
  const carriedOn = carryOn(document, left, reported);
  return [...reported, ...carriedOn].map(({ source, cue, content, confidence }) => ({
    source,
    cue,
    content: content.toSorted((a, b) => a.start - b.start),
    confidence,
  }));
}

/** A draft of each attribution with all of the quotations it touches, but for those over several paragraphs that an earlier one has. */
function draftReported(text: string, fragments: readonly Fragment[], attributions: readonly Attribution[]) {
  const taken = new Set<Quotation>();
  const reported: Draft[] = [];
  for (const { source, cue, content, confidence } of attributions) {
    const pieces: Span[] = [];
    let quoted = true;
    for (const span of content) {
      const inside = fragmentsIn(fragments, span);
      if (inside.some(({ quotation }) => taken.has(quotation) && quotation.outer.length > 1)) continue;
      if (inside.length === 0 || /[\p{L}\p{N}]/u.test(outside(text, span, inside))) quoted = false;
      pieces.push(span);
      for (const { quotation } of inside) {
        taken.add(quotation);
        for (const fragment of quotation.outer) if (!content.some((other) => overlaps(other, fragment))) pieces.push(fragment);
      }
    }
    if (pieces.length === 0) continue;
    const end = [source, cue, ...pieces].reduce((furthest, span) => Math.max(furthest, span?.end ?? 0), 0);
    reported.push({ source, cue, content: pieces, confidence, quoted, end });
  }
  return { reported, taken };
}

/** Adds quotations that nothing reports, in the order of the text, to the draft before them, or makes drafts of their own, which it returns. */
function carryOn(document: Document, quotations: readonly Quotation[], reported: readonly Draft[]): Draft[] {
  const { text } = document;
  const drafts: Draft[] = [];
  const byEnd = reported.toSorted((a, b) => a.end - b.end);
  let next = 0;
  let before: Draft | null = null;
  let earlier: Draft | null = null;
  for (const quotation of quotations) {
    const { start } = quotation.outer[0]!;
    for (; next < byEnd.length && byEnd[next]!.end <= start; next++) {
      if (before && byEnd[next]!.end < before.end) continue;
      earlier = before;
      before = byEnd[next]!;
    }
    const standing = standingOf(document, quotation);
    const isStatement = standing.standsAlone && standing.complete && standing.words >= FEWEST_WORDS;
    const gap: string = before ? text.slice(before.end, start) : "";
    if (before && !/[\n\r]/.test(gap)) {
      const follows = sentencesIn(document, before.end, start) === 0 || isRestOfSentence(gap);
      if (before.quoted && follows && goesOn(standing, gap)) {
        for (const fragment of quotation.outer) before.content.push(fragment);
        before.end = endOf(quotation);
        continue;
      }
      if (!isStatement) continue;
      before = carried(before, quotation, follows ? 0.65 : 0.45);
    } else {
      if (!isStatement || !standing.opensParagraph) continue;
      const adjoining: boolean = before?.source != null && adjoins(gap) && !isDialogue(text, before, earlier);
      before = adjoining ? carried(before, quotation, 0.5) : carried(null, quotation, 0.3);
    }
    drafts.push(before);
  }
  return drafts;
}

function standingOf({ text, sentences }: Document, { outer, inner }: Quotation): Standing {
  const { start } = outer[0]!;
  const lead = text.slice(Math.max(0, start - 40), start);
  const opensParagraph = /(^|[\n\r])\s*$/.test(lead) || lead.trim() === "";
  const beginsSentence = sentences[firstIndex(sentences.length, (k) => sentences[k]!.start >= start)]?.start === start;
  const standsAlone =
    opensParagraph ||
    (beginsSentence && /[.?!\u2026"'\u201d\u2019:)\u2014]\s*$/.test(lead)) ||
    /[.?!]["'\u201d\u2019)]*\s+$/.test(lead);
  const tail = inner.at(-1)!;
  const complete = /[.?!\u2026,\u2014-]["'\u2019\u201d)]*$/.test(text.slice(Math.max(tail.start, tail.end - 4), tail.end));
  const words = inner.reduce(
    (sum, span) => sum + text.slice(span.start, Math.min(span.end, span.start + 200)).split(/\s+/).length,
    0,
  );
  return { opensParagraph, standsAlone, complete, words };
}

/** Whether a quotation can go on with the one before `gap`: as a sentence of its own, or behind a comma ('"A," he said, "and B"'). */
const goesOn = ({ standsAlone, complete, words }: Standing, gap: string): boolean =>
  (standsAlone && (complete || words >= FEWEST_WORDS)) || (/,\s*$/.test(gap) && complete && words >= 2);

/** Nothing but the end of a sentence, however many abbreviations stand in it. */
const isRestOfSentence = (gap: string): boolean =>
  /^[^.?!]*[.?!]?["'\u201d\u2019)]*\s*$/.test(
    gap.replace(/\b(\p{Lu}|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Jr|Sr|St|[ap]\.m|[A-Z]\.[A-Z])\./gu, "$1"),
  );

/** Nothing but the rest of a paragraph, and its end. */
const adjoins = (gap: string): boolean => gap.length < 300 && /^[^\n\r]*[\n\r]\s*$/.test(gap);

/**
 * Two quotations before, each in a paragraph of its own, of two people: whose turn it is now, no one tells. By the text, as `tagger/link.ts`
 * tells it by tokens; here one of the two may be nobody's.
 */
function isDialogue(text: string, last: Draft, other: Draft | null): boolean {
  const opens = ({ quoted, content }: Draft): boolean =>
    quoted && /(?:^|[\n\r])\s*$/.test(text.slice(0, content[0]!.start).slice(-4));
  const name = ({ source }: Draft): string => (source ? text.slice(source.start, source.end).split(" ").at(-1)! : "");
  return (
    other !== null &&
    opens(last) &&
    opens(other) &&
    adjoins(text.slice(other.end, last.content[0]!.start)) &&
    name(other) !== name(last)
  );
}

/** How many sentences begin and end between two offsets. */
function sentencesIn({ sentences }: Document, from: number, to: number): number {
  const first = firstIndex(sentences.length, (k) => sentences[k]!.start >= from);
  let count = 0;
  while (count < 3 && sentences[first + count] && sentences[first + count]!.start < to) count++;
  return count;
}

const endOf = (quotation: Quotation): number => quotation.outer.at(-1)!.end;

/** A quotation without a cue, of the source of another. */
const carried = (from: Draft | null, quotation: Quotation, confidence: number): Draft => ({
  source: from?.source ?? null,
  cue: null,
  content: [...quotation.outer],
  confidence: from?.source ? Math.min(confidence, from.confidence) : 0.3,
  quoted: true,
  end: endOf(quotation),
});

/** The text of a span without its quotations. */
function outside(text: string, span: Span, fragments: readonly Fragment[]): string {
  let out = "";
  let at = span.start;
  for (const { outer } of fragments) {
    out += text.slice(at, Math.max(at, outer.start));
    at = outer.end;
  }
  return out + text.slice(Math.min(at, span.end), span.end);
}
