import { describe, expect, test } from "vitest";
import { type Block, type Card, MOST_ACTIONS } from "../../src/chat/card.ts";
import { composeDigest } from "../../src/digests/compose.ts";
import type { Article, Delivery, Digest, Filter, Statement } from "../../src/model.ts";
import { createSqliteStore } from "../../src/store/sqlite/sqlite.ts";
import * as floods from "../store/floods.ts";

const { make, STRIKE } = floods;
const EVERYTHING: Filter = { topics: [], speakers: [], outlets: [], stories: [], without: [] };
const at = (instant: string) => new Date(`${instant}Z`);
const FRIDAY = at("2026-03-06T08:00");

const usual: Digest = {
  ...{ workspace: "w", number: 3, place: { platform: "slack", channel: "C1" }, by: "u", filter: EVERYTHING, length: "normal" },
  ...{
    schedule: { cron: "0 8 * * 1-5", zone: "Europe/London" },
    ping: null,
    quiet: false,
    latest: 0,
    pause: null,
    nextRun: null,
  },
  ...{ createdAt: at("2026-03-02T07:00"), since: 0 },
};
const onTime = { now: FRIDAY, due: FRIDAY, late: false, missed: 0, isPreview: false };

/** Of one day, with what stands in quotation marks as quoted. */
const quoting = ([article, statements]: [Article, Statement[]]): [Article, Statement[]] => [
  { ...article, publishedAt: at("2026-03-04T00:00") },
  statements.map((each) => (article.text[each.content[0]!.start - 1] === "“" ? { ...each, kind: "direct" } : each)),
];
const [flood, post, later, cost, strike] = [floods.flood, floods.post, floods.later, floods.cost, floods.strike].map(quoting) as [
  [Article, Statement[]],
  [Article, Statement[]],
  [Article, Statement[]],
  [Article, Statement[]],
  [Article, Statement[]],
];

async function compose(
  articles: readonly [Article, Statement[]][],
  known: { digest?: Partial<Digest>; after?: number; run?: Partial<typeof onTime>; runs?: readonly Partial<Delivery>[] } = {},
) {
  const store = createSqliteStore(":memory:", () => at("2026-03-05T10:00"));
  for (const each of articles) await store.addArticle("w", ...each);
  const withRuns = Object.assign(store, { deliveries: async () => (known.runs ?? []) as Delivery[] });
  const window = { after: known.after ?? 0, upTo: 99 };
  const composed = await composeDigest(withRuns, { ...usual, ...known.digest }, window, { ...onTime, ...known.run });
  await store.close();
  return { ...composed, lines: composed.cards.map(linesOf) };
}

const linesOf = ({ title, blocks }: Card): string[] => [`= ${title}`, ...blocks.map(lineOf)];

function lineOf(block: Block): string {
  if (block.type === "text") return `${block.role}: ${block.text}`;
  if (block.type === "excerpt") return `“${block.text}” ${block.receipt.outlet}`;
  if (block.type === "statement")
    return `${block.speaker?.name}: ${block.passages.map(({ text }) => text).join(" ")} ${block.receipt.outlet}`;
  if (block.type === "article") return `${block.receipt.title}, ${block.receipt.outlet} (${block.note})`;
  return block.type;
}

describe("a digest", () => {
  test("tells story by story, and the rest in a second card", async () => {
    const { lines, account } = await compose([flood, post, strike]);
    expect(lines).toEqual([
      [
        "= All news: weekdays at 08:00, since Monday 07:00",
        "heading: 1. Title of flood",
        "“The river Elwe flooded the old town of Karsk on Monday, and 40 houses stood in water up to the windows, Mayor Ada Lund said.” Northlight Wire",
        "“Rain had fallen for nine days in the mountains of Orn, where a dam was opened on Sunday to keep it from breaking.” Northlight Wire",
        "Ada Lund: We have never seen the river so high, Northlight Wire",
        "note: 2 articles, in Northlight Wire and Valley Post",
        "heading: 2. Title of strike",
        "“Tram drivers of Northport walked out over pay. Their union, led by Viktor Soren, wants nine percent and a shorter week.” Valley Post",
        "note: 3 articles of 2 outlets.",
      ],
      [
        "= All news: details",
        "heading: 1. Title of flood",
        "Jon Hale: Nobody in this street slept here, Valley Post",
        "Emil Tarn: the pumps would run for a week Northlight Wire",
      ],
    ]);
    expect(account).toEqual({ stories: 2, statements: 5, articles: 3, leftOut: [] });
  });

  test("short has headlines and statements alone, without a statement one sentence", async () => {
    const { lines } = await compose([flood, post, strike], { digest: { length: "short" } });
    expect(lines[0]!.slice(1, 6)).toEqual([
      "heading: 1. Title of flood",
      "Ada Lund: We have never seen the river so high, Northlight Wire",
      "note: 2 articles, in Northlight Wire and Valley Post",
      "heading: 2. Title of strike",
      expect.stringMatching(/^“Tram drivers|^Viktor Soren/),
    ]);
  });

  test("tells nothing of what is removed while it is composed, and everything else", async () => {
    const store = createSqliteStore(":memory:", () => at("2026-03-05T10:00"));
    for (const each of [flood, post, strike]) await store.addArticle("w", ...each);
    const removing = Object.assign(
      { ...store },
      {
        deliveries: async () => [],
        centralOf: async (...asked: Parameters<typeof store.centralOf>) => {
          await store.removeArticles("w", ["flood"]);
          return store.centralOf(...asked);
        },
      },
    );
    const { cards, account } = await composeDigest(removing, usual, { after: 0, upTo: 3 }, onTime);
    const lines = cards.flatMap(linesOf);
    expect(lines.filter((line) => line.startsWith("heading: ")).slice(0, 2)).toEqual([
      "heading: 1. Old town under water",
      "heading: 2. Title of strike",
    ]);
    expect(lines.filter((line) => /Title of flood|Northlight/.test(line))).toEqual([]);
    expect(account).toEqual({
      ...{ stories: 2, statements: 5, articles: 3 },
      leftOut: [{ rule: "removed or replaced meanwhile", articles: 1 }],
    });
    await store.close();
  });

  test.each([
    ["short", 3],
    ["normal", 5],
    ["long", 10],
  ] as const)("that is %s tells %i stories, and the others by their headlines", async (length, most) => {
    const many = Array.from({ length: 12 }, (_, k) => {
      const own = Array.from({ length: 30 }, (_, n) => `word${k}x${n}`).join(" ");
      return make(`a${k}`, [`The district of Place${k} reports ${own} on the day.`]);
    });
    const { cards, lines, account } = await compose(many, { digest: { length } });
    const headings = cards[0]!.blocks.filter((block) => block.type === "text" && block.role === "heading");
    expect(headings).toHaveLength(most);
    expect(lines[1]!.slice(1).filter((line) => /^Title of a\d+, Northlight Wire/.test(line))).toHaveLength(12 - most);
    expect(lines[1]).toContain("heading: Also");
    const more = 12 - most === 1 ? "1 more story" : `${12 - most} more stories`;
    expect(lines[0]!.at(-1)).toBe(`note: 12 articles of 1 outlet; ${more} by their headlines below.`);
    expect(account.stories).toBe(12);
  });

  test("goes on where it left off, and tells what a later version says anew", async () => {
    const { lines } = await compose([flood, strike, later, cost], { after: 2 });
    expect(lines[0]!.slice(1, 3)).toEqual([
      "heading: 1. More on this: Title of cost",
      "“Karsk counts the cost of the Elwe flood. Mayor Ada Lund said 62 houses had been damaged, and both bridges would stay closed in Karsk.” Valley Post",
    ]);
    const { lines: updated } = await compose([flood, strike, later], { after: 2, digest: { length: "short" } });
    expect(updated[0]!.slice(1, 3)).toEqual([
      "heading: 1. Updated: Title of flood-2",
      "Jon Hale: Nobody in this street slept here, Northlight Wire",
    ]);
  });

  test("says what it is about and where to see what it left out", async () => {
    const filter = { ...EVERYTHING, topics: ["pay", "wages"], outlets: ["Valley Post"], without: ["sport"] };
    const { lines, account } = await compose([flood, strike], { digest: { filter } });
    expect([lines[0]![0], lines[0]!.at(-1)]).toEqual([
      "= Pay or wages, in Valley Post, without sport: weekdays at 08:00, since Monday 07:00",
      "note: 1 article of 1 outlet; type /digest why 3 to see what was left out.",
    ]);
    expect(account).toEqual({
      stories: 1,
      statements: 1,
      articles: 2,
      leftOut: [{ rule: "not about “pay” or “wages”", articles: 1 }],
    });
    const preview = await compose([flood, strike], { digest: { filter }, run: { isPreview: true } });
    expect(preview.lines[0]!.at(-1)).toBe("note: 1 article of 1 outlet.");
  });

  test("posts nothing when nothing is new, or says so when that is asked for", async () => {
    const filter = { ...EVERYTHING, topics: ["ceasefire"] };
    const none = await compose([flood], { digest: { filter } });
    expect([none.cards, none.account]).toEqual([
      [],
      { stories: 0, statements: 0, articles: 1, leftOut: [{ rule: "not about “ceasefire”", articles: 1 }] },
    ]);
    const quiet = await compose([flood], { digest: { filter, quiet: true } });
    expect(quiet.lines).toEqual([
      [
        "= Ceasefire",
        "body: Nothing new since Monday 07:00.",
        "note: 1 article came in; type /digest why 3 to see what was left out.",
      ],
    ]);
    const empty = await compose([], { digest: { quiet: true } });
    expect(empty.lines).toEqual([["= All news", "body: Nothing new since Monday 07:00."]]);
  });

  test.each([
    [
      { late: true, due: at("2026-03-06T07:20") },
      ["Late: this was due at 07:20, and comes at 08:00, for On Record was not running or the channel could not be reached."],
    ],
    [
      { late: true, due: at("2026-03-03T08:00"), missed: 3 },
      [
        "Late: this was due at Tuesday 08:00, and comes at 08:00, for On Record was not running or the channel could not be reached.",
        "It covers 3 runs that were missed.",
      ],
    ],
    [{ missed: 1 }, ["It covers a run that was missed."]],
    [{}, []],
  ])("says why it comes when it comes: %j", async (run, expected) => {
    const { lines, account } = await compose([strike], { run });
    expect(lines[0]!.slice(1, 1 + expected.length)).toEqual(expected.map((text) => `note: ${text}`));
    expect(lines[0]![1 + expected.length]).toMatch(/^heading/);
    expect(account.late).toBe("late" in run ? true : undefined);
  });

  test.each<[string, readonly Partial<Delivery>[], string]>([
    ["no run before", [], "since Monday 07:00"],
    ["the run before", [{ upTo: 1, place: usual.place, claimedAt: at("2026-03-05T08:00") }], "since Thursday 08:00"],
    ["one of the same day", [{ upTo: 1, place: usual.place, claimedAt: at("2026-03-06T06:00") }], "since 06:00"],
    ["one of long ago", [{ upTo: 1, place: usual.place, claimedAt: at("2026-02-06T08:00") }], "since Fri 6 Feb 2026, 08:00"],
    [
      "one in another channel",
      [{ upTo: 1, place: { platform: "slack", channel: "C2" }, claimedAt: FRIDAY }],
      "since Monday 07:00",
    ],
    ["one that told of something else", [{ upTo: 7, place: usual.place, claimedAt: FRIDAY }], "since Monday 07:00"],
  ])("begins with %s", async (_, runs, expected) => {
    const { lines } = await compose([flood, strike], { runs, after: 1 });
    expect(lines[0]![0]).toBe(`= All news: weekdays at 08:00, ${expected}`);
  });

  test("times are those of its zone", async () => {
    const schedule = { cron: "0 8 * * *", zone: "Asia/Kolkata" };
    const { lines } = await compose([strike], { digest: { schedule }, run: { late: true, due: at("2026-03-06T02:30") } });
    expect(lines[0]!.slice(0, 2)).toEqual([
      "= All news: daily at 08:00, since Monday 12:30",
      expect.stringContaining("due at 08:00, and comes at 13:30"),
    ]);
  });

  test("every sentence and statement is a slice of an article, with its receipt", async () => {
    const articles = [flood, post, cost, strike, make("b", [STRIKE.replaceAll("Northport", "Karsk")])];
    const { cards } = await compose(articles, { digest: { length: "long" } });
    const blocks = cards.flatMap((card) => card.blocks);
    const shown = blocks.flatMap((block) =>
      block.type === "excerpt"
        ? [[block.text, block.receipt] as const]
        : block.type === "statement"
          ? block.passages.map(({ text }) => [text, block.receipt] as const)
          : [],
    );
    expect(shown.length).toBeGreaterThan(4);
    for (const [text, { title }] of shown) {
      expect(articles.find(([article]) => article.title === title)![0].text).toContain(text);
    }
    for (const card of cards) expect(card.actions?.length ?? 0).toBeLessThanOrEqual(MOST_ACTIONS);
  });
});
