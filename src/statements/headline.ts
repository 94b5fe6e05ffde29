/** How the words of a line are written; words of fewer than four letters in lower case are not counted. */
interface Lettering {
  readonly counted: number;
  readonly capitals: number;
  /** All in capitals. */
  readonly shouted: number;
}

const TITLE_CASE_SHARE = 0.7;
/** A line of so many capitals is a headline even with a full stop. */
const SURE_SHARE = 0.9;

/** Whether a line with this `last` token is a headline in title case or a line of capitals, whose capitals tell nothing. */
export function readsAsHeadline({ counted, capitals, shouted }: Lettering, last: string): boolean {
  if (counted >= 3 && shouted >= counted) return true;
  if (counted < 5 || counted > 25) return false;
  if (capitals >= counted * SURE_SHARE && counted - capitals <= 1) return true;
  return capitals >= counted * TITLE_CASE_SHARE && !/^[.!?:;,"')]$/.test(last);
}

/** More words in small letters than any headline has: 30 % of 25. */
const MOST_SMALL = 7;

/** How the words of a line are written; null as soon as so many are in small letters that it is no headline, as most lines are. */
function letteringOf(line: string): Lettering | null {
  let counted = 0;
  let capitals = 0;
  let shouted = 0;
  for (const [word] of line.matchAll(/\p{L}[\p{L}\p{N}'\u2019-]*/gu)) {
    if (/^\p{Lu}/u.test(word)) {
      capitals++;
      if (/^\p{Lu}{2,}$/u.test(word)) shouted++;
    } else if (word.length < 4) continue;
    counted++;
    if (counted - capitals > MOST_SMALL) return null;
  }
  return { counted, capitals, shouted };
}

/** Characters of the longest headline. */
const LONGEST = 250;

/** Whether the line of a text that an offset stands in is a headline. */
export function standsInHeadline(text: string, offset: number): boolean {
  const around = text.slice(Math.max(0, offset - LONGEST), offset + LONGEST);
  const at = Math.min(offset, LONGEST);
  const start = Math.max(around.lastIndexOf("\n", at - 1), around.lastIndexOf("\r", at - 1)) + 1;
  const [line = ""] = /^[^\n\r]*/.exec(around.slice(start)) ?? [];
  if (line.length > LONGEST) return false;
  const lettering = letteringOf(line);
  if (!lettering) return false;
  return readsAsHeadline(lettering, (line.trimEnd().at(-1) ?? "").replace(/[\u201c\u201d]/, '"').replace(/[\u2018\u2019]/, "'"));
}
