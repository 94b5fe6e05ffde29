import { body, type Card, note } from "../src/chat/card.ts";
import type { Channel } from "../src/chat/channel.ts";
import { defineCommand, type Services } from "../src/chat/command.ts";
import { describeFilter, describePlace } from "../src/chat/digest-words.ts";
import type { ShownDigest } from "../src/chat/digests.ts";
import { choice, flag, optional, words } from "../src/chat/options.ts";
import { counted } from "../src/chat/wording.ts";
import { digestCard, digestLines, knownName, pausedCard, removedCard } from "./digest-card.ts";
import { ABOUT, HOW, latestOf, ownerOf, TO_DIGEST, WHEN } from "./digest-options.ts";
import { LISTS, paged } from "./paged.ts";
import { unknownNames } from "./unknown-names.ts";

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
    const shown = await services.digests.add(ownerOf(channel, user), { ...wanted, latest: latestOf(late) });
    return told(shown, { title: `Digest ${shown.digest.number} is set up`, by: knownName(user), here: channel }, services);
  },
});

export const editDigest = defineCommand({
  name: "digest edit",
  summary: "Changes a digest: what you name, and nothing else",
  visibility: "channel",
  needs: "manager",
  options: {
    ...TO_DIGEST.options,
    when: optional(words(WHEN, "when")),
    ...ABOUT,
    ...HOW,
    quiet: optional(choice("Whether it also says when there is nothing new", ["yes", "no"])),
    "no-ping": flag("yes: it notifies nobody any more"),
  },
  examples: ["3 when:weekdays 09:30", "3 topic:none speaker:Veshkar"],
  check: ({ options, channel: { workspace } }, { digests }) => digests.checkTimes(workspace, options),
  async run({ options, channel, user }, services): Promise<Card> {
    const { digest, late, quiet, "no-ping": noPing, ...wanted } = options;
    const shown = await services.digests.edit(ownerOf(channel, user), digest, {
      ...wanted,
      latest: latestOf(late),
      quiet: quiet === undefined ? undefined : quiet === "yes",
      ping: noPing ? null : wanted.ping,
    });
    return told(shown, { title: `Digest ${shown.digest.number} is changed`, here: channel }, services);
  },
});

/** All about a digest, and which of the names that it waits for nobody bears. */
async function told(
  shown: ShownDigest,
  of: { title: string; by?: string | undefined; here: Channel },
  services: Services,
): Promise<Card> {
  const card = digestCard(shown, { ...of, digests: services.digests });
  return { ...card, blocks: [...card.blocks, ...(await unknownNames(shown.digest.filter, of.here.workspace, services))] };
}

export const listDigests = defineCommand({
  ...LISTS,
  name: "digest list",
  summary: "The digests here: when, where, the next run, and how the last one ended",
  async run({ options: { page }, channel }, { digests }): Promise<Card> {
    const { workspace } = channel;
    const found = await paged({ command: "digest list", what: "digest", page }, channel, (part) => digests.list(workspace, part));
    if (found === null) return NONE;
    return {
      title: counted(found.total, "digest"),
      blocks: [
        {
          type: "list",
          items: found.items.map((shown) => ({
            term: `${shown.digest.number}. ${describeFilter(shown.digest.filter)}`,
            text: digestLines(shown, channel, digests),
          })),
        },
        ...found.under,
        note(`Digests that name no zone are on the clocks of ${await digests.zone(workspace)}: see /digest zone.`),
      ],
      actions: found.actions,
    };
  },
});

export const pauseDigest = defineCommand({
  ...TO_DIGEST,
  name: "digest pause",
  summary: "Stops a digest until it is resumed",
  async run({ options: { digest: named }, channel: { workspace } }, { digests }): Promise<Card> {
    const { digest, when } = await digests.pause(workspace, named);
    return pausedCard("digest", digest.number, `${describeFilter(digest.filter)}, ${when}`);
  },
});

export const resumeDigest = defineCommand({
  ...TO_DIGEST,
  name: "digest resume",
  summary: "Goes on with a digest; its next run also tells what came in meanwhile",
  async run({ options: { digest: named }, channel }, { digests }): Promise<Card> {
    const shown = await digests.resume(channel.workspace, named);
    return digestCard(shown, { title: `Digest ${shown.digest.number} goes on`, here: channel, digests });
  },
});

export const removeDigest = defineCommand({
  ...TO_DIGEST,
  name: "digest remove",
  summary: "Removes a digest with all that is known of its runs",
  async run({ options: { digest: named }, channel }, { digests }): Promise<Card> {
    const { digest, when } = await digests.remove(channel.workspace, named);
    const { number, filter, place } = digest;
    return removedCard("digest", number, `${describeFilter(filter)}, ${when}, ${describePlace(place, channel)}`);
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
