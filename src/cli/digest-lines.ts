import { describeFilter, describePlace } from "../chat/digest-words.ts";
import type { ShownDigest } from "../chat/digests.ts";
import { plainLine } from "../chat/plain.ts";
import type { Delivery } from "../model.ts";
import { terminalIn } from "./places.ts";
import type { Asked } from "./subcommands.ts";

/** What programs get of a digest. */
export function digestJson({ digest, when, runs, last }: ShownDigest) {
  const { number, filter, schedule, place, length, ping, quiet, latest, pause, by, createdAt } = digest;
  const run = last && { due: last.due, state: last.state, endedAt: last.endedAt };
  return {
    number,
    when,
    ...schedule,
    ...place,
    ...filter,
    length,
    ping,
    quiet,
    latest,
    pause,
    by,
    createdAt,
    next: runs,
    last: run,
  };
}

/** What programs get of a run: all but the messages' content. */
export const runJson = ({ key: _, claimedAt: __, posts, ...run }: Delivery) => ({
  ...run,
  posts: posts.map(({ content: _, ...post }) => post),
});

/** What became of a digest, in one line. */
export function digestLine(outcome: string, { digest, when, runs: [next] }: ShownDigest, { config, digests }: Asked): string {
  const { number, filter, place, schedule, pause } = digest;
  const isOver = outcome === "paused" || outcome === "removed";
  const paused = pause === null ? "" : `; paused${pause.why === null ? "" : `: ${pause.why}`}`;
  const then = isOver ? "" : next ? `; next ${digests.showInstant(next, schedule.zone)}` : paused;
  const where = describePlace(place, { ...terminalIn(config), id: "" });
  return `${outcome.padEnd(10)}${number}. ${plainLine(describeFilter(filter))}, ${when}, ${where}${then}`;
}
