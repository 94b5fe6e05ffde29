import { plainLine } from "../../chat/plain.ts";
import { LIMITS } from "./limits.ts";

/** Bold, italics, code, spoilers, headings, links, mentions, timestamps, emoji; a colon where something touches it. */
const MARKUP = /[\\*_~`|<>#[\]()@]|:(?=\S)/g;
/** A list, small print or a numbered list, at the beginning of a line. */
const LIST = /^([^\S\n]*)([-+]|\d+(?=\.))/gm;

/** Words that Discord shows as they are: they form no markup, no mention, no emoji and no link. Takes what `plain` lets pass. */
export const literal = (text: string): string =>
  text
    .replace(MARKUP, "\\$&")
    .replace(LIST, (_, space: string, mark: string) => space + (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));

export const bold = (text: string): string => `**${literal(text)}**`;

const ADDRESS = /https?:\/\/[^\s<>"“”]+/gi;
const AFTER_ADDRESS = /[.,;:!?'’”)\]}…]+$/;

/** Where a channel opens. */
const CHANNEL = /^https:\/\/discord\.com\/channels\/\d{15,20}\/(\d{15,20})$/;

/** Words of ours, in which an address is a link that shows itself, and that of a channel its name, which notifies nobody. Words that were said are escaped, so that nothing in them is one. */
export function linked(text: string): string {
  let shown = "";
  let at = 0;
  for (const { 0: match, index } of text.matchAll(ADDRESS)) {
    const found = match.replace(AFTER_ADDRESS, "");
    const address = safeAddress(found);
    if (address === null) continue;
    const [, channel] = CHANNEL.exec(address) ?? [];
    shown += `${literal(text.slice(at, index))}<${channel === undefined ? address : `#${channel}`}>`;
    at = index + found.length;
  }
  return shown + literal(text.slice(at));
}

/** A link behind words; where the words pass for an address themselves, it stands beside them. Null where it may not be one. */
export function link(label: string, address: string): string | null {
  const target = safeAddress(address);
  if (target === null) return null;
  if (label.includes("://")) return `${shorten(label, LIMITS.title)} <${target}>`;
  const round = label.replaceAll("[", "(").replaceAll("]", ")"); // Discord reads no escaped bracket there
  return `[${shorten(round, LIMITS.title)}](<${target}>)`;
}

const BREAKING_OUT = /[\s"<>()*`|\\^{}]/g;
const percent = (mark: string) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;

/** An address that can stand between `<` and `>`; null where it is not http or https, names a user, or is too long. */
function safeAddress(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") return null;
  const safe = url.href.replace(BREAKING_OUT, percent).replace(/@(?=everyone|here)/gi, "%40");
  return safe.length > LIMITS.address ? null : safe;
}

/** One line, escaped and no longer than `most` with that; an ellipsis takes the place of the rest. */
export function shorten(text: string, most: number): string {
  const line = plainLine(text);
  const whole = literal(line);
  if (whole.length <= most) return whole;
  let room = most - 2; // the ellipsis, and the mark that a number at the beginning may get
  let short = "";
  for (const letter of line.slice(0, most)) {
    room -= literal(`.${letter}.`).length - 2;
    if (room < 0) break;
    short += letter;
  }
  return `${literal(short.replace(/\s\S{0,30}$/u, "").trimEnd())}…`;
}
