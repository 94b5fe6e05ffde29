import { describe, expect, test } from "vitest";
import { commands as real } from "../../../commands/index.ts";
import { commandOf, readMention, readSlashCommand, wantsForm } from "../../../src/adapters/slack/typed-line.ts";
import { createEcho } from "./fixture.ts";

const { commands } = createEcho().chat;

test.each([
  ["/who-said", "a b", "who-said", "a b"],
  ["/Who-Said", "a", "who-said", "a"],
  ["/news", "who-said a  b", "who-said", "a  b"],
  ["/news", "/who-said a", "who-said", "a"],
  ["/news", " Feed add x ", "feed", "add x "],
  ["/news", "", "help", ""],
  ["/news", "  ", "help", ""],
])("%s %s", (name, text, command, input) => {
  expect(readSlashCommand(name, text, "news")).toEqual({ command, input });
});

test.each([
  [" who-said a", "who-said", "a"],
  ["/feed list", "feed", "list"],
  ["thanks!", "help", ""],
  ["", "help", ""],
])("a mention: %j", (text, command, input) => {
  expect(readMention(text, commands)).toEqual({ command, input });
});

describe("which command is meant", () => {
  test.each([
    ["feed", "add https://x.example", "feed add"],
    ["feed", "ADD x", "feed add"],
    ["who-said", "add", "who-said"],
    ["feed", "", undefined],
    ["nothing", "", undefined],
  ])("%s %s", (command, input, name) => {
    expect(commandOf({ command, input }, commands)?.name).toBe(name);
  });
});

describe("a form helps on where something is missing", () => {
  test.each([
    ["who-said", "", "who-said"],
    ["who-said", "ceasefire", undefined],
    ["feed", "add", "feed add"],
    ["feed", "add x", undefined],
    ["summary", "", undefined],
    ["help", "", undefined],
  ])("%s %s", (command, input, name) => {
    expect(wantsForm({ command, input }, commands)?.name).toBe(name);
  });
});

test("/watch ceasefire is /watch add, which all see; typed alone, that opens its form", () => {
  expect(commandOf({ command: "watch", input: "ceasefire" }, real)?.name).toBe("watch add");
  expect(commandOf({ command: "watch", input: "lst" }, real)).toBe(null);
  expect(wantsForm({ command: "watch", input: "add" }, real)?.name).toBe("watch add");
  for (const input of ["ceasefire", "list", ""]) expect(wantsForm({ command: "watch", input }, real)).toBe(null);
});
