import { again } from "../src/chat/actions.ts";
import { articleBlock } from "../src/chat/blocks.ts";
import { type Block, body, type Card, heading, note } from "../src/chat/card.ts";
import type { Channel } from "../src/chat/channel.ts";
import { defineCommand } from "../src/chat/command.ts";
import { count, words } from "../src/chat/options.ts";
import { day } from "../src/chat/times.ts";
import { articleNote, counted, emptyLibrary, nothingFound, storyNote } from "../src/chat/wording.ts";
import type { ArticleHistory, Change, Copy, OwnSentence } from "../src/model.ts";

const PAGE = 5; // sentences of each kind that an answer shows
const CHANGES = 10; // changes that an answer counts up
const UNKNOWN = "Outlet not known";

export default defineCommand({
  name: "article",
  summary: "One article: who else printed it, what changed in it since, and the story it belongs to",
  visibility: "private",
  options: {
    which: words("Words of its headline or its text, or its address", undefined, "article"),
    page: count("Which part of the sentences that are new, gone or in a copy alone", { min: 1, max: 200, fallback: 1 }),
  },
  examples: ["talks open at the lake", "https://northlightwire.example/2026/09/14/lorvia-tarsenia-talks-open"],
  async run({ options: { which, page }, channel }, { briefing }): Promise<Card> {
    const { workspace } = channel;
    const answer = await briefing.article(workspace, which);
    if (answer === null) {
      if (await briefing.isEmpty(workspace)) return emptyLibrary(channel);
      return nothingFound(`No article in the library fits “${which}”.`, await briefing.nearest(workspace, { topic: which }));
    }
    const { found, matches } = answer;
    const part = sentences(found, { page, platform: channel.platform });
    return {
      title: "Article",
      blocks: [
        articleBlock(found, articleNote(found)),
        ...copies(found.copies),
        ...changes(found.changes),
        ...part.blocks,
        ...story(found),
        ...(matches > 1
          ? [note(`This is the newest of ${counted(matches, "article")} that fit “${which}”: type /articles ${which}`)]
          : []),
      ],
      actions: [
        ...(part.left > 0 ? [again("article", "Next", { which, page: page + 1 })] : []),
        again("said-in", "Who said what in it", { article: found.article.url ?? which }),
      ],
    };
  },
});

const copies = (all: readonly Copy[]): Block[] =>
  all.length === 0
    ? []
    : [
        heading("Printed elsewhere"),
        {
          type: "list",
          items: all.map(({ article: { outlet, title, publishedAt, url, file } }) => ({
            term: outlet ?? UNKNOWN,
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
          items: all.slice(0, CHANGES).map(({ at, changedAt, added, gone, gained, lost }) => ({
            term: changedAt === null ? `read ${day(at)}` : `changed ${day(changedAt)}, read ${day(at)}`,
            text: `${counted(added, "statement")} added, ${gone} gone; ${
              gained === null ? "" : `${counted(gained.length, "sentence")} new or reworded, `
            }${gained === null ? counted(lost.length, "sentence") : lost.length} gone or reworded`,
          })),
        },
      ];

/** Whole sentences that one text has alone, each with where or since when. */
interface Listed {
  readonly heading: string;
  readonly items: readonly { readonly term: string; readonly text: string }[];
}

/** The part that is asked for, and where. */
interface Part {
  readonly page: number;
  readonly platform: Channel["platform"];
}

/** What came in, what is not in the text any more, for those who quoted it, and what the copies alone say; the same part of each, and how many sentences are left. */
function sentences({ changes, copies }: ArticleHistory, { page, platform }: Part): { blocks: Block[]; left: number } {
  const item = (term: string, { text, speaker }: OwnSentence) => ({
    term: speaker === null ? term : `${term}, with words of ${speaker}`,
    text,
  });
  const ofChanges = (term: string, which: (change: Change) => readonly OwnSentence[]) =>
    changes.flatMap((change) => which(change).map((own) => item(`${term} ${day(change.changedAt ?? change.at)}`, own)));
  const lists: readonly Listed[] = [
    { heading: "New in these words", items: ofChanges("since", ({ gained }) => gained ?? []) },
    { heading: "No longer there in these words", items: ofChanges("gone by", ({ lost }) => lost) },
    {
      heading: "Said in a copy alone",
      items: inCopies(copies).map(([outlets, sentence]) => item(outlets, sentence)),
    },
  ];
  const offset = (page - 1) * PAGE;
  const shown = lists.map(({ heading, items }) => ({ heading, items: items.slice(offset, offset + PAGE) }));
  const total = lists.reduce((sum, { items }) => sum + items.length, 0);
  const left = lists.reduce((sum, { items }) => sum + Math.max(0, items.length - offset - PAGE), 0);
  if (total > 0 && shown.every(({ items }) => items.length === 0))
    return { blocks: [note(`That is all: ${counted(total, "sentence")}.`)], left };
  const next = platform === "terminal" ? `: add page:${page + 1}` : "";
  const blocks = [
    ...shown.flatMap(({ heading: title, items }): Block[] =>
      items.length === 0 ? [] : [heading(title), { type: "list", items }],
    ),
    ...(left > 0 ? [note(`${counted(left, "more sentence")}${next}.`)] : []),
  ];
  return { blocks, left };
}

/** Each sentence once, with all outlets whose copies have it. */
function inCopies(copies: readonly Copy[]): (readonly [string, OwnSentence])[] {
  const all = copies.flatMap(({ article, own }) => own.map((sentence) => ({ outlet: article.outlet ?? UNKNOWN, sentence })));
  return [...Map.groupBy(all, ({ sentence }) => sentence.text).values()].map((same) => [
    [...new Set(same.map(({ outlet }) => outlet))].join(", "),
    same[0]!.sentence,
  ]);
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
