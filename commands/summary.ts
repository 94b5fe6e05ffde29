import { again } from "../src/chat/actions.ts";
import { excerptBlock, statementBlock } from "../src/chat/blocks.ts";
import { type Card, heading, note } from "../src/chat/card.ts";
import { defineCommand } from "../src/chat/command.ts";
import { count, optional, words } from "../src/chat/options.ts";
import { counted, emptyLibrary, nothingFound } from "../src/chat/wording.ts";

export default defineCommand({
  name: "summary",
  summary: "The news in a few sentences of the articles themselves, and who said what",
  visibility: "private",
  options: {
    topic: optional(words("Only what the articles tell about this", undefined, "topic")),
    words: count("How long the summary may be", { min: 30, max: 500, fallback: 120 }),
  },
  examples: ["", "ceasefire", "ceasefire words:200"],
  async run({ options: { topic, words }, channel }, { briefing }): Promise<Card> {
    const { workspace } = channel;
    const { articles, excerpts, said } = await briefing.summary(workspace, { topic, words });
    if (excerpts.length === 0 && said.length === 0) {
      if (await briefing.isEmpty(workspace)) return emptyLibrary(channel);
      const about = topic
        ? `No article in the library speaks of “${topic}”.`
        : "The articles in the library hold no whole sentence.";
      return nothingFound(about, await briefing.nearest(workspace, { topic }));
    }
    return {
      title: topic ? `Summary: ${topic}` : "Summary",
      blocks: [
        ...excerpts.map(excerptBlock),
        ...(said.length > 0 ? [heading("Who said what")] : []),
        ...said.map((hit) => statementBlock(hit)),
        note(`From ${counted(articles, "article")}; every sentence stands in its article as shown.`),
      ],
      ...(topic !== undefined && { actions: [again("who-said", "Who said what", { topic })] }),
    };
  },
});
