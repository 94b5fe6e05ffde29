import { createHash } from "node:crypto";
import { basename, resolve } from "node:path";
import type { Article, Span, Statement } from "../model.ts";
import type { Added, Store } from "../store/store.ts";
import { type DecodeHints, decode } from "./decode.ts";
import { IngestError, printable } from "./errors.ts";
import type { Fetcher } from "./fetch.ts";
import { findFiles, kindOfFile, readBytes } from "./files.ts";
import { readPlainText, requireArticle, type SourceText, splitHeader } from "./text.ts";
import { canonicalUrl, isUrl } from "./url.ts";

/** An article before its statements are read. */
interface Draft extends SourceText {
  /** As `Article.id`. */
  readonly id: string;
  /** Name of the file it was read from, without its folder. */
  readonly file: string | null;
}

/** One file or page that was asked for: an article, or why it is none. */
export type Found = { readonly target: string } & ({ readonly draft: Draft } | { readonly refusal: IngestError });

/** What reading needs to know; `onProgress` hears of each file and page before it is read. */
export interface ReadOptions {
  readonly allowPrivateNetwork: boolean;
  readonly onProgress?: (target: string) => void;
}

const identity = (key: string): string => createHash("sha256").update(key).digest("hex").slice(0, 16);

/** The article of a page; its parsers take half a second to load, which plain text shall not pay. */
async function readHtmlArticle(bytes: Uint8Array, hints: DecodeHints, from: string | null): Promise<SourceText> {
  const { readPage } = await import("./page.ts");
  return readPage(decode(bytes, { ...hints, html: true }), hints.name, from);
}

function readPlainArticle(bytes: Uint8Array, { name, charset }: DecodeHints): SourceText {
  const article = splitHeader(readPlainText(bytes, name, charset));
  requireArticle(article.text, name);
  return article;
}

/** The text of an article's file: of plain text as it is, without an initial byte order mark, of HTML the article's. Throws IngestErrors. */
export async function readFileText(path: string): Promise<string> {
  const bytes = await readBytes(path);
  if (kindOfFile(path) === "text") return readPlainText(bytes, path);
  return (await readHtmlArticle(bytes, { name: path }, null)).text;
}

async function readFileArticle(path: string): Promise<Draft> {
  const bytes = await readBytes(path);
  const plain = kindOfFile(path) === "text";
  const article = plain ? readPlainArticle(bytes, { name: path }) : await readHtmlArticle(bytes, { name: path }, null);
  return { ...article, id: identity(article.url ?? resolve(path)), file: printable(basename(path)) };
}

async function readUrlArticle(address: string, fetcher: Fetcher): Promise<Draft> {
  const { bytes, kind, charset, url } = await fetcher.fetch(address);
  const hints = { name: address, charset };
  const html = kind === "html";
  const article = html ? await readHtmlArticle(bytes, hints, url) : { ...readPlainArticle(bytes, hints), url: canonicalUrl(url) };
  return { ...article, id: identity(article.url ?? article.text), file: null };
}

async function found(target: string, read: () => Promise<Draft>): Promise<Found> {
  try {
    return { target: printable(target), draft: await read() };
  } catch (error) {
    if (error instanceof IngestError) return { target: printable(target), refusal: error };
    throw error;
  }
}

/** Reads files, folders and addresses one after the other; a refusal of one does not stop the others. */
export async function* readArticles(targets: Iterable<string>, options: ReadOptions): AsyncGenerator<Found> {
  let fetcher: Fetcher | null = null;
  try {
    for (const target of targets) {
      if (isUrl(target)) {
        fetcher ??= (await import("./fetch.ts")).createFetcher(options);
        const reader = fetcher;
        options.onProgress?.(printable(target));
        yield await found(target, () => readUrlArticle(target, reader));
        continue;
      }
      for await (const file of findFiles(target)) {
        if (file instanceof IngestError) {
          yield { target: file.target, refusal: file };
          continue;
        }
        options.onProgress?.(printable(file));
        yield await found(file, () => readFileArticle(file));
      }
    }
  } finally {
    await fetcher?.close();
  }
}

/** What became of one file or page; `reason` is a sentence, given for refusals alone. */
export interface Outcome {
  readonly outcome: Added | "refused";
  readonly target: string;
  readonly title: string | null;
  readonly reason: string | null;
  readonly articleId: string | null;
}

/** Where articles go, and what reads their statements. */
export interface IngestOptions extends ReadOptions {
  readonly store: Pick<Store, "addArticle">;
  readonly workspace: string;
  readonly extract: (articleId: string, text: string) => { sentences: readonly Span[]; statements: readonly Statement[] };
}

/** Adds files, folders and addresses to a workspace's library, each in its own transaction. An error of the store ends it and is passed on. */
export async function* ingest(targets: Iterable<string>, options: IngestOptions): AsyncGenerator<Outcome> {
  for await (const result of readArticles(targets, options)) {
    const { target } = result;
    const refused = (error: IngestError): Outcome => ({
      outcome: "refused",
      target,
      title: null,
      reason: error.message,
      articleId: null,
    });
    if ("refusal" in result) {
      yield refused(result.refusal);
      continue;
    }
    const { id, title, outlet, publishedAt, url, file, text } = result.draft;
    let reading: ReturnType<IngestOptions["extract"]>;
    try {
      reading = options.extract(id, text);
    } catch (error) {
      // One article that trips our own reader must not keep out those after it.
      const cause = printable(String(error)).slice(0, 100);
      yield refused(new IngestError(target, `could not be searched for statements (${cause}): please report this article.`));
      continue;
    }
    const article: Article = { id, title, outlet, publishedAt, url, file, text, sentences: reading.sentences };
    const outcome = await options.store.addArticle(options.workspace, article, reading.statements);
    yield { outcome, target, title, reason: null, articleId: id };
  }
}
