import { expect, test } from "vitest";
import { isByHand, runLines } from "../../src/chat/run-words.ts";
import type { Delivery } from "../../src/model.ts";
import { makeDelivery, makePost } from "../digests/deliveries.ts";

const at = (time: string) => new Date(`2026-05-05T${time}:00Z`);
const show = (date: Date) => date.toISOString().slice(11, 16);
const ended = at("08:01");

test.each<[string, Partial<Delivery>, string[]]>([
  ["waits", {}, ["About to be posted."]],
  [
    "under way",
    { state: "sending", posts: [makePost({ state: "sent", link: "https://chat.example/1" }), makePost()] },
    ["Being sent, 1 of 2 messages there.", "https://chat.example/1"],
  ],
  [
    "tried again",
    {
      state: "sending",
      posts: [makePost({ state: "sending", attempts: 3, retryAt: at("08:05"), said: "Slack asks to be left alone." })],
    },
    ["Being sent.", "Tried 3 times: Slack asks to be left alone.", "It is tried again 08:05."],
  ],
  [
    "sent",
    {
      ...{ state: "sent", endedAt: ended, account: { stories: 1, statements: 4 } },
      posts: [makePost({ state: "sent", attempts: 2, said: "Once it was busy.", link: "https://chat.example/1" })],
    },
    ["Sent, 1 story and 4 statements.", "https://chat.example/1"],
  ],
  [
    "late",
    { state: "sent", endedAt: at("08:40"), missed: 2, account: { late: true } },
    ["Sent late.", "It came 08:40, for 08:00.", "It stands for 2 earlier runs too, when nothing could be posted."],
  ],
  ["nothing came", { state: "empty", endedAt: ended }, ["Nothing to post: no article came in."]],
  [
    "all was left out",
    {
      ...{ state: "empty", endedAt: ended },
      account: {
        articles: 1_200,
        leftOut: [
          { rule: "not about “dam”", articles: 1_199 },
          { rule: "told already", articles: 1 },
        ],
      },
    },
    [
      "Nothing to post: 1,200 articles came in, and nothing for it.",
      "Left out: 1,199 articles, not about “dam”.",
      "Left out: 1 article, told already.",
    ],
  ],
  [
    "too late",
    { state: "skipped", endedAt: ended, account: { problem: "It was more than an hour late: the next one tells it." } },
    ["Not sent.", "It was more than an hour late: the next one tells it."],
  ],
  [
    "failed",
    {
      ...{ state: "failed", endedAt: ended, account: { problem: "Slack did not take it: tell whoever runs this." } },
      posts: [makePost({ state: "failed", attempts: 1, said: "msg_blocks_too_long" })],
    },
    ["Failed.", "Slack did not take it: tell whoever runs this.", "The platform said: msg_blocks_too_long"],
  ],
  [
    "failed, and the platform's words are the problem",
    { state: "failed", endedAt: ended, account: { problem: "No." }, posts: [makePost({ state: "failed", said: "No." })] },
    ["Failed.", "No."],
  ],
])("a run that %s", (_, known, expected) => {
  expect(runLines(makeDelivery(known), show)).toEqual(expected);
});

test("a run by hand is told from a scheduled one", () => {
  expect(isByHand(makeDelivery())).toBe(false);
  expect(isByHand(makeDelivery({ occasion: "by hand: 0 to 7, 0" }))).toBe(true);
});
