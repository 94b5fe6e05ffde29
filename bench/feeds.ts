import { existsSync, globSync, readFileSync } from "node:fs";
import iconv from "iconv-lite";
import { decodeFeed } from "../src/ingest/feed/decode-feed.ts";
import type { Feed, FeedEntry } from "../src/ingest/feed/feed.ts";
import { readFeed } from "../src/ingest/feed/read-feed.ts";
import { say } from "./measure.ts";

/*
 * Reads the conformance corpus of feeds. A file's first comment says in Python's terms what to expect of it, such as
 *     not bozo and entries[0]['title'] == 'Example <b>Atom</b>'
 * A file counts as **right** when
 * 1. it is read as a feed at all (no error), whatever its comment is about, and
 * 2. there are as many entries as it has `<item>` or `<entry>` elements that are no other entry's content, and
 * 3. every title, link and date of an entry that the comment expects is the one given.
 * Titles are compared as plain text (On Record shows no markup), links in canonical spelling, dates as instants. What the comment calls
 * published, issued or created must be `publishedAt`; what it calls updated or modified must be `modifiedAt`.
 * 4. the text is what the encoding gives that the comment expects (of "us-ascii": UTF-8).
 * "expecting" counts the files in which (3) has something to compare; "other" compares what else On Record reads of an entry or feed
 * (id, author, summary and content in plain text, the feed's title, link and language) and does not count for right or wrong.
 * How well formed a file is (`bozo`) and everything On Record does not read are not compared.
 */
export const CORPUS = "../shared/data/feeds";
const HOST = "http://127.0.0.1:8097";

/** What share of the files must be right, in percent. */
export const AIMS: Readonly<Record<string, number>> = { wellformed: 98, illformed: 75 };

/** One comparison of a comment: `entries[0]['title'] == 'x'`, entry null for the feed. */
interface Expectation {
  readonly entry: number | null;
  readonly field: string;
  readonly value: string;
}

interface Result {
  readonly file: string;
  /** "wellformed/rss", "illformed", ... */
  readonly kind: string;
  readonly right: boolean;
  /** How many titles, links and dates were compared. */
  readonly compared: number;
  readonly others: number;
  readonly othersRight: number;
  /** What is not right, or empty. */
  readonly why: string;
}

/** The value of Python's string literals, joined where `+` joins them. */
function pythonString(literals: string): string {
  return [...literals.matchAll(/u?r?(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g)]
    .map(([, single, double]) =>
      (single ?? double ?? "")
        .replace(/\\u([0-9a-f]{4})|\\x([0-9a-f]{2})/gi, (_, long: string, short: string) =>
          String.fromCharCode(Number.parseInt(long ?? short, 16)),
        )
        .replace(/\\([nrt'"\\])/g, (_, mark: string) => ({ n: "\n", r: "\r", t: "\t" })[mark] ?? mark),
    )
    .join("");
}

const STRING = "u?(?:'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")";
const PATH = "(?:entries\\[\\d+\\]|feed)(?:\\['\\w+'\\]|\\.\\w+)(?:\\[\\d+\\]\\['value'\\])?";
const EQUATION = new RegExp(`((?:${PATH} == )+)(${STRING}(?: \\+ ${STRING})*|\\([\\d, ]+\\))`, "g");

function expectations(comment: string): Expectation[] {
  return [...comment.matchAll(EQUATION)].flatMap(([, paths = "", written = ""]) =>
    paths
      .split(" == ")
      .filter(Boolean)
      .map((path) => {
        const [, index, field = ""] = /^(?:entries\[(\d+)\]|feed)(?:\['|\.)(\w+)/.exec(path)!;
        const value = written.startsWith("(") ? pythonTime(written) : pythonString(written);
        return { entry: index === undefined ? null : Number(index), field: field.replace(/_parsed$/, ""), value };
      }),
  );
}

/** ISO 8601 of a Python time tuple, which is in UTC. */
function pythonTime(tuple: string): string {
  const [year = 0, month = 1, day, hour, minute, second] = tuple.slice(1, -1).split(",").map(Number);
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second)).toISOString();
}

const plain = (html: string | null): string =>
  (html ?? "")
    .replace(/<(script|style)[\s>][\s\S]*?<\/\1>/gi, "")
    .replace(/<\/?[a-z!][^>]*>/gi, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
const instant = (value: string): string => new Date(value).toISOString();

type Comparison = (entry: FeedEntry, value: string) => boolean;

const DECISIVE: Readonly<Record<string, Comparison>> = {
  title: ({ title }, value) => [value, plain(value)].includes(title ?? ""),
  link: ({ url }, value) => url === new URL(value).href,
  published: ({ publishedAt }, value) => publishedAt?.toISOString() === instant(value),
  created: ({ publishedAt }, value) => publishedAt?.toISOString() === instant(value),
  updated: ({ modifiedAt }, value) => modifiedAt?.toISOString() === instant(value),
  modified: ({ modifiedAt }, value) => modifiedAt?.toISOString() === instant(value),
};
const withoutSpaces = (text: string): string => text.replace(/\s/g, "");
const loosely = (text: string | null, value: string): boolean =>
  [value, plain(value)].map(withoutSpaces).includes(withoutSpaces(text ?? ""));
const OTHER: Readonly<Record<string, Comparison>> = {
  id: ({ id }, value) => id === value,
  guid: ({ id }, value) => id === value,
  author: ({ author }, value) => author !== null && value.includes(author),
  summary: ({ summary }, value) => loosely(summary, value),
  description: ({ summary, html }, value) => loosely(summary, value) || loosely(plain(html), value),
  content: ({ html }, value) => loosely(plain(html), value),
};
const OF_FEED: Readonly<Record<string, (feed: Feed, value: string) => boolean>> = {
  title: ({ title }, value) => loosely(title, value),
  link: ({ link }, value) => link === new URL(value).href,
  language: ({ language }, value) => language?.toLowerCase() === value.toLowerCase(),
};

/** How many entries the file holds, told without parsing it; comments, CDATA, sources and contents hold none. */
function countEntries(text: string): number {
  const bare = text
    .replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g, "")
    .replace(/<(\w+:)?(content|items)[\s>][\s\S]*?<\/\1?\2>/gi, "");
  return [...bare.matchAll(/<(?:\w+:)?(?:item|entry)(?=[\s/>])/gi)].length;
}

/** Whether the bytes are that text in that encoding. */
function isTextIn(encoding: string, bytes: Uint8Array, text: string): boolean {
  return iconv.decode(Buffer.from(bytes), encoding === "us-ascii" ? "utf-8" : encoding) === text;
}

function judge(file: string): Result {
  const path = file.slice(CORPUS.length + 1);
  const parts = path.split("/");
  const kind = parts[0] === "wellformed" ? parts.slice(0, 2).join("/") : parts[0]!;
  const bytes = readFileSync(file);
  const comment = /<!--[\s\S]*?-->/.exec(bytes.toString("latin1").replaceAll("\0", ""))?.[0] ?? "";
  const header = (name: string): string | null =>
    new RegExp(`Header:\\s*${name}:\\s*(.*)`, "i").exec(comment)?.[1]?.trim() ?? null;
  const address = new URL(header("Content-Location") ?? "", `${HOST}/${path}`).href;
  const contentType = header("Content-type");
  const outcome = { file: path, kind, compared: 0, others: 0, othersRight: 0 };
  try {
    const feed = readFeed(bytes, { name: path, contentType, address });
    // The comment again, for what it says beyond ASCII.
    const text = decodeFeed(bytes, path, contentType);
    const expected = expectations(/<!--[\s\S]*?-->/.exec(text)?.[0] ?? "");
    const wrong: string[] = [];
    const count = countEntries(text);
    if (count !== feed.entries.length) wrong.push(`${feed.entries.length} entries instead of ${count}`);
    const encoding = /\bencoding == '([\w-]+)'/.exec(comment)?.[1];
    if (encoding !== undefined && !isTextIn(encoding, bytes, text)) wrong.push(`the text is not what ${encoding} gives`);
    for (const { entry: index, field, value } of expected) {
      const entry = index === null ? undefined : feed.entries[index];
      if (index === null) {
        const same = OF_FEED[field];
        if (same === undefined) continue;
        outcome.others++;
        if (same(feed, value)) outcome.othersRight++;
        continue;
      }
      const decisive = DECISIVE[field];
      const other = OTHER[field];
      if (decisive !== undefined) {
        outcome.compared++;
        if (entry === undefined || !decisive(entry, value))
          wrong.push(`${field} is not ${JSON.stringify(value)}: ${JSON.stringify(entry)}`);
      } else if (other !== undefined) {
        outcome.others++;
        if (entry !== undefined && other(entry, value)) outcome.othersRight++;
      }
    }
    return { ...outcome, right: wrong.length === 0, why: wrong.join("; ") };
  } catch (error) {
    return { ...outcome, right: false, why: error instanceof Error ? error.message : String(error) };
  }
}

/** Every file of the corpus, judged. */
export function judgeCorpus(): readonly Result[] {
  return globSync(`${CORPUS}/**/*.xml`).sort().map(judge);
}

/** Prints how many feeds of each kind are read right. */
export function benchFeeds(): void {
  if (!existsSync(CORPUS)) {
    say(`feeds: left out, ${CORPUS} is missing`);
    return;
  }
  const results = judgeCorpus();
  const line = (kind: string, of: readonly Result[]): void => {
    const right = of.filter((result) => result.right);
    const expecting = of.filter(({ compared }) => compared > 0);
    const sum = (field: "others" | "othersRight") => of.reduce((total, result) => total + result[field], 0);
    const aim = AIMS[kind] === undefined ? "" : ` (aim: at least ${AIMS[kind]} %)`;
    say(
      `feeds: ${kind.padEnd(26)} ${String(right.length).padStart(4)} of ${String(of.length).padStart(4)} right, ${((100 * right.length) / of.length).toFixed(1).padStart(5)} %; ` +
        `expecting ${expecting.filter((result) => result.right).length} of ${expecting.length}; other ${sum("othersRight")} of ${sum("others")}${aim}`,
    );
  };
  for (const [kind, of] of Map.groupBy(results, (result) => result.kind)) if (kind.includes("/")) line(kind, of ?? []);
  for (const [kind, of] of Map.groupBy(results, (result) => result.kind.split("/")[0]!)) line(kind, of ?? []);
  for (const { file, right, why } of results) if (!right) say(`feeds: not right: ${file}: ${why}`);
}
