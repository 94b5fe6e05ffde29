import { counted, languageNote } from "../chat/wording.ts";
import type { Config } from "../config.ts";
import { ingest as addArticles } from "../ingest/ingest.ts";
import { openLibrary, WORKSPACE } from "./library.ts";
import { createProgress, type Output } from "./output.ts";
import { openReader } from "./reader.ts";
import { sampleIds } from "./samples.ts";
import { untilToldToEnd } from "./signals.ts";

/**
 * Adds articles to the library, one line each; the exit code is 1 when one was refused. A person's first own article takes the samples out.
 * Told to end by a signal, it ends between two articles and then by that signal.
 */
export async function ingest(
  config: Config,
  targets: readonly string[],
  options: { json?: boolean },
  output: Output,
): Promise<number> {
  const { out, err } = output;
  const { store } = openLibrary(config);
  const reader = await openReader(targets, { busy: true });
  const progress = createProgress(err);
  let refused = 0;
  const add = async (signal: AbortSignal): Promise<void> => {
    signal.addEventListener("abort", () => void reader.close());
    const samples = new Set(await sampleIds());
    const { allowPrivateNetwork } = config;
    let own = false;
    let read = 0;
    const onProgress = (target: string) => progress.show(`${++read} ${target}`);
    const outcomes = addArticles(targets, { store, workspace: WORKSPACE, reader, allowPrivateNetwork, onProgress, signal });
    for await (const result of outcomes) {
      progress.done();
      const { outcome, target, title, reason, articleId, language } = result;
      const note = languageNote(language);
      if (outcome === "refused") refused++;
      else if (!samples.has(articleId ?? "")) own = true;
      if (options.json) out.write(`${JSON.stringify(result)}\n`);
      else if (outcome !== "refused") out.write(`${outcome.padEnd(10)}${title ?? target}${note === null ? "" : ` (${note})`}\n`);
      else out.write(`refused   ${reason}\n`);
      if (outcome === "refused" && options.json) err.write(`${reason}\n`);
    }
    const removed = own ? await store.removeArticles(WORKSPACE, [...samples]) : 0;
    if (removed > 0) err.write(`The library has articles of your own now: ${counted(removed, "sample article")} taken out.\n`);
  };
  let told: NodeJS.Signals | null = null;
  try {
    told = await untilToldToEnd(add);
  } finally {
    progress.done();
    await reader.close();
    await store.close();
  }
  if (told !== null) {
    err.write("Stopped: what was added so far is in the library.\n");
    process.kill(process.pid, told);
  }
  return refused > 0 ? 1 : 0;
}
