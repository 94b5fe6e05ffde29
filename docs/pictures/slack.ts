import type { types } from "@slack/bolt";
import type { Part } from "../../src/adapters/slack/piece.ts";
import type { Drawing } from "./make.ts";

const CSS = `
  body { display: flow-root; font: 15px/22px Lato, "Noto Sans", "Liberation Sans", sans-serif; color: #1d1c1d; }
  .message { display: flex; gap: 8px; padding: 12px 20px 14px; }
  .avatar { flex: none; width: 36px; height: 36px; border-radius: 8px; background: #22313f; color: #fff; font: bold 46px/56px Georgia, serif; text-align: center; overflow: hidden; }
  .body { flex: 1; min-width: 0; }
  .only { display: block; padding: 8px 20px 0 64px; margin-bottom: -6px; font-size: 12px; color: #616061; }
  .who { font-weight: 900; line-height: 18px; }
  .app { font-size: 10px; font-weight: 700; background: #e8e8e8; color: #616061; border-radius: 2px; padding: 1px 3px; margin: 0 5px; vertical-align: 2px; }
  .time { font-size: 12px; font-weight: 400; color: #616061; }
  .block { margin-top: 8px; overflow-wrap: anywhere; }
  h1 { font-size: 18px; line-height: 24px; font-weight: 900; margin: 8px 0 0; }
  .section, li, blockquote, pre { white-space: pre-wrap; }
  blockquote { margin: 4px 0; padding-left: 12px; border-left: 4px solid #ddd; border-radius: 2px; }
  ul { margin: 0; padding-left: 26px; }
  pre { margin: 4px 0; padding: 8px; font: 12px/18px "DejaVu Sans Mono", monospace; background: #f8f8f8; border: 1px solid #ddd; border-radius: 4px; }
  .thread { margin: 0 20px 12px 64px; border-left: 2px solid #ddd; }
  .replies { padding-left: 20px; font-size: 13px; font-weight: 700; color: #1264a3; }
  .mention { color: #1264a3; background: #1d9bd11a; border-radius: 3px; padding: 0 2px 1px; }
  .context { font-size: 13px; line-height: 18px; color: #616061; }
  .context span { margin-right: 8px; white-space: pre-wrap; }
  a { color: #1264a3; text-decoration: none; }
  hr { border: 0; border-top: 1px solid #ddd; margin: 12px 0; }
  .actions { display: flex; flex-wrap: wrap; gap: 8px; }
  button { font: bold 13px/26px inherit; font-family: inherit; font-weight: 700; height: 30px; padding: 0 12px; color: #1d1c1d; background: #fff; border: 1px solid #bbb; border-radius: 8px; }
  .home { padding: 20px 28px; }
  .modal { margin: 20px; border: 1px solid #ddd; border-radius: 10px; box-shadow: 0 4px 16px #0002; }
  .modal header { font-size: 20px; font-weight: 900; padding: 18px 24px 8px; }
  .modal main { padding: 0 24px 16px; }
  .modal footer { border-top: 1px solid #e8e8e8; padding: 14px 24px; text-align: right; }
  .modal footer button { height: 36px; margin-left: 8px; }
  .modal footer .submit { background: #007a5a; border-color: #007a5a; color: #fff; }
  label { display: block; font-weight: 900; margin-top: 16px; }
  label i { font-weight: 400; font-style: normal; color: #616061; }
  .field { height: 36px; line-height: 36px; padding: 0 12px; margin-top: 4px; border: 1px solid #86868b; border-radius: 6px; color: #86868b; display: flex; justify-content: space-between; }
  .field.filled { color: #1d1c1d; }
  .hint { font-size: 13px; line-height: 18px; color: #616061; margin-top: 4px; }
  .check { display: inline-block; width: 14px; height: 14px; margin-right: 8px; border: 1px solid #86868b; border-radius: 3px; vertical-align: -2px; font: bold 12px/14px sans-serif; text-align: center; }
  .check.set { background: #1264a3; border-color: #1264a3; color: #fff; }
`;

const EMOJI: Readonly<Record<string, string>> = {
  warning: "⚠️",
  no_entry: "⛔",
  information_source: "ℹ️",
  page_facing_up: "📄",
};

const STYLES = { bold: "b", italic: "i", underline: "u", code: "code" } as const;

const html = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]!);

const all = <T>(things: readonly T[], draw: (thing: T) => string): string => things.map(draw).join("");

/** Fails for what the bot does not send. */
const undrawn = (type: string): never => {
  throw new Error(`There is no drawing of ${type}.`);
};

function words(element: types.RichTextElement): string {
  if (element.type === "emoji") return EMOJI[element.name] ?? undrawn(element.name);
  if (element.type === "channel") return "<a>#news-desk</a>";
  if (element.type !== "text" && element.type !== "link") return undrawn(element.type);
  let shown = html(element.text ?? (element.type === "link" ? element.url : ""));
  for (const style of ["bold", "italic", "underline", "code"] as const) {
    if (element.style?.[style]) shown = `<${STYLES[style]}>${shown}</${STYLES[style]}>`;
  }
  return element.type === "link" ? `<a>${shown}</a>` : shown;
}

function rich(element: types.RichTextBlockElement): string {
  switch (element.type) {
    case "rich_text_list":
      return `<ul>${all(element.elements, (item) => `<li>${all(item.elements, words)}</li>`)}</ul>`;
    case "rich_text_quote":
      return `<blockquote>${all(element.elements, words)}</blockquote>`;
    case "rich_text_preformatted":
      return `<pre>${all<types.RichTextElement>(element.elements, words)}</pre>`;
    default:
      return `<div class="section">${all(element.elements, words)}</div>`;
  }
}

/** Mark-up holds nothing but links. */
function remark(element: types.ContextBlockElement): string {
  if (element.type === "image") return undrawn(element.type);
  if (element.type === "plain_text") return `<span>${html(element.text)}</span>`;
  return `<span>${element.text.replace(/<[^|>]*\|([^>]*)>/g, "<a>$1</a>")}</span>`;
}

const button = (element: types.ActionsBlockElement): string =>
  element.type === "button" ? `<button>${html(element.text.text)}</button>` : undrawn(element.type);

/** What Slack shows for an id. */
const NAMES: Readonly<Record<string, string>> = { S0614TZR7: "news-desk", C024BE91L: "morning" };
const nameOf = (id: string): string => NAMES[id] ?? undrawn(id);

/** A section of ours holds a mention of a group and nothing else. */
const mention = ({ text }: types.SectionBlock): string =>
  `<div class="block"><span class="mention">@${html(nameOf(/\^(\w+)>/.exec(text?.text ?? "")?.[1] ?? "section"))}</span></div>`;

function block(drawn: types.KnownBlock): string {
  switch (drawn.type) {
    case "header":
      return `<h1>${html(drawn.text.text)}</h1>`;
    case "section":
      return mention(drawn);
    case "divider":
      return "<hr>";
    case "rich_text":
      return `<div class="block">${all(drawn.elements, rich)}</div>`;
    case "context":
      return `<div class="block context">${all(drawn.elements, remark)}</div>`;
    case "actions":
      return `<div class="block actions">${all(drawn.elements, button)}</div>`;
    case "input":
      return input(drawn);
    default:
      return undrawn(drawn.type);
  }
}

const input = ({ label, hint, optional, element }: types.InputBlock): string =>
  `<label>${html(label.text)}${optional ? " <i>(optional)</i>" : ""}</label>${control(element)}
  <div class="hint">${html(hint?.text ?? "")}</div>`;

function control(element: types.InputBlockElement): string {
  switch (element.type) {
    case "plain_text_input":
    case "number_input":
      return field(element.initial_value, element.placeholder?.text ?? "", "");
    case "multi_external_select":
      return field(element.initial_options?.map(({ text }) => text.text).join(" × "), element.placeholder?.text ?? "", "⌄");
    case "external_select":
    case "static_select":
      return field(element.initial_option?.text.text, element.placeholder?.text ?? "Select an item", "⌄");
    case "conversations_select":
      return field(element.initial_conversation && `# ${nameOf(element.initial_conversation)}`, "Select an item", "⌄");
    case "checkboxes": {
      const set = element.initial_options !== undefined;
      const check = `<span class="check${set ? " set" : ""}">${set ? "✓" : ""}</span>`;
      return all(element.options, ({ text }) => `<div>${check}${html(text.text)}</div>`);
    }
    default:
      return undrawn(element.type);
  }
}

const field = (value: string | undefined, empty: string, mark: string): string =>
  `<div class="field${value === undefined ? "" : " filled"}"><span>${html(value ?? empty)}</span><span>${mark}</span></div>`;

const message = ({ blocks }: Part): string => `
  <div class="message">
    <div class="avatar">“</div>
    <div class="body">
      <div class="who">On Record<span class="app">APP</span><span class="time">9:41 AM</span></div>
      ${all(blocks, block)}
    </div>
  </div>`;

/** A message with those that stand in a thread under it. */
interface Posted {
  readonly top: Part;
  readonly thread: readonly Part[];
}
const isPosted = (payload: unknown): payload is Posted => typeof payload === "object" && payload !== null && "thread" in payload;

const replies = (thread: readonly Part[]): string => `
  <div class="thread"><span class="replies">${thread.length} ${thread.length === 1 ? "reply" : "replies"}</span>${all(thread, message)}</div>`;

const modal = ({ title, submit, close, blocks }: types.ModalView): string => `
  <div class="modal">
    <header>${html(title.text)}</header>
    <main>${all(blocks as types.KnownBlock[], block)}</main>
    <footer><button>${html(close?.text ?? "")}</button><button class="submit">${html(submit?.text ?? "")}</button></footer>
  </div>`;

/** Block Kit as Slack's own client shows it on a large screen, as far as the bot uses it. */
export const slack: Drawing = {
  folder: "test/adapters/slack/fixtures",
  width: 680,
  css: CSS,
  draw(payload) {
    if (Array.isArray(payload)) return `<span class="only">Only visible to you</span>${all(payload as Part[], message)}`;
    if (isPosted(payload)) return `${message(payload.top)}${payload.thread.length > 0 ? replies(payload.thread) : ""}`;
    const view = payload as types.ModalView | types.HomeView;
    return view.type === "modal" ? modal(view) : `<div class="home">${all(view.blocks as types.KnownBlock[], block)}</div>`;
  },
};
