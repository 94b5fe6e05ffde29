import type { Message } from "discord.js";

/** The first http or https address that a message shows, in its words, its embeds or what it is built of; null where there is none. */
export function firstLink({ content, embeds, components }: Pick<Message, "content" | "embeds" | "components">): string | null {
  const shown = embeds.map(({ url, title, description, fields }) => [url, title, description, fields]);
  for (const text of strings([content, shown, components.map((each) => each.toJSON())])) {
    const link = trimmed(LINK.exec(text)?.[0] ?? "");
    if (URL.canParse(link)) return link;
  }
  return null;
}

const LINK = /https?:\/\/[^\s<>"|[\]]+/i;

/** Without what ends a sentence or a piece of markup: a closing bracket belongs to an address that has the opening one. */
function trimmed(link: string): string {
  let unopened = link.split(")").length - link.split("(").length;
  let end = link.length;
  for (; end > 0; end--) {
    const last = link[end - 1]!;
    if (last === ")" && unopened > 0) unopened--;
    else if (!CLOSING.includes(last)) break;
  }
  return link.slice(0, end);
}

const CLOSING = ".,;:!?'’”*_~`";

function* strings(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (value !== null && typeof value === "object") for (const each of Object.values(value)) yield* strings(each);
}
