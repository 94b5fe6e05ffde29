import { digestLines } from "../../commands/digest-card.ts";
import { renderCard } from "../adapters/terminal/render.ts";
import { describeFilter } from "../chat/digest-words.ts";
import type { Digests, ShownDigest, WantedDigest } from "../chat/digests.ts";
import { plainLine } from "../chat/plain.ts";
import { leftOutLines, nothingFor, runLines } from "../chat/run-words.ts";
import { digestJson, digestLine, runJson } from "./digest-lines.ts";
import { widthOf } from "./output.ts";
import { ownerIn, terminalIn } from "./places.ts";
import { whyUnchecked } from "./reach.ts";
import { type Asked, inLibrary, type Options, onEach, onOne } from "./subcommands.ts";

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

/** What is done with each of some digests, and how that is told. */
const done = <S extends ShownDigest>(
  outcomeOf: string | ((shown: S) => string),
  act: (digests: Digests, workspace: string, named: string) => Promise<S>,
) =>
  onEach(async (named, asked) => {
    const shown = await act(asked.digests, asked.config.workspace, named);
    tell(typeof outcomeOf === "string" ? outcomeOf : outcomeOf(shown), shown, asked);
  });

const tell = (outcome: string, shown: ShownDigest, asked: Asked, more: object = {}): void =>
  asked.lines.done(digestLine(outcome, shown, asked), { outcome, ...digestJson(shown), ...more });

export const listDigests = inLibrary(async ({ config, output, digests, lines }) => {
  const { items } = await digests.list(config.workspace, ALL);
  const here = { ...terminalIn(config), id: "" };
  for (const shown of items) {
    const { number, filter } = shown.digest;
    const text = [`${number}. ${plainLine(describeFilter(filter))}`, ...digestLines(shown, here, digests).split("\n")];
    lines.done(text.join("\n    "), digestJson(shown));
  }
  if (items.length === 0) output.err.write('No digests yet: npm run -s on-record -- digests add "weekdays 08:00"\n');
});

export const addDigest = onOne<TypedDigest>(async (when, asked) => {
  const { config, options, digests } = asked;
  const { owner, channel } = ownerIn(config, options.channel);
  const unchecked = await whyUnchecked(config, owner.place, "digests");
  const shown = await digests.add(owner, { ...wanted(options), when, channel });
  tell("added", shown, asked, { checked: unchecked === null });
  if (unchecked !== null) asked.output.err.write(`${unchecked}\n`);
});

export const editDigest = onOne<TypedDigest>(async (named = "", asked) => {
  const { config, options, digests } = asked;
  const { owner, channel } = ownerIn(config, options.channel, "anywhere");
  const unchecked = channel === undefined ? null : await whyUnchecked(config, owner.place, "digests");
  const shown = await digests.edit(owner, named, { ...wanted(options), channel });
  tell("changed", shown, asked, channel === undefined ? {} : { checked: unchecked === null });
  if (unchecked !== null) asked.output.err.write(`${unchecked}\n`);
});

export const pauseDigests = done("paused", (digests, workspace, named) => digests.pause(workspace, named));
export const resumeDigests = done("resumed", (digests, workspace, named) => digests.resume(workspace, named));
export const removeDigests = done("removed", (digests, workspace, named) => digests.remove(workspace, named));
/** Leaves them to whichever process serves their platform; "empty" is one for which nothing is new. */
export const postDigests = done(
  ({ isPosted }: Awaited<ReturnType<Digests["now"]>>) => (isPosted ? "waiting" : "empty"),
  (digests, workspace, named) => digests.now(workspace, named),
);

export const previewDigest = onOne(async (named = "", { config, output, digests, lines }) => {
  const { digest, cards, account, isNew } = await digests.preview(config.workspace, named);
  const nothing = [`Nothing is new for it: ${nothingFor(account)}.`, ...leftOutLines(account)];
  const style = { width: widthOf(output.out), colour: output.colour };
  const shown = [...(isNew ? [] : [nothing.join("\n")]), ...cards.map((card) => renderCard(card, style))];
  lines.done(shown.join("\n\n"), { number: digest.number, isNew, account, cards });
});

export const whyDigest = onOne<TypedDigest>(async (named = "", { config, options: { run }, output, digests, lines }) => {
  const { digest, past } = await digests.runs(config.workspace, named, run ?? RUNS);
  const at = (date: Date) => digests.showInstant(date, digest.schedule.zone);
  const of = run === undefined ? past : past.slice(run - 1);
  for (const each of of) lines.done([at(each.due), ...runLines(each, at)].join("\n    "), runJson(each));
  if (of.length === 0) output.err.write(`Digest ${digest.number} has ${past.length > 0 ? "no such run" : "not run yet"}.\n`);
});

export const zoneDigests = onOne(async (typed, { config: { workspace }, digests, lines }) => {
  const zone = typed === undefined ? await digests.zone(workspace) : await digests.setZone(workspace, typed);
  lines.done(zone, { zone });
}, "zone");
