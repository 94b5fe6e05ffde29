import { lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { pipeline, type Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { Agent, type Dispatcher, request } from "undici";
import manifest from "../../package.json" with { type: "json" };
import { isPublicAddress, literalAddress } from "./address.ts";
import { IngestError } from "./errors.ts";
import { asRefusal, statusRefusal } from "./network-errors.ts";

/** Bounds of one fetch; times in milliseconds, bytes after decompression. */
interface FetchLimits {
  readonly redirects: number;
  readonly headersTime: number;
  readonly totalTime: number;
  readonly bytes: number;
}

const LIMITS: FetchLimits = { redirects: 5, headersTime: 10_000, totalTime: 30_000, bytes: 5_000_000 };

const HEADERS = {
  "user-agent": `OnRecord/${manifest.version}`,
  accept: "text/html, application/xhtml+xml, text/plain;q=0.8",
  // Servers disagree on whether `deflate` has a wrapper (RFC 9110, 8.4.1.2), so it is read but not asked for.
  "accept-encoding": "gzip, br",
};

/** Media types that may hold an article. */
const KINDS: Readonly<Record<string, "html" | "text">> = {
  "text/html": "html",
  "application/xhtml+xml": "html",
  "text/plain": "text",
};

const DECODERS = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
} as const;

/** One page as it came. */
interface Fetched {
  readonly bytes: Uint8Array;
  readonly kind: "html" | "text";
  /** The charset of the Content-Type header. */
  readonly charset: string | null;
  /** Where the last redirect led. */
  readonly url: string;
}

/** Reads pages from the web; `fetch` throws nothing but IngestErrors. */
export interface Fetcher {
  fetch(address: string): Promise<Fetched>;
  close(): Promise<void>;
}

/** What a Fetcher may do; `limits`, `lookup` (as `dns.lookup`) and `isPublic` are for tests, which have no other network than loopback. */
export interface FetcherOptions {
  readonly allowPrivateNetwork: boolean;
  /** Breaks off every fetch. */
  readonly signal?: AbortSignal;
  readonly limits?: Partial<FetchLimits>;
  readonly lookup?: typeof systemLookup;
  readonly isPublic?: (address: string) => boolean;
}

/** Resolves a name to public addresses only, and connects to those: asking twice would let the second answer differ (DNS rebinding). */
function publicLookup(lookup: typeof systemLookup, isPublic: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, []);
      const allowed = found.filter(({ address }) => isPublic(address));
      const [first] = allowed;
      if (first === undefined) callback(Object.assign(new Error("not a public address"), { code: "ON_RECORD_PRIVATE" }), []);
      else if (options.all) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}

/** The address to ask, checked for everything that can be seen without asking a name server. */
function checkedUrl(address: string, base: string | undefined, isPublic: (address: string) => boolean): URL {
  const url = URL.parse(address, base);
  const name = base ?? address;
  const redirected = base === undefined ? "" : "redirects to an address that ";
  if (url === null) throw new IngestError(name, `${redirected}is not complete: give one like https://example.org/article.`);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new IngestError(name, `${redirected}is neither http nor https: give the address of a web page.`);
  }
  if (url.username !== "" || url.password !== "") {
    throw new IngestError(name, `${redirected}holds a user name or password: give an address that anyone may read.`);
  }
  const literal = literalAddress(url.hostname);
  if (literal !== null && !isPublic(literal)) {
    throw new IngestError(name, `${redirected}leads into a private network: set ALLOW_PRIVATE_NETWORK=1 if that is meant.`);
  }
  return url;
}

/** The body without its compression, at most `most` bytes of it: what is longer is broken off while it streams. */
async function readBody(body: Readable, encoding: string, address: string, most: number): Promise<Uint8Array> {
  const tooLong = (): IngestError =>
    new IngestError(address, `is longer than ${most / 1_000_000} MB: give the page of one article.`);
  const names = encoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim());
  const codings = names.filter((name) => name !== "" && name !== "identity");
  if (codings.length > 1 || codings.some((name) => !Object.hasOwn(DECODERS, name))) {
    throw new IngestError(address, "sent a compression that was not asked for: save the page as a file and give that.");
  }
  const [coding] = codings;
  const decoded = coding === undefined ? body : pipeline(body, DECODERS[coding as keyof typeof DECODERS](), () => {});
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of decoded as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > most) throw tooLong();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

const header = (response: Dispatcher.ResponseData, name: string): string => [response.headers[name] ?? ""].flat().join(",");

async function readResponse(response: Dispatcher.ResponseData, url: string, most: number): Promise<Fetched> {
  if (response.statusCode !== 200) throw statusRefusal(response.statusCode, url);
  const [type = "", ...parameters] = header(response, "content-type").split(";");
  const kind = KINDS[type.trim().toLowerCase()];
  if (kind === undefined) throw new IngestError(url, "is not a web page or plain text: give the address of an article.");
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*"?([\w.:-]+)/i.exec(parameter)?.[1])
    .find((label) => label !== undefined);
  const bytes = await readBody(response.body, header(response, "content-encoding"), url, most);
  return { bytes, kind, charset: charset ?? null, url };
}

/**
 * A reader of web pages that asks http and https alone, keeps out of private networks at every redirect and after name resolution, and
 * bounds time, redirects and size. Proxies of the environment are not used: behind one the address could not be checked.
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  const limits = { ...LIMITS, ...options.limits };
  const isPublic = options.allowPrivateNetwork ? () => true : (options.isPublic ?? isPublicAddress);
  const agent = new Agent({
    connect: { timeout: limits.headersTime, lookup: publicLookup(options.lookup ?? systemLookup, isPublic) },
  });

  /** Asks once, for as long as `signal` lets it. */
  async function ask(url: URL, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
    // undici notices a signal only once it is connected, so the wait ends here.
    const { promise: aborted, reject } = Promise.withResolvers<never>();
    const onAbort = (): void => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    try {
      return await Promise.race([request(url, { dispatcher: agent, headers: HEADERS, signal }), aborted]);
    } finally {
      signal.removeEventListener("abort", onAbort);
    }
  }

  async function follow(address: string, abort: AbortController): Promise<Fetched> {
    let url = checkedUrl(address, undefined, isPublic);
    for (let hop = 0; hop <= limits.redirects; hop++) {
      const headersTimer = setTimeout(
        () => abort.abort(new IngestError(address, "does not answer: try again later.")),
        limits.headersTime,
      );
      const response = await ask(url, abort.signal).finally(() => clearTimeout(headersTimer));
      const location = header(response, "location");
      const redirects = [301, 302, 303, 307, 308].includes(response.statusCode) && location !== "";
      try {
        if (!redirects) return await readResponse(response, url.href, limits.bytes);
        url = checkedUrl(location, url.href, isPublic);
      } finally {
        response.body.on("error", () => {}).destroy();
      }
    }
    throw new IngestError(address, `redirects more than ${limits.redirects} times: give the address it ends at.`);
  }

  return {
    async fetch(address) {
      const abort = new AbortController();
      const stop = (): void => abort.abort(new IngestError(address, "was not read: try again."));
      if (options.signal?.aborted) stop();
      options.signal?.addEventListener("abort", stop);
      const timer = setTimeout(
        () => abort.abort(new IngestError(address, "takes too long to load: try again later.")),
        limits.totalTime,
      );
      try {
        return await follow(address, abort);
      } catch (error) {
        throw asRefusal(error, address);
      } finally {
        clearTimeout(timer);
        options.signal?.removeEventListener("abort", stop);
      }
    },
    close: () => agent.destroy(),
  };
}
