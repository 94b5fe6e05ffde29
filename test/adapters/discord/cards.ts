import { type Block, body, type Card, heading, note, type Receipt, type StatementBlock } from "../../../src/chat/card.ts";

const wire: Receipt = {
  title: "Envoys agree on a calendar for the ceasefire along the coast",
  outlet: "North Wire",
  publishedAt: new Date("2026-05-12T14:30:00Z"),
  url: "https://northwire.example/2026/05/12/envoys-agree-on-a-calendar.html",
  file: null,
};
const chronicle: Receipt = {
  title: "“No grain, no signature”: the port cities wait",
  outlet: "Harbour Chronicle",
  also: ["Valley Post", "The Eastern Lantern"],
  publishedAt: new Date("2026-05-11T00:00:00Z"),
  url: "https://chronicle.example/port_cities?day=11&edition=(late)",
  file: null,
};
const file: Receipt = { title: "Notes from the harbour", outlet: null, publishedAt: null, url: null, file: "harbour-03.txt" };

const direct: StatementBlock = {
  type: "statement",
  number: 1,
  speaker: { name: "Ada Lund", role: "the chief negotiator" },
  kind: "direct",
  cue: "said",
  passages: [
    { text: "A ceasefire is a beginning.", quoted: true, gap: false },
    { text: "It is not yet peace, and nobody in this room thinks that it is.", quoted: true, gap: true },
  ],
  receipt: wire,
};
const mixed: StatementBlock = {
  type: "statement",
  number: 2,
  speaker: { name: "Tomas Horvay", role: "foreign minister of Veldania" },
  kind: "mixed",
  cue: "told reporters",
  passages: [
    { text: "the grain ships would leave", quoted: false, gap: false },
    { text: "the hour the guns fall silent", quoted: true, gap: false },
  ],
  receipt: chronicle,
};
const indirect: StatementBlock = {
  type: "statement",
  number: 3,
  speaker: null,
  kind: "indirect",
  cue: "had underscored",
  passages: [{ text: "the need for a ceasefire before any talks on prisoners could begin", quoted: false, gap: false }],
  receipt: file,
};

/** As statements stand where they are not of one list. */
const unnumbered = (blocks: readonly Block[]): Block[] =>
  blocks.map((block) => {
    if (block.type !== "statement") return block;
    const { number: _, ...rest } = block;
    return rest;
  });

const sentence = (k: number) =>
  `In the ${k + 1}. week of the talks we were promised wheat, and what reached the harbour of Lund was paper with a seal on it.`;

const whoSaid: Card = {
  title: "Who said “ceasefire”",
  blocks: [
    direct,
    mixed,
    indirect,
    note("1 to 3 of 14 statements."),
    note("2 more were read with little confidence: add unsure:yes to see them."),
  ],
  actions: [
    { label: "Next", command: "who-said", options: { topic: "ceasefire", page: 2 } },
    { label: "Context", command: "who-said", options: { topic: "ceasefire", context: true } },
  ],
};

const explained: Card = {
  title: "Who said “ceasefire” (by Lund)",
  blocks: [
    {
      ...direct,
      context:
        "The two spoke on Monday. “A ceasefire is a beginning,” Lund said. “It is not yet peace, and nobody in this room thinks that it is.” Then the bells rang.",
      explanation: {
        segments: [
          { text: "“", part: null },
          { text: "A ceasefire is a beginning", part: "content" },
          { text: ",” ", part: null },
          { text: "she", part: "source" },
          { text: " ", part: null },
          { text: "said", part: "cue" },
          { text: ".", part: null },
        ],
        mentions: ["she", "Lund", "Ada Lund"],
        confidence: 0.957,
      },
      elsewhere: {
        contexts: [
          {
            context:
              "Asked whether the guns were silent, the envoy smiled. “A ceasefire is a beginning,” she said, and left the hall by the garden.",
            receipt: { ...chronicle, also: [] },
          },
        ],
        left: 2,
      },
    },
  ],
};

const summary: Card = {
  title: "Summary: ceasefire",
  blocks: unnumbered([
    {
      type: "excerpt",
      text: "Envoys of eleven countries met in Lund for the second day of a summit that ends on Friday.",
      receipt: wire,
    },
    { type: "excerpt", text: "Forty-one grain ships wait outside the port cities of the coast.", receipt: chronicle },
    heading("Who said what"),
    { ...direct, passages: direct.passages.slice(0, 1) },
    { ...mixed },
    note("From 12 articles; every sentence stands in its article as shown."),
  ]),
};

const articles: Card = {
  title: "3 articles about “ceasefire”",
  blocks: [
    {
      type: "article",
      receipt: wire,
      author: "Ilse Brandt, Jon Park",
      changedAt: new Date("2026-05-14T08:00:00Z"),
      note: "3 statements",
    },
    { type: "article", receipt: chronicle, author: null, changedAt: null, note: "1 statement" },
    { type: "article", receipt: file, author: null, changedAt: null, note: "no statement" },
  ],
};

const feeds: Card = {
  title: "2 feeds, 1 in trouble",
  blocks: [
    {
      type: "list",
      items: [
        {
          term: "1. North Wire",
          text: "Well: asked 12 minutes ago, and again in 13 minutes.\nLast article, an hour ago: Envoys agree on a calendar\nhttps://northwire.example/feed.xml",
        },
        {
          term: "2. Valley Post",
          text: "Not read for 2 days. The site has no feed at this address (404). It is asked again in 6 hours. What you can do: Look for its new address on the site and add that.\nNo article yet.\nhttps://valley.example/news/rss_all.xml",
        },
      ],
    },
  ],
};

const help: Card = {
  title: "On Record",
  blocks: [
    body("Keeps who said what in the news, word for word and with the source."),
    heading("Commands"),
    {
      type: "list",
      items: [
        { term: "/who-said <topic>", text: "Who said something about a topic, word for word and with the source" },
        { term: "/quotes <speaker>", text: "What somebody said, newest first" },
        { term: "/summary", text: "The news in a few sentences of the articles themselves, and who said what" },
        { term: "/feed add <url>", text: "Follows a feed: its articles come into the library by themselves" },
        { term: "/feed list", text: "The feeds you follow: how they are doing, the next poll, the last article" },
      ],
    },
    note("Type /help and a command for all it takes, such as /help who-said."),
  ],
};

const digest: Card = {
  title: "The morning in 2 stories",
  blocks: unnumbered([
    note("Since Monday 08:00: 41 articles, 112 statements. Late: due at 08:00, sent at 08:40."),
    heading("1. Envoys agree on a calendar for the ceasefire"),
    {
      type: "excerpt",
      text: "Envoys of eleven countries agreed on Tuesday on a calendar that ends with the guns silent along the whole coast by the first of June.",
      receipt: { ...wire, also: ["Valley Post", "The Eastern Lantern"] },
    },
    {
      type: "excerpt",
      text: "The first ten days are for the harbours, the next ten for the hills, and the last for whoever has not listened.",
      receipt: { ...wire, title: "What the calendar says", url: "https://valley.example/2026/05/12/what-the-calendar-says" },
    },
    { ...direct, passages: direct.passages.slice(0, 1) },
    heading("2. Forty-one grain ships wait outside the port cities"),
    { type: "excerpt", text: "Forty-one grain ships wait outside the port cities of the coast.", receipt: chronicle },
    { type: "excerpt", text: "No captain there has been told when the first of them may leave.", receipt: chronicle },
    { ...mixed },
    note("3 more stories below. Left out: 6 articles without “ceasefire”, 2 of outlets that stay out."),
  ]),
};

const watch: Card = {
  title: "Ada Lund said",
  blocks: unnumbered([
    { ...direct, receipt: { ...wire, also: ["Valley Post"] } },
    note("Watch 3: Ada Lund. Quiet from 22:00 to 07:00."),
  ]),
};

/** A card of each kind that the bot shows, with invented people and outlets. */
export const CARDS = {
  "who-said": whoSaid,
  explained,
  long: {
    title: "Who said “wheat”",
    blocks: [
      { ...direct, passages: [{ text: Array.from({ length: 60 }, (_, k) => sentence(k)).join(" "), quoted: true, gap: false }] },
    ],
  },
  summary,
  articles,
  feeds,
  help,
  digest,
  watch,
  file: {
    title: "2 feeds",
    blocks: [
      {
        type: "file",
        name: "feeds.opml",
        mediaType: "text/x-opml",
        text: '<opml version="2.0"><body><outline type="rss" text="North Wire" xmlUrl="https://northwire.example/feed.xml"/></body></opml>\n',
      },
    ],
  },
  usage: { blocks: [body("There is no command /who-sad. Did you mean /who-said?")], problem: "usage" },
  refused: { blocks: [body("This needs the permission Manage Server: ask somebody who has it.")], problem: "refused" },
  fault: {
    blocks: [body("Something went wrong on our side (reference 3f9c21ab). Please try again.")],
    problem: "fault",
  },
} satisfies Readonly<Record<string, Card>>;

/** What is typed for each; null for what comes by itself. */
export const TYPED: Readonly<Record<keyof typeof CARDS, string | null>> = {
  digest: null,
  watch: null,
  "who-said": "/who-said ceasefire",
  explained: "/who-said ceasefire by: Lund context: True explain: True",
  long: "/who-said wheat",
  summary: "/summary ceasefire",
  articles: "/articles ceasefire",
  feeds: "/feed list",
  help: "/help",
  file: "/feed export",
  usage: "/help who-sad",
  refused: "/feed add https://valley.example",
  fault: "/stories",
};
