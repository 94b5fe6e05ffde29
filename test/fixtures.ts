import type { Run } from "../src/chat/answer.ts";
import type { User } from "../src/chat/channel.ts";
import type { Article, Speaker, Statement, StatementKind } from "../src/model.ts";

/** An article whose sentences end with ". " or a line feed; everything not given is unknown. */
export function makeArticle(id: string, text: string, known: Partial<Article> = {}): Article {
  const sentences = [...text.matchAll(/\S[^\n]*?(?:[.?!]["”’]?(?=\s|$)|(?=\n|$))/g)].map(({ 0: sentence, index }) => ({
    start: index,
    end: index + sentence.length,
  }));
  const unknown = { title: null, outlet: null, author: null, publishedAt: null, modifiedAt: null, url: null };
  return { id, text, sentences, ...unknown, language: null, file: null, ...known };
}

/** A statement whose fragments, cue and source are found by their words; throws when the text does not hold them. */
export function makeStatement(
  article: Article,
  content: string | readonly string[],
  known: { speaker?: Speaker | string | null; kind?: StatementKind; cue?: string; source?: string; confidence?: number } = {},
): Statement {
  const spans = [content].flat().map((words) => find(article.text, words));
  const speaker = typeof known.speaker === "string" ? { name: known.speaker, role: null } : (known.speaker ?? null);
  return {
    id: `${article.id}:${spans[0]!.start}`,
    articleId: article.id,
    kind: known.kind ?? "indirect",
    content: spans,
    cue: known.cue === undefined ? null : find(article.text, known.cue),
    source: known.source === undefined ? null : find(article.text, known.source),
    speaker,
    mentions: known.source === undefined ? [] : [known.source],
    confidence: known.confidence ?? 1,
  };
}

function find(text: string, words: string) {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`the text does not hold "${words}"`);
  return { start, end: start + words.length };
}

export const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

/** Somebody who asks, and may do everything. */
export const ADA: User = { id: "u", name: "Ada", isManager: () => true };

/** For tests in which nothing goes wrong unseen. */
export const rethrow = ({ fault }: Run): void => {
  if (fault) throw fault.error;
};
