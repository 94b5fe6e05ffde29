import { isThing, keys, listOf, string, type Tell, type Thing } from "./validate-values.ts";

const RICH: Readonly<Record<string, readonly string[]>> = {
  rich_text_section: [],
  rich_text_quote: ["border"],
  rich_text_preformatted: ["border", "language"],
  rich_text_list: ["style", "indent", "border", "offset"],
};

export function richText(element: Thing, at: string, tell: Tell): void {
  const type = String(element["type"]);
  if (RICH[type] === undefined) {
    tell(at, `no rich text of type ${type}`);
    return;
  }
  keys(element, at, tell, ["type", "elements", ...RICH[type]]);
  const elements = listOf(element["elements"], `${at}.elements`, tell, 1, 1_000);
  if (type === "rich_text_list") {
    if (element["style"] !== "bullet" && element["style"] !== "ordered") tell(at, "no style of list");
    elements.forEach((each, k) => {
      if (each["type"] === "rich_text_section") richText(each, `${at}.elements[${k}]`, tell);
      else tell(`${at}.elements[${k}]`, "an item is no section");
    });
  } else {
    elements.forEach((each, k) => {
      richRun(each, `${at}.elements[${k}]`, tell, type === "rich_text_preformatted");
    });
  }
}

/** Text is never parsed here, so that only its length counts; what mentions is refused whoever it mentions. */
function richRun(element: Thing, at: string, tell: Tell, preformatted: boolean): void {
  const { type, text, url, name, style } = element;
  if (style !== undefined)
    for (const each of Object.keys(style as Thing))
      if (!["bold", "italic", "strike", "code", "underline"].includes(each)) tell(at, `no style ${each}`);
  if (type === "text") {
    keys(element, at, tell, ["type", "text", "style"]);
    string(text, `${at}.text`, tell, 1, 3_000);
  } else if (type === "link") {
    keys(element, at, tell, ["type", "url", "text", "style"]);
    address(url, `${at}.url`, tell, 3_000);
    if (text !== undefined) string(text, `${at}.text`, tell, 1, 3_000);
  } else if (type === "emoji" && !preformatted) {
    keys(element, at, tell, ["type", "name"]);
    if (!/^[a-z0-9_+-]+$/.test(String(name))) tell(at, `no emoji ${String(name)}`);
  } else if (type === "channel" && !preformatted) {
    keys(element, at, tell, ["type", "channel_id"]);
    if (!CHANNEL.test(String(element["channel_id"]))) tell(at, `no channel ${String(element["channel_id"])}`);
  } else tell(at, `no ${String(type)} is allowed here`);
}

/** What stands for a channel by its name, and notifies nobody. */
const CHANNEL = /^[CG][A-Z0-9]{2,24}$/;

export function textObject(object: unknown, at: string, tell: Tell, most: number): void {
  if (isThing(object) && object["type"] === "mrkdwn") {
    keys(object, at, tell, ["type", "text", "verbatim"]);
    markup(object["text"], at, tell, most);
  } else plain(object, at, tell, most);
}

export function plain(object: unknown, at: string, tell: Tell, most: number): void {
  if (!isThing(object) || object["type"] !== "plain_text") {
    tell(at, "no plain text");
    return;
  }
  keys(object, at, tell, ["type", "text", "emoji"]);
  if (object["emoji"] !== false) tell(at, "colons in outside words would become emoji");
  string(object["text"], at, tell, 1, most);
}

/** Text that Slack parses: angle brackets hold addresses on the web and channels, and nothing else; ampersands are escaped. */
export function markup(text: unknown, at: string, tell: Tell, most: number): void {
  if (!string(text, at, tell, 1, most)) return;
  const rest = text.replace(/<([^<>|]*)(?:\|[^<>]*)?>/g, (_, url: string) => {
    if (CHANNEL.test(url.slice(1)) && url.startsWith("#")) return "";
    address(url.replaceAll("&amp;", "&"), at, tell, 3_000);
    return "";
  });
  if (/[<>]/.test(rest)) tell(at, "an angle bracket is not escaped");
  if (/&(?!amp;|lt;|gt;)/.test(text)) tell(at, "an ampersand is not escaped");
}

export function address(url: unknown, at: string, tell: Tell, most: number): void {
  if (!string(url, at, tell, 1, most)) return;
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? "")) tell(at, `no link on the web: ${url.slice(0, 60)}`);
  if (/[\s<>|]/.test(url)) tell(at, "the link would end early");
}
