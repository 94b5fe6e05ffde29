import { hasTensed, isTensed, nounPhraseAt, type Range, skipAdverbials, type VerbGroup, verbGroupAt } from "./clauses.ts";
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

/** A cue whose source is known, and what is looked at for its content. */
interface Saying {
  readonly items: readonly Item[];
  /** Reports before it in the sentence. */
  readonly found: readonly Found[];
  readonly reading: Reading;
  readonly group: VerbGroup;
  readonly who: Who;
  /** The cue as a report has it. */
  readonly cue: Range;
  /** Of something that happened: no infinitive, but that of "went on to say". */
  readonly outright: boolean;
  /** What stands before an inverted source, "as" or a quotation's tag, and may be content. */
  readonly before: Range | null;
  readonly confidence: (kind: CueClass) => number;
}

/** The report whose cue is the verb at `i`, or null; `found` holds those before it. */
export function reported(items: readonly Item[], i: number, found: readonly Found[]): Found | null {
  const light = LIGHT_VERBS.has(items[i]!.lemma) ? afterCueNoun(items, i + 1) : -1;
  const reading = readCue(items, i);
  if (!reading && light < 0) return null;
  const group = verbGroupAt(items, i);
  if (!canReport(items, i, group, reading)) return null;
  const who = sourceOf(items, i, group, found, reading?.senses.some(({ inverts }) => inverts) ?? false);
  if (!who || isSign(items, i, who)) return null;
  const doubt = (group.modal ? 0.15 : 0) + (who.inherited ? 0.1 : 0) + (/^(if|when|unless|whether)$/.test(who.binder) ? 0.25 : 0);
  const confidence = (kind: CueClass): number => CLASS_CONFIDENCE[kind] - doubt;
  const to = light > 0 ? contentEnd(items, light, items.length) : light;
  if (to > light)
    return {
      source: who.source,
      cue: { from: group.from, to: light },
      content: [{ from: light, to }],
      class: "speech",
      confidence: confidence("speech") - 0.15,
    };
  if (!reading) return null;
  const tagged = who.inverted || who.binder === "as" || isQuote(items[who.clause - 1]);
  const saying: Saying = {
    items,
    found,
    reading,
    group,
    who,
    cue: { from: group.from, to: reading.to },
    outright: !group.infinitive || items[group.from - 1]?.lemma === "go" || items[group.from - 1]?.word === "on",
    before: tagged ? contentBefore(items, who.clause, found) : null,
    confidence,
  };
  return reportBehind(saying) ?? (saying.outright ? reportAround(saying) : null);
}

/** Whether the verb can report by its form: "was not told" and "the stated aim" do not, and an infinitive only of speech. */
function canReport(items: readonly Item[], i: number, group: VerbGroup, reading: Reading | null): boolean {
  if (group.negated || group.passive) return false;
  if (group.infinitive && reading?.senses[0]?.class !== "speech") return false;
  const left = items[group.from - 1];
  return !(left && /^(DET|ADJ)$/.test(left.pos) && !group.participle && items[i]!.word.endsWith("ed"));
}

/** "The sign read"; a board is one only where it reads, for boards of people speak too. */
function isSign(items: readonly Item[], i: number, { source }: Who): boolean {
  if (!source) return false;
  const head = items[source.to - 1]!;
  return SIGNS.has(head.lemma) && (items[i]!.lemma === "read" || head.word !== "board");
}

/** The report of the first sense whose content stands behind the cue. */
function reportBehind({ items, found, reading, group, who, cue, outright, before, confidence }: Saying): Found | null {
  for (const { class: kind, frames } of reading.senses) {
    const after = complementAfter(items, who.inverted ? who.after : reading.to, frames, !/^(thought|finding)$/.test(kind));
    if (!after) continue;
    const quoted = after.how === "quotation";
    const announced = quoted || after.how === "colon";
    if (who.inverted && !announced) continue;
    if (!outright && !quoted) continue;
    if (group.modal && (kind === "thought" || kind === "finding")) continue;
    const goesOn = announced && before !== null && isQuote(items[before.to - 1]);
    if (kind === "judgement" && (goesOn || (quoted && items[after.from]!.quotation?.quotation.closed === false))) continue;
    const content: Range[] = [{ from: after.from, to: who.binder === "" ? after.to : endInSubordinate(items, who, after) }];
    if (goesOn) content.unshift(before);
    // 'By spring, Venn said, "none will be left"': what the sentence opens with was said too.
    const held = quoted && !goesOn && !who.inverted && !items[after.from]!.capital;
    const opening = held && items[who.clause - 1]?.word === "," ? contentBefore(items, who.clause, found) : null;
    if (opening && !hasTensed(items, opening)) content.unshift(opening);
    if (after.how === "object") {
      const semicolon = items.findIndex(({ word }, k) => k > after.from && k < after.to && word === ";");
      if (semicolon > 0) content[0] = { from: after.from, to: semicolon };
    }
    const { word: preposition } = items[reading.to]!;
    const whole = after.from === reading.to + 1 && after.how === "object" && frames.has(preposition);
    return {
      source: who.source,
      cue: whole ? { from: cue.from, to: after.from } : cue, // "cautioned against": the preposition may turn the sense round
      content,
      class: kind,
      confidence: confidence(kind) - FRAME_DOUBT[after.how],
      modal: group.modal,
    };
  }
  return null;
}

/** The report whose content stands before the cue, goes on around it, or was announced by "as Venn said,". */
function reportAround({ items, found, reading, who, cue, before, confidence }: Saying): Found | null {
  const { senses } = reading;
  const speaks = senses.find(({ class: kind, inverts }) => kind === "speech" || inverts);
  const behindQuotation = isQuote(items[who.clause - 1]) && senses[0]!.class !== "judgement";
  if (!speaks && !behindQuotation && !senses.some(({ frames }) => frames.has("clause"))) return null;
  const kind = (speaks ?? senses[0]!).class;
  const report = (content: readonly Range[], more: number): Found => ({
    source: who.source,
    cue,
    content,
    class: kind,
    confidence: confidence(kind) + more,
  });
  const relative = whatIsSaid(items, who, reading.to);
  if (relative) return report(relative, -0.1);
  const rest = afterTag(items, who.inverted ? who.after : reading.to, senses);
  if (who.binder === "as" && who.clause <= 2 && items[rest]?.word === ",") {
    const to = contentEnd(items, rest + 1, items.length);
    if (to > rest + 1) return report([{ from: rest + 1, to }], -0.05);
  }
  if (who.inherited) return null;
  const quotesOnly = senses.every(({ frames }) => frames.size === 0);
  const content = around(items, before ?? contentBefore(items, who.binder === "as" ? who.clause - 1 : who.clause, found), rest);
  const quotes = content?.some(({ from, to }) => isQuote(items[from]) || isQuote(items[to - 1]));
  if (content && (quotes || !quotesOnly)) return report(content, isQuote(items[content[0]!.from]) ? 0.06 : -0.03);
  return items[rest]?.word === ":" && rest === items.length - 1 ? report([], 0) : null;
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
