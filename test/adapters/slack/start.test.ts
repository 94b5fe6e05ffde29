import { createServer } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createSlack } from "../../../src/adapters/slack/adapter.ts";
import { PlatformError } from "../../../src/chat/adapter.ts";
import { type Bench, createBench } from "./fixture.ts";
import { SCOPES } from "./workspace-model.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
});
afterEach(async () => {
  await bench.end();
});

/** Why it does not start: one sentence with the remedy. */
async function why(options: object = {}): Promise<string> {
  const adapter = createSlack({ ...bench.options, ...options }, bench.clock);
  const told = await bench.clock.through(adapter.start(bench.chat)).catch((error) => error);
  expect(told).toBeInstanceOf(PlatformError);
  expect(bench.lost).toEqual([]);
  const { message } = told;
  expect(message).not.toContain("secret");
  expect(message).toMatch(/^[^.]+(\.\w[^.]*)*\.$/);
  expect(bench.lines.filter((line) => line.startsWith("error"))).toEqual([]); // whoever starts it tells this one line
  await adapter.stop();
  return message;
}

test("an unknown bot token", async () => {
  expect(await why({ botToken: "xoxb-other-secret" })).toContain("SLACK_BOT_TOKEN");
});
test("an app that was taken out of its workspace", async () => {
  bench.slack.fault("auth.test", "refused account_inactive");
  expect(await why()).toContain("no longer installed");
});
test("an unknown app token", async () => {
  expect(await why({ appToken: "xapp-other-secret" })).toContain("SLACK_APP_TOKEN");
});
test("an app token that may not connect", async () => {
  bench.slack.fault("apps.connections.open", "refused missing_scope");
  expect(await why()).toContain("connections:write");
});
test("a bot token without what it needs", async () => {
  for (const scope of SCOPES) if (scope !== "chat:write") bench.slack.workspace.scopes.delete(scope);
  expect(await why()).toContain("lacks commands");
});
test("a bot token without what some of it needs is taken, and the log says what lacks", async () => {
  for (const scope of SCOPES) if (!["commands", "chat:write"].includes(scope)) bench.slack.workspace.scopes.delete(scope);
  await bench.start();
  expect(bench.lines.join()).toContain("users:read");
});
test("no network", async () => {
  expect(await why({ apiUrl: `http://127.0.0.1:${bench.port}/api/` })).toContain("could not be reached (ECONNREFUSED)");
});
test("a website in Slack's place", async () => {
  const website = createServer((_, response) => response.end("<!doctype html>\n<p>Hello. I am no API.</p>"));
  await new Promise<void>((done) => website.listen(bench.port, "127.0.0.1", done));
  const told = await why({ apiUrl: `http://127.0.0.1:${bench.port}/api/` });
  expect(told).toBe("Slack could not be reached (unreadable answer): check the network and SLACK_API_URL, and try again.");
  website.close();
});
test("neither a connection nor a secret", async () => {
  expect(await why({ appToken: null, signingSecret: null })).toContain("SLACK_SIGNING_SECRET");
});
test("a port that is taken", async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(bench.port, done));
  expect(await why({ appToken: null })).toContain(`port ${bench.port}`);
  await new Promise((done) => other.close(done));
});
test("Slack that breaks is asked again", async () => {
  bench.slack.fault("auth.test", "500 before", 2);
  await bench.clock.through(bench.start());
  expect(bench.slack.sockets.size).toBe(1);
});
test("told to leave while it connects, it leaves no connection behind", async () => {
  const adapter = createSlack(bench.options, bench.clock);
  const started = adapter.start(bench.chat).catch((error) => error);
  await bench.clock.through(adapter.stop());
  await bench.clock.through(started);
  await bench.clock.pass(2_000);
  expect(bench.slack.sockets.size).toBe(0);
});
