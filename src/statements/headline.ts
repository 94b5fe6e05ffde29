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

/** Characters of the longest headline. */
const LONGEST = 250;

/** Whether the line of a text that an offset stands in is a headline. */
export function standsInHeadline(text: string, offset: number): boolean {
  const around = text.slice(Math.max(0, offset - LONGEST), offset + LONGEST);
  const at = Math.min(offset, LONGEST);
  const start = Math.max(around.lastIndexOf("\n", at - 1), around.lastIndexOf("\r", at - 1)) + 1;
  const [line = ""] = /^[^\n\r]*/.exec(around.slice(start)) ?? [];
  if (line.length > LONGEST) return false;
  const words = (line.match(/\p{L}[\p{L}\p{N}'\u2019-]*/gu) ?? []).filter((word) => word.length > 3 || /^\p{Lu}/u.test(word));
  return readsAsHeadline(
    {
      counted: words.length,
      capitals: words.filter((word) => /^\p{Lu}/u.test(word)).length,
      shouted: words.filter((word) => /^\p{Lu}{2,}$/u.test(word)).length,
    },
    (line.trimEnd().at(-1) ?? "").replace(/[\u201c\u201d]/, '"').replace(/[\u2018\u2019]/, "'"),
  );
}
