import { UserError } from "../chat/errors.ts";

const NUMBER = /^\s*(?:digest|watch)?\s*#?(\d{1,9})(?!\d)/i;

/** The number that somebody names a digest or watch by, alone or before its description; null where they give none. */
export const numberIn = (named: string): number | null => {
  const [, digits] = NUMBER.exec(named) ?? [];
  return digits === undefined ? null : Number(digits);
};

/** What is told whoever names none that there is; `isOther`: a watch in place of a digest, or the other way round, has the number. */
export function noneOfNumber(what: "digest" | "watch", named: string, isOther: boolean): UserError {
  const number = numberIn(named);
  const other = what === "digest" ? "watch" : "digest";
  if (number === null) return new UserError(`Give the number of a ${what}: /${what} list shows them.`, "usage");
  if (isOther) return new UserError(`${number} is a ${other}: see /${other} list.`);
  return new UserError(`There is no ${what} ${number} here: /${what} list shows them with their numbers.`);
}
