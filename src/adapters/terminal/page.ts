import { styleText } from "node:util";
import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";

/** What the terminal shows and takes, in columns where nothing else is said; no answer is ever cut. */
export const LIMITS = {
  /** Lines of text are no longer than this on a wider terminal, for the eye's sake; a link is never broken. */
  line: 80,
  /** The narrowest line that still holds a wide character. */
  least: 2,
  /** Below this nothing is indented. */
  indented: 24,
  indent: 4,
  /** Terms up to this width stand in a column beside their text. */
  term: 26,
  /** Characters of one typed line. */
  typed: 4_000,
  /** Lines of history. */
  history: 500,
} as const;

/** `width` in columns; Infinity where there is no terminal, so that links stay whole. */
export interface Style {
  readonly width: number;
  readonly colour: boolean;
}

type Format = Parameters<typeof styleText>[0];

/** Wraps and paints for one style; all text handed to it must have been through `plain`. */
export interface Page {
  readonly columns: number;
  readonly indent: string;
  paint(format: Format, text: string): string;
  /** Wrapped lines that begin with `indent`; `first`, no wider, begins the first one. */
  paragraph(text: string, indent?: string, first?: string): string;
  /** An address on one line however long, so that it can be clicked and copied: a terminal shows it on two without breaking it. */
  link(text: string, indent?: string): string;
}

export function createPage({ width, colour }: Style): Page {
  const columns = Math.min(LIMITS.line, Math.max(LIMITS.least, Math.floor(width) || LIMITS.line));
  const indented = columns >= LIMITS.indented;
  const lines = (text: string, columns: number, indent: string, first: string) => {
    if (text === "") return [];
    if (!indented) return wrap(first.trimStart() + text, columns);
    return wrap(text, columns - stringWidth(indent)).map((line, at) => (at === 0 ? first : indent) + line);
  };
  return {
    columns,
    indent: indented ? " ".repeat(LIMITS.indent) : "",
    paint: (format, text) => (colour && text !== "" ? styleText(format, text, { validateStream: false }) : text),
    paragraph: (text, indent = "", first = indent) => lines(text, columns, indent, first).join("\n"),
    link: (text, indent = "") => `${indented ? indent : ""}${text}`,
  };
}

const wrap = (text: string, columns: number): string[] =>
  wrapAnsi(text, columns, { hard: true })
    .split("\n")
    .flatMap((line) => (stringWidth(line) <= columns ? [line] : chop(line, columns)));

/** One grapheme can be wider than a line (a run of Hangul jamo, of spacing marks): it is broken between its code points. */
function chop(line: string, columns: number): string[] {
  const rows = [""]; // the only control characters left are those of our own colours
  for (const [token] of line.matchAll(/\p{Cc}\[\d+m|./gsu)) {
    if (stringWidth(rows.at(-1)! + token) > columns) rows.push("");
    rows[rows.length - 1] += token;
  }
  return rows;
}
