import fc from "fast-check";
import type { Block, Card, Receipt } from "../../../src/chat/card.ts";

/** Words that want to mention everybody, pass for markup or a link, break a line, or take all the room there is. */
const HOSTILE = [
  ...["@everyone", "@here", "<!channel>", "<@U1>", "<@123456789012345678>", "<@&1>", "<@!1>", "<#C1|name>", "<#12345>"],
  ...[
    "<t:0:R>",
    "<:party:1>",
    "<a:party:1>",
    "</who-said:1>",
    "<id:guide>",
    "<+15550100>",
    "<a@valley.example>",
    ":smile:",
    "<sound:1:1>",
  ],
  ...[
    "[x](javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](https://evil.example)",
    "[[x]](https://evil.example)",
    "](",
    "[",
    "]",
    "(",
    ")",
  ],
  ...[
    "javascript:alert(1)",
    "data:text/html,x",
    "steam://run/1",
    "discord://x",
    "file:///etc/passwd",
    "<javascript:/x>",
    "<ftp://evil.example>",
  ],
  ...[
    "https://evil.example/a_b*c>d",
    "https://evil.example/)](<x>)",
    "https://evil.example/||x||",
    "http://@everyone",
    "https://u:p@evil.example",
  ],
  ...[
    "`",
    "```",
    "``` \n",
    "||",
    "~~",
    "**",
    "__",
    "*",
    "_",
    "\\",
    "\\\\",
    ">>> ",
    "> ",
    "# ",
    "### ",
    "-# ",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "\n# ",
    "\n- ",
    "\n> ",
    "\n12. ",
  ],
  ...["\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\u0000", "\u001b[2J", "\ud800", "\u2028", "\r\n", "\t", "\u00a0# "],
  ...["“", "”", "…", "a\nb\nc", "👩‍👩‍👧"],
] as const;

const HUGE = [
  ...["x".repeat(5_000), "停戰".repeat(1_500), "e\u0301".repeat(900), "*".repeat(2_000), "\u0bbe".repeat(600)],
  ...["https://evil.example/".repeat(200), "First this was said. Then that. ".repeat(200)],
] as const;

const text = fc
  .array(
    fc.oneof(
      { weight: 30, arbitrary: fc.constantFrom(...HOSTILE) },
      { weight: 10, arbitrary: fc.string({ unit: "binary", maxLength: 30 }) },
      { weight: 10, arbitrary: fc.lorem({ maxCount: 9 }) },
      { weight: 1, arbitrary: fc.constantFrom(...HUGE) },
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(""));
const maybe = fc.option(text);
const address = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.tuple(fc.webUrl(), text).map(([url, more]) => `${url}?${more}`),
  fc.tuple(fc.webUrl(), text).map(([url, more]) => `${url}#${more}`),
  text,
);
const receipt: fc.Arbitrary<Receipt> = fc.record(
  {
    title: maybe,
    outlet: maybe,
    also: fc.array(text, { maxLength: 3 }),
    publishedAt: fc.option(fc.date()),
    url: fc.option(address),
    file: maybe,
  },
  { requiredKeys: ["title", "outlet", "publishedAt", "url", "file"] },
);
const passages = fc.array(fc.record({ text, quoted: fc.boolean(), gap: fc.boolean() }), { maxLength: 4 });
const explanation = fc.record({
  segments: fc.array(fc.record({ text, part: fc.constantFrom("source" as const, "cue" as const, "content" as const, null) }), {
    maxLength: 4,
  }),
  mentions: fc.array(text, { maxLength: 3 }),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
});

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    type: fc.constant("text" as const),
    role: fc.constantFrom("body" as const, "heading" as const, "note" as const),
    text,
  }),
  fc.record({ type: fc.constant("list" as const), items: fc.array(fc.record({ term: text, text }), { maxLength: 30 }) }),
  fc.record({ type: fc.constant("excerpt" as const), text, receipt }),
  fc.record({ type: fc.constant("article" as const), receipt, author: maybe, changedAt: fc.option(fc.date()), note: text }),
  fc.record({ type: fc.constant("file" as const), name: text, mediaType: fc.constant("text/plain"), text }),
  fc.record(
    {
      type: fc.constant("statement" as const),
      number: fc.nat(20_000),
      speaker: fc.option(fc.record({ name: text, role: maybe })),
      kind: fc.constantFrom("direct" as const, "mixed" as const, "indirect" as const),
      cue: maybe,
      passages,
      receipt,
      context: text,
      explanation,
      elsewhere: fc.record({ contexts: fc.array(fc.record({ context: text, receipt }), { maxLength: 3 }), left: fc.nat(9) }),
    },
    { requiredKeys: ["type", "speaker", "kind", "cue", "passages", "receipt"] },
  ),
);

/** Cards with hostile words in every field. */
export const card: fc.Arbitrary<Card> = fc.record(
  {
    title: text,
    blocks: fc.oneof(
      { weight: 4, arbitrary: fc.array(block, { maxLength: 6 }) },
      fc.array(block, { minLength: 20, maxLength: 40 }),
    ),
    problem: fc.constantFrom("usage" as const, "refused" as const, "fault" as const),
  },
  { requiredKeys: ["blocks"] },
);
