import { expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { isRequired } from "../../src/chat/options.ts";
import { shortUsage } from "../../src/chat/usage.ts";
import { makeArticle } from "../fixtures.ts";
import { ask, askAll, lines } from "./asking.ts";

test.each<[string, string[]]>([
  [
    "quotes Lund",
    ["1. Ada Lund, Mayor: the cease-fire would hold (Valley Post)", "2. Ada Lund, Mayor: “The river is quiet,” (Valley Post)"],
  ],
  ["quotes Lund about:ceasefire", ["1. Ada Lund, Mayor: the cease-fire would hold (Valley Post)"]],
  ["quotes Lund about:roads", ["There are 2 statements of Lund in all: type /quotes Lund"]],
  [
    "quotes Lundt",
    [
      "The library has no statement of “Lundt”.",
      expect.stringMatching(/^Nearest topics: /) as unknown as string,
      "Nearest speakers: Ada Lund.",
    ],
  ],
  ["articles", ["road.txt (Northern Wire), 1 statement", "Dam holds (Valley Post), 2 statements"]],
  ["articles dam", ["Dam holds (Valley Post), 2 statements"]],
  ["articles since:2026-05-03", ["road.txt (Northern Wire), 1 statement"]],
  ["articles since:1h", ["No article fits these options: type /articles to see them all."]],
  ["articles page:9", ["There is only 1 page."]],
  ["who-said ceasefire page:9", ["There is only 1 page."]],
  ["quotes Lund page:9", ["There is only 1 page."]],
  ["articles outlet:wire", ["road.txt (Northern Wire), 1 statement"]],
  [
    "articles outlet:times",
    [
      "No article fits these options: type /articles to see them all.",
      "The outlets with most articles: Northern Wire, Valley Post.",
    ],
  ],
])("/%s", async (line, expected) => {
  expect(lines(await ask(line))).toEqual(expected);
});

const needy = commands.filter(({ options }) => Object.values(options).some(isRequired)).map(({ name }) => name);
test.each(needy)("/%s without what it needs says what that is", async (name) => {
  const [sentence] = lines(await ask(name));
  expect(sentence).toMatch(/^\/[a-z -]+ needs (?:an? [a-z]+|to know wh[a-z]+): [a-z0-9].+\.$/);
  expect(sentence).toContain(`/${name} needs `);
});

test("/articles says why an article in another language has no statements", async () => {
  const article = { ...makeArticle("de", "Der Damm hält."), title: "Der Damm", outlet: "Talpost", language: "de" };
  const [card] = await askAll(["articles"], [{ article, statements: [] }]);
  expect(lines(card!)).toEqual(["Der Damm (Talpost), in German: statements are read from English only"]);
});

test.each(["who-said x", "quotes x", "articles", "stories", "article x", "said-in x", "summary"])(
  "/%s of an empty library says how to fill it",
  async (line) => {
    expect(await ask(line, { empty: true })).toMatchObject({ title: "The library is empty" });
  },
);

test("/summary tells the news in sentences of the articles, then who said what", async () => {
  const shown = lines(await ask("summary"));
  expect(shown).toContain("The dam at Orre holds for now. (Valley Post)");
  expect(shown).toContain("Who said what");
  expect(shown.filter((line) => line.startsWith("-. ")).map((line) => line.split(":")[0])).toEqual([
    "-. Viktor Sorenskiy",
    "-. Ada Lund, Mayor",
  ]);
  expect(shown.at(-1)).toBe("From 2 articles; every sentence stands in its article as shown.");
});

test("/summary of a topic leaves the rest out", async () => {
  const shown = lines(await ask("summary dam")).join("\n");
  expect(shown).toContain("The dam at Orre");
  expect(shown).not.toContain("road");
});

test("/summary of something unknown names what there is", async () => {
  expect(lines(await ask("summary volcano"))[0]).toBe("No article in the library speaks of “volcano”.");
});

test("/help lists every command in order, and how to type it", async () => {
  const [list] = (await ask("help")).blocks;
  expect(list).toMatchObject({ items: commands.map((command) => ({ term: shortUsage(command), text: command.summary })) });
});

test("/help of a command shows each option and the examples", async () => {
  const card = await ask("help /who-said");
  expect(card.title).toBe(
    "/who-said <topic> [by:<speaker>] [since:<7d|2026-05-01>] [kind:direct|mixed|indirect] [context:yes] [explain:yes] [unsure:yes] [page:<number>]",
  );
  expect(lines(card).join("\n")).toContain("by: = A speaker's name or part of it");
  expect(lines(card).join("\n")).toContain("\n/who-said ceasefire\n");
});

test("/help of a first word lists all commands that begin with it, /help of both shows the one", async () => {
  const family = await ask("help speaker");
  expect(family.title).toBe("/speaker");
  expect(lines(family)).toEqual([
    expect.stringMatching(
      /^\/speaker show <name> = .*\n\/speaker merge <name> into:<name> = .*\n\/speaker split <name> from:<name> = .*$/,
    ),
    "Type /help speaker show for the options of a command.",
  ]);
  expect((await ask("help  /speaker   merge")).title).toBe("/speaker merge <name> into:<name>");
});

test("/help of something unknown is wrong usage", async () => {
  expect(await ask("help dance")).toMatchObject({
    problem: "usage",
    blocks: [{ text: "There is no command /dance. Type /help to see what there is." }],
  });
});

test.each(commands.map((command) => [command.name, command] as const))(
  "/%s keeps to what every platform allows",
  (name, command) => {
    expect(name).toMatch(/^[a-z][a-z-]{0,30}( [a-z][a-z-]{0,30})?$/);
    expect(command.summary.length).toBeLessThanOrEqual(100);
    for (const [option, { summary }] of Object.entries(command.options)) {
      expect(option).toMatch(/^[a-z][a-z-]{0,30}$/);
      expect(summary.length).toBeLessThanOrEqual(100);
    }
  },
);

test.each<[string, string[]]>([
  [
    "said-in dam holds",
    [
      "Dam holds (Valley Post), 2 statements",
      "1. Ada Lund, Mayor: the cease-fire would hold (Valley Post)",
      "2. Ada Lund, Mayor: “The river is quiet,” (Valley Post)",
    ],
  ],
  ["said-in https://valley.example/dam#top page:2", ["There is only 1 page."]],
  [
    "said-in the road is shut",
    [
      "road.txt (Northern Wire), 1 statement",
      "1. Viktor Sorenskiy: two ceasefires had failed (Northern Wire)",
      "1 more statement read with little confidence: add unsure:yes to see them.",
    ],
  ],
  [
    "said-in the road is shut unsure:yes",
    ["road.txt (Northern Wire), 1 statement", "1. Viktor Sorenskiy: the road was safe (Northern Wire)"],
  ],
])("/%s tells who said what in one article, in the order of its text", async (line, expected) => {
  expect(lines(await ask(line))).toEqual(expected);
});

test.each<[string, string[]]>([
  [
    "who-said ceasefire",
    ["Context: who-said topic=ceasefire context=true page=1", "More from Viktor Sorenskiy: quotes speaker=Viktor Sorenskiy"],
  ],
  ["who-said ceasefire by:Lund context:yes", []],
  ["quotes Lund about:quiet", ["Context: quotes speaker=Lund about=quiet context=true page=1"]],
  ["summary ceasefire", ["Who said what: who-said topic=ceasefire"]],
  ["summary", []],
  ["article dam", ["Who said what in it: said-in article=https://valley.example/dam"]],
  ["articles", []],
])("/%s offers what to do next", async (line, expected) => {
  const { actions = [] } = await ask(line);
  const shown = actions.map(({ label, command, options }) =>
    [`${label}: ${command}`, ...Object.entries(options).map(([name, value]) => `${name}=${value}`)].join(" "),
  );
  expect(shown).toEqual(expected);
});

test.each([
  ["terminal", 0],
  ["slack", 2],
  ["discord", 1],
] as const)("/help on %s tells how else one can ask there", async (platform, more) => {
  const { blocks } = await ask("help", { platform });
  expect(blocks).toHaveLength(2 + more);
});
