import { existsSync, readFileSync } from "node:fs";
import type { Span, Speaker } from "../src/model.ts";
import { readCast } from "../src/statements/cast.ts";
import { readDocument } from "../src/statements/document.ts";
import { extractStatements } from "../src/statements/extract.ts";
import { readQuotations } from "../src/statements/quotations.ts";
import { MINIMUM_CONFIDENCE } from "../src/store/store.ts";
import { say } from "./measure.ts";

const DATA = "../shared/data/statements/gum_attrib.jsonl";

interface GoldEntity {
  readonly etype: string;
  readonly wiki: string;
  readonly names: readonly string[];
  readonly mentions: readonly [number, number][];
}

interface GoldAttribution {
  readonly content: readonly [number, number][];
  readonly speaker_mention?: readonly [number, number];
  readonly speaker_text?: string;
  readonly entity?: string;
}

interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly entities: Readonly<Record<string, GoldEntity>>;
  readonly attributions: readonly GoldAttribution[];
}

type Verdict = "right" | "short" | "wrong" | "none";

const plain = (text: string): string => decodeURIComponent(text).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const wordsOf = (text: string): string[] =>
  plain(text)
    .replace(/_/g, " ")
    .replace(/['’]s\b/g, " ")
    .split(/[^\p{L}\p{N}.&]+/u)
    .filter((word) => word !== "" && !/^(?:the|a|an)$/.test(word));

/** Words before a name that make no fuller name of it. */
const TITLES =
  /^(?:president|minister|administrator|general|professor|ambassador|mr|mrs|ms|dr|secretary|minister|captain|director|senator|governor|emeritus|home|prime|foreign|us|u\.s\.|new|english|tunisia|undersecretary|nasa|canada)\.?$/i;

/** Whether no gold name ends with the name given and has one more capital word before it that is no title. */
const isFullest = (name: string, gold: readonly string[]): boolean =>
  gold.every((other) => {
    const long = other.replace(/ ?['’]s?$/, "").replace(/^the /i, "");
    if (!long.endsWith(name) || long.length === name.length) return true;
    const before = long.slice(0, -name.length).trim().split(/\s+/).at(-1) ?? "";
    if (/ (?:of|to|for) /.test(` ${long.slice(0, -name.length)}`)) return true;
    return !/^\p{Lu}/u.test(before) || TITLES.test(before);
  });

/** Right where every word of the name stands in one mention of the gold speaker, or in the title of its encyclopedia page, or where it adds an owner ("PC World's") to one. */
function judge(said: Speaker | null, gold: GoldEntity, mentions: readonly string[]): Verdict {
  if (!said) return "none";
  const known = [...mentions, gold.wiki, ...gold.names].map(wordsOf);
  const name = wordsOf(said.name);
  const owned = (words: readonly string[]): boolean =>
    words.length > 1 && name.join(" ").endsWith(words.join(" ")) && /['’]s /.test(said.name);
  if (!known.some((words) => name.every((word) => words.includes(word)) || owned(words))) return "wrong";
  return isFullest(said.name, gold.names) ? "right" : "short";
}

const overlap = (a: readonly Span[], b: readonly Span[]): number =>
  a
    .flatMap((one) => b.map((other) => Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))))
    .reduce((x, y) => x + y, 0);
const size = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);

/** Share of both that both have; statements below a third of it are of different words. */
const likeness = (a: readonly Span[], b: readonly Span[]): number => overlap(a, b) / (size(a) + size(b) - overlap(a, b));
const LIKE = 0.3;

/**
 * How often a speaker is given the right full name, on GUM's news articles with their gold coreference: for the gold mentions, where "I" and
 * "we" stand inside quotations and are never asked for, and for the statements that the whole engine finds and shows. `--list` prints those
 * that are not right.
 */
export function benchSpeakers(): void {
  if (!existsSync(DATA)) {
    say(`speakers: left out, ${DATA} is missing`);
    return;
  }
  const tables = new Map<string, Record<Verdict, number>>();
  const faults: string[] = [];
  for (const line of readFileSync(DATA, "utf8").trim().split("\n")) {
    const article = JSON.parse(line) as GoldArticle;
    const { text, entities } = article;
    const points = Array.from(text);
    const offsets = [0];
    for (const point of points) offsets.push(offsets.at(-1)! + point.length);
    const spanOf = ([start, end]: readonly [number, number]): Span => ({ start: offsets[start]!, end: offsets[end]! });
    const mentionsOf = (gold: GoldEntity) => gold.mentions.map(([start, end]) => points.slice(start, end).join(""));
    const count = (row: string, said: Speaker | null, { entity, speaker_text }: GoldAttribution, what: string): void => {
      const gold = entities[entity!]!;
      const verdict = judge(said, gold, mentionsOf(gold));
      const table = tables.get(row) ?? { right: 0, short: 0, wrong: 0, none: 0 };
      tables.set(row, table);
      table[verdict]++;
      if (verdict !== "right")
        faults.push(
          `${row}, ${verdict}: ${article.id}: ${what} | ${speaker_text} -> ${said?.name} | ${gold.names.slice(0, 3).join("; ")}`,
        );
    };
    const known = article.attributions.filter(({ entity }) => entity !== undefined && entities[entity]);
    const marked = new Uint8Array(text.length + 1);
    for (const { outer } of readQuotations(text)) for (const span of outer) marked.fill(1, span.start, span.end);
    const cast = readCast(readDocument(text), (offset) => marked[offset] === 1);
    for (const attribution of known) {
      if (!attribution.speaker_mention) continue;
      const own = /^(?:I|we|We)$/.test(attribution.speaker_text ?? "");
      const row = own
        ? '"I" and "we"'
        : entities[attribution.entity!]!.etype === "person"
          ? "people"
          : "organisations, documents, others";
      count(row, cast.speakerOf(spanOf(attribution.speaker_mention)), attribution, "gold source");
    }
    for (const { content, speaker, confidence } of extractStatements("bench", text).statements) {
      if (confidence < MINIMUM_CONFIDENCE) continue;
      const [nearest] = article.attributions
        .map((attribution) => ({ attribution, like: likeness(content, attribution.content.map(spanOf)) }))
        .sort((a, b) => b.like - a.like);
      if (!nearest || nearest.like < LIKE || !known.includes(nearest.attribution)) continue;
      // A gold speaker who stands in the words reported speaks inside them: "According to the agency, Lund said ...".
      const { speaker_mention: mention } = nearest.attribution;
      if (!mention || overlap(content, [spanOf(mention)]) === 0)
        count("statements shown", speaker, nearest.attribution, text.slice(content[0]!.start, content[0]!.start + 50));
    }
  }
  for (const [row, { right, short, wrong, none }] of tables) {
    const all = right + short + wrong + none;
    const share = (part: number) => `${((100 * part) / all).toFixed(1).padStart(5)} %`;
    say(
      `speakers: ${row.padEnd(32)} ${String(all).padStart(4)}  right ${share(right)}  not fullest ${share(short)}  wrong ${share(wrong)}  none ${share(none)}`,
    );
  }
  if (process.argv.includes("--list")) for (const fault of faults) say(`speakers: ${fault.replace(/\s+/g, " ")}`);
}
