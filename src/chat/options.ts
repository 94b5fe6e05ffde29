import { readAs, UserError } from "./errors.ts";

/** Characters of one option: longer than any name or topic, short enough to search and to echo. */
export const MAX_WORDS = 200;
const MAX_ADDRESS = 1_900;

interface Base {
  /** What a person should give, at most 100 characters: shown in help and by the platforms. */
  readonly summary: string;
  readonly optional?: true;
}
interface WordsOption extends Base {
  readonly type: "words";
  /** What stands for the value in usage lines, where the option's name does not tell: `by:<speaker>`. */
  readonly stands?: string;
  /** The longest value, in characters, where it may be longer than words are. */
  readonly longest?: number;
  /** Several values may be given, as `readList` reads them. */
  readonly several?: true;
  /** What a platform that completes values offers while somebody types. */
  readonly suggest?: Suggested;
}

/** What can be offered for a value. */
export type Suggested = "speaker" | "topic" | "outlet" | "article" | "feed" | "command" | "zone" | "digest" | "watch";

interface CountOption extends Base {
  readonly type: "count";
  readonly min: number;
  readonly max: number;
  readonly fallback?: number;
}
interface ChoiceOption extends Base {
  readonly type: "choice";
  readonly choices: readonly string[];
}
interface SinceOption extends Base {
  readonly type: "since";
}
interface FlagOption extends Base {
  readonly type: "flag";
}
/** A channel, thread or forum; its value is the platform's id, as in `Channel.id`. */
interface ChannelOption extends Base {
  readonly type: "channel";
}
/** A role or group of people; its value is the platform's id. */
interface GroupOption extends Base {
  readonly type: "group";
}
export type Option = ChannelOption | GroupOption | WordsOption | CountOption | ChoiceOption | SinceOption | FlagOption;

/** A command's options by name. The first one takes the words that are typed without a name. */
export type Options = Readonly<Record<string, Option>>;

/** What a person typed or picked, by option name, before it is checked. */
export type Typed = Readonly<Record<string, string | number | boolean>>;

type Raw<O> = O extends { type: "words" }
  ? string
  : O extends { type: "count" }
    ? number
    : O extends { type: "choice"; choices: readonly (infer C)[] }
      ? C
      : O extends { type: "since" }
        ? Date
        : O extends { type: "flag" }
          ? boolean
          : O extends { type: "channel" | "group" }
            ? string
            : never;

/** The checked values: `{ topic: string, since: Date | undefined }`. A count with a fallback and a flag are always there. */
export type Values<O extends Options> = {
  readonly [K in keyof O]: O[K] extends { optional: true } ? Raw<O[K]> | undefined : Raw<O[K]>;
};

export const words = (summary: string, stands?: string, suggest?: Suggested) =>
  ({ type: "words", summary, ...(stands !== undefined && { stands }), ...(suggest !== undefined && { suggest }) }) as const;
/** Several values; `suggest` completes the last of them. */
export const list = (summary: string, stands: string, suggest?: Suggested) =>
  ({ ...words(summary, stands, suggest), several: true }) as const;
/** An address on the web; they may be long. */
export const address = (summary: string) => ({ type: "words", summary, stands: "url", longest: MAX_ADDRESS }) as const;
export const count = <const R extends { min: number; max: number; fallback?: number }>(summary: string, range: R) =>
  ({ type: "count", summary, ...range }) as const;
export const choice = <const C extends readonly string[]>(summary: string, choices: C) =>
  ({ type: "choice", summary, choices }) as const;
export const since = (summary: string) => ({ type: "since", summary }) as const;
export const channel = (summary: string) => ({ type: "channel", summary }) as const;
export const group = (summary: string) => ({ type: "group", summary }) as const;
export const flag = (summary: string) => ({ type: "flag", summary }) as const;
export const optional = <const O extends Option>(option: O) => ({ ...option, optional: true }) as O & { readonly optional: true };

/** Whether a command cannot run without it. */
export const isRequired = (option: Option): boolean =>
  !option.optional && option.type !== "flag" && !(option.type === "count" && option.fallback !== undefined);

const UNITS = { h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const; // milliseconds

/** Checks what was typed against what a command declared; throws a UserError that names the option and its remedy. */
export function readOptions<O extends Options>(
  { name: command, options: declared }: { readonly name: string; readonly options: O },
  typed: Typed,
  now: Date,
): Values<O> {
  for (const name of Object.keys(typed)) {
    if (!Object.hasOwn(declared, name)) throw usage(unknownOption(name, declared));
  }
  const values = Object.entries(declared).map(([name, option], k) => {
    const value = readAs(name, () => readOption(name, option, typed[name], now));
    if (value === undefined && isRequired(option)) throw usage(`/${command} needs ${needed(name, option, k === 0)}.`, name);
    return [name, value];
  });
  return Object.fromEntries(values) as Values<O>;
}

function readOption(name: string, option: Option, typed: string | number | boolean | undefined, now: Date) {
  const value = typeof typed === "string" ? typed.trim() : typed;
  if (value === undefined || value === "") {
    if (option.type === "flag") return false;
    if (option.type === "count" && option.fallback !== undefined) return option.fallback;
    return undefined;
  }
  switch (option.type) {
    case "words":
      if (String(value).length > (option.longest ?? MAX_WORDS)) {
        throw usage(`${name} is too long: give at most ${option.longest ?? MAX_WORDS} characters.`);
      }
      return option.several ? String(value) : unquoted(String(value));
    case "choice": {
      const chosen = option.choices.find((choice) => choice === String(value).toLowerCase());
      if (chosen !== undefined) return chosen;
      throw usage(`${name} must be one of: ${option.choices.join(", ")}.`);
    }
    case "count": {
      const number = Number(value);
      if (Number.isInteger(number) && number >= option.min && number <= option.max) return number;
      throw usage(`${name} must be a whole number from ${option.min} to ${option.max}.`);
    }
    case "flag":
      if (value === true || /^(yes|y|true|on)$/i.test(String(value))) return true;
      if (value === false || /^(no|n|false|off)$/i.test(String(value))) return false;
      throw usage(`${name} must be yes or no.`);
    case "since":
      return readSince(name, String(value), now);
    case "channel":
    case "group":
      return readReference(option.type, name, String(value));
    default:
      return option satisfies never;
  }
}

/** Without the quotation marks that a value stands in: a field of its own needs none, but people copy them from what they type elsewhere. */
const unquoted = (value: string): string => /^["“„«]([^"“”„«»]*[^"“”„«»\s][^"“”„«»]*)["“”»]$/.exec(value)?.[1]?.trim() ?? value;

/** "7d", "12h" and "2w" back from now, or the first instant of a day in UTC. */
function readSince(name: string, value: string, now: Date): Date {
  const period = /^(\d{1,4})([hdw])$/i.exec(value);
  if (period) return new Date(now.getTime() - Number(period[1]) * UNITS[period[2]!.toLowerCase() as keyof typeof UNITS]);
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  if (day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)) return day;
  throw usage(`${name} must be a period such as 12h, 7d or 2w, or a day such as 2026-05-01.`);
}

/** What a reference to a channel or a group looks like where it is typed: on Slack, on Discord, and the id alone. */
const REFERENCES = {
  channel: /^(?:<#([A-Z0-9]{1,25})(?:\|[^>]*)?>|#?([CGD][A-Z0-9]{2,24}|\d{15,25}))$/,
  group: /^(?:<!subteam\^([A-Z0-9]{1,25})(?:\|[^>]*)?>|<@&(\d{15,25})>|@?(S[A-Z0-9]{2,24}|\d{15,25}))$/,
} as const;

function readReference(kind: keyof typeof REFERENCES, name: string, value: string): string {
  const id = REFERENCES[kind]
    .exec(value)
    ?.slice(1)
    .find((each) => each !== undefined);
  if (id !== undefined) return id;
  throw usage(
    `${name} must be a ${kind === "channel" ? "channel" : "role or group"} that you pick while typing ${kind === "channel" ? "#" : "@"}, or its ID.`,
  );
}

const usage = (message: string, option: string | null = null) => new UserError(message, "usage", option);

/** "a topic: words to look for", "to know when: weekdays 08:00"; an option that is typed by its name goes by that: "into: the other name". */
function needed(name: string, { summary }: Option, isFirst: boolean): string {
  const [, question, answer] = /^(wh\w+): (.+)$/i.exec(summary) ?? [];
  if (question !== undefined) return `to know ${question.toLowerCase()}: ${answer}`;
  const what = !isFirst ? name : /^wh/.test(name) ? `to know ${name}` : `${/^[aeio]/.test(name) ? "an" : "a"} ${name}`;
  return `${what}: ${summary.charAt(0).toLowerCase()}${summary.slice(1)}`;
}

function unknownOption(name: string, declared: Options): string {
  const named = Object.keys(declared).slice(1);
  const known = named.length > 0 ? `this command knows ${named.map((each) => `${each}:`).join(", ")}` : "this command takes none";
  return `There is no option "${name}:"; ${known}. Put words with a colon in quotation marks to search for them.`;
}
