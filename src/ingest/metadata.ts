import { cleanLine } from "./clean.ts";
import { readDate } from "./dates.ts";
import type { HtmlDocument } from "./dom.ts";
import { type LinkedArticle, readLinkedArticle } from "./json-ld.ts";
import type { SourceText } from "./text.ts";
import { canonicalUrl, isSameSite } from "./url.ts";

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
  language: ["og:locale", "content-language", "dc.language"],
} as const;

/** What stands between a title and its outlet in the title of a page. */
const TITLE_BORDER = /\s(?:[|·•»:–—-]|::)\s/g;

/** A page that repeats an element more often than this says nothing by it. */
const MOST_ELEMENTS = 50;

type Metadata = Omit<SourceText, "text">;

/** The first `<meta>` content of each name, by name in lower case. */
function readMeta(document: HtmlDocument): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const meta of document.querySelectorAll("meta[content]")) {
    const names = `${meta.getAttribute("property") ?? ""} ${meta.getAttribute("name") ?? ""} ${meta.getAttribute("itemprop") ?? ""} ${meta.getAttribute("http-equiv") ?? ""}`;
    const content = cleanLine(meta.getAttribute("content") ?? "");
    for (const name of names.toLowerCase().split(/\s+/)) if (content !== "" && !found.has(name)) found.set(name, content);
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

/** The title without " | Outlet" at its end, where that is the outlet. */
function withoutOutlet(title: string, outlet: string | null): string {
  const border = [...title.matchAll(TITLE_BORDER)].at(-1);
  if (border === undefined || outlet === null) return title;
  const after = title.slice(border.index + border[0].length);
  return after.toLowerCase() === outlet.toLowerCase() ? title.slice(0, border.index).trim() : title;
}

/** The page's own `<title>`, cut to its only first heading where it begins with that. */
function pageTitle(document: HtmlDocument): string | null {
  const title = cleanLine(document.querySelector("head > title, body > title")?.textContent ?? "") || null;
  const heading = soleText(document, "h1");
  return title === null || (heading !== null && title.toLowerCase().startsWith(heading.toLowerCase()))
    ? (heading ?? title)
    : title;
}

/** The day the page says it was published in its own words; null where several are given, for one may belong to another article. */
function pageDate(document: HtmlDocument): Date | null {
  for (const selector of [
    "[itemprop~=datePublished]",
    "time[pubdate]",
    "article time[datetime]",
    "main time[datetime]",
    "time[datetime]",
  ]) {
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

function isFrontPage(url: string): boolean {
  const { pathname, search } = new URL(url);
  return pathname === "/" && search === "";
}

/**
 * The address the page gives itself, where its site may speak for it: a page must not pass for another outlet's, nor every page of a
 * site for its front page. Else the address it came from.
 */
function pageUrl(
  document: HtmlDocument,
  meta: ReadonlyMap<string, string>,
  linked: LinkedArticle | null,
  from: string | null,
): string | null {
  const fetched = from === null ? null : canonicalUrl(from);
  const canonical = document.querySelector("link[rel~=canonical][href]")?.getAttribute("href");
  for (const value of [canonical, meta.get("og:url"), linked?.url]) {
    const url = value ? canonicalUrl(value, from ?? undefined) : null;
    if (url === null || (isFrontPage(url) && (fetched === null || !isFrontPage(fetched)))) continue;
    if (fetched === null || isSameSite(url, fetched)) return url;
  }
  return fetched;
}

/** The language tag (BCP 47) in its usual spelling, or null where it is none. */
export function languageTag(value: string | null | undefined): string | null {
  try {
    return Intl.getCanonicalLocales((value ?? "").trim().replace("_", "-"))[0] ?? null;
  } catch {
    return null;
  }
}

/** What a page says about itself: JSON-LD first, then `<meta>`, then the page; null where it says nothing. `from` is where it was fetched. */
export function readMetadata(document: HtmlDocument, from: string | null): Metadata {
  const meta = readMeta(document);
  const linked = readLinkedArticle(document);
  const first = (names: readonly string[]): string | null =>
    names.map((name) => meta.get(name)).find((value) => value !== undefined) ?? null;
  const outlet = linked?.outlet ?? first(META.outlet);
  const title = linked?.title ?? first(META.title) ?? pageTitle(document);
  const authors = META.author.map((name) => meta.get(name)).filter((value) => value !== undefined && !/^https?:/i.test(value));
  const author = linked?.author ?? authors[0] ?? soleText(document, "[rel~=author], [itemprop~=author]");
  const dates = META.published.map((name) => readDate(meta.get(name) ?? ""));
  return {
    title: title === null ? null : withoutOutlet(title, outlet) || null,
    outlet,
    author: author?.replace(/^by\s+/i, "") || null,
    publishedAt: linked?.publishedAt ?? dates.find((date) => date !== null) ?? pageDate(document),
    url: pageUrl(document, meta, linked, from),
    language: languageTag(document.documentElement?.getAttribute("lang") || linked?.language || first(META.language)),
  };
}
