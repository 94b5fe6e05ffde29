import { plainLine } from "../../chat/plain.ts";
import { LIMITS } from "./limits.ts";

/** Text for a place where Slack reads mark-up: no mention and no link can come of it. Emphasis cannot be escaped there, so outside words stand elsewhere. */
export const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const CHANNEL = /https:\/\/app\.slack\.com\/client\/T[A-Z0-9]+\/([CG][A-Z0-9]{2,24})(?![\w/?#])/;

/** The channel that opens at an address, which Slack shows by its name to whoever may see it; null where none does. */
export function channelAt(address: string): string | null {
  const found = CHANNEL.exec(address);
  return found?.[0] === address ? found[1]! : null;
}

/** Words of ours as `escaped`, in which the addresses of channels are the channels' names, which notify nobody. */
export const named = (text: string): string => escaped(text).replace(new RegExp(CHANNEL, "g"), "<#$1>");

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
