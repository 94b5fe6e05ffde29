import { END_ROWS, END_WIDTH, endsOf, writeEndFeatures } from "../src/statements/tagger/ends.ts";
import { link } from "../src/statements/tagger/link.ts";
import type { Tagging } from "../src/statements/tagger/tagging.ts";
import { type Library, taggingOf } from "./corpus.ts";
import { tokensOf } from "./gold.ts";
import { createRandom, shuffle } from "./random.ts";

/** One content with its places to end: `rows` of each, and which is right. */
interface Choice {
  readonly places: readonly Int32Array[];
  readonly right: number;
}

const EPOCHS = 12;
const RATE = 0.05;
const SHRINKAGE = 0.02;

/** The annotated end of the content that a span begins or lies in, in tokens; -1 where there is none. */
function annotatedEnd(library: Library, d: number, from: number, to: number): number {
  let best = -1;
  let most = 0;
  for (const { content } of library.articles[d]!.attributions)
    for (const range of content) {
      const [s, e] = tokensOf(library.documents[d]!, range);
      const shared = Math.min(e, to) - Math.max(s, from);
      if (Math.abs(s - from) > 2 || shared <= most) continue;
      most = shared;
      best = e;
    }
  return best;
}

function choicesOf(library: Library, tagging: Tagging, d: number): Choice[] {
  const tokens = library.tokens[d]!;
  const own = taggingOf(library, tagging, d);
  const choices: Choice[] = [];
  const rows = new Int32Array(END_WIDTH);
  for (const { content, cue } of link(tokens, own))
    for (const span of content) {
      const ends = endsOf(tokens, own, span);
      if (!ends || ends.length === 1) continue;
      const right = ends.indexOf(annotatedEnd(library, d, span.from, span.to));
      if (right < 0) continue;
      choices.push({ places: ends.map((end) => rows.slice(0, writeEndFeatures(tokens, own, span, cue, end, rows))), right });
    }
  return choices;
}

/** Learns where contents end from articles tagged unseen: a softmax over the places of each, by Adagrad, averaged over the epochs. */
export function fitEnds(library: Library, tagging: Tagging, articles: readonly number[], seed: number): Float32Array {
  const choices = articles.flatMap((d) => choicesOf(library, tagging, d));
  const weights = new Float64Array(END_ROWS);
  const squares = new Float64Array(END_ROWS).fill(1);
  const average = new Float64Array(END_ROWS);
  const order = Int32Array.from(choices.keys());
  const random = createRandom(seed);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const c of order) {
      const { places, right } = choices[c]!;
      const sums = places.map((rows) => rows.reduce((sum, row) => sum + weights[row]!, 0));
      const top = Math.max(...sums);
      const parts = sums.map((sum) => Math.exp(sum - top));
      const total = parts.reduce((sum, part) => sum + part, 0);
      for (const [p, rows] of places.entries()) {
        const error = parts[p]! / total - (p === right ? 1 : 0);
        if (Math.abs(error) < 1e-3) continue;
        for (const row of rows) {
          const g = error + SHRINKAGE * weights[row]! * Math.abs(error);
          squares[row]! += g * g;
          weights[row]! -= (RATE * g) / Math.sqrt(squares[row]!);
        }
      }
    }
    for (let row = 0; row < END_ROWS; row++) average[row]! += weights[row]! / EPOCHS;
  }
  return Float32Array.from(average);
}
