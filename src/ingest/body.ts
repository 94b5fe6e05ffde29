import { pipeline, type Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { FetchRefused } from "./errors.ts";

/** Servers disagree on whether `deflate` has a wrapper (RFC 9110, 8.4.1.2), so it is read but not asked for. */
export const ACCEPT_ENCODING = "gzip, br";

const DECODERS = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
} as const;

/** What bounds a body, and how a refusal of a longer one goes on after naming it. */
export interface BodyLimit {
  /** After decompression. */
  readonly bytes: number;
  readonly remedy: string;
}

/** The only compression a Content-Encoding header names, or null for none. */
function codingOf(encoding: string, address: string): keyof typeof DECODERS | null {
  const names = encoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim());
  const [coding, ...further] = names.filter((name) => name !== "" && name !== "identity");
  if (coding === undefined) return null;
  // A bomb may be packed into itself, and no server has reason to send two.
  if (further.length > 0 || !Object.hasOwn(DECODERS, coding)) {
    throw new FetchRefused(address, "sent a compression that was not asked for: save the page as a file and give that.");
  }
  return coding as keyof typeof DECODERS;
}

/**
 * The body without its compression. What is longer than `limit` is broken off while it streams: no more is held than the limit and one
 * chunk, whatever it would unpack to.
 */
export async function readBody(body: Readable, encoding: string, address: string, limit: BodyLimit): Promise<Uint8Array> {
  const coding = codingOf(encoding, address);
  const decoded = coding === null ? body : pipeline(body, DECODERS[coding](), () => {});
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of decoded as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > limit.bytes) throw new FetchRefused(address, `is longer than ${limit.bytes / 1_000_000} MB: ${limit.remedy}`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
