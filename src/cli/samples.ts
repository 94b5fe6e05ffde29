import { fileURLToPath } from "node:url";
import { ingest, readArticles } from "../ingest/ingest.ts";
import { createReader } from "../ingest/reader.ts";
import type { Store } from "../store/store.ts";
import { LOCAL } from "./places.ts";

/** Reports about an invented summit that come with the program: something to ask about before there are articles of one's own. */
const FOLDER = fileURLToPath(new URL("../../samples", import.meta.url));

const OFFLINE = { allowPrivateNetwork: false };

/** Adds the samples; returns how many there are. */
export async function addSamples(store: Store): Promise<number> {
  const reader = createReader((await import("../statements/extract.ts")).extractStatements);
  const outcomes = await Array.fromAsync(ingest([FOLDER], { ...OFFLINE, store, workspace: LOCAL, reader }));
  return outcomes.filter(({ outcome }) => outcome === "added").length;
}

/** Takes the samples out; returns how many there were. */
export const removeSamples = async (store: Store): Promise<number> => store.removeArticles(LOCAL, await sampleIds());

/** The samples' article ids, to tell them from a person's own. */
export async function sampleIds(): Promise<string[]> {
  const found = await Array.fromAsync(readArticles([FOLDER], OFFLINE));
  return found.flatMap((sample) => ("draft" in sample ? [sample.draft.id] : []));
}
