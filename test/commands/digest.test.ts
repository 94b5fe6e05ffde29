import { describe, expect, test } from "vitest";
import { body, type Card } from "../../src/chat/card.ts";
import { makeDelivery, makePost } from "../digests/deliveries.ts";
import { lines } from "./asking.ts";
import { setUp } from "./asking-digests.ts";

const shown = (card: Card) => [card.title, ...lines(card)];
const refused = (card: Card) => [card.problem, ...lines(card)];

describe("/digest add", () => {
  test("reads back what was understood: what, when, where, the next three runs, by whom", async () => {
    const { ask, changes } = setUp();
    const card = await ask("digest add weekdays 08:00 topic:ceasefire, prisoners without:sport");
    expect(shown(card)).toEqual([
      "Digest 1 is set up",
      [
        "What = ceasefire or prisoners, without sport",
        "When = weekdays at 08:00 (UTC)",
        "Where = here",
        "Next runs = Wed 6 May 2026, 08:00\nThu 7 May 2026, 08:00\nFri 8 May 2026, 08:00",
        "If late = comes up to 12 hours late, and then not",
        "Set up by = Ada",
      ].join("\n"),
      "To change it, type /digest edit 1; /digest why 1 tells what became of its runs.",
    ]);
    expect(card.actions).toEqual([
      { label: "Preview", command: "digest preview", options: { digest: "1" } },
      { label: "Pause", command: "digest pause", options: { digest: "1" } },
    ]);
    expect(changes).toHaveLength(1);
  });

  test.each(["digest add daily 08:00", "digest edit 1", "watch add dam"])(
    "%s says of names that the library does not know that it is so",
    async (add) => {
      const { ask } = setUp();
      await ask("digest add daily 08:00");
      const unknown = async (names: string) => lines(await ask(`${add} ${names}`)).filter((line) => line.includes("so far"));
      expect(await unknown("speaker:Ada Lund outlet:Valley Post")).toEqual([]);
      expect(await unknown("speaker:Ada Lunt,Bo outlet:Valey Post")).toEqual([
        "Nobody called “Ada Lunt” is quoted here so far. The nearest: Ada Lund.",
        "Nobody called “Bo” is quoted here so far.",
        "No article here is from “Valey Post” so far.",
      ]);
    },
  );

  test("names nobody by an id", async () => {
    const { ask } = setUp();
    const user = { id: "U0ADA", name: "U0ADA" };
    expect(lines(await ask("digest add weekdays 08:00", { user })).join("\n")).not.toMatch(/Set up by|U0ADA/);
    expect(lines(await ask("watch add dam", { user })).at(-1)).toBe("To end it, type /watch remove 2");
  });

  test("takes all that can be said, typed or picked", async () => {
    const { ask, store } = setUp();
    await ask(
      'digest add daily 09:30 topic:"talks, again"; dam speaker:"Ada Lund" outlet:Valley Post story:the dam zone:europe/london ' +
        "channel:<#C2|general> length:long ping:<!subteam^S1|@editors> late:1d quiet:yes",
    );
    await ask("digest add", {
      typed: { when: "daily 09:30", topic: '"talks, again"; dam', channel: "123456789012345678", ping: "223456789012345678" },
    });
    expect(await store.digests("w")).toMatchObject([
      {
        filter: {
          topics: ["talks, again", "dam"],
          speakers: ["Ada Lund"],
          outlets: ["Valley Post"],
          stories: [{ article: "dam", headline: "Dam holds" }],
          without: [],
        },
        schedule: { cron: "30 9 * * *", zone: "Europe/London" },
        place: { platform: "slack", channel: "C2" },
        ...{ by: "u", length: "long", ping: "S1", quiet: true, latest: 86_400_000, pause: null },
        nextRun: new Date("2026-05-06T08:30:00Z"), // summer time
      },
      {
        filter: { topics: ["talks, again", "dam"] },
        place: { channel: "123456789012345678" },
        ...{ ping: "223456789012345678", quiet: false, length: "normal", latest: 12 * 3_600_000 },
      },
    ]);
  });

  test("a thread stays a thread", async () => {
    const { ask, store } = setUp();
    await ask("digest add daily 08:00", { channel: "C1:1700.1" });
    expect((await store.digests("w"))[0]).toMatchObject({ place: { channel: "C1:1700.1" }, filter: { topics: [] } });
  });

  test("is on the clocks of the workspace's own zone, where it has one", async () => {
    const { ask } = setUp();
    expect(shown(await ask("digest zone europe/berlin"))).toEqual([
      "Digests are on the clocks of Europe/Berlin",
      "There it is Tue 5 May 2026, 14:00.",
      "That holds for digests and quiet hours set up from now on without a zone; those that there are keep theirs.",
    ]);
    expect(lines(await ask("digest add daily 08:00"))[0]).toContain("daily at 08:00 (Europe/Berlin)");
    expect(lines(await ask("digest add daily 08:00", { workspace: "other" }))[0]).toContain("daily at 08:00 (UTC)");
    expect(refused(await ask("digest zone Atlantis"))).toEqual([
      "usage",
      "There is no time zone “Atlantis”. Type a name of the IANA list or a large city, such as Europe/London, America/New_York.",
    ]);
  });

  test.each<[string, "usage" | "refused", string]>([
    ["", "usage", "/digest add needs to know when: weekdays 08:00, every 2 hours 9-18, or a cron expression."],
    [
      "sometimes",
      "usage",
      "“sometimes” is not understood as a day or a time. Type, for example “weekdays 08:00” or “every 2 hours 9-18”.",
    ],
    [
      "daily 08:00 zone:Atlantis",
      "usage",
      "There is no time zone “Atlantis”. Type a name of the IANA list or a large city, such as Europe/London, America/New_York.",
    ],
    ["daily 08:00 topic:!?", "usage", "topic holds no word to look for in “!?”."],
    ['daily 08:00 topic:","', "usage", "topic holds no word to look for in “,”."],
    ["daily 08:00 topic:,,", "usage", "topic holds nothing to look for."],
    ["daily 08:00 topic:a,b,c,d,e,f,g,h,i,j,k", "usage", "topic takes at most 10 values: make two of it."],
    [
      "daily 08:00 story:volcano",
      "refused",
      "No article here fits “volcano”: /stories lists what there is, or use topic: and words of it.",
    ],
    ["daily 08:00 channel:general", "usage", "channel must be a channel that you pick while typing #, or its ID."],
    ["daily 08:00 ping:everyone", "usage", "ping must be a role or group that you pick while typing @, or its ID."],
    ["daily 08:00 length:huge", "usage", "length must be one of: short, normal, long."],
    ["daily 08:00 late:2h", "usage", "late must be one of: 1h, 6h, 12h, 1d, 3d."],
    ["daily 08:00 channel:CGONE", "refused", "I am not in that channel: type /invite @On Record there."],
    ["daily 08:00 ping:SGONE", "refused", "This is no group: pick one."],
  ])("refuses %j", async (typed, problem, message) => {
    const { ask, store } = setUp({
      closed: { CGONE: "I am not in that channel: type /invite @On Record there.", SGONE: "This is no group: pick one." },
    });
    expect(refused(await ask(`digest add ${typed}`))).toEqual([problem, message]);
    expect(await store.digests("w")).toEqual([]);
  });

  test("takes fifty in a workspace, and no more", async () => {
    const { ask } = setUp();
    for (let k = 0; k < 50; k++) expect((await ask("digest add daily 08:00")).problem).toBeUndefined();
    expect(refused(await ask("digest add daily 08:00"))).toEqual([
      "refused",
      "There are 50 digests here, and more are not possible: remove one first.",
    ]);
    expect((await ask("digest add daily 08:00", { workspace: "other" })).problem).toBeUndefined();
  });

  test("says when it comes where this process posts nothing on its platform", async () => {
    const { ask } = setUp({ serving: [] });
    expect(lines(await ask("digest add daily 08:00"))).toContain("It is posted while npm start runs with Slack connected.");
  });

  test("hostile words stay words", async () => {
    const { ask, store } = setUp();
    const words = "<!channel> @everyone '; DROP TABLE digest; -- \u202e\u0000 $(x) *b*";
    await ask("digest add", { typed: { when: "daily 08:00", topic: `"${words}"`, speaker: "__proto__, constructor" } });
    expect((await store.digests("w"))[0]!.filter).toMatchObject({ topics: [words], speakers: ["__proto__", "constructor"] });
    expect((await ask("digest list")).blocks[0]).toMatchObject({
      items: [{ term: `1. ${words}, said by __proto__ or constructor` }],
    });
  });
});

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

describe("/digest now", () => {
  const compose = () => ({ cards: [{ blocks: [body("The dam holds.")] }], account: {} });

  test("with nothing new it says so at once, and why, and leaves no run", async () => {
    const account = { articles: 2, leftOut: [{ rule: "not about “dam”", articles: 2 }] };
    const { ask, store, changes } = setUp({ compose: () => ({ cards: [], account }) });
    await ask("digest add daily 08:00 topic:dam");
    const card = await ask("digest now 1");
    expect(shown(card)).toEqual([
      "Nothing is new for digest 1",
      "Nothing is posted: 2 articles came in, and nothing for it.\nLeft out: 2 articles, not about “dam”.",
    ]);
    expect(card.actions).toEqual([{ label: "Preview", command: "digest preview", options: { digest: "1" } }]);
    expect(await store.deliveries("w", { kind: "digest", number: 1 }, 1)).toEqual([]);
    expect(changes).toHaveLength(1); // that it was set up
  });

  test("leaves word for whoever posts, once", async () => {
    const { ask, store, arrive, tell, changes } = setUp({ compose });
    await ask("digest add daily 08:00");
    arrive(7);
    tell(3);
    const card = await ask("digest now 1");
    expect(shown(card)).toEqual(["Digest 1 goes out now", "What is new is posted here.", "/digest why 1 tells how far it is."]);
    expect(changes).toHaveLength(2);
    const [left] = await store.deliveries("w", { kind: "digest", number: 1 }, 1);
    expect(left).toMatchObject({ state: "claimed", place: { channel: "C1" }, after: 3, upTo: 7, missed: 0 });
    expect(refused(await ask("digest now 1"))).toEqual([
      "refused",
      "Digest 1 is being sent already: /digest why 1 tells how far it is.",
    ]);
    const now = new Date("2026-05-05T12:00:30Z");
    const [taken] = await store.takeOver(["slack"], { by: "x", now }, 1);
    await store.planDelivery(taken!.key, "x", { state: "failed", account: {} }, taken!, now);
    expect((await ask("digest now 1")).title).toBe("Digest 1 goes out now");
    expect(lines(await ask("digest why 1"))[0]).toMatch(/^1\. Tue 5 May 2026, 12:00, by hand = About to be posted\./);
  });

  test("asked for twice at the same instant, it is one run", async () => {
    const { ask, store } = setUp({ compose });
    await ask("digest add daily 08:00");
    const cards = await Promise.all([ask("digest now 1"), ask("digest now 1")]);
    expect(cards.map(({ problem }) => problem)).toEqual([undefined, "refused"]);
    expect(await store.deliveries("w", { kind: "digest", number: 1 }, 9)).toHaveLength(1);
  });

  test("says what to do where nobody posts, and why it cannot be posted", async () => {
    const { ask } = setUp({ compose, serving: [] });
    await ask("digest add daily 08:00");
    expect(shown(await ask("digest now 1")).slice(0, 2)).toEqual([
      "Digest 1 waits to be posted",
      "It is posted while npm start runs with Slack connected.",
    ]);
    const closed = setUp({ closed: { C2: "I am not in that channel: invite me." } });
    await closed.ask("digest add daily 08:00");
    await closed.store.changeDigest("w", 1, { place: { platform: "slack", channel: "C2" } });
    expect(refused(await closed.ask("digest now 1"))).toEqual(["refused", "I am not in that channel: invite me."]);
  });
});

describe("/digest preview", () => {
  const told = { title: "Monday's news", blocks: [body("The dam holds.")] };

  test("shows what would be posted, and counts nothing as told", async () => {
    const asked: object[] = [];
    const { ask, arrive, deliveries } = setUp({
      compose: (window) => {
        asked.push(window);
        return { cards: [told, { blocks: [body("More of it.")] }], account: { articles: 2 } };
      },
    });
    await ask("digest add daily 08:00");
    arrive(9);
    const card = await ask("digest preview 1");
    expect(shown(card)).toEqual([
      ...["Preview of digest 1", "Monday's news", "The dam holds.", "More of it."],
      "You alone see this, and nothing of it counts as told.",
    ]);
    expect(card.actions).toEqual([{ label: "Post it now", command: "digest now", options: { digest: "1" } }]);
    expect([asked, deliveries]).toEqual([[{ after: 0, upTo: 9 }], []]);
  });

  test("with nothing new, shows it by what came in last, and says why there is nothing", async () => {
    const {
      ask,
      arrive,
      tell: mark,
    } = setUp({
      compose: ({ after }) =>
        after === 900
          ? { cards: [], account: { articles: 2, leftOut: [{ rule: "not about “dam”", articles: 2 }] } }
          : { cards: [told], account: {} },
    });
    await ask("digest add daily 08:00 topic:dam");
    arrive(902);
    mark(900);
    const card = await ask("digest preview 1");
    expect(shown(card)).toEqual([
      "Preview of digest 1",
      "Nothing is new for it: 2 articles came in, and nothing for it.\nLeft out: 2 articles, not about “dam”.",
      "Of the last that came in, new or not, it would tell this:",
      ...["The dam holds.", "You alone see this, and nothing of it counts as told."],
    ]);
    expect(card.actions).toBeUndefined();
  });

  test("of an empty library says so", async () => {
    const { ask } = setUp();
    await ask("digest add daily 08:00");
    expect(shown(await ask("digest preview 1"))).toEqual([
      "Preview of digest 1",
      "Nothing is new for it: no article came in.",
      "You alone see this, and nothing of it counts as told.",
    ]);
  });
});

describe("/digest why", () => {
  test("says that it has not run yet, and when it will", async () => {
    const { ask } = setUp();
    await ask("digest add daily 08:00");
    expect(shown(await ask("digest why 1"))).toEqual([
      "Digest 1: everything, daily at 08:00 (UTC)",
      "It has not run yet.",
      "Next: Wed 6 May 2026, 08:00",
    ]);
  });

  test("tells of the last five runs, or of one", async () => {
    const { ask, deliveries } = setUp();
    await ask("digest add daily 08:00");
    for (let k = 1; k <= 7; k++)
      deliveries.push(
        makeDelivery({ state: "sent", due: new Date(`2026-05-0${k}T08:00:00Z`), endedAt: new Date(`2026-05-0${k}T08:00:09Z`) }),
      );
    const [list] = lines(await ask("digest why 1"));
    expect(
      list!
        .split("\n")
        .filter((line) => /^\d/.test(line))
        .map((line) => line.slice(0, 12)),
    ).toEqual(["1. Thu 7 May", "2. Wed 6 May", "3. Tue 5 May", "4. Mon 4 May", "5. Sun 3 May"]);
    expect(lines(await ask("digest why 1 run:6"))[0]).toBe("6. Sat 2 May 2026, 08:00 = Sent.");
    expect(refused(await ask("digest why 1 run:8"))).toEqual(["usage", "Digest 1 has no run 8: it has 7 runs."]);
  });
});
