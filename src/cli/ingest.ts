import { copyNote, counted, languageNote } from "../chat/wording.ts";
import type { Config } from "../config.ts";
import { ingest as addArticles, type Outcome } from "../ingest/ingest.ts";
import { type IngestFeedOptions, ingestFeed } from "../ingest/polling/ingest-feed.ts";
import { openLibrary } from "./library.ts";
import { createProgress, type Output } from "./output.ts";
import { LOCAL } from "./places.ts";
import { openReader } from "./reader.ts";
import { sampleIds } from "./samples.ts";
import { untilToldToEnd } from "./signals.ts";

async function* addFeeds(targets: readonly string[], options: Omit<IngestFeedOptions, "now">): AsyncGenerator<Outcome> {
  for (const target of targets) yield* ingestFeed(target, { ...options, now: () => new Date() });
}

/**
 * Adds articles to the library, one line each; the exit code is 1 when one was refused. A person's first own article takes the samples out.
 * Told to end by a signal, it ends between two articles and then by that signal.
 */
export async function ingest(
  config: Config,
  targets: readonly string[],
  options: { feed?: boolean; json?: boolean },
  output: Output,
): Promise<number> {
  const { out, err } = output;
  const { store, newsroom, close } = openLibrary(config);
  const reader = options.feed ? null : await openReader(targets, { busy: true });
  const progress = createProgress(err);
  let refused = 0;
  const add = async (signal: AbortSignal): Promise<void> => {
    signal.addEventListener("abort", () => void (reader?.close() ?? newsroom.close()));
    const samples = new Set(await sampleIds());
    const { allowPrivateNetwork, contact, workspace } = config;
    let own = false;
    let read = 0;
    const onProgress = (target: string) => progress.show(`${++read} ${target}`);
    const where = { store, workspace, onProgress, signal };
    const outcomes =
      reader === null
        ? addFeeds(targets, { ...where, ...(await newsroom.web()) })
        : addArticles(targets, { ...where, reader, allowPrivateNetwork, contact });
    for await (const result of outcomes) {
      progress.done();
      const { outcome, target, title, reason, articleId, language } = result;
      const original = outcome === "duplicate" && articleId !== null ? await store.original(workspace, articleId) : null;
      const note = original === null ? languageNote(language) : copyNote(original);
      if (outcome === "refused") refused++;
      else if (!samples.has(articleId ?? "")) own = true;
      if (options.json)
        out.write(
          `${JSON.stringify({ ...result, copyOf: original && { id: original.id, title: original.title, outlet: original.outlet } })}\n`,
        );
      else if (outcome !== "refused") out.write(`${outcome.padEnd(10)}${title ?? target}${note === null ? "" : ` (${note})`}\n`);
      else out.write(`refused   ${reason}\n`);
      if (outcome === "refused" && options.json) err.write(`${reason}\n`);
    }
    const removed = own && workspace === LOCAL ? await store.removeArticles(LOCAL, [...samples]) : 0;
    if (removed > 0) err.write(`The library has articles of your own now: ${counted(removed, "sample article")} taken out.\n`);
  };
  let told: NodeJS.Signals | null = null;
  try {
    told = await untilToldToEnd(add);
  } finally {
    progress.done();
    await reader?.close();
    await close();
  }
  if (told !== null) {
    err.write("Stopped: what was added so far is in the library.\n");
    process.kill(process.pid, told);
  }
  return refused > 0 ? 1 : 0;
}
