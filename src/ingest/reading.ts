import { basename } from "node:path";
import type { Article } from "../model.ts";
import { type DecodeHints, decode } from "./decode.ts";
import { IngestError, printable } from "./errors.ts";
import type { EntryOfFeed } from "./feed-article.ts";
import { hashOf } from "./hash.ts";
import { languageOf } from "./language.ts";
import { readPlainText, requireArticle, type SourceText, splitHeader } from "./text.ts";
import { canonicalUrl } from "./url.ts";

/** One article as it came, before anything is read: plain data, which another thread can be given. */
export interface Raw {
  /** What refusals call it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly kind: "html" | "text";
  /** The charset of the HTTP header. */
  readonly charset: string | null;
  /** The absolute path of a file, or null. */
  readonly path: string | null;
  /** Where a page was fetched from, after its redirects, or null. */
  readonly address: string | null;
}

/** An entry of a feed that may carry its whole article, as plain data too. */
export interface RawEntry extends EntryOfFeed {
  readonly kind: "entry";
  /** What refusals call it. */
  readonly name: string;
}

/** An article before its sentences and statements are read. */
export type Draft = Omit<Article, "sentences">;

/** The article of a page; its parsers take half a second to load, which plain text shall not pay. */
async function readHtmlArticle({ bytes, address }: Raw, hints: DecodeHints): Promise<SourceText> {
  const { readPage } = await import("./page.ts");
  return readPage(decode(bytes, { ...hints, html: true }), hints.name, address);
}

function readPlainArticle({ bytes, address }: Raw, { name, charset }: DecodeHints): SourceText {
  const article = splitHeader(readPlainText(bytes, name, charset));
  requireArticle(article.text, name);
  // A page may not pass for another's by naming its address.
  return address === null ? article : { ...article, url: canonicalUrl(address) };
}

/** The article of an entry; throws an IngestError where its feed does not carry the whole of it. */
async function readEntry(raw: RawEntry): Promise<Draft> {
  const { readFeedArticle } = await import("./feed-article.ts");
  const article = readFeedArticle(raw);
  if (article === null) throw new IngestError(raw.name, "is not whole in its feed: give the address of its page.");
  const language = languageOf(article.text, article.language);
  return { ...article, language, id: hashOf(article.url ?? `${raw.address} ${raw.entry.id}`), file: null };
}

/** The article of a file, a page or an entry; throws IngestErrors. */
export async function readDraft(raw: Raw | RawEntry): Promise<Draft> {
  if (raw.kind === "entry") return readEntry(raw);
  const { name, charset, kind, path } = raw;
  const hints = { name, charset };
  const article = kind === "html" ? await readHtmlArticle(raw, hints) : readPlainArticle(raw, hints);
  const file = path === null ? null : printable(basename(path));
  const language = languageOf(article.text, article.language);
  return { ...article, language, id: hashOf(article.url ?? path ?? article.text), file };
}

/** The text of a file or page: of plain text as it is, without an initial byte order mark, of HTML the article's. Throws IngestErrors. */
export async function readText(raw: Raw): Promise<string> {
  const { name, charset, kind, bytes } = raw;
  return kind === "html" ? (await readHtmlArticle(raw, { name, charset })).text : readPlainText(bytes, name, charset);
}
