import { type News, news } from "../briefing/news.ts";
import { type Block, body, type Card, heading, note } from "../chat/card.ts";
import { titleOf } from "../chat/digest-words.ts";
import { counted } from "../chat/wording.ts";
import type { Account, Digest, DigestLength } from "../model.ts";
import type { DeliveryStore } from "../store/delivery-store.ts";
import type { Arrivals } from "../store/news-store.ts";
import type { Store } from "../store/store.ts";
import type { Run } from "./composing.ts";
import { readCron } from "./cron.ts";
import { describeClauses } from "./describe.ts";
import { clockOf, instantFrom } from "./instants.ts";
import { briefBlock, furtherBlocks, storyBlocks } from "./story-blocks.ts";

/** Stories that are told in full, and sentences of each; a short digest has a sentence only where nobody says anything. */
const LENGTHS: Readonly<Record<DigestLength, { readonly stories: number; readonly sentences: number }>> = {
  short: { stories: 3, sentences: 1 },
  normal: { stories: 5, sentences: 2 },
  long: { stories: 10, sentences: 2 },
};

const RUNS = 20; // of a digest, that are looked through for the one before

/**
 * What a digest tells of what came in: the digest itself, then a card with the details of its stories, where there are any. No
 * cards where nothing is new, but for a digest that is to say so. Every word of an article is verbatim, with its receipt.
 */
export async function composeDigest(
  store: Store & Pick<DeliveryStore, "deliveries">,
  digest: Digest,
  { after, upTo }: Arrivals,
  run: Run,
): Promise<{ cards: readonly Card[]; account: Account }> {
  const { workspace, filter, schedule, length, quiet } = digest;
  const { stories: most, sentences } = LENGTHS[length];
  const found = await news(store, workspace, { filter, after, upTo, since: digest.since, most, sentences });
  const account = accountOf(found, run);
  const since = `since ${instantFrom(await beginning(store, digest, after), run.now, schedule.zone)}`;
  if (found.stories.length === 0) {
    const nothing = body(`Nothing new ${since}.`);
    const card = { title: titleOf(filter), blocks: [...delays(run, schedule.zone), nothing, ...foot(found, digest, run)] };
    return { cards: quiet ? [card] : [], account };
  }
  const title = `${titleOf(filter)}: ${describeClauses(readCron(schedule.cron))}, ${since}`;
  const main: Card = {
    title,
    blocks: [
      ...delays(run, schedule.zone),
      ...found.stories.flatMap((story, k) => storyBlocks(story, k + 1, length === "short")),
      ...foot(found, digest, run),
    ],
  };
  const details = detailsOf(found);
  return { cards: details.length > 0 ? [main, { title: `${titleOf(filter)}: details`, blocks: details }] : [main], account };
}

function detailsOf({ stories, briefly }: News): Block[] {
  const further = stories.flatMap((story, k) => furtherBlocks(story, k + 1));
  return [...further, ...(briefly.length > 0 ? [heading("Also"), ...briefly.map(briefBlock)] : [])];
}

const accountOf = ({ stories, briefly, statements, articles, leftOut }: News, { late }: Run): Account => ({
  ...(late && { late }),
  stories: stories.length + briefly.length,
  statements,
  articles,
  leftOut,
});

/** Why it comes when it comes. */
function delays({ now, due, late, missed }: Run, zone: string): Block[] {
  const [was, comes] = [instantFrom(due, now, zone), clockOf(now, zone)];
  const why = "for On Record was not running or the channel could not be reached";
  return [
    ...(late ? [note(`Late: this was due at ${was}, and comes at ${comes}, ${why}.`)] : []),
    ...(missed > 0 ? [note(`It covers ${missed === 1 ? "a run that was" : `${missed} runs that were`} missed.`)] : []),
  ];
}

/** What it was made of, and where to see what it leaves out. */
function foot({ articles, told, outlets, briefly, leftOut }: News, { number }: Digest, { isPreview = false }: Run): Block[] {
  if (articles === 0) return [];
  const rest = articles - told;
  const of = told === 0 ? `${counted(articles, "article")} came in` : `${counted(told, "article")}${ofOutlets(outlets.length)}`;
  const more = briefly.length > 0 ? [`${counted(briefly.length, "more story", "more stories")} by their headlines below`] : [];
  const why = rest > 0 && leftOut.length > 0 && !isPreview ? [`type /digest why ${number} to see what was left out`] : [];
  return [note(`${[of, ...more, ...why].join("; ")}.`)];
}

const ofOutlets = (outlets: number): string => (outlets === 0 ? "" : ` of ${counted(outlets, "outlet")}`);

/** When what it tells of began to come in: when the run before it was made in the same channel, else when it was set up. */
async function beginning(
  store: Pick<DeliveryStore, "deliveries">,
  { workspace, number, place, createdAt }: Digest,
  after: number,
): Promise<Date> {
  const runs = await store.deliveries(workspace, { kind: "digest", number }, RUNS);
  const before = runs.find(
    (run) => run.upTo === after && run.place.platform === place.platform && run.place.channel === place.channel,
  );
  return before?.claimedAt ?? createdAt;
}
