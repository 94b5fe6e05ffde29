import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { PlatformError } from "../../../src/chat/adapter.ts";
import { body } from "../../../src/chat/card.ts";
import { until } from "./clock.ts";
import { type Bench, createBench } from "./fixture.ts";

/** What goes wrong at Slack's end: nothing is left unanswered, and nothing is answered twice. */
let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
  await bench.start();
});
afterEach(async () => {
  await bench.end();
  expect(bench.slack.unacknowledged()).toEqual([]);
  expect(bench.slack.workspace.refused).toEqual([]);
});
const ANSWER = "answer to who-said: ceasefire";
const DOUBT = "Slack did not say whether it took the answer. If it does not stand here, press t";

describe("an answer to one person", () => {
  test("waits where Slack is busy", async () => {
    bench.slack.fault("respond", "busy", 2);
    await bench.people.types("/who-said ceasefire");
    await until(() => bench.slack.calls.includes("respond"));
    await bench.clock.pass(13_000);
    expect(bench.sees()).toEqual([]);
    expect(await bench.seen(1)).toEqual([`only: ${ANSWER}`]);
  });

  test.each(["500 before", "500 after", "dropped before", "dropped after"] as const)(
    "is sent once where the outcome is not known (%s its effect), and can be had by a button",
    async (fault) => {
      bench.slack.fault("respond", fault);
      await bench.people.types("/who-said ceasefire");
      const there = fault.endsWith("after") ? [`only: ${ANSWER}`] : [];
      expect(await bench.seen(there.length + 1)).toEqual([...there, `only: ${DOUBT}`]);
      await bench.people.presses("Show the answer");
      expect((await bench.seen(there.length + 2)).at(-1)).toBe(`only: ${ANSWER}`);
    },
  );

  test("finds another way where the address is used up, and another where that is closed", async () => {
    bench.slack.fault("respond", "refused used_url", 2);
    await bench.people.types("/who-said ceasefire");
    await bench.people.types("/who-said ceasefire", { channel: "CSECRET" });
    expect((await bench.seen(2)).sort()).toEqual([`direct: ${ANSWER}`, `only: ${ANSWER}`]);
  });

  test.each(["files.getUploadURLExternal", "upload", "files.completeUploadExternal"])(
    "holds a file's lines where %s is refused",
    async (method) => {
      bench.slack.fault(method, "refused missing_scope");
      await bench.people.types("/who-said file");
      await bench.seen(1);
      expect(bench.slack.workspace.shown.at(-1)!.text).toContain("answer to who-said: file");
      expect(JSON.stringify(bench.slack.workspace.shown.at(-1)!.blocks)).toContain("<opml/>");
    },
  );

  test("of which a part is in doubt can be had from that part on", async () => {
    bench.slack.fault("respond", "none", 2);
    bench.slack.fault("respond", "dropped before");
    await bench.people.types("/who-said long");
    expect((await bench.seen(3)).at(-1)).toBe(`only: ${DOUBT}`);
    await bench.people.presses("Show the answer");
    await bench.seen(6);
    const parts = bench.slack.workspace.shown.flatMap(({ text }) => /part \d/.exec(text)?.[0] ?? []);
    expect(parts).toEqual([0, 1, 2, 3, 4].map((k) => `part ${k}`));
  });

  test("that Slack does not take is told of", async () => {
    for (const way of ["respond", "chat.postEphemeral", "chat.postMessage"]) bench.slack.fault(way, "refused invalid_blocks");
    await bench.people.types("/who-said ceasefire");
    expect(await bench.seen(1)).toEqual(["only: Slack did not take the answer (invalid_blocks)."]);
  });

  test("in the place of another is put there again, for twice is once", async () => {
    await bench.people.types("/who-said ceasefire");
    await bench.seen(1);
    bench.slack.fault("respond", "dropped after");
    await bench.people.presses("Again");
    expect(await bench.seen(1)).toEqual(['only: answer to who-said: {"topic":"again"}']);
  });
});

test("an answer that cannot be rendered is made up for in words", async () => {
  await bench.people.types("/who-said unshowable");
  expect(await bench.seen(1)).toEqual(["only: Something went wrong on our side: this answer cannot be shown."]);
});

test("nobody is a manager while Slack does not say so", async () => {
  bench.slack.fault("users.info", "refused missing_scope");
  await bench.people.types("/who-said manager?", { user: "UADMIN" });
  expect(await bench.seen(1, "UADMIN")).toEqual(["only: manager: false"]);
  expect(bench.lines.join()).toContain("missing_scope");
  await bench.people.types("/who-said manager?", { user: "UADMIN" });
  expect((await bench.seen(2, "UADMIN")).at(-1)).toBe("only: manager: true");
});

describe("an answer for all to see", () => {
  test.each(["500 before", "500 after", "dropped before", "dropped after"] as const)("is not sent twice: %s", async (fault) => {
    bench.slack.fault("respond", fault);
    await bench.people.types("/summary ceasefire");
    bench.slack.fault("chat.postMessage", fault);
    await bench.people.mentions("summary ceasefire", { thread: "1.5" });
    const there = fault.endsWith("after")
      ? ["all in thread: answer to summary: ceasefire", "all: answer to summary: ceasefire"]
      : [];
    expect((await bench.seen(there.length + 2)).sort()).toEqual([...there, `only in thread: ${DOUBT}`, `only: ${DOUBT}`].sort());
  });

  test("is shown to one where it cannot be posted", async () => {
    bench.slack.fault("chat.postMessage", "refused restricted_action");
    await bench.people.mentions("summary ceasefire");
    expect(await bench.seen(1)).toEqual(["only: answer to summary: ceasefire"]);
  });

  test("waits its turn in its channel, and nobody waits elsewhere", async () => {
    bench.slack.fault("chat.postMessage", "busy");
    for (const topic of ["a", "b", "c"]) await bench.people.mentions(`summary ${topic}`, { thread: "1.5" });
    await until(() => bench.slack.calls.includes("chat.postMessage"));
    await bench.people.mentions("summary d", { channel: "C2", thread: "1.6" });
    await until(() => bench.sees().length > 0);
    expect(bench.sees()).toEqual(["all in thread: answer to summary: d"]);
    await bench.clock.pass(7_000);
    await until(() => bench.sees().length === 2);
    const all = await bench.seen(4);
    expect(
      all
        .slice(1)
        .map((line) => line.at(-1))
        .sort(),
    ).toEqual(["a", "b", "c"]);
    expect(bench.slack.calls.filter((method) => method === "chat.postMessage")).toHaveLength(5);
  });
});

describe("sharing", () => {
  test.each([
    [
      "where the bot is no member",
      { channel: "CSECRET" },
      "I am not in this channel: invite me with /invite @on-record and try again.",
    ],
    [
      "where the channel is gone",
      { channel: "CGONE" },
      "I am not in this channel: invite me with /invite @on-record and try again.",
    ],
    ["in an archive", { channel: "COLD" }, "This channel is archived: nothing can be posted in it any more."],
  ])("%s says what to do", async (_, where, line) => {
    bench.slack.workspace.channels.set("COLD", { isMember: true, isArchived: true });
    await bench.people.types("/who-said ceasefire", where);
    await bench.seen(1);
    await bench.people.presses("Share in channel");
    expect(await bench.seen(2)).toEqual([`only: ${ANSWER}`, `only: ${line}`]);
  });

  test("can be tried again when the bot has been invited", async () => {
    await bench.people.types("/who-said ceasefire", { channel: "CSECRET" });
    await bench.seen(1);
    await bench.people.presses("Share in channel");
    await bench.seen(2);
    bench.slack.workspace.channels.set("CSECRET", { isMember: true, isArchived: false });
    await bench.people.presses("Share in channel");
    expect((await bench.seen(3)).at(-1)).toBe(`all: ${ANSWER}`);
  });

  test("is not done twice where nobody knows whether it was", async () => {
    await bench.people.types("/who-said ceasefire");
    await bench.seen(1);
    bench.slack.fault("chat.postMessage", "dropped after");
    await bench.people.presses("Share in channel");
    await bench.seen(3);
    await bench.people.presses("Share in channel");
    expect(await bench.seen(4)).toEqual([
      `only: ${ANSWER}`,
      `all: ${ANSWER}`,
      "only: Slack did not say whether it took all of the answer: look before you share it ag",
      "only: This has been shared here already.",
    ]);
  });
});

describe("a notice", () => {
  const card = { blocks: [body("A notice")] };
  test("is posted in a channel or a thread", async () => {
    await bench.adapter.post("C1", card);
    await bench.adapter.post("C2:1.5", card);
    expect(bench.sees()).toEqual(["all: A notice", "all in thread: A notice"]);
  });
  test("is posted in the direct messages of whoever asked for it on the app's own page", async () => {
    await bench.people.opensHome();
    await until(() => bench.slack.workspace.homes.has("U1"));
    const { id } = bench.asked[0]!.channel;
    expect(id).toBe("@U1");
    await bench.clock.through(bench.adapter.post(id, card));
    expect(bench.sees()).toEqual(["direct: A notice"]);
  });
  test.each([
    ["is archived", "refused is_archived", /archived/],
    ["is out of reach", "refused channel_not_found", /invite me/],
    ["breaks", "500 before", /did not say whether/],
    ["drops the line", "dropped after", /did not say whether/],
  ] as const)("is refused in a sentence where the channel or Slack %s", async (_, fault, why) => {
    bench.slack.fault("chat.postMessage", fault);
    const posted = bench.adapter.post("C1", card);
    await expect(posted).rejects.toThrow(PlatformError);
    await expect(posted).rejects.toThrow(why);
    expect(bench.sees()).toHaveLength(fault === "dropped after" ? 1 : 0);
  });
});

describe("the connection", () => {
  test("is made again at once, and a command that was under way is answered", async () => {
    await bench.people.types("/who-said slow");
    await until(() => bench.held.length === 1);
    bench.slack.refresh();
    await until(() => bench.slack.state.opened === 2 && bench.slack.sockets.size === 1);
    bench.letGo();
    await bench.people.types("/who-said ceasefire");
    expect((await bench.seen(2)).sort()).toEqual([`only: ${ANSWER}`, "only: answer to who-said: slow"]);
  });

  test("is made again after it broke, however long that takes", async () => {
    bench.slack.fault("apps.connections.open", "500 before", 2);
    bench.slack.fault("apps.connections.open", "dropped before", 2);
    for (const socket of bench.slack.sockets) socket.terminate();
    await bench.clock.through(until(() => bench.slack.state.opened === 2 && bench.slack.sockets.size === 1));
    await bench.people.types("/who-said ceasefire");
    expect(await bench.seen(1)).toEqual([`only: ${ANSWER}`]);
    expect(bench.lost).toEqual([]);
  });

  test("is given up where Slack takes the app's token no more", async () => {
    bench.slack.fault("apps.connections.open", "refused invalid_auth");
    bench.slack.refresh();
    await until(() => bench.lost.length === 1);
    expect(bench.lost[0]).toContain("SLACK_APP_TOKEN");
    await bench.clock.pass(60_000);
    expect(bench.slack.sockets.size).toBe(0);
  });

  test("is one: an acknowledgement that does not get through keeps nobody from an answer", async () => {
    const unheard = { id: "unheard", type: "slash_commands" as const, acks: [] };
    const { url, trigger } = bench.slack.workspace.hand("U1", "C1");
    const who = { user_id: "U1", team_id: "T024BE7LD", channel_id: "C1" };
    const response_url = bench.slack.origin + url.path;
    const payload = { command: "/who-said", text: "ceasefire", ...who, trigger_id: trigger, response_url };
    const told = bench.slack.tellAgain({ ...unheard, payload });
    bench.slack.refresh();
    await told;
    expect(await bench.seen(1)).toEqual([`only: ${ANSWER}`]);
    expect(bench.slack.unacknowledged().map(({ id }) => id)).toEqual(["unheard"]);
    await bench.slack.tellAgain({ ...unheard, payload });
    await until(() => bench.slack.unacknowledged().length === 0);
  });
});

describe("leaving", () => {
  test("a revoked token stops Slack, with one line", async () => {
    bench.slack.state.revoked = "token_revoked";
    for (const topic of ["a", "b"]) await bench.people.mentions(`who-said ${topic}`);
    await until(() => bench.lost.length > 0);
    await bench.clock.pass(60_000);
    expect(bench.lost).toEqual(["Slack has revoked the bot's token: install the app again and set its new SLACK_BOT_TOKEN."]);
    expect(bench.slack.sockets.size).toBe(0);
    expect(bench.lines.filter((line) => /^(?:warn|error)/.test(line))).toEqual([]);
  });

  test("so does taking the app out of the workspace", async () => {
    await bench.people.uninstalls();
    await until(() => bench.lost.length > 0);
    expect(bench.lost[0]).toContain("removed");
    await until(() => bench.slack.sockets.size === 0);
  });

  test("ten commands under way are answered before we go", async () => {
    for (let k = 0; k < 10; k++) await bench.people.types(`/who-said slow ${k}`);
    await until(() => bench.held.length === 10);
    const stopped = bench.adapter.stop();
    await until(() => bench.slack.sockets.size === 0);
    bench.letGo();
    await stopped;
    expect(bench.sees().sort()).toEqual(Array.from({ length: 10 }, (_, k) => `only: answer to who-said: slow ${k}`));
  });

  test("a connection that does not say goodbye does not keep us", async () => {
    for (const socket of bench.slack.sockets) socket.pause();
    await bench.clock.through(bench.adapter.stop());
  });

  test("a command that never ends keeps us for eight seconds", async () => {
    await bench.people.types("/who-said slow");
    await until(() => bench.held.length === 1);
    let isGone = false;
    const stopped = bench.adapter.stop().then(() => {
      isGone = true;
    });
    await bench.clock.pass(7_900);
    expect(isGone).toBe(false);
    await bench.clock.through(stopped);
  });
});
