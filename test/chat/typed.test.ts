import fc from "fast-check";
import { expect, test } from "vitest";
import { channel, choice, count, flag, group, list, optional, since, words } from "../../src/chat/options.ts";
import { readTyped } from "../../src/chat/typed.ts";

const declared = {
  topic: words("what"),
  by: optional(words("who")),
  since: optional(since("when")),
  kind: optional(choice("how", ["direct", "mixed"])),
  page: count("which", { min: 1, max: 9, fallback: 1 }),
};

test.each<[string, Record<string, string>]>([
  ["", {}],
  ["ceasefire", { topic: "ceasefire" }],
  ["  prisoner   exchange ", { topic: "prisoner exchange" }],
  ["ceasefire by:Lund since:7d", { topic: "ceasefire", by: "Lund", since: "7d" }],
  ["since:7d by:Lund ceasefire", { topic: "ceasefire", by: "Lund", since: "7d" }],
  ["ceasefire by:Ada Lund kind:direct", { topic: "ceasefire", by: "Ada Lund", kind: "direct" }],
  ["ceasefire by:Ada Lund", { topic: "ceasefire", by: "Ada Lund" }],
  ["ceasefire since:7d river", { topic: "ceasefire river", since: "7d" }],
  ['by:"Ada Lund" ceasefire', { topic: "ceasefire", by: "Ada Lund" }],
  ["by:“Ada Lund” ceasefire", { topic: "ceasefire", by: "Ada Lund" }],
  ["by:„Ada Lund“ ceasefire", { topic: "ceasefire", by: "Ada Lund" }],
  ["by: Lund ceasefire", { topic: "ceasefire", by: "Lund" }],
  ["BY:Lund ceasefire", { topic: "ceasefire", by: "Lund" }],
  ["by:", { by: "" }],
  ['"by:Lund"', { topic: "by:Lund" }],
  ['"prisoner exchange" by:Lund', { topic: "prisoner exchange", by: "Lund" }],
  ['an "open mark', { topic: 'an "open mark' }],
  ["https://valley.example/a by:Lund", { topic: "https://valley.example/a", by: "Lund" }],
  ["colour:red ceasefire", { topic: "ceasefire", colour: "red" }],
  ["note: this", { topic: "note: this" }],
  ["10:30 talks", { topic: "10:30 talks" }],
  ["🕊️ talks", { topic: "🕊️ talks" }],
])("reads %j", (text, expected) => {
  expect(readTyped(text, declared)).toEqual(expected);
});

const digest = {
  topic: optional(list("about what", "topics")),
  speaker: optional(list("who", "names")),
  outlet: optional(words("where")),
  channel: optional(channel("where to")),
  ping: optional(group("whom to notify")),
  quiet: flag("also nothing"),
};

test.each<[string, Record<string, string>]>([
  ["speaker:Ada Lund", { speaker: "Ada Lund" }],
  ["outlet:Valley Post speaker:Ada Lund", { outlet: "Valley Post", speaker: "Ada Lund" }],
  ['"talks, again", dam', { topic: '"talks, again" , dam' }],
  ['topic:"talks, again", dam quiet:yes', { topic: '"talks, again" , dam', quiet: "yes" }],
  ["topic:“talks, again”", { topic: '"talks, again"' }],
  ['outlet:"Valley Post" dam', { outlet: "Valley Post", topic: "dam" }],
  ["channel:<#C1|general> dam", { channel: "<#C1|general>", topic: "dam" }],
  ["dam channel: <#C1> quiet:yes", { topic: "dam", channel: "<#C1>", quiet: "yes" }],
  ["dam ping:<!subteam^S1|@editors> river", { topic: "dam river", ping: "<!subteam^S1|@editors>" }],
  ["ping:<@&123456789012345678> dam", { topic: "dam", ping: "<@&123456789012345678>" }],
  ["speaker:Ada Lund channel:<#C1|> dam", { speaker: "Ada Lund", channel: "<#C1|>", topic: "dam" }],
])("reads %j, where no words are needed, lists keep their marks, and references are one word", (text, expected) => {
  expect(readTyped(text, digest)).toEqual(expected);
});

test("keeps every word of any input, in order", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      const values = readTyped(text, declared);
      const bare = (s: string) => s.replace(/[\s"“”„«»]|[a-z][a-z-]{0,31}:/giu, "");
      expect([...bare(Object.values(values).join(""))].toSorted()).toEqual([...bare(text)].toSorted());
    }),
  );
});
