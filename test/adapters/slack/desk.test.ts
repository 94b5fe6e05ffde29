import { expect, test } from "vitest";
import { isStrangerBy } from "../../../src/adapters/slack/desk.ts";

const inOrganisation = { identity: { team: "T1", enterprise: "E1", botUser: "B1", botName: "on_record", home: null } };
const alone = { identity: { ...inOrganisation.identity, enterprise: null } };
const by = (user: string, team: string | null, enterprise?: string) => ({
  user: { team_id: user },
  team: team === null ? null : { id: team },
  ...(enterprise !== undefined && { enterprise: { id: enterprise } }),
});

test.each([
  ["a member", inOrganisation, by("T1", "T1", "E1"), false],
  ["a member of another workspace of the organisation", inOrganisation, by("T2", "T2", "E1"), false],
  ["somebody whom Slack counts to the organisation itself", inOrganisation, by("E1", null), false],
  ["a guest of a shared channel", inOrganisation, by("T9", "T9", "E9"), true],
  ["a guest whose press tells of our workspace and organisation", inOrganisation, by("T9", "T1", "E1"), true],
  ["a member where there is no organisation", alone, by("T1", "T1"), false],
  ["a guest where there is no organisation", alone, by("T9", "T1"), true],
])("%s", (_, desk, body, isStranger) => {
  expect(isStrangerBy(desk, body)).toBe(isStranger);
});
