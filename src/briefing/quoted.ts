import type { Span } from "../model.ts";

const LETTER = /[\p{L}\p{N}]/u;
const MARK = /["“”«»'‘’\n]/gu;

/** Last place in each paragraph where a single mark can close, so that the apostrophe of 'em opens nothing. */
function lastClosers(text: string): (at: number) => number {
  const closers = Array.from(text.matchAll(/(?<=[\p{L}\p{N}.,?!…])['’](?![\p{L}\p{N}])/gu), (match) => match.index);
  const breaks = Array.from(text.matchAll(/\n/g), (match) => match.index);
  let closer = 0;
  let line = 0;
  return (at) => {
    while (line < breaks.length && breaks[line]! < at) line++;
    const end = breaks[line] ?? text.length;
    while (closer < closers.length && closers[closer]! < end) closer++;
    return closer === 0 ? -1 : closers[closer - 1]!;
  };
}

/** Whether the quotation marks, read one after the other, have a quotation open; each paragraph starts afresh, as print opens it again. */
function createReader(text: string): (mark: string, at: number) => boolean {
  const lastCloser = lastClosers(text);
  let double = false;
  let single = false;
  return (mark, at) => {
    const before = text[at - 1] ?? " ";
    const after = text[at + 1] ?? " ";
    if (mark === "\n") double = single = false;
    else if (mark === "“" || mark === "«") double = true;
    else if (mark === "”" || mark === "»") double = false;
    else if (mark === '"') double = double ? false : !/\d/.test(before);
    else if (single) single = mark === "‘" || LETTER.test(after) || /\s/.test(before);
    else if (mark !== "’") single = !LETTER.test(before) && LETTER.test(after) && lastCloser(at) > at;
    return double || single;
  };
}

/** For each sentence, whether it begins or ends inside a quotation: out of it, such words would read as the outlet's own. */
export function readQuoted(text: string, sentences: readonly Span[]): boolean[] {
  const read = createReader(text);
  const marks = text.matchAll(MARK);
  let next = marks.next();
  let open = false;
  const readUntil = (end: number): boolean => {
    for (; !next.done && next.value.index < end; next = marks.next()) open = read(next.value[0], next.value.index);
    return open;
  };
  return sentences.map(({ start, end }) => {
    const opened = readUntil(start);
    return readUntil(end) || opened;
  });
}
