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

const last = (quotation: Quotation): number => quotation.outer.at(-1)!.end;

/** Gives every quotation to at most one report, whole; those without a cue carry on what was said before them, or stay out. */
export function joinQuotations(
  document: Document,
  quotations: readonly Quotation[],
  attributions: readonly Attribution[],
): Report[] {
  const { text } = document;
  const outermost = quotations.filter(({ depth }) => depth === 0);
  const fragments = readFragments(quotations);
  const taken = new Set<Quotation>();
  const drafts: Draft[] = [];
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
    drafts.push({
      source,
      cue,
      content: pieces,
      confidence,
      quoted,
      end: [source, cue, ...pieces].reduce((end, span) => Math.max(end, span?.end ?? 0), 0),
    });
  }
  const all = [...drafts];
  const byEnd = drafts.toSorted((a, b) => a.end - b.end);
  let next = 0;
  let before: Draft | null = null;
  let earlier: Draft | null = null;
  const isSentenceStart = new Set(document.sentences.map(({ start }) => start));
  for (const quotation of outermost) {
    const { start } = quotation.outer[0]!;
    while (next < byEnd.length && byEnd[next]!.end <= start) {
      if (!before || byEnd[next]!.end >= before.end) {
        earlier = before;
        before = byEnd[next]!;
      }
      next++;
    }
    if (taken.has(quotation)) continue;
    const lead = text.slice(Math.max(0, start - 40), start);
    const opensParagraph = /(^|[\n\r])\s*$/.test(lead) || lead.trim() === "";
    const standsAlone =
      opensParagraph ||
      (isSentenceStart.has(start) && /[.?!\u2026"'\u201d\u2019:)\u2014]\s*$/.test(lead)) ||
      /[.?!]["'\u201d\u2019)]*\s+$/.test(lead);
    const gap = before ? text.slice(before.end, start) : "";
    const words = quotation.inner.reduce(
      (sum, span) => sum + text.slice(span.start, Math.min(span.end, span.start + 200)).split(/\s+/).length,
      0,
    );
    const complete = /[.?!\u2026,\u2014-]["'\u2019\u201d)]*$/.test(
      text.slice(quotation.inner.at(-1)!.start, quotation.inner.at(-1)!.end).slice(-4),
    );
    if (before && !/[\n\r]/.test(gap)) {
      const tail =
        sentencesIn(document, before.end, start) === 0 ||
        /^[^.?!]*[.?!]?["'\u201d\u2019)]*\s*$/.test(
          gap.replace(/\b(\p{Lu}|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Jr|Sr|St|[ap]\.m|[A-Z]\.[A-Z])\./gu, "$1"),
        );
      if (
        before.quoted &&
        tail &&
        ((standsAlone && (complete || words >= FEWEST_WORDS)) || (/,\s*$/.test(gap) && complete && words >= 2))
      ) {
        for (const fragment of quotation.outer) before.content.push(fragment);
        before.end = last(quotation);
        taken.add(quotation);
        continue;
      }
      if (!standsAlone || !complete || words < FEWEST_WORDS) continue;
      taken.add(quotation);
      before = carried(before, quotation, tail ? 0.65 : 0.45);
      all.push(before);
    } else if (standsAlone && complete && words >= FEWEST_WORDS && opensParagraph) {
      const adjoining: boolean = before?.source != null && adjoins(gap) && !isDialogue(text, before, earlier);
      const source: Draft | null = adjoining ? before : null;
      taken.add(quotation);
      before = carried(source, quotation, source ? 0.5 : 0.3);
      all.push(before);
    }
  }
  return all.map(({ source, cue, content, confidence }) => ({
    source,
    cue,
    content: content.toSorted((a, b) => a.start - b.start),
    confidence,
  }));
}

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

const carried = (from: Draft | null, quotation: Quotation, confidence: number): Draft => ({
  source: from?.source ?? null,
  cue: null,
  content: [...quotation.outer],
  confidence: from?.source ? Math.min(confidence, from.confidence) : 0.3,
  quoted: true,
  end: last(quotation),
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
