import type { Article, Excerpt, Span } from "../model.ts";
import type { Store } from "../store/store.ts";

/** Excerpts with the other outlets that carry each: those whose copy of the article has the sentence as well, word for word. */
export async function withOutlets(store: Store, workspace: string, excerpts: readonly Excerpt[]): Promise<Excerpt[]> {
  const copies = await store.copies(workspace, [...new Set(excerpts.map(({ article }) => article.id))]);
  return excerpts.map((excerpt) => {
    const { article, span } = excerpt;
    const sentence = oneSpaced(article, span);
    const others = (copies.get(article.id) ?? []).filter((copy) =>
      copy.sentences.some((each) => oneSpaced(copy, each) === sentence),
    );
    const also = new Set(others.flatMap(({ outlet }) => (outlet === null || outlet === article.outlet ? [] : [outlet])));
    return also.size > 0 ? { ...excerpt, also: [...also] } : excerpt;
  });
}

const oneSpaced = ({ text }: Article, { start, end }: Span) => text.slice(start, end).replace(/\s+/g, " ").trim();
