import type { HtmlDocument } from "./dom.ts";
import { canonicalUrl, isSameSite } from "./url.ts";

/** Paths of a site's front page. */
const FRONT_PAGE = /^\/(?:(?:index|home|default)(?:\.\w{1,5})?)?$/i;
/** What an address has more than another of the same article: how it is shown, or which part of it. */
const RENDITION = /^\/(?:amp(?:\.html)?|print|mobile|full|all|page[-/]?\d{1,3}|(?:index|default)\.\w{1,5})?\/?$/i;
/** Query parameters that choose an article rather than how it is shown. */
const CHOOSES = /(?:^|[-_.])(?:p|a|q|art|article|story|item|post|doc|nr|no|slug|title|url)$|id$/i;

function isFrontPage({ pathname, search }: URL): boolean {
  return FRONT_PAGE.test(pathname) && search === "";
}

/** Whether `given` is a section that holds `fetched`, which no page of the section may pass for: "/news/" of "/news/2026/talks". */
function isSection(given: URL, fetched: URL): boolean {
  const folder = given.pathname.replace(/\/$/, "");
  return fetched.pathname.startsWith(`${folder}/`) && !RENDITION.test(fetched.pathname.slice(folder.length));
}

/** Whether `given` has lost the part of the query that chose the article: "/read" of "/read?id=7". */
function losesChoice(given: URL, fetched: URL): boolean {
  if (given.pathname !== fetched.pathname) return false;
  return [...fetched.searchParams].some(([name]) => CHOOSES.test(name) && !given.searchParams.has(name));
}

/** Whether a page that was fetched from one address may call itself by the other: else articles would be taken for one another. */
function mayBeCalled(given: URL, fetched: URL): boolean {
  if (!isSameSite(given.href, fetched.href)) return false;
  if (isFrontPage(fetched)) return true;
  return !isFrontPage(given) && !isSection(given, fetched) && !losesChoice(given, fetched);
}

/**
 * The canonical address of a page: the first that it gives itself and may be called by, else `from`, where it was fetched. Of a file only
 * what is no front page counts. `further` come after the page's own `<link rel="canonical">`.
 */
export function pageUrl(
  document: HtmlDocument,
  further: readonly (string | null | undefined)[],
  from: string | null,
): string | null {
  const fetched = from === null ? null : canonicalUrl(from);
  const base = baseOf(document, from);
  const canonical = document.querySelector("link[rel~=canonical][href]")?.getAttribute("href");
  for (const value of [canonical, ...further]) {
    const url = value ? canonicalUrl(value, base) : null;
    if (url === null) continue;
    if (fetched === null ? !isFrontPage(new URL(url)) : mayBeCalled(new URL(url), new URL(fetched))) return url;
  }
  return fetched;
}

/** What relative addresses in the page start from (HTML standard, 2.4.3). */
function baseOf(document: HtmlDocument, from: string | null): string | undefined {
  const written = document.querySelector("base[href]")?.getAttribute("href");
  return (written ? URL.parse(written, from ?? undefined)?.href : undefined) ?? from ?? undefined;
}
