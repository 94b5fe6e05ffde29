import { expect, test } from "vitest";
import type { Article, Statement } from "../../src/model.ts";
import { day, makeArticle, makeStatement } from "../fixtures.ts";
import { ask, askAll, lines } from "./asking.ts";

const HIGH = "“We have never seen the river so high,” Lund told reporters.";
const FLOOD = [
  "The river Elwe flooded the old town of Karsk on Monday, and 40 houses stood in water, Mayor Ada Lund said.",
  HIGH,
  "Both bridges were closed before noon, and the army brought 300 people to a school on the hill above the market.",
];
const SAID: readonly (readonly [string, string])[] = [
  ["40 houses stood in water", "Ada Lund"],
  ["We have never seen the river so high,", "Ada Lund"],
  ["62 houses had been damaged", "Ada Lund"],
];

function make(
  id: string,
  sentences: readonly string[],
  known: Partial<Article> = {},
): { article: Article; statements: Statement[] } {
  const url = `https://news.example/${id}`;
  const article = makeArticle(id, sentences.join(" "), {
    title: id,
    outlet: "Northlight Wire",
    url,
    publishedAt: day("2026-05-02"),
    ...known,
  });
  const said = SAID.filter(([words]) => article.text.includes(words));
  return { article, statements: said.map(([words, speaker]) => makeStatement(article, words, { speaker, kind: "direct" })) };
}

const flood = make("Flood in Karsk", FLOOD);
const copy = make("Old town under water", FLOOD, { outlet: "Valley Post", url: "https://valley.example/water" });
const cost = make(
  "Karsk counts the cost",
  [`Karsk counts the cost of the Elwe flood. Mayor Ada Lund said 62 houses had been damaged in Karsk.`],
  {
    outlet: "Orn Times",
    publishedAt: day("2026-05-04"),
  },
);
const strike = make("Trams stand still", ["Tram drivers of Northport walked out over pay. Their union wants nine percent."], {
  publishedAt: day("2026-05-03"),
});
const later = make("Flood in Karsk", [
  ...FLOOD.filter((sentence) => sentence !== HIGH),
  "Mayor Ada Lund said 62 houses had been damaged.",
]);

const library = [flood, copy, cost, strike];
const FLOOD_SHOWN = [
  "Flood in Karsk (Northlight Wire + Valley Post), 2 statements",
  "Printed elsewhere",
  "Valley Post = Old town under water · 2 May 2026 · https://valley.example/water",
  "Its story",
  "2 articles · Northlight Wire, Valley Post and Orn Times · 2 to 4 May 2026",
  "Karsk counts the cost (Orn Times), 1 statement",
];

test.each<[string, string[]]>([
  [
    "stories",
    [
      "Flood in Karsk (Northlight Wire + Valley Post), 2 articles · Northlight Wire, Valley Post and Orn Times · 2 to 4 May 2026",
      "Trams stand still (Northlight Wire), 1 article",
      "Type /article and words of a headline for all articles of a story.",
    ],
  ],
  [
    "stories pay",
    ["Trams stand still (Northlight Wire), 1 article", "Type /article and words of a headline for all articles of a story."],
  ],
  ["stories since:1h", ["No story fits these options: type /stories to see them all."]],
  ["stories page:7", ["There is only 1 page."]],
  ["article trams", ["Trams stand still (Northlight Wire), 0 statements"]],
  ["article https://valley.example/water#top", FLOOD_SHOWN],
  ["article bridges", FLOOD_SHOWN],
  [
    "who-said river",
    [
      "1. Ada Lund: “We have never seen the river so high,” (Northlight Wire + Valley Post)",
      "2. Ada Lund: “40 houses stood in water” (Northlight Wire + Valley Post)",
    ],
  ],
])("/%s", async (line, expected) => {
  expect(lines((await askAll([line], library))[0]!)).toEqual(expected);
});

test("/stories and /article of something unknown name what there is", async () => {
  const [stories, article] = await askAll(["stories volcano", "article volcano"], library);
  expect(lines(stories!)[0]).toBe("No article in the library speaks of “volcano”.");
  expect(lines(stories!)[1]).toMatch(/^Nearest topics: /);
  expect(lines(article!)[0]).toBe("No article in the library fits “volcano”.");
});

test("/article of words that fit several shows the newest and how to see the others", async () => {
  expect(lines((await askAll(["article karsk"], library))[0]!).at(-1)).toBe(
    "This is the newest of 2 articles that fit “karsk”: type /articles karsk",
  );
});

test("/article shows that it changed, when, how much, and what is no longer there", async () => {
  const [card, second] = await askAll(["article flood in karsk", "article flood in karsk page:2"], [flood, later]);
  expect(lines(card!)).toEqual([
    "Flood in Karsk (Northlight Wire), 2 statements",
    "Changed once since it was first read",
    "read 5 May 2026 = 1 statement added, 1 gone; 1 sentence new or reworded, 1 gone or reworded",
    "New in these words",
    "since 5 May 2026, with words of Ada Lund = Mayor Ada Lund said 62 houses had been damaged.",
    "No longer there in these words",
    `gone by 5 May 2026, with words of Ada Lund = ${HIGH}`,
  ]);
  expect(lines(second!).at(-1)).toBe("That is all: 2 sentences.");
});

test("/article says when the later text says that it was changed, and when it was read", async () => {
  const dated = { article: { ...later.article, modifiedAt: day("2026-05-03") }, statements: later.statements };
  const [card] = await askAll(["article flood in karsk"], [flood, dated]);
  expect(lines(card!)[2]).toMatch(/^changed 3 May 2026, read 5 May 2026 = /);
  expect(lines(card!)[4]).toMatch(/^since 3 May 2026, /);
  expect(lines(card!)[6]).toMatch(/^gone by 3 May 2026, /);
});

test.each(["article under water", "articles under water", "stories under water", "articles under water outlet:valley"])(
  "/%s finds an article by the headline of its copy",
  async (line) => {
    const card = (await askAll([line], library))[0]!;
    expect(lines(card)[0]).toMatch(/^Flood in Karsk \(Northlight Wire \+ Valley Post\), /);
    expect(lines(card).join()).not.toMatch(/2 articles that fit|of 2 articles/);
  },
);

test("/article shows what copies alone say, each sentence once, with who says it", async () => {
  const own = "Mayor Ada Lund said 62 houses had been damaged.";
  const copies = ["Valley Post", "Orn Times"].map((outlet) => make(outlet, [...FLOOD, own], { outlet }));
  const [card] = await askAll(["article flood in karsk"], [flood, ...copies]);
  expect(lines(card!).slice(-2)).toEqual(["Said in a copy alone", `Valley Post, Orn Times, with words of Ada Lund = ${own}`]);
});

test.each(["who-said river context:yes", "quotes Lund about:river context:yes"])(
  "/%s shows what stands around it elsewhere, once, where that is something else",
  async (line) => {
    const print = (outlet: string, after: string) => make(outlet, [FLOOD[0]!, HIGH, after, FLOOD[2]!], { outlet });
    const angry = ["Valley Post", "Orn Times"].map((outlet) => print(outlet, "Then she shouted at the guards."));
    const [card] = await askAll([line], [flood, ...angry, make("cut", FLOOD.slice(0, 2), { outlet: "Sarn Daily" })]);
    expect(card!.blocks[0]).toMatchObject({
      context: FLOOD.join(" "),
      receipt: { outlet: "Northlight Wire", also: ["Valley Post", "Orn Times", "Sarn Daily"] },
      elsewhere: {
        contexts: [
          {
            context: `${FLOOD[0]} ${HIGH} Then she shouted at the guards.`,
            receipt: { outlet: "Valley Post", url: "https://news.example/Valley Post" },
          },
        ],
        left: 0,
      },
    });
    const [without] = await askAll([line.replace(" context:yes", "")], [flood, ...angry]);
    expect(without!.blocks[0]).not.toHaveProperty("elsewhere");
  },
);

test("/article pages through what went", async () => {
  const many = Array.from({ length: 7 }, (_, k) => `The guard at gate number ${k} saw nothing that night.`);
  const [first, second] = await askAll(
    ["article gates", "article gates page:2"],
    [make("Gates", many), make("Gates", ["All is said."])],
  );
  expect(lines(first!).at(-1)).toBe("2 more sentences: add page:2.");
  expect(first!.actions?.[0]).toEqual({ label: "Next", command: "article", options: { which: "gates", page: 2 } });
  expect(second!.actions?.map(({ label }) => label)).toEqual(["Who said what in it"]);
  expect(lines(second!).at(-1)).toContain(`gone by 5 May 2026 = ${many[6]}`);
});

test("/summary names the other outlets that have the sentence, and no others", async () => {
  const shown = lines(
    (await askAll(["summary words:200"], [flood, make("x", FLOOD.slice(0, 2), { outlet: "Valley Post" })]))[0]!,
  );
  expect(shown).toContain(`${FLOOD[0]} (Northlight Wire + Valley Post)`);
  expect(shown).toContain(`${FLOOD[2]} (Northlight Wire)`);
});

test("/stories counts a story with one article once", async () => {
  expect(lines(await ask("stories dam"))[0]).toBe("Dam holds (Valley Post), 1 article");
});

test("/summary takes the sentence of a copy where the copy alone tells of the topic", async () => {
  const bees = "A swarm of bees had settled on the town hall of Karsk by the evening.";
  const copy = make("Old town drowned", [...FLOOD, bees], { outlet: "Valley Post", url: "https://valley.example/water" });
  const later = make("Bees in Karsk", [...FLOOD, bees], { outlet: "Orn Times", url: "https://orn.example/bees" });
  const [card, both, headline] = await askAll(["summary bees", "summary bridges", "summary drowned"], [flood, copy, later]);
  expect(lines(card!)[0]).toBe(`${bees} (Valley Post + Orn Times)`);
  expect(card!.blocks[0]).toMatchObject({ receipt: { url: "https://valley.example/water" } });
  expect(lines(both!)).toContain(`${FLOOD[2]} (Northlight Wire + Valley Post + Orn Times)`);
  expect(lines(headline!)[0]).toBe(`${FLOOD[0]} (Valley Post + Northlight Wire + Orn Times)`);
});
