import { expect, expectTypeOf, test } from "vitest";
import {
  channel,
  choice,
  count,
  flag,
  group,
  list,
  optional,
  readOptions,
  since,
  type Typed,
  type Values,
  words,
} from "../../src/chat/options.ts";

const declared = {
  topic: words("Words to look for"),
  by: optional(words("A name", "speaker")),
  since: optional(since("A period or a day")),
  kind: optional(choice("How", ["direct", "mixed", "indirect"])),
  context: flag("The sentences around"),
  page: count("Which page", { min: 1, max: 200, fallback: 1 }),
};
const now = new Date("2026-05-10T12:00:00Z");
const read = (typed: Typed) => readOptions({ name: "find", options: declared }, typed, now);

test("types the values from the declaration", () => {
  expectTypeOf<Values<typeof declared>>().toEqualTypeOf<{
    readonly topic: string;
    readonly by: string | undefined;
    readonly since: Date | undefined;
    readonly kind: "direct" | "mixed" | "indirect" | undefined;
    readonly context: boolean;
    readonly page: number;
  }>();
});

test("fills in what was not typed", () => {
  expect(read({ topic: " ceasefire " })).toEqual({
    topic: "ceasefire",
    by: undefined,
    since: undefined,
    kind: undefined,
    context: false,
    page: 1,
  });
});

test.each<[Typed, Partial<Values<typeof declared>>]>([
  [{ since: "7d" }, { since: new Date("2026-05-03T12:00:00Z") }],
  [{ since: "12H" }, { since: new Date("2026-05-10T00:00:00Z") }],
  [{ since: "2w" }, { since: new Date("2026-04-26T12:00:00Z") }],
  [{ since: "2026-05-01" }, { since: new Date("2026-05-01T00:00:00Z") }],
  [{ kind: "Direct" }, { kind: "direct" }],
  [{ context: "yes" }, { context: true }],
  [{ context: "NO" }, { context: false }],
  [{ context: true }, { context: true }],
  [{ topic: "“prisoner lists”" }, { topic: "prisoner lists" }],
  [{ topic: '"a" and "b"' }, { topic: '"a" and "b"' }],
  [{ page: "3" }, { page: 3 }],
  [{ page: 3 }, { page: 3 }],
])("reads %j", (typed, expected) => {
  expect(read({ topic: "x", ...typed })).toMatchObject(expected);
});

const references = {
  channel: optional(channel("Where")),
  ping: optional(group("Whom")),
  topics: optional(list("What", "topics")),
};

test.each<[Typed, Partial<Values<typeof references>>]>([
  [{ channel: "<#C024BE7LR|general>" }, { channel: "C024BE7LR" }],
  [{ channel: "<#C024BE7LR>" }, { channel: "C024BE7LR" }],
  [{ channel: "<#123456789012345678>" }, { channel: "123456789012345678" }],
  [{ channel: "123456789012345678" }, { channel: "123456789012345678" }],
  [{ channel: " #C024BE7LR " }, { channel: "C024BE7LR" }],
  [{ ping: "<!subteam^S024BE7LR|@editors>" }, { ping: "S024BE7LR" }],
  [{ ping: "<@&123456789012345678>" }, { ping: "123456789012345678" }],
  [{ ping: "@S024BE7LR" }, { ping: "S024BE7LR" }],
  [{ topics: '"a, b"' }, { topics: '"a, b"' }],
  [
    { channel: "", ping: " " },
    { channel: undefined, ping: undefined },
  ],
])("reads the reference %j", (typed, expected) => {
  expect(readOptions({ name: "post", options: references }, typed, now)).toMatchObject(expected);
});

test.each<[Typed, string]>([
  [{ channel: "general" }, "channel must be a channel that you pick while typing #, or its ID."],
  [{ channel: "#general" }, "channel must be a channel that you pick while typing #, or its ID."],
  [{ channel: "<@U024BE7LR>" }, "channel must be a channel that you pick while typing #, or its ID."],
  [{ channel: "<#C1|a> <#C2|b>" }, "channel must be a channel that you pick while typing #, or its ID."],
  [{ channel: "__proto__" }, "channel must be a channel that you pick while typing #, or its ID."],
  [{ ping: "@everyone" }, "ping must be a role or group that you pick while typing @, or its ID."],
  [{ ping: "<!channel>" }, "ping must be a role or group that you pick while typing @, or its ID."],
  [{ ping: "<@U024BE7LR>" }, "ping must be a role or group that you pick while typing @, or its ID."],
  [{ topics: "x".repeat(201) }, "topics is too long: give at most 200 characters."],
])("refuses the reference %j", (typed, message) => {
  expect(() => readOptions({ name: "post", options: references }, typed, now)).toThrow(
    expect.objectContaining({ message, kind: "usage" }),
  );
});

test.each<[Typed, string]>([
  [{}, "/find needs a topic: words to look for."],
  [{ topic: "  " }, "/find needs a topic: words to look for."],
  [{ topic: "x".repeat(201) }, "topic is too long: give at most 200 characters."],
  [{ topic: "x", since: "yesterday" }, "since must be a period such as 12h, 7d or 2w, or a day such as 2026-05-01."],
  [{ topic: "x", since: "2026-02-30" }, "since must be a period such as 12h, 7d or 2w, or a day such as 2026-05-01."],
  [{ topic: "x", kind: "sung" }, "kind must be one of: direct, mixed, indirect."],
  [{ topic: "x", context: "maybe" }, "context must be yes or no."],
  [{ topic: "x", page: "0" }, "page must be a whole number from 1 to 200."],
  [{ topic: "x", page: "1.5" }, "page must be a whole number from 1 to 200."],
  [{ topic: "x", page: "many" }, "page must be a whole number from 1 to 200."],
  [
    { topic: "x", colour: "red" },
    'There is no option "colour:"; this command knows by:, since:, kind:, context:, page:. Put words with a colon in quotation marks to search for them.',
  ],
])("refuses %j", (typed, message) => {
  expect(() => read(typed)).toThrow(expect.objectContaining({ message, kind: "usage" }));
});

test("an option named like a member of every object is unknown", () => {
  expect(() => read({ topic: "x", constructor: "y" })).toThrow(/no option "constructor:"/);
});
