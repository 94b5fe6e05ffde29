import { extractStatements } from "../statements/extract.ts";
import { IngestError } from "./errors.ts";
import type { Feed } from "./feed/feed.ts";
import { createReader, type FeedToRead, type ReadArticle, type ReadText, type TextToRead } from "./reader.ts";
import type { Raw, RawEntry } from "./reading.ts";

/** What a reading thread sends back; an error would lose its class on the way. */
export type Reply<T> = { readonly done: T } | { readonly refused: Pick<IngestError, "rest" | "isPage"> };

const reader = createReader(extractStatements);

const reply = <T>(result: T | IngestError): Reply<T> =>
  result instanceof IngestError ? { refused: { rest: result.rest, isPage: result.isPage } } : { done: result };

export const readArticle = async (raw: Raw | RawEntry): Promise<Reply<ReadArticle>> => reply(await reader.readArticle(raw));

export const readText = async (given: TextToRead): Promise<Reply<ReadText>> => reply(await reader.readText(given));

export const readFeed = async (given: FeedToRead): Promise<Reply<Feed>> => reply(await reader.readFeed(given));
