import type { Filter } from "../model.ts";
import type { CameIn } from "../store/news-store.ts";
import { isNamed } from "../store/outlet-names.ts";
import type { Facts } from "./facts.ts";

/** An article that passed, and how close it is to what was asked for: see `Weight`. */
export interface Passed extends CameIn {
  readonly fit: number;
}

export interface Sieved {
  readonly passed: readonly Passed[];
  /** How many articles each rule left out, in the order of the rules; every article is counted under the first that it does not pass. */
  readonly leftOut: ReadonlyMap<string, number>;
}

/** What an article with nothing new to tell is left out by. */
const TOLD = "told before";

/** Whether an article stays out, by the name of the rule. */
interface Rule {
  readonly name: string;
  readonly leavesOut: (facts: Facts) => boolean;
}

/**
 * Which of the articles that came in a filter lets pass. Topics must stand in the article or a copy of it; of speakers something must be
 * new; outlets count with their copies. What is to stay out takes an article along where it stands in its headline, where its own outlet has
 * that name, and where everything said in it is to stay out. An article with nothing new (a copy of one from before, a later version in
 * which nobody says anything new) was told before.
 */
export function sieve(filter: Filter, all: readonly Facts[]): Sieved {
  const rules = [...wanted(filter), ...unwanted(filter)];
  rules.push({ name: TOLD, leavesOut: ({ came, unwanted }) => came.as !== "new" && came.statements - unwanted <= 0 });
  const leftOut = new Map<string, number>();
  const passed = all.filter((facts) => {
    const rule = rules.find(({ leavesOut }) => leavesOut(facts));
    if (rule) leftOut.set(rule.name, (leftOut.get(rule.name) ?? 0) + facts.came.articles);
    return !rule;
  });
  const inOrder = rules.flatMap(({ name }) => (leftOut.has(name) ? [[name, leftOut.get(name)!] as const] : []));
  return { passed: passed.map(({ came, isClose }) => ({ ...came, fit: isClose ? 1 : 0 })), leftOut: new Map(inOrder) };
}

function wanted({ topics, speakers, outlets, stories }: Filter): Rule[] {
  const about = topics.map((topic) => `“${topic}”`).join(" or ");
  const isOne = isNamedAs(outlets);
  return [
    ...(topics.length > 0 ? [{ name: `not about ${about}`, leavesOut: ({ isAbout }: Facts) => !isAbout }] : []),
    ...(speakers.length > 0
      ? [{ name: `nothing new said by ${speakers.join(" or ")}`, leavesOut: ({ isSaid }: Facts) => !isSaid }]
      : []),
    ...(outlets.length > 0
      ? [{ name: "from none of these outlets", leavesOut: ({ came }: Facts) => !came.outlets.some(isOne) }]
      : []),
    ...(stories.length > 0 ? [{ name: "in none of these stories", leavesOut: ({ isOfStory }: Facts) => !isOfStory }] : []),
  ];
}

const unwanted = ({ without }: Filter): Rule[] =>
  without.map((words, k) => {
    const isIt = isNamedAs([words]);
    return {
      name: `without “${words}”`,
      leavesOut: ({ came: { outlet, statements }, unwanted, without }) =>
        without[k]!.isHeadline ||
        (outlet !== null && isIt(outlet)) ||
        (without[k]!.isSaid && statements > 0 && unwanted >= statements),
    };
  });

/** Whether an outlet has one of these names, each looked at once: articles are many and outlets few. */
function isNamedAs(asked: readonly string[]): (outlet: string) => boolean {
  const known = new Map<string, boolean>();
  return (outlet) => {
    const is = known.get(outlet) ?? asked.some((name) => isNamed(outlet, name));
    known.set(outlet, is);
    return is;
  };
}
