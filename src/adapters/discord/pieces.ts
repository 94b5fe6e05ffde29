/** Words on a line, cut where there is no room for all of them, and how they are written out. */
interface Run {
  /** What stands between the run before and this one. */
  readonly before: string;
  /** As it comes from `plain`. */
  readonly text: string;
  readonly show: (text: string) => string;
}

/** A line of an answer. */
export interface Row {
  /** What makes it a quotation, small print or a heading. */
  readonly open: string;
  readonly runs: readonly Run[];
}

/** Lines that belong together, with what must stand above and below them also where they are cut into pieces. */
export interface Unit {
  /** `part` is "" for the whole, "part 1 of 3" for a piece. */
  readonly head?: (part: string) => string;
  readonly rows: readonly Row[];
  readonly foot?: (part: string) => string;
}

const LONGEST_PART = " · part 999 of 999";

/** Writes a unit out, in pieces of at most `room` characters: between sentences where it can be, else between words. */
export function piecesOf({ head, rows, foot }: Unit, room: number): string[] {
  const written = (lines: readonly Row[], part: string) =>
    stack([head?.(part) ?? "", ...lines.map(writeRow), foot?.(part) ?? ""]);
  const size = rows.reduce((sum, row) => sum + row.runs.reduce((runs, { text }) => runs + text.length, 0), 0);
  const whole = size > room ? null : written(rows, "");
  if (whole !== null && whole.length <= room) return whole === "" ? [] : [whole];
  const around = written([], LONGEST_PART).length + 1;
  const pieces = cut(rows, room - around);
  return pieces.map((lines, k) => written(lines, pieces.length === 1 ? "" : `part ${k + 1} of ${pieces.length}`));
}

const writeRow = ({ open, runs }: Row): string =>
  runs.length === 0
    ? ""
    : open + runs.map(({ before, text, show }, k) => (k === 0 ? before.trimStart() : before) + show(text)).join("");

export const stack = (lines: readonly string[]): string => lines.filter((line) => line !== "").join("\n");

function cut(rows: readonly Row[], room: number): Row[][] {
  const pieces: Row[][] = [];
  let lines: { open: string; runs: Run[] }[] = [];
  let used = 0;
  const turn = () => {
    if (used > 0) pieces.push(lines.filter(({ runs }) => runs.length > 0));
    lines = [];
    used = 0;
  };
  for (const { open, runs } of rows) {
    let line: Run[] = [];
    const begin = () => {
      line = [];
      lines.push({ open, runs: line });
    };
    begin();
    for (const { before, text, show } of runs) {
      let rest = text;
      while (rest !== "") {
        const lead = rest === text ? before : "";
        const left = room - used - (line.length === 0 ? open.length + 1 : 0) - lead.length;
        const length = longestHead(rest, left, show, used === 0);
        if (length > 0) {
          const taken = rest.slice(0, length).trimEnd();
          line.push({ before: lead, text: taken, show });
          used += room - used - left + show(taken).length;
          rest = rest.slice(length).trimStart();
        }
        if (rest !== "") {
          turn();
          begin();
        }
      }
    }
  }
  turn();
  return pieces;
}

const SENTENCES = new Intl.Segmenter("en", { granularity: "sentence" });
const LETTERS = new Intl.Segmenter("en", { granularity: "grapheme" });

const ends = (segmenter: Intl.Segmenter, text: string): number[] =>
  [...segmenter.segment(text)].map(({ index, segment }) => index + segment.length);
const sentenceEnds = (text: string) => ends(SENTENCES, text).filter((end) => /[\s。！？]$/u.test(text.slice(0, end)));
const pointEnds = (text: string) => [...text.matchAll(/./gsu)].map(({ index, 0: point }) => index + point.length);
const wordEnds = (text: string) => [...text.matchAll(/\s+/gu)].map(({ index }) => index);

/** How much of a text fits; cut only between sentences, unless it stands at the head of a piece (`alone`), where something must fit. */
function longestHead(text: string, room: number, show: (text: string) => string, alone: boolean): number {
  const fits = (end: number) => show(text.slice(0, end).trimEnd()).length <= room;
  if (text.length <= room && fits(text.length)) return text.length;
  const window = text.slice(0, Math.max(0, room));
  const longest = (ends: readonly number[]) =>
    lastThatFits(
      ends.filter((end) => end > 0 && end < window.length),
      fits,
    );
  const sentences = longest(sentenceEnds(window));
  if (sentences > 0 || !alone) return sentences;
  return (
    longest(wordEnds(window)) || longest(ends(LETTERS, window)) || longest(pointEnds(window)) || pointEnds(text.slice(0, 2))[0]!
  );
}

/** Halves the places until it is found: the more words, the longer they are when written out. */
function lastThatFits(ends: readonly number[], fits: (end: number) => boolean): number {
  let below = 0;
  let above = ends.length;
  while (below < above) {
    const middle = (below + above) >> 1;
    if (fits(ends[middle]!)) below = middle + 1;
    else above = middle;
  }
  return ends[below - 1] ?? 0;
}
