import { describe, expect, test } from "vitest";
import { lines, refused, shown } from "./asking.ts";
import { setUp } from "./asking-digests.ts";

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
