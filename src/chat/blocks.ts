import type { Article, ArticleEntry, Excerpt, Hit, Span } from "../model.ts";
import type { ArticleBlock, ExcerptBlock, Passage, Receipt, StatementBlock } from "./card.ts";
import { explain } from "./explain.ts";
import { otherSurroundings, surroundings } from "./surroundings.ts";

/** A statement as an answer shows it; every word of it is a slice of the article. */
export function statementBlock(hit: Hit, show: { number?: number; context?: boolean; explain?: boolean } = {}): StatementBlock {
  const { statement, article } = hit;
  return {
    type: "statement",
    ...(show.number !== undefined && { number: show.number }),
    speaker: statement.speaker,
    kind: statement.kind,
    cue: cueOf(hit),
    passages: statement.content.map((span, k) => passage(hit, span, statement.content[k - 1])),
    receipt: receipt(article, hit.also),
    ...(show.context && { context: surroundings(hit), ...elsewhere(hit) }),
    ...(show.explain && { explanation: explain(hit) }),
  };
}

/** Other articles with something else around the same words, each with its own receipt; nothing where there are none. */
function elsewhere(hit: Hit): Pick<StatementBlock, "elsewhere"> {
  const { shown, left } = otherSurroundings(hit);
  if (shown.length === 0) return {};
  const contexts = shown.map((other) => ({ context: surroundings(other), receipt: receipt(other.article, undefined) }));
  return { elsewhere: { contexts, left } };
}

export const excerptBlock = ({ article, span, also }: Excerpt): ExcerptBlock => ({
  type: "excerpt",
  text: slice(article, span),
  receipt: receipt(article, also),
});

/** An article with a remark on it. */
export const articleBlock = ({ article, also }: Pick<ArticleEntry, "article" | "also">, note: string): ArticleBlock => ({
  type: "article",
  receipt: receipt(article, also),
  author: article.author?.toLowerCase() === article.outlet?.toLowerCase() ? null : article.author,
  changedAt: changedAt(article),
  note,
});

function changedAt({ publishedAt, modifiedAt }: Article): Date | null {
  const day = (date: Date | null): string => date?.toISOString().slice(0, 10) ?? "";
  return publishedAt !== null && day(modifiedAt) > day(publishedAt) ? modifiedAt : null;
}

const receipt = ({ title, outlet, publishedAt, url, file }: Article, also: readonly string[] | undefined): Receipt => ({
  title,
  outlet,
  ...(also && also.length > 0 && { also }),
  publishedAt,
  url,
  file,
});

const slice = ({ text }: Article, { start, end }: Span) => text.slice(start, end);

const OPENING = /["'\u201c\u2018\u201e\u00ab`]\s?$/;
const WORDS = /[\p{L}\p{N}]/u;
/** The words that tell of the saying; a colon, or the dash before a signature, is none. */
function cueOf({ statement, article }: Hit): string | null {
  const cue = statement.cue && slice(article, statement.cue);
  return cue !== null && WORDS.test(cue) ? cue : null;
}

const CLOSING = /^\s?["'\u201d\u2019\u201c\u00bb]/;

/**
 * A direct fragment stands between quotation marks; one of a mixed statement does when marks touch it on both sides. Reported words
 * are shown without the "that" which leads into them.
 */
function passage({ statement, article }: Hit, span: Span, previous: Span | undefined): Passage {
  const before = article.text.slice(Math.max(0, span.start - 2), span.start);
  const after = article.text.slice(span.end, span.end + 2);
  const quoted = statement.kind === "direct" || (statement.kind === "mixed" && OPENING.test(before) && CLOSING.test(after));
  const gap = previous !== undefined && WORDS.test(article.text.slice(previous.end, span.start));
  return { text: slice(article, span).replace(quoted || gap ? /^/ : /^that\s+/i, ""), quoted, gap };
}
