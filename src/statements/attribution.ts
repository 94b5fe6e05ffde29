import type { Span } from "../model.ts";
import { according } from "./according.ts";
import { nounPhraseAt, type Range } from "./clauses.ts";
import { contentEnd } from "./complements.ts";
import type { Document } from "./document.ts";
import type { Attribution, Found } from "./found.ts";
import type { Quotation } from "./quotations.ts";
import { reported } from "./reported.ts";
import { signed } from "./signature.ts";
import { type Item, isQuote, readUnits, type Unit } from "./skeleton.ts";
import { mainSubject } from "./sources.ts";

const sound = (confidence: number): number => Math.round(Math.max(0.05, Math.min(0.98, confidence)) * 100) / 100;

/** Finds every report; a trained finder can stand in its place. In the order of their cues. */
export function findAttributions(document: Document, quotations: readonly Quotation[]): Attribution[] {
  const units = readUnits(document, quotations);
  return units
    .flatMap((unit, number) => {
      const { items } = unit;
      const signature = signed(unit, units[number - 1], units[number + 1]);
      if (signature) return [signature];
      const span = ({ from, to }: Range): Span => ({ start: items[from]!.start, end: items[to - 1]!.end });
      return findInUnit(unit).map((found) => {
        const content = found.content.map(span);
        const next = units[number + 1]?.items;
        const announces = found.content.length === 0 && items.at(-1)?.word === ":" && isQuote(next?.[0]);
        if (announces) content.push({ start: next![0]!.start, end: next![0]!.end });
        return {
          source: found.source && span(withRelative(items, found.source, found.cue)),
          cue: span(found.cue),
          content,
          class: found.class,
          confidence: sound(found.confidence),
        };
      });
    })
    .filter(({ content }) => content.length > 0);
}

/** "Venn, who said": the pronoun that takes the source up right before its cue is part of it. */
function withRelative(items: readonly Item[], source: Range, { from: cue }: Range): Range {
  const comma = items[source.to]?.word === "," ? 1 : 0;
  const pronoun = source.to + comma;
  return pronoun < cue && /^(who|which|that)$/.test(items[pronoun]!.word) && cue - pronoun <= 4
    ? { from: source.from, to: pronoun + 1 }
    : source;
}

function findInUnit({ items }: Unit): Found[] {
  const found: Found[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const one =
      item.lemma === "accord" && items[i + 1]?.word === "to"
        ? according(items, i, found)
        : item.pos === "VERB" || item.pos === "AUX"
          ? reported(items, i, found)
          : null;
    if (one) found.push(one);
  }
  if (found.length === 0) {
    const colon = headed(items);
    if (colon) found.push(colon);
  }
  return found.filter(
    (one) =>
      !(/^(thought|finding)$/.test(one.class) || one.modal) ||
      !found.some((other) => other !== one && other.content.some(({ from, to }) => from <= one.cue.from && one.cue.to <= to)),
  );
}

/** `Ann Lee was blunt: "..."` and the "LEE: ..." of transcripts. */
function headed(items: readonly Item[]): Found | null {
  const colon = items.findIndex(({ word }) => word === ":");
  if (colon < 1 || colon + 1 >= items.length || !isQuote(items[colon + 1])) return null;
  const cue = { from: colon, to: colon + 1 };
  const content = [{ from: colon + 1, to: contentEnd(items, colon + 1, items.length) }];
  const name = nounPhraseAt(items, 0, colon);
  if (name.to === colon && items[0]!.pos === "PROPN" && colon <= 6)
    return { source: name, cue, content, class: "speech", confidence: 0.75 };
  const source = mainSubject(items, colon);
  const personal = source && (items[source.from]!.capital || items[source.from]!.pos === "PRON");
  return { source: personal ? source : null, cue, content, class: "speech", confidence: personal ? 0.6 : 0.3 };
}
