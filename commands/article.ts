import { again } from "../src/chat/actions.ts";
import { articleBlock } from "../src/chat/blocks.ts";
import { type Block, body, type Card, heading, note } from "../src/chat/card.ts";
import { defineCommand } from "../src/chat/command.ts";
import { count, words } from "../src/chat/options.ts";
import { day } from "../src/chat/times.ts";
import { articleNote, counted, emptyLibrary, nothingFound, storyNote } from "../src/chat/wording.ts";
import type { Article, ArticleHistory, Change } from "../src/model.ts";

const PAGE = 5; // sentences that went, an answer shows
const CHANGES = 10; // changes that an answer counts up

export default defineCommand({
  name: "article",
  summary: "One article: who else printed it, what changed in it since, and the story it belongs to",
  visibility: "private",
  options: {
    which: words("Words of its headline or its text, or its address", undefined, "article"),
    page: count("Which part of the sentences that went", { min: 1, max: 200, fallback: 1 }),
  },
  examples: ["talks open at the lake", "https://northlightwire.example/2026/09/14/lorvia-tarsenia-talks-open"],
  async run({ options: { which, page }, channel: { workspace } }, { briefing }): Promise<Card> {
    const answer = await briefing.article(workspace, which);
    if (answer === null) {
      if (await briefing.isEmpty(workspace)) return emptyLibrary();
      return nothingFound(`No article in the library fits “${which}”.`, await briefing.nearest(workspace, { topic: which }));
    }
    const { found, matches } = answer;
    return {
      title: "Article",
      blocks: [
        articleBlock(found, articleNote(found)),
        ...copies(found.copies),
        ...changes(found.changes),
        ...lost(found.changes, page),
        ...story(found),
        ...(matches > 1
          ? [note(`This is the newest of ${counted(matches, "article")} that fit “${which}”: type /articles ${which}`)]
          : []),
      ],
      actions: [again("said-in", "Who said what in it", { article: found.article.url ?? which })],
    };
  },
});

const copies = (articles: readonly Article[]): Block[] =>
  articles.length === 0
    ? []
    : [
        heading("Printed elsewhere"),
        {
          type: "list",
          items: articles.map(({ outlet, title, publishedAt, url, file }) => ({
            term: outlet ?? "Outlet not known",
            text: [title, publishedAt && day(publishedAt), url ?? file].filter(Boolean).join(" · "),
          })),
        },
      ];

const changes = (all: readonly Change[]): Block[] =>
  all.length === 0
    ? []
    : [
        heading(`Changed ${all.length === 1 ? "once" : `${all.length} times`} since it was first read`),
        {
          type: "list",
          items: all.slice(0, CHANGES).map(({ at, changedAt, added, gone, lost }) => ({
            term: changedAt === null ? `read ${day(at)}` : `changed ${day(changedAt)}, read ${day(at)}`,
            text: `${counted(added, "statement")} added, ${gone} gone; ${counted(lost.length, "sentence")} gone or reworded`,
          })),
        },
      ];

/** The sentences that are not in the text any more, for those who quoted one. */
function lost(changes: readonly Change[], page: number): Block[] {
  const all = changes.flatMap(({ at, changedAt, lost }) => lost.map((sentence) => ({ by: changedAt ?? at, ...sentence })));
  const offset = (page - 1) * PAGE;
  const shown = all.slice(offset, offset + PAGE);
  if (all.length === 0) return [];
  if (shown.length === 0) return [note(`That is all: ${counted(all.length, "sentence")}.`)];
  const left = all.length - offset - shown.length;
  return [
    heading("No longer there in these words"),
    {
      type: "list",
      items: shown.map(({ by, text, speaker }) => ({
        term: speaker === null ? `gone by ${day(by)}` : `gone by ${day(by)}, with words of ${speaker}`,
        text,
      })),
    },
    ...(left > 0 ? [note(`${counted(left, "more sentence")}: add page:${page + 1}.`)] : []),
  ];
}

function story({ story, others, article }: ArticleHistory): Block[] {
  if (story === null || others.length === 0) return [];
  const { title, id } = story.central.article;
  return [
    heading("Its story"),
    body(`${id === article.id || title === null ? "" : `${title} · `}${storyNote(story)}`),
    ...others.map((other) => articleBlock(other, articleNote(other))),
    ...(story.articles > others.length + 1 ? [note(`${story.articles - others.length - 1} older ones are not shown.`)] : []),
  ];
}
