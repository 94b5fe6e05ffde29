import { articleBlock } from "../src/chat/blocks.ts";
import { body, type Card } from "../src/chat/card.ts";
import { defineCommand } from "../src/chat/command.ts";
import { count, optional, since, words } from "../src/chat/options.ts";
import { counted, emptyLibrary, languageNote, nothingFound, pageNote } from "../src/chat/wording.ts";

const PAGE = 10; // articles an answer shows

export default defineCommand({
  name: "articles",
  summary: "The articles in the library, newest first",
  visibility: "private",
  options: {
    topic: optional(words("Only articles that hold these words")),
    since: optional(since("A period such as 7d, or a day such as 2026-05-01")),
    page: count("Which part of a long answer", { min: 1, max: 200, fallback: 1 }),
  },
  examples: ["", "ceasefire since:7d"],
  async run({ options: { topic, since, page }, channel: { workspace } }, { briefing }): Promise<Card> {
    const offset = (page - 1) * PAGE;
    const { items, total } = await briefing.articles(workspace, { topic, since, limit: PAGE, offset });
    if (items.length > 0) {
      return {
        title: topic ? `Articles about “${topic}”` : "Articles",
        blocks: [
          ...items.map(({ article, statements }) =>
            articleBlock(article, languageNote(article.language) ?? counted(statements, "statement")),
          ),
          ...pageNote({ total, offset, shown: items.length, page, what: "article" }),
        ],
      };
    }
    if (await briefing.isEmpty(workspace)) return emptyLibrary();
    if (topic && !since && page === 1) {
      return nothingFound(`No article in the library speaks of “${topic}”.`, await briefing.nearest(workspace, { topic }));
    }
    return { title: "Nothing found", blocks: [body("No article fits these options: type /articles to see them all.")] };
  },
});
