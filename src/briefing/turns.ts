import type { Arrivals } from "../store/news-store.ts";
import { giveWay } from "./give-way.ts";

const AT_ONCE = 200; // arrivals

/**
 * A range of arrivals in short ones, the newest first, between which others get their turn. What is read of one in a single turn is of one
 * moment. An article or a statement that moves meanwhile, into the place of another, passes for one that came in before: it may be met
 * twice, and is never missed.
 */
export async function* inTurns({ after, upTo }: Arrivals, atOnce = AT_ONCE): AsyncGenerator<Arrivals> {
  for (let last = upTo; last > after; last -= atOnce) {
    if (last < upTo) await giveWay();
    yield { after: Math.max(after, last - atOnce), upTo: last };
  }
}
