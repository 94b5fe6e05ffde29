import type { Assembled } from "./assemble.ts";
import { cueClassOf } from "./cue-class.ts";
import type { CueClass } from "./cues.ts";
import type { Document } from "./document.ts";
import { logOdds, probabilityOf } from "./logistic.ts";
import { isSaid } from "./said.ts";

/** What tells how far a statement can be trusted, in the order of the learned weights. */
export const EVIDENCE = [
  "always",
  "the rules alone",
  "the tagger alone",
  "the rules' confidence",
  "the tagger's confidence",
  "the tagger's confidence, alone",
  "two sources",
  "no source",
  "no cue",
  "in quotation marks",
  "the rules alone, in quotation marks",
  "partly in quotation marks",
  "a judgement or request",
  "a commitment, denial or question",
  "a thought or finding",
  "length",
] as const;

/** Most that a statement is worth whose cue tells of no utterance, below the minimum confidence of what is shown. */
const NOT_UTTERED = 0.45;
/** From this confidence of the rules on a quotation without a cue carries on what was said in its own paragraph. */
const WITHIN = 0.6;
/** Characters from which on length tells nothing more. */
const LONG = 60;

/** Confidences tell nothing nearer to 0 and 1. */
const LEAST = 0.005;
const logit = (confidence: number): number => logOdds(confidence, LEAST);

/** The evidence for a statement whose cue is of class `told`, one number per entry of `EVIDENCE`. */
export function evidenceOf({ source, cue, content, kind, rules, tagger, disputed }: Assembled, told: CueClass | null): number[] {
  const yes = (condition: boolean): number => (condition ? 1 : 0);
  const isOf = (...classes: CueClass[]): number => yes(told !== null && classes.includes(told));
  return [
    1,
    yes(tagger === null),
    yes(rules === null),
    rules === null ? 0 : logit(rules),
    tagger === null ? 0 : logit(tagger),
    rules === null && tagger !== null ? logit(tagger) : 0,
    yes(disputed),
    yes(source === null),
    yes(cue === null),
    yes(kind === "direct"),
    yes(kind === "direct" && tagger === null),
    yes(kind === "mixed"),
    isOf("judgement", "request"),
    isOf("commitment", "denial", "question"),
    isOf("thought", "finding"),
    Math.min(1, content.reduce((sum, { start, end }) => sum + end - start, 0) / LONG),
  ];
}

/**
 * How likely it is that a statement was made, and by its source: by logistic regression on its evidence, learned from articles that neither
 * reader had seen. What was only thought, found or possible was not said, so it stays below the minimum of what is shown. A quotation
 * that carries on what was said before it keeps what the rules gave it, unless the tagger names another source: the annotated articles
 * count it to that statement.
 */
export function confidenceOf(document: Document, statement: Assembled, weights: ArrayLike<number>): number {
  const told = statement.cue && cueClassOf(document, statement.cue);
  const probability = probabilityOf(evidenceOf(statement, told), weights);
  if (!isSaid(document, statement, told)) return Math.min(probability, NOT_UTTERED);
  const { rules, tagger, cue, disputed } = statement;
  const carriesOn = cue === null && rules !== null && !disputed && (tagger !== null || rules >= WITHIN);
  return carriesOn ? Math.max(probability, rules) : probability;
}
