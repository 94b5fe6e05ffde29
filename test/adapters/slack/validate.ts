/**
 * What Slack would refuse, or would read as a mention or as a link that is none. The limits are written down here once more, from the doc
 * comments of @slack/types and what people have met (bolt-js #2509), so that a wrong one in the adapter shows.
 */
type Thing = Readonly<Record<string, unknown>>;
type Check = (thing: Thing, at: string, tell: Tell) => void;
type Tell = (at: string, problem: string) => void;

/**
 * The problems of a message (`{ text, blocks }`) or of a view (`{ type: "modal" | "home", ... }`), each with its place; none for a good one.
 * `pings` are the groups that it may notify, in a section of its own.
 */
export function problemsOf(payload: unknown, pings: readonly string[] = []): string[] {
  const problems: string[] = [];
  const tell: Tell = (at, problem) => problems.push(`${at}: ${problem}`);
  if (!isThing(payload)) return ["the payload is no object"];
  if (payload["type"] === "modal" || payload["type"] === "home") checkView(payload, tell);
  else checkMessage({ ...payload, blocks: withoutPings(payload["blocks"], pings) }, tell);
  uniqueIds(payload, tell);
  return problems;
}

function checkMessage({ text, blocks }: Thing, tell: Tell): void {
  markup(text, "text", tell, 4_000);
  if (blocks === undefined) return;
  listOf(blocks, "blocks", tell, 1, 50).forEach((block, k) => {
    checkBlock(block, `blocks[${k}]`, tell, ["header", "section", "rich_text", "context", "divider", "actions"]);
  });
  const length = JSON.stringify(blocks).length;
  if (length > 12_000) tell("blocks", `msg_blocks_too_long: ${length} characters`);
}

/** A mention of a group that is allowed counts as so many letters. */
const withoutPings = (blocks: unknown, pings: readonly string[]): unknown => {
  if (!Array.isArray(blocks)) return blocks;
  return blocks.map((block) => {
    const text = isThing(block) && block["type"] === "section" && isThing(block["text"]) ? block["text"] : {};
    const mention = String(text["text"]);
    if (!pings.some((group) => mention === `<!subteam^${group}>`)) return block;
    return { ...block, text: { ...text, text: "x".repeat(mention.length) } };
  });
};

function checkView(view: Thing, tell: Tell): void {
  const isModal = view["type"] === "modal";
  keys(view, "view", tell, [
    ...["type", "blocks", "private_metadata", "callback_id", "external_id"],
    ...(isModal ? ["title", "submit", "close", "clear_on_close", "notify_on_close"] : []),
  ]);
  string(view["private_metadata"] ?? "", "private_metadata", tell, 0, 3_000);
  string(view["callback_id"] ?? "x", "callback_id", tell, 1, 255);
  const blocks = listOf(view["blocks"], "blocks", tell, isModal ? 0 : 1, 100);
  blocks.forEach((block, k) => {
    checkBlock(block, `blocks[${k}]`, tell, ["header", "section", "rich_text", "context", "divider", "actions", "input"]);
  });
  if (!isModal) return;
  plain(view["title"], "title", tell, 24);
  for (const name of ["submit", "close"]) if (view[name] !== undefined) plain(view[name], name, tell, 24);
  if (blocks.some(({ type }) => type === "input") && view["submit"] === undefined)
    tell("submit", "missing, and there are inputs");
}

const ELEMENTS = ["button", "static_select", "external_select", "checkboxes"];
const INPUTS = ["plain_text_input", "number_input", "url_text_input", "static_select", "external_select", "checkboxes"];
const MORE_INPUTS = ["conversations_select", "channels_select", "multi_external_select"];

const BLOCKS: Readonly<Record<string, readonly [keys: readonly string[], check: Check]>> = {
  divider: [[], () => {}],
  header: [["text"], ({ text }, at, tell) => plain(text, `${at}.text`, tell, 150)],
  section: [
    ["text", "fields", "accessory", "expand"],
    ({ text, fields, accessory }, at, tell) => {
      if (text === undefined && fields === undefined) tell(at, "neither text nor fields");
      if (text !== undefined) textObject(text, `${at}.text`, tell, 3_000);
      if (fields !== undefined)
        listOf(fields, `${at}.fields`, tell, 1, 10).forEach((each, k) => {
          textObject(each, `${at}.fields[${k}]`, tell, 2_000);
        });
      if (accessory !== undefined) checkElement(accessory, `${at}.accessory`, tell, ELEMENTS);
    },
  ],
  context: [
    ["elements"],
    ({ elements }, at, tell) =>
      listOf(elements, `${at}.elements`, tell, 1, 10).forEach((each, k) => {
        textObject(each, `${at}.elements[${k}]`, tell, 2_000);
      }),
  ],
  actions: [
    ["elements"],
    ({ elements }, at, tell) =>
      listOf(elements, `${at}.elements`, tell, 1, 25).forEach((each, k) => {
        checkElement(each, `${at}.elements[${k}]`, tell, ELEMENTS);
      }),
  ],
  input: [
    ["label", "hint", "optional", "element", "dispatch_action"],
    ({ label, hint, element }, at, tell) => {
      plain(label, `${at}.label`, tell, 2_000);
      if (hint !== undefined) plain(hint, `${at}.hint`, tell, 2_000);
      checkElement(element, `${at}.element`, tell, [...INPUTS, ...MORE_INPUTS]);
    },
  ],
  rich_text: [
    ["elements"],
    ({ elements }, at, tell) =>
      listOf(elements, `${at}.elements`, tell, 1, 100).forEach((each, k) => {
        richText(each, `${at}.elements[${k}]`, tell);
      }),
  ],
};

function checkBlock(block: Thing, at: string, tell: Tell, allowed: readonly string[]): void {
  const type = String(block["type"]);
  const known = allowed.includes(type) ? BLOCKS[type] : undefined;
  if (!known) {
    tell(at, `no block of type ${type} is allowed here`);
    return;
  }
  keys(block, at, tell, ["type", "block_id", ...known[0]]);
  if (block["block_id"] !== undefined) string(block["block_id"], `${at}.block_id`, tell, 1, 255);
  known[1](block, at, tell);
}

const INPUT: readonly string[] = ["placeholder", "focus_on_load", "initial_value", "dispatch_action_config"];

const CHECKS: Readonly<Record<string, readonly [keys: readonly string[], check: Check]>> = {
  button: [
    ["text", "value", "url", "style", "accessibility_label", "confirm"],
    ({ text, value, url, style }, at, tell) => {
      plain(text, `${at}.text`, tell, 75);
      string(value ?? "", `${at}.value`, tell, 0, 2_000);
      if (url !== undefined) address(url, `${at}.url`, tell, 3_000);
      if (style !== undefined && style !== "primary" && style !== "danger") tell(at, `no style ${String(style)}`);
    },
  ],
  plain_text_input: [
    [...INPUT, "multiline", "min_length", "max_length"],
    ({ initial_value, min_length = 0, max_length = 3_000 }, at, tell) => {
      number(min_length, `${at}.min_length`, tell, 0, 3_000);
      number(max_length, `${at}.max_length`, tell, 1, 3_000);
      string(initial_value ?? "", `${at}.initial_value`, tell, 0, Number(max_length));
    },
  ],
  url_text_input: [INPUT, () => {}],
  number_input: [
    [...INPUT, "is_decimal_allowed", "min_value", "max_value"],
    ({ is_decimal_allowed, initial_value, min_value = "-1e9", max_value = "1e9" }, at, tell) => {
      if (typeof is_decimal_allowed !== "boolean") tell(at, "is_decimal_allowed is missing");
      for (const each of [initial_value, min_value, max_value])
        if (each !== undefined && typeof each !== "string") tell(at, "a number is given as a string");
      if (Number(min_value) > Number(max_value)) tell(at, "min_value is above max_value");
      if (initial_value !== undefined)
        number(Number(initial_value), `${at}.initial_value`, tell, Number(min_value), Number(max_value));
    },
  ],
  static_select: [
    ["placeholder", "options", "initial_option", "focus_on_load", "confirm"],
    ({ options, initial_option }, at, tell) => {
      const given = listOf(options, `${at}.options`, tell, 1, 100);
      given.forEach((each, k) => {
        option(each, `${at}.options[${k}]`, tell);
      });
      if (initial_option !== undefined && !given.some((each) => same(each, initial_option)))
        tell(at, "initial_option is none of the options");
    },
  ],
  external_select: [
    ["placeholder", "initial_option", "min_query_length", "focus_on_load", "confirm"],
    ({ initial_option }, at, tell) => {
      if (initial_option !== undefined) option(initial_option as Thing, `${at}.initial_option`, tell);
    },
  ],
  multi_external_select: [
    ["placeholder", "initial_options", "min_query_length", "max_selected_items", "focus_on_load", "confirm"],
    ({ initial_options }, at, tell) => {
      if (initial_options === undefined) return;
      listOf(initial_options, `${at}.initial_options`, tell, 1, 100).forEach((each, k) => {
        option(each, `${at}.initial_options[${k}]`, tell);
      });
    },
  ],
  conversations_select: [
    ["placeholder", "initial_conversation", "default_to_current_conversation", "filter", "focus_on_load", "confirm"],
    ({ initial_conversation = "C1", filter = {} }, at, tell) => {
      if (!/^[CDG][A-Z0-9]+$/.test(String(initial_conversation))) tell(at, "initial_conversation is no conversation");
      keys(filter as Thing, `${at}.filter`, tell, ["include", "exclude_external_shared_channels", "exclude_bot_users"]);
      const { include = ["public"] } = filter as { include?: unknown };
      for (const kind of listOf(
        (include as string[]).map((kind) => ({ kind })),
        `${at}.filter.include`,
        tell,
        1,
        4,
      ))
        if (!["im", "mpim", "private", "public"].includes(String(kind["kind"]))) tell(at, `no kind ${String(kind["kind"])}`);
    },
  ],
  channels_select: [["placeholder", "initial_channel", "focus_on_load", "confirm"], () => {}],
  checkboxes: [
    ["options", "initial_options", "focus_on_load", "confirm"],
    ({ options, initial_options }, at, tell) => {
      const given = listOf(options, `${at}.options`, tell, 1, 10);
      given.forEach((each, k) => {
        option(each, `${at}.options[${k}]`, tell);
      });
      if (initial_options === undefined) return;
      for (const each of listOf(initial_options, `${at}.initial_options`, tell, 1, 10))
        if (!given.some((other) => same(each, other))) tell(at, "initial_options names none of the options");
    },
  ],
};

function checkElement(element: unknown, at: string, tell: Tell, allowed: readonly string[]): void {
  if (!isThing(element)) {
    tell(at, "no element");
    return;
  }
  const type = String(element["type"]);
  const known = allowed.includes(type) ? CHECKS[type] : undefined;
  if (!known) {
    tell(at, `no element of type ${type} is allowed here`);
    return;
  }
  keys(element, at, tell, ["type", "action_id", ...known[0]]);
  string(element["action_id"] ?? "x", `${at}.action_id`, tell, 1, 255);
  if (element["placeholder"] !== undefined) plain(element["placeholder"], `${at}.placeholder`, tell, 150);
  known[1](element, at, tell);
}

/** The options that a select asks for while somebody types: `{ options }`. */
export function problemsOfOptions(options: unknown): string[] {
  const problems: string[] = [];
  const tell: Tell = (at, problem) => problems.push(`${at}: ${problem}`);
  listOf(options, "options", tell, 0, 100).forEach((each, k) => {
    option(each, `options[${k}]`, tell);
  });
  return problems;
}

function option(each: Thing, at: string, tell: Tell): void {
  keys(each, at, tell, ["text", "value", "description"]);
  textObject(each["text"], `${at}.text`, tell, 75);
  string(each["value"], `${at}.value`, tell, 1, 75);
  if (each["description"] !== undefined) textObject(each["description"], `${at}.description`, tell, 75);
}

const RICH: Readonly<Record<string, readonly string[]>> = {
  rich_text_section: [],
  rich_text_quote: ["border"],
  rich_text_preformatted: ["border", "language"],
  rich_text_list: ["style", "indent", "border", "offset"],
};

function richText(element: Thing, at: string, tell: Tell): void {
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

function textObject(object: unknown, at: string, tell: Tell, most: number): void {
  if (isThing(object) && object["type"] === "mrkdwn") {
    keys(object, at, tell, ["type", "text", "verbatim"]);
    markup(object["text"], at, tell, most);
  } else plain(object, at, tell, most);
}

function plain(object: unknown, at: string, tell: Tell, most: number): void {
  if (!isThing(object) || object["type"] !== "plain_text") {
    tell(at, "no plain text");
    return;
  }
  keys(object, at, tell, ["type", "text", "emoji"]);
  if (object["emoji"] !== false) tell(at, "colons in outside words would become emoji");
  string(object["text"], at, tell, 1, most);
}

/** Text that Slack parses: angle brackets hold addresses on the web and channels, and nothing else; ampersands are escaped. */
function markup(text: unknown, at: string, tell: Tell, most: number): void {
  if (!string(text, at, tell, 1, most)) return;
  const rest = text.replace(/<([^<>|]*)(?:\|[^<>]*)?>/g, (_, url: string) => {
    if (CHANNEL.test(url.slice(1)) && url.startsWith("#")) return "";
    address(url.replaceAll("&amp;", "&"), at, tell, 3_000);
    return "";
  });
  if (/[<>]/.test(rest)) tell(at, "an angle bracket is not escaped");
  if (/&(?!amp;|lt;|gt;)/.test(text)) tell(at, "an ampersand is not escaped");
}

function address(url: unknown, at: string, tell: Tell, most: number): void {
  if (!string(url, at, tell, 1, most)) return;
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? "")) tell(at, `no link on the web: ${url.slice(0, 60)}`);
  if (/[\s<>|]/.test(url)) tell(at, "the link would end early");
}

function string(text: unknown, at: string, tell: Tell, least: number, most: number): text is string {
  if (typeof text !== "string") tell(at, "no text");
  else if (text.length < least) tell(at, "empty");
  else if (text.length > most) tell(at, `${text.length} characters, ${most} are allowed`);
  else if (!text.isWellFormed()) tell(at, "half a character");
  return typeof text === "string";
}

function number(value: unknown, at: string, tell: Tell, least: number, most: number): void {
  if (typeof value !== "number" || !(value >= least && value <= most))
    tell(at, `${String(value)} is not from ${least} to ${most}`);
}

function listOf(list: unknown, at: string, tell: Tell, least: number, most: number): readonly Thing[] {
  if (!Array.isArray(list)) {
    tell(at, "no list");
    return [];
  }
  if (list.length < least || list.length > most) tell(at, `${list.length} items, ${least} to ${most} are allowed`);
  return list.filter(isThing);
}

function keys(thing: Thing, at: string, tell: Tell, allowed: readonly string[]): void {
  for (const key of Object.keys(thing)) if (!allowed.includes(key)) tell(at, `no field ${key}`);
}

/** A block's id names one block, an action's id one element of its block. */
function uniqueIds({ blocks }: Thing, tell: Tell): void {
  const all = Array.isArray(blocks) ? blocks.filter(isThing) : [];
  const twice = (ids: readonly unknown[], at: string) => {
    const given = ids.filter((id) => id !== undefined);
    if (new Set(given).size < given.length) tell(at, "an id stands twice");
  };
  twice(
    all.map((block) => block["block_id"]),
    "blocks",
  );
  for (const [k, { elements }] of all.entries())
    if (Array.isArray(elements))
      twice(
        elements.filter(isThing).map((element) => element["action_id"]),
        `blocks[${k}]`,
      );
}

const isThing = (value: unknown): value is Thing => typeof value === "object" && value !== null && !Array.isArray(value);

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
