/**
 * How often a mention of a speaker is given the right full name: GUM's news articles with their gold coreference.
 *
 *     node bench/speakers.ts [../shared/data] [--list]
 *
 * Right: every word of the name stands in one of the gold mentions of that speaker (or in the title of the speaker's encyclopedia page),
 * and no gold name of the speaker is longer by a word that is part of a personal name. Mentions by "I" and "we" are counted apart: they stand
 * inside quotations, and the engine never asks for them.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readCast } from "../src/statements/cast.ts";
import { readDocument } from "../src/statements/document.ts";
import { readQuotations } from "../src/statements/quotations.ts";

interface GoldEntity {
  readonly etype: string;
  readonly wiki: string;
  readonly names: readonly string[];
  readonly mentions: readonly [number, number][];
}

interface GoldAttribution {
  readonly speaker_mention?: readonly [number, number];
  readonly speaker_text?: string;
  readonly source_edu_text?: string;
  readonly entity?: string;
}

interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly entities: Readonly<Record<string, GoldEntity>>;
  readonly attributions: readonly GoldAttribution[];
}

const print = (line: string): boolean => process.stdout.write(line + "\n");
const list = process.argv.includes("--list");
const folder = process.argv.slice(2).find((argument) => !argument.startsWith("--")) ?? "../shared/data";
const path = join(folder, "statements/gum_attrib.jsonl");
if (!existsSync(path)) {
  process.stderr.write(`There is no ${path}: pass the folder of the data sets, as in: node bench/speakers.ts ../shared/data\n`);
  process.exit(1);
}

const plain = (text: string): string => decodeURIComponent(text).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const wordsOf = (text: string): string[] =>
  plain(text)
    .replace(/_/g, " ")
    .replace(/['’]s\b/g, " ")
    .split(/[^\p{L}\p{N}.&]+/u)
    .filter((word) => word !== "" && !/^(?:the|a|an)$/.test(word));

/** Whether some gold name ends with the name given and has one more capital word before it that is no title: not the fullest form. */
const TITLES =
  /^(?:president|minister|administrator|general|professor|ambassador|mr|mrs|ms|dr|secretary|minister|captain|director|senator|governor|emeritus|home|prime|foreign|us|u\.s\.|new|english|tunisia|undersecretary|nasa|canada)\.?$/i;
const isFullest = (name: string, gold: readonly string[]): boolean =>
  gold.every((other) => {
    const long = other.replace(/ ?['’]s?$/, "").replace(/^the /i, "");
    if (!long.endsWith(name) || long.length === name.length) return true;
    const before = long.slice(0, -name.length).trim().split(/\s+/).at(-1) ?? "";
    if (/ (?:of|to|for) /.test(` ${long.slice(0, -name.length)}`)) return true;
    return !/^\p{Lu}/u.test(before) || TITLES.test(before);
  });

const tally = { right: 0, short: 0, wrong: 0, none: 0 };
const people = { right: 0, short: 0, wrong: 0, none: 0 };
const own = { right: 0, short: 0, wrong: 0, none: 0 };
const wrongs: string[] = [];
for (const line of readFileSync(path, "utf8").trim().split("\n")) {
  const article = JSON.parse(line) as GoldArticle;
  // Offsets are code points; these articles have none outside the basic plane, or the table maps them.
  const points = Array.from(article.text);
  const offsets = [0];
  for (const point of points) offsets.push(offsets.at(-1)! + point.length);
  const marked = new Uint8Array(article.text.length + 1);
  for (const { outer } of readQuotations(article.text)) for (const span of outer) marked.fill(1, span.start, span.end);
  const cast = readCast(readDocument(article.text), (offset) => marked[offset] === 1);
  for (const { speaker_mention: mention, speaker_text, entity, source_edu_text } of article.attributions) {
    const gold = entity === undefined ? undefined : article.entities[entity];
    if (!mention || !gold) continue;
    const span = { start: offsets[mention[0]]!, end: offsets[mention[1]]! };
    const said = cast.speakerOf(span);
    const mentions = [...gold.mentions.map(([start, end]) => points.slice(start, end).join("")), gold.wiki, ...gold.names];
    const group = /^(?:I|we|We)$/.test(speaker_text ?? "") ? own : gold.etype === "person" ? people : tally;
    let verdict: keyof typeof tally;
    if (!said) verdict = "none";
    else if (!mentions.some((text) => wordsOf(said.name).every((word) => wordsOf(text).includes(word)))) verdict = "wrong";
    else verdict = gold.names.length > 0 && !isFullest(said.name, gold.names) ? "short" : "right";
    group[verdict]++;
    if (verdict !== "right" || list)
      wrongs.push(
        `${verdict.padEnd(6)} ${article.id}: ${(source_edu_text ?? "").slice(0, 60)} | ${speaker_text} -> ${said ? `${said.name} (${said.role})` : null} | gold: ${gold.names.slice(0, 3).join("; ")}`,
      );
  }
}

const row = (label: string, { right, short, wrong, none }: typeof tally) => {
  const all = right + short + wrong + none;
  const share = (count: number) => `${((100 * count) / Math.max(1, all)).toFixed(1).padStart(5)} %`;
  print(
    `${label.padEnd(34)} ${String(all).padStart(4)}  right ${share(right)}  not fullest ${share(short)}  wrong ${share(wrong)}  null ${share(none)}`,
  );
};
row("people", people);
row("organisations, documents, others", tally);
row("both", {
  right: people.right + tally.right,
  short: people.short + tally.short,
  wrong: people.wrong + tally.wrong,
  none: people.none + tally.none,
});
row('"I" and "we"', own);
for (const wrong of list ? wrongs : []) print(wrong);
