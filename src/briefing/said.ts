import type { Hit } from "../model.ts";

/** What was said, without what stands between its parts. */
export const wordsOf = ({ statement, article }: Hit): string =>
  statement.content.map(({ start, end }) => article.text.slice(start, end)).join(" ");

/** The sentences that it stands in. */
export const sentencesOf = ({ statement, article }: Hit): string =>
  article.sentences
    .filter(({ start, end }) => statement.content.some((span) => span.start < end && span.end > start))
    .map(({ start, end }) => article.text.slice(start, end))
    .join(" ");
