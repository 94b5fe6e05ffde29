import { nextPage } from "../src/chat/actions.ts";
import { articleBlock, statementBlock } from "../src/chat/blocks.ts";
import { body, type Card, note } from "../src/chat/card.ts";
import { defineCommand, type Services } from "../src/chat/command.ts";
import { UserError } from "../src/chat/errors.ts";
import { count, flag, words } from "../src/chat/options.ts";
import {
  articleNote,
  copyNote,
  emptyLibrary,
  languageNote,
  noSuchPage,
  nothingFound,
  pageNote,
  unsureNote,
} from "../src/chat/wording.ts";
import type { Article } from "../src/model.ts";

const PAGE = 5; // statements an answer shows
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/i;

export default defineCommand({
  name: "said-in",
  summary: "Who said what in one article, which is read first where the library does not have it",
  visibility: "private",
  options: {
    article: { ...words("Its address, or words of its headline", "url", "article"), longest: 1_900 },
    unsure: flag("yes shows what was read with little confidence, and only that"),
    page: count("Which part of a long answer", { min: 1, max: 200, fallback: 1 }),
  },
  examples: ["https://northlightwire.example/2026/09/14/lorvia-tarsenia-talks-open", "talks open at the lake"],
  async run({ options: { article: which, unsure, page }, channel }, services): Promise<Card> {
    const { workspace } = channel;
    const { briefing } = services;
    const found = await find(services, workspace, which);
    if (found === null) {
      if (await briefing.isEmpty(workspace)) return emptyLibrary(channel);
      return nothingFound(`No article in the library fits “${which}”.`, await briefing.nearest(workspace, { topic: which }));
    }
    const { article, notes } = found;
    const offset = (page - 1) * PAGE;
    const { items, total } = await briefing.statements(workspace, { article: article.id, unsure, limit: PAGE, offset });
    if (items.length === 0 && total > 0) throw noSuchPage(total, PAGE);
    const rest = unsure
      ? 0
      : (await briefing.statements(workspace, { article: article.id, unsure: true, limit: 1, offset: 0 })).total;
    return {
      title: "Who said what in this article",
      blocks: [
        articleBlock({ article }, languageNote(article.language) ?? articleNote({ article, statements: total })),
        ...notes.map(note),
        ...items.map((hit, k) => statementBlock(hit, { number: offset + k + 1 })),
        ...(items.length === 0 ? [body("Nobody is quoted in it.")] : []),
        ...pageNote({ platform: channel.platform, total, offset, shown: items.length, page, what: "statement" }),
        ...unsureNote(rest),
      ],
      actions: nextPage("said-in", { article: which, unsure }, { total, offset, shown: items.length, page }),
    };
  },
});

/** The article as the library has it, else as it is read from its address now; null where words fit none. */
async function find(
  { briefing, feeds }: Services,
  workspace: string,
  which: string,
): Promise<{ article: Article; notes: string[] } | null> {
  const known = await briefing.article(workspace, which);
  if (known !== null) return { article: known.found.article, notes: [] };
  if (!ADDRESS.test(which)) return null;
  const read = await feeds.read(workspace, which);
  if ("refusal" in read) throw new UserError(read.refusal);
  const original = read.outcome === "duplicate" ? await briefing.original(workspace, read.article.id) : null;
  if (original === null) return { article: read.article, notes: read.outcome === "added" ? ["Added to the library."] : [] };
  return { article: original, notes: [`Counted once, as ${copyNote(original)}.`] };
}
