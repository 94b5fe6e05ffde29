import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createSqliteStore } from "../../src/store/sqlite/sqlite.ts";
import { makeFolder, type Ran, removeFolder, run } from "./run.ts";

let folder: string;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => removeFolder(folder));

const digests = (...args: string[]): Promise<Ran> => run(folder, ["digests", ...args]);
const watches = (...args: string[]): Promise<Ran> => run(folder, ["watches", ...args]);
const NEXT = "next [A-Z][a-z]{2} \\d+ [A-Z][a-z]{2} \\d{4}, 08:00\n";

test("digests: add, list, edit, pause, resume, now, why, preview, remove", async () => {
  expect(await digests()).toEqual({
    ...{ code: 0, out: "", err: 'No digests yet: npm run -s on-record -- digests add "weekdays 08:00"\n' },
  });
  const added = await digests("add", "weekdays 08:00", "--topic", "ceasefire", "--channel", "slack:C024BE7LR");
  const line = "1\\. ceasefire, weekdays at 08:00 \\(UTC\\), in channel C024BE7LR on Slack";
  expect(added).toMatchObject({
    code: 0,
    err: expect.stringContaining("was not checked"),
    out: expect.stringMatching(new RegExp(`^added     ${line}; ${NEXT}$`)),
  });
  await digests("add", "daily 08:00", "--quiet", "--late", "1d", "--speaker", 'Ada Lund, "Bo, Jr."', "--length", "short");
  const changed = await digests("edit", "2", "--zone", "London", "--no-quiet", "--ping", "S024BE7LR", "--topic", "dam", "--json");
  expect(JSON.parse(changed.out)).toMatchObject({
    ...{ outcome: "changed", number: 2, when: "daily at 08:00 (Europe/London)", cron: "0 8 * * *", zone: "Europe/London" },
    ...{ platform: "terminal", channel: "local", topics: ["dam"], speakers: ["Ada Lund", "Bo, Jr."], length: "short" },
    ...{ ping: "S024BE7LR", quiet: false, latest: 86_400_000, pause: null, by: "local", last: null },
  });
  expect((await digests("pause", "1")).out).toMatch(new RegExp(`^paused    ${line}\n$`));
  expect((await digests("now", "2")).out).toMatch(/^empty {5}2\. dam/);
  await digests("edit", "2", "--quiet");
  expect((await digests("now", "2")).out).toMatch(/^waiting {3}2\. dam/);
  const [first, second, none] = (await digests("list", "--json")).out.split("\n");
  expect(JSON.parse(first!)).toMatchObject({ number: 1, next: [], pause: { why: null } });
  expect(JSON.parse(second!)).toMatchObject({ number: 2, last: { state: "claimed", endedAt: null } });
  expect(none).toBe("");
  expect((await digests("resume", "1")).out).toMatch(new RegExp(`^resumed   ${line}; ${NEXT}$`));
  expect((await digests("why", "2")).out).toMatch(/, \d\d:\d\d\n {4}About to be posted\.\n$/);
  expect(JSON.parse((await digests("why", "2", "--run", "1", "--json")).out)).toMatchObject({
    number: 2,
    state: "claimed",
    posts: [],
  });
  expect(await digests("why", "1")).toEqual({ code: 0, out: "", err: "Digest 1 has not run yet.\n" });
  expect((await digests("preview", "1")).out).toMatch(/^Nothing is new for it/);
  expect((await digests("remove", "1", "2")).out.match(/^removed/gm)).toHaveLength(2);
  expect((await digests("list")).out).toBe("");
});

test("watches: add, list, pause, resume, remove; zone is that of both", async () => {
  expect(await digests("zone", "berlin")).toEqual({ code: 0, out: "Europe/Berlin\n", err: "" });
  expect((await digests("zone")).out).toBe("Europe/Berlin\n");
  const line = "1. dam, in the terminal. At most 3 posts an hour, none from 22:00 to 07:00 (Europe/Berlin).";
  expect((await watches("add", "dam", "--quiet-hours", "22-7", "--most", "3")).out).toBe(`added     ${line}\n`);
  expect(JSON.parse((await watches("--json")).out)).toMatchObject({ number: 1, topics: ["dam"], most: 3, pause: null });
  expect((await watches("pause", "1")).out).toBe(`paused    ${line}\n`);
  expect((await watches()).out).toBe(`${line} Paused.\n`);
  expect((await watches("resume", "1")).out).toBe(`resumed   ${line}\n`);
  expect((await watches("remove", "1")).out).toBe(`removed   ${line}\n`);
  expect((await watches("list")).err).toBe("No watches yet: npm run -s on-record -- watches add ceasefire\n");
});

test("one whose channel is gone says so in every list, and why", async () => {
  await digests("add", "daily 08:00");
  await watches("add", "dam");
  const store = createSqliteStore(join(folder, "data", "library.db"));
  const pause = { at: new Date("2026-05-04T08:00:00Z"), why: "I am not in this channel." };
  await store.changeDigest("local", 1, { pause });
  await store.changeWatch("local", 2, { pause });
  await store.close();
  expect((await digests("list")).out).toContain("\n    Paused since Mon 4 May 2026, 08:00: I am not in this channel. To go on");
  expect((await digests("edit", "1", "--late", "1d")).out).toMatch(/; paused: I am not in this channel\.\n$/);
  expect((await watches("list")).out).toMatch(/ Paused: I am not in this channel\.\n$/);
  for (const each of [digests, watches])
    expect(JSON.parse((await each("--json")).out)).toMatchObject({ pause: { why: "I am not in this channel." } });
});

test("words that would turn letters round or colour a terminal do not reach it", async () => {
  const hostile = "lake\u202eevil\u001b[31m";
  const adding = { digests: ["add", "daily 08:00", "--topic", hostile], watches: ["add", hostile] };
  for (const [command, add] of Object.entries(adding)) {
    for (const { out } of [await run(folder, [command, ...add]), await run(folder, [command, "list"])]) {
      expect(out).toContain("lakeevil\ufffd[31m");
      for (const letter of ["\u202e", "\u001b"]) expect(out).not.toContain(letter);
    }
  }
});

const TEAM = { WORKSPACE: "slack:T024BE7LD" };
test.each<[string[], Record<string, string>, number, RegExp]>([
  [["digests", "add", "sometimes"], {}, 1, /^refused {3}“sometimes” is not understood/],
  [["digests", "add", "daily 8:00", "--channel", "general"], {}, 1, /^refused {3}“general” is no channel: give --channel slack:/],
  [["digests", "add", "daily 8:00"], TEAM, 1, /^refused {3}Say where it is posted: --channel slack:/],
  [["digests", "add", "daily 8:00", "--channel", "discord:80351110224678912"], TEAM, 1, /not for a channel of another platform/],
  [["digests", "pause", "7"], {}, 1, /^refused {3}There is no digest 7 here/],
  [["digests", "zone", "atlantis"], {}, 1, /^refused {3}There is no time zone “atlantis”/],
  [["digests", "add", "daily 8:00", "--late", "2h"], {}, 2, /^$/],
  [["digests", "add"], {}, 2, /^$/],
  [["digests", "dance"], {}, 2, /^$/],
  [["watches", "add"], {}, 1, /^refused {3}Say what to watch for/],
  [["watches", "add", "dam", "--most", "many"], {}, 2, /^$/],
  [["watches", "remove", "1", "--json"], {}, 1, /^\{"outcome":"refused","target":"1","reason":"There is no watch 1 here/],
])("%j is refused", async (args, env, code, out) => {
  expect(await run(folder, args, "", env)).toMatchObject({ code, out: expect.stringMatching(out) });
});

test("a team's own channel, its threads and the terminal are places for its digests", async () => {
  for (const channel of ["slack:C024BE7LR", "slack:C024BE7LR:1700000000.000100", "terminal"])
    expect(await run(folder, ["digests", "add", "daily 8:00", "--channel", channel], "", TEAM)).toMatchObject({ code: 0 });
  const { out } = await run(folder, ["digests", "--json"], "", TEAM);
  expect(
    out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).channel),
  ).toEqual([...["C024BE7LR", "C024BE7LR:1700000000.000100", "slack:T024BE7LD"]]);
  expect((await digests()).out).toBe(""); // another workspace's
});
