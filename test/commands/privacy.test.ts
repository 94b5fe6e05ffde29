import { expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { createAnswer } from "../../src/chat/answer.ts";
import type { Channel, User } from "../../src/chat/channel.ts";
import { confirmationWord } from "../../src/chat/confirmation.ts";
import { createSqliteStore } from "../../src/store/sqlite/sqlite.ts";
import { makeArticle, makeStatement, rethrow } from "../fixtures.ts";
import { lines } from "./asking.ts";

const NOW = new Date("2026-05-05T12:00:00Z");
const ANN: User = { id: "U1", name: "Ann", isManager: () => true };
const BO: User = { id: "U2", name: "Bo", isManager: () => false };

/** Two workspaces with an article, a feed of Ann's and an answer each. */
async function setUp(keepDays: number | null = null) {
  const store = createSqliteStore(":memory:", () => NOW);
  for (const workspace of ["slack:T1", "slack:T2"]) {
    const article = makeArticle(`a-${workspace}`, `Ada Lund said the bridge of ${workspace.slice(-2)} would hold.`);
    await store.addArticle(workspace, article, [makeStatement(article, "would hold", { speaker: "Ada Lund", cue: "said" })]);
    await store.followFeeds(
      { workspace, platform: "slack", channel: "C1", by: "U1" },
      [{ address: "https://a.example/feed", title: null }],
      NOW,
    );
    await store.keepSession(workspace, { id: workspace, content: "{}", until: new Date("2026-05-06T00:00Z") }, NOW);
  }
  const records = { ...store, keepDays };
  const services = { briefing: {} as never, feeds: {} as never, digests: {} as never, records, now: () => NOW };
  const answer = createAnswer(commands, services, rethrow);
  const channel = (id: string): Channel => ({ platform: "slack", workspace: `slack:${id}`, id: "C1" });
  return {
    store,
    ask: async (line: string, { user = ANN, team = "T1" } = {}) => {
      const [, command = "", input = ""] = /^(\S*)\s*(.*)$/.exec(line) ?? [];
      const card = await answer({ command, input, channel: channel(team), user });
      return [...(card.title === undefined ? [] : [card.title]), ...lines(card)];
    },
  };
}

test("/privacy counts what is kept and what is one's own, and says for how long", async () => {
  const { ask } = await setUp();
  const [title, list, , own] = await ask("privacy");
  expect(title).toBe("What is kept");
  expect(list!.split("\n")).toEqual([
    "1 article = with 1 statement and 1 name of speakers, as the press printed them; kept until somebody removes them",
    "1 feed = with who follows it for you and in which channel; kept until it is removed",
    "0 digests, 0 watches = with who set it up and where it posts; kept until it is removed",
    "0 deliveries = what was posted where and when; kept for 90 days",
    "1 answer = whose buttons work; kept for a day, without who asked",
  ]);
  expect(own).toBe("Kept: your user id, because you set up 1 feed.");
  expect((await ask("privacy", { user: BO })).at(3)).toBe("Nothing carries your user id.");
  const limited = await setUp(30);
  expect((await limited.ask("privacy"))[1]).toContain("kept for 30 days after they came in");
});

test("/forget me takes a name off what it set up, once, and in no other workspace", async () => {
  const { ask, store } = await setUp();
  expect(await ask("forget me", { user: BO })).toEqual([
    "There is nothing to forget",
    "Nothing that is kept here carries your user id.",
  ]);
  expect(await ask("forget me")).toEqual(["You are forgotten", "1 feed = goes on without your user id"]);
  expect((await ask("forget me"))[0]).toBe("There is nothing to forget");
  expect((await store.followedFeeds("slack:T1"))[0]).toMatchObject({ address: "https://a.example/feed" });
  expect(await store.ownHoldings("slack:T2", { platform: "slack", user: "U1" })).toMatchObject({ feeds: 1 });
});

test("/forget everything wants a manager and the word of this workspace, and touches no other", async () => {
  const { ask, store } = await setUp();
  const word = /confirm:(\w+)/.exec((await ask("privacy")).join("\n"))![1]!;
  expect(word).toMatch(/^[a-z]{6}$/);
  expect(await ask(`forget everything confirm:${word}`, { user: BO })).toEqual([expect.stringMatching(/ask an admin or owner/)]);
  expect(await ask("forget everything")).toEqual([
    expect.stringMatching(/^This takes out all .*: type \/privacy to see how many, and what to type then\.$/),
  ]);
  const wrong = confirmationWord("slack:T2");
  expect(wrong).not.toBe(word);
  expect(await ask(`forget everything confirm:${wrong}`)).toEqual([
    expect.stringContaining(`The word is not “${wrong}”. This takes out`),
  ]);
  expect((await store.holdings("slack:T1")).articles).toBe(1);

  expect(await ask(`forget everything confirm:${word.toUpperCase()}`)).toEqual([
    "Everything is removed",
    "1 article, 1 statement, 1 name of a speaker, 1 feed, 1 answer.",
    "Backups of whoever runs On Record still hold it, and so do channels what was posted there.",
  ]);
  expect((await ask(`forget everything confirm:${word}`))[1]).toBe("Nothing was kept here.");
  expect(await store.holdings("slack:T1")).toMatchObject({ articles: 0, statements: 0, feeds: 0, answers: 0 });
  expect(await store.holdings("slack:T2")).toMatchObject({ articles: 1, statements: 1, feeds: 1, answers: 1 });
});
