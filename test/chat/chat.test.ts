import { expect, test } from "vitest";
import type { Invocation, Outcome } from "../../src/chat/adapter.ts";
import { BUTTON_ID, buttonsOf } from "../../src/chat/buttons.ts";
import { body, type Card, note } from "../../src/chat/card.ts";
import { createChat } from "../../src/chat/chat.ts";
import { defineCommand } from "../../src/chat/command.ts";
import { UserError } from "../../src/chat/errors.ts";
import type { Limiter } from "../../src/chat/limits.ts";
import { list, optional, words } from "../../src/chat/options.ts";
import { KEPT_FOR } from "../../src/chat/sessions.ts";
import { createSqliteStore } from "../../src/store/sqlite/sqlite.ts";
import { createRoom } from "../digests/desk.ts";
import { ADA, day } from "../fixtures.ts";

const SAID: Card = {
  title: "Who said “dam”",
  blocks: [
    {
      ...{ type: "excerpt", text: "The dam holds." },
      receipt: {
        title: null,
        outlet: "Valley Post",
        publishedAt: day("2026-05-02"),
        url: "https://valley.example/dam",
        file: null,
      },
    },
  ],
  actions: [{ label: "Next", command: "who-said", options: { topic: "dam", page: 2 } }],
};

/** A core over a real store that answers everything with `card`, and what it was asked. */
function setUp(card: Card = SAID, limit?: Limiter) {
  const store = createSqliteStore(":memory:");
  const { digests } = createRoom();
  const asked: Invocation[] = [];
  const logged: unknown[] = [];
  let time = day("2026-05-05").getTime();
  const commands = [
    defineCommand({
      ...{ name: "who-said", summary: "Who said it", visibility: "private", examples: [] },
      options: {
        topic: words("A topic"),
        by: optional(words("A speaker", undefined, "speaker")),
        about: words("A command", undefined, "command"),
        feed: words("A feed", undefined, "feed"),
        zone: words("A zone", undefined, "zone"),
        digest: words("A digest", undefined, "digest"),
        watch: words("A watch", undefined, "watch"),
        speakers: optional(list("Speakers", "names", "speaker")),
      },
      run: async () => card,
    }),
  ] as never;
  const services = {
    briefing: { complete: async (...given: unknown[]) => [given.join(" "), "Ada Lund", "Ada Lund", `${"long ".repeat(30)}name`] },
    feeds: { list: async () => [{ title: "Valley Post", address: "https://valley.example/feed" }] },
    digests,
    now: () => new Date(time),
  } as never;
  const chat = createChat({
    ...{ commands, services, limit },
    answer: async (invocation) => {
      asked.push(invocation);
      return card;
    },
    sessions: { keep: store.keepSession, find: store.findSession },
    log: (error) => logged.push(error),
  });
  const channel = { platform: "slack", workspace: "slack:T1", id: "C1" } as const;
  return { store, chat, digests, asked, logged, channel, later: (milliseconds: number) => (time += milliseconds) };
}

const ask = ({ chat, channel }: ReturnType<typeof setUp>) =>
  chat.answer({ command: "who-said", input: "dam", channel, user: ADA });

const EXPIRED: Outcome = {
  ...{ do: "go on", from: 0 },
  reply: { card: { blocks: [body("These buttons have expired: type the command again.")], problem: "usage" }, session: null },
};

test("a button runs its command for whoever pressed it, and the next answer has buttons of its own", async () => {
  const room = setUp();
  const reply = await ask(room);
  const buttons = buttonsOf(reply, { rest: null, canShare: true });
  expect(buttons.map(({ label }) => label)).toEqual(["Next", "Share in channel"]);
  const user = { ...ADA, id: "u2" };
  const outcome = await room.chat.press({ id: buttons[0]!.id, channel: room.channel, user });
  expect(room.asked.at(-1)).toEqual({ command: "who-said", input: { topic: "dam", page: 2 }, channel: room.channel, user });
  expect(outcome).toMatchObject({ do: "show", reply: { card: SAID } });
  if (outcome.do === "show") expect(outcome.reply.session).not.toBe(reply.session);
});

test("what is shared is the very answer that was seen, with who shared it and without buttons", async () => {
  const room = setUp();
  const { session } = await ask(room);
  const { actions: _, ...card } = SAID;
  expect(await room.chat.press({ id: `${session}:share`, channel: room.channel, user: ADA })).toEqual({
    do: "share",
    card: { ...card, blocks: [...card.blocks, note("Shared by Ada")] },
  });
  expect(room.asked).toHaveLength(1);
});

test("the rest of a long answer is its own", async () => {
  const room = setUp();
  const reply = await ask(room);
  const [rest] = buttonsOf(reply, { rest: 3, canShare: false });
  expect(rest!.label).toBe("Show the rest");
  expect(await room.chat.press({ id: rest!.id, channel: room.channel, user: ADA })).toEqual({ do: "go on", reply, from: 3 });
});

test("buttons that run no command are counted too, and one too many is told", async () => {
  const room = setUp(SAID, async (_, { id }) => {
    if (id === "u2") throw new UserError("Not so fast.");
  });
  const { session } = await ask(room);
  const press = (what: string, id: string) =>
    room.chat.press({ id: `${session}:${what}`, channel: room.channel, user: { ...ADA, id } });
  const told = { do: "go on", from: 0, reply: { card: { blocks: [body("Not so fast.")], problem: "refused" }, session: null } };
  expect(await press("share", "u2")).toEqual(told);
  expect(await press("p0", "u2")).toEqual(told);
  expect(await press("a0", "u2")).toMatchObject({ do: "show" }); // the command is counted where it is answered
  expect(await press("share", ADA.id)).toMatchObject({ do: "share" });
  expect(room.logged).toEqual([]);
});

test("buttons expire, and say so", async () => {
  const room = setUp();
  const { session } = await ask(room);
  room.later(KEPT_FOR);
  expect(await room.chat.press({ id: `${session}:a0`, channel: room.channel, user: ADA })).toEqual(EXPIRED);
});

test.each(["", ":a0", "x:a0", "'; DROP TABLE session:share", `${"a".repeat(500)}:a0`, "__proto__:a0"])(
  "a button of no answer, %j, has expired",
  async (id) => {
    const room = setUp();
    await ask(room);
    expect(await room.chat.press({ id, channel: room.channel, user: ADA })).toEqual(EXPIRED);
  },
);

test("another workspace's button has expired, and so has one of a number that the answer does not have", async () => {
  const room = setUp();
  const { session } = await ask(room);
  const elsewhere = { ...room.channel, workspace: "slack:T2" };
  for (const what of ["a0", "share", "p0"])
    expect(await room.chat.press({ id: `${session}:${what}`, channel: elsewhere, user: ADA })).toEqual(EXPIRED);
  expect(await room.chat.press({ id: `${session}:a7`, channel: room.channel, user: ADA })).toEqual(EXPIRED);
  expect(room.asked).toHaveLength(1);
});

test("ids of buttons are short and harmless, whatever the answer holds", async () => {
  const reply = await ask(setUp());
  for (const { id } of buttonsOf(reply, { rest: 999, canShare: true })) {
    expect(id).toMatch(BUTTON_ID);
    expect(id.length).toBeLessThanOrEqual(40);
  }
});

test("a refusal has no buttons; what all see, or is of use to one alone, is not shared", async () => {
  const refused = await ask(setUp({ blocks: [body("No.")], problem: "refused" }));
  expect(buttonsOf(refused, { rest: null, canShare: true })).toEqual([]);
  const reply = await ask(setUp());
  expect(buttonsOf(reply, { rest: null, canShare: false }).map(({ label }) => label)).toEqual(["Next"]);
  const personal = await ask(setUp({ ...SAID, isPersonal: true }));
  expect(buttonsOf(personal, { rest: null, canShare: true }).map(({ label }) => label)).toEqual(["Next"]);
});

test("an answer that cannot be kept is still given, without buttons; a press then gets a sentence", async () => {
  const room = setUp();
  const { session } = await ask(room);
  await room.store.close();
  expect(await ask(room)).toEqual({ card: SAID, session: null });
  expect(await room.chat.press({ id: `${session}:a0`, channel: room.channel, user: ADA })).toMatchObject({
    do: "go on",
    reply: { card: { problem: "fault" } },
  });
  expect(room.logged).toHaveLength(2);
});

test.each<[string, string, string, string[]]>([
  ["who-said", "topic", "da", []],
  ["who-said", "nothing", "da", []],
  ["nothing", "by", "da", []],
  ["who-said", "by", " da ", ["slack:T1 speaker da 25", "Ada Lund", `${"long ".repeat(19)}long`]],
  ["who-said", "about", "WHO", ["who-said"]],
  ["who-said", "about", "x", []],
  ["who-said", "feed", "post", ["Valley Post"]],
])("values for /%s %s: while %j is typed", async (command, option, typed, expected) => {
  const { chat, channel } = setUp();
  expect(await chat.suggest({ command, option, typed, channel, most: 25 })).toEqual(expected);
});

test("digests and watches are offered with what they are about, and those of no other workspace", async () => {
  const { chat, channel, digests } = setUp();
  const ask = (option: string, typed: string) => chat.suggest({ command: "who-said", option, typed, channel, most: 25 });
  for (const workspace of [channel.workspace, "slack:T2"]) {
    const owner = { workspace, place: { platform: "slack", channel: "C1" }, by: "u" };
    await digests.add(owner, { when: "daily 08:00", topic: workspace === channel.workspace ? "dam" : "road" });
    await digests.watches.add(owner, { speaker: "Ada Lund" });
  }
  await digests.pause(channel.workspace, "1");
  expect(await ask("digest", "")).toEqual(["1: dam, daily at 08:00 (UTC), paused"]);
  expect(await ask("digest", "road")).toEqual([]);
  expect(await ask("watch", "lund")).toEqual(["2: said by Ada Lund"]);
  expect(await ask("zone", "london")).toEqual(["Europe/London"]);
});

test("in a list the last value is completed, and one with a comma stands in quotation marks", async () => {
  const { chat, channel } = setUp();
  const ask = (typed: string) => chat.suggest({ command: "who-said", option: "speakers", typed, channel, most: 25 });
  expect((await ask("Veshkar, da")).slice(0, 2)).toEqual(["Veshkar, slack:T1 speaker da 25", "Veshkar, Ada Lund"]);
  expect((await ask('"a, b", "da')).slice(0, 2)).toEqual(['"a, b", slack:T1 speaker da 25', '"a, b", Ada Lund']);
  expect((await ask('"a, b'))[0]).toBe('"slack:T1 speaker a, b 25"');
  for (const value of await ask(`${"Veshkar, ".repeat(10)}da`)) expect(value.length).toBeLessThanOrEqual(100);
  expect(await ask(`${"Veshkar, ".repeat(11)}da`)).toEqual([]);
});
