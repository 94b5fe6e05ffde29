import { resolve } from "node:path";
import { IngestError, printable } from "./errors.ts";
import type { Fetcher } from "./fetch.ts";
import { findFiles, kindOfFile, readBytes } from "./files.ts";
import type { PageTools } from "./polling/fetch-allowed.ts";
import type { Raw } from "./reading.ts";
import { isUrl } from "./url.ts";

/** One file or page that was asked for: what came, or why nothing did. */
export type Source = { readonly target: string } & ({ readonly raw: Raw } | { readonly refusal: IngestError });

/** What getting articles needs to know. */
export interface SourceOptions {
  readonly allowPrivateNetwork: boolean;
  /** As a Fetcher's. */
  readonly contact?: string | null;
  /** Hears of each file and page before it is read. */
  readonly onProgress?: (target: string) => void;
  /** Breaks off what is being fetched. */
  readonly signal?: AbortSignal;
}

/** A file as it is on the disk; throws IngestErrors. */
export async function openFile(path: string): Promise<Raw> {
  const bytes = await readBytes(path);
  return { name: path, bytes, kind: kindOfFile(path) ?? "text", charset: null, path: resolve(path), address: null };
}

async function openPage(target: string, web: PageTools): Promise<Raw> {
  const { fetchAllowed } = await import("./polling/fetch-allowed.ts");
  const { bytes, kind, charset, url } = await fetchAllowed(target, web);
  return { name: target, bytes, kind, charset, path: null, address: url };
}

/** Pages that are asked for one after the other, with as much regard for their sites as those of feeds. */
async function openWeb(options: SourceOptions): Promise<PageTools & { readonly fetcher: Fetcher }> {
  const { createFetcher } = await import("./fetch.ts");
  const { createHosts } = await import("./polling/hosts.ts");
  const { createRobotsFiles } = await import("./polling/robots-files.ts");
  const now = () => new Date();
  const [fetcher, hosts] = [createFetcher(options), createHosts(1)];
  return { fetcher, hosts, robots: createRobotsFiles({ fetcher, hosts, now }), now };
}

async function source(target: string, open: () => Promise<Raw>): Promise<Source> {
  try {
    return { target: printable(target), raw: await open() };
  } catch (error) {
    if (error instanceof IngestError) return { target: printable(target), refusal: error };
    throw error;
  }
}

/** Gets files, folders and addresses one after the other; a refusal of one does not stop the others. */
export async function* findSources(targets: Iterable<string>, options: SourceOptions): AsyncGenerator<Source> {
  let web: (PageTools & { readonly fetcher: Fetcher }) | null = null;
  try {
    for (const target of targets) {
      if (isUrl(target)) {
        web ??= await openWeb(options);
        const opened = web;
        options.onProgress?.(printable(target));
        yield await source(target, () => openPage(target, opened));
        continue;
      }
      for await (const file of findFiles(target)) {
        if (file instanceof IngestError) {
          yield { target: file.target, refusal: file };
          continue;
        }
        options.onProgress?.(printable(file));
        yield await source(file, () => openFile(file));
      }
    }
  } finally {
    await web?.fetcher.close();
  }
}
