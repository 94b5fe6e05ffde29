import { STATUS_CODES } from "node:http";
import { FetchRefused } from "./errors.ts";

/** What may go better another time, by the code of Node or undici, as the rest of a sentence that begins with the address. */
const PASSING: Readonly<Record<string, string>> = {
  ENOTFOUND: "is at a host that nobody knows: check the address.",
  EAI_AGAIN: "could not be looked up: check the network connection and try again.",
  ECONNREFUSED: "refuses connections: check the address.",
  ECONNRESET: "broke off the connection: try again later.",
  UND_ERR_SOCKET: "broke off the connection: try again later.",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "sent less or more than it announced: try again later.",
};
/** What will not. */
const LASTING: Readonly<Record<string, string>> = {
  UND_ERR_HEADERS_OVERFLOW: "answered with headers that are too long: give another address.",
  ON_RECORD_PRIVATE: "leads into a private network: set ALLOW_PRIVATE_NETWORK=1 if that is meant.",
};
const UNREACHABLE = "could not be reached: check the address and the network connection.";

function codeOf(error: unknown): string {
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown[] };
  if (typeof code === "string") return code;
  const inner = cause ?? errors?.[0];
  return inner === undefined ? "" : codeOf(inner);
}

/** The refusal for an error of the network; refusals pass as they are. */
export function asRefusal(error: unknown, address: string): FetchRefused {
  if (error instanceof FetchRefused) return error;
  const code = typeof error === "object" && error !== null ? codeOf(error) : "";
  if (Object.hasOwn(LASTING, code)) return new FetchRefused(address, LASTING[code]!);
  return new FetchRefused(address, passingWords(code), { passing: true });
}

function passingWords(code: string): string {
  if (Object.hasOwn(PASSING, code)) return PASSING[code]!;
  if (/CERT|SSL|TLS|SIGNATURE/.test(code)) return "has a certificate that is not valid: check the address.";
  if (/^Z_|^ERR_.*(?:ZLIB|BROTLI)|^ERR__/.test(code)) return "sent broken compression: try again later.";
  if (code.startsWith("HPE_")) return "does not answer as a web server: check the address.";
  return UNREACHABLE;
}

/** Whether a server says that it cannot answer now. */
const isBusy = (status: number): boolean => status === 429 || status >= 500;

/** The refusal for an HTTP status that brings nothing, with the Retry-After header beside it. */
export function statusRefusal(status: number, address: string, retryAfter: string | null): FetchRefused {
  return new FetchRefused(address, statusWords(status), { status, retryAfter, passing: isBusy(status) });
}

function statusWords(status: number): string {
  const words = `${status}${STATUS_CODES[status] ? ` ${STATUS_CODES[status]}` : ""}`;
  if (status === 401 || status === 402 || status === 403) {
    return `does not let us read it (${words}): save the page as a file and give that.`;
  }
  if (status === 404 || status === 410) return `has no page (${words}): check the address.`;
  if (isBusy(status)) return `cannot answer now (${words}): try again later.`;
  return `answered without a page (${words}): check the address.`;
}
