import type { Article } from "../model.ts";
import { cleanLine } from "./clean.ts";
import { readDate } from "./dates.ts";
import { decode } from "./decode.ts";
import { IngestError } from "./errors.ts";
import { canonicalUrl } from "./url.ts";

/** The longest article, in UTF-16 code units: ten times the longest report; more is a book or a mistake. */
const LONGEST_ARTICLE = 500_000;
const LONGEST_TITLE = 150;

/** An article with what its source says about itself; null where it does not say. */
export interface SourceText extends Pick<Article, "title" | "outlet" | "author" | "publishedAt" | "modifiedAt" | "url" | "text"> {
  /** A language tag of BCP 47 ("en-GB"). */
  readonly language: string | null;
}

/** Gives the text back, or throws an IngestError where it holds no words or too many. */
export function requireArticle(text: string, name: string): string {
  if (!/[\p{L}\p{N}]/u.test(text)) throw new IngestError(name, "is empty: give a file or page with an article in it.");
  if (text.length <= LONGEST_ARTICLE) return text;
  const [length, most] = [text.length, LONGEST_ARTICLE].map((count) => count.toLocaleString("en-GB"));
  throw new IngestError(name, `has ${length} characters and one article may have ${most}: split it into its articles.`);
}

/** The text of a plain text file as it is, without an initial byte order mark; throws an IngestError where that is no article. */
export function readPlainText(bytes: Uint8Array, name: string, charset?: string | null): string {
  return requireArticle(decode(bytes, { name, charset: charset ?? null }), name);
}

const HEADER_LINE = /^(title|outlet|author|date|updated|url|language):[ \t]+(\S.*)$/i;
const LINE = /([^\r\n]*)(\r\n|\r|\n|$)/y;

/** The line that begins at `start`, and where the next one begins. */
function lineAt(text: string, start: number): { line: string; next: number } {
  LINE.lastIndex = start;
  const [whole = "", line = ""] = LINE.exec(text) ?? [];
  return { line, next: start + whole.length };
}

/** Where the first line that is not blank begins, from `start` on. */
function afterBlankLines(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const { line, next } = lineAt(text, at);
    if (line.trim() !== "") break;
    at = next;
  }
  return at;
}

/** A first line is a title when it is short, does not end as a sentence does, and a blank line and more text follow it. */
function titleLine(text: string, start: number): { title: string; next: number } | null {
  const first = lineAt(text, start);
  const title = first.line.trim();
  if (title === "" || title.length > LONGEST_TITLE || /[.!?:;,…"”’»)\]]$/.test(title)) return null;
  const second = lineAt(text, first.next);
  const next = afterBlankLines(text, first.next);
  return second.line.trim() === "" && next < text.length ? { title, next } : null;
}

/**
 * Parts a plain text from what it says about itself at its top, which is either a header, lines of `Title:`, `Outlet:`, `Author:`,
 * `Date: 2026-05-01`, `Updated: 2026-05-02`, `URL: https://...`, `Language: en` in any order, closed by a blank line, or a title alone on its line. What remains is
 * a verbatim end of the given text. Without either the whole text is the article.
 */
export function splitHeader(text: string): SourceText {
  const fields = new Map<string, string>();
  let at = afterBlankLines(text, 0);
  const start = at;
  let found = HEADER_LINE.exec(lineAt(text, at).line);
  while (found !== null) {
    const key = found[1]!.toLowerCase();
    if (!fields.has(key)) fields.set(key, found[2]!.trim());
    at = lineAt(text, at).next;
    found = HEADER_LINE.exec(lineAt(text, at).line);
  }
  const closed = lineAt(text, at).line.trim() === "" && fields.size > 0;
  if (!closed) fields.clear();
  let body = closed ? afterBlankLines(text, at) : start;
  const heading = fields.has("title") ? null : titleLine(text, body);
  if (heading !== null) body = heading.next;
  const get = (key: string): string | null => cleanLine(fields.get(key) ?? "") || null;
  return {
    title: get("title") ?? (cleanLine(heading?.title ?? "") || null),
    outlet: get("outlet"),
    author: get("author"),
    publishedAt: readDate(get("date") ?? ""),
    modifiedAt: readDate(get("updated") ?? ""),
    url: canonicalUrl(get("url") ?? ""),
    language: get("language"),
    text: text.slice(body),
  };
}
