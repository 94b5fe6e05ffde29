import { plainLine } from "../../chat/plain.ts";
import { LIMITS } from "./limits.ts";

/** Text for a place where Slack reads mark-up: no mention and no link can come of it. Emphasis cannot be escaped there, so outside words stand elsewhere. */
export const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const COSTS: Readonly<Record<string, number>> = { "&": 5, "<": 4, ">": 4, '"': 2, "\\": 2, "\n": 2 };

/** What a character takes at most, in mark-up or in JSON. */
export const cost = (character: string): number => COSTS[character] ?? character.length;

export function costOf(text: string): number {
  let sum = 0;
  for (const character of text) sum += cost(character);
  return sum;
}

/** A label on one line, with an ellipsis where it would cost more than `room`. */
export function label(text: string | null, room: number = LIMITS.label): string {
  const line = plainLine(text ?? "");
  if (costOf(line) <= room) return line;
  let kept = "";
  let spent = 1;
  for (const character of line) {
    spent += cost(character);
    if (spent > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** An address as a link may have it: http or https, nothing in it that ends a link in mark-up, no name or password; null for any other. */
export function linkTo(url: string | null): string | null {
  const parsed = url === null ? null : URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.username !== "" || parsed.password !== "") return null;
  const address = parsed.href.replace(/[|<>]/g, encodeURIComponent);
  return costOf(address) <= LIMITS.link ? address : null;
}
