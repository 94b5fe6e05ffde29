import { expect, test } from "vitest";
import { firstLink, readText } from "../../../src/adapters/slack/read-text.ts";
import { channel, group, optional, words } from "../../../src/chat/options.ts";

test.each([
  ["ceasefire by:Horvay", "ceasefire by:Horvay"],
  ["from <#C01AB|general> on", "from #general on"],
  ["from <#C01AB|> and <#C01AB>", "from #C01AB and #C01AB"],
  ["by:<@U01AB|ann>", "by:@ann"],
  ["by:<@U01AB>", "by:@U01AB"],
  ["<https://valley.example/feed.xml>", "https://valley.example/feed.xml"],
  ["<http://valley.example|valley.example> now", "http://valley.example now"],
  ["<https://valley.example/a?b=1&amp;c=2|a &lt;b&gt;>", "https://valley.example/a?b=1&c=2"],
  ["<mailto:desk@valley.example|desk@valley.example>", "desk@valley.example"],
  ["<!subteam^S01|@desk> and <!here>", "@desk and @here"],
  ["bread &amp; salt &lt;5 &gt;3", "bread & salt <5 >3"],
  ["&amp;lt;", "&lt;"],
  ["“prison swap” since:7d", "“prison swap” since:7d"],
  ["a < b and <unfinished", "a < b and <unfinished"],
])("%s was typed as %s", (sent, typed) => {
  expect(readText(sent)).toBe(typed);
});

const digest = { what: words("What"), where: optional(channel("Where")), ping: optional(group("Whom")) };
test.each([
  ["grain where:<#C01AB|general> ping:<!subteam^S01AB|@desk>", "grain where:<#C01AB|general> ping:<!subteam^S01AB|@desk>"],
  ["grain where: <#C01AB> when:8", "grain where: <#C01AB> when:8"],
  ["where:“<#C01AB|general>” grain", "where:“<#C01AB|general>” grain"],
  ["WHERE:<#C01AB|general>", "WHERE:<#C01AB|general>"],
  ["<#C01AB|general> what:<#C01AB|general>", "#general what:#general"],
  ["ping:<#C01AB|general> where:<!subteam^S01AB|@desk>", "ping:#general where:@desk"],
  ["ping:<!here> ping:<@U01AB|ann> where:<https://x.example>", "ping:@here ping:@ann where:https://x.example"],
  ["somewhere:<#C01AB|general> a&amp;b", "somewhere:#general a&b"],
])("for a command that takes channels and groups, %s is %s", (sent, typed) => {
  expect(readText(sent, digest)).toBe(typed);
});

test("a channel that is typed without a name is what the first option takes", () => {
  expect(readText("<#C01AB|general> about:<#C01AB|general>", { where: channel("Where") })).toBe(
    "<#C01AB|general> about:#general",
  );
});

test.each([
  ["see <https://valley.example/a?b=1&amp;c=2|this> and <https://other.example>", "https://valley.example/a?b=1&c=2"],
  ["<mailto:desk@valley.example|desk> <#C1|general> <http://plain.example>", "http://plain.example"],
  ["nothing here, not even https://unmarked.example", null],
])("the first link of %s is %s", (text, link) => {
  expect(firstLink(text)).toBe(link);
});
