import type { Dispatcher } from "undici";
import { readBody } from "./body.ts";
import { FetchRefused } from "./errors.ts";
import { statusRefusal } from "./network-errors.ts";

/** One page as it came. */
export interface Fetched {
  readonly bytes: Uint8Array;
  readonly kind: "html" | "text";
  /** The charset of the Content-Type header. */
  readonly charset: string | null;
  /** Where the last redirect led. */
  readonly url: string;
}

/** What an earlier answer said to tell it by (RFC 9110, 8.8), as its headers had it. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What a server says beside a feed, as its headers have it; null for a header that is not there. */
interface FeedHeaders extends Validators {
  readonly cacheControl: string | null;
  readonly expires: string | null;
  readonly retryAfter: string | null;
}

/** One feed as it came, or word that it is as it was. */
export interface FetchedFeed {
  /** "unchanged" where the validators still hold: there are no bytes then. */
  readonly kind: "feed" | "unchanged";
  /** Where the last redirect led. */
  readonly address: string;
  /** Where it is from now on: what permanent redirects (301, 308) led to before any other; null where there was none. */
  readonly permanentAddress: string | null;
  readonly bytes: Uint8Array;
  /** The whole Content-Type header. */
  readonly contentType: string | null;
  readonly headers: FeedHeaders;
}

/** Media types that may hold an article. */
const PAGE_KINDS: Readonly<Record<string, "html" | "text">> = {
  "text/html": "html",
  "application/xhtml+xml": "html",
  "text/plain": "text",
};

export const ACCEPT_PAGE = "text/html, application/xhtml+xml, text/plain;q=0.8";

/** Media types that feeds come with, right or wrong; some servers know no type for them, or that of any bytes. */
const FEED_TYPE = /^(?:text\/.*|application\/(?:.*[+-])?(?:xml|json|rss|atom|rdf)|(?:application|binary)\/octet-stream|)$/;

/** A page comes last: it may name the feed. */
export const ACCEPT_FEED =
  "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, " +
  "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1";

const PERMANENT: ReadonlySet<number> = new Set([301, 308]);

/** Whether a redirect tells where something is from now on. One from https to http is followed, for its outlet says so, but not for good. */
export function isForGood(status: number, from: URL, to: URL): boolean {
  return PERMANENT.has(status) && !(from.protocol === "https:" && to.protocol === "http:");
}

/** The values of a header, joined as RFC 9110, 5.3, has it; null where it is not there. */
export function headerOf(response: Dispatcher.ResponseData, name: string): string | null {
  const value = response.headers[name];
  return value === undefined ? null : [value].flat().join(", ");
}

const mediaType = (contentType: string | null): string => (contentType ?? "").split(";", 1)[0]!.trim().toLowerCase();

function charsetOf(contentType: string | null): string | null {
  const [, ...parameters] = (contentType ?? "").split(";");
  const labels = parameters.map((parameter) => /^\s*charset\s*=\s*"?([\w.:-]+)/i.exec(parameter)?.[1]);
  return labels.find((label) => label !== undefined) ?? null;
}

function requireStatus(response: Dispatcher.ResponseData, address: string, status: number): void {
  if (response.statusCode !== status) throw statusRefusal(response.statusCode, address, headerOf(response, "retry-after"));
}

/** The page in an answer, which may have `bytes` bytes; throws a FetchRefused where it holds none. */
export async function readPageAnswer(response: Dispatcher.ResponseData, url: string, bytes: number): Promise<Fetched> {
  requireStatus(response, url, 200);
  const contentType = headerOf(response, "content-type");
  const kind = PAGE_KINDS[mediaType(contentType)];
  if (kind === undefined) throw new FetchRefused(url, "is not a web page or plain text: give the address of an article.");
  const limit = { bytes, remedy: "give the page of one article." };
  const body = await readBody(response.body, headerOf(response, "content-encoding") ?? "", url, limit);
  return { bytes: body, kind, charset: charsetOf(contentType), url };
}

/** The feed in an answer, which may have `bytes` bytes, but for where it was found; throws a FetchRefused where it cannot hold one. */
export async function readFeedAnswer(
  response: Dispatcher.ResponseData,
  address: string,
  { bytes, conditional }: { readonly bytes: number; readonly conditional: boolean },
): Promise<Omit<FetchedFeed, "address" | "permanentAddress">> {
  const header = (name: string): string | null => headerOf(response, name);
  const contentType = header("content-type");
  const headers: FeedHeaders = {
    etag: header("etag"),
    lastModified: header("last-modified"),
    cacheControl: header("cache-control"),
    expires: header("expires"),
    retryAfter: header("retry-after"),
  };
  if (conditional && response.statusCode === 304) return { kind: "unchanged", bytes: new Uint8Array(), contentType, headers };
  requireStatus(response, address, 200);
  if (!FEED_TYPE.test(mediaType(contentType))) {
    throw new FetchRefused(address, "is not a feed: give the address of an RSS, Atom or JSON feed.");
  }
  const limit = { bytes, remedy: "give a feed with fewer entries." };
  const body = await readBody(response.body, header("content-encoding") ?? "", address, limit);
  return { kind: "feed", bytes: body, contentType, headers };
}
