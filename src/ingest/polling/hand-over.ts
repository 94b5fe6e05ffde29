import type { FetchedFeed } from "../answers.ts";
import type { Fetcher } from "../fetch.ts";
import { SHORTEST } from "./waits.ts";

/** A fetcher of feeds that can be given an answer beforehand. */
export interface HandOver extends Pick<Fetcher, "fetchFeed"> {
  /** The answer of a feed, for whoever asks it next, if that is soon. */
  hand(address: string, fetched: FetchedFeed): void;
}

/** Whoever adds a feed has asked it already; the first poll takes that answer, so that it is asked once. */
export function createHandOver(fetcher: Pick<Fetcher, "fetchFeed">, now: () => Date): HandOver {
  const handed = new Map<string, { readonly fetched: FetchedFeed; readonly until: number }>();
  return {
    hand: (address, fetched) => void handed.set(address, { fetched, until: now().getTime() + SHORTEST }),
    async fetchFeed(address, options) {
      const known = handed.get(address);
      handed.delete(address);
      return known !== undefined && known.until > now().getTime() ? known.fetched : fetcher.fetchFeed(address, options);
    },
  };
}
