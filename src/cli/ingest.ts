import { counted } from "../chat/wording.ts";
import type { Config } from "../config.ts";
import { ingest as addArticles } from "../ingest/ingest.ts";
import { extractStatements } from "../statements/extract.ts";
import { openLibrary, WORKSPACE } from "./library.ts";
import { createProgress, type Output } from "./output.ts";
import { sampleIds } from "./samples.ts";

/** Adds articles to the library, one line each; the exit code is 1 when one was refused. A person's first own article takes the samples out. */
export async function ingest(
  config: Config,
  targets: readonly string[],
  options: { json?: boolean },
  output: Output,
): Promise<number> {
  const { out, err } = output;
  const { store } = openLibrary(config);
  const progress = createProgress(err);
  let refused = 0;
  let own = false;
  try {
    const samples = new Set(await sampleIds());
    const { allowPrivateNetwork } = config;
    let read = 0;
    const onProgress = (target: string) => progress.show(`${++read} ${target}`);
    for await (const result of addArticles(targets, {
      store,
      workspace: WORKSPACE,
      extract: extractStatements,
      allowPrivateNetwork,
      onProgress,
    })) {
      progress.done();
      const { outcome, target, title, reason, articleId } = result;
      if (outcome === "refused") refused++;
      else if (!samples.has(articleId ?? "")) own = true;
      if (options.json) out.write(`${JSON.stringify(result)}\n`);
      else if (outcome !== "refused") out.write(`${outcome.padEnd(10)}${title ?? target}\n`);
      else out.write(`refused   ${reason}\n`);
      if (outcome === "refused" && options.json) err.write(`${reason}\n`);
    }
    const removed = own ? await store.removeArticles(WORKSPACE, [...samples]) : 0;
    if (removed > 0) err.write(`The library has articles of your own now: ${counted(removed, "sample article")} taken out.\n`);
    return refused > 0 ? 1 : 0;
  } finally {
    progress.done();
    await store.close();
  }
}
