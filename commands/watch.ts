import { again } from "../src/chat/actions.ts";
import { body, type Card, note } from "../src/chat/card.ts";
import type { Channel } from "../src/chat/channel.ts";
import { defineCommand } from "../src/chat/command.ts";
import { describeFilter, describePlace, describeWatch } from "../src/chat/digest-words.ts";
import type { Digests, ShownWatch } from "../src/chat/digests.ts";
import { count, optional, words } from "../src/chat/options.ts";
import { outcomeOf } from "../src/chat/run-words.ts";
import { counted, quoted } from "../src/chat/wording.ts";
import type { Watch } from "../src/model.ts";
import { knownName, pausedCard, removedCard, servingNote } from "./digest-card.ts";
import { ABOUT, ownerOf, PLACE, TO_WATCH } from "./digest-options.ts";
import { LISTS, paged } from "./paged.ts";
import { unknownNames } from "./unknown-names.ts";

const NONE: Card = {
  title: "No watches yet",
  blocks: [body("Type /watch add and what to watch for: /watch add ceasefire, or /watch add speaker:Veshkar")],
};

export const addWatch = defineCommand({
  name: "watch add",
  summary: "Posts a statement here as soon as it comes in",
  visibility: "channel",
  needs: "manager",
  isUsual: true,
  options: {
    ...ABOUT,
    channel: PLACE,
    "quiet-hours": optional(words("When nothing is posted, what comes then is told after: 22-7", "22-7")),
    zone: optional(words("On which clocks quiet-hours are: Europe/London", "zone", "zone")),
    most: count("Posts an hour; what comes on top is told together", { min: 1, max: 60, fallback: 10 }),
  },
  examples: ["ceasefire", "speaker:Veshkar quiet-hours:22-7", "ceasefire, prisoners outlet:Valley Post"],
  check: ({ options, channel: { workspace } }, { digests }) => digests.checkTimes(workspace, options),
  async run({ options: { "quiet-hours": quietHours, ...wanted }, channel, user }, services): Promise<Card> {
    const { briefing, digests } = services;
    const { watch } = await digests.watches.add(ownerOf(channel, user), { ...wanted, quietHours });
    const { number, filter, place } = watch;
    const by = knownName(user);
    const named: string[] = [];
    for (const topic of filter.topics) if (await briefing.speaker(channel.workspace, topic)) named.push(topic);
    return {
      title: `Watch ${number}: ${describeFilter(filter)}`,
      blocks: [
        body(`What is said from now on is posted ${describePlace(place, channel)} as soon as it comes in.`),
        body(`${describeWatch(watch)} The same words in several outlets are one post.`),
        ...servingNote(digests, place),
        ...(await unknownNames(filter, channel.workspace, services)),
        ...named.map((name) =>
          note(`“${name}” is looked for as words; for what that speaker says alone: /watch add speaker:${quoted(name)}`),
        ),
        note(`${by === undefined ? "" : `Set up by ${by}. `}To end it, type /watch remove ${number}`),
      ],
      actions: [again("watch pause", "Pause", { watch: String(number) })],
    };
  },
});

export const listWatches = defineCommand({
  ...LISTS,
  name: "watch list",
  summary: "The watches here: for what, where, and what they posted last",
  async run({ options: { page }, channel }, { digests }): Promise<Card> {
    const { workspace } = channel;
    const found = await paged({ command: "watch list", what: "watch", several: "watches", page }, channel, (part) =>
      digests.watches.list(workspace, part),
    );
    if (found === null) return NONE;
    const zone = await digests.zone(workspace);
    return {
      title: counted(found.total, "watch", "watches"),
      blocks: [
        {
          type: "list",
          items: found.items.map((shown) => ({
            term: `${shown.watch.number}. ${describeFilter(shown.watch.filter)}`,
            text: watchLines(shown, { here: channel, digests, zone }),
          })),
        },
        ...found.under,
      ],
      actions: found.actions,
    };
  },
});

function watchLines({ watch, last }: ShownWatch, of: { here: Channel; digests: Digests; zone: string }): string {
  const { number, place, pause } = watch;
  const at = (date: Date) => of.digests.showInstant(date, of.zone);
  const since = pause === null ? "" : `Paused since ${at(pause.at)}`;
  const paused =
    pause === null ? "" : `${since}${pause.why === null ? "." : `: ${pause.why}`} To go on, type /watch resume ${number}`;
  return [
    `Posted ${describePlace(place, of.here)}. ${describeWatch(watch)}`,
    ...(paused === "" ? [] : [paused]),
    ...(watch.held.length > 0 ? [waitingWords(watch)] : []),
    last === null ? "Nothing yet." : `Last: ${at(last.due)}, ${outcomeOf(last)}`,
    ...(last?.account.problem === undefined ? [] : [last.account.problem]),
  ].join("\n");
}

/** What came in and is not told yet. */
function waitingWords({ held: { length }, quietHours }: Watch): string {
  const end = quietHours === null ? "the next full hour" : "the end of the quiet hours or the next full hour";
  return `${counted(length, "statement")} ${length === 1 ? "waits" : "wait"} for ${end}.`;
}

export const pauseWatch = defineCommand({
  ...TO_WATCH,
  name: "watch pause",
  summary: "Stops a watch until it is resumed",
  async run({ options: { watch: named }, channel: { workspace } }, { digests }): Promise<Card> {
    const { watch } = await digests.watches.pause(workspace, named);
    return pausedCard("watch", watch.number, describeFilter(watch.filter));
  },
});

export const resumeWatch = defineCommand({
  ...TO_WATCH,
  name: "watch resume",
  summary: "Goes on with a watch: it tells what comes in from now on",
  async run({ options: { watch: named }, channel }, { digests }): Promise<Card> {
    const { watch } = await digests.watches.resume(channel.workspace, named);
    return {
      title: `Watch ${watch.number} goes on`,
      blocks: [
        body(`${describeFilter(watch.filter)}: what is said from now on is posted ${describePlace(watch.place, channel)}.`),
        ...servingNote(digests, watch.place),
      ],
    };
  },
});

export const removeWatch = defineCommand({
  ...TO_WATCH,
  name: "watch remove",
  summary: "Ends a watch; what it has posted stays",
  async run({ options: { watch: named }, channel: { workspace } }, { digests }): Promise<Card> {
    const { watch } = await digests.watches.remove(workspace, named);
    return removedCard("watch", watch.number, describeFilter(watch.filter));
  },
});
