import { articleBlock } from "../src/chat/blocks.ts";
import { type Card, note } from "../src/chat/card.ts";
import { defineCommand } from "../src/chat/command.ts";
import { UserError } from "../src/chat/errors.ts";
import { address } from "../src/chat/options.ts";
import { copyNote, counted, languageNote, unsureNote } from "../src/chat/wording.ts";

const TITLES = { added: "Added", updated: "Read again: it has changed", duplicate: "In the library already" } as const;

export default defineCommand({
  name: "ingest",
  summary: "Reads one article into the library now",
  visibility: "private",
  options: { url: address("The address of the article") },
  examples: ["https://valley.example/news/dam"],
  async run({ options: { url }, channel: { workspace } }, { feeds, briefing }): Promise<Card> {
    const read = await feeds.read(workspace, url);
    if ("refusal" in read) throw new UserError(read.refusal);
    const { outcome, article, statements, unsure } = read;
    const original = outcome === "duplicate" ? await briefing.original(workspace, article.id) : null;
    return {
      title: original === null ? TITLES[outcome] : "The library has these words from another outlet",
      blocks: [
        articleBlock({ article }, languageNote(article.language) ?? counted(statements, "statement")),
        ...(original === null ? [] : [note(`Counted once, as ${copyNote(original)}.`)]),
        ...(statements === 0 ? unsureNote(unsure) : []),
      ],
    };
  },
});
