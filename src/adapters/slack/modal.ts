import type { types, ViewStateValue } from "@slack/bolt";
import type { Command } from "../../chat/command.ts";
import { cutText } from "../../chat/cut.ts";
import { inList, readList } from "../../chat/list.ts";
import { isRequired, MAX_WORDS, type Option, type Options, type Typed } from "../../chat/options.ts";
import { plainLine } from "../../chat/plain.ts";
import { plainText, richText, run, section } from "./elements.ts";
import { LIMITS } from "./limits.ts";
import { label } from "./words.ts";

/** How the ids of forms, and of the buttons that open one, begin; the command's name follows. */
export const FORM = "form:";

/** A command's options as a form. `metadata` comes back with what was filled in, at most `LIMITS.metadata` characters. */
export function renderForm(command: Command, metadata: string, values: Typed = {}): types.ModalView {
  return {
    type: "modal",
    callback_id: `${FORM}${command.name}`,
    private_metadata: metadata,
    title: plainText(label(sentence(command.name.replaceAll("-", " ")), LIMITS.viewTitle)),
    submit: plainText("Go"),
    close: plainText("Cancel"),
    blocks: [
      richText(section(run(`${command.summary}.`))),
      ...Object.entries(command.options).map(([name, option]) => input(name, option, values[name])),
    ],
  };
}

/** What was filled in, by option; an input that was left empty is left out. */
export function readForm(command: Command, values: Readonly<Record<string, Readonly<Record<string, ViewStateValue>>>>): Typed {
  const entries = Object.keys(command.options).flatMap((name) => {
    const value = filled(values[name]?.[name], command.options[name]!);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}

/**
 * What a select offers while somebody types: what they typed themselves first, since words need not be any that were suggested, then the
 * suggestions, by as many whole words as fit.
 */
export function renderChoices(found: readonly string[], typed = ""): types.PlainTextOption[] {
  const values = [typed, ...found].map(whole).filter((value) => value !== "");
  const known = new Set(values.slice(1).map((value) => value.toLowerCase()));
  const offered = values.filter((value, k) => k > 0 || typed.trim() === "" || !known.has(value.toLowerCase()));
  return [...new Set(offered)].slice(0, LIMITS.options).map(choice);
}

const choice = (value: string): types.PlainTextOption => ({ text: plainText(value), value });

function filled(given: ViewStateValue | undefined, option: Option): string | boolean | undefined {
  if (given === undefined) return undefined;
  if (given.selected_options) {
    if (given.selected_options.length === 0) return undefined;
    return option.type === "flag" ? true : given.selected_options.map(({ value }) => value).join(", ");
  }
  return given.selected_option?.value || given.selected_conversation || given.value?.trim() || undefined;
}

/** The option's name is its label; what `/help` says of it stands below. */
function input(name: string, option: Option, value: Typed[string] | undefined): types.InputBlock {
  return {
    type: "input",
    block_id: name,
    label: plainText(sentence(name)),
    hint: plainText(`${sentence(option.summary.replace(/^yes /, ""))}${option.type === "group" ? HOW_GROUP : ""}`),
    optional: !isRequired(option),
    element: element(name, option, value),
  };
}

/** Slack has no input that offers groups. */
const HOW_GROUP =
  ". Its ID, which begins with S: open the group under People, press ⋯ there and Copy group ID. Typed in a command, @ and its name will do";

const CONVERSATION = /^[CG][A-Z0-9]+$/;

function element(name: string, option: Options[string], value: Typed[string] | undefined): types.InputBlockElement {
  const initial = value === undefined ? "" : plainLine(String(value));
  switch (option.type) {
    case "words":
      // A choice takes 75 characters, which cut most headlines and break most addresses.
      if (option.suggest !== undefined && option.suggest !== "article") {
        const search = { action_id: name, min_query_length: 0, placeholder: plainText("Type to search") };
        if (option.several) {
          const chosen = renderChoices(readList(initial).map(inList));
          return { type: "multi_external_select", ...search, ...(chosen.length > 0 && { initial_options: chosen }) };
        }
        const chosen = whole(initial);
        return { type: "external_select", ...search, ...(chosen !== "" && { initial_option: choice(chosen) }) };
      }
      return textInput(name, initial, Math.min(option.longest ?? MAX_WORDS, LIMITS.input));
    case "since":
      return { ...textInput(name, initial, LIMITS.option), placeholder: plainText("7d, 12h, 2w or 2026-05-01") };
    case "choice": {
      const options = option.choices.slice(0, LIMITS.options).map(choice);
      const chosen = options.find((each) => each.value === initial);
      return { type: "static_select", action_id: name, options, ...(chosen && { initial_option: chosen }) };
    }
    case "count": {
      const number = initial === "" ? option.fallback : Number(initial);
      const fits = number !== undefined && number >= option.min && number <= option.max;
      return {
        ...{ type: "number_input", action_id: name, is_decimal_allowed: false },
        ...{ min_value: String(option.min), max_value: String(option.max) },
        ...(fits && { initial_value: String(number) }),
      };
    }
    case "flag": {
      const yes = choice("Yes");
      const isSet = value === true || /^(yes|y|true|on)$/i.test(initial);
      return { type: "checkboxes", action_id: name, options: [yes], ...(isSet && { initial_options: [yes] }) };
    }
    case "channel":
      return {
        ...{ type: "conversations_select", action_id: name, default_to_current_conversation: true },
        ...{ filter: { include: ["public", "private"], exclude_bot_users: true } },
        ...(CONVERSATION.test(initial) && { initial_conversation: initial }),
      };
    case "group":
      return { ...textInput(name, initial, LIMITS.option), placeholder: plainText("S0123ABCD") };
    default:
      return option satisfies never;
  }
}

const textInput = (name: string, initial: string, longest: number): types.PlainTextInput => ({
  ...{ type: "plain_text_input", action_id: name, max_length: longest },
  ...(initial !== "" && { initial_value: begin(initial, longest) }),
});

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** As many whole words as a choice takes. */
const whole = (value: string): string => begin(plainLine(value), LIMITS.option);

const begin = (text: string, room: number): string => cutText(text, room, ({ length }) => length)[0] ?? "";
