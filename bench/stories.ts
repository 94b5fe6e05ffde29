import { existsSync, readFileSync } from "node:fs";
import type { Printed } from "../src/store/stories/copies.ts";
import { type Copies, createCopies } from "../src/store/stories/shelf.ts";
import { ALIKE, createStories, type StoryArticle } from "../src/store/stories/stories.ts";
import { randomNumbers, say } from "./measure.ts";

const DATA = "../shared/data/stories/ecbplus.jsonl";
const FOLDS = 5;
const SHUFFLES = 3;
const THRESHOLDS = Array.from({ length: 9 }, (_, k) => ALIKE + (k - 4) / 100);
/** Articles in the library; many take minutes. */
const SIZES = process.argv.includes("--large") ? [1_000, 10_000, 100_000] : [1_000, 3_000];

interface Gold extends StoryArticle {
  readonly story: string;
}

/** How much of an article's found story is right, and how much of its true story was found (B-cubed, Bagga and Baldwin 1998). */
interface Score {
  readonly precision: number;
  readonly recall: number;
}

/**
 * Stories and copies on ECB+ (B-cubed, the threshold by cross-validation over stories), and what an article costs as the library grows, with
 * `--large` up to 100,000 articles.
 */
export function benchStories(): void {
  if (existsSync(DATA)) {
    const articles = readFileSync(DATA, "utf8").trim().split("\n").map(readGold);
    measureStories(articles);
    for (let seed = 1; seed <= SHUFFLES; seed++)
      say(`stories: shuffled, seed ${seed}: B-cubed F ${f(score(shuffle(articles, seed), ALIKE)).toFixed(3)} at ${ALIKE}`);
    measureCopies(articles);
  } else say(`stories: quality left out, ${DATA} is missing`);
  measureCost();
}

function readGold(line: string): Gold {
  const { id, story, title, text, date } = JSON.parse(line) as Record<"id" | "story" | "title" | "text" | "date", string>;
  return { id, story, title, text, publishedAt: date === "" ? null : new Date(date) };
}

/** Every fifth of the stories, look-alikes together, is measured with the threshold that is best on the other four. */
function measureStories(articles: readonly Gold[]): void {
  const runs = THRESHOLDS.map((threshold) => score(articles, threshold));
  const chosen = runs[THRESHOLDS.indexOf(ALIKE)]!;
  const topics = [...new Set(articles.map(topicOf))].sort();
  const foldOf = new Map(shuffle(topics, 1).map((topic, k) => [topic, k % FOLDS]));
  const held: Score[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const isHeld = articles.map((article) => foldOf.get(topicOf(article)) === fold);
    const best = runs.toSorted((a, b) => f(b.filter((_, k) => !isHeld[k])) - f(a.filter((_, k) => !isHeld[k])))[0]!;
    held.push(...best.filter((_, k) => isHeld[k]));
  }
  say(
    `stories: ${articles.length} articles, as in the file: B-cubed F ${f(held).toFixed(3)} cross-validated, ${f(chosen).toFixed(3)} at ${ALIKE} (aim: .90; batch .913, single pass .881)`,
  );
}

const topicOf = ({ story }: Gold): string => story.split("-")[0]!;

function score(articles: readonly Gold[], threshold: number): Score[] {
  const stories = createStories(threshold);
  const found = articles.map((article) => stories.add(article));
  const both = articles.map(({ story }, k) => `${story} ${found[k]}`);
  const count = (labels: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
    return counts;
  };
  const [foundCounts, goldCounts, bothCounts] = [count(found), count(articles.map(({ story }) => story)), count(both)];
  return articles.map(({ story }, k) => {
    const right = bothCounts.get(both[k]!)!;
    return { precision: right / foundCounts.get(found[k]!)!, recall: right / goldCounts.get(story)! };
  });
}

function f(scores: readonly Score[]): number {
  const [precision, recall] = [mean(scores.map((each) => each.precision)), mean(scores.map((each) => each.recall))];
  return (2 * precision * recall) / (precision + recall);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function measureCopies(articles: readonly Gold[]): void {
  const storyOf = new Map(articles.map(({ id, story }) => [id, story]));
  for (const [kind, outlet] of [
    ["each from an outlet of its own", null],
    ["all from one outlet", "One Outlet"],
  ] as const) {
    const copies = createCopies();
    const found = articles.flatMap((article) => {
      const repeated = copies.add({ ...article, outlet, url: null });
      return repeated ? [{ ...repeated, wrong: storyOf.get(repeated.of.id) !== article.story }] : [];
    });
    const count = (relation: string) => found.filter((each) => each.relation === relation).length;
    say(
      `stories: ${articles.length} articles, ${kind}: ${count("copy")} copies and ${count("update")} updates found, ${found.filter(({ wrong }) => wrong).length} of another story (aim: 0)`,
    );
  }
}

/** Two hundred articles at each size of the library, in which one article in four opens a story and one in ten is a copy. */
function measureCost(): void {
  const stories = createStories();
  const copies = createCopies();
  const generate = createArticles();
  let articles = 0;
  let first: number | null = null;
  for (const size of SIZES) {
    for (; articles < size; articles++) add(generate(articles), stories.add, copies);
    const started = performance.now();
    for (let k = 0; k < 200; k++, articles++) add(generate(articles), stories.add, copies);
    const milliseconds = (performance.now() - started) / 200;
    first ??= milliseconds;
    say(
      `stories: ${milliseconds.toFixed(2)} ms an article at ${size} articles, ${(milliseconds / first).toFixed(1)} times that at ${SIZES[0]}`,
    );
  }
}

function add(article: Printed & StoryArticle, tell: (article: StoryArticle) => string, copies: Copies): void {
  tell(article);
  copies.add(article);
}

/** Articles of 300 words of which some are the story's own; a story every fourth article, and 200 of them run at a time. */
function createArticles(): (number: number) => Printed & StoryArticle {
  const random = randomNumbers(7);
  const word = () => `w${Math.floor(30_000 ** random()).toString(36)}`;
  const words = (count: number, next: () => string) => Array.from({ length: count }, next);
  let last = "";
  return (number) => {
    const newest = Math.floor(number / 4);
    const story = Math.max(0, newest - Math.floor(200 * random()));
    const own = () => (random() < 0.15 ? `Name${story}x${Math.floor(12 * random())}` : word());
    const text = random() < 0.1 && last !== "" ? last.slice(0, 1_500) : words(300, own).join(" ");
    last = text;
    return {
      id: String(number),
      title: words(8, own).join(" "),
      text,
      outlet: null,
      url: null,
      publishedAt: new Date(Date.UTC(2026, 0, 1) + number * 120_000),
    };
  };
}

function shuffle<T>(items: readonly T[], seed: number): T[] {
  const random = randomNumbers(seed);
  return items
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
