import type { ArticleHistory } from "../model.ts";
import type { Store } from "../store/store.ts";

/**
 * The article that a person means by its canonical address, by words of its headline, or by words of its text, the newest of those that
 * fit; and how many fit in that way. Null where none does: an address means no article that only speaks of it.
 */
export async function findArticle(
  store: Store,
  workspace: string,
  which: string,
): Promise<{ found: ArticleHistory; matches: number } | null> {
  const given = addresses(which);
  for (const address of given) {
    const at = await store.articleAt(workspace, address);
    if (at !== null) return withHistory(store, workspace, at, 1);
  }
  if (given.length > 0) return null;
  for (const query of [{ headline: which }, { topic: which }]) {
    const { items, total } = await store.findArticles(workspace, { ...query, limit: 1, offset: 0 });
    if (items[0]) return withHistory(store, workspace, items[0].article.id, total);
  }
  return null;
}

async function withHistory(store: Store, workspace: string, id: string, matches: number) {
  const found = await store.articleHistory(workspace, id);
  return found && { found, matches };
}

/** How an address may stand in the library: without its fragment, and without what follows the question mark. */
function addresses(which: string): string[] {
  const typed = which.trim();
  const url = /^(?:https?:\/\/|www\.)\S+$/i.test(typed) ? URL.parse(/^www\./i.test(typed) ? `https://${typed}` : typed) : null;
  if (url === null) return [];
  url.hash = "";
  const whole = url.href;
  url.search = "";
  return [whole, url.href];
}
