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

/**
 * Is given each address that a fetch comes to, the first and what redirects lead to, with the work of asking it: to do when its turn has
 * come, or to refuse by throwing. The work of one address is over before the gate is given the next.
 */
export type Gate = <T>(url: string, ask: () => Promise<T>) => Promise<T>;

/** How to ask; without a gate at once. */
interface AskOptions {
  readonly gate?: Gate;
}

/** Reads pages and feeds from the web; both throw nothing but FetchRefuseds and what the gate throws. */
export interface Fetcher {
  fetchPage(address: string, options?: AskOptions): Promise<Fetched>;
  /** With `validators` of an earlier answer the feed comes only where it has changed since. */
  fetchFeed(address: string, options?: AskOptions & { readonly validators?: Validators }): Promise<FetchedFeed>;
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

/** One request of a fetch; `address` is what was asked for, and what refusals name. */
interface Hop<T> {
  readonly address: string;
  readonly url: URL;
  readonly headers: Record<string, string>;
  readonly read: (response: Dispatcher.ResponseData, url: string) => Promise<T>;
  readonly left: number;
}

type Answered<T> = { readonly answer: T } | { readonly next: URL; readonly isForGood: boolean };

const straight: Gate = (_, ask) => ask();

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

  /** Asks one address, for as long as is `left` in milliseconds, and reads the answer; where it redirects, says where to. */
  async function hop<T>({ address, url, headers, read, left }: Hop<T>): Promise<Answered<T>> {
    const abort = new AbortController();
    const signal = options.signal === undefined ? abort.signal : AbortSignal.any([abort.signal, options.signal]);
    const endAfter = (time: number, rest: string): NodeJS.Timeout =>
      setTimeout(() => abort.abort(new FetchRefused(address, rest, { passing: true })), time);
    const totalTimer = endAfter(left, "takes too long to load: try again later.");
    const headersTimer = endAfter(limits.headersTime, "does not answer: try again later.");
    try {
      const response = await ask(url, headers, signal).finally(() => clearTimeout(headersTimer));
      const location = headerOf(response, "location");
      try {
        if (!REDIRECTS.has(response.statusCode) || !location) return { answer: await read(response, url.href) };
        const next = checkedUrl(location, url.href, isPublic);
        return { next, isForGood: isForGood(response.statusCode, url, next) };
      } finally {
        response.body.on("error", () => {}).destroy();
      }
    } catch (error) {
      if (options.signal?.aborted) throw new FetchRefused(address, "was not read: try again.", { passing: true });
      throw asRefusal(error, address);
    } finally {
      clearTimeout(totalTimer);
    }
  }

  /** Follows redirects to an answer and reads it; what `gate` makes wait costs nothing of the time it may take. */
  async function fetch<T>(
    address: string,
    headers: Record<string, string>,
    { gate = straight }: AskOptions,
    read: Hop<T>["read"],
  ): Promise<{ readonly answer: T; readonly permanentAddress: string | null; readonly address: string }> {
    let url = checkedUrl(address, undefined, isPublic);
    let left = limits.totalTime;
    let permanentAddress: string | null = null;
    let isPermanent = true;
    for (let redirects = 0; redirects <= limits.redirects; redirects++) {
      const answered = await gate(url.href, async () => {
        const begun = performance.now();
        try {
          return await hop({ address, url, headers, read, left });
        } finally {
          left -= performance.now() - begun;
        }
      });
      if ("answer" in answered) return { answer: answered.answer, address: url.href, permanentAddress };
      url = answered.next;
      isPermanent &&= answered.isForGood;
      if (isPermanent) permanentAddress = url.href;
    }
    throw new FetchRefused(address, `redirects more than ${limits.redirects} times: give the address it ends at.`);
  }

  return {
    fetchPage: async (address, asked = {}) => {
      const read: Hop<Fetched>["read"] = (response, url) => readPageAnswer(response, url, limits.pageBytes);
      return (await fetch(address, { accept: ACCEPT_PAGE }, asked, read)).answer;
    },
    fetchFeed: async (address, asked = {}) => {
      const headers = conditions(asked.validators);
      const limit = { bytes: limits.feedBytes, conditional: Object.keys(headers).length > 0 };
      const { answer, ...place } = await fetch(address, { accept: ACCEPT_FEED, ...headers }, asked, (response, url) =>
        readFeedAnswer(response, url, limit),
      );
      return { ...place, ...answer };
    },
    close: () => agent.destroy(),
  };
}
