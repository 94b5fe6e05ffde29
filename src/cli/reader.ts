import { stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { IngestError } from "../ingest/errors.ts";
import { createReader, type Reader } from "../ingest/reader.ts";
import { isUrl } from "../ingest/url.ts";
import { findInputs } from "./read.ts";

/** Up to here, in bytes of all files, one thread is sooner done than others are started: about twenty short articles, or one page. */
const LITTLE = 100_000;

/**
 * Reads articles in this thread where there is little to read, and otherwise, or from the web, in others that use all cores. `busy` says
 * that this thread has so much to do with what they have read that it takes a core itself.
 */
export async function openReader(targets: readonly string[], { busy }: { readonly busy: boolean }): Promise<Reader> {
  if (await isMuch(targets)) {
    const { createThreads } = await import("../ingest/threads.ts");
    return createThreads(Math.max(1, availableParallelism() - (busy ? 1 : 0)));
  }
  return createReader((await import("../statements/extract.ts")).extractStatements);
}

async function isMuch(targets: readonly string[]): Promise<boolean> {
  if (targets.some(isUrl)) return true;
  let bytes = 0;
  for await (const path of findInputs(targets)) {
    if (!(path instanceof IngestError)) bytes += (await stat(path).catch(() => null))?.size ?? 0;
    if (bytes > LITTLE) return true;
  }
  return false;
}
