import { authorNames } from "./author.ts";
import { cleanLine } from "./clean.ts";
import { readDate } from "./dates.ts";
import type { HtmlDocument } from "./dom.ts";
import { readLinkedArticle } from "./json-ld.ts";
import { pageUrl } from "./page-url.ts";
import type { SourceText } from "./text.ts";

/** Names of `<meta>` elements by what they tell, the most exact first; Open Graph, Dublin Core, and those of common publishing systems. */
const META = {
  title: ["og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title"],
  outlet: ["og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher"],
  author: ["author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author"],
  published: [
    ...[
      "article:published_time",
      "og:article:published_time",
      "datepublished",
      "date.issued",
      "dcterms.issued",
      "dc.date.issued",
    ],
    ...["parsely-pub-date", "sailthru.date", "pubdate", "publish-date", "publication_date", "dcterms.created", "dc.date", "date"],
  ],
  modified: [
    ...["article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "dcterms.modified"],
    ...["dc.date.modified", "last-modified", "revised"],
  ],
  language: ["og:locale", "content-language", "dc.language"],
} as const;

/** What stands between a title and its outlet in the title of a page. */
const TITLE_BORDER = /\s(?:[|·•»:–—-]|::)\s/g;

/** A page that repeats an element more often than this says nothing by it. */
const MOST_ELEMENTS = 50;
const LONGEST_BYLINE = 120;

type Metadata = Omit<SourceText, "text">;

/** The contents of the `<meta>` elements of each name, by name in lower case. */
function readMeta(document: HtmlDocument): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const meta of document.querySelectorAll("meta[content]")) {
    const content = cleanLine(meta.getAttribute("content") ?? "");
    if (content === "") continue;
    const names = ["property", "name", "itemprop", "http-equiv"].map((attribute) => meta.getAttribute(attribute) ?? "");
    for (const name of new Set(names.join(" ").toLowerCase().split(/\s+/))) {
      const contents = found.get(name) ?? [];
      if (contents.length < MOST_ELEMENTS) contents.push(content);
      found.set(name, contents);
    }
  }
  return found;
}

/** The words of the only element a selector finds; null where there is none, or which one is meant is not clear. */
function soleText(document: HtmlDocument, selector: string): string | null {
  const found = new Set<string>();
  for (const element of [...document.querySelectorAll(selector)].slice(0, MOST_ELEMENTS))
    found.add(cleanLine(element.textContent ?? ""));
  found.delete("");
  return found.size === 1 ? [...found][0]! : null;
}

/** The title without " | Outlet" at its end or "Outlet - " at its beginning, where that is the outlet. */
function withoutOutlet(title: string, outlet: string | null): string {
  const borders = [...title.matchAll(TITLE_BORDER)];
  const [first, last] = [borders[0], borders.at(-1)];
  if (first === undefined || last === undefined || outlet === null) return title;
  const isOutlet = (part: string): boolean => part.trim().toLowerCase() === outlet.toLowerCase();
  if (isOutlet(title.slice(last.index + last[0].length))) return title.slice(0, last.index).trim();
  return isOutlet(title.slice(0, first.index)) ? title.slice(first.index + first[0].length).trim() : title;
}

/** The page's own `<title>`, cut to its only first heading where it begins with that. */
function pageTitle(document: HtmlDocument): string | null {
  const title = cleanLine(document.querySelector("head > title, body > title")?.textContent ?? "") || null;
  const heading = soleText(document, "h1");
  return title === null || (heading !== null && title.toLowerCase().startsWith(heading.toLowerCase()))
    ? (heading ?? title)
    : title;
}

/** Where pages say when they were published or changed: microdata, hAtom, h-entry, and for the first a `<time>` alone. */
const TIMES = {
  published: [
    ...["[itemprop~=datePublished]", "time[pubdate]", "time.published", "time.dt-published"],
    ...["article time[datetime]", "main time[datetime]", "time[datetime]"],
  ],
  modified: ["[itemprop~=dateModified]", "time.updated", "time.dt-updated"],
} as const;

/** The date the page gives in its own words; null where several are given, for one may belong to another article. */
function pageDate(document: HtmlDocument, selectors: readonly string[]): Date | null {
  for (const selector of selectors) {
    const instants = new Set<number>();
    for (const element of [...document.querySelectorAll(selector)].slice(0, MOST_ELEMENTS)) {
      const value = element.getAttribute("datetime") ?? element.getAttribute("content") ?? element.textContent ?? "";
      const date = readDate(value);
      if (date !== null) instants.add(date.getTime());
    }
    if (instants.size > 0) return instants.size === 1 ? new Date([...instants][0]!) : null;
  }
  return null;
}

/** The author the page marks, or the only line that begins "By" where authors are named by a class. */
function pageAuthor(document: HtmlDocument): string | null {
  const marked = soleText(document, "[rel~=author], [itemprop~=author]");
  if (marked !== null) return marked;
  const line = soleText(document, ".byline, .by-line, .author, .article-author");
  return line !== null && /^by\s/i.test(line) && line.length <= LONGEST_BYLINE ? line : null;
}

/** The language tag (BCP 47) in its usual spelling, or null where it is none. */
export function languageTag(value: string | null | undefined): string | null {
  try {
    return Intl.getCanonicalLocales((value ?? "").trim().replace("_", "-"))[0] ?? null;
  } catch {
    return null;
  }
}

/**
 * What a page says about itself: JSON-LD first, then `<meta>` (Open Graph before others), then the page; null where it says nothing.
 * `from` is where it was fetched.
 */
export function readMetadata(document: HtmlDocument, from: string | null): Metadata {
  const meta = readMeta(document);
  const all = (names: readonly string[]): string[] => names.flatMap((name) => meta.get(name) ?? []);
  const first = (names: readonly string[]): string | null => all(names)[0] ?? null;
  const date = (names: readonly string[]): Date | null =>
    all(names)
      .map(readDate)
      .find((each) => each !== null) ?? null;
  const ownAddresses = meta.get("og:url") ?? [];
  const linked = readLinkedArticle(document, pageUrl(document, ownAddresses, from));
  const outlet = linked?.outlet ?? first(META.outlet);
  const title = linked?.title ?? first(META.title) ?? pageTitle(document);
  const named = META.author.map((name) => authorNames(meta.get(name) ?? [])).find((names) => names !== null);
  return {
    title: title === null ? null : withoutOutlet(title, outlet) || null,
    outlet,
    author: linked?.author ?? named ?? authorNames([pageAuthor(document) ?? ""]),
    publishedAt: linked?.publishedAt ?? date(META.published) ?? pageDate(document, TIMES.published),
    modifiedAt: linked?.modifiedAt ?? date(META.modified) ?? pageDate(document, TIMES.modified),
    url: pageUrl(document, [...ownAddresses, ...(linked?.addresses ?? [])], from),
    language: languageTag(linked?.language) ?? languageTag(first(META.language)) ?? languageTag(declaredLanguage(document)),
  };
}

const declaredLanguage = (document: HtmlDocument): string | null => document.documentElement?.getAttribute("lang") ?? null;
