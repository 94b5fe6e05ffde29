import { again, nextPage } from "../src/chat/actions.ts";
import { statementBlock } from "../src/chat/blocks.ts";
import { body, type Card } from "../src/chat/card.ts";
import { defineCommand } from "../src/chat/command.ts";
import { count, flag, optional, words } from "../src/chat/options.ts";
import { emptyLibrary, noSuchPage, nothingFound, oneSpeakerNote, pageNote } from "../src/chat/wording.ts";

const PAGE = 5; // statements an answer shows

export default defineCommand({
  name: "quotes",
  summary: "What someone has said, newest first",
  visibility: "private",
  options: {
    speaker: words("A speaker's name or part of it, in any spelling", undefined, "speaker"),
    about: optional(words("Only what was said about this", "topic", "topic")),
    context: flag("yes shows the sentences around each statement"),
    explain: flag("yes shows how each statement was read: source, cue and content, and what named the speaker"),
    unsure: flag("yes shows what was read with little confidence, and only that"),
    page: count("Which part of a long answer", { min: 1, max: 200, fallback: 1 }),
  },
  examples: ["Veshkar", "Horvay about:prisoners"],
  async run({ options: { speaker, about, context, explain, unsure, page }, channel }, { briefing }): Promise<Card> {
    const { workspace } = channel;
    const asked = { speaker, about, context, explain, unsure };
    const offset = (page - 1) * PAGE;
    const { items, total } = await briefing.statements(workspace, { by: speaker, topic: about, unsure, limit: PAGE, offset });
    if (items.length > 0) {
      const hits = context ? await briefing.withElsewhere(workspace, items) : items;
      return {
        title: `Quotes of ${speaker}${about ? ` about “${about}”` : ""}`,
        blocks: [
          ...hits.map((hit, k) => statementBlock(hit, { number: offset + k + 1, context, explain })),
          ...pageNote({ platform: channel.platform, total, offset, shown: items.length, page, what: "statement" }),
          ...oneSpeakerNote(items),
        ],
        actions: [
          ...nextPage("quotes", asked, { total, offset, shown: items.length, page }),
          ...(context ? [] : [again("quotes", "Context", { ...asked, context: true, page })]),
        ],
      };
    }
    if (total > 0) throw noSuchPage(total, PAGE);
    if (await briefing.isEmpty(workspace)) return emptyLibrary(channel);
    const anyway = about || unsure ? (await briefing.statements(workspace, { by: speaker, limit: 1, offset: 0 })).total : 0;
    if (anyway > 0) {
      const without = anyway === 1 ? "There is 1 statement" : `There are ${anyway} statements`;
      return { title: "Nothing found", blocks: [body(`${without} of ${speaker} in all: type /quotes ${speaker}`)] };
    }
    return nothingFound(`The library has no statement of “${speaker}”.`, await briefing.nearest(workspace, { speaker }));
  },
});
