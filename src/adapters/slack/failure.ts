import { webApi } from "@slack/bolt";

/**
 * Why Slack did not do what it was asked.
 * - "busy": too much was asked of it (429); nothing was done.
 * - "unreachable": it was not reached; nothing was done.
 * - "refused": it said no; nothing was done.
 * - "failed": it says that something broke on its side (5xx), mostly before anything was done.
 * - "dropped": no answer came; more likely done than not.
 */
export class SlackFailure extends Error {
  override name = "SlackFailure";
  readonly kind: "busy" | "unreachable" | "refused" | "failed" | "dropped";
  /** Slack's own word for it, such as `not_in_channel`. */
  readonly code: string;
  /** How long it asks to be left alone, in milliseconds. */
  readonly wait: number;

  constructor(kind: SlackFailure["kind"], code: string, wait = 0) {
    super(`${kind}: ${code}`);
    this.kind = kind;
    this.code = code;
    this.wait = wait;
  }

  /** Nobody knows whether it was done. */
  get isUnsure(): boolean {
    return this.kind === "failed" || this.kind === "dropped";
  }
}

const ITS_OWN_FAULT = ["internal_error", "fatal_error", "service_unavailable", "request_timeout"];
const NOT_REACHED = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT"];

/** What an error of Slack's client or of `fetch` means. */
export function failureOf(error: unknown): SlackFailure {
  if (error instanceof SlackFailure) return error;
  if (error instanceof webApi.WebAPIRateLimitedError) return new SlackFailure("busy", "ratelimited", error.retryAfter * 1_000);
  if (error instanceof webApi.WebAPIPlatformError) return failureByCode(error.data.error);
  if (error instanceof webApi.WebAPIHTTPError) return failureByStatus(error.statusCode, String(error.statusCode));
  const cause = causeOf(error instanceof webApi.WebAPIRequestError ? error.original : error);
  return new SlackFailure(NOT_REACHED.includes(cause) ? "unreachable" : "dropped", cause);
}

/** Whoever answers in Slack's place, a proxy or a website, says more than a word. */
const WORD = /^\w{1,100}$/;

export function failureByCode(code: string): SlackFailure {
  if (!WORD.test(code)) return new SlackFailure("failed", "unreadable answer");
  if (code === "ratelimited" || code === "rate_limited") return new SlackFailure("busy", "ratelimited", 1_000);
  return new SlackFailure(ITS_OWN_FAULT.includes(code) ? "failed" : "refused", code);
}

export const failureByStatus = (status: number, code: string, retryAfter: string | null = null): SlackFailure =>
  status === 429
    ? new SlackFailure("busy", "ratelimited", (Number(retryAfter) || 1) * 1_000)
    : new SlackFailure(status >= 500 ? "failed" : "refused", code);

/** The system's code of a network error (`ECONNRESET`), which lies some causes deep. */
function causeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") return at.code;
  }
  return error instanceof Error ? error.name : "unknown";
}
