import { authorNames } from "./author.ts";
import { cleanLine } from "./clean.ts";
import { readDate } from "./dates.ts";
import type { HtmlDocument } from "./dom.ts";
import { canonicalUrl } from "./url.ts";

/** What schema.org metadata in a page says about its article; null where it says nothing. */
export interface LinkedArticle {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly publishedAt: Date | null;
  readonly modifiedAt: Date | null;
  /** As given, the most exact first: not yet resolved. */
  readonly addresses: readonly string[];
  readonly language: string | null;
}

type Json = Readonly<Record<string, unknown>>;

/** schema.org/Article and what is under it. */
const ARTICLE_TYPE = /(?:Article|Posting|Report)$/;
/** Properties that hold articles other than the page's. */
const OF_OTHERS: ReadonlySet<string> = new Set(
  "itemListElement liveBlogUpdate mentions citation isBasedOn hasPart comment review subjectOf".split(" "),
);
const DEEPEST = 6;
const MOST_NODES = 10_000;
const MOST_NAMES = 50;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** An object with how deep it stands in its script. */
interface Found {
  readonly object: Json;
  readonly depth: number;
}

/** Every object in a value, outermost first, as deep as metadata goes. */
function objectsIn(root: unknown): Found[] {
  const found: Found[] = [];
  let level: unknown[] = [root];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
    const below: unknown[] = [];
    for (const value of level) {
      if (found.length + below.length > MOST_NODES) return found;
      if (isObject(value)) found.push({ object: value, depth });
      if (typeof value !== "object" || value === null) continue;
      for (const [key, child] of Object.entries(value)) if (!OF_OTHERS.has(key)) below.push(child);
    }
    level = below;
  }
  return found;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(
      text
        .trim()
        .replace(/^<!\[CDATA\[/, "")
        .replace(/\]\]>$/, ""),
    );
  } catch {
    return null;
  }
}

/** Many publishing systems write HTML into these fields: `&amp;#8217;` is an apostrophe. */
function words(document: HtmlDocument, value: unknown): string | null {
  if (typeof value !== "string" || value.length > 2_000) return null;
  if (!value.includes("&")) return cleanLine(value) || null;
  const element = document.createElement("p");
  element.innerHTML = value.replaceAll("<", "&lt;");
  return cleanLine(element.textContent ?? "") || null;
}

const isArticle = ({ object }: Found): boolean =>
  asList(object["@type"]).some((type) => typeof type === "string" && ARTICLE_TYPE.test(type)) &&
  typeof object["headline"] === "string";

/** The addresses that an article is given, the most exact first. */
function addressesOf(article: Json): string[] {
  const pages = asList(article["mainEntityOfPage"]).map((page) => (isObject(page) ? (page["@id"] ?? page["url"]) : page));
  const urls = [...asList(article["url"]).slice(0, MOST_NAMES), ...pages.slice(0, MOST_NAMES), article["@id"]];
  return urls.filter((url) => typeof url === "string");
}

/** The one that has the page's address, else the outermost; null where several are outermost, for nobody knows which is meant. */
function articleOf(articles: readonly Found[], address: string | null): Json | null {
  const named = articles.find(
    ({ object }) => address !== null && addressesOf(object).some((url) => canonicalUrl(url, address) === address),
  );
  if (named !== undefined) return named.object;
  const depth = articles.reduce((least, each) => Math.min(least, each.depth), DEEPEST);
  const outermost = articles.filter((each) => each.depth === depth).map(({ object }) => object);
  const headlines = new Set(outermost.map((article) => article["headline"]));
  return headlines.size === 1 ? outermost[0]! : null;
}

/** The first of the values that is a date. */
function dateOf(value: unknown): Date | null {
  const dates = asList(value).map((each) => (typeof each === "string" ? readDate(each) : null));
  return dates.find((date) => date !== null) ?? null;
}

/** The article that the page's JSON-LD describes; null where it describes none, or several. `address` is the page's. */
export function readLinkedArticle(document: HtmlDocument, address: string | null): LinkedArticle | null {
  const found: Found[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    found.push(...objectsIn(parseJson(script.textContent ?? "")));
  }
  const article = articleOf(found.filter(isArticle), address);
  if (article === null) return null;
  const named = found.map(({ object }) => object).filter((object) => "name" in object);
  const byId = new Map(named.map((object) => [object["@id"], object]));
  const wordsOf = (value: unknown): string | null => {
    const [first] = asList(value);
    return words(document, isObject(first) ? first["@value"] : first);
  };
  const nameOf = (value: unknown): string | null =>
    isObject(value) ? wordsOf(value["name"] ?? byId.get(value["@id"])?.["name"]) : wordsOf(value);
  const namesOf = (value: unknown): string[] =>
    asList(value)
      .slice(0, MOST_NAMES)
      .map(nameOf)
      .filter((name) => name !== null && !/^https?:/i.test(name)) as string[];
  return {
    title: words(document, article["headline"]),
    outlet: namesOf(article["publisher"])[0] ?? null,
    author: authorNames(namesOf(article["author"])),
    publishedAt: dateOf(article["datePublished"]),
    modifiedAt: dateOf(article["dateModified"]),
    addresses: addressesOf(article),
    language: typeof article["inLanguage"] === "string" ? article["inLanguage"] : null,
  };
}
