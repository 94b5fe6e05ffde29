import { describe, expect, test } from "vitest";
import { isAllowed, readRobots } from "../../../src/ingest/polling/robots.ts";

const may = (robots: string | Uint8Array, path: string) =>
  isAllowed(readRobots(typeof robots === "string" ? new TextEncoder().encode(robots) : robots), `https://valley.example${path}`);
const all = (...rules: string[]) => ["User-agent: *", ...rules].join("\n");

describe("which group is ours", () => {
  test.each<[string, string, boolean]>([
    ["nothing at all", "", true],
    ["everybody", all("Disallow: /"), false],
    ["another", "User-agent: OtherBot\nDisallow: /", true],
    ["us by name, in any case, not everybody", `${all("Disallow: /")}\n\nuser-AGENT: onrecord\nAllow: /`, true],
    ["us with a version", "User-agent: OnRecord/2.0\nDisallow: /", false],
    ["us by name only where everybody may", `${all("Allow: /")}\nUser-agent: OnRecord\nDisallow: /`, false],
    ["several agents over one group", "User-agent: OtherBot\nUser-agent: OnRecord\nDisallow: /", false],
    ["a name that begins like ours", "User-agent: OnRecordings\nDisallow: /", true],
    [
      "two groups of ours count together",
      "User-agent: OnRecord\nAllow: /x\nUser-agent: x\nAllow: /\nUser-agent: OnRecord\nDisallow: /",
      false,
    ],
    ["a rule before any group", "Disallow: /\nUser-agent: *\nAllow: /", true],
    ["other records do not end a group", all("Crawl-delay: 5", "Disallow: /"), false],
    ["an empty Disallow ends the names of a group", "User-agent: OnRecord\nDisallow:\nUser-agent: x\nDisallow: /", true],
    ["an empty Disallow allows", all("Disallow:"), true],
    ["remarks and white space", "# hello\n  User-agent : * # all\n\tDisallow : / # none", false],
    ["lines that end as in old systems", "User-agent: *\rDisallow: /\r\n", false],
    ["names of objects", "User-agent: __proto__\nDisallow: /\nUser-agent: constructor\nDisallow: /", true],
    ["a page in place of the file", "<!doctype html><title>Not found: sorry</title>", true],
  ])("%s", (_, robots, expected) => expect(may(robots, "/news/dam")).toBe(expected));

  test("an initial byte order mark is none of the name", () => {
    expect(may(`\ufeff${all("Disallow: /")}`, "/")).toBe(false);
  });
});

describe("which rule decides (RFC 9309, 2.2.2 and 5.2)", () => {
  test.each<[string[], string, boolean]>([
    [["Disallow: /news"], "/news/dam", false],
    [["Disallow: /news"], "/newspaper", false],
    [["Disallow: /news/"], "/news", true],
    [["Disallow: /news"], "/News", true],
    [["Disallow: /news", "Allow: /news/free"], "/news/free/dam", true],
    [["Allow: /news/free", "Disallow: /news"], "/news/dam", false],
    [["Disallow: /news", "Allow: /news"], "/news", true],
    [["Disallow: /*.php"], "/a/index.php?x=1", false],
    [["Disallow: /*.php$"], "/index.php", false],
    [["Disallow: /*.php$"], "/index.php?x=1", true],
    [["Disallow: /*.php$"], "/a.php.php", false],
    [["Disallow: /a*b*c"], "/axxbxxc", false],
    [["Disallow: /a*b*c"], "/axxcxxb", true],
    [["Disallow: /$"], "/", false],
    [["Disallow: /$"], "/news", true],
    [["Disallow: /a*$"], "/abc", false],
    [["Disallow: *print"], "/news?view=print", false],
    [["Disallow: /aa*a$"], "/aa", true],
    [["Disallow: /caf%C3%A9"], "/café", false],
    [["Disallow: /café"], "/caf%c3%a9", false],
    [["Disallow: /🌊"], "/%F0%9F%8C%8A", false],
    [["Disallow: /%7Eada"], "/~ada", false],
    [["Disallow: /a%2Fb"], "/a/b", true],
  ])("%j for %s", (rules, path, expected) => expect(may(all(...rules), path)).toBe(expected));
});

test("reads no more than 500 KiB", () => {
  const filler = `# ${"x".repeat(97)}\n`.repeat(5_120);
  expect(may(`${all("Disallow: /a")}\n${filler}Disallow: /b`, "/a")).toBe(false);
  expect(may(`${all("Disallow: /a")}\n${filler}Disallow: /b`, "/b")).toBe(true);
});

test.each([
  ["one pattern of stars", all(`Disallow: /${"*a".repeat(250_000)}`)],
  ["many patterns of stars", all(...Array.from({ length: 9_000 }, () => `Disallow: /${"*a".repeat(20)}b`))],
  ["many groups", "User-agent: *\nAllow: /x\n".repeat(20_000)],
  ["one endless line", `User-agent: *\nDisallow: /${"a".repeat(500_000)}`],
  ["no line feed, only colons", ":".repeat(500_000)],
  ["bytes that are no text", Uint8Array.from({ length: 500_000 }, (_, k) => (k * 37) % 256)],
])("takes well under a second over %s", (_, robots) => {
  const started = performance.now();
  expect(may(robots, `/${"a".repeat(1_900)}`)).toBe(true);
  expect(performance.now() - started).toBeLessThan(1_000);
});
