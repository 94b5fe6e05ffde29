import type { Added } from "../store/added.ts";
import type { Store } from "../store/store.ts";
import { articleOf } from "./article.ts";
import { IngestError } from "./errors.ts";
import { inOrder } from "./in-order.ts";
import type { Reader } from "./reader.ts";
import { type Draft, readDraft } from "./reading.ts";
import { findSources, type SourceOptions } from "./sources.ts";

/** One file or page that was asked for: an article, or why it is none. */
export type Found = { readonly target: string } & ({ readonly draft: Draft } | { readonly refusal: IngestError });

/** Reads files, folders and addresses one after the other, in this thread; a refusal of one does not stop the others. */
export async function* readArticles(targets: Iterable<string>, options: SourceOptions): AsyncGenerator<Found> {
  for await (const source of findSources(targets, options)) {
    if ("refusal" in source) {
      yield source;
      continue;
    }
    const { target, raw } = source;
    try {
      yield { target, draft: await readDraft(raw) };
    } catch (error) {
      if (!(error instanceof IngestError)) throw error;
      yield { target, refusal: error };
    }
  }
}

/** What became of one file or page; `reason` is a sentence, given for refusals alone. */
export interface Outcome {
  readonly outcome: Added | "refused";
  readonly target: string;
  readonly title: string | null;
  readonly reason: string | null;
  readonly articleId: string | null;
  /** As `Article.language`. */
  readonly language: string | null;
}

/** Where articles go, and what reads them. */
export interface IngestOptions extends SourceOptions {
  readonly store: Pick<Store, "addArticle">;
  readonly workspace: string;
  readonly reader: Pick<Reader, "atOnce" | "readArticle">;
}

/**
 * Adds files, folders and addresses to a workspace's library, each in its own transaction and in their order, however many are read at the
 * same time. An error of the store ends it and is passed on; so does `signal`, with an AbortError, between two transactions, once the
 * reader has done or given up what it has in hand.
 */
export async function* ingest(targets: Iterable<string>, options: IngestOptions): AsyncGenerator<Outcome> {
  const { store, workspace, reader, signal } = options;
  const results = inOrder(
    findSources(targets, options),
    async (source) => ({
      target: source.target,
      read: "refusal" in source ? source.refusal : await reader.readArticle(source.raw),
    }),
    { atOnce: reader.atOnce, signal },
  );
  for await (const { target, read } of results) {
    if (read instanceof IngestError) {
      yield { outcome: "refused", target, title: null, reason: read.message, articleId: null, language: null };
      continue;
    }
    const article = articleOf(read);
    const outcome = await store.addArticle(workspace, article, read.statements);
    const { id, title, language } = article;
    yield { outcome, target, title, reason: null, articleId: id, language };
  }
}
