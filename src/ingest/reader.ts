import type { Span, Statement } from "../model.ts";
import { IngestError, printable } from "./errors.ts";
import type { Feed } from "./feed/feed.ts";
import type { FeedHints } from "./feed/read-feed.ts";
import { isRead } from "./language.ts";
import { type Draft, type Raw, type RawEntry, readDraft, readText } from "./reading.ts";
import { readSentences } from "./sentences.ts";

/** Who said what in a text, with the sentences of the text. */
interface Reading {
  readonly sentences: readonly Span[];
  readonly statements: readonly Statement[];
}

/** An article with who said what in it. */
export interface ReadArticle extends Reading {
  readonly draft: Draft;
}

/** A text with who said what in it. */
export interface ReadText extends Reading {
  readonly text: string;
}

/** What `Reader.readText` is given: the id for the statements, and a text, or bytes that hold one. */
export interface TextToRead {
  readonly articleId: string;
  readonly source: Raw | string;
}

/** What `Reader.readFeed` is given. */
export interface FeedToRead {
  readonly bytes: Uint8Array;
  readonly hints: FeedHints;
}

/** Does all the work with one article or feed that needs neither network nor library; what cannot be read is a refusal, never an error. */
export interface Reader {
  /** How many articles it can read at the same time. */
  readonly atOnce: number;
  /** An entry whose feed does not carry its whole article is a refusal. */
  readArticle(raw: Raw | RawEntry): Promise<ReadArticle | IngestError>;
  /** A text file as it is, header and all; of HTML the article. */
  readText(given: TextToRead): Promise<ReadText | IngestError>;
  readFeed(given: FeedToRead): Promise<Feed | IngestError>;
  /** Gives up what is being read. */
  close(): Promise<void>;
}

async function orRefusal<T>(read: () => Promise<T>): Promise<T | IngestError> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof IngestError) return error;
    throw error;
  }
}

/** Reads in this thread, which can do nothing else meanwhile. */
export function createReader(extract: (articleId: string, text: string) => Reading): Reader {
  function find(articleId: string, text: string, name: string): Reading {
    try {
      return extract(articleId, text);
    } catch (error) {
      // One article that trips our own reader must not keep out those after it.
      const cause = printable(String(error)).slice(0, 100);
      throw new IngestError(name, `could not be searched for statements (${cause}): please report this article.`);
    }
  }
  return {
    atOnce: 1,
    readArticle: (raw) =>
      orRefusal(async () => {
        const draft = await readDraft(raw);
        if (isRead(draft.language)) return { draft, ...find(draft.id, draft.text, raw.name) };
        return { draft, sentences: readSentences(draft.text, draft.language), statements: [] };
      }),
    readText: ({ articleId, source }) =>
      orRefusal(async () => {
        const text = typeof source === "string" ? source : await readText(source);
        return { text, ...find(articleId, text, articleId) };
      }),
    readFeed: ({ bytes, hints }) =>
      orRefusal(async () => {
        const { readFeed } = await import("./feed/read-feed.ts");
        return readFeed(bytes, hints);
      }),
    close: async () => {},
  };
}
