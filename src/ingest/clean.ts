/**
 * Characters a browser does not show: soft hyphen, zero-width space and no-break space, word joiner, control characters; and the bidi
 * embeddings and overrides, which would reorder our own words around a quotation. Joiners, which shape letters and emoji, stay.
 */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]|(?!\s)\p{Cc}/gu;

/** One line as a browser shows it: what cannot be seen dropped, every run of white space one space, every other character verbatim. */
export function cleanLine(text: string): string {
  return text.toWellFormed().replace(UNSEEN, "").replace(/\s+/g, " ").trim();
}
