import { hasTensed, isTensed, nounPhraseAt, type Range, skipAdverbials, verbGroupAt } from "./clauses.ts";
import { afterCueNoun, type Complement, complementAfter, contentEnd } from "./complements.ts";
import { type Cue, type CueClass, cuesOf, LIGHT_VERBS, phrasesOf, SIGNS } from "./cues.ts";
import { CLASS_CONFIDENCE, type Found } from "./found.ts";
import { around, contentBefore } from "./preceding.ts";
import { type Item, isQuote } from "./skeleton.ts";
import { endInSubordinate } from "./subordinate.ts";
import { sourceOf, type Who } from "./who.ts";

interface Reading {
  readonly senses: readonly Cue[];
  /** Items of the cue from its verb on. */
  readonly to: number;
  readonly from: number;
}

/** What a frame takes from the confidence of its cue: a quotation is surest, an object may be no words at all. */
const FRAME_DOUBT: Readonly<Record<Complement["how"], number>> = {
  quotation: -0.05,
  colon: -0.05,
  that: 0,
  wh: 0,
  to: 0,
  bare: 0.02,
  object: 0.05,
};

/** The senses of the verb at `i`, with the fixed expression it begins. */
function readCue(items: readonly Item[], i: number): Reading | null {
  const { lemma } = items[i]!;
  if (cuesOf(lemma).length === 0 && !phrasesOf(lemma)) return null;
  if (items[i - 1]?.word === "-" || items[i + 1]?.word === "-") return null;
  for (const { rest, senses } of phrasesOf(lemma) ?? []) {
    const isNext = (word: string, k: number) =>
      items[i + 1 + k]?.word === word || (items[i + 1 + k]?.lemma === word && k === rest.length - 1);
    if (rest.every(isNext)) return { senses, from: i, to: i + 1 + rest.length };
  }
  const senses = items[i]!.pos === "VERB" ? cuesOf(lemma) : [];
  return senses.length > 0 ? { senses, from: i, to: i + 1 } : null;
}

/** The report whose cue is the verb at `i`, or null; `found` holds those before it. */
export function reported(items: readonly Item[], i: number, found: readonly Found[]): Found | null {
  const light = LIGHT_VERBS.has(items[i]!.lemma) ? afterCueNoun(items, i + 1) : -1;
  const reading = readCue(items, i);
  if (!reading && light < 0) return null;
  const group = verbGroupAt(items, i);
  if (group.negated || group.passive) return null;
  const left = items[group.from - 1];
  if (group.infinitive && (!reading || reading.senses[0]!.class !== "speech")) return null;
  const outright = !group.infinitive || left?.lemma === "go" || left?.word === "on";
  if (left && /^(DET|ADJ)$/.test(left.pos) && !group.participle && items[i]!.word.endsWith("ed")) return null;
  const who = sourceOf(items, i, group, found, reading?.senses.some(({ inverts }) => inverts) ?? false);
  if (!who) return null;
  if (
    who.source &&
    SIGNS.has(items[who.source.to - 1]!.lemma) &&
    (items[i]!.lemma === "read" || items[who.source.to - 1]!.word !== "board")
  )
    return null;
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
    if (!outright && after.how !== "quotation") continue;
    if (group.modal && (sense.class === "thought" || sense.class === "finding")) continue;
    const content: Range[] = [{ from: after.from, to: who.binder === "" ? after.to : endInSubordinate(items, who, after) }];
    if ((after.how === "quotation" || after.how === "colon") && before && isQuote(items[before.to - 1])) {
      if (sense.class === "judgement") continue;
      content.unshift(before);
    }
    const held = after.how === "quotation" && content.length === 1 && !who.inverted && !items[after.from]!.capital;
    const opening = held && items[who.clause - 1]?.word === "," ? contentBefore(items, who.clause, found) : null;
    if (opening && !hasTensed(items, opening)) content.unshift(opening);
    if (after.how === "object") {
      const semicolon = items.findIndex(({ word }, k) => k > after.from && k < after.to && word === ";");
      if (semicolon > 0) content[0] = { from: after.from, to: semicolon };
    }
    if (sense.class === "judgement" && after.how === "quotation" && items[after.from]!.quotation?.quotation.closed === false)
      continue;
    const { word: preposition } = items[reading.to]!;
    const whole = after.from === reading.to + 1 && after.how === "object" && sense.frames.has(preposition);
    return {
      source: who.source,
      cue: whole ? { from: cue.from, to: after.from } : cue, // "cautioned against": the preposition may turn the sense round
      content,
      class: sense.class,
      confidence: base(sense.class) - FRAME_DOUBT[after.how],
      modal: group.modal,
    };
  }
  if (!outright) return null;
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

/** Behind the listener, adverbs and the asides of an inverted speaker. */
function afterTag(items: readonly Item[], from: number, senses: readonly Cue[]): number {
  let at = from;
  if (senses.some(({ frames }) => frames.has("whom"))) at = Math.max(at, nounPhraseAt(items, at, items.length).to);
  return skipAdverbials(items, at, items.length);
}

/** "which he said had grown": the relative word and what follows the cue. */
function whatIsSaid(items: readonly Item[], who: Who, after: number): Range[] | null {
  const wh = items[who.clause - 1];
  if (!wh || !/^(which|who|that)$/.test(wh.word) || who.binder !== wh.word) return null;
  if (!items[after] || !isTensed(items, after)) return null;
  const end = contentEnd(items, after, items.length);
  const comma = items.findIndex(({ word }, i) => i > after && i < end && word === "," && isTensed(items, i + 1));
  const to = comma > 0 ? comma : end;
  return to > after
    ? [
        { from: who.clause - 1, to: who.clause },
        { from: after, to },
      ]
    : null;
}
