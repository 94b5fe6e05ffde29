import { digestLines } from "../../commands/digest-card.ts";
import { renderCard } from "../adapters/terminal/render.ts";
import { describeFilter, describePlace } from "../chat/digest-words.ts";
import type { Digests, ShownDigest, WantedDigest } from "../chat/digests.ts";
import { plainLine } from "../chat/plain.ts";
import { leftOutLines, nothingFor, runLines } from "../chat/run-words.ts";
import type { Config } from "../config.ts";
import type { Delivery } from "../model.ts";
import { withLibrary } from "./library.ts";
import { createLines } from "./lines.ts";
import { type Output, widthOf } from "./output.ts";
import { ownerIn, terminalIn } from "./places.ts";

interface Options {
  readonly json?: boolean;
}

/** As the options of `digests add` and `digests edit` are typed. */
export interface TypedDigest extends Options, Omit<WantedDigest, "ping" | "latest"> {
  /** False for nobody. */
  readonly ping?: string | false;
  /** Milliseconds. */
  readonly late?: number;
  /** Of a run, counted from the last. */
  readonly run?: number;
}

const ALL = { offset: 0, limit: 1_000 };
const RUNS = 5;

const wanted = ({ json: _, late, run: __, ping, ...typed }: TypedDigest): WantedDigest => ({
  ...typed,
  latest: late,
  ping: ping === false ? null : ping,
});

/** What programs get of a digest. */
function digestJson({ digest, when, runs, last }: ShownDigest) {
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
const runJson = ({ key: _, claimedAt: __, posts, ...run }: Delivery) => ({
  ...run,
  posts: posts.map(({ content: _, ...post }) => post),
});

/** What is done with each of some digests, and how that is told. */
const onEach =
  <S extends ShownDigest>(
    outcomeOf: string | ((shown: S) => string),
    act: (digests: Digests, workspace: string, named: string) => Promise<S>,
  ) =>
  (config: Config, given: readonly string[], options: Options, output: Output): Promise<number> =>
    withLibrary(config, async ({ services: { digests } }) => {
      const lines = createLines(output, options);
      for (const named of given)
        await lines.try(named, async () => {
          const shown = await act(digests, config.workspace, named);
          const outcome = typeof outcomeOf === "string" ? outcomeOf : outcomeOf(shown);
          lines.done(line(outcome, shown, config, digests), { outcome, ...digestJson(shown) });
        });
      return lines.code();
    });

function line(outcome: string, { digest, when, runs: [next] }: ShownDigest, config: Config, digests: Digests): string {
  const { number, filter, place, schedule, pause } = digest;
  const isOver = outcome === "paused" || outcome === "removed";
  const then = isOver ? "" : next ? `; next ${digests.showInstant(next, schedule.zone)}` : pause ? "; paused" : "";
  const where = describePlace(place, { ...terminalIn(config), id: "" });
  return `${outcome.padEnd(10)}${number}. ${plainLine(describeFilter(filter))}, ${when}, ${where}${then}`;
}

export const listDigests = (config: Config, _: readonly string[], options: Options, output: Output): Promise<number> =>
  withLibrary(config, async ({ services: { digests } }) => {
    const lines = createLines(output, options);
    const { items } = await digests.list(config.workspace, ALL);
    const here = { ...terminalIn(config), id: "" };
    for (const shown of items) {
      const { number, filter } = shown.digest;
      const text = [`${number}. ${plainLine(describeFilter(filter))}`, ...digestLines(shown, here, digests).split("\n")].join(
        "\n    ",
      );
      lines.done(text, digestJson(shown));
    }
    if (items.length === 0) output.err.write('No digests yet: npm run -s on-record -- digests add "weekdays 08:00"\n');
    return lines.code();
  });

export const addDigest = (
  config: Config,
  [when = ""]: readonly string[],
  options: TypedDigest,
  output: Output,
): Promise<number> =>
  withLibrary(config, async ({ services: { digests } }) => {
    const lines = createLines(output, options);
    await lines.try(when, async () => {
      const { owner, channel } = ownerIn(config, options.channel);
      const shown = await digests.add(owner, { ...wanted(options), when, channel });
      lines.done(line("added", shown, config, digests), { outcome: "added", ...digestJson(shown) });
    });
    return lines.code();
  });

export const editDigest = (
  config: Config,
  [named = ""]: readonly string[],
  options: TypedDigest,
  output: Output,
): Promise<number> =>
  withLibrary(config, async ({ services: { digests } }) => {
    const lines = createLines(output, options);
    await lines.try(named, async () => {
      const { owner, channel } = ownerIn(config, options.channel, "anywhere");
      const shown = await digests.edit(owner, named, { ...wanted(options), channel });
      lines.done(line("changed", shown, config, digests), { outcome: "changed", ...digestJson(shown) });
    });
    return lines.code();
  });

export const pauseDigests = onEach("paused", (digests, workspace, named) => digests.pause(workspace, named));
export const resumeDigests = onEach("resumed", (digests, workspace, named) => digests.resume(workspace, named));
export const removeDigests = onEach("removed", (digests, workspace, named) => digests.remove(workspace, named));
/** Leaves them to whichever process serves their platform; "empty" is one for which nothing is new. */
export const postDigests = onEach(
  ({ isPosted }: Awaited<ReturnType<Digests["now"]>>) => (isPosted ? "waiting" : "empty"),
  (digests, workspace, named) => digests.now(workspace, named),
);

export const previewDigest = (
  config: Config,
  [named = ""]: readonly string[],
  options: Options,
  output: Output,
): Promise<number> =>
  withLibrary(config, async ({ services: { digests } }) => {
    const lines = createLines(output, options);
    await lines.try(named, async () => {
      const { digest, cards, account, isNew } = await digests.preview(config.workspace, named);
      const nothing = [`Nothing is new for it: ${nothingFor(account)}.`, ...leftOutLines(account)];
      const style = { width: widthOf(output.out), colour: output.colour };
      const shown = [...(isNew ? [] : [nothing.join("\n")]), ...cards.map((card) => renderCard(card, style))];
      lines.done(shown.join("\n\n"), { number: digest.number, isNew, account, cards });
    });
    return lines.code();
  });

export const whyDigest = (
  config: Config,
  [named = ""]: readonly string[],
  options: TypedDigest,
  output: Output,
): Promise<number> =>
  withLibrary(config, async ({ services: { digests } }) => {
    const lines = createLines(output, options);
    const { run } = options;
    await lines.try(named, async () => {
      const { digest, past } = await digests.runs(config.workspace, named, run ?? RUNS);
      const at = (date: Date) => digests.showInstant(date, digest.schedule.zone);
      const of = run === undefined ? past : past.slice(run - 1);
      for (const each of of) lines.done([at(each.due), ...runLines(each, at)].join("\n    "), runJson(each));
      if (of.length === 0) output.err.write(`Digest ${digest.number} has ${past.length > 0 ? "no such run" : "not run yet"}.\n`);
    });
    return lines.code();
  });

export const zoneDigests = (config: Config, [typed]: readonly string[], options: Options, output: Output): Promise<number> =>
  withLibrary(config, async ({ services: { digests } }) => {
    const lines = createLines(output, options);
    await lines.try(typed ?? "zone", async () => {
      const { workspace } = config;
      const zone = typed === undefined ? await digests.zone(workspace) : await digests.setZone(workspace, typed);
      lines.done(zone, { zone });
    });
    return lines.code();
  });
