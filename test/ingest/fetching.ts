import { expect, onTestFinished } from "vitest";
import { FetchRefused } from "../../src/ingest/errors.ts";
import { createFetcher, type Fetcher, type FetcherOptions } from "../../src/ingest/fetch.ts";

/** A fetcher that may ask the loopback address, and is closed after the test. */
export function makeFetcher(options: Partial<FetcherOptions> = {}): Fetcher {
  const made = createFetcher({ allowPrivateNetwork: true, ...options });
  onTestFinished(() => made.close());
  return made;
}

export async function refusalOf(asking: Promise<unknown>): Promise<FetchRefused> {
  const error = await asking.catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(FetchRefused);
  return error as FetchRefused;
}

/** What the refusal of a page says, with the address of the test's own server called HOST. */
export async function pageRefusal(address: string, options: Partial<FetcherOptions> = {}): Promise<string> {
  const { message } = await refusalOf(makeFetcher(options).fetchPage(address));
  return message.replace(/127\.0\.0\.1:\d+/g, "HOST");
}
