import type { Span } from "../src/model.ts";
import { UTTERED } from "../src/statements/cue-class.ts";
import type { Weights } from "../src/statements/tagger/weights.ts";
import { type Extracted, extract } from "./extracted.ts";
import type { GoldArticle, Range } from "./gold.ts";
import { isSpeech, matchStatements, type Predicted, score, show } from "./score.ts";

const rangeOf = ({ start, end }: Span): Range => [start, end];

function predictedOf({ content, source }: Extracted): Predicted {
  return { content: content.map(rangeOf), source: source && rangeOf(source) };
}

/** Reads annotated articles with the engine itself. */
export function readAll(articles: readonly GoldArticle[], weights: Weights): Extracted[][] {
  return articles.map(({ text }) => extract(text, weights));
}

/** The scorer's figures on one line. */
export function figures(articles: readonly GoldArticle[], extracted: readonly (readonly Extracted[])[]): string {
  return show(
    score(
      articles,
      extracted.map((rows) => rows.map(predictedOf)),
    ),
  );
}

/** Speech as a reader of /who-said expects it: a cue of something uttered, or a quotation that no cue of another class claims. */
function isShown(statement: Extracted): boolean {
  return UTTERED.has(statement.class) || (statement.class === null && statement.kind !== "indirect");
}

/**
 * Precision and recall on speech for one minimum confidence. Of the statements shown, those are right that cover more than 0.3 of an
 * annotated one, each its own, and "named" also those whose source touches that one's. Recall is the share of the annotated statements
 * with a cue of saying that are found and named among those shown.
 */
function speechAt(
  articles: readonly GoldArticle[],
  extracted: readonly (readonly Extracted[])[],
  minimum: number,
): { shown: number; right: number; named: number; recall: number } {
  let shown = 0;
  let right = 0;
  let named = 0;
  let spoken = 0;
  let found = 0;
  articles.forEach((article, d) => {
    const rows = extracted[d]!.filter((row) => row.confidence >= minimum && isShown(row)).map(predictedOf);
    shown += rows.length;
    matchStatements(article, rows, 0.3).forEach((match, g) => {
      const { source, cue } = article.attributions[g]!;
      const speech = isSpeech(article.text, cue);
      if (speech) spoken += 1;
      if (match < 0) return;
      right += 1;
      const own = rows[match]!.source;
      if (source.length > 0 && !(own && source.some(([s, e]) => s < own[1] && own[0] < e))) return;
      named += 1;
      if (speech) found += 1;
    });
  });
  return { shown, right: right / shown, named: named / shown, recall: found / spoken };
}

/** Lines of `speechAt` for a range of minimum confidences. */
export function speechTable(articles: readonly GoldArticle[], extracted: readonly (readonly Extracted[])[]): string[] {
  const percent = (share: number): string => (100 * share).toFixed(1);
  return [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((minimum) => {
    const { shown, right, named, recall } = speechAt(articles, extracted, minimum);
    return `confidence >= ${minimum}: ${shown} shown, right ${percent(right)}, right and named ${percent(named)}, recall on speech ${percent(recall)}`;
  });
}
