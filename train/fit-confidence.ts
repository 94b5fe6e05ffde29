import type { Span } from "../src/model.ts";
import type { Assembled } from "../src/statements/assemble.ts";
import { evidenceOf } from "../src/statements/confidence.ts";
import { cueClassOf } from "../src/statements/cue-class.ts";
import { evidenceOf as taggedEvidenceOf } from "../src/statements/tagger/evidence.ts";
import type { Linked } from "../src/statements/tagger/link.ts";
import type { Tagging } from "../src/statements/tagger/tagging.ts";
import type { TokenSpan } from "../src/statements/tagger/tokens.ts";
import { type Library, taggingOf } from "./corpus.ts";
import type { Range } from "./gold.ts";
import { fitLogistic } from "./logistic.ts";
import { matchStatements, type Predicted } from "./score.ts";

function rangeOf(library: Library, d: number, { from, to }: TokenSpan): Range {
  const { starts, ends } = library.documents[d]!;
  return [starts[from]!, ends[to - 1]!];
}

/** A tagged statement of article `d` as the scorer takes it. */
export function predictedOf(library: Library, d: number, { content, source }: Linked): Predicted {
  return { content: content.map((span) => rangeOf(library, d, span)), source: source && rangeOf(library, d, source) };
}

/** Learns how far the statements of the tagger can be trusted, from articles tagged unseen. */
export function fitConfidence(library: Library, tagging: Tagging, linked: readonly (readonly Linked[])[]): Float32Array {
  const rows = library.tokens.map((tokens, d) => {
    const own = taggingOf(library, tagging, d);
    return linked[d]!.map((row) => ({ evidence: taggedEvidenceOf(tokens, own, row), predicted: predictedOf(library, d, row) }));
  });
  return fitJudgement(library, rows);
}

/** Learns how far statements can be trusted that the tagger and the rules found together. */
export function fitCombined(library: Library, assembled: readonly (readonly Assembled[])[]): Float32Array {
  const range = ({ start, end }: Span): Range => [start, end];
  const rows = assembled.map((statements, d) =>
    statements.map((row) => ({
      evidence: evidenceOf(row, row.cue && cueClassOf(library.documents[d]!, row.cue)),
      predicted: { content: row.content.map(range), source: row.source && range(row.source) },
    })),
  );
  return fitJudgement(library, rows);
}

/** Learns what evidence tells of a statement, which is right if it covers more than 0.3 of an annotated one and its source touches that one's. */
function fitJudgement(
  { articles }: Library,
  rows: readonly (readonly { readonly evidence: number[]; readonly predicted: Predicted }[])[],
): Float32Array {
  const answers = rows.flatMap((statements, d) => {
    const article = articles[d]!;
    const right = new Set<number>();
    const all = statements.map(({ predicted }) => predicted);
    matchStatements(article, all, 0.3).forEach((found, g) => {
      if (found < 0) return;
      const gold = article.attributions[g]!.source;
      const { source } = all[found]!;
      if (gold.length === 0 || (source && gold.some(([s, e]) => s < source[1] && source[0] < e))) right.add(found);
    });
    return statements.map((_, k) => (right.has(k) ? 1 : 0));
  });
  return Float32Array.from(
    fitLogistic(
      rows.flatMap((statements) => statements.map(({ evidence }) => evidence)),
      answers,
    ),
  );
}
