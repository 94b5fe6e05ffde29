import { existsSync, readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { commands } from "../../../commands/index.ts";
import { SCOPES, SHORTCUTS, slackManifest } from "../../../src/adapters/slack/manifest.ts";
import { firstWords } from "../../../src/chat/family.ts";

const SCHEMA = "../shared/specs/slack-manifest.schema.json";
const socket = slackManifest(commands, { umbrella: "/news", url: null });
const http = slackManifest(commands, { umbrella: "/briefing", url: "https://bot.example/slack/events" });

describe.skipIf(!existsSync(SCHEMA))(`Slack's own schema (${SCHEMA}; skipped where it is not at hand)`, () => {
  test.each([
    ["Socket Mode", socket],
    ["HTTP", http],
  ])("takes the manifest for %s", (_, manifest) => {
    const validate = new Ajv({ strict: false, allErrors: true, logger: false }).compile(JSON.parse(readFileSync(SCHEMA, "utf8")));
    validate(JSON.parse(JSON.stringify(manifest)));
    expect(validate.errors).toBeNull();
  });
});

test("every command can be typed: by its first word, and behind the one that takes all", () => {
  const names = socket.features.slash_commands.map(({ command }) => command);
  expect(names).toEqual([...firstWords(commands).map((word) => `/${word}`), "/news"]);
  expect(new Set(names).size).toBe(names.length);
});

test("names, hints and descriptions hold what Slack takes", () => {
  const { slash_commands: slash, shortcuts } = socket.features;
  expect(slash.length).toBeLessThanOrEqual(50);
  for (const { command, description, usage_hint: hint = "-", should_escape: escapes } of slash) {
    expect(command).toMatch(/^\/[a-z0-9_-]{1,31}$/);
    expect(description.length).toBeLessThanOrEqual(2_000);
    expect(hint).toMatch(/^.{1,1000}$/);
    expect(escapes).toBe(true);
  }
  for (const { name, description } of shortcuts) {
    expect(name.length).toBeLessThanOrEqual(24);
    expect(description.length).toBeLessThanOrEqual(150);
  }
  const { name, description, long_description: long } = socket.display_information;
  expect([name.length <= 35, description.length <= 140, long.length >= 175 && long.length <= 4_000]).toEqual([true, true, true]);
});

test("a hint tells how a command is typed, and how each of a family is", () => {
  const hint = (name: string) => socket.features.slash_commands.find(({ command }) => command === name)?.usage_hint;
  expect(hint("/who-said")).toMatch(/^<topic> \[by:<speaker>\] /);
  expect(hint("/feed")).toBe("add <url> | list [page] | remove <feed> | import <url> | export");
  expect(hint("/speaker")).toMatch(/^show <name> \| merge <name> into:<\w+> \| split /);
  expect(hint("/news")).toMatch(/^who-said\|.*help …$/);
});

test("HTTP names one address everywhere, Socket Mode none", () => {
  const url = "https://bot.example/slack/events";
  expect(http.settings).toMatchObject({
    socket_mode_enabled: false,
    event_subscriptions: { request_url: url },
    interactivity: { is_enabled: true, request_url: url, message_menu_options_url: url },
  });
  expect(http.features.slash_commands.every((command) => command.url === url)).toBe(true);
  expect(JSON.stringify(socket)).not.toContain('url":');
  expect(socket.settings.socket_mode_enabled).toBe(true);
});

test("no more scopes than have a reason, and none for what it does not do", () => {
  expect(socket.oauth_config.scopes.bot).toEqual(Object.keys(SCOPES));
  expect(socket.oauth_config.scopes.bot.filter((scope) => /search|admin|mpim|files:read|metadata/.test(scope))).toEqual([]);
  expect(Object.values(SCOPES).every((reason) => /^[a-z].{10,}[^.]$/.test(reason))).toBe(true);
});

const HISTORY = ["channels:history", "groups:history", "im:history"];
const NEEDS: Readonly<Record<string, string | readonly string[]>> = {
  ...{ "chat.postMessage": "chat:write", "chat.postEphemeral": "chat:write", "users.info": "users:read" },
  ...{ "files.getUploadURLExternal": "files:write", "files.completeUploadExternal": "files:write" },
  ...{ "conversations.history": HISTORY, "conversations.replies": HISTORY, "conversations.open": "im:write" },
};
const FREE = ["auth.test", "views.open", "views.publish"]; // methods that need no scope

test("the scopes are those that the adapter's calls and events need, and no other", () => {
  const folder = "src/adapters/slack";
  const code = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, "utf8"));
  const called = code.flatMap((text) => [...text.matchAll(/"((?:[a-z]+)\.[a-zA-Z.]+)"/g)].map(([, method]) => method!));
  expect(called).toContain("chat.postMessage");
  const needed = called.filter((method) => !FREE.includes(method)).flatMap((method) => NEEDS[method] ?? method);
  expect(new Set(["commands", "app_mentions:read", ...needed])).toEqual(new Set(Object.keys(SCOPES)));
  expect(socket.settings.event_subscriptions.bot_events).toContain("app_mention");
});

test("whoever lets it look is told that it reads nobody's words", () => {
  for (const scope of HISTORY) expect(SCOPES[scope]).toContain("it reads nobody's words");
});

test("shortcuts run commands that there are", () => {
  const names = commands.map(({ name }) => name);
  const ids = socket.features.shortcuts.map(({ callback_id }) => callback_id);
  expect(ids).toEqual(Object.keys(SHORTCUTS).filter((id) => names.includes(SHORTCUTS[id]!.command)));
  expect(ids).toEqual(expect.arrayContaining(["said_in", "feed_add"]));
  expect(slackManifest([], { umbrella: "/news", url: null }).features.shortcuts).toEqual([]);
});
