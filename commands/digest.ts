import { again, nextPage } from "../src/chat/actions.ts";
import { body, type Card, heading, note } from "../src/chat/card.ts";
import type { Channel } from "../src/chat/channel.ts";
import { defineCommand } from "../src/chat/command.ts";
import { describeFilter, describePlace } from "../src/chat/digest-words.ts";
import type { Owner } from "../src/chat/digests.ts";
import { UserError } from "../src/chat/errors.ts";
import { channel as channelOption, choice, count, flag, group, list, optional, words } from "../src/chat/options.ts";
import { isByHand, leftOutLines, nothingFor, runLines } from "../src/chat/run-words.ts";
import { counted, noSuchPage, pageNote } from "../src/chat/wording.ts";
import { digestCard, digestLines, knownName, nextWords, servingNote } from "./digest-card.ts";
import { unknownNames } from "./unknown-names.ts";

const PAGE = 8; // digests an answer shows
const RUNS = 5; // that `why` tells of where none is named
const MOST_RUNS = 100;
const HOUR = 3_600_000; // milliseconds
const LATEST = { "1h": HOUR, "6h": 6 * HOUR, "12h": 12 * HOUR, "1d": 24 * HOUR, "3d": 72 * HOUR } as const;
const LATE = ["1h", "6h", "12h", "1d", "3d"] as const;

export const ownerOf = ({ workspace, platform, id }: Channel, user: { readonly id: string }): Owner => ({
  ...{ workspace, by: user.id },
  place: { platform, channel: id },
});

/** What a digest or a watch is about. */
export const ABOUT = {
  topic: optional(list("Words that must stand in it; several topics with commas between them", "topics", "topic")),
  speaker: optional(list("Who must have said something; several names with commas", "names", "speaker")),
  outlet: optional(list("Where it must stand; several names with commas", "names", "outlet")),
  without: optional(list("What stays out: topics, speakers, outlets, with commas", "words", "topic")),
} as const;

const HOW = {
  story: optional(list("Only what belongs to the story of this article; several with commas", "headlines", "article")),
  zone: optional(words("On which clocks: Europe/London", "zone", "zone")),
  channel: optional(channelOption("Where it is posted; here where nothing is said")),
  length: optional(choice("How much it tells", ["short", "normal", "long"])),
  ping: optional(group("A role or group that each one notifies")),
  late: optional(choice("How late it may still come after an outage; 12h where nothing is said", LATE)),
} as const;

const WHICH = words("Its number in /digest list", "number", "digest");
const WHEN = "Weekdays 08:00, every 2 hours 9-18, or a cron expression";

const latestOf = (late: keyof typeof LATEST | undefined) => (late === undefined ? undefined : LATEST[late]);

const NONE: Card = {
  title: "No digests yet",
  blocks: [body("Type /digest add and when it is to come: /digest add weekdays 08:00 topic:ceasefire")],
};

export const addDigest = defineCommand({
  name: "digest add",
  summary: "Posts what is new on schedule: all of it, or what you name",
  visibility: "channel",
  needs: "manager",
  options: {
    when: words(WHEN),
    ...ABOUT,
    ...HOW,
    quiet: flag("yes also says when there is nothing new"),
  },
  examples: ["weekdays 08:00", 'every 2 hours 9-18 topic:ceasefire,"prisoner exchange"', '"0 8 * * 1-5" zone:Europe/London'],
  check: ({ options, channel: { workspace } }, { digests }) => digests.checkTimes(workspace, options),
  async run({ options: { late, ...wanted }, channel, user }, services): Promise<Card> {
    const { digests } = services;
    const shown = await digests.add(ownerOf(channel, user), { ...wanted, latest: latestOf(late) });
    const { number, filter } = shown.digest;
    const card = digestCard(shown, { title: `Digest ${number} is set up`, by: knownName(user), here: channel, digests });
    return { ...card, blocks: [...card.blocks, ...(await unknownNames(filter, channel.workspace, services))] };
  },
});

export const editDigest = defineCommand({
  name: "digest edit",
  summary: "Changes a digest: what you name, and nothing else",
  visibility: "channel",
  needs: "manager",
  options: {
    digest: WHICH,
    when: optional(words(WHEN, "when")),
    ...ABOUT,
    ...HOW,
    quiet: optional(choice("Whether it also says when there is nothing new", ["yes", "no"])),
    "no-ping": flag("yes: it notifies nobody any more"),
  },
  examples: ["3 when:weekdays 09:30", "3 topic:none speaker:Veshkar"],
  check: ({ options, channel: { workspace } }, { digests }) => digests.checkTimes(workspace, options),
  async run({ options, channel, user }, services): Promise<Card> {
    const { digests } = services;
    const { digest, late, quiet, "no-ping": noPing, ...wanted } = options;
    const shown = await digests.edit(ownerOf(channel, user), digest, {
      ...wanted,
      latest: latestOf(late),
      quiet: quiet === undefined ? undefined : quiet === "yes",
      ping: noPing ? null : wanted.ping,
    });
    const { number, filter } = shown.digest;
    const card = digestCard(shown, { title: `Digest ${number} is changed`, here: channel, digests });
    return { ...card, blocks: [...card.blocks, ...(await unknownNames(filter, channel.workspace, services))] };
  },
});

export const listDigests = defineCommand({
  name: "digest list",
  summary: "The digests here: when, where, the next run, and how the last one ended",
  visibility: "private",
  options: { page: count("Which part of a long answer", { min: 1, max: 100, fallback: 1 }) },
  examples: ["", "2"],
  async run({ options: { page }, channel }, { digests }): Promise<Card> {
    const { workspace, platform } = channel;
    const offset = (page - 1) * PAGE;
    const { items, total } = await digests.list(workspace, { offset, limit: PAGE });
    if (total === 0) return NONE;
    if (items.length === 0) throw noSuchPage(total, PAGE);
    const of = { total, offset, shown: items.length, page };
    return {
      title: counted(total, "digest"),
      blocks: [
        {
          type: "list",
          items: items.map((shown) => ({
            term: `${shown.digest.number}. ${describeFilter(shown.digest.filter)}`,
            text: digestLines(shown, channel, digests),
          })),
        },
        ...pageNote({ ...of, platform, what: "digest" }),
        note(`Digests that name no zone are on the clocks of ${await digests.zone(workspace)}: see /digest zone.`),
      ],
      actions: nextPage("digest list", {}, of),
    };
  },
});

export const pauseDigest = defineCommand({
  name: "digest pause",
  summary: "Stops a digest until it is resumed",
  visibility: "channel",
  needs: "manager",
  options: { digest: WHICH },
  examples: ["3"],
  async run({ options: { digest: named }, channel: { workspace } }, { digests }): Promise<Card> {
    const { digest, when } = await digests.pause(workspace, named);
    return {
      title: `Digest ${digest.number} is paused`,
      blocks: [body(`${describeFilter(digest.filter)}, ${when}`), note(`To go on, type /digest resume ${digest.number}`)],
      actions: [again("digest resume", "Resume", { digest: String(digest.number) })],
    };
  },
});

export const resumeDigest = defineCommand({
  name: "digest resume",
  summary: "Goes on with a digest; its next run also tells what came in meanwhile",
  visibility: "channel",
  needs: "manager",
  options: { digest: WHICH },
  examples: ["3"],
  async run({ options: { digest: named }, channel }, { digests }): Promise<Card> {
    const shown = await digests.resume(channel.workspace, named);
    return digestCard(shown, { title: `Digest ${shown.digest.number} goes on`, here: channel, digests });
  },
});

export const removeDigest = defineCommand({
  name: "digest remove",
  summary: "Removes a digest with all that is known of its runs",
  visibility: "channel",
  needs: "manager",
  options: { digest: WHICH },
  examples: ["3"],
  async run({ options: { digest: named }, channel }, { digests }): Promise<Card> {
    const { digest, when } = await digests.remove(channel.workspace, named);
    return {
      title: `Digest ${digest.number} is removed`,
      blocks: [
        body(`${describeFilter(digest.filter)}, ${when}, ${describePlace(digest.place, channel)}`),
        note("What it has posted stays."),
      ],
    };
  },
});

export const postDigest = defineCommand({
  name: "digest now",
  summary: "Posts at once what is new for a digest, beside its schedule",
  visibility: "private",
  needs: "manager",
  options: { digest: WHICH },
  examples: ["3"],
  async run({ options: { digest: named }, channel }, { digests }): Promise<Card> {
    const { digest, isPosted, account } = await digests.now(channel.workspace, named);
    const { number, place } = digest;
    if (!isPosted)
      return {
        title: `Nothing is new for digest ${number}`,
        blocks: [body([`Nothing is posted: ${nothingFor(account)}.`, ...leftOutLines(account)].join("\n"))],
        actions: [again("digest preview", "Preview", { digest: String(number) })],
      };
    const isServing = digests.isServing(place.platform);
    return {
      title: isServing ? `Digest ${number} goes out now` : `Digest ${number} waits to be posted`,
      blocks: [
        ...(isServing ? [body(`What is new is posted ${describePlace(place, channel)}.`)] : servingNote(digests, place)),
        note(`/digest why ${number} tells how far it is.`),
      ],
      actions: [again("digest why", "How far is it?", { digest: String(number) })],
    };
  },
});

export const previewDigest = defineCommand({
  name: "digest preview",
  summary: "What a digest would post now, for you alone; nothing counts as told",
  visibility: "private",
  options: { digest: WHICH },
  examples: ["3"],
  async run({ options: { digest: named }, channel }, { digests }): Promise<Card> {
    const { digest, cards, account, isNew } = await digests.preview(channel.workspace, named);
    const { number } = digest;
    const told = cards.flatMap(({ title, blocks }) => [...(title === undefined ? [] : [heading(title)]), ...blocks]);
    return {
      title: `Preview of digest ${number}`,
      isPersonal: true,
      blocks: [
        ...(isNew ? [] : [body([`Nothing is new for it: ${nothingFor(account)}.`, ...leftOutLines(account)].join("\n"))]),
        ...(isNew || told.length === 0 ? [] : [note("Of the last that came in, new or not, it would tell this:")]),
        ...told,
        note("You alone see this, and nothing of it counts as told."),
      ],
      ...(isNew && { actions: [again("digest now", "Post it now", { digest: String(number) })] }),
    };
  },
});

export const whyDigest = defineCommand({
  name: "digest why",
  summary: "What became of a digest's runs: sent, empty and why, late, skipped or failed",
  visibility: "private",
  options: {
    digest: WHICH,
    run: optional(count("One run alone: 1 is the last, 2 the one before", { min: 1, max: MOST_RUNS })),
  },
  examples: ["3", "3 run:2"],
  async run({ options: { digest: named, run }, channel }, { digests }): Promise<Card> {
    const shown = await digests.runs(channel.workspace, named, run ?? RUNS);
    const { digest, when, past } = shown;
    const showInstant = (date: Date) => digests.showInstant(date, digest.schedule.zone);
    const of = run !== undefined ? past.slice(run - 1) : past;
    if (run !== undefined && of.length === 0)
      throw new UserError(
        past.length === 0
          ? `Digest ${digest.number} has not run yet.`
          : `Digest ${digest.number} has no run ${run}: it has ${counted(past.length, "run")}.`,
        "usage",
      );
    return {
      title: `Digest ${digest.number}: ${describeFilter(digest.filter)}, ${when}`,
      blocks: [
        of.length === 0
          ? body("It has not run yet.")
          : {
              type: "list",
              items: of.map((each, k) => ({
                term: `${run ?? k + 1}. ${showInstant(each.due)}${isByHand(each) ? ", by hand" : ""}`,
                text: runLines(each, showInstant).join("\n"),
              })),
            },
        note(nextWords(shown, digests)),
      ],
      actions: [again("digest preview", "Preview", { digest: String(digest.number) })],
    };
  },
});

export const zoneDigest = defineCommand({
  name: "digest zone",
  summary: "Sets on which clocks digests are that name no zone of their own",
  visibility: "channel",
  needs: "manager",
  options: { zone: words("A time zone as IANA names it: Europe/London", undefined, "zone") },
  examples: ["Europe/London", "America/New_York"],
  check: ({ options, channel: { workspace } }, { digests }) => digests.checkTimes(workspace, options),
  async run({ options: { zone: typed }, channel: { workspace } }, { digests, now }): Promise<Card> {
    const zone = await digests.setZone(workspace, typed);
    return {
      title: `Digests are on the clocks of ${zone}`,
      blocks: [
        body(`There it is ${digests.showInstant(now(), zone)}.`),
        note("That holds for digests and quiet hours set up from now on without a zone; those that there are keep theirs."),
      ],
    };
  },
});
