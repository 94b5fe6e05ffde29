import type { Span } from "../model.ts";
import { hasTensed, isBreak, isTensed, isWh, nounPhraseAt, type Range, skipAdverbials, verbGroupAt } from "./clauses.ts";
import { afterCueNoun, complementAfter, contentEnd } from "./complements.ts";
import { CUE_PHRASES, type Cue, type CueClass, cuesOf, LIGHT_VERBS, SIGNS } from "./cues.ts";
import type { Document } from "./document.ts";
import type { Quotation } from "./quotations.ts";
import { type Item, readUnits, type Unit } from "./skeleton.ts";
import { isDocument, mainSubject, subjectAfter, subjectBefore, subjectOfNextClause } from "./sources.ts";

/** One report found in the text: who, by which words, what. Spans of content hold their quotation marks. */
export interface Attribution {
  readonly source: Span | null;
  readonly cue: Span | null;
  readonly content: readonly Span[];
  readonly class: CueClass;
  readonly confidence: number;
}

/** How sure a cue's class makes of it that something was said; estimated on PolNeAR's train part. */
const CLASS_CONFIDENCE: Readonly<Record<CueClass, number>> = {
  speech: 0.9,
  judgement: 0.65,
  request: 0.75,
  commitment: 0.75,
  denial: 0.75,
  question: 0.65,
  thought: 0.4,
  finding: 0.45,
};

interface Found {
  readonly source: Range | null;
  readonly cue: Range;
  readonly content: readonly Range[];
  readonly class: CueClass;
  readonly confidence: number;
  readonly modal?: boolean;
}

const isQuote = (item: Item | undefined): boolean => item?.pos === "QUOTE";
const sound = (confidence: number): number => Math.round(Math.max(0.05, Math.min(0.98, confidence)) * 100) / 100;

/** Finds every report; a trained finder can stand in its place. In the order of their cues. */
export function findAttributions(document: Document, quotations: readonly Quotation[]): Attribution[] {
  const units = readUnits(document, quotations);
  return units
    .flatMap((unit, number) => {
      const { items } = unit;
      const span = ({ from, to }: Range): Span => ({ start: items[from]!.start, end: items[to - 1]!.end });
      return findInUnit(unit).map((found) => {
        const content = found.content.map(span);
        const next = units[number + 1]?.items;
        const announces = found.content.length === 0 && items.at(-1)?.word === ":" && isQuote(next?.[0]);
        if (announces) content.push({ start: next![0]!.start, end: next![0]!.end });
        return {
          source: found.source && span(found.source),
          cue: span(found.cue),
          content,
          class: found.class,
          confidence: sound(found.confidence),
        };
      });
    })
    .filter(({ content }) => content.length > 0);
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

interface Reading {
  readonly senses: readonly Cue[];
  /** Items of the cue from its verb on. */
  readonly to: number;
  readonly from: number;
}

/** The senses of the verb at `i`, with the fixed expression it begins. */
function readCue(items: readonly Item[], i: number): Reading | null {
  const { lemma } = items[i]!;
  if (items[i - 1]?.word === "-" || items[i + 1]?.word === "-") return null;
  for (const { words, class: kind, frames } of CUE_PHRASES) {
    const parts = words.split(" ");
    if (
      parts[0] === lemma &&
      parts.every((word, k) => k === 0 || items[i + k]?.word === word || (items[i + k]?.lemma === word && k === parts.length - 1))
    )
      return {
        senses: [{ class: kind, frames: new Set(frames.split(" ").filter(Boolean)), inverts: false }],
        from: i,
        to: i + parts.length,
      };
  }
  const senses = items[i]!.pos === "VERB" ? cuesOf(lemma) : [];
  return senses.length > 0 ? { senses, from: i, to: i + 1 } : null;
}

function reported(items: readonly Item[], i: number, found: readonly Found[]): Found | null {
  const group = verbGroupAt(items, i);
  const light = LIGHT_VERBS.has(items[i]!.lemma) ? afterCueNoun(items, i + 1) : -1;
  const reading = readCue(items, i);
  if ((!reading && light < 0) || group.negated || group.passive) return null;
  const left = items[group.from - 1];
  if (group.infinitive && (!reading || reading.senses[0]!.class !== "speech")) return null;
  if (group.infinitive && left?.lemma !== "go" && left?.word !== "on") return null;
  if (left && /^(DET|ADJ)$/.test(left.pos) && !group.participle && items[i]!.word.endsWith("ed")) return null;
  const who = sourceOf(items, i, group, found, reading?.senses.some(({ inverts }) => inverts) ?? false);
  if (!who) return null;
  if (who.source && items.slice(who.source.from, who.source.to).some(({ lemma }) => SIGNS.has(lemma))) return null;
  const doubt = (group.modal ? 0.15 : 0) + (who.inherited ? 0.1 : 0) + (/^(if|when|unless|whether)$/.test(who.binder) ? 0.25 : 0);
  const base = (kind: CueClass) => CLASS_CONFIDENCE[kind] - doubt;
  if (light > 0) {
    const to = contentEnd(items, light, items.length);
    if (to > light)
      return {
        source: who.source,
        cue: { from: group.from, to: light },
        content: [{ from: light, to }],
        class: "speech",
        confidence: base("speech") - 0.15,
      };
  }
  if (!reading) return null;
  const cue = { from: group.from, to: reading.to };
  const speech = (kind: CueClass) => !/^(thought|finding|judgement)$/.test(kind);
  const before =
    who.inverted || /^(as)$/.test(who.binder) || isQuote(items[who.clause - 1]) ? contentBefore(items, who.clause, found) : null;
  for (const sense of reading.senses) {
    const after = complementAfter(
      items,
      who.inverted ? who.after : reading.to,
      sense.frames,
      speech(sense.class) || sense.class === "judgement",
    );
    if (!after || (who.inverted && after.how !== "quotation" && after.how !== "colon")) continue;
    if (group.modal && (sense.class === "thought" || sense.class === "finding")) continue;
    const content: Range[] = [
      { from: after.from, to: who.binder === "" ? after.to : endOfSubordinate(items, who.binder, after) },
    ];
    if ((after.how === "quotation" || after.how === "colon") && before && isQuote(items[before.to - 1])) {
      if (sense.class === "judgement") continue;
      content.unshift(before);
    }
    const object =
      after.how === "object"
        ? 0.05
        : after.how === "bare"
          ? 0.02
          : after.how === "quotation" || after.how === "colon"
            ? -0.05
            : 0;
    if (sense.class === "judgement" && after.how === "quotation" && items[after.from]!.quotation!.closed === false) continue;
    return { source: who.source, cue, content, class: sense.class, confidence: base(sense.class) - object, modal: group.modal };
  }
  const speaks = reading.senses.find(({ class: kind, inverts }) => kind === "speech" || inverts);
  const behindQuotation = isQuote(items[who.clause - 1]) && reading.senses[0]!.class !== "judgement";
  const sense = speaks ?? (behindQuotation ? reading.senses[0] : undefined);
  if (!sense && !reading.senses.some(({ frames }) => frames.has("clause"))) return null;
  const kind = (sense ?? reading.senses[0]!).class;
  const relative = whatIsSaid(items, who, reading.to);
  if (relative) return { source: who.source, cue, content: relative, class: kind, confidence: base(kind) - 0.1 };
  const rest = afterTag(items, who.inverted ? who.after : reading.to, reading.senses);
  if (who.binder === "as" && who.clause <= 2 && items[rest]?.word === ",") {
    const to = contentEnd(items, rest + 1, items.length);
    if (to > rest + 1)
      return { source: who.source, cue, content: [{ from: rest + 1, to }], class: kind, confidence: base(kind) - 0.05 };
  }
  if (who.inherited) return null;
  const quotesOnly = reading.senses.every(({ frames }) => frames.size === 0);
  const content = around(items, before ?? contentBefore(items, who.binder === "as" ? who.clause - 1 : who.clause, found), rest);
  if (content && !(quotesOnly && !content.some(({ from, to }) => isQuote(items[from]) || isQuote(items[to - 1]))))
    return {
      source: who.source,
      cue,
      content,
      class: kind,
      confidence: base(kind) + (isQuote(items[content[0]!.from]) ? 0.06 : -0.03),
    };
  if (items[rest]?.word === ":" && rest === items.length - 1)
    return { source: who.source, cue, content: [], class: kind, confidence: base(kind) };
  return null;
}

interface Who {
  readonly source: Range | null;
  /** Where the clause of source and cue begins: content before it ends here. */
  readonly clause: number;
  readonly binder: string;
  readonly inherited: boolean;
  readonly inverted: boolean;
  /** Behind an inverted source. */
  readonly after: number;
}

/** Whether a report is the sentence's own: not in a relative clause ("which he said"), nor within what another report tells. */
function leads(items: readonly Item[], { cue, source }: Found, found: readonly Found[]): boolean {
  const binder = items[(source?.from ?? cue.from) - 1];
  if (binder && /^(which|who|whom|what)$/.test(binder.word)) return false;
  if (source && source.to < cue.from && /^(who|which)$/.test(items[cue.from - 1]!.word)) return false;
  return !found.some(({ content }) => content.some(({ from, to }) => from <= cue.from && cue.to <= to));
}

function sourceOf(
  items: readonly Item[],
  verb: number,
  group: ReturnType<typeof verbGroupAt>,
  found: readonly Found[],
  inverts: boolean,
): Who | null {
  const left = items[group.from - 1];
  const plain = { clause: group.from, binder: "", inherited: false, inverted: false, after: verb + 1 };
  const inherit = (): Who | null => {
    const source =
      found.findLast((one) => one.cue.to <= group.from && leads(items, one, found))?.source ?? mainSubject(items, group.from);
    return source ? { ...plain, source, inherited: true } : null;
  };
  if (group.infinitive) {
    const subject = mainSubject(items, group.from);
    return subject ? { ...plain, source: subject, inherited: true } : null;
  }
  if (group.participle) {
    if (!left) {
      const source = subjectOfNextClause(items, verb);
      return source ? { ...plain, source, inherited: true } : null;
    }
    if (/^(NOUN|PROPN|PRON)$/.test(left.pos) && !isDocument(left)) {
      const subject = subjectBefore(items, group.from);
      if (subject && !hasTensed(items, subject) && !hasTensed(items, { from: subject.clause, to: subject.from }))
        return { ...plain, ...subject, source: subject, clause: subject.clause, inherited: true };
    }
    return isBreak(left) || isQuote(left) || /^(CCONJ|ADP|NOUN|SCONJ|ADV|VERB)$/.test(left.pos) ? inherit() : null;
  }
  const subject = subjectBefore(items, group.from);
  const behindQuote = isQuote(left) || (left?.word === "," && group.from > 1);
  if (inverts && behindQuote && group.from === verb && (!subject || isQuote(left) || !/^(aside)$/.test(subject.binder))) {
    const source = subjectAfter(items, verb);
    const end = source && items[source.to];
    const tag =
      source &&
      (!end || isBreak(end) || isQuote(end) || /^(ADP|SCONJ|ADV|PRON|VERB|CCONJ|NOUN|DET|PROPN|NUM|ADJ)$/.test(end.pos)) &&
      !(end && isTensed(items, source.to) && !end.word.endsWith("ed"));
    const content = contentBefore(items, group.from, found);
    const clause = content && (isQuote(items[content.to - 1]) || hasTensed(items, content) || !subject);
    if (tag && clause && !(subject && !isQuote(left) && complementAfter(items, verb + 1, new Set(["clause"]), true)))
      return { ...plain, source, inverted: true, after: source.to };
  }
  if (subject) return { ...plain, ...subject, source: { from: subject.from, to: subject.to } };
  if (left?.pos === "CCONJ" || (left?.word === "," && found.length > 0)) return inherit();
  return null;
}

/** Behind the listener, adverbs and the asides of an inverted speaker. */
function afterTag(items: readonly Item[], from: number, senses: readonly Cue[]): number {
  let at = from;
  if (senses.some(({ frames }) => frames.has("whom"))) at = Math.max(at, nounPhraseAt(items, at, items.length).to);
  return skipAdverbials(items, at, items.length);
}

/** The clause or quotation that ends right before `to`, down to the start of the unit or the report before. */
function contentBefore(items: readonly Item[], to: number, found: readonly Found[]): Range | null {
  let end = to;
  while (end > 0 && /^[,\u2014\u2013;]$|^--?$/.test(items[end - 1]!.word)) end--;
  const comma = end < to;
  if (end === 0) return null;
  const last = items[end - 1]!;
  if (!comma && !isQuote(last) && !/^[?!\u2026]$|^\.\.\.$/.test(last.word)) return null;
  let floor = behindDateline(items);
  for (const { content, cue } of found)
    if (content.some((range) => range.to <= cue.from) && cue.to < end) floor = Math.max(floor, cue.to);
  while (floor < end && (isBreak(items[floor]!) || items[floor]!.pos === "CCONJ")) floor++;
  if (isQuote(last)) {
    let from = end - 1;
    while (from > floor && (isQuote(items[from - 1]) || (items[from - 1]!.word === "," && isQuote(items[from - 2])))) from--;
    const edge = items[from - 1];
    const whole =
      !edge ||
      from <= floor ||
      (isBreak(edge) && edge.word !== "(" && (items[from]!.capital || edge.word === ":")) ||
      (edge.pos === "CCONJ" && items[from]!.capital);
    if (whole) return { from, to: end };
    return { from: floor, to: end };
  }
  const range = { from: floor, to: end };
  return end > floor && (hasTensed(items, range) || items.slice(floor, end).some(isQuote) || end - floor <= 12) ? range : null;
}

/** Where the text begins behind "VELISSE (AP) —". */
function behindDateline(items: readonly Item[]): number {
  const dash = items.slice(0, 12).findIndex(({ word }) => /^[\u2014\u2013-]$|^--$/.test(word));
  const placed = dash > 0 && items[0]!.shout && items[dash]!.start > items[dash - 1]!.end;
  return placed ? dash + 1 : 0;
}

/** What stands before a tag, and after it where it goes on: `"A," he said, "B"`; "The deal, he said, is off". */
function around(items: readonly Item[], before: Range | null, rest: number): Range[] | null {
  if (!before) return null;
  const next = items[rest];
  const complete = hasTensed(items, before) || isQuote(items[before.to - 1]);
  const content: Range[] = [before];
  if (next && isQuote(next)) content.push({ from: rest, to: contentEnd(items, rest, items.length) });
  else if (next && /^[,:\u2014\u2013]$/.test(next.word) && items[rest + 1]) {
    const follow = items[rest + 1]!;
    const quoted = isQuote(items[before.to - 1]);
    const goesOn = quoted
      ? isQuote(follow)
      : !follow.word.endsWith("ing") &&
        !/^(who|which|whose|as|when|while|without|according|citing|in|at|during|after|before|a|an|speaking|adding|saying)$/.test(
          follow.word,
        );
    if (isQuote(follow) || goesOn || !complete) {
      const to = contentEnd(items, rest + 1, items.length);
      if (to > rest + 1) content.push({ from: rest + 1, to });
    }
  }
  return complete || content.length > 1 ? content : null;
}

/** "While he said it was over, others went on": content in a subordinate clause ends where the main clause begins. */
function endOfSubordinate(items: readonly Item[], binder: string, { from, to }: Range): number {
  if (!/^(while|when|although|though|after|before|since|because|if|until|unless|as)$/.test(binder)) return to;
  for (let i = from + 1; i < to - 1; i++)
    if (
      items[i]!.word === "," &&
      /^(DET|PRON|PROPN|NOUN|NUM|ADJ)$/.test(items[i + 1]!.pos) &&
      !isWh(items[i + 1]!) &&
      hasTensed(items, { from: i + 1, to })
    )
      return i;
  return to;
}

/** "which he said had grown": the relative word and what follows the cue. */
function whatIsSaid(items: readonly Item[], who: Who, after: number): Range[] | null {
  const wh = items[who.clause - 1];
  if (!wh || !/^(which|who|that)$/.test(wh.word) || who.binder !== wh.word) return null;
  if (!items[after] || !isTensed(items, after)) return null;
  const to = contentEnd(items, after, items.length);
  return to > after
    ? [
        { from: who.clause - 1, to: who.clause },
        { from: after, to },
      ]
    : null;
}

/** A verb that ends a noun phrase: "according to a list seen by" goes on. */
const isVerbOf = (items: readonly Item[], i: number): boolean =>
  isTensed(items, i) && !(items[i]!.pos === "VERB" && (/(ed|en|wn)$/.test(items[i]!.word) || items[i + 1]?.word === "by"));

/** "according to the ministry". */
function according(items: readonly Item[], i: number, found: readonly Found[]): Found | null {
  let to = i + 2;
  while (
    to < items.length &&
    !isBreak(items[to]!) &&
    !isQuote(items[to]) &&
    !isVerbOf(items, to) &&
    !/^(who|which|as|because|while|but|that)$/.test(items[to]!.word)
  )
    to++;
  const source = { from: i + 2, to };
  if (to === i + 2) return null;
  const cue = { from: i, to: i + 2 };
  const made = (content: readonly Range[]): Found => ({ source, cue, content, class: "speech", confidence: 0.85 });
  let floor = 0;
  for (const { content, cue: other } of found)
    if (content.some((range) => range.to <= other.from)) floor = Math.max(floor, other.to);
  while (floor < i && (isBreak(items[floor]!) || items[floor]!.pos === "CCONJ")) floor++;
  const bare = i > floor && !isBreak(items[i - 1]!) && items[i - 1]!.pos !== "CCONJ" && !isQuote(items[i - 1]);
  const before = bare ? { from: floor, to: i } : contentBefore(items, i, found);
  const end = items[to];
  if (before && hasTensed(items, before)) return made([before]);
  if (before && isQuote(items[before.to - 1])) return made(around(items, before, to) ?? [before]);
  if (end?.word === ",") {
    let from = to + 1;
    const second = items.findIndex(({ word }, k) => k > from && word === ",");
    if (
      second > 0 &&
      !hasTensed(items, { from, to: second }) &&
      hasTensed(items, { from: second, to: items.length }) &&
      /^(DET|PROPN|NUM|PRON)$/.test(items[from]!.pos) &&
      items[second + 1] &&
      !isTensed(items, second + 1)
    ) {
      from = second + 1;
    }
    const after = contentEnd(items, from, items.length);
    if (after > from) return made(before ? [before, { from, to: after }] : [{ from, to: after }]);
  }
  return null;
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
