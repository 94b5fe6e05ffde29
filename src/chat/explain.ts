import type { Hit, Span } from "../model.ts";
import type { Explanation } from "./card.ts";

type Part = NonNullable<Explanation["segments"][number]["part"]>;

/** Marks source, cue and content in the sentences they stand in; where they stand apart, an ellipsis takes the place of the rest. */
export function explain({ statement, article }: Hit): Explanation {
  const { source, cue, content, mentions, confidence } = statement;
  const parts: [Part, Span][] = [
    ...(source ? ([["source", source]] as [Part, Span][]) : []),
    ...(cue ? ([["cue", cue]] as [Part, Span][]) : []),
    ...content.map((span): [Part, Span] => ["content", span]),
  ];
  const partAt = (offset: number): Part | null =>
    parts.find(([, span]) => span.start <= offset && offset < span.end)?.[0] ?? null;
  const segments: Explanation["segments"][number][] = [];
  let last = -1;
  article.sentences.forEach((sentence, number) => {
    if (!parts.some(([, span]) => span.start < sentence.end && span.end > sentence.start)) return;
    if (segments.length > 0) segments.push({ text: number === last + 1 ? " " : " … ", part: null });
    last = number;
    const borders = parts.flatMap(([, { start, end }]) => [start, end]).filter((at) => at > sentence.start && at < sentence.end);
    const cuts = [...new Set([sentence.start, ...borders, sentence.end])].sort((a, b) => a - b);
    for (const [k, from] of cuts.slice(0, -1).entries()) {
      segments.push({ text: article.text.slice(from, cuts[k + 1]), part: partAt(from) });
    }
  });
  return { segments, mentions, confidence };
}
