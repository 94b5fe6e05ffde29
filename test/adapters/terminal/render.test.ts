import { describe, expect, test } from "vitest";
import { renderCard } from "../../../src/adapters/terminal/render.ts";
import { type Block, body, type Card, heading, note, type Receipt, type StatementBlock } from "../../../src/chat/card.ts";

const wire: Receipt = {
  title: "Envoys agree on a calendar",
  outlet: "North Wire",
  publishedAt: new Date("2026-05-12T23:30:00Z"),
  url: "https://northwire.example/2026/05/12/envoys-agree-on-a-calendar-for-the-ceasefire-along-the-coast.html",
  file: null,
};
const file: Receipt = { title: null, outlet: null, publishedAt: null, url: null, file: "harbour-03.txt" };

const statement: StatementBlock = {
  type: "statement",
  number: 1,
  speaker: { name: "Ada Lund", role: "the chief negotiator" },
  kind: "direct",
  cue: "said",
  passages: [{ text: "A ceasefire is a beginning.", quoted: true, gap: false }],
  receipt: { ...wire, url: "https://northwire.example/a" },
};
const show = (blocks: readonly Block[], width = 80) => `\n${renderCard({ blocks }, { width, colour: false })}\n`;

describe("a statement", () => {
  test("direct, in several fragments, without anything but a file to show for it", () => {
    const passages = [
      { text: "We need a real peace,", quoted: true, gap: false },
      { text: "and not a pause. What we have seen\nthese months is a queue.", quoted: true, gap: true },
    ];
    expect(show([{ ...statement, number: 12, passages, receipt: file }])).toBe(`
12. Ada Lund, the chief negotiator
    quoted · “said”
    “We need a real peace,” … “and not a pause. What we have seen these months
    is a queue.”
    no date · harbour-03.txt
`);
  });

  test("with every outlet that carries it", () => {
    const receipt = { ...wire, also: ["Valley Post", "Aldermark\nChronicle"], url: "https://northwire.example/a" };
    expect(show([{ ...statement, receipt }])).toBe(`
1.  Ada Lund, the chief negotiator
    quoted · “said”
    “A ceasefire is a beginning.”
    North Wire, also Valley Post, Aldermark Chronicle · 12 May 2026
    https://northwire.example/a
`);
  });

  test("indirect, with its surroundings and a link of its own line", () => {
    const passages = [
      { text: "the need for a ceasefire along the whole coast before any talks could begin", quoted: false, gap: false },
    ];
    const context =
      "The two spoke on Monday. Lund had underscored the need for a ceasefire along the whole coast before any talks could begin.";
    const speaker = { name: "Ada Lund", role: null };
    const block: Block = { ...statement, speaker, kind: "indirect", cue: "had underscored", passages, context, receipt: wire };
    expect(show([block])).toBe(`
1.  Ada Lund
    reported, not quoted · “had underscored”
    the need for a ceasefire along the whole coast before any talks could begin
    │ The two spoke on Monday. Lund had underscored the need for a ceasefire
    │ along the whole coast before any talks could begin.
    North Wire · 12 May 2026
    https://northwire.example/2026/05/12/envoys-agree-on-a-calendar-for-the-ceasefire-along-the-coast.html
`);
    expect(show([block], 200)).toContain(`\n    ${wire.url}\n`);
    expect(show([block], 40)).toBe(`
1.  Ada Lund
    reported, not quoted · “had
    underscored”
    the need for a ceasefire along the
    whole coast before any talks could
    begin
    │ The two spoke on Monday. Lund had
    │ underscored the need for a
    │ ceasefire along the whole coast
    │ before any talks could begin.
    North Wire · 12 May 2026
    https://northwire.example/2026/05/12/envoys-agree-on-a-calendar-for-the-ceasefire-along-the-coast.html
`);
  });

  test("with what stands around it elsewhere, each with its receipt", () => {
    const url = "https://valley.example/a";
    const elsewhere = { contexts: [{ context: "Lund sighed.", receipt: { ...wire, outlet: "Valley Post", url } }], left: 3 };
    expect(show([{ ...statement, context: "Lund smiled.", receipt: { ...wire, url: null }, elsewhere }])).toBe(`
1.  Ada Lund, the chief negotiator
    quoted · “said”
    “A ceasefire is a beginning.”
    │ Lund smiled.
    North Wire · 12 May 2026 · ${wire.title}
    elsewhere, with other sentences around it:
    │ Lund sighed.
    Valley Post · 12 May 2026 · https://valley.example/a
    and 3 more
`);
  });

  test("with how it was read", () => {
    const explanation = {
      segments: [
        { text: "“", part: null },
        { text: "A ceasefire is a beginning.", part: "content" as const },
        { text: "” ", part: null },
        { text: "she", part: "source" as const },
        { text: " ", part: null },
        { text: "said", part: "cue" as const },
        { text: ".", part: null },
      ],
      mentions: ["she", "Ada Lund"],
      confidence: 0.957,
    };
    expect(show([{ ...statement, explanation }])).toBe(`
1.  Ada Lund, the chief negotiator
    quoted · “said”
    “A ceasefire is a beginning.”
    “[content: A ceasefire is a beginning.]” [source: she] [cue: said].
    named by she -> Ada Lund · confidence 0.96
    North Wire · 12 May 2026 · https://northwire.example/a
`);
    expect(show([{ ...statement, speaker: null, explanation: { ...explanation, segments: [], mentions: [] } }])).toContain(
      "    nobody named · confidence 0.96\n",
    );
  });

  test("mixed, unnumbered, of a speaker nobody named", () => {
    const passages = [
      { text: "the plan was", quoted: false, gap: false },
      { text: "a disgrace", quoted: true, gap: false },
    ];
    const { number: _, ...unnumbered } = statement;
    expect(show([{ ...unnumbered, speaker: null, kind: "mixed", cue: null, passages }])).toBe(`
Speaker not named
    partly quoted
    the plan was “a disgrace”
    North Wire · 12 May 2026 · https://northwire.example/a
`);
  });

  test("in wide characters", () => {
    const passages = [{ text: "停戰必須先於任何有關領土的談判。停戰必須先於任何有關領土的談判。", quoted: true, gap: false }];
    expect(show([{ ...statement, passages }], 40)).toBe(`
1.  Ada Lund, the chief negotiator
    quoted · “said”
    “停戰必須先於任何有關領土的談判。停
    戰必須先於任何有關領土的談判。”
    North Wire · 12 May 2026
    https://northwire.example/a
`);
  });

  test("on a line too narrow for indents", () => {
    expect(show([statement], 20)).toBe(`
1.  Ada Lund, the
chief negotiator
quoted · “said”
“A ceasefire is a
beginning.”
North Wire · 12 May
2026
https://northwire.example/a
`);
  });
});

describe("the other blocks", () => {
  test("an answer in parts", () => {
    const card: Card = {
      title: "Summary: ceasefire",
      blocks: [
        {
          type: "excerpt",
          text: "Envoys of eleven countries met in Lund for the second day of a summit that ends on Friday.",
          receipt: wire,
        },
        heading("Who said what"),
        statement,
        note("From 2 articles."),
      ],
    };
    expect(renderCard(card, { width: Infinity, colour: false })).toBe(`Summary: ceasefire

Envoys of eleven countries met in Lund for the second day of a summit that ends
on Friday.
    North Wire · 12 May 2026
    ${wire.url}

Who said what

1.  Ada Lund, the chief negotiator
    quoted · “said”
    “A ceasefire is a beginning.”
    North Wire · 12 May 2026 · https://northwire.example/a

From 2 articles.`);
  });

  test("articles", () => {
    expect(
      show([
        {
          type: "article",
          receipt: { ...wire, url: "https://northwire.example/a" },
          author: "Ilse Brandt, Jon Park",
          changedAt: new Date("2026-05-14T08:00:00Z"),
          note: "3 statements",
        },
        { type: "article", receipt: file, author: null, changedAt: null, note: "" },
      ]),
    ).toBe(`
Envoys agree on a calendar
    North Wire · 12 May 2026 · https://northwire.example/a
    by Ilse Brandt, Jon Park · changed 14 May 2026 · 3 statements

harbour-03.txt
    no date
`);
  });

  test("a list of short terms, under its heading", () => {
    const items = [
      { term: "topic", text: "Words to look for in what was said, in any form and in any spelling they may have" },
      { term: "since:", text: "A period or a day" },
    ];
    expect(show([heading("Options"), { type: "list", items }], 60)).toBe(`
Options
topic   Words to look for in what was said, in any form and
        in any spelling they may have
since:  A period or a day
`);
  });

  test("a list with long terms", () => {
    const items = [
      { term: "/who-said <topic> [by:<words>] [since:<7d|2026-05-01>] [kind:direct|mixed|indirect]", text: "Who said it" },
      { term: "/help", text: "This" },
    ];
    expect(show([{ type: "list", items }], 60)).toBe(`
/who-said <topic> [by:<words>]
        [since:<7d|2026-05-01>] [kind:direct|mixed|indirect]
    Who said it
/help
    This
`);
  });

  test("a problem is red where there is colour, and plain where there is none", () => {
    const card: Card = { blocks: [body("There is no command /who-sad. Did you mean /who-said?")], problem: "usage" };
    expect(renderCard(card, { width: 80, colour: false })).toBe("There is no command /who-sad. Did you mean /who-said?");
    expect(renderCard(card, { width: 40, colour: true })).toBe(
      "\u001b[31mThere is no command /who-sad. Did you\u001b[39m\n\u001b[31mmean /who-said?\u001b[39m",
    );
  });

  test("a name may not pass for a line of ours", () => {
    const speaker = { name: "Ada\n2.  Karl Holm\u001b[2K", role: "x\r\n    “said”" };
    expect(show([{ ...statement, speaker }])).toContain("\n1.  Ada 2. Karl Holm\ufffd[2K, x “said”\n");
  });

  test("a file, line by line as it is, however long, without what a terminal would obey", () => {
    const text = `<opml>\n  <outline xmlUrl="https://valley.example/${"x".repeat(80)}"/>\u001b[2K\n\n</opml>\n`;
    expect(
      renderCard(
        { blocks: [{ type: "file", name: "feeds.opml", mediaType: "text/x-opml", text }] },
        { width: 40, colour: false },
      ),
    ).toBe(`feeds.opml\n<opml>\n  <outline xmlUrl="https://valley.example/${"x".repeat(80)}"/>\ufffd[2K\n</opml>`);
  });

  test("nothing makes nothing", () =>
    expect(renderCard({ blocks: [body(""), note("\u200b")] }, { width: 80, colour: true })).toBe(""));
});
