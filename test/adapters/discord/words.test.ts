import { describe, expect, test } from "vitest";
import { link, linked, literal, shorten } from "../../../src/adapters/discord/words.ts";
import { readMarkup } from "./markup.ts";

test.each([
  "@everyone and @here",
  "<@123456789012345678> <@&1> <#12> <t:0:R> <:party:1> <a:party:1> </who-said:1> <id:guide> <+15550100> <a@valley.example>",
  "**bold** *it* __under__ ~~gone~~ ||spoiler|| `code` ```block```",
  "[x](javascript:alert(1)) [x](https://evil.example)",
  "https://evil.example/a_b javascript:alert(1) steam://run/1 <https://evil.example>",
  "# heading\n### heading\n-# small\n> quotation\n>>> quotation\n- list\n* list\n+ list\n12. list",
  ":smile: 10:30 ¯\\_(ツ)_/¯ \\",
])("%s is shown as it is", (text) => {
  expect(readMarkup(literal(text))).toEqual({ links: [], mentions: [], marks: [], openings: [], text });
  expect(literal(text)).not.toMatch(/<[@#]|<a?:\w/);
});

test("what needs no escape gets none", () =>
  expect(literal("Well-known: 3.5 percent, 1,000 ships - “no” & yes!")).toBe(
    "Well-known: 3.5 percent, 1,000 ships - “no” & yes!",
  ));

test.each([
  ["See https://valley.example/a_b?c=*d*, please.", "See <https://valley.example/a_b?c=%2Ad%2A>, please."],
  ["(https://valley.example)", "\\(<https://valley.example/>\\)"],
  ["https://valley.example/)](<javascript:x>)", "<https://valley.example/%29]%28>\\<javascript\\:x\\>\\)"],
  ["https://u:p@evil.example and javascript:x", "https\\://u\\:p\\@evil.example and javascript\\:x"],
  ["https://a.example/@everyone", "<https://a.example/%40everyone>"],
  ["in https://discord.com/channels/200000000000000001/300000000000000001, soon", "in <#300000000000000001>, soon"],
  ["https://discord.com/channels/2/3 here", "<https://discord.com/channels/2/3> here"],
  [
    "https://discord.com/channels/200000000000000001/300000000000000001/4",
    "<https://discord.com/channels/200000000000000001/300000000000000001/4>",
  ],
])("our own words link the addresses in them: %s", (text, expected) => expect(linked(text)).toBe(expected));

describe("a link behind words", () => {
  test.each([
    ["Envoys agree", "https://a.example/x(1)_y>z", "[Envoys agree](<https://a.example/x%281%29_y%3Ez>)"],
    ["[Live] talks", "http://a.example", "[\\(Live\\) talks](<http://a.example/>)"],
    ["https://b.example", "https://a.example/", "https\\://b.example <https://a.example/>"],
    ["x](<javascript:alert(1)>)", "https://a.example/", "[x\\)\\(\\<javascript\\:alert\\(1\\)\\>\\)](<https://a.example/>)"],
  ])("%s", (label, address, expected) => expect(link(label, address)).toBe(expected));

  test("is none where the address is too long", () => expect(link("x", `https://a.example/${"x".repeat(2_000)}`)).toBeNull());
  test.each(["javascript:alert(1)", "data:text/html,x", "ftp://a.example", "https://u:p@a.example", "no address"])(
    "is none to %s",
    (address) => expect(link("x", address)).toBeNull(),
  );
});

test.each([
  ["short", 10, "short"],
  ["Ada Lund of the northern delegation", 20, "Ada Lund of the…"],
  ["x".repeat(50), 10, "xxxxxxxx…"],
  ["*".repeat(50), 10, "\\*\\*\\*\\*…"],
])("%s in %i characters", (text, most, expected) => {
  expect(shorten(text, most)).toBe(expected);
  expect(shorten(text, most).length).toBeLessThanOrEqual(most);
});
