import { createHash } from "node:crypto";
import { relevance } from "../briefing/relevance.ts";
import { sentencesOf, wordsOf } from "../briefing/said.ts";
import { inTurns } from "../briefing/turns.ts";
import type { Filter, Hit, StatementQuery } from "../model.ts";
import type { Arrivals } from "../store/news-store.ts";
import { isNamed } from "../store/outlet-names.ts";
import type { Store } from "../store/store.ts";
import { foldNames, foldText, readTerms } from "../store/terms.ts";

/** A statement that a watch is for. */
export interface Match {
  readonly hit: Hit;
  /** The same for the same words of the same speaker, wherever they stand. */
  readonly said: string;
  /** The words that it was found by; null where none were asked for. */
  readonly topic: string | null;
}

const AT_ONCE = 40; // arrivals, for each statement is read with its article
const PAGE = 500; // statements that are read at a time
const FEWEST_WORDS = 5; // fewer are the same only in the same sentence

/**
 * The statements that came in and fit a filter, none of them unsure: see `Filter`; words must stand in what was said or its sentence. They are
 * read in turns: see `inTurns`.
 */
export async function findMatches(store: Store, workspace: string, filter: Filter, arrived: Arrivals): Promise<Match[]> {
  const found = new Map<string, Match>();
  for await (const turn of inTurns(arrived, AT_ONCE))
    for (const match of await matchesOf(store, workspace, filter, turn)) found.set(keyOf(match.hit), match);
  return [...found.values()];
}

/** In one turn, so that what is to stay out is told of the same articles as the rest. */
async function matchesOf(store: Store, workspace: string, filter: Filter, arrived: Arrivals): Promise<Match[]> {
  const { topics, speakers, outlets, stories, without } = filter;
  const found = new Map<string, Match>();
  for (const topic of topics.length > 0 ? topics : [undefined]) {
    for (const by of speakers.length > 0 ? speakers : [undefined]) {
      for await (const hit of statementsOf(store, workspace, { topic, by, arrived })) {
        if (!found.has(keyOf(hit))) found.set(keyOf(hit), { hit, said: hashOf(hit), topic: topic ?? null });
      }
    }
  }
  const isOut = found.size > 0 ? await unwanted(store, workspace, arrived, without) : () => false;
  const isTold = found.size > 0 && stories.length > 0 ? await ofStories(store, workspace, arrived, stories) : () => true;
  return [...found.values()].filter(({ hit }) => {
    const names = [hit.article.outlet ?? "", ...(hit.also ?? [])];
    const isThere = outlets.length === 0 || names.some((name) => outlets.some((asked) => isNamed(name, asked)));
    return isThere && isTold(hit) && !isOut(hit);
  });
}

const keyOf = ({ article, statement }: Hit): string => `${article.id} ${statement.id}`;

/** All of them, a page after the other: a few articles may hold more than one. */
async function* statementsOf(store: Store, workspace: string, query: Omit<StatementQuery, "limit" | "offset">) {
  for (let offset = 0; ; offset += PAGE) {
    const { items } = await store.findStatements(workspace, { ...query, limit: PAGE, offset });
    yield* items;
    if (items.length < PAGE) return;
  }
}

async function unwanted(
  store: Store,
  workspace: string,
  arrived: Arrivals,
  without: readonly string[],
): Promise<(hit: Hit) => boolean> {
  const by = new Set<string>();
  for (const name of without) {
    for await (const hit of statementsOf(store, workspace, { by: name, arrived })) by.add(keyOf(hit));
  }
  const speakOf = without.map((words) => relevance(words));
  return (hit) => {
    const { article } = hit;
    const texts = [article.title ?? "", wordsOf(hit)];
    return (
      by.has(keyOf(hit)) ||
      speakOf.some((speaksOf) => texts.some((text) => speaksOf(text) === 1)) ||
      without.some((name) => isNamed(article.outlet ?? "", name))
    );
  };
}

/** Whether a statement stands in one of these stories, or in a copy of an article of one. */
async function ofStories(
  store: Store,
  workspace: string,
  arrived: Arrivals,
  stories: Filter["stories"],
): Promise<(hit: Hit) => boolean> {
  const ids = stories.map(({ article }) => article);
  const known = await store.storiesOf(workspace, ids);
  const came = await store.cameIn(workspace, { ...arrived, stories: [...known] });
  const told = new Set(came.flatMap(({ article, copies }) => [article, ...copies]));
  return ({ article }) => told.has(article.id);
}

/** By the last word of the name, which every form of it has. */
function hashOf(hit: Hit): string {
  const name = foldNames(hit.statement.speaker?.name ?? "")
    .split(" ")
    .at(-1)!;
  const words = wordsOf(hit);
  const around = readTerms(words).length >= FEWEST_WORDS ? "" : sentencesOf(hit);
  return createHash("sha256")
    .update(JSON.stringify([name, foldText(words), foldText(around)]))
    .digest("hex")
    .slice(0, 32);
}
