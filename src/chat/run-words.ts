import type { Account, Delivery } from "../model.ts";
import { counted } from "./wording.ts";

/** A date and time as people of a zone read it. */
type ShowInstant = (date: Date) => string;

/** How a run ended, or how far it is, in a few words. */
export function outcomeOf({ state, account, posts }: Delivery): string {
  switch (state) {
    case "claimed":
      return "about to be posted";
    case "sending": {
      const there = posts.filter((post) => post.state === "sent").length;
      return there === 0 ? "being sent" : `being sent, ${there} of ${counted(posts.length, "message")} there`;
    }
    case "sent":
      return `sent${account.late ? " late" : ""}${told(account)}`;
    case "empty":
      return `nothing to post: ${nothingFor(account)}`;
    case "skipped":
      return "not sent";
    case "failed":
      return "failed";
    default:
      return state satisfies never;
  }
}

/** All that is known of a run, a line each: what was left out by which rule, what went wrong, where it stands. */
export function runLines(run: Delivery, showInstant: ShowInstant): string[] {
  const { state, account, missed, posts, endedAt } = run;
  const open = endedAt === null ? posts.find((post) => post.said !== null && post.state !== "sent") : undefined;
  const refused = state === "failed" ? posts.find((post) => post.state === "failed" && post.said !== null) : undefined;
  const link = posts.find((post) => post.link !== null)?.link;
  const isLate = account.late === true && endedAt !== null && state === "sent";
  return [
    sentence(outcomeOf(run)),
    ...(isLate ? [`It came ${showInstant(endedAt)}, for ${showInstant(run.due)}.`] : []),
    ...(missed > 0 ? [`It stands for ${counted(missed, "earlier run")} too, when nothing could be posted.`] : []),
    ...leftOutLines(account),
    ...(account.problem === undefined ? [] : [account.problem]),
    ...(refused && refused.said !== account.problem ? [`The platform said: ${refused.said}`] : []),
    ...(open ? [`Tried ${counted(open.attempts, "time")}: ${open.said}`] : []),
    ...(open?.retryAt ? [`It is tried again ${showInstant(open.retryAt)}.`] : []),
    ...(link ? [link] : []),
  ];
}

/** What was left out, by which rule: a line each. */
export const leftOutLines = ({ leftOut = [] }: Account): string[] =>
  leftOut.map(({ rule, articles }) => `Left out: ${counted(articles, "article")}, ${rule}.`);

/** Why there is nothing to tell, in a few words. */
export const nothingFor = ({ articles = 0 }: Account): string =>
  articles === 0 ? "no article came in" : `${counted(articles, "article")} came in, and nothing for it`;

/** Whether it was asked for by hand: a scheduled run is known by its instant. */
export const isByHand = ({ occasion }: Delivery): boolean => occasion.startsWith("by hand");

function told({ stories = 0, statements = 0 }: Account): string {
  const parts = [
    ...(stories > 0 ? [counted(stories, "story", "stories")] : []),
    ...(statements > 0 ? [counted(statements, "statement")] : []),
  ];
  return parts.length > 0 ? `, ${parts.join(" and ")}` : "";
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
