import type { Delivery, Post } from "../../src/model.ts";

/** A run of digest 1, sent in time unless more is given. */
export const makeDelivery = (known: Partial<Delivery> = {}): Delivery => ({
  ...{ key: 1, workspace: "w", kind: "digest", number: 1, occasion: "2026-05-05T08:00:00.000Z", missed: 0, after: 0, upTo: 0 },
  place: { platform: "terminal", channel: "c" },
  due: new Date("2026-05-05T08:00:00Z"),
  claimedAt: new Date("2026-05-05T08:00:00Z"),
  ...{ state: "claimed", account: {}, endedAt: null, posts: [] },
  ...known,
});

export const makePost = (known: Partial<Post> = {}): Post => ({
  ...{ id: "p", part: 0, content: null, state: "planned", attempts: 0, firstAttemptAt: null, attemptedAt: null, retryAt: null },
  ...{ message: null, link: null, said: null },
  ...known,
});
