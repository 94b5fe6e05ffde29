import type { Span, StatementKind } from "../model.ts";
import { type Fragment, fragmentsIn } from "./fragments.ts";

/** A statement's kind, and its content as shown. */
export interface Shape {
  readonly kind: StatementKind;
  readonly content: Span[];
}

/** Tells a statement's kind from its marks, and takes them off where all of it stands in them; `fragments` are those of the text, in order. */
export function shapeOf(text: string, fragments: readonly Fragment[], content: readonly Span[]): Shape {
  const inner: Span[] = [];
  let bare = false;
  for (const span of content) {
    let at = span.start;
    for (const fragment of fragmentsIn(fragments, span)) {
      bare ||= hasWord(text.slice(at, Math.max(at, fragment.outer.start)));
      at = fragment.outer.end;
      inner.push({ start: Math.max(fragment.inner.start, span.start), end: Math.min(fragment.inner.end, span.end) });
    }
    bare ||= hasWord(text.slice(Math.min(at, span.end), span.end));
  }
  if (inner.length > 0 && !bare) return { kind: "direct", content: separate(inner) };
  return { kind: inner.length > 0 ? "mixed" : "indirect", content: separate(content) };
}

const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** In order, none empty, none overlapping another. */
function separate(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (span.end > span.start && span.start >= (out.at(-1)?.end ?? 0)) out.push(span);
  return out;
}
