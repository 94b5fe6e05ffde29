import { distance } from "fastest-levenshtein";
import type { Nearest } from "../model.ts";
import type { SpeakerTally, Store, Tally } from "../store/store.ts";
import { foldText, readTerms } from "../store/terms.ts";

const SHOWN = 5;
const MOST_WORDS = 8; // of a question

const LOOKED_AT = 300; // topics or speakers with a word that begins or ends like a word that was asked for

/** What the library has that is spelt most like what was asked for; where nothing is, what it has most of. */
export async function findNearest(
  store: Pick<Store, "topics" | "speakers">,
  workspace: string,
  asked: { topic?: string | undefined; speaker?: string | undefined },
): Promise<Nearest> {
  const topicWords = words(asked.topic).slice(0, MOST_WORDS);
  const speakerWords = words(asked.speaker).slice(0, MOST_WORDS);
  const alike = await store.topics(workspace, { like: topicWords, limit: LOOKED_AT });
  const speakerOrTopic = speakerWords.length > 0 ? speakerWords : topicWords;
  const speakers = await store.speakers(workspace, { like: speakerOrTopic, limit: LOOKED_AT });
  return {
    topics: closest(topicWords, alike) ?? mostSaid(await store.topics(workspace, { limit: SHOWN })),
    speakers: closest(speakerOrTopic, speakers) ?? mostSaid(await store.speakers(workspace, { limit: SHOWN })),
  };
}

const words = (text = ""): string[] => readTerms(text).map(({ forms }) => forms[0]!);
const mostSaid = (tallies: readonly Tally[]) => tallies.slice(0, SHOWN).map(({ name }) => name);

/** Null when nothing is near: more than a third of the letters differ. */
function closest(asked: readonly string[], tallies: readonly (Tally & Partial<SpeakerTally>)[]): string[] | null {
  const near = tallies.flatMap(({ name, statements, also = [] }) => {
    const own = [name, ...also].flatMap((each) => foldText(each).split(" "));
    const far = Math.min(...asked.flatMap((word) => own.map((other) => farness(word, other))));
    return far <= 1 / 3 ? [{ name, far, statements }] : [];
  });
  near.sort((a, b) => a.far - b.far || b.statements - a.statements || (a.name < b.name ? -1 : 1));
  return near.length === 0 ? null : near.slice(0, SHOWN).map(({ name }) => name);
}

/** Share of letters that differ (Levenshtein 1966); a common beginning of five letters counts as near. */
function farness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (longest < 4 || Math.abs(a.length - b.length) > 6) return a === b ? 0 : 1;
  if (a.length >= 5 && b.length >= 5 && a.slice(0, 5) === b.slice(0, 5)) return Math.min(0.3, distance(a, b) / longest);
  return distance(a, b) / longest;
}
