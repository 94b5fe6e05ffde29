import type { FeedTrouble, FollowedFeed } from "../model.ts";
import { body, type Card, note } from "./card.ts";
import { ago, ahead, period } from "./times.ts";

/** What went wrong by the status of the answer, and what a person can do about it. */
const BY_STATUS: readonly (readonly [statuses: (status: number) => boolean, happened: string, remedy: string])[] = [
  [
    (status) => status === 410,
    "The site says that this feed is gone for good",
    "Look for another feed on the site and add that.",
  ],
  [(status) => status === 404, "The site has no feed at this address", "Look for its new address on the site and add that."],
  [
    (status) => status === 401 || status === 402 || status === 403,
    "The site does not let us read the feed",
    "Open it in a browser: a feed behind a login cannot be followed.",
  ],
  [(status) => status === 429, "The site says that it is asked too often", "Nothing, it passes by itself."],
  [
    (status) => status >= 500,
    "The site has trouble of its own",
    "Nothing, unless it goes on for days: then look at the site in a browser.",
  ],
  [() => true, "The site answers without a feed", "Open the address in a browser, and add the feed's new one."],
];

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** What happened, as a sentence, and what can be done. */
function tell({ status, problem }: FeedTrouble): { happened: string; remedy: string } {
  if (status !== null) {
    const [, happened, remedy] = BY_STATUS.find(([fits]) => fits(status))!;
    return { happened: `${happened} (${status}).`, remedy };
  }
  const colon = problem.indexOf(": ");
  return { happened: `It ${problem.slice(0, colon)}.`, remedy: sentence(problem.slice(colon + 2)) };
}

const plans = ({ nextPoll }: FollowedFeed, now: Date): string =>
  nextPoll === null ? "It is asked no more." : `It is asked again ${ahead(nextPoll, now)}.`;

/** How a feed is doing, in a sentence or a few. */
export function feedHealth(feed: FollowedFeed, now: Date): string {
  const { trouble, askedAt, answeredAt, nextPoll } = feed;
  if (trouble !== null) {
    const { happened, remedy } = tell(trouble);
    const since = trouble.failures > 1 ? `Not read for ${period(now.getTime() - trouble.since.getTime())}. ` : "";
    return `${since}${happened} ${plans(feed, now)} What you can do: ${remedy}`;
  }
  if (askedAt === null || answeredAt === null) return "Not asked yet.";
  return `Well: asked ${ago(askedAt, now)}, and again ${nextPoll === null ? "no more" : ahead(nextPoll, now)}.`;
}

/** What a feed is called. */
export const feedName = ({ title, address }: Pick<FollowedFeed, "title" | "address">): string => title ?? address;

/** Word into the channel that added a feed, when it could not be read for a day or is gone. */
export function feedNotice(feed: FollowedFeed, now: Date): Card {
  return {
    title: `A feed cannot be read: ${feedName(feed)}`,
    blocks: [body(feedHealth(feed, now)), note(`${feed.address}; to stop following it, type /feed remove ${feed.address}`)],
  };
}
