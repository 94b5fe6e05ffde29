import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { until } from "./clock.ts";
import { SIGNING_SECRET } from "./simulator.ts";
import { overEach } from "./transports.ts";

overEach((bench, transport) => {
  test("each command is answered once, and seen by those it is for", async () => {
    await bench().people.types("/who-said ceasefire");
    await bench().people.types("/summary");
    await bench().people.types("/news who-said prisoners");
    await bench().people.types("/news");
    await bench().people.types("/nonsense");
    await bench().people.types("/feed list");
    await bench().people.types("/summary wrong");
    expect((await bench().seen(7)).sort()).toEqual([
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
    await bench().people.types("/who-said a &amp; b in <#C2|general> <https://x.example/a|x.example>", { channel: "C2" });
    await bench().seen(1);
    expect(bench().asked[0]).toMatchObject({
      command: "who-said",
      channel: { platform: "slack", workspace: "slack:T024BE7LD", id: "C2" },
      user: { id: "U1", name: "ada" },
    });
    expect(bench().asked[0]!.input).toMatch(/^a & b in .* https:\/\/x\.example\/a$/);
  });

  test("what is delivered twice is done once", async () => {
    const command = await bench().people.types("/who-said slow");
    await until(() => bench().held.length === 1);
    await bench().slack.tellAgain(command);
    bench().letGo();
    await bench().seen(1);
    const mention = await bench().people.mentions("who-said this");
    await bench().slack.tellAgain(mention);
    await bench().seen(2);
    const press = await bench().people.presses("Share in channel");
    await bench().slack.tellAgain(press);
    expect(await bench().seen(3)).toEqual([
      "only: answer to who-said: slow",
      "all in thread: answer to who-said: this",
      "all: answer to who-said: slow",
    ]);
  });

  test("an event whose first delivery went astray is taken the second time", async () => {
    const lost = { id: "lost", type: "events_api" as const, acks: [] };
    const event = { type: "app_mention", user: "U1", channel: "C1", ts: "1.2", text: "<@UBOT> who-said it", event_ts: "1.2" };
    await bench().slack.tellAgain({ ...lost, payload: { type: "event_callback", team_id: "T024BE7LD", event_id: "E1", event } });
    expect(await bench().seen(1)).toEqual(["all in thread: answer to who-said: it"]);
  });

  test("an answer after 2.9 seconds comes alone; after 20, somebody was told that it will", async () => {
    await bench().people.types("/who-said slow");
    await until(() => bench().held.length === 1);
    await bench().clock.pass(2_900);
    bench().letGo();
    expect(await bench().seen(1)).toEqual(["only: answer to who-said: slow"]);
    await bench().people.types("/summary slow");
    await until(() => bench().held.length === 1);
    await bench().clock.pass(20_000);
    bench().letGo();
    expect(await bench().seen(3)).toEqual([
      "only: answer to who-said: slow",
      "only: Working on it: the answer will follow here.",
      "all: answer to summary: slow",
    ]);
  });

  test("an answer after half an hour finds another way", async () => {
    await bench().people.types("/who-said slow");
    await until(() => bench().held.length === 1);
    await bench().clock.pass(31 * 60_000);
    bench().letGo();
    expect((await bench().seen(2)).at(-1)).toBe("only: answer to who-said: slow");
    expect(bench().slack.calls).toContain("chat.postEphemeral");
  });

  test("a long answer is shown three parts at a time, and nothing of it is lost", async () => {
    await bench().people.types("/who-said long");
    await bench().seen(3);
    await bench().people.presses("Show the rest");
    await bench().seen(6);
    await bench().people.presses("Show the rest");
    const parts = (await bench().seen(7)).map((_, k) => bench().slack.workspace.shown[k]!.text.match(/part \d/)![0]);
    expect(parts).toEqual([0, 1, 2, 3, 4, 5, 6].map((k) => `part ${k}`));
  });

  test("a file comes as a direct message", async () => {
    await bench().people.types("/who-said file");
    expect(await bench().seen(3)).toEqual([
      "direct: Here is what you asked for:",
      "direct: the file feeds.opml",
      "only: answer to who-said: file",
    ]);
    expect([...bench().slack.workspace.files.values()]).toEqual([{ name: "feeds.opml", length: 7, text: "<opml/>" }]);
    expect(bench().slack.workspace.shown.at(-1)!.text).toContain("in your direct messages");
  });

  test("people of another workspace get no answer from this one's library", async () => {
    const elsewhere = { team: "T2", user: "U2" };
    await bench().people.types("/who-said ceasefire", elsewhere);
    await bench().people.mentions("who-said ceasefire", elsewhere);
    await bench().people.asksAbout("<https://x.example/a>", elsewhere);
    await bench().seen(3, "U2");
    expect(
      new Set(
        bench()
          .sees("U2")
          .map((line) => line.replace(/^.*?: /, "")),
      ),
    ).toEqual(new Set(["Only members of the workspace where I am installed can ask me."]));
    expect(bench().asked).toEqual([]);
  });

  test("managers are those who are named, administrators and owners", async () => {
    for (const user of ["U1", "UADMIN", "UNAMED", "UADMIN"]) await bench().people.types("/who-said manager?", { user });
    await bench().seen(1);
    await bench().seen(2, "UADMIN");
    const answers = ["U1", "UADMIN", "UNAMED"].map((user) => bench().sees(user)[0]);
    expect(answers).toEqual(["only: manager: false", "only: manager: true", "only: manager: true"]);
    expect(bench().slack.calls.filter((method) => method === "users.info").length).toBeLessThanOrEqual(3);
  });

  test("no secret is logged, and no word of anybody above debug", async () => {
    bench().slack.fault("respond", "500 before", 9);
    await bench().people.types("/who-said ceasefire");
    await bench().people.mentions("who-said ceasefire");
    await bench().seen(1);
    const lines = bench().lines.join("\n");
    for (const secret of [bench().options.botToken, bench().options.appToken, SIGNING_SECRET, "/respond/", "/link"]) {
      if (secret) expect(lines).not.toContain(secret);
    }
    expect(lines).not.toContain("ceasefire");
  });

  test("the log says by which way it is connected", () => {
    expect(bench().lines.join()).toContain(transport === "socket" ? "Socket Mode" : `HTTP on port ${bench().port}`);
  });

  if (transport === "http") {
    test("an unsigned request is refused, and health is told", async () => {
      const forged = await fetch(`http://127.0.0.1:${bench().port}/slack/events`, { method: "POST", body: "command=/who-said" });
      expect(forged.status).toBe(401);
      expect((await fetch(`http://127.0.0.1:${bench().port}/healthz`)).status).toBe(200);
    });

    test("the address is verified as Slack does it, and what was signed ten minutes ago is refused", async () => {
      const ask = (timestamp: number) => {
        const body = JSON.stringify({ type: "url_verification", challenge: "3eZbrw1aB" });
        const signature = createHmac("sha256", SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest("hex");
        const headers = { "x-slack-request-timestamp": String(timestamp), "x-slack-signature": `v0=${signature}` };
        const asJson = { ...headers, "content-type": "application/json" };
        return fetch(`http://127.0.0.1:${bench().port}/slack/events`, { method: "POST", body, headers: asJson });
      };
      const now = Math.floor(Date.now() / 1_000);
      expect(await (await ask(now)).json()).toEqual({ challenge: "3eZbrw1aB" });
      expect((await ask(now - 600)).status).toBe(401);
    });
  }
});
