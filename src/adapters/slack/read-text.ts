const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
const REFERENCE = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;

/**
 * What a person typed, from what Slack makes of it: "<#C1|general>" was "#general", "<https://x.example|x.example>" an address,
 * "&amp;" an ampersand. A mention without a name stays its id.
 */
export const readText = (text: string): string =>
  text
    .replace(REFERENCE, (_, sign: string, target: string, name: string | undefined) => typed(sign, target, name))
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity]!);

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
