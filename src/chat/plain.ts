const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu; // zero-width, bidirectional overrides, tags (Unicode DerivedCoreProperties)
const LINE_BREAK = /[\n\v\f\r\u2028\u2029][\s\u2028\u2029]*/gu;
const CONTROL = /[^\P{Cc}\n]|\p{Cs}/gu; // C0, C1 and lone surrogates

/**
 * The one gate for untrusted text on its way out: nothing that passes moves a cursor, changes a colour or reorders letters.
 * What cannot be seen is dropped, a control character shows as U+FFFD, line breaks become one line feed, and no space of any kind is
 * left at either end: a name of nothing else is no name.
 */
export const plain = (text: string): string =>
  text
    .replace(INVISIBLE, "")
    .replaceAll("\t", " ")
    .replace(LINE_BREAK, "\n")
    .replace(CONTROL, "\ufffd")
    .replace(/ {2,}/g, " ")
    .trim();

/** The same on one line, for all that stands inside a line of ours. */
export const plainLine = (text: string): string => plain(text).replaceAll("\n", " ");
