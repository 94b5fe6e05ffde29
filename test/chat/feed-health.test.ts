import { expect, test } from "vitest";
import { feedHealth, feedNotice } from "../../src/chat/feed-health.ts";
import { ago, ahead, every, period } from "../../src/chat/times.ts";
import type { FeedTrouble, FollowedFeed } from "../../src/model.ts";

const NOW = new Date("2026-05-05T12:00:00Z");
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);

const feed: FollowedFeed = {
  address: "https://valley.example/feed",
  title: "Valley Post",
  nextPoll: minutes(25),
  askedAt: minutes(-5),
  answeredAt: minutes(-5),
  trouble: null,
  lastArticle: null,
};
const trouble = (known: Partial<FeedTrouble>): FeedTrouble => ({
  since: minutes(-5),
  failures: 1,
  status: null,
  problem: "",
  ...known,
});

test.each<[string, Partial<FollowedFeed>, string]>([
  ["well", {}, "Well: asked 5 minutes ago, and again in 25 minutes."],
  ["due", { nextPoll: minutes(-1) }, "Well: asked 5 minutes ago, and again now."],
  ["new", { askedAt: null, answeredAt: null }, "Not asked yet."],
  [
    "gone",
    { trouble: trouble({ status: 410 }), nextPoll: null },
    "The site says that this feed is gone for good (410). It is asked no more. What you can do: Look for another feed on the site and add that.",
  ],
  [
    "missing",
    { trouble: trouble({ status: 404 }) },
    "The site has no feed at this address (404). It is asked again in 25 minutes. What you can do: Look for its new address on the site and add that.",
  ],
  [
    "closed",
    { trouble: trouble({ status: 403 }) },
    "The site does not let us read the feed (403). It is asked again in 25 minutes. What you can do: Open it in a browser: a feed behind a login cannot be followed.",
  ],
  [
    "busy",
    { trouble: trouble({ status: 429 }) },
    "The site says that it is asked too often (429). It is asked again in 25 minutes. What you can do: Nothing, it passes by itself.",
  ],
  [
    "failing for long",
    { trouble: trouble({ status: 503, failures: 9, since: minutes(-3 * 1440) }), nextPoll: minutes(1440) },
    "Not read for 3 days. The site has trouble of its own (503). It is asked again in a day. What you can do: Nothing, unless it goes on for days: then look at the site in a browser.",
  ],
  [
    "odd",
    { trouble: trouble({ status: 418 }) },
    "The site answers without a feed (418). It is asked again in 25 minutes. What you can do: Open the address in a browser, and add the feed's new one.",
  ],
  [
    "out of reach",
    { trouble: trouble({ problem: "is at a host that nobody knows: check the address." }) },
    "It is at a host that nobody knows. It is asked again in 25 minutes. What you can do: Check the address.",
  ],
  [
    "no feed",
    { trouble: trouble({ problem: "is a web page, not a feed: give the address of its RSS, Atom or JSON feed." }) },
    "It is a web page, not a feed. It is asked again in 25 minutes. What you can do: Give the address of its RSS, Atom or JSON feed.",
  ],
])("a feed that is %s", (_, known, expected) => expect(feedHealth({ ...feed, ...known }, NOW)).toBe(expected));

test("a notice names the feed, what is the matter, and how to be rid of it", () => {
  const gone = { ...feed, trouble: trouble({ status: 410 }), nextPoll: null };
  expect(feedNotice(gone, NOW)).toMatchObject({
    title: "A feed cannot be read: Valley Post",
    blocks: [
      { text: expect.stringMatching(/^The site says that this feed is gone for good \(410\)\. /) },
      { text: "https://valley.example/feed; to stop following it, type /feed remove https://valley.example/feed" },
    ],
  });
});

test.each<[number, string, string]>([
  [0.2, "a minute", "every minute"],
  [1, "a minute", "every minute"],
  [5, "5 minutes", "every 5 minutes"],
  [59, "59 minutes", "every 59 minutes"],
  [59.9, "an hour", "every hour"],
  [90, "2 hours", "every 2 hours"],
  [23 * 60, "23 hours", "every 23 hours"],
  [1440, "a day", "every day"],
  [10_000, "7 days", "every 7 days"],
])("%d minutes are %s", (count, expected, often) => {
  expect([period(count * 60_000), every(count * 60_000)]).toEqual([expected, often]);
});

test("a moment ago and a moment ahead", () => {
  expect([ago(NOW, NOW), ago(minutes(-2), NOW), ahead(NOW, NOW), ahead(minutes(120), NOW), ahead(minutes(-9), NOW)]).toEqual([
    ...["just now", "2 minutes ago", "now", "in 2 hours", "now"],
  ]);
});
