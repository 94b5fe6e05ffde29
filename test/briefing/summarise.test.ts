import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { summarise } from "../../src/briefing/summarise.ts";
import type { Article, Excerpt } from "../../src/model.ts";
import { makeArticle } from "../fixtures.ts";

/** An article of these sentences; one that begins with "|" begins a paragraph. */
function write(lines: readonly string[], date: string | null = null, id = lines[0] ?? ""): Article {
  let text = "";
  const sentences = lines.map((line) => {
    const sentence = line.replace(/^\|/, "");
    if (text !== "") text += line.startsWith("|") ? "\n" : " ";
    const start = text.length;
    text += sentence;
    return { start, end: text.length };
  });
  const publishedAt = date === null ? null : new Date(date);
  return { ...makeArticle(id, text), outlet: "Marrow Bay Courier", publishedAt, sentences };
}

const read = (excerpts: readonly Excerpt[]): string[] =>
  excerpts.map(({ article, span }) => article.text.slice(span.start, span.end));
const countWords = (texts: readonly string[]): number => texts.join(" ").split(/\s+/).filter(Boolean).length;

const LEAD = "The harbour council of Marrow Bay approved a new ferry line on Monday.";
const SECOND = "Work on the northern pier starts in March, the council said.";
const THIRD = "The ferry line will carry four hundred people each day.";

describe("which sentences stand on their own", () => {
  test.each([
    ["a headline", "Council Approves New Ferry Line After Long Debate"],
    ["a date line", "Monday, 3 March 2031"],
    ["a byline", "By Ottoline Farrant, Harbour Correspondent."],
    ["a caption without a verb", "Ferries at the northern pier of Marrow Bay in 2029."],
    ["a credit", "The northern pier was pictured here in 2029 by a reader."],
    ["a call to the reader", "Follow Ottoline Farrant for more of this @ofarrant."],
    ["a label", "Photo: The northern pier was opened to the public in 2029."],
    ["a fragment", "With the northern pier of the old harbour opening in March."],
    ["a question", "Will the northern pier of the old harbour open in March?"],
    ["a quoted question", '"Will the northern pier ever open?"'],
    ["the beginning of a cut sentence", "carried on by the council until the spring of next year."],
    ["an introduction to something else", "The harbour council published these four rules on Monday:"],
    ["fewer than six words", "The harbour council approved it."],
    ["more than sixty words", `The council said ${"that the pier and ".repeat(15)}the ferry matter.`],
    ["an unclosed quotation", 'Mayor Idris Vell said: "The northern pier opens in March.'],
    ["an unclosed quotation in curly marks", "Mayor Idris Vell said: “The northern pier opens in March."],
  ])("%s stays out", (_, sentence) => {
    expect(read(summarise([write([LEAD, `|${sentence}`, `|${SECOND}`])], { words: 300 }))).toEqual([LEAD, SECOND]);
    expect(read(summarise([write([sentence, `|${LEAD}`])], { words: 300 }))).toEqual([LEAD]);
  });

  test.each([
    ["a pronoun", "She said the northern pier would open in March."],
    ["a possessive", "Their northern pier would open in March."],
    ["a demonstrative", "That was the last pier to open in March."],
    ["a connective", "However, the northern pier stays closed until March."],
    ["a connective of several words", "As a result, the northern pier stays closed until March."],
    ["a pronoun after an introduction", "In a letter to residents, she promised an open pier in March."],
    ["a pronoun right after a day", "On Tuesday she promised an open pier in March."],
    ["a quotation said by a pronoun", '"The northern pier opens in March," she said.'],
    ["a quotation said by a pronoun, in single marks", "‘The northern pier opens in March,’ said she."],
    ["a quotation that nobody says", '"The northern pier will open in March."'],
    ["a quotation of a pronoun", '"He promised us an open pier in March," Idris Vell said.'],
  ])("%s needs the sentence before it", (_, sentence) => {
    expect(read(summarise([write([LEAD, sentence])], { words: 300 }))).toEqual([LEAD, sentence]);
    expect(read(summarise([write([sentence, SECOND])], { words: 300 }))).toEqual([SECOND]);
    expect(read(summarise([write([LEAD, "Pier Plans", sentence])], { words: 300 }))).toEqual([LEAD]);
    expect(read(summarise([write([LEAD, sentence])], { words: countWords([LEAD]) + 3 }))).toEqual([LEAD]);
  });

  test.each([
    ["a quotation with its speaker", '"The northern pier opens in March," Mayor Idris Vell said.'],
    ["a quotation in two parts", '"The pier," Mayor Idris Vell said, "opens in March."'],
    ["inches", 'The pier rose by 6" over the winter, engineers said.'],
    ["a plural possessive", "The workers’ union of Marrow Bay rejected the offer on Friday."],
    ["an elision", "Fans of rock 'n' roll filled the northern pier, police said."],
    ["a day of this week", "This week the northern pier was opened to the public."],
    ["a pronoun with its name", "Mayor Idris Vell said he would open the pier in March."],
    ["a verb in -s", "Marrow Bay rejects the plan of its neighbour for a bridge."],
  ])("%s stands alone", (_, sentence) => {
    expect(read(summarise([write([sentence])], { words: 300 }))).toEqual([sentence]);
  });

  test("the middle of a long quotation stays out, though it has no marks: it would read as the outlet's own words", () => {
    const quotation = [
      '"The pier is ours.',
      "The council has lied about the ferry for years.",
      'Nobody believes the council," Idris Vell said.',
    ];
    expect(read(summarise([write([LEAD, ...quotation, SECOND])], { words: 300 }))).toEqual([LEAD, SECOND]);
  });

  test("a mark that is never closed spoils its paragraph only", () => {
    const unclosed = 'Mayor Idris Vell called the ferry "a gift to the bay.';
    expect(read(summarise([write([LEAD, `|${unclosed}`, THIRD, `|${SECOND}`])], { words: 300 }))).toEqual([LEAD, SECOND]);
  });

  test("lengths out of the ordinary are taken where there is nothing else", () => {
    const long = `The council said ${"that the pier and ".repeat(15)}the ferry matter.`;
    expect(read(summarise([write(["Talks failed on Monday.", "Both sides left."])], { words: 300 }))[0]).toBe(
      "Talks failed on Monday.",
    );
    expect(read(summarise([write([long])], { words: 20 }))).toEqual([long]);
  });
});

describe("what is chosen", () => {
  const ferry = [
    "Marrow Bay will build a second ferry pier next spring.",
    "A bakery on Quill Street won the yearly bread prize.",
    "Voters in Marrow Bay backed the second ferry pier by a wide margin.",
  ].map((line, k) => write([line], `2031-03-0${k + 1}`));

  test("what several articles tell, before what one tells", () => {
    expect(read(summarise(ferry, { words: 12 }))).not.toContain("A bakery on Quill Street won the yearly bread prize.");
    expect(read(summarise(ferry, { words: 300 }))).toHaveLength(3);
  });

  test("a copy in several outlets once, and its support counts", () => {
    const other = write(["The museum of clocks closed its doors for the winter."], "2031-03-09", "other");
    const copies = ["2031-03-01", "2031-03-02", "2031-03-03"].map((date) => write([LEAD], date, date));
    expect(summarise([other, ...copies], { words: 13 })).toEqual([{ article: copies[2], span: copies[2]!.sentences[0] }]);
    expect(read(summarise([other, ...copies], { words: 300 }))).toEqual([LEAD, read(summarise([other], { words: 300 }))[0]]);
  });

  test("a sentence that adds little to one taken stays out", () => {
    const near = "The harbour council of Marrow Bay approved a new ferry line on Monday evening.";
    expect(read(summarise([write([LEAD]), write([near]), write([SECOND])], { words: 300 })).sort()).toEqual(
      [LEAD, SECOND].sort(),
    );
  });

  test.each([
    ["nothing", []],
    ["an article without sentences", [write([])]],
    ["articles without a sentence that stands", [write(["Pier Plans"]), write(["She said so to reporters on Monday."])]],
  ])("%s gives no summary", (_, articles) => {
    expect(summarise(articles, { words: 100 })).toEqual([]);
  });

  test("never more words than asked, and one sentence when even that is longer", () => {
    const article = write([LEAD, SECOND]);
    expect(read(summarise([article], { words: countWords([LEAD, SECOND]) }))).toEqual([LEAD, SECOND]);
    expect(read(summarise([article], { words: countWords([LEAD, SECOND]) - 1 }))).toEqual([LEAD]);
    expect(read(summarise([article], { words: 3 }))).toEqual([LEAD]);
    expect(read(summarise([article], { words: 0 }))).toEqual([LEAD]);
  });
});

describe("the order", () => {
  const early = write(
    ["The ferry line of Marrow Bay lost its licence in court.", "Judge Petra Lunn found too few lifeboats on board."],
    "2031-03-01",
  );
  const late = write(
    ["The ferry line of Marrow Bay won its licence back.", "It celebrated the licence with fireworks."],
    "2031-03-05",
  );
  const undated = write(["Ticket prices on every boat rise by a tenth in May."], null);

  test("the lead of the most central article with what needs it, then by date, undated articles last, then as printed", () => {
    const echo = write(["The ferry line of Marrow Bay won its licence back, sailors said."], "2031-03-09");
    expect(read(summarise([undated, late, echo, early], { words: 300 }))).toEqual(read([late, early, undated].flatMap(pick)));
  });

  test("ties go to the newest article, then to the order given", () => {
    const twins = ["2031-03-01", null, "2031-03-04"].map((date, k) =>
      write([`Resident number ${k} of the bay sold a boat.`], date),
    );
    expect(summarise(twins, { words: 9 })[0]!.article).toBe(twins[2]);
    const undatedTwins = [0, 1].map((k) => write([`Resident number ${k} of the bay sold a boat.`]));
    expect(summarise(undatedTwins, { words: 9 })[0]!.article).toBe(undatedTwins[0]);
  });

  test("a date that is none counts as no date", () => {
    expect(read(summarise([write([LEAD], "no date"), early], { words: 300 }))).toContain(LEAD);
  });

  const pick = (article: Article): Excerpt[] => article.sentences.map((span) => ({ article, span }));
});

describe("with a topic", () => {
  const topic = (text: string) => (/bridge/i.test(text) ? 1 : 0);
  const meeting = "Engineer Sunniva Rask met reporters in Marrow Bay.";
  const dangling = "She said the bridge would open in June.";
  const bridge = "Marrow Bay will close the old bridge to lorries.";

  test("only sentences of the topic", () => {
    expect(read(summarise([write([LEAD, SECOND, bridge]), write([THIRD])], { words: 300, topic }))).toEqual([bridge]);
  });

  test("and the sentence that leads in to one", () => {
    expect(read(summarise([write([LEAD, meeting, dangling])], { words: 300, topic }))).toEqual([meeting, dangling]);
  });

  test("the weightier first", () => {
    const weigh = (text: string) => (text === bridge ? 5 : 1);
    expect(read(summarise([write([LEAD, bridge])], { words: 12, topic: weigh }))).toEqual([bridge]);
  });

  test.each([["nothing"], ["a negative weight"], ["no number"]])("%s is not relevant", (weight) => {
    const given = { nothing: 0, "a negative weight": -1, "no number": Number.NaN }[weight]!;
    expect(summarise([write([LEAD, SECOND])], { words: 300, topic: () => given })).toEqual([]);
  });
});

describe("a few sentences beside what else is told", () => {
  const REPEATED = "A new ferry line was approved by the harbour council of Marrow Bay on Monday evening.";
  test.each<[string, string[], Parameters<typeof summarise>[1], string[]]>([
    ["no more than asked for", [LEAD, SECOND, THIRD], { words: 300, sentences: 2 }, [LEAD, SECOND]],
    ["nothing that a headline says", [LEAD, SECOND], { words: 300, beside: [LEAD.slice(0, -1)] }, [SECOND]],
    ["nothing at all, where everything is said", [LEAD], { words: 300, beside: [LEAD] }, []],
    ["not the same in other words", [LEAD, REPEATED, SECOND], { words: 300, sentences: 2, novelty: 2 / 3 }, [LEAD, SECOND]],
    [
      "not what it takes to read another, where that is not wanted",
      [LEAD, "It will carry four hundred people each day.", SECOND],
      { words: 300, beside: ["?"], topic: (text) => (text === LEAD ? 0 : 1) },
      [SECOND],
    ],
  ])("%s", (_, lines, asked, expected) => {
    expect(read(summarise([write(lines)], asked))).toEqual(expected);
  });
});

const phrases = [
  "the ferry",
  "Idris Vell",
  "said",
  "was",
  "opened",
  '"',
  "“",
  "”",
  "'",
  "’",
  "he",
  "However,",
  "pier",
  "in March",
  "of",
  "\n",
  "é",
];
const sentence = fc
  .tuple(
    fc.constantFrom("The", "She", '"We', "“We", "But", "a", ""),
    fc.array(fc.constantFrom(...phrases), { maxLength: 14 }),
    fc.constantFrom(".", '."', "?", ""),
  )
  .map(([first, middle, last]) => [first, ...middle].join(" ") + last)
  .filter((text) => text.trim() !== "");
const article = fc
  .tuple(fc.array(sentence, { maxLength: 12 }), fc.constantFrom(null, "2031-03-01", "2031-03-02"), fc.uuid())
  .map(([lines, date, id]) => write(lines, date, id));

test("whatever the articles: their own sentences, each once, within the budget, the same every time", () => {
  fc.assert(
    fc.property(fc.array(article, { maxLength: 6 }), fc.integer({ min: 0, max: 120 }), fc.boolean(), (articles, words, about) => {
      const options = { words, ...(about && { topic: (text: string) => (text.includes("pier") ? 1 : 0) }) };
      const summary = summarise(articles, options);
      for (const { article, span } of summary) expect(articles.includes(article) && article.sentences.includes(span)).toBe(true);
      expect(new Set(summary.map(({ span }) => span)).size).toBe(summary.length);
      expect(new Set(read(summary)).size).toBe(summary.length);
      const alone = summary.length === 1 || (about && summary.length === 2);
      expect(countWords(read(summary)) <= words || alone).toBe(true);
      expect(summarise(articles, options)).toEqual(summary);
      if (!about) expect(summary.length > 0).toBe(summarise(articles, { words: 1e6 }).length > 0);
    }),
    { numRuns: 300 },
  );
});
