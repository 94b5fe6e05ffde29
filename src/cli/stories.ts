import { counted } from "../chat/wording.ts";
import { createStories, type Story, type StoryArticle } from "../store/stories/stories.ts";
import { gatherArticles } from "./gather.ts";
import type { Output } from "./output.ts";

/**
 * Prints which articles tell one story, without touching the library; the exit code is 1 when one was refused. They are told apart in
 * the order of their dates, as they would have come in, those without a date last; JSON lines stand in the order of the input.
 */
export async function stories(paths: readonly string[], options: { json?: boolean }, output: Output): Promise<number> {
  const { out } = output;
  const { articles: read, refused } = await gatherArticles(paths, output);
  const articles = read.map(
    ({ name, draft: { title, text, publishedAt } }): StoryArticle => ({ id: name, title, text, publishedAt }),
  );
  const told = createStories();
  const time = ({ publishedAt }: StoryArticle) => publishedAt?.getTime() ?? Number.MAX_VALUE;
  const storyOf = new Map(articles.toSorted((a, b) => time(a) - time(b)).map((article) => [article, told.add(article)]));
  if (options.json)
    for (const article of articles) out.write(`${JSON.stringify({ id: article.id, story: storyOf.get(article) })}\n`);
  else for (const story of told.list()) out.write(`${describe(story)}\n\n`);
  return refused > 0 ? 1 : 0;
}

/** The headline, how many and when, and the articles. */
function describe({ central, articles, first, last }: Story): string {
  const days = [...new Set([first, last].map((date) => date?.toISOString().slice(0, 10)))].filter(Boolean).join(" to ");
  const heading = `${central.title ?? central.id} · ${counted(articles.length, "article")}${days && ` · ${days}`}`;
  return [heading, ...articles.map(({ id, title }) => `    ${id}${title === null ? "" : ` ${title}`}`)]
    .map((line) => line.replace(/\s+/g, (space, at) => (at === 0 ? space : " ")))
    .join("\n");
}
