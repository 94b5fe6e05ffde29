import type { Options } from "../../chat/options.ts";

const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
const REFERENCE = /(?:(?<![a-z-])([a-z][a-z-]*):\s*["“”„«]?)?<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/gi;

/**
 * What a person typed, from what Slack makes of it: "<#C1|general>" was "#general", "<https://x.example|x.example>" an address,
 * "&amp;" an ampersand. A mention without a name stays its id. Where one of the `options` takes a channel or a group, what stands for it is
 * left as it is, since names tell nobody which it is.
 */
export function readText(text: string, options: Options = {}): string {
  const [main] = Object.keys(options);
  return text
    .replace(REFERENCE, (found, option: string | undefined, sign: string, target: string, name: string | undefined) => {
      if (isMeant(options[option?.toLowerCase() ?? main ?? ""]?.type, `${sign}${target}`)) return found;
      return `${found.slice(0, found.indexOf("<"))}${typed(sign, target, name)}`;
    })
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity]!);
}

const isMeant = (type: Options[string]["type"] | undefined, reference: string): boolean =>
  (type === "channel" && reference.startsWith("#")) || (type === "group" && reference.startsWith("!subteam^"));

function typed(sign: string, target: string, name: string | undefined): string {
  if (sign === "@" || sign === "#") return `${sign}${name || target}`;
  if (sign === "!") return name || `@${target.replace(/^subteam\^/, "")}`;
  return target.startsWith("mailto:") ? target.slice("mailto:".length) : target;
}

const HTTP = /<(https?:\/\/[^<>|]+)(?:\|[^<>]*)?>/;

/** The first address on the web that a message holds, as its text comes from Slack; null where there is none. */
export function firstLink(text: string): string | null {
  const [, address] = HTTP.exec(text) ?? [];
  return address === undefined ? null : readText(address);
}
