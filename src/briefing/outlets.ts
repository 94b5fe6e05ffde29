import type { Article, Excerpt, Span } from "../model.ts";
import type { Store } from "../store/store.ts";

/** Excerpts with the other outlets that carry each: those whose copy or original has the sentence as well, word for word. */
export async function withOutlets(store: Store, workspace: string, excerpts: readonly Excerpt[]): Promise<Excerpt[]> {
  const others = new Map<string, readonly Article[]>();
  for (const { id } of new Set(excerpts.map(({ article }) => article))) others.set(id, await findOthers(store, workspace, id));
  return excerpts.map((excerpt) => {
    const { article, span } = excerpt;
    const sentence = oneSpaced(article, span);
    const same = others.get(article.id)!.filter((other) => other.sentences.some((each) => oneSpaced(other, each) === sentence));
    const also = new Set(same.flatMap(({ outlet }) => (outlet === null || outlet === article.outlet ? [] : [outlet])));
    return also.size > 0 ? { ...excerpt, also: [...also] } : excerpt;
  });
}

/** An article's original and all copies of that but itself. */
async function findOthers(store: Store, workspace: string, id: string): Promise<Article[]> {
  const original = await store.original(workspace, id);
  const first = original?.id ?? id;
  const copies = (await store.copies(workspace, [first])).get(first) ?? [];
  return [...(original === null ? [] : [original]), ...copies.filter((copy) => copy.id !== id)];
}

const oneSpaced = ({ text }: Article, { start, end }: Span) => text.slice(start, end).replace(/\s+/g, " ").trim();
