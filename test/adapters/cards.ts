import { body, type Card, heading, note, type Receipt, type StatementBlock } from "../../src/chat/card.ts";

const wire: Receipt = {
  title: "Talks open at the lake as both sides promise patience",
  outlet: "Northlight Wire",
  publishedAt: new Date("2026-09-14T00:00:00Z"),
  url: "https://northlightwire.example/2026/09/14/talks-open?from=lake&lang=en",
  file: null,
};
const post: Receipt = {
  title: "Grain barges get a date",
  outlet: "Valley Post",
  publishedAt: new Date("2026-09-16T00:00:00Z"),
  url: "https://valleypost.example/grain_barges?day=16&edition=(late)",
  file: null,
};
const quiet: Receipt = { title: "A quiet night", outlet: null, publishedAt: null, url: null, file: "08-a-quiet-night.txt" };
const direct: StatementBlock = {
  type: "statement",
  number: 1,
  speaker: { name: "Oksana Horvay", role: "Lorvia’s chief negotiator" },
  kind: "direct",
  cue: "told reporters",
  passages: [
    { text: "A ceasefire is a beginning.", quoted: true, gap: false },
    { text: "What we owe the people along the coast is a peace that outlasts the winter.", quoted: true, gap: true },
  ],
  receipt: { ...wire, also: ["Valley Post", "Aldermark Chronicle"] },
};
const mixed: StatementBlock = {
  type: "statement",
  number: 2,
  speaker: { name: "Tomas Reede", role: null },
  kind: "mixed",
  cue: "warned",
  passages: [
    { text: "the ceasefire would be", quoted: false, gap: false },
    { text: "worth nothing without the barges", quoted: true, gap: false },
  ],
  receipt: post,
};
const indirect: StatementBlock = {
  type: "statement",
  number: 3,
  speaker: null,
  kind: "indirect",
  cue: "according to",
  passages: [{ text: "the first convoy would leave thirty days after the ceasefire", quoted: false, gap: false }],
  receipt: { title: null, outlet: null, publishedAt: null, url: null, file: "07-thirty-days-from-midnight.txt" },
};
const LONG = Array.from(
  { length: 60 },
  (_, k) => `This is sentence ${k + 1} of a speech that a bridge builder from Aldermark gave without any notes at all.`,
).join(" ");

const unnumbered = ({ number: _, ...statement }: StatementBlock): StatementBlock => statement;
const excerpt = (text: string, receipt: Receipt) => ({ type: "excerpt", text, receipt }) as const;
const linked = (receipt: Receipt, note: string) => ({ type: "article", receipt, author: null, changedAt: null, note }) as const;

/** The second was posted in a channel, until it could not be. */
const digestsIn = (channel: string, why: string): Card => ({
  title: "2 digests",
  blocks: [
    {
      type: "list",
      items: [
        {
          term: "1. ceasefire or grain",
          text: "weekdays at 08:00 (Europe/London), here\nNext: Thu 17 Sep 2026, 08:00\nLast: Wed 16 Sep 2026, 08:00, sent, 4 stories and 9 statements",
        },
        {
          term: "2. everything",
          text: `every 2 hours from 09:00 to 18:00 (Europe/Berlin), in ${channel}\nPaused since Tue 15 Sep 2026, 10:00: ${why} To go on, type /digest resume 2\nNo run yet.`,
        },
      ],
    },
  ],
});

/** A card of each kind, as the commands make them, of invented people; the pictures of the README show the same. */
export const CARDS: Readonly<Record<string, Card>> = {
  "who-said": {
    title: "Who said “ceasefire”",
    blocks: [direct, mixed, indirect, note("1 to 3 of 12 statements.")],
    actions: [
      { label: "Next", command: "who-said", options: { topic: "ceasefire", page: 2 } },
      { label: "Context", command: "who-said", options: { topic: "ceasefire", context: true, page: 1 } },
      { label: "More from Oksana Horvay", command: "quotes", options: { speaker: "Oksana Horvay" } },
    ],
  },
  explained: {
    title: "Who said “barges”",
    blocks: [
      {
        ...mixed,
        number: 1,
        context:
          "The grain has waited since May. He warned that the ceasefire would be “worth nothing without the barges”. Nobody at the lake disagreed.",
        elsewhere: {
          contexts: [
            {
              context:
                "He spoke on the quay, in the rain. He warned that the ceasefire would be “worth nothing without the barges”, and left.",
              receipt: wire,
            },
          ],
          left: 2,
        },
        explanation: {
          segments: [
            { text: "He", part: "source" },
            { text: " ", part: null },
            { text: "warned", part: "cue" },
            { text: " that ", part: null },
            { text: "the ceasefire would be “worth nothing without the barges”", part: "content" },
            { text: ".", part: null },
          ],
          mentions: ["He", "Reede", "Tomas Reede"],
          confidence: 0.934,
        },
      },
    ],
    actions: [{ label: "More from Tomas Reede", command: "quotes", options: { speaker: "Tomas Reede" } }],
  },
  summary: {
    title: "Summary: ceasefire",
    blocks: [
      {
        type: "excerpt",
        text: "Delegations from Lorvia and Tarsenia met on Monday for the first time since the spring, in a hotel that had been shut for the season.",
        receipt: { ...wire, also: ["Valley Post"] },
      },
      { type: "excerpt", text: "The first grain barges may pass the strait on 1 October.", receipt: post },
      heading("Who said what"),
      unnumbered(direct),
      note("From 8 articles; every sentence stands in its article as shown."),
    ],
    actions: [{ label: "Who said what", command: "who-said", options: { topic: "ceasefire" } }],
  },
  articles: {
    title: "Articles about “barges”",
    blocks: [
      {
        type: "article",
        receipt: { ...post, also: ["Northlight Wire"] },
        author: "Ines Maro",
        changedAt: null,
        note: "7 statements",
      },
      {
        type: "article",
        receipt: wire,
        author: null,
        changedAt: new Date("2026-09-15T00:00:00Z"),
        note: "12 statements",
      },
      {
        type: "article",
        receipt: { title: null, outlet: null, publishedAt: null, url: null, file: "08-a-quiet-night.txt" },
        author: null,
        changedAt: null,
        note: "1 statement",
      },
    ],
  },
  feeds: {
    title: "2 feeds, 1 in trouble",
    blocks: [
      {
        type: "list",
        items: [
          {
            term: "1. Valley Post",
            text: "Well: asked 12 minutes ago, and again in 18 minutes.\nLast article, 2 hours ago: Grain barges get a date\nhttps://valleypost.example/feed.xml",
          },
          {
            term: "2. Aldermark Chronicle",
            text: "Not read for 2 days. The site has no feed at this address (404). It is asked again in 4 hours. What you can do: Look for its new address on the site and add that.\nNo article yet.\nhttps://chronicle.example/rss",
          },
        ],
      },
    ],
  },
  digests: digestsIn(
    "https://app.slack.com/client/T024BE7LD/C0DESK",
    "On Record is not in the channel: invite it with /invite @On Record.",
  ),
  help: {
    title: "On Record: who said what, word for word",
    blocks: [
      {
        type: "list",
        items: [
          { term: "/who-said <topic>", text: "Who said something about a topic, word for word and with the source" },
          { term: "/quotes <speaker>", text: "What one speaker said, newest first" },
          { term: "/summary [topic]", text: "The news in a few sentences of the articles themselves, and who said what" },
          { term: "/feed add <url>", text: "Follows a feed: its articles come into the library by themselves" },
        ],
      },
      note("Type /help who-said for the options of a command."),
    ],
    isPersonal: true,
  },
  file: {
    title: "1 feed",
    blocks: [
      {
        type: "file",
        name: "feeds.opml",
        mediaType: "text/x-opml",
        text: '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <body>\n    <outline type="rss" text="Valley Post" xmlUrl="https://valleypost.example/feed.xml"/>\n  </body>\n</opml>\n',
      },
    ],
  },
  "nothing-found": {
    title: "Nothing found",
    blocks: [body("Nobody in the library speaks of “ceasefyre”."), note("Nearest topics: ceasefire, cease, fire.")],
    isPersonal: true,
  },
  usage: {
    blocks: [body("There is no command /who-sad. Type /help to see what there is.")],
    problem: "usage",
  },
  refused: {
    blocks: [body("Changing feeds is for managers: ask an admin of this workspace, or to be named in ON_RECORD_MANAGERS.")],
    problem: "refused",
  },
  fault: { blocks: [body("Something went wrong on our side (reference 3f9c21ab). Please try again.")], problem: "fault" },
  long: { title: "A long speech", blocks: [{ ...direct, passages: [{ text: LONG, quoted: true, gap: false }] }] },
  hostile: {
    title: "<!channel> & *bold* _it_ `code` ~no~",
    blocks: [
      {
        ...direct,
        speaker: { name: "<@U1> *Ada* \u202eLund\u200b", role: "<https://evil.example|the chair> & :tada:" },
        cue: "`said`",
        passages: [{ text: "Call <!here>, *now*; see [this](javascript:alert(1)) & ||that||.", quoted: true, gap: false }],
        receipt: { ...wire, outlet: "*North* <Wire>", url: "https://wire.example/a|b>c?d=<e>&f=g" },
      },
      { type: "excerpt", text: "@everyone <!everyone> says ```hello```.", receipt: { ...wire, url: "javascript:alert(1)" } },
    ],
  },
};

/** The same as each platform has them: it knows its own channels. */
export const CARDS_OF: Readonly<Record<"slack" | "discord", typeof CARDS>> = {
  slack: CARDS,
  discord: {
    ...CARDS,
    digests: digestsIn(
      "https://discord.com/channels/200000000000000001/300000000000000001",
      "On Record may not post in this channel: allow it to view the channel and to send messages there.",
    ),
  },
};

/** What is posted by itself: the first card stands in the channel, the others under it. */
export const POSTS: Readonly<Record<"digest" | "watch", { readonly cards: readonly Card[]; readonly ping: string | null }>> = {
  digest: {
    ping: "S0614TZR7",
    cards: [
      {
        title: "Ceasefire or grain: weekdays at 08:00, since Tuesday 08:00",
        blocks: [
          heading("1. Talks open at the lake as both sides promise patience"),
          excerpt(
            "Delegations from Lorvia and Tarsenia met on Monday for the first time since the spring, in a hotel that had been shut for the season. Neither side expects a text before the winter.",
            { ...wire, also: ["Valley Post"] },
          ),
          unnumbered(direct),
          note("4 articles, in Northlight Wire, Valley Post and Aldermark Chronicle"),
          heading("2. More on this: Grain barges get a date"),
          excerpt("The first grain barges may pass the strait on 1 October.", post),
          unnumbered(mixed),
          note("11 articles of 4 outlets; 2 more stories by their headlines below; type /digest why 1 to see what was left out."),
        ],
      },
      {
        title: "Ceasefire or grain: details",
        blocks: [
          heading("1. Talks open at the lake as both sides promise patience"),
          unnumbered(indirect),
          linked({ ...post, title: "A hotel opens its shutters", url: "https://valleypost.example/shutters" }, "3 statements"),
          heading("Also"),
          linked({ ...wire, title: "Pilots count the buoys", url: "https://northlightwire.example/buoys" }, "2 articles"),
          linked(quiet, ""),
        ],
      },
    ],
  },
  watch: {
    ping: null,
    cards: [{ title: "New: Oksana Horvay on “ceasefire”", blocks: [unnumbered(direct)] }],
  },
};
