import type { Article } from "../model.ts";
import type { Store } from "../store/store.ts";
import { relevance } from "./relevance.ts";

/** Articles to tell of a topic: in the place of one that does not speak of all of it, the copy that speaks of most, where that is more. */
export async function findTellers(
  store: Store,
  workspace: string,
  articles: readonly Article[],
  topic: string,
): Promise<Article[]> {
  const speaks = relevance(topic);
  const share = ({ title, text }: Article): number => speaks(`${title ?? ""}\n${text}`);
  const partial = articles.filter((article) => share(article) < 1).map(({ id }) => id);
  const copies = await store.copies(workspace, partial);
  return articles.map((article) =>
    (copies.get(article.id) ?? []).reduce((best, copy) => (share(copy) > share(best) ? copy : best), article),
  );
}
