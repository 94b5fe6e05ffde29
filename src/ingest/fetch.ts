import { lookup as systemLookup } from "node:dns";
import { Agent, type Dispatcher, request } from "undici";
import manifest from "../../package.json" with { type: "json" };
import { checkedUrl, isPublicAddress, publicLookup } from "./address.ts";
import {
  ACCEPT_FEED,
  ACCEPT_PAGE,
  type Fetched,
  type FetchedFeed,
  headerOf,
  isForGood,
  readFeedAnswer,
  readPageAnswer,
  type Validators,
} from "./answers.ts";
import { ACCEPT_ENCODING } from "./body.ts";
import { FetchRefused } from "./errors.ts";
import { asRefusal } from "./network-errors.ts";

/** Bounds of one fetch; times in milliseconds, bytes after decompression. */
interface FetchLimits {
  readonly redirects: number;
  /** To the first byte of an answer. */
  readonly headersTime: number;
  /** In all, redirects included. */
  readonly totalTime: number;
  readonly pageBytes: number;
  readonly feedBytes: number;
}

const LIMITS: FetchLimits = {
  redirects: 5,
  headersTime: 10_000,
  totalTime: 30_000,
  pageBytes: 5_000_000,
  feedBytes: 10_000_000,
};

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Reads pages and feeds from the web; both throw nothing but FetchRefuseds. */
export interface Fetcher {
  fetchPage(address: string): Promise<Fetched>;
  /** With `validators` of an earlier answer the feed comes only where it has changed since. */
  fetchFeed(address: string, options?: { readonly validators?: Validators }): Promise<FetchedFeed>;
  close(): Promise<void>;
}

/** What a Fetcher may do; `limits`, `lookup` (as `dns.lookup`) and `isPublic` are for tests, which have no other network than loopback. */
export interface FetcherOptions {
  readonly allowPrivateNetwork: boolean;
  /** Where to reach whoever runs this: servers are told. */
  readonly contact?: string | null;
  /** Breaks off every fetch. */
  readonly signal?: AbortSignal;
  readonly limits?: Partial<FetchLimits>;
  readonly lookup?: typeof systemLookup;
  readonly isPublic?: (address: string) => boolean;
}

/** Where an answer came from. */
interface Place {
  readonly address: string;
  readonly permanentAddress: string | null;
}

type Read<T> = (response: Dispatcher.ResponseData, place: Place) => Promise<T>;

function conditions(validators: Validators | undefined): Record<string, string> {
  const headers: Record<string, string> = {};
  if (validators?.etag) headers["if-none-match"] = validators.etag;
  if (validators?.lastModified) headers["if-modified-since"] = validators.lastModified;
  return headers;
}

/**
 * A reader of the web that asks http and https alone, keeps out of private networks at every redirect and after name resolution, and
 * bounds time, redirects and size. Proxies of the environment are not used: behind one the address could not be checked.
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  const limits = { ...LIMITS, ...options.limits };
  const isPublic = options.allowPrivateNetwork ? () => true : (options.isPublic ?? isPublicAddress);
  const agent = new Agent({
    connect: { timeout: limits.headersTime, lookup: publicLookup(options.lookup ?? systemLookup, isPublic) },
  });
  const common = {
    "user-agent": `OnRecord/${manifest.version}${options.contact ? ` (+${options.contact})` : ""}`,
    "accept-encoding": ACCEPT_ENCODING,
  };

  /** Asks once, for as long as `signal` lets it. */
  async function ask(url: URL, headers: Record<string, string>, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
    // undici notices a signal only once it is connected, so the wait ends here.
    const { promise: aborted, reject } = Promise.withResolvers<never>();
    const onAbort = (): void => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
    try {
      return await Promise.race([request(url, { dispatcher: agent, headers: { ...common, ...headers }, signal }), aborted]);
    } finally {
      signal.removeEventListener("abort", onAbort);
    }
  }

  /** Follows redirects to an answer and reads it. */
  async function follow<T>(
    address: string,
    headers: Record<string, string>,
    read: Read<T>,
    timer: { readonly signal: AbortSignal; abort(reason: FetchRefused): void },
  ): Promise<T> {
    let url = checkedUrl(address, undefined, isPublic);
    let permanentAddress: string | null = null;
    let isPermanent = true;
    for (let hop = 0; hop <= limits.redirects; hop++) {
      const onSilence = (): void => timer.abort(new FetchRefused(address, "does not answer: try again later."));
      const headersTimer = setTimeout(onSilence, limits.headersTime);
      const response = await ask(url, headers, timer.signal).finally(() => clearTimeout(headersTimer));
      const location = headerOf(response, "location");
      try {
        if (!REDIRECTS.has(response.statusCode) || !location)
          return await read(response, { address: url.href, permanentAddress });
        const next = checkedUrl(location, url.href, isPublic);
        isPermanent &&= isForGood(response.statusCode, url, next);
        if (isPermanent) permanentAddress = next.href;
        url = next;
      } finally {
        response.body.on("error", () => {}).destroy();
      }
    }
    throw new FetchRefused(address, `redirects more than ${limits.redirects} times: give the address it ends at.`);
  }

  async function fetch<T>(address: string, headers: Record<string, string>, read: Read<T>): Promise<T> {
    const abort = new AbortController();
    const signal = options.signal === undefined ? abort.signal : AbortSignal.any([abort.signal, options.signal]);
    const onEnd = (): void => abort.abort(new FetchRefused(address, "takes too long to load: try again later."));
    const totalTimer = setTimeout(onEnd, limits.totalTime);
    try {
      return await follow(address, headers, read, { signal, abort: (reason) => abort.abort(reason) });
    } catch (error) {
      if (options.signal?.aborted) throw new FetchRefused(address, "was not read: try again.");
      throw asRefusal(error, address);
    } finally {
      clearTimeout(totalTimer);
    }
  }

  return {
    fetchPage: (address) =>
      fetch(address, { accept: ACCEPT_PAGE }, (response, place) => readPageAnswer(response, place.address, limits.pageBytes)),
    fetchFeed: (address, { validators } = {}) => {
      const headers = conditions(validators);
      const answer = { bytes: limits.feedBytes, conditional: Object.keys(headers).length > 0 };
      return fetch(address, { accept: ACCEPT_FEED, ...headers }, async (response, place) => ({
        ...place,
        ...(await readFeedAnswer(response, place.address, answer)),
      }));
    },
    close: () => agent.destroy(),
  };
}
