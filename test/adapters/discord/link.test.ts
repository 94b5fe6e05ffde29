import { expect, test } from "vitest";
import { firstLink } from "../../../src/adapters/discord/link.ts";

const message = (content: string, more: object = {}) => ({ content, embeds: [], components: [], ...more }) as never;

test.each([
  ["https://news.example/a", "https://news.example/a"],
  ["Look: HTTPS://News.example/a?b=c&d=e#f.", "HTTPS://News.example/a?b=c&d=e#f"],
  ["<https://news.example/a>", "https://news.example/a"],
  ["[the talks](https://news.example/a), and more", "https://news.example/a"],
  ["(see https://news.example/a_(b))", "https://news.example/a_(b)"],
  ["**https://news.example/a**", "https://news.example/a"],
  ["||https://news.example/a||", "https://news.example/a"],
  ["ftp://news.example/a then http://news.example/b", "http://news.example/b"],
  ["https:// and nothing", null],
  ["[x](javascript:alert(1))", null],
  ["", null],
])("the first link of %j is %j", (content, link) => {
  expect(firstLink(message(content))).toBe(link);
});

test("a message's embeds and its components are looked at after its words", () => {
  const embeds = [{ url: null, title: "T", description: "at https://news.example/described", fields: [] }];
  const components = [{ toJSON: () => ({ type: 17, components: [{ type: 10, content: "[x](https://news.example/shown)" }] }) }];
  expect(firstLink(message("", { components }))).toBe("https://news.example/shown");
  expect(firstLink(message("", { embeds, components }))).toBe("https://news.example/described");
  expect(firstLink(message("https://news.example/said", { embeds }))).toBe("https://news.example/said");
});

test("a link with thousands of closing marks is read at once", () => {
  const began = performance.now();
  const marks = ".".repeat(2_000) + ")".repeat(1_900);
  expect(firstLink(message(`https://news.example/a${marks}`))).toBe("https://news.example/a");
  expect(firstLink(message(`https://news.example/a${marks}b`))).toBe(`https://news.example/a${marks}b`);
  expect(performance.now() - began).toBeLessThan(500); // it took seconds, in which nobody was answered
});
