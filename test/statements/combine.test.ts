import { expect, test } from "vitest";
import type { Span } from "../../src/model.ts";
import { combine } from "../../src/statements/combine.ts";
import type { Report } from "../../src/statements/report.ts";

/** The place of words in a text, null for none. */
const place = (text: string, words: string | null): Span | null => {
  if (words === null) return null;
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” does not stand in “${text}”`);
  return { start, end: start + words.length };
};

type Told = readonly [source: string | null, cue: string | null, content: string | readonly string[], confidence?: number];

const report = (text: string, [source, cue, content, confidence = 0.9]: Told): Report => ({
  source: place(text, source),
  cue: place(text, cue),
  content: [content].flat().map((words) => place(text, words)!),
  confidence,
});

/** Combines reports written as words, and writes the outcome so. */
function combined(text: string, rules: readonly Told[], tagged: readonly Told[]) {
  const words = (span: Span | null): string | null => span && text.slice(span.start, span.end);
  const isDirect = (content: readonly Span[]) => content.every(({ start, end }) => text[start] === "“" && text[end - 1] === "”");
  const all = combine(
    text,
    rules.map((told) => report(text, told)),
    tagged.map((told) => report(text, told)),
    isDirect,
  );
  return all.map(({ source, cue, content, rules, tagger, rival }) => ({
    said: [words(source), words(cue), ...content.map(words)],
    rules,
    tagger,
    rival: words(rival),
  }));
}

test("of what both found, the rules give the borders and the source", () => {
  const text = "Orla Venn said that the dam would hold on Monday.";
  expect(
    combined(text, [["Orla Venn", "said", "the dam would hold on Monday", 0.9]], [["Venn", "said", "the dam would hold", 0.8]]),
  ).toEqual([{ said: ["Orla Venn", "said", "that the dam would hold on Monday"], rules: 0.9, tagger: 0.8, rival: null }]);
});

test("a source that stands at the cue prevails over one that does not", () => {
  const text = "The deal, aides to Orme hoped, Ann Hale said happily, would last.";
  const [only] = combined(text, [["aides to Orme", "said", "The deal"]], [["Ann Hale", "said", "The deal"]]);
  expect(only).toMatchObject({ said: ["Ann Hale", "said", "The deal"], rival: "aides to Orme" });
});

test("a relative pronoun at the cue does not prevail over the name it stands for", () => {
  const text = "The relief council, which says the valley is empty, left.";
  const [only] = combined(
    text,
    [["The relief council", "says", "the valley is empty"]],
    [["which", "says", "the valley is empty"]],
  );
  expect(only!.said[0]).toBe("The relief council");
});

test("a quotation of the tagger's is added to and never parted", () => {
  const text = "“It holds,” Venn said. “For now.”";
  const first: Told = ["Venn", "said", "“It holds,”"];
  const whole: Told = ["Venn", "said", ["“It holds,”", "“For now.”"]];
  for (const [rules, tagged] of [
    [first, whole],
    [whole, first],
  ] as const)
    expect(combined(text, [rules], [tagged])[0]!.said.slice(2)).toEqual(["“It holds,”", "“For now.”"]);
});

test("what one reader alone found stays, with nothing for the other", () => {
  const text = "Venn said it holds. Hale denied it leaks.";
  expect(combined(text, [["Venn", "said", "it holds", 0.8]], [["Hale", "denied", "it leaks", 0.3]])).toEqual([
    { said: ["Hale", "denied", "it leaks"], rules: null, tagger: 0.3, rival: null },
    { said: ["Venn", "said", "it holds"], rules: 0.8, tagger: null, rival: null },
  ]);
});

test("an unsure report of the rules alone stays out", () => {
  expect(combined("Venn said it holds.", [["Venn", "said", "it holds", 0.4]], [])).toEqual([]);
});

test("a sure report of the rules takes the place of what the tagger alone makes of the same words", () => {
  const text = "Hale hopes Venn said the dam would hold.";
  const [only, ...others] = combined(
    text,
    [["Venn", "said", "the dam would hold", 0.9]],
    [["Hale", "hopes", "Venn said the dam would hold", 0.5]],
  );
  expect(others).toEqual([]);
  expect(only!.said).toEqual(["Venn", "said", "the dam would hold"]);
});

test("a quotation stays beside the report that tells of it", () => {
  const text = "“It leaks,” Hale said, according to the ministry.";
  const quotation: Told = ["Hale", "said", "“It leaks,”"];
  const outer: Told = ["the ministry", "according to", "“It leaks,” Hale said", 0.85];
  expect(combined(text, [quotation, outer], [quotation]).map(({ said }) => said[0])).toEqual(["Hale", "the ministry"]);
});

test("reported words give way to the report that tells of them", () => {
  const text = "He promised to mend the dam, Ann Hale said.";
  const inner: Told = ["He", "promised", "to mend the dam", 0.75];
  const outer: Told = ["Ann Hale", "said", "He promised to mend the dam", 0.87];
  expect(combined(text, [inner, outer], [inner]).map(({ said }) => said[0])).toEqual(["Ann Hale"]);
});

test("the word that leads into reported words is part of them, not of the cue", () => {
  const text = "Venn said that it holds.";
  expect(combined(text, [["Venn", "said that", "it holds"]], [])[0]!.said).toEqual(["Venn", "said", "that it holds"]);
});

test("a quotation that the tagger parts is one, and its other source is remembered", () => {
  const text = "Venn smiled at Hale. “It holds.\n\n“It does not leak.\n\n“It bends.”";
  const parts = ["“It holds.", "“It does not leak.", "“It bends.”"];
  const isQuoted = (content: readonly Span[]) => content.every(({ start }) => text[start] === "“");
  const gathered = (sources: readonly (string | null)[]) =>
    combine(
      text,
      [report(text, ["Venn", null, parts, 0.55])],
      parts.map((part, k) => report(text, [sources[k]!, null, part, 0.5 + k / 10])),
      isQuoted,
    );
  const [only, ...others] = gathered([null, "Hale", "Venn"]);
  expect(others).toEqual([]);
  expect(only).toMatchObject({ source: place(text, "Venn"), rules: 0.55, tagger: 0.7, rival: place(text, "Hale") });
  expect(gathered([null, "Venn", "Venn"])).toMatchObject([{ source: place(text, "Venn"), rival: null }]);
});
