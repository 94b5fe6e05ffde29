import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { until } from "./clock.ts";
import { type Bench, createBench } from "./fixture.ts";
import { SIGNING_SECRET } from "./simulator.ts";
import type { View } from "./workspace.ts";

describe.each(["socket", "http"] as const)("over %s", (transport) => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await createBench(transport);
    await bench.start();
  });
  afterEach(async () => {
    await bench.end();
    expect(bench.slack.unacknowledged()).toEqual([]);
    expect(bench.slack.workspace.refused).toEqual([]);
  });

  const seen = (count: number, user?: string) => bench.seen(count, user);
  async function form(): Promise<View> {
    await until(() => bench.slack.workspace.views.length > 0);
    return bench.slack.workspace.views.at(-1)!;
  }

  test("each command is answered once, and seen by those it is for", async () => {
    await bench.people.types("/who-said ceasefire");
    await bench.people.types("/summary");
    await bench.people.types("/news who-said prisoners");
    await bench.people.types("/news");
    await bench.people.types("/nonsense");
    await bench.people.types("/feed list");
    await bench.people.types("/summary wrong");
    expect((await seen(7)).sort()).toEqual([
      "all: answer to summary:",
      "only: answer to feed: list",
      "only: answer to help:",
      "only: answer to nonsense:",
      "only: answer to who-said: ceasefire",
      "only: answer to who-said: prisoners",
      "only: problem of summary",
    ]);
  });

  test("a command tells the core where it came from, in plain words", async () => {
    await bench.people.types("/who-said a &amp; b in <#C2|general> <https://x.example/a|x.example>", { channel: "C2" });
    await seen(1);
    expect(bench.asked[0]).toMatchObject({
      command: "who-said",
      channel: { platform: "slack", workspace: "slack:T024BE7LD", id: "C2" },
      user: { id: "U1", name: "ada" },
    });
    expect(bench.asked[0]!.input).toMatch(/^a & b in .* https:\/\/x\.example\/a$/);
  });

  test("what is delivered twice is done once", async () => {
    const command = await bench.people.types("/who-said slow");
    await until(() => bench.held.length === 1);
    await bench.slack.tellAgain(command);
    bench.letGo();
    await seen(1);
    const mention = await bench.people.mentions("who-said this");
    await bench.slack.tellAgain(mention);
    await seen(2);
    const press = await bench.people.presses("Share in channel");
    await bench.slack.tellAgain(press);
    expect(await seen(3)).toEqual([
      "only: answer to who-said: slow",
      "all in thread: answer to who-said: this",
      "all: answer to who-said: slow",
    ]);
  });

  test("an event whose first delivery went astray is taken the second time", async () => {
    const lost = { id: "lost", type: "events_api" as const, acks: [] };
    const event = { type: "app_mention", user: "U1", channel: "C1", ts: "1.2", text: "<@UBOT> who-said it", event_ts: "1.2" };
    await bench.slack.tellAgain({ ...lost, payload: { type: "event_callback", team_id: "T024BE7LD", event_id: "E1", event } });
    expect(await seen(1)).toEqual(["all in thread: answer to who-said: it"]);
  });

  test("an answer after 2.9 seconds comes alone; after 20, somebody was told that it will", async () => {
    await bench.people.types("/who-said slow");
    await until(() => bench.held.length === 1);
    await bench.clock.pass(2_900);
    bench.letGo();
    expect(await seen(1)).toEqual(["only: answer to who-said: slow"]);
    await bench.people.types("/summary slow");
    await until(() => bench.held.length === 1);
    await bench.clock.pass(20_000);
    bench.letGo();
    expect(await seen(3)).toEqual([
      "only: answer to who-said: slow",
      "only: Working on it: the answer will follow here.",
      "all: answer to summary: slow",
    ]);
  });

  test("an answer after half an hour finds another way", async () => {
    await bench.people.types("/who-said slow");
    await until(() => bench.held.length === 1);
    await bench.clock.pass(31 * 60_000);
    bench.letGo();
    expect((await seen(2)).at(-1)).toBe("only: answer to who-said: slow");
    expect(bench.slack.calls).toContain("chat.postEphemeral");
  });

  test("a long answer is shown three parts at a time, and nothing of it is lost", async () => {
    await bench.people.types("/who-said long");
    await seen(3);
    await bench.people.presses("Show the rest");
    await seen(6);
    await bench.people.presses("Show the rest");
    const parts = (await seen(7)).map((_, k) => bench.slack.workspace.shown[k]!.text.match(/part \d/)![0]);
    expect(parts).toEqual([0, 1, 2, 3, 4, 5, 6].map((k) => `part ${k}`));
  });

  test("a button's answer takes the place of the one it stood under", async () => {
    await bench.people.types("/who-said ceasefire");
    await seen(1);
    await bench.people.presses("Again");
    await until(() => bench.slack.workspace.shown[0]!.replaced === 1);
    expect(await seen(1)).toEqual(['only: answer to who-said: {"topic":"again"}']);
  });

  test("a button under what all see answers to the one who pressed it", async () => {
    await bench.people.mentions("who-said ceasefire", { thread: "1.5" });
    await seen(1);
    await bench.people.presses("Again", { user: "UADMIN" });
    expect(await seen(2, "UADMIN")).toEqual([
      "all in thread: answer to who-said: ceasefire",
      'only in thread: answer to who-said: {"topic":"again"}',
    ]);
    expect(bench.pressed[0]).toMatchObject({ channel: { workspace: "slack:T024BE7LD", id: "C1:1.5" }, user: { id: "UADMIN" } });
  });

  test("an answer is shared once, with those who are there", async () => {
    await bench.people.types("/who-said ceasefire");
    await seen(1);
    await bench.people.presses("Share in channel");
    await seen(2);
    await bench.people.presses("Share in channel");
    expect(await seen(3)).toEqual([
      "only: answer to who-said: ceasefire",
      "all: answer to who-said: ceasefire",
      "only: This has been shared here already.",
    ]);
  });

  test("in direct messages there is nobody to share an answer with", async () => {
    await bench.people.types("/who-said ceasefire", { channel: "D0ADA" });
    await seen(1);
    expect(() => bench.people.presses("Share in channel")).toThrow("no button");
    const again = await bench.people.presses("Again");
    await until(() => again.acks.length > 0);
  });

  test("what is long is shared whole, in a thread under its first part", async () => {
    await bench.people.types("/who-said long");
    await seen(3);
    await bench.people.presses("Share in channel");
    const all = (await seen(10)).slice(3);
    expect(all.map((line) => line.split(":")[0])).toEqual(["all", ...Array.from({ length: 6 }, () => "all in thread")]);
    expect(new Set(bench.slack.workspace.shown.slice(4).map(({ thread }) => thread))).toEqual(
      new Set([bench.slack.workspace.shown[3]!.ts]),
    );
  });

  test("a mention is answered in the thread, its problems and help to one person", async () => {
    await bench.people.mentions("who-said ceasefire", { thread: "1.5" });
    await bench.people.mentions("who-said wrong", { thread: "1.5" });
    await bench.people.mentions("thank you!");
    await bench.people.mentions("");
    expect((await seen(4)).sort()).toEqual([
      "all in thread: answer to who-said: ceasefire",
      "only in thread: problem of who-said",
      "only: answer to help:",
      "only: answer to help:",
    ]);
  });

  test("the problem of a mention outside a thread is not hidden in one that is none yet", async () => {
    await bench.people.mentions("who-said wrong");
    expect(await seen(1)).toEqual(["only: problem of who-said"]);
  });

  test("a command that was typed without what it needs opens its form", async () => {
    await bench.people.types("/who-said");
    const opened = await form();
    expect(bench.sees()).toEqual([]);
    await bench.people.submits(opened, { topic: { type: "plain_text_input", value: "ceasefire" } });
    expect(await seen(1)).toEqual(['only: answer to who-said: {"topic":"ceasefire"}']);
    expect(bench.asked[0]!.channel.id).toBe("C1");
  });

  test("a form that is sent off twice, or late, is answered once", async () => {
    await bench.people.types("/feed add", { channel: "CSECRET" });
    const opened = await form();
    await bench.clock.pass(31 * 60_000);
    const sent = await bench.people.submits(opened, { url: { type: "url_text_input", value: "https://x.example" } });
    await bench.slack.tellAgain(sent);
    expect(await seen(1)).toEqual(['direct: answer to feed add: {"url":"https://x.example"}']);
  });

  test("a form that Slack does not open is made up for in words", async () => {
    bench.slack.fault("views.open", "refused expired_trigger_id");
    await bench.people.types("/who-said");
    expect(await seen(1)).toEqual(["only: answer to who-said:"]);
  });

  test("a form offers values of a length that Slack takes", async () => {
    await bench.people.types("/who-said");
    const sought = await bench.people.seeks(await form(), "by", "Hor");
    await until(() => sought.acks.length === 1);
    const { options } = sought.acks[0]!.payload as { options: { text: { text: string }; value: string }[] };
    expect(options.map(({ value }) => value).slice(0, 2)).toEqual(["Hor", "who-said by Hor"]);
    for (const { text, value } of options) expect(Math.max(text.text.length, value.length)).toBeLessThanOrEqual(75);
  });

  test("shortcuts: an article's statements, and a feed's form", async () => {
    await bench.people.asksAbout("Look: <https://x.example/a?b=1&amp;c=2|this>");
    await bench.people.asksAbout("Look");
    expect((await seen(2)).sort()).toEqual(
      [
        'only: answer to said-in: {"article":"https://x.example/a?b=1&c=2"}',
        "only: There is no link to an article in this message.",
      ].sort(),
    );
    await bench.people.uses("feed_add");
    const opened = await form();
    await bench.people.submits(opened, { url: { type: "url_text_input", value: "https://x.example" } });
    expect((await seen(3)).at(-1)).toBe('direct: answer to feed add: {"url":"https://x.example"}');
  });

  test("channels and groups reach the core as references where they are asked for, as names elsewhere", async () => {
    const line = "where:<#C024BE91L|general> ping:<!subteam^S0614TZR7|@desk> <#C2|grain> &amp; all";
    const typed = "where:<#C024BE91L|general> ping:<!subteam^S0614TZR7|@desk> #grain & all";
    await bench.people.types(`/digest add ${line}`);
    await bench.people.types(`/news digest add ${line}`);
    await bench.people.mentions(`digest add ${line}`, { thread: "1.5" });
    await bench.people.types("/who-said by:<#C2|grain> where:<#C2|grain>");
    await seen(4);
    expect(bench.asked.map(({ input }) => input)).toEqual([
      ...[`add ${typed}`, `add ${typed}`, `add ${typed}`],
      "by:#grain where:#grain",
    ]);
    expect(bench.asked[2]!.channel.id).toBe("C1:1.5"); // a thread is a place of its own
  });

  test("a digest can be planned from anywhere, in a form", async () => {
    await bench.people.uses("digest_add");
    const opened = await form();
    expect(opened.view.callback_id).toBe("form:digest add");
    const zones = await bench.people.seeks(opened, "zone", "Lon");
    await until(() => zones.acks.length === 1);
    expect(JSON.stringify(zones.acks[0]!.payload)).toContain("digest add zone Lon");
    await bench.people.submits(opened, {
      what: { type: "plain_text_input", value: "grain" },
      where: { type: "conversations_select", selected_conversation: "C024BE91L" },
      ping: { type: "plain_text_input", value: null },
    });
    expect(await seen(1)).toEqual(['direct: answer to digest add: {"what":"grain","where":"C024BE91L"}']);
  });

  test("a form that is filled in wrongly stays open with all of it and says where, and is answered once it is right", async () => {
    await bench.people.uses("digest_add");
    const opened = await form();
    const submit = (zone: string) =>
      bench.people.submits(opened, {
        what: { type: "plain_text_input", value: "grain" },
        zone: { type: "external_select", selected_option: { value: zone } },
      });
    const refused = await submit("Nowhere");
    await until(() => refused.acks.length === 1);
    expect(refused.acks[0]!.payload).toEqual({ response_action: "errors", errors: { zone: "There is no such zone." } });
    expect([bench.asked, bench.sees()]).toEqual([[], []]);
    const taken = await submit("Europe/London");
    expect(await seen(1)).toEqual(['direct: answer to digest add: {"what":"grain","zone":"Europe/London"}']);
    expect(taken.acks.map(({ payload }) => JSON.stringify(payload ?? {}))).not.toContain(expect.stringContaining("errors"));
  });

  test("a form of which nobody can tell in time whether it is right is closed and answered", async () => {
    await bench.people.uses("digest_add");
    const zone = { type: "external_select", selected_option: { value: "late" } };
    const submitted = bench.people.submits(await form(), { zone });
    await until(() => bench.unchecked.length === 1);
    await bench.clock.pass(2_000);
    expect(await seen(1)).toEqual(['direct: answer to digest add: {"zone":"late"}']);
    const { acks } = await submitted;
    await until(() => acks.length === 1);
    expect(acks[0]!.after).toBeLessThan(3_000);
  });

  test("a shortcut that there is no more says so", async () => {
    await bench.people.uses("of_old");
    expect(await seen(1)).toEqual(["direct: This shortcut is out of date: please type /help."]);
  });

  test("App Home tells of digests, feeds and help, and plans a digest", async () => {
    await bench.people.opensHome();
    await until(() => bench.slack.workspace.homes.has("U1"));
    expect(bench.asked.map(({ command }) => command)).toEqual(["digest list", "feed list", "help"]);
    await bench.people.pressesAtHome("Plan a digest");
    expect((await form()).view.callback_id).toBe("form:digest add");
  });

  test("App Home opens forms, and their answers come as direct messages", async () => {
    await bench.people.opensHome();
    await until(() => bench.slack.workspace.homes.has("U1"));
    await bench.people.pressesAtHome("Summary");
    await bench.people.submits(await form(), { topic: { type: "plain_text_input", value: "ceasefire" } });
    expect(await seen(1)).toEqual(['direct: answer to summary: {"topic":"ceasefire"}']);
  });

  test("a file comes as a direct message", async () => {
    await bench.people.types("/who-said file");
    expect(await seen(3)).toEqual([
      "direct: Here is what you asked for:",
      "direct: the file feeds.opml",
      "only: answer to who-said: file",
    ]);
    expect([...bench.slack.workspace.files.values()]).toEqual([{ name: "feeds.opml", length: 7, text: "<opml/>" }]);
    expect(bench.slack.workspace.shown.at(-1)!.text).toContain("in your direct messages");
  });

  test("people of another workspace get no answer from this one's library", async () => {
    const elsewhere = { team: "T2", user: "U2" };
    await bench.people.types("/who-said ceasefire", elsewhere);
    await bench.people.mentions("who-said ceasefire", elsewhere);
    await bench.people.asksAbout("<https://x.example/a>", elsewhere);
    await seen(3, "U2");
    expect(new Set(bench.sees("U2").map((line) => line.replace(/^.*?: /, "")))).toEqual(
      new Set(["Only members of the workspace where I am installed can ask me."]),
    );
    expect(bench.asked).toEqual([]);
  });

  test("managers are those who are named, administrators and owners", async () => {
    for (const user of ["U1", "UADMIN", "UNAMED", "UADMIN"]) await bench.people.types("/who-said manager?", { user });
    await seen(1);
    await seen(2, "UADMIN");
    const answers = ["U1", "UADMIN", "UNAMED"].map((user) => bench.sees(user)[0]);
    expect(answers).toEqual(["only: manager: false", "only: manager: true", "only: manager: true"]);
    expect(bench.slack.calls.filter((method) => method === "users.info").length).toBeLessThanOrEqual(3);
  });

  test("no secret is logged, and no word of anybody above debug", async () => {
    bench.slack.fault("respond", "500 before", 9);
    await bench.people.types("/who-said ceasefire");
    await bench.people.mentions("who-said ceasefire");
    await seen(1);
    const lines = bench.lines.join("\n");
    for (const secret of [bench.options.botToken, bench.options.appToken, SIGNING_SECRET, "/respond/", "/link"]) {
      if (secret) expect(lines).not.toContain(secret);
    }
    expect(lines).not.toContain("ceasefire");
  });

  if (transport === "http") {
    test("an unsigned request is refused, and health is told", async () => {
      const forged = await fetch(`http://127.0.0.1:${bench.port}/slack/events`, { method: "POST", body: "command=/who-said" });
      expect(forged.status).toBe(401);
      expect((await fetch(`http://127.0.0.1:${bench.port}/healthz`)).status).toBe(200);
    });
  }
});
