import { describeFilter, describePlace, describeWatch } from "../chat/digest-words.ts";
import type { Digests, ShownWatch } from "../chat/digests.ts";
import { plainLine } from "../chat/plain.ts";
import type { Config } from "../config.ts";
import { ownerIn, terminalIn } from "./places.ts";
import { whyUnchecked } from "./reach.ts";
import { inLibrary, type Options, onEach, onOne } from "./subcommands.ts";

export interface TypedWatch extends Options, Omit<Parameters<Digests["watches"]["add"]>[1], "topic"> {}

/** What programs get of a watch. */
function watchJson({ watch, last }: ShownWatch) {
  const { number, filter, place, most, quietHours, pause, by, createdAt } = watch;
  const told = last && { due: last.due, state: last.state, endedAt: last.endedAt };
  return { number, ...place, ...filter, most, quietHours, pause, by, createdAt, last: told };
}

function line(outcome: string, { watch }: ShownWatch, config: Config): string {
  const { number, filter, place, pause } = watch;
  const where = describePlace(place, { ...terminalIn(config), id: "" });
  const paused = pause === null || outcome !== "" ? "" : ` Paused${pause.why === null ? "." : `: ${pause.why}`}`;
  return `${outcome}${number}. ${plainLine(describeFilter(filter))}, ${where}. ${describeWatch(watch)}${paused}`;
}

const done = (outcome: string, act: (watches: Digests["watches"], workspace: string, named: string) => Promise<ShownWatch>) =>
  onEach(async (named, { config, digests, lines }) => {
    const shown = await act(digests.watches, config.workspace, named);
    lines.done(line(outcome.padEnd(10), shown, config), { outcome, ...watchJson(shown) });
  });

export const listWatches = inLibrary(async ({ config, output, digests, lines }) => {
  const { items } = await digests.watches.list(config.workspace, { offset: 0, limit: 1_000 });
  for (const shown of items) lines.done(line("", shown, config), watchJson(shown));
  if (items.length === 0) output.err.write("No watches yet: npm run -s on-record -- watches add ceasefire\n");
});

export const addWatch = onOne<TypedWatch>(async (topic, { config, options, output, digests, lines }) => {
  const { owner, channel } = ownerIn(config, options.channel);
  const unchecked = await whyUnchecked(config, owner.place, "watches");
  const shown = await digests.watches.add(owner, { ...options, topic, channel });
  lines.done(line("added     ", shown, config), { outcome: "added", ...watchJson(shown), checked: unchecked === null });
  if (unchecked !== null) output.err.write(`${unchecked}\n`);
}, "add");

export const pauseWatches = done("paused", (watches, workspace, named) => watches.pause(workspace, named));
export const resumeWatches = done("resumed", (watches, workspace, named) => watches.resume(workspace, named));
export const removeWatches = done("removed", (watches, workspace, named) => watches.remove(workspace, named));
