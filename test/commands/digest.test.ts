import { describe, expect, test } from "vitest";
import { makeDelivery, makePost } from "../digests/deliveries.ts";
import { lines, refused, shown } from "./asking.ts";
import { setUp } from "./asking-digests.ts";

test.each(["add daily 08:00", "edit 1 late:1d", "pause 1", "resume 1", "remove 1", "now 1", "zone UTC"])(
  "/digest %s is for managers",
  async (line) => {
    const { ask } = setUp();
    await ask("digest add daily 08:00");
    expect(refused(await ask(`digest ${line}`, { user: { isManager: () => false } }))).toEqual([
      "refused",
      expect.stringMatching(/^This changes what everybody here sees: ask an admin/),
    ]);
  },
);

test.each(["preview", "now", "why", "edit", "pause", "resume", "remove"])(
  "/digest %s knows no digest of another workspace, nor a number that there is not",
  async (verb) => {
    const { ask, store } = setUp();
    await ask("digest add daily 08:00", { workspace: "other" });
    await ask("watch add dam", { workspace: "w" });
    await ask("watch add dam", { workspace: "w" });
    const more = verb === "edit" ? " late:1d" : "";
    const cases: [string, string, string][] = [
      ["7", "refused", "There is no digest 7 here: /digest list shows them with their numbers."],
      ["2", "refused", "2 is a watch: see /watch list."],
      ["ceasefire", "usage", "Give the number of a digest: /digest list shows them."],
      ["9999999999", "usage", "Give the number of a digest: /digest list shows them."],
      ["-1", "usage", "Give the number of a digest: /digest list shows them."],
    ];
    for (const [named, problem, message] of cases)
      expect(refused(await ask(`digest ${verb} ${named}${more}`))).toEqual([problem, message]);
    expect(await store.digests("other")).toMatchObject([{ number: 1, pause: null }]);
  },
);

test.each(["1", "#1", "digest 1", "1: ceasefire, daily at 08:00 (UTC)"])("/digest pause takes %j", async (named) => {
  const { ask } = setUp();
  await ask("digest add daily 08:00 topic:ceasefire");
  expect((await ask("digest pause", { typed: { digest: named } })).title).toBe("Digest 1 is paused");
});

describe("/digest list", () => {
  test("says how to begin", async () => {
    expect(shown(await setUp().ask("digest list"))).toEqual([
      "No digests yet",
      "Type /digest add and when it is to come: /digest add weekdays 08:00 topic:ceasefire",
    ]);
  });

  test("tells of each when, where, its next run, and how its last one ended", async () => {
    const { ask, deliveries, store } = setUp();
    const at = (number: number, known: object) =>
      deliveries.push(makeDelivery({ number, due: new Date("2026-05-05T08:00:00Z"), ...known }));
    for (const channel of ["", "C2", "@U1", "C1", "C1", "C1"])
      await ask(`digest add daily 08:00`, channel ? { channel } : { channel: "C1:1700.1" });
    at(1, { state: "sent", account: { stories: 3, statements: 5 }, endedAt: new Date("2026-05-05T08:00:10Z") });
    at(2, { state: "empty", account: { articles: 12 }, endedAt: new Date("2026-05-05T08:00:10Z") });
    at(4, { state: "sending", posts: [makePost({ state: "sent" }), makePost()] });
    at(5, { state: "failed", account: { problem: "Slack said no." }, endedAt: new Date("2026-05-05T08:00:10Z") });
    await ask("digest pause 5");
    await store.changeDigest("w", 6, {
      pause: { at: new Date("2026-05-04T08:00:00Z"), why: "The channel is gone: name another with /digest edit 6." },
    });
    expect(shown(await ask("digest list"))).toEqual([
      "6 digests",
      [
        "1. everything = daily at 08:00 (UTC), in a thread of channel C1",
        "Next: Wed 6 May 2026, 08:00",
        "Last: Tue 5 May 2026, 08:00, sent, 3 stories and 5 statements",
        "2. everything = daily at 08:00 (UTC), in channel C2",
        "Next: Wed 6 May 2026, 08:00",
        "Last: Tue 5 May 2026, 08:00, nothing to post: 12 articles came in, and nothing for it",
        "3. everything = daily at 08:00 (UTC), in direct messages",
        "Next: Wed 6 May 2026, 08:00",
        "No run yet.",
        "4. everything = daily at 08:00 (UTC), here",
        "Next: Wed 6 May 2026, 08:00",
        "Last: Tue 5 May 2026, 08:00, being sent, 1 of 2 messages there",
        "5. everything = daily at 08:00 (UTC), here",
        "Paused since Tue 5 May 2026, 12:00. To go on, type /digest resume 5",
        "Last: Tue 5 May 2026, 08:00, failed",
        "6. everything = daily at 08:00 (UTC), here",
        "Paused since Mon 4 May 2026, 08:00: The channel is gone: name another with /digest edit 6. To go on, type /digest resume 6",
        "No run yet.",
      ].join("\n"),
      "Digests that name no zone are on the clocks of UTC: see /digest zone.",
    ]);
    expect((await ask("digest list", { workspace: "other" })).title).toBe("No digests yet");
  });

  test("has pages", async () => {
    const { ask } = setUp();
    for (let k = 0; k < 9; k++) await ask("digest add daily 08:00");
    const card = await ask("digest list");
    expect(card.actions).toEqual([{ label: "Next", command: "digest list", options: { page: 2 } }]);
    expect(lines(card)[1]).toBe("1 to 8 of 9 digests.");
    expect(lines(await ask("digest list page:2"))[0]).toMatch(/^9\. everything/);
    expect(refused(await ask("digest list page:3"))).toEqual(["usage", "There are only 2 pages."]);
  });
});

describe("/digest edit", () => {
  test("changes what is named, and nothing else", async () => {
    const { ask, store } = setUp();
    await ask("digest add weekdays 08:00 topic:ceasefire, dam ping:S12 quiet:yes");
    const card = await ask("digest edit 1 when:daily 09:30 topic:none speaker:Ada Lund");
    expect(shown(card).slice(0, 2)).toEqual([
      "Digest 1 is changed",
      [
        "What = said by Ada Lund",
        "When = daily at 09:30 (UTC)",
        "Where = here",
        "Next runs = Wed 6 May 2026, 09:30\nThu 7 May 2026, 09:30\nFri 8 May 2026, 09:30",
        "Notifies = the group that was chosen",
        "Nothing new = says so",
        "If late = comes up to 12 hours late, and then not",
      ].join("\n"),
    ]);
    await ask("digest edit 1 no-ping:yes quiet:no zone:Europe/London length:short");
    expect((await store.digests("w"))[0]).toMatchObject({
      ...{ ping: null, quiet: false, length: "short", by: "u" },
      schedule: { cron: "30 9 * * *", zone: "Europe/London" },
      filter: { speakers: ["Ada Lund"], topics: [] },
    });
  });

  test("tells whom it notifies by the name that the platform knows", async () => {
    const { ask } = setUp({ groups: { S12: "the desk" } });
    await ask("digest add daily 08:00 ping:S12");
    expect(lines(await ask("digest edit 1 when:daily 09:00"))[0]).toContain("\nNotifies = the desk\n");
  });

  test("moves to another channel, from wherever that is said", async () => {
    const { ask, store } = setUp();
    await ask("digest add daily 08:00");
    await ask("digest edit 1 late:1d", { channel: "C9" });
    expect((await store.digests("w"))[0]).toMatchObject({ place: { channel: "C1" }, latest: 86_400_000 });
    await ask("digest edit 1 channel:C22", { channel: "C9" });
    expect((await store.digests("w"))[0]).toMatchObject({ place: { platform: "slack", channel: "C22" } });
  });

  test("a next run that is due stays due where the schedule stays", async () => {
    const { ask, store } = setUp();
    await ask("digest add daily 08:00");
    const nextRun = new Date("2026-05-05T08:00:00Z");
    await store.changeDigest("w", 1, { nextRun });
    await ask("digest edit 1 late:1d");
    expect((await store.digests("w"))[0]!.nextRun).toEqual(nextRun);
  });

  test("wants something to change, and a place where it can be posted", async () => {
    const { ask } = setUp({ closed: { CGONE: "That channel is gone: pick another." } });
    await ask("digest add daily 08:00");
    expect(refused(await ask("digest edit 1"))).toEqual([
      "usage",
      "Say what is to change, such as when it comes or what it tells.",
    ]);
    expect(refused(await ask("digest edit 1 channel:CGONE"))).toEqual(["refused", "That channel is gone: pick another."]);
  });
});

test("/digest pause, resume, remove", async () => {
  const { ask, store } = setUp();
  await ask("digest add daily 08:00 topic:dam");
  const paused = await ask("digest pause 1");
  expect(shown(paused)).toEqual(["Digest 1 is paused", "dam, daily at 08:00 (UTC)", "To go on, type /digest resume 1"]);
  expect(paused.actions).toEqual([{ label: "Resume", command: "digest resume", options: { digest: "1" } }]);
  await store.changeDigest("w", 1, { nextRun: new Date("2026-05-01T08:00:00Z") });
  expect(shown(await ask("digest resume 1"))[0]).toBe("Digest 1 goes on");
  expect((await store.digests("w"))[0]).toMatchObject({ pause: null, nextRun: new Date("2026-05-06T08:00:00Z") });
  expect(shown(await ask("digest resume 1"))[0]).toBe("Digest 1 goes on");
  expect(shown(await ask("digest remove 1"))).toEqual([
    "Digest 1 is removed",
    "dam, daily at 08:00 (UTC), here",
    "What it has posted stays.",
  ]);
  expect((await ask("digest list")).title).toBe("No digests yet");
});

test("/digest pause by a person stands over a pause that came by itself; resume looks whether the channel is there", async () => {
  const { ask, store } = setUp({ closed: { CGONE: "That channel is gone: pick another with /digest edit." } });
  await ask("digest add daily 08:00");
  const place = { platform: "slack", channel: "CGONE" };
  await store.changeDigest("w", 1, { place, pause: { at: new Date("2026-05-04T08:00:00Z"), why: "Gone." } });
  expect(refused(await ask("digest resume 1"))).toEqual(["refused", "That channel is gone: pick another with /digest edit."]);
  await ask("digest pause 1");
  expect((await store.digests("w"))[0]!.pause).toEqual({ at: new Date("2026-05-05T12:00:00Z"), why: null });
});

test("/digest edit with another channel frees a digest whose channel is gone, and none that somebody paused", async () => {
  const { ask, store } = setUp();
  const at = new Date("2026-05-01T12:00:00Z");
  await ask("digest add daily 08:00");
  await store.changeDigest("w", 1, { pause: { at, why: "It is gone." }, nextRun: at });
  await ask("digest edit 1 late:1d");
  expect((await store.digests("w"))[0]!.pause).toEqual({ at, why: "It is gone." });
  expect(shown(await ask("digest edit 1 channel:<#C2|other>")).join("\n")).toContain("Next runs = Wed 6 May 2026, 08:00");
  expect((await store.digests("w"))[0]).toMatchObject({ pause: null, nextRun: new Date("2026-05-06T08:00:00Z") });
  await ask("digest pause 1");
  await ask("digest edit 1 channel:<#C3|third>");
  expect((await store.digests("w"))[0]!.pause).toMatchObject({ why: null });
});
