import type { Article, Excerpt } from "../model.ts";
import { type Candidate, readCandidates } from "./candidates.ts";
import { readPairs } from "./pairs.ts";
import { createQueue } from "./queue.ts";

/** Share of a sentence's word pairs that must be new to the summary where nothing else is asked for. */
const NOVELTY = 1 / 3;

interface Asked {
  readonly words: number;
  readonly sentences?: number;
  readonly topic?: (text: string) => number;
  readonly beside?: readonly string[];
  readonly novelty?: number;
}

/**
 * Verbatim sentences that together tell what most articles tell, in at most `words` words (counted between white space). A sentence is
 * worth the word pairs it adds, each as much as the number of articles that have it (Gillick and Favre 2009), divided by its place in
 * its article (Edmundson 1969); the worthiest for its length is taken until nothing fits (Lin and Bilmes 2010). `topic` weighs each
 * sentence, finite, and leaves out those it gives 0 unless they lead in to another. At most `sentences` (one or more) are taken, none of which repeats
 * what was told in the summary or in `beside`, texts that stand next to it: the share `novelty` of its word pairs must be new; beside such
 * texts nothing comes in that `topic` gives 0. Where nothing fits, the worthiest comes alone.
 */
export function summarise(articles: readonly Article[], asked: Asked): Excerpt[] {
  const given = { sentences: Number.POSITIVE_INFINITY, topic: () => 1, beside: [], novelty: NOVELTY, ...asked };
  return inReadingOrder(choose(articles, given)).map(({ article, span }) => ({ article, span }));
}

/** Sentences that enter together (one, or one behind the sentence it needs) with their worth for each word when last weighed. */
interface Offer {
  readonly sentences: readonly Candidate[];
  readonly length: number;
  readonly worth: number;
}

/** Worth only falls as the summary grows, so only what is first in the queue is weighed again (Minoux 1978). */
function choose(articles: readonly Article[], { words, sentences, topic, beside, novelty }: Required<Asked>): Candidate[] {
  const candidates = readCandidates(articles);
  const { bySentence, support, elsewhere } = readPairs(articles, beside);
  const relevance = new Map(candidates.map((candidate) => [candidate, Math.max(0, topic(textOf(candidate)) || 0)]));
  const followers = new Map(candidates.map((candidate) => [candidate.needs, candidate]));
  const chosen = new Set<Candidate>();
  const told = new Set(elsewhere);
  const queue = createQueue<Offer>(comesBefore);

  const worthOf = (candidate: Candidate): number => {
    const pairs = bySentence[candidate.articleNumber]![candidate.number]!;
    const added = pairs.filter((pair) => !told.has(pair));
    if (added.length < novelty * pairs.length) return 0;
    return (added.reduce((sum, pair) => sum + support[pair]!, 0) * relevance.get(candidate)!) / candidate.rank;
  };
  const weigh = (...sentences: readonly Candidate[]): Offer => {
    const length = sentences.reduce((sum, sentence) => sum + sentence.length, 0);
    const worths = sentences.map(worthOf);
    const repeats = beside.length > 0 && worths.includes(0);
    return { sentences, length, worth: repeats ? 0 : worths.reduce((sum, worth) => sum + worth, 0) / length };
  };
  const take = (sentence: Candidate): void => {
    chosen.add(sentence);
    for (const pair of bySentence[sentence.articleNumber]![sentence.number]!) told.add(pair);
  };

  for (const candidate of candidates) {
    if (relevance.get(candidate) === 0) continue;
    if (!candidate.needs) queue.add(weigh(candidate));
    else if (!candidate.needs.needs) queue.add(weigh(candidate.needs, candidate));
  }
  const worthiest = queue.first();
  let left = words;
  for (let offer = queue.take(); offer; offer = queue.take()) {
    if (offer.length > left || chosen.size + offer.sentences.length > sentences) continue;
    if (offer.sentences.some((sentence) => chosen.has(sentence))) continue;
    const now = weigh(...offer.sentences);
    if (now.worth === 0) continue;
    if (now.worth < offer.worth) {
      queue.add(now);
      continue;
    }
    left -= now.length;
    now.sentences.forEach(take);
    const follower = followers.get(now.sentences.at(-1)!);
    if (follower && relevance.get(follower) !== 0) queue.add(weigh(follower));
  }
  if (chosen.size > 0 || !worthiest || (beside.length > 0 && worthiest.worth === 0)) return [...chosen];
  const [first, ...needing] = worthiest.sentences;
  return relevance.get(first!) === 0 ? [first!, ...needing] : [first!];
}

const textOf = ({ article, span }: Candidate): string => article.text.slice(span.start, span.end);

/** Ties go to the newest article, then to the order given. */
function comesBefore(a: Offer, b: Offer): boolean {
  if (a.worth !== b.worth) return a.worth > b.worth;
  const [left, right] = [a.sentences.at(-1)!, b.sentences.at(-1)!];
  const [mine, other] = [timeOf(left, -Infinity), timeOf(right, -Infinity)];
  return mine === other ? byPlace(left, right) < 0 : mine > other;
}

/** By date, undated articles last, then by place; before them all the lead that was chosen first, with what needs it. */
function inReadingOrder(chosen: readonly Candidate[]): Candidate[] {
  const sorted = chosen.toSorted((a, b) => {
    const [mine, other] = [timeOf(a, Infinity), timeOf(b, Infinity)];
    return mine === other ? byPlace(a, b) : mine - other;
  });
  const lead = chosen.find(({ rank }) => rank === 1);
  if (!lead) return sorted;
  const start = sorted.indexOf(lead);
  let end = start + 1;
  while (end < sorted.length && sorted[end]!.needs === sorted[end - 1]) end++;
  return [...sorted.slice(start, end), ...sorted.slice(0, start), ...sorted.slice(end)];
}

function timeOf({ article }: Candidate, undated: number): number {
  const time = article.publishedAt?.getTime() ?? Number.NaN;
  return Number.isNaN(time) ? undated : time;
}

const byPlace = (a: Candidate, b: Candidate): number => a.articleNumber - b.articleNumber || a.number - b.number;
