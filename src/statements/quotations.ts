import type { Span } from "../model.ts";

/** One quotation with what stands between its marks; a quotation over several paragraphs has a fragment in each. */
export interface Quotation {
  /** From the opening mark to behind the closing one, a fragment a paragraph. */
  readonly outer: readonly Span[];
  /** The same without marks and without white space at the ends. */
  readonly inner: readonly Span[];
  /** 0 for a quotation that stands in no other. */
  readonly depth: number;
  /** False where the closing mark is missing: such a quotation ends with its paragraph. */
  readonly closed: boolean;
}

type Family = "double" | "single" | "angle" | "single angle";
type Side = "open" | "close" | "either";

/** What each mark may do by its shape; German and Swedish usage turns some round, so the place decides in the end. */
const MARKS: Readonly<Record<string, { family: Family; side: Side }>> = {
  "\u201c": { family: "double", side: "open" },
  "\u201d": { family: "double", side: "close" },
  "\u201e": { family: "double", side: "open" },
  "\u201f": { family: "double", side: "open" },
  '"': { family: "double", side: "either" },
  "``": { family: "double", side: "open" },
  "''": { family: "double", side: "either" },
  "\u2018": { family: "single", side: "open" },
  "\u201a": { family: "single", side: "open" },
  "\u201b": { family: "single", side: "open" },
  "\u2019": { family: "single", side: "close" },
  "'": { family: "single", side: "either" },
  "\u00ab": { family: "angle", side: "either" },
  "\u00bb": { family: "angle", side: "either" },
  "\u2039": { family: "single angle", side: "either" },
  "\u203a": { family: "single angle", side: "either" },
};

/** Words that begin with an apostrophe ('tis, 'em, rock 'n' roll, the '90s). */
const ELISION = /^(?:\d0s|\d\d\b|tis\b|twas\b|em\b|til\b|till\b|cause\b|bout\b|round\b|n\b|cuz\b|im\b|er\b)/i;

const SPACE = /[\s\u200b\u2066-\u2069\u200e\u200f]/;
const LETTER = /[\p{L}\p{N}\p{M}]/u;
const OPENS_AFTER = /[([{<=|/\u2014\u2013\u2015]/;
const CLOSES_BEFORE = /[.,;:!?)\]}\u2026]/;

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly family: Family;
  readonly glyph: string;
  readonly opens: boolean;
  readonly closes: boolean;
  /** Might as well be the apostrophe of a plural possessive. */
  readonly possessive: boolean;
}

interface Open {
  /** Whether the same mark opened again before this one was closed: then this one's end was forgotten. */
  again: boolean;
  readonly mark: Mark;
  /** Stands where a quotation of whole sentences begins: what was never closed is kept only there. */
  readonly leads: boolean;
  readonly outer: Span[];
  readonly inner: Span[];
}

/** The first character from `at` that is no quotation mark, looked for over a few places. */
function neighbour(line: string, at: number, step: 1 | -1): string {
  let i = at;
  while (i - at < 4 && at - i < 4 && line[i] !== undefined && (line[i]! in MARKS || line[i] === "`")) i += step;
  return line[i] ?? " ";
}

/** Reads a mark's place; where it may both open and close, the marks before it decide. Null for an apostrophe or inches. */
function markAt(line: string, start: number, glyph: string): Mark | null {
  const end = start + glyph.length;
  const { family, side } = MARKS[glyph]!;
  const before = neighbour(line, start - 1, -1);
  const after = neighbour(line, end, 1);
  const ahead = line.slice(end, end + 6);
  if (family === "single") {
    if (LETTER.test(line[start - 1] ?? " ") && LETTER.test(line[end] ?? " ")) return null;
    if (!LETTER.test(before) && (glyph === "\u2018" ? /^\d0s\b/ : ELISION).test(ahead)) return null;
  }
  if (glyph === '"' && /\d['\u2019]\d+$/.test(line.slice(Math.max(0, start - 6), start)) && !LETTER.test(after)) return null;
  const leftFree = SPACE.test(before) || OPENS_AFTER.test(before);
  const rightFree = SPACE.test(after) || CLOSES_BEFORE.test(after);
  const mustOpen = leftFree && !SPACE.test(after);
  const mustClose = !SPACE.test(before) && rightFree;
  const opens = side === "open" ? !mustClose : side === "close" ? mustOpen && family !== "single" : !mustClose;
  const closes = side === "open" ? mustClose : side === "close" || !mustOpen;
  const possessive = family === "single" && /[sSxXzZ]/.test(before) && /^\s+\p{Ll}/u.test(ahead);
  return { start, end, family, glyph, opens, closes, possessive };
}

/** The marks of one paragraph; single ones that cannot be paired are taken for apostrophes and left out. */
function marksOf(line: string, goesOn: boolean): Mark[] {
  const marks: Mark[] = [];
  for (const { 0: glyph, index } of line.matchAll(
    /[\u201c\u201d\u201e\u201f"\u2018\u2019\u201a\u201b\u00ab\u00bb\u2039\u203a]|``|''(?!')|'/g,
  )) {
    const mark = markAt(line, index, glyph);
    if (mark) marks.push(mark);
  }
  const kept: Mark[] = [];
  let laterClose = false;
  for (const mark of marks.reverse()) {
    if (mark.family !== "single") kept.push(mark);
    else if (mark.closes && !(mark.possessive && laterClose)) {
      laterClose = true;
      kept.push(mark);
    } else if (!mark.closes && (laterClose || (mark.glyph === "\u2018" && goesOn))) {
      laterClose = false;
      kept.push(mark);
    }
  }
  return kept.reverse();
}

function trimmed(text: string, start: number, end: number): Span {
  let [a, b] = [start, Math.max(start, end)];
  while (a < b && SPACE.test(text[a]!)) a++;
  while (b > a && SPACE.test(text[b - 1]!)) b--;
  return { start: a, end: b };
}

function nested(quotations: readonly Quotation[]): Quotation[] {
  const around: number[] = [];
  return quotations.map((quotation) => {
    while (around.length > 0 && around.at(-1)! <= quotation.outer[0]!.start) around.pop();
    around.push(quotation.outer.at(-1)!.end);
    return { ...quotation, depth: around.length - 1 };
  });
}

/**
 * Pairs the quotation marks of every style, in order of the opening marks. A paragraph that opens again while the one before
 * was never closed continues the same quotation, as newspapers print it. Linear in the text.
 */
export function readQuotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  let pending: Open | null = null;
  const finish = (open: Open, closed: boolean) => {
    const empty = open.inner.every((span) => span.end === span.start);
    if (!empty && (closed || open.outer.length > 1 || open.leads))
      found.push({ outer: open.outer, inner: open.inner, depth: 0, closed });
  };
  for (const { 0: line, index: base } of text.matchAll(/[^\n\r]+/g)) {
    if (line.trim() === "") continue;
    const first = base + line.search(/\S/);
    const bottom = base + line.trimEnd().length;
    const stack: Open[] = [];
    const openNow = { double: 0, single: 0, angle: 0, "single angle": 0 };
    const push = (mark: Mark) => {
      const carried: Open | null = pending;
      if (carried && mark.start + base === first && carried.mark.family === mark.family) stack.push({ ...carried, mark });
      else {
        if (carried && stack.length === 0) finish(carried, false);
        const leads = /(^|[:,])\s*$/.test(line.slice(Math.max(0, mark.start - 2), mark.start));
        stack.push({ mark, leads, again: false, outer: [], inner: [] });
      }
      pending = null;
      openNow[mark.family]++;
    };
    const drop = (): Open => {
      const open = stack.pop()!;
      openNow[open.mark.family]--;
      return open;
    };
    const part = (open: Open, innerEnd: number, outerEnd: number) => {
      open.outer.push({ start: base + open.mark.start, end: outerEnd });
      open.inner.push(trimmed(text, base + open.mark.end, innerEnd));
    };
    const goesOn = /^\s*\u2018/.test(text.slice(base + line.length, base + line.length + 8));
    for (const mark of marksOf(line, goesOn)) {
      const inFamily = openNow[mark.family] > 0;
      const top = stack.at(-1);
      const around = line.slice(Math.max(0, mark.start - 2), mark.end + 1);
      const badlySpaced = mark.glyph === '"' && top?.mark.glyph === '"' && /^,\s"\p{Ll}/u.test(around);
      if (inFamily && (mark.closes || badlySpaced) && (mark.family !== "single" || top?.mark.family === "single")) {
        while (stack.at(-1)!.mark.family !== mark.family) drop();
        const open = drop();
        part(open, base + mark.start, base + mark.end);
        finish(open, true);
      } else if (mark.opens) {
        for (let i = stack.length - 1; i >= 0 && inFamily; i--)
          if (stack[i]!.mark.family === mark.family) {
            stack[i]!.again = true;
            break;
          }
        push(mark);
      }
    }
    if (pending) finish(pending, false);
    pending = null;
    const outermost = stack[0];
    if (!outermost) continue;
    // An inner mark of the same shape means that the outer one was never meant to reach so far.
    const broken = stack.slice(1).find((open) => open.mark.family === outermost.mark.family);
    const survivor = broken ?? outermost;
    if (survivor.again) continue;
    part(survivor, bottom, bottom);
    pending = survivor;
  }
  if (pending) finish(pending, false);
  return nested(found.sort((a, b) => a.outer[0]!.start - b.outer[0]!.start));
}
