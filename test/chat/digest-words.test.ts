import { expect, test } from "vitest";
import type { Channel } from "../../src/chat/channel.ts";
import { describeFilter, describePlace, describeWatch, titleOf } from "../../src/chat/digest-words.ts";
import type { Filter, Place, Watch } from "../../src/model.ts";

const NOTHING: Filter = { topics: [], speakers: [], outlets: [], stories: [], without: [] };

test.each<[Partial<Filter>, string]>([
  [{}, "everything"],
  [{ without: ["sport"] }, "everything, without sport"],
  [{ topics: ["ceasefire"] }, "ceasefire"],
  [{ topics: ["a", "b", "c"] }, "a, b or c"],
  [{ speakers: ["Ada Lund"], outlets: ["Valley Post", "Wire"] }, "said by Ada Lund, in Valley Post or Wire"],
  [
    { topics: ["dam"], stories: [{ article: "x", headline: "Dam holds" }], without: ["sport", "Wire"] },
    "dam, the story “Dam holds”, without sport or Wire",
  ],
])("%j reads %s", (filter, expected) => {
  expect(describeFilter({ ...NOTHING, ...filter })).toBe(expected);
});

test("a title tells it in the same words", () => {
  expect(titleOf({ ...NOTHING, without: ["sport"] })).toBe("All news, without sport");
  expect(titleOf({ ...NOTHING, topics: ["dam"], speakers: ["Ada Lund"] })).toBe("Dam, said by Ada Lund");
});

const SLACK: Channel = { platform: "slack", workspace: "slack:T1", id: "C1" };
const DISCORD: Channel = { platform: "discord", workspace: "discord:123456789012345678", id: "2" };
const TERMINAL: Channel = { platform: "terminal", workspace: "local", id: "local" };

test.each<[Place, Channel, string]>([
  [{ platform: "slack", channel: "C1" }, SLACK, "here"],
  [{ platform: "slack", channel: "C1:1700.1" }, { ...SLACK, id: "C1:1700.1" }, "here"],
  [{ platform: "slack", channel: "C2" }, SLACK, "in https://app.slack.com/client/T1/C2"],
  [{ platform: "slack", channel: "C2:1700.1" }, SLACK, "in a thread of https://app.slack.com/client/T1/C2"],
  [{ platform: "slack", channel: "@U1" }, SLACK, "in direct messages"],
  [{ platform: "discord", channel: "9" }, DISCORD, "in https://discord.com/channels/123456789012345678/9"],
  [{ platform: "discord", channel: "9" }, { ...DISCORD, workspace: "discord:dm:1" }, "in channel 9"],
  [{ platform: "slack", channel: "C1" }, TERMINAL, "in channel C1 on Slack"],
  [{ platform: "discord", channel: "@9" }, TERMINAL, "in direct messages on Discord"],
  [{ platform: "terminal", channel: "local" }, TERMINAL, "here"],
  [{ platform: "terminal", channel: "slack:T1" }, SLACK, "in the terminal"],
])("%j from %j is %s", (place, here, expected) => {
  expect(describePlace(place, here)).toBe(expected);
});

test("quiet hours may go over midnight", () => {
  const quietHours = { from: 22 * 60 + 30, to: 7 * 60, zone: "Europe/London" };
  expect(describeWatch({ most: 1, quietHours } as Watch)).toBe(
    "At most one post an hour, none from 22:30 to 07:00 (Europe/London).",
  );
});
