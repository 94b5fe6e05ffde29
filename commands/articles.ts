import { nextPage } from "../src/chat/actions.ts";
import { articleBlock } from "../src/chat/blocks.ts";
import { body, type Card, note } from "../src/chat/card.ts";
import { defineCommand } from "../src/chat/command.ts";
import { count, optional, since, words } from "../src/chat/options.ts";
import { articleNote, emptyLibrary, noSuchPage, nothingFound, pageNote } from "../src/chat/wording.ts";

const PAGE = 10; // articles an answer shows

export default defineCommand({
  name: "articles",
  summary: "The articles in the library, newest first",
  visibility: "private",
  options: {
    topic: optional(words("Only articles that hold these words", undefined, "topic")),
    outlet: optional(words("Only those that an outlet printed: its name or part of it", "name", "outlet")),
    since: optional(since("A period such as 7d, or a day such as 2026-05-01")),
    page: count("Which part of a long answer", { min: 1, max: 200, fallback: 1 }),
  },
  examples: ["", "ceasefire since:7d", "outlet:herald"],
  async run({ options: { topic, outlet, since, page }, channel }, { briefing }): Promise<Card> {
    const { workspace } = channel;
    const offset = (page - 1) * PAGE;
    const { items, total } = await briefing.articles(workspace, { topic, outlet, since, limit: PAGE, offset });
    if (items.length > 0) {
      return {
        title: `Articles${topic ? ` about “${topic}”` : ""}${outlet ? ` in outlets like “${outlet}”` : ""}`,
        blocks: [
          ...items.map((entry) => articleBlock(entry, articleNote(entry))),
          ...pageNote({ platform: channel.platform, total, offset, shown: items.length, page, what: "article" }),
        ],
        actions: nextPage("articles", { topic, outlet, since }, { total, offset, shown: items.length, page }),
      };
    }
    if (total > 0) throw noSuchPage(total, PAGE);
    if (await briefing.isEmpty(workspace)) return emptyLibrary(channel);
    if (topic && !outlet && !since) {
      return nothingFound(`No article in the library speaks of “${topic}”.`, await briefing.nearest(workspace, { topic }));
    }
    const outlets = outlet ? await briefing.outlets(workspace) : [];
    return {
      title: "Nothing found",
      blocks: [
        body("No article fits these options: type /articles to see them all."),
        ...(outlets.length > 0 ? [note(`The outlets with most articles: ${outlets.join(", ")}.`)] : []),
      ],
    };
  },
});
