import { UserError } from "./errors.ts";
import { isRequired, type Option, type Options, type Typed } from "./options.ts";

const LONGEST = 2_000; // characters of one command: no option needs more

/**
 * Splits what a person typed after a command's name, such as `ceasefire by:"Ada Lund" since:7d`, by option name.
 *
 * Quotation marks of any style hold a value together. Words without a name belong to the first option. A named option that takes
 * words goes on to the next name when the first option already has its words, or needs none (`ceasefire by:Ada Lund`); otherwise it
 * takes one word, so that the order is free (`by:Lund ceasefire`). A name nobody declared is passed on for `readOptions` to refuse. Where an
 * option takes several values, quotation marks stay, and more may follow them (`topic:"talks, again", dam`).
 */
export function readTyped(text: string, declared: Options): Typed {
  if (text.length > LONGEST)
    throw new UserError(`That is too long: type at most ${LONGEST.toLocaleString("en-US")} characters.`, "usage");
  const [main] = Object.keys(declared);
  const values: Record<string, string> = {};
  const add = (name: string, value: string) => {
    values[name] = values[name] === undefined ? value : `${values[name]} ${value}`;
  };
  const needsWords = main !== undefined && isRequired(declared[main]!);
  let open: string | undefined = main;
  for (const { name, value, held } of tokens(text, declared)) {
    const own = name ?? open ?? "";
    add(own, held && takesSeveral(declared[own]) ? `"${value}"` : value);
    if (name === null) continue;
    const goesOn =
      (!held || takesSeveral(declared[name])) && (!needsWords || values[main] !== undefined) && takesWords(declared[name]);
    open = goesOn ? name : main;
  }
  return values;
}

const takesSeveral = (option: Option | undefined) => option?.type === "words" && option.several === true;
const takesWords = (option: Option | undefined) => option?.type === "words";

interface Token {
  readonly name: string | null;
  readonly value: string;
  /** The value stood in quotation marks. */
  readonly held: boolean;
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"”“', "“": '”"', "”": '”"', "„": '“”"', "«": "»" };
const NAME = /([a-z][a-z-]{0,31}):(?!\/\/)/iy;
const VALUE = /[^\s]*/y;
const SPACE = /\s*/y;

function tokens(text: string, declared: Options): Token[] {
  const found: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    at += match?.[0].length ?? 0;
    return match;
  };
  for (take(SPACE); at < text.length; take(SPACE)) {
    const name = takeName();
    const closing = CLOSING[text[at] ?? ""];
    const end = closing === undefined ? -1 : firstOf(closing, text, at + 1);
    if (end < 0) found.push({ name, value: take(VALUE)![0], held: false });
    else {
      found.push({ name, value: text.slice(at + 1, end), held: true });
      at = end + 1;
    }
  }
  return found;

  /** A name counts when it was declared or when a value touches it: "note: this" is just words. */
  function takeName(): string | null {
    const start = at;
    const name = take(NAME)?.[1]?.toLowerCase();
    if (name !== undefined && Object.hasOwn(declared, name)) {
      take(SPACE);
      return name;
    }
    if (name !== undefined && /\S/.test(text[at] ?? "")) return name;
    at = start;
    return null;
  }
}

function firstOf(marks: string, text: string, from: number): number {
  const places = [...marks].map((mark) => text.indexOf(mark, from)).filter((place) => place >= 0);
  return places.length === 0 ? -1 : Math.min(...places);
}
