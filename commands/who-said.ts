import { again, moreFrom, nextPage } from "../src/chat/actions.ts";
import { statementBlock } from "../src/chat/blocks.ts";
import { body, type Card, note } from "../src/chat/card.ts";
import { defineCommand } from "../src/chat/command.ts";
import { choice, count, flag, optional, since, words } from "../src/chat/options.ts";
import { emptyLibrary, noSuchPage, nothingFound, oneSpeakerNote, pageNote, unsureNote } from "../src/chat/wording.ts";

const PAGE = 5; // statements an answer shows

export default defineCommand({
  name: "who-said",
  summary: "Who said something about a topic, word for word and with the source",
  visibility: "private",
  options: {
    topic: words("Words to look for in what was said, in any form or spelling", undefined, "topic"),
    by: optional(words("A speaker's name or part of it", "speaker", "speaker")),
    since: optional(since("A period such as 7d, or a day such as 2026-05-01")),
    kind: optional(
      choice("Whether it stands in quotation marks: all of it, some of it, none of it", ["direct", "mixed", "indirect"]),
    ),
    context: flag("yes shows the sentences around each statement"),
    explain: flag("yes shows how each statement was read: source, cue and content, and what named the speaker"),
    unsure: flag("yes shows what was read with little confidence, and only that"),
    page: count("Which part of a long answer", { min: 1, max: 200, fallback: 1 }),
  },
  examples: ["ceasefire", "ceasefire by:Horvay since:2026-09-15", "prisoners kind:direct context:yes"],
  async run({ options, channel }, { briefing }): Promise<Card> {
    const { workspace } = channel;
    const { topic, by, since, kind, context, explain, unsure, page } = options;
    const asked = { topic, by, since, kind, context, explain, unsure };
    const offset = (page - 1) * PAGE;
    const { items, total } = await briefing.statements(workspace, { topic, by, since, kind, unsure, limit: PAGE, offset });
    const rest = unsure
      ? 0
      : (await briefing.statements(workspace, { topic, by, since, kind, unsure: true, limit: 1, offset: 0 })).total;
    if (items.length > 0) {
      const hits = context ? await briefing.withElsewhere(workspace, items) : items;
      return {
        title: `Who said “${topic}”${by ? ` (by ${by})` : ""}`,
        blocks: [
          ...hits.map((hit, k) => statementBlock(hit, { number: offset + k + 1, context, explain })),
          ...pageNote({ platform: channel.platform, total, offset, shown: items.length, page, what: "statement" }),
          ...(by ? oneSpeakerNote(items) : []),
          ...unsureNote(rest),
        ],
        actions: [
          ...nextPage("who-said", asked, { total, offset, shown: items.length, page }),
          ...(context ? [] : [again("who-said", "Context", { ...asked, context: true, page })]),
          ...(by ? [] : moreFrom(items, undefined)),
        ],
      };
    }
    if (total > 0) throw noSuchPage(total, PAGE);
    if (await briefing.isEmpty(workspace)) return emptyLibrary(channel);
    const anyway =
      by || since || kind || unsure ? (await briefing.statements(workspace, { topic, limit: 1, offset: 0 })).total : 0;
    if (anyway > 0) {
      const without = anyway === 1 ? "there is 1 statement" : `there are ${anyway} statements`;
      const title = `Nothing found about “${topic}” with these options`;
      const near = by ? await briefing.nearest(workspace, { speaker: by }) : null;
      return {
        title,
        blocks: [
          body(`Without them ${without}: type /who-said ${topic}`),
          ...(near && near.speakers.length > 0
            ? [note(`Speakers with a name like it, or quoted most: ${near.speakers.join(", ")}.`)]
            : []),
        ],
      };
    }
    const { blocks, ...card } = nothingFound(
      `Nobody in the library speaks of “${topic}”.`,
      await briefing.nearest(workspace, { topic }),
    );
    return { ...card, blocks: [...blocks, ...unsureNote(rest)] };
  },
});
