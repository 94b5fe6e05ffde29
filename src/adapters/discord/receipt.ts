import type { Receipt } from "../../chat/card.ts";
import { plainLine } from "../../chat/plain.ts";
import { day } from "../../chat/times.ts";
import { LIMITS } from "./limits.ts";
import { link, literal, shorten } from "./words.ts";

const DAY = 86_400_000; // milliseconds

/** Where something was read, on a line of small print: outlets, day, and the headline as a link. */
export const renderReceipt = (receipt: Receipt, part: string): string =>
  small([outletsOf(receipt), dateOf(receipt.publishedAt), sourceOf(receipt), part]);

export const small = (told: readonly string[]): string => {
  const line = told.filter((each) => each !== "").join(" · ");
  return line === "" ? "" : `-# ${line}`;
};

export function outletsOf({ outlet, also = [] }: Receipt): string {
  const others = shorten(also.map(plainLine).filter(Boolean).join(", "), LIMITS.also);
  return [shorten(outlet ?? "", LIMITS.outlet), others === "" ? "" : `also ${others}`].filter(Boolean).join(", ");
}

/** The day, in the reader's own zone where a time of day is known. */
export function dateOf(date: Date | null): string {
  if (date === null || Number.isNaN(date.getTime())) return "no date";
  return date.getTime() % DAY === 0 ? literal(day(date)) : `<t:${Math.floor(date.getTime() / 1000)}:D>`;
}

/** The headline, which leads to the article; the file's name where it came from a file. */
export function sourceOf({ title, url, file }: Receipt): string {
  const headline = plainLine(title ?? "");
  const linked = url === null ? null : link(headline || "the article", url);
  return linked ?? shorten(url ?? file ?? headline, LIMITS.title);
}
