import { again } from "../src/chat/actions.ts";
import { body, type Card, heading, note } from "../src/chat/card.ts";
import { defineCommand } from "../src/chat/command.ts";
import { describeFilter, describePlace } from "../src/chat/digest-words.ts";
import { UserError } from "../src/chat/errors.ts";
import { count, optional } from "../src/chat/options.ts";
import { isByHand, leftOutLines, nothingFor, runLines } from "../src/chat/run-words.ts";
import { counted } from "../src/chat/wording.ts";
import { nextWords, servingNote } from "./digest-card.ts";
import { OF_DIGEST } from "./digest-options.ts";

const RUNS = 5; // that `why` tells of where none is named
const MOST_RUNS = 100;

export const postDigest = defineCommand({
  ...OF_DIGEST,
  name: "digest now",
  summary: "Posts at once what is new for a digest, beside its schedule",
  needs: "manager",
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
  ...OF_DIGEST,
  name: "digest preview",
  summary: "What a digest would post now, for you alone; nothing counts as told",
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
    ...OF_DIGEST.options,
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
