import { byMatter } from "../briefing/matter.ts";
import { statementBlock } from "../chat/blocks.ts";
import { type Card, note } from "../chat/card.ts";
import { titleOf } from "../chat/digest-words.ts";
import { counted, quoted } from "../chat/wording.ts";
import type { Account, Filter, Watch } from "../model.ts";
import type { DeliveryStore } from "../store/delivery-store.ts";
import type { DigestStore } from "../store/digest-store.ts";
import type { Store } from "../store/store.ts";
import { type Decision, decide } from "./decide.ts";
import { fullHour, isQuiet } from "./hours.ts";
import { findMatches, type Match } from "./matches.ts";
import { HOUR } from "./time.ts";

const SHOWN = 5; // of what is told together

/** How far a watch has come, and what it says of that. */
interface Step {
  readonly seen: number;
  readonly held: string[];
  readonly told: string[];
  readonly deliveries: { occasion: string; cards: readonly Card[]; account: Account }[];
}

/** Where a watch goes from here, up to an arrival; null where there is nothing to do or to write down. See `decide`. */
export async function planWatch(
  store: Store & Pick<DigestStore, "told"> & Pick<DeliveryStore, "wordsSince">,
  watch: Watch,
  upTo: number,
  now: Date,
): Promise<Step | null> {
  const { workspace, number, filter, seen, most, quietHours } = watch;
  const coming = upTo > seen ? await findMatches(store, workspace, filter, { after: seen, upTo }) : [];
  const held = await findHeld(store, watch);
  const hour = fullHour(now);
  const decision = decide({
    coming: inOrder(coming),
    held,
    told: await store.told(workspace, number, [...new Set([...coming, ...held].map(({ said }) => said))]),
    posts: await store.wordsSince(workspace, number, hour, new Date(hour.getTime() + HOUR)),
    most,
    isQuiet: isQuiet(quietHours, now),
  });
  const { together, alone } = decision;
  const waits = decision.held.map(({ hit, said }) => `${hit.arrived!.number} ${said}`);
  if (upTo <= seen && together.length + alone.length === 0 && waits.length === watch.held.length) return null;
  return {
    seen: Math.max(seen, upTo),
    held: waits,
    told: [...together, ...alone].map(({ said }) => said),
    deliveries: deliveriesOf(decision, watch, now),
  };
}

function deliveriesOf({ together, alone }: Decision, { filter, quietHours }: Watch, now: Date): Step["deliveries"] {
  const [first, ...others] = together;
  const words = (match: Match) => ({ occasion: match.said, cards: [wordCard(match)], account: { statements: 1 } });
  if (first === undefined) return alone.map(words);
  const wasQuiet = isQuiet(quietHours, new Date(fullHour(now).getTime() - 1));
  const all = {
    occasion: `${fullHour(now).toISOString()} ${first.said}`,
    cards: [togetherCard(together, filter, wasQuiet)],
    account: { statements: together.length },
  };
  return [others.length === 0 ? words(first) : all, ...alone.map(words)];
}

/** One statement that came in. */
function wordCard({ hit, topic }: Match): Card {
  const name = hit.statement.speaker?.name ?? "";
  const on = topic === null ? "" : `on “${topic}”`;
  const outlet = hit.article.outlet === null ? "a statement" : `a statement in ${hit.article.outlet}`;
  return { title: `New: ${[name, on].filter(Boolean).join(" ") || outlet}`, blocks: [statementBlock(hit)] };
}

/** What waited, the best of it in full. */
function togetherCard(matches: readonly Match[], filter: Filter, wasQuiet: boolean): Card {
  const best = byMatter(
    matches.map(({ hit }) => hit),
    () => 0,
  ).slice(0, SHOWN);
  const left = matches.length - best.length;
  const many = counted(matches.length, wasQuiet ? "statement" : "more statement");
  return {
    title: `${titleOf(filter)}: ${many} ${wasQuiet ? "from the quiet hours" : "in the last hour"}`,
    blocks: [
      ...best.map((hit, k) => statementBlock(hit, { number: k + 1 })),
      ...(left > 0 ? [note(`And ${left} more: type ${whereToFind(filter)}`)] : []),
    ],
  };
}

function whereToFind({ topics: [topic], speakers: [speaker] }: Filter): string {
  if (topic !== undefined) return `/who-said ${topic}${speaker === undefined ? "" : ` by:${quoted(speaker)}`}`;
  return speaker === undefined ? "/stories" : `/quotes ${speaker}`;
}

/** What waits, as it stands in the library now; what is gone from there waits no longer. */
async function findHeld(store: Store, { workspace, filter, held, seen }: Watch): Promise<Match[]> {
  if (held.length === 0) return [];
  const numbers = held.map((each) => Number.parseInt(each, 10));
  const waiting = new Set(held.map((each) => each.split(" ")[1]));
  const found = await findMatches(store, workspace, filter, { after: Math.min(...numbers) - 1, upTo: seen });
  return inOrder(found).filter(({ said }) => waiting.has(said));
}

/** As they came in, and as they stand in their articles. */
const inOrder = (matches: readonly Match[]): Match[] =>
  matches.toSorted(
    ({ hit: a }, { hit: b }) =>
      a.arrived!.number - b.arrived!.number || (a.statement.content[0]?.start ?? 0) - (b.statement.content[0]?.start ?? 0),
  );
