import { join } from "node:path";
import { counted } from "../chat/wording.ts";
import type { Config } from "../config.ts";
import * as copies from "../store/sqlite/backup.ts";
import type { Output } from "./output.ts";

interface Options {
  readonly force?: boolean;
  readonly json?: boolean;
}

const library = ({ dataDir }: Config): string => join(dataDir, "library.db");

/** Copies the library to a file while it is in use; throws a `StoreError` that says why not. */
export function backup(config: Config, file: string, options: Options, output: Output): number {
  tell("backed up", file, copies.backUp(library(config), file, options.force === true), options, output);
  return 0;
}

/** Puts a backup in the library's place, and says what comes again; throws a `StoreError` that says why not. */
export function restore(config: Config, file: string, options: Options, output: Output): number {
  const restored = copies.restore(file, library(config), options.force === true);
  tell("restored", file, restored, options, output);
  const { due } = restored;
  if (due > 0)
    output.err.write(
      `${counted(due, "digest")} ${due === 1 ? "was" : "were"} due since this backup was made. What was posted since is not known in it: ` +
        `${due === 1 ? "it comes" : "they come"} once more, marked late, or not at all where that is too late.\n`,
    );
  return 0;
}

function tell(done: string, file: string, copied: copies.Copied, { json }: Options, { out }: Output): void {
  const { articles, bytes } = copied;
  const size = `${(bytes / 1e6).toFixed(1)} MB`;
  out.write(json ? `${JSON.stringify({ file, ...copied })}\n` : `${done}  ${file}: ${counted(articles, "article")}, ${size}\n`);
}
