import { logOdds } from "../logistic.ts";
import type { Linked } from "./link.ts";
import { beginMass, insideMass, partMass, type Tagging } from "./tagging.ts";
import { PART } from "./tags.ts";
import { gapBetween, type TokenSpan, type Tokens } from "./tokens.ts";

/** What is judged of a statement, in the order of the learned weights. */
export const EVIDENCE = [
  "always",
  "cue",
  "cue, weakest word",
  "no cue",
  "source",
  "no source",
  "source from another sentence",
  "content, weakest word",
  "content, mean",
  "content's start",
  "content's end",
  "content's end, ahead",
  "in quotation marks",
  "partly in quotation marks",
  "a cue in quotation marks",
  "fragments",
  "length",
  "very short",
  "short",
  "long",
  "no cue, in quotation marks",
  "no cue, a cue next to it",
  "the cue's distance",
  "the source's distance",
  "first paragraph",
  "weakest link",
] as const;

/** Probabilities tell nothing nearer to 0 and 1. */
const LEAST = 0.002;
const logit = (probability: number): number => logOdds(probability, LEAST);

/** How likely the least and the most likely token of a span are of a part. */
function extremes(tagging: Tagging, span: TokenSpan, part: number): { least: number; most: number } {
  let least = 1;
  let most = 0;
  for (let k = span.from; k < span.to; k++) {
    const p = partMass(tagging, k, part);
    least = Math.min(least, p);
    most = Math.max(most, p);
  }
  return { least, most };
}

/** The evidence for a statement, one number per entry of `EVIDENCE`. */
export function evidenceOf(tokens: Tokens, tagging: Tagging, { content, cue, source }: Linked): number[] {
  let least = 1;
  let sum = 0;
  let length = 0;
  let inMarks = 0;
  for (const span of content) {
    for (let k = span.from; k < span.to; k++) {
      const p = partMass(tagging, k, PART.content);
      least = Math.min(least, p);
      sum += p;
      length += 1;
      inMarks += tokens.quoted[k]!;
    }
  }
  const head = content[0]!;
  const tail = content[content.length - 1]!;
  const quoted = inMarks === length;
  const start = Math.max(beginMass(tagging, head.from, PART.content), 1e-3);
  const sameParagraph = tail.to < tokens.count && tokens.paragraph[tail.to]! === tokens.paragraph[tail.to - 1]!;
  const beyond = sameParagraph ? 1 - insideMass(tagging, tail.to, PART.content) : 1;
  const cueMass = cue ? extremes(tagging, cue, PART.cue) : { least: 0, most: 0 };
  const sourceMass = source ? extremes(tagging, source, PART.source) : { least: 0, most: 0 };
  const farSource = source !== null && tokens.sentence[source.from]! !== tokens.sentence[(cue ?? head).from]!;
  const yes = (condition: boolean): number => (condition ? 1 : 0);
  return [
    1,
    cue ? logit(cueMass.most) : 0,
    cue ? logit(cueMass.least) : 0,
    yes(!cue),
    source && !farSource ? logit(sourceMass.most) : 0,
    yes(!source),
    yes(farSource),
    logit(least),
    logit(sum / length),
    logit(start),
    logit(beyond),
    beyond,
    yes(quoted),
    yes(inMarks > 0 && !quoted),
    yes(cue !== null && tokens.quoted[cue.from]! === 1),
    Math.min(3, content.length - 1),
    Math.log(length) / 3,
    yes(length < 3),
    yes(length < 6),
    yes(length > 40),
    yes(!cue && quoted),
    yes(!cue && farSource),
    cue ? Math.min(...content.map((span) => gapBetween(span, cue)), 20) / 10 : 0,
    cue && source ? Math.min(gapBetween(cue, source), 20) / 10 : 0,
    yes(tokens.paragraph[head.from]! === 0),
    logit(Math.min(cue ? cueMass.most : 1, source && !farSource ? sourceMass.most : 1, start)),
  ];
}
