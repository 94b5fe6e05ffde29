/** Characters that show nothing or rule the terminal: control, format (bidi, zero width), line and paragraph separators. */
const UNSHOWABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
const LONGEST_NAME = 100;

/** A name or address from outside, safe to print in one line: no control characters, no password. */
export function printable(text: string): string {
  const line = text.slice(0, 10_000).toWellFormed().replace(UNSHOWABLE, " ");
  return line.replace(/\/\/[^/@\s]*@/g, "//").trim();
}

/** As `printable`, with the middle of more than 100 characters left out. */
function shortName(text: string): string {
  const points = Array.from(printable(text));
  if (points.length <= LONGEST_NAME) return points.join("") || "An empty name";
  return `${points.slice(0, 59).join("")}…${points.slice(-40).join("")}`;
}

/** Why something did not become an article: one sentence for the person who gave it, with the remedy. */
export class IngestError extends Error {
  override readonly name: string = "IngestError";
  /** What was given, printable. */
  readonly target: string;
  /** The sentence without its beginning. */
  readonly rest: string;

  /** Whether it is a web page, given for a feed: it may name one. */
  readonly isPage: boolean;

  /** `rest` completes the sentence that begins with the target: "is empty: give a file with an article in it." */
  constructor(target: string, rest: string, { isPage = false } = {}) {
    super(`${shortName(target)} ${rest}`);
    this.target = printable(target);
    this.rest = rest;
    this.isPage = isPage;
  }
}

/** As the fields of a FetchRefused; no answer, and for good, where it does not say. */
type RefusedAnswer = Partial<Pick<FetchRefused, "status" | "retryAfter" | "passing">>;

/** Why something was not fetched. */
export class FetchRefused extends IngestError {
  override readonly name = "FetchRefused";
  /** The HTTP status of the answer that refuses; null where there was no answer, or it was refused by us. */
  readonly status: number | null;
  /** The Retry-After header of that answer. */
  readonly retryAfter: string | null;

  /** Whether the same may be had another time, though nothing is done about it. */
  readonly passing: boolean;

  /** `rest` as an IngestError's. */
  constructor(target: string, rest: string, { status = null, retryAfter = null, passing = false }: RefusedAnswer = {}) {
    super(target, rest);
    this.status = status;
    this.retryAfter = retryAfter;
    this.passing = passing;
  }
}
