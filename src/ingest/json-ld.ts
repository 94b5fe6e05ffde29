import { cleanLine } from "./clean.ts";
import { readDate } from "./dates.ts";
import type { HtmlDocument } from "./dom.ts";

/** What schema.org metadata in a page says about its article; null where it says nothing. */
export interface LinkedArticle {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly publishedAt: Date | null;
  /** As given: not yet resolved. */
  readonly url: string | null;
  readonly language: string | null;
}

type Json = Readonly<Record<string, unknown>>;

/** schema.org/Article and what is under it. */
const ARTICLE_TYPE = /(?:Article|Posting|Report)$/;
const DEEPEST = 6;
const MOST_NODES = 10_000;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** Every object in a value, outermost first, as deep as metadata goes. */
function objectsIn(root: unknown): Json[] {
  const found: Json[] = [];
  let level: unknown[] = [root];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
    const below: unknown[] = [];
    for (const value of level) {
      if (found.length + below.length > MOST_NODES) return found;
      if (isObject(value)) found.push(value);
      if (typeof value === "object" && value !== null) for (const child of Object.values(value)) below.push(child);
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

/** The article that the page's JSON-LD describes; null where it describes none. */
export function readLinkedArticle(document: HtmlDocument): LinkedArticle | null {
  const objects: Json[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    objects.push(...objectsIn(parseJson(script.textContent ?? "")));
  }
  const isArticle = (object: Json): boolean =>
    asList(object["@type"]).some((type) => typeof type === "string" && ARTICLE_TYPE.test(type)) &&
    typeof object["headline"] === "string";
  const article = objects.find(isArticle);
  if (article === undefined) return null;
  const byId = new Map(objects.filter((object) => "name" in object).map((object) => [object["@id"], object]));
  const nameOf = (value: unknown): string | null => {
    if (!isObject(value)) return words(document, value);
    return words(document, value["name"] ?? byId.get(value["@id"])?.["name"]);
  };
  const namesOf = (value: unknown): string | null =>
    asList(value)
      .map(nameOf)
      .filter((name) => name !== null && !/^https?:/i.test(name))
      .join(", ") || null;
  const page = article["mainEntityOfPage"];
  const urls = [article["url"], isObject(page) ? page["@id"] : page];
  return {
    title: words(document, article["headline"]),
    outlet: namesOf(asList(article["publisher"])[0]),
    author: namesOf(article["author"]),
    publishedAt: typeof article["datePublished"] === "string" ? readDate(article["datePublished"]) : null,
    url: (urls.find((url) => typeof url === "string") as string | undefined) ?? null,
    language: typeof article["inLanguage"] === "string" ? article["inLanguage"] : null,
  };
}
