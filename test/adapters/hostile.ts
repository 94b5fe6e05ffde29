import fc from "fast-check";
import { type Action, type Block, type Card, MOST_ACTIONS, type Receipt } from "../../src/chat/card.ts";

/** Words that want to mention everybody, pass for markup or a link, break a line, or not be seen. */
const WORDS = [
  ...["@everyone", "@here", "<!channel>", "<@U1>", "<@123456789012345678>", "<#C1|name>", "<#12345>", ":tada:"],
  ...["[x](javascript:alert(1))", "[x](https://evil.example)", "](", "[", "]", "(", ")", "<", ">", "&", "&amp;", '"'],
  ...["`", "```", "``` \n", "||", "~", "~~", "**", "__", "*", "_", "\\", "\\\\"],
  ...["\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\u0000", "\u001b[2J", "\u001b[31m", "\u009b2J", "\ud800"],
  ...["\n", "\n\n", "\r", "\r\n", "\u2028", "\t", "\u00a0# ", " a b ", "a\nb\nc"],
  ...["“", "”", "…", "Well. He said “no.” Then", "停戰停戰停戰", "停戰。停戰。", "👩‍👩‍👧", "e\u0301"],
  ...["ᄀ".repeat(30), "\u0bbe".repeat(30)],
] as const;

/** What asks to be followed, in words as in the address of a receipt. */
const LINKS = [
  ...["javascript:alert(1)", "<javascript:/x>", "data:text/html,x", "file:///etc/passwd", "<ftp://evil.example>", "https://"],
  ...["https://evil.example/a_b*c>d", "https://evil.example/b|c>d<e>?f&g", "https://evil.example/)](<x>)"],
  ...["https://evil.example/||x||", "http://@everyone", "https://u:p@evil.example", "http://[::1]/x y"],
] as const;

/** More than there is room for. */
const LONG = [
  ...["x".repeat(5_000), "停戰".repeat(1_500), "𝒳".repeat(2_500), "e\u0301".repeat(900), "\u0bbe".repeat(600)],
  ...["*".repeat(2_000), "&".repeat(3_000), '"'.repeat(4_000), "https://evil.example/".repeat(200)],
  ...["First this was said. Then that. ".repeat(200), "One more sentence. ".repeat(400)],
] as const;
const LONG_LINKS = [`https://evil.example/${"long/".repeat(500)}`, `https://evil.example/?${"a&".repeat(900)}`] as const;

/** Cards, and what they are made of, with hostile words in every field; `more` are words that one platform alone would obey. */
export function hostile(more: readonly string[] = []) {
  const text = fc
    .array(
      fc.oneof(
        { weight: 30, arbitrary: fc.constantFrom(...WORDS, ...LINKS, ...more) },
        { weight: 10, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
        { weight: 10, arbitrary: fc.lorem({ maxCount: 12 }) },
        { weight: 1, arbitrary: fc.constantFrom(...LONG) },
      ),
      { maxLength: 5 },
    )
    .map((parts) => parts.join(""));
  const maybe = fc.option(text);
  const date = fc.option(fc.date());
  const web = fc.webUrl({ withQueryParameters: true, withFragments: true });
  const url = fc.oneof(
    { weight: 3, arbitrary: web },
    fc.tuple(fc.webUrl(), fc.constantFrom("?", "#"), text).map((parts) => parts.join("")),
    fc.constantFrom(...LINKS, ...LONG_LINKS),
    text,
  );
  const receipt: fc.Arbitrary<Receipt> = fc.record(
    {
      title: maybe,
      outlet: maybe,
      also: fc.array(text, { maxLength: 8 }),
      publishedAt: date,
      url: fc.option(url),
      file: maybe,
    },
    { requiredKeys: ["title", "outlet", "publishedAt", "url", "file"] },
  );

  const part = fc.constantFrom("source" as const, "cue" as const, "content" as const, null);
  const statement = fc.record(
    {
      type: fc.constant("statement" as const),
      number: fc.nat(20_000),
      speaker: fc.option(fc.record({ name: text, role: maybe })),
      kind: fc.constantFrom("direct" as const, "mixed" as const, "indirect" as const),
      cue: maybe,
      passages: fc.array(fc.record({ text, quoted: fc.boolean(), gap: fc.boolean() }), { maxLength: 4 }),
      receipt,
      context: text,
      elsewhere: fc.record({ contexts: fc.array(fc.record({ context: text, receipt }), { maxLength: 3 }), left: fc.nat(9) }),
      explanation: fc.record({
        segments: fc.array(fc.record({ text, part }), { maxLength: 8 }),
        mentions: fc.array(text, { maxLength: 4 }),
        confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
    },
    { requiredKeys: ["type", "speaker", "kind", "cue", "passages", "receipt"] },
  );
  const excerpt = fc.record({ type: fc.constant("excerpt" as const), text, receipt });
  const block: fc.Arbitrary<Block> = fc.oneof(
    { weight: 2, arbitrary: statement },
    excerpt,
    fc.record({
      type: fc.constant("text" as const),
      role: fc.constantFrom("body" as const, "heading" as const, "note" as const),
      text,
    }),
    fc.record({ type: fc.constant("list" as const), items: fc.array(fc.record({ term: text, text }), { maxLength: 12 }) }),
    fc.record({ type: fc.constant("article" as const), receipt, author: maybe, changedAt: date, note: text }),
    fc.record({ type: fc.constant("file" as const), name: text, mediaType: fc.constant("text/plain"), text }),
  );

  const action: fc.Arbitrary<Action> = fc.record({
    label: text.map((words) => words.slice(0, 40)),
    command: fc.constant("help"),
    options: fc.constant({}),
  });
  const card: fc.Arbitrary<Card> = fc.record(
    {
      title: text,
      blocks: fc.oneof(
        { weight: 12, arbitrary: fc.array(block, { maxLength: 4 }) },
        { weight: 1, arbitrary: fc.array(block, { minLength: 20, maxLength: 40 }) },
      ),
      problem: fc.constantFrom("usage" as const, "refused" as const, "fault" as const),
      actions: fc.array(action, { maxLength: MOST_ACTIONS }),
    },
    { requiredKeys: ["blocks"] },
  );
  return { text, receipt, statement, excerpt, card };
}
