import { address, plain, textObject } from "./validate-texts.ts";
import { type Check, isThing, keys, listOf, number, same, string, type Tell, type Thing } from "./validate-values.ts";

export const ELEMENTS = ["button", "static_select", "external_select", "checkboxes"];
export const INPUTS = ["plain_text_input", "number_input", "url_text_input", "static_select", "external_select", "checkboxes"];
export const MORE_INPUTS = ["conversations_select", "channels_select", "multi_external_select"];

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

export function checkElement(element: unknown, at: string, tell: Tell, allowed: readonly string[]): void {
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
