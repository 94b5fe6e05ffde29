import type { types } from "@slack/bolt";
import { channelAt, linkTo } from "./words.ts";

/** Blocks that show outside words in places where Slack reads no mark-up: rich text and plain text. */
type Style = NonNullable<types.RichTextText["style"]>;

export const plainText = (text: string): types.PlainTextElement => ({ type: "plain_text", text, emoji: false });

export const run = (text: string, style?: Style): types.RichTextText => ({ type: "text", text, ...(style && { style }) });

export const link = (url: string, text?: string, style?: Style): types.RichTextLink => ({
  ...{ type: "link", url },
  ...(text !== undefined && { text }),
  ...(style && { style }),
});

export const section = (...elements: types.RichTextElement[]): types.RichTextSection => ({ type: "rich_text_section", elements });

export const quote = (...elements: types.RichTextElement[]): types.RichTextQuote => ({ type: "rich_text_quote", elements });

export const richText = (...elements: types.RichTextBlockElement[]): types.RichTextBlock => ({ type: "rich_text", elements });

export const remarks = (...elements: types.ContextBlockElement[]): types.ContextBlock => ({ type: "context", elements });

const GROUP = /^S[A-Z0-9]{2,24}$/;

/** Notifies a group of people, by its id; null where that is none. The only place where a message of ours mentions anybody. */
export const ping = (group: string): types.SectionBlock | null =>
  GROUP.test(group) ? { type: "section", text: { type: "mrkdwn", text: `<!subteam^${group}>`, verbatim: true } } : null;

const ADDRESS = /https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?)\]’]/g;

type Linked = types.RichTextText | types.RichTextLink | types.RichTextChannelMention;

/** A text whose addresses are links, and those of channels the channels. */
export function linked(text: string): Linked[] {
  const elements: Linked[] = [];
  let at = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    const url = linkTo(address);
    if (url === null) continue;
    if (index > at) elements.push(run(text.slice(at, index)));
    const channel = channelAt(url);
    elements.push(channel === null ? link(url) : { type: "channel", channel_id: channel });
    at = index + address.length;
  }
  return at < text.length ? [...elements, run(text.slice(at))] : elements;
}
