import { expect, test } from "vitest";
import { makeDelivery } from "../digests/deliveries.ts";
import { lines, refused, shown } from "./asking.ts";
import { setUp } from "./asking-digests.ts";

test("/watch add says what is posted where, how often, and how to end it", async () => {
  const { ask, store, changes } = setUp();
  const card = await ask("watch add ceasefire, prisoners speaker:Ada Lund quiet-hours:22-7 zone:europe/london most:3");
  expect(shown(card)).toEqual([
    "Watch 1: ceasefire or prisoners, said by Ada Lund",
    "What is said from now on is posted here as soon as it comes in.",
    "At most 3 posts an hour, none from 22:00 to 07:00 (Europe/London). The same words in several outlets are one post.",
    "Set up by Ada. To end it, type /watch remove 1",
  ]);
  expect(card.actions).toEqual([{ label: "Pause", command: "watch pause", options: { watch: "1" } }]);
  expect(await store.watches("w")).toMatchObject([
    {
      filter: { topics: ["ceasefire", "prisoners"], speakers: ["Ada Lund"], outlets: [], without: [] },
      place: { platform: "slack", channel: "C1" },
      quietHours: { from: 22 * 60, to: 7 * 60, zone: "Europe/London" },
      ...{ most: 3, by: "u", pause: null },
    },
  ]);
  expect(changes).toHaveLength(1);
});

test.each(["ceasefire", "speaker:Veshkar", "outlet:Valley Post", '"resume, please"'])(
  "/watch %s is /watch add",
  async (typed) => {
    const { ask, store } = setUp();
    expect((await ask(`watch ${typed}`)).title).toMatch(/^Watch 1: /);
    expect(await store.watches("w")).toHaveLength(1);
  },
);

test.each([
  ["lst", "There is no command /watch lst. Did you mean /watch list?"],
  ["pasue 3", "There is no command /watch pasue. Did you mean /watch pause?"],
  ["rem", "There is no command /watch rem. Did you mean /watch remove?"],
  ["", "After /watch comes one more word:"],
])("/watch %s sets nothing up", async (typed, message) => {
  const { ask, store } = setUp();
  const card = await ask(`watch ${typed}`);
  expect([card.problem, lines(card)[0]]).toEqual(["usage", message]);
  expect(await store.watches("w")).toEqual([]);
});

test("/watch add of a speaker's name says that it looks for words, and how to hear that speaker alone", async () => {
  const { ask } = setUp();
  expect(lines(await ask("watch add Ada Lund"))).toContain(
    '“Ada Lund” is looked for as words; for what that speaker says alone: /watch add speaker:"Ada Lund"',
  );
});

test.each<[string, string, string]>([
  ["", "usage", "Say what to watch for: a topic, speaker: or outlet:."],
  ["without:sport", "usage", "Say what to watch for: a topic, speaker: or outlet:."],
  ["dam quiet-hours:night", "usage", "quiet-hours must be two different times such as 22-7 or 22:30-6:45."],
  ["dam quiet-hours:22-22", "usage", "quiet-hours must be two different times such as 22-7 or 22:30-6:45."],
  ["dam quiet-hours:25-7", "usage", "quiet-hours must be two different times such as 22-7 or 22:30-6:45."],
  ["dam zone:UTC", "usage", "zone says on which clocks quiet-hours are: give both, such as quiet-hours:22-7."],
  [
    "dam quiet-hours:22-7 zone:Atlantis",
    "usage",
    "There is no time zone “Atlantis”. Type a name of the IANA list or a large city, such as Europe/London, America/New_York.",
  ],
  ["dam most:0", "usage", "most must be a whole number from 1 to 60."],
  ["dam channel:CGONE", "refused", "That channel is gone: pick another."],
])("/watch add refuses %j", async (typed, problem, message) => {
  const { ask, store } = setUp({ closed: { CGONE: "That channel is gone: pick another." } });
  expect(refused(await ask(`watch add ${typed}`))).toEqual([problem, message]);
  expect(await store.watches("w")).toEqual([]);
});

test("quiet hours go by the workspace's own zone", async () => {
  const { ask } = setUp();
  await ask("digest zone Europe/Berlin");
  expect(lines(await ask("watch dam quiet-hours:22:30–6:45"))[1]).toContain("none from 22:30 to 06:45 (Europe/Berlin)");
});

test("/watch takes fifty in a workspace", async () => {
  const { ask } = setUp();
  for (let k = 0; k < 50; k++) await ask("watch dam");
  expect(refused(await ask("watch dam"))).toEqual([
    "refused",
    "There are 50 watches here, and more are not possible: remove one first.",
  ]);
});

test("/watch list tells of each for what, where, and what it posted last", async () => {
  const { ask, deliveries, store } = setUp();
  expect(shown(await ask("watch list"))).toEqual([
    "No watches yet",
    "Type /watch add and what to watch for: /watch add ceasefire, or /watch add speaker:Veshkar",
  ]);
  await ask("watch dam");
  await ask("watch add speaker:Ada Lund most:1", { channel: "C2" });
  await store.changeWatch("w", 2, { pause: { at: new Date("2026-05-05T09:00:00Z"), why: "The channel is gone." } });
  const [due, endedAt] = [new Date("2026-05-05T08:00:00Z"), new Date("2026-05-05T08:00:03Z")];
  deliveries.push(makeDelivery({ kind: "watch", state: "sent", account: { statements: 1 }, due, endedAt }));
  expect(shown(await ask("watch list"))).toEqual([
    "2 watches",
    [
      "1. dam = Posted here. At most 10 posts an hour.",
      "Last: Tue 5 May 2026, 08:00, sent, 1 statement",
      "2. said by Ada Lund = Posted in channel C2. At most one post an hour.",
      "Paused since Tue 5 May 2026, 09:00: The channel is gone. To go on, type /watch resume 2",
      "Nothing yet.",
    ].join("\n"),
  ]);
  await store.changeWatch("w", 1, { held: ["1 a", "2 b"] });
  expect(lines(await ask("watch list"))[0]).toContain("\n2 statements wait for the next full hour.\nLast");
  const quietHours = { from: 22 * 60, to: 7 * 60, zone: "Europe/London" };
  await store.changeWatch("w", 1, { held: ["1 a"], quietHours });
  expect(lines(await ask("watch list"))[0]).toContain(
    "\n1 statement waits for the end of the quiet hours or the next full hour.\nLast",
  );
  for (let k = 0; k < 8; k++) await ask("watch dam");
  expect(lines(await ask("watch list page:2"))).toHaveLength(2);
  expect(refused(await ask("watch list page:3"))).toEqual(["usage", "There are only 2 pages."]);
});

test("/watch pause, resume, remove; what comes in while it is paused is not told", async () => {
  const { ask, store, arrive } = setUp();
  await ask("watch dam");
  expect(shown(await ask("watch pause 1: dam"))).toEqual(["Watch 1 is paused", "dam", "To go on, type /watch resume 1"]);
  arrive(30);
  await store.changeWatch("w", 1, { held: ["s"] });
  expect(shown(await ask("watch resume 1"))).toEqual(["Watch 1 goes on", "dam: what is said from now on is posted here."]);
  expect(await store.watches("w")).toMatchObject([{ pause: null, seen: 30, held: [] }]);
  await store.changeWatch("w", 1, { seen: 31, held: ["t"] });
  await ask("watch resume 1"); // it goes on already
  expect(await store.watches("w")).toMatchObject([{ seen: 31, held: ["t"] }]);
  expect(shown(await ask("watch remove 1"))).toEqual(["Watch 1 is removed", "dam", "What it has posted stays."]);
  expect(await store.watches("w")).toEqual([]);
});

test.each(["pause", "resume", "remove"])("/watch %s is for managers, of this workspace, by number", async (verb) => {
  const { ask } = setUp();
  await ask("watch dam", { workspace: "other" });
  await ask("digest add daily 08:00");
  expect(refused(await ask(`watch ${verb} 1`))).toEqual(["refused", "1 is a digest: see /digest list."]);
  expect(refused(await ask(`watch ${verb} 3`))).toEqual([
    "refused",
    "There is no watch 3 here: /watch list shows them with their numbers.",
  ]);
  expect(refused(await ask(`watch ${verb} dam`))).toEqual(["usage", "Give the number of a watch: /watch list shows them."]);
  expect((await ask(`watch ${verb} 1`, { user: { isManager: () => false } })).problem).toBe("refused");
});

test("/watch add is for managers", async () => {
  expect((await setUp().ask("watch dam", { user: { isManager: () => false } })).problem).toBe("refused");
});
