import { expect, test } from "vitest";
import { decide, type Situation } from "../../src/digests/decide.ts";
import type { Match } from "../../src/digests/matches.ts";
import { makeArticle, makeStatement } from "../fixtures.ts";

const CAME = new Date("2026-05-05T10:00:00Z");

/** A statement by its hash, in an outlet of its own. */
function match(said: string, publishedAt: string | null = "2026-05-05T09:00:00Z", outlet = `Outlet of ${said}`): Match {
  const words = `the dam of ${said} would hold`;
  const article = makeArticle(`${said} in ${outlet}`, `Ada Lund said ${words}.`, {
    outlet,
    publishedAt: publishedAt === null ? null : new Date(publishedAt),
  });
  const statement = makeStatement(article, words, { speaker: "Ada Lund" });
  return { said, topic: null, hit: { article, statement, arrived: { number: 7, at: CAME } } };
}
const many = (letters: string): Match[] => [...letters].map((letter) => match(letter));
const letters = (matches: readonly Match[]): string => matches.map(({ said }) => said).join("");

const usual: Situation = { coming: [], held: [], told: new Set(), posts: 0, most: 3, isQuiet: false };

test.each<[string, Partial<Situation>, together: string, alone: string, held: string]>([
  ["nothing of nothing", {}, "", "", ""],
  ["each statement alone", { coming: many("abc") }, "", "abc", ""],
  ["what was told before not again", { coming: many("abc"), told: new Set(["b"]) }, "", "ac", ""],
  ["the same once", { coming: many("aab") }, "", "ab", ""],
  ["what is beyond the ceiling later", { coming: many("abcde") }, "", "abc", "de"],
  ["as many as are left of this hour", { coming: many("abc"), posts: 2 }, "", "a", "bc"],
  ["nothing more in a full hour", { coming: many("ab"), held: many("cd"), posts: 3 }, "", "", "cdab"],
  ["what waited together, which is a post", { coming: many("abc"), held: many("de") }, "de", "ab", "c"],
  ["what waited alone, too", { held: many("d") }, "d", "", ""],
  ["what waited in the only post of an hour", { coming: many("a"), held: many("de"), most: 1 }, "de", "", "a"],
  ["nothing in quiet hours", { coming: many("ab"), held: many("c"), isQuiet: true }, "", "", "cab"],
  ["what waits already once", { coming: many("ca"), held: many("c"), isQuiet: true }, "", "", "ca"],
  ["nothing that waited and was told meanwhile", { held: many("cd"), told: new Set(["c"]) }, "d", "", ""],
])("tells %s", (_, situation, together, alone, held) => {
  const decision = decide({ ...usual, ...situation });
  expect([decision.together, decision.alone, decision.held].map(letters)).toEqual([together, alone, held]);
  expect(decision.alone.length + (decision.together.length > 0 ? 1 : 0) + (situation.posts ?? 0)).toBeLessThanOrEqual(3);
});

test.each<[string, string | null, boolean]>([
  ["a minute before it came in", "2026-05-05T09:59:00Z", true],
  ["a day before", "2026-05-04T10:00:00Z", true],
  ["more than a day before", "2026-05-04T09:59:00Z", false],
  ["years before", "2019-05-04T09:59:00Z", false],
  ["at no known time", null, true],
  ["in the future, as it says", "2026-06-01T00:00:00Z", true],
])("an article that was published %s", (_, publishedAt, isTold) => {
  const { alone, held } = decide({ ...usual, coming: [match("a", publishedAt)] });
  expect([alone.length, held.length]).toEqual([isTold ? 1 : 0, 0]);
});

test("the same words of several outlets name them all", () => {
  const [first, second] = [match("a", null, "Post"), match("a", null, "Wire")];
  const third = match("a", null, "Post");
  const copied: Match = { ...second, hit: { ...second.hit, also: ["Times", "Post"] } };
  expect(decide({ ...usual, coming: [first, copied, third] }).alone[0]!.hit.also).toEqual(["Wire", "Times"]);
  expect(decide({ ...usual, coming: [first, third] }).alone[0]!.hit.also).toBeUndefined();
});
