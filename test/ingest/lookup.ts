import type { FetcherOptions } from "../../src/ingest/fetch.ts";

/** A name server that gives these addresses to a name. */
export function lookupOf(answer: (name: string) => readonly string[]): NonNullable<FetcherOptions["lookup"]> {
  const lookup = (name: string, _: object, callback: (error: null, found: { address: string; family: number }[]) => void) => {
    const found = answer(name).map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    callback(null, found);
  };
  return lookup as never;
}
