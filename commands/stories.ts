import { nextPage } from "../src/chat/actions.ts";
import { articleBlock } from "../src/chat/blocks.ts";
import { body, type Card, note } from "../src/chat/card.ts";
import { defineCommand } from "../src/chat/command.ts";
import { count, optional, since, words } from "../src/chat/options.ts";
import { counted, emptyLibrary, noSuchPage, nothingFound, pageNote, storyNote } from "../src/chat/wording.ts";

const PAGE = 8; // stories an answer shows

export default defineCommand({
  name: "stories",
  summary: "What the articles tell, story by story: several articles on one thing first, then the newest",
  visibility: "private",
  options: {
    topic: optional(words("Only stories with an article that holds these words", undefined, "topic")),
    since: optional(since("Told since: a period such as 7d, or a day such as 2026-05-01")),
    page: count("Which part of a long answer", { min: 1, max: 200, fallback: 1 }),
  },
  examples: ["", "ceasefire since:7d"],
  async run({ options: { topic, since, page }, channel }, { briefing }): Promise<Card> {
    const { workspace } = channel;
    const waiting = await briefing.unsettled(workspace);
    const offset = (page - 1) * PAGE;
    const { items, total } = await briefing.stories(workspace, { topic, since, limit: PAGE, offset });
    const still = waiting > 0 ? [note(`${counted(waiting, "older article")} still to be sorted into stories: ask again.`)] : [];
    if (items.length > 0) {
      return {
        title: topic ? `Stories about “${topic}”` : "Stories",
        blocks: [
          ...items.map((story) => articleBlock(story.central, storyNote(story))),
          ...pageNote({
            platform: channel.platform,
            total,
            offset,
            shown: items.length,
            page,
            what: "story",
            several: "stories",
          }),
          note("Type /article and words of a headline for all articles of a story."),
          ...still,
        ],
        actions: nextPage("stories", { topic, since }, { total, offset, shown: items.length, page }),
      };
    }
    if (total > 0) throw noSuchPage(total, PAGE);
    if (await briefing.isEmpty(workspace)) return emptyLibrary(channel);
    if (topic && !since) {
      const { blocks, ...card } = nothingFound(
        `No article in the library speaks of “${topic}”.`,
        await briefing.nearest(workspace, { topic }),
      );
      return { ...card, blocks: [...blocks, ...still] };
    }
    return { title: "Nothing found", blocks: [body("No story fits these options: type /stories to see them all."), ...still] };
  },
});
