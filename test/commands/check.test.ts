import { expect, test } from "vitest";
import { createCore } from "../adapters/core.ts";
import { ADA } from "../fixtures.ts";

const channel = { platform: "slack", workspace: "slack:T1", id: "C1" } as const;

test.each<[string, Record<string, string>, string | null]>([
  ["digest add", { when: "weekdays 08:00", zone: "Europe/London" }, null],
  ["digest add", { when: "weekdays 25:00" }, "when: There is no 25:00 on a clock. "],
  ["digest add", { when: "30 february 08:00" }, "when: “30 february 08:00” never comes: February has no 30th. "],
  ["digest add", { when: "daily 8:00 (Nowhere)" }, "when: "],
  ["digest add", { when: "daily 8:00", zone: "Nowhere" }, "zone: "],
  [
    "digest add",
    { when: "daily 8:00", ping: "everybody" },
    "ping: ping must be a role or group that you pick while typing @, or its ID.",
  ],
  ["digest edit", { digest: "7", when: "soon" }, "when: “soon” is not understood"],
  ["digest edit", { digest: "7", when: "daily 9:00" }, null], // whether there is a digest 7 is told by the answer
  ["digest zone", { zone: "Nowhere" }, "zone: "],
  ["watch add", { topic: "dam", "quiet-hours": "22" }, "quiet-hours: quiet-hours must be two different times"],
  ["watch add", { topic: "dam", "quiet-hours": "22-7", zone: "Nowhere" }, "zone: "],
  ["watch add", { topic: "dam", "quiet-hours": "none", most: "10" }, null],
  ["watch add", { topic: "dam", most: "1000" }, "most: most must be a whole number from 1 to 60."],
  ["who-said", { topic: "dam", since: "yesterday" }, "since: since must be a period"],
  ["who-said", {}, "topic: "],
  ["nothing", { when: "soon" }, null],
])("/%s, filled in with %j", async (command, input, expected) => {
  const wrong = await (await createCore(channel.workspace)).check({ command, input, channel, user: ADA });
  const said = wrong === null ? null : `${wrong.option}: ${wrong.message}`;
  expect(said).toEqual(expected === null ? null : expect.stringMatching(new RegExp(`^${expected}`)));
});

test.each<[string, Record<string, string>]>([
  ["digest add", { when: "soon" }],
  ["digest edit", { digest: "7", zone: "Nowhere" }],
  ["watch add", { topic: "dam", most: "1000" }],
  ["feed add", {}],
])("/%s finds no fault with %j of whoever may not run it", async (command, input) => {
  const user = { ...ADA, isManager: () => false };
  const core = await createCore(channel.workspace);
  expect(await core.check({ command, input, channel, user })).toBeNull();
  const { card } = await core.answer({ command, input, channel, user });
  expect(card.blocks).toEqual([
    expect.objectContaining({ text: expect.stringMatching(/^This changes what everybody here sees/) }),
  ]);
});
