import { readFragments, readQuotations } from "../src/statements/quotations.ts";
import { confidenceOf, weigh } from "../src/statements/tagger/confidence.ts";
import { settleEnds } from "../src/statements/tagger/ends.ts";
import { type Linked, link } from "../src/statements/tagger/link.ts";
import { toReport } from "../src/statements/tagger/reports.ts";
import { FIRST_ROWS } from "../src/statements/tagger/rows.ts";
import type { Tagging } from "../src/statements/tagger/second-context.ts";
import { WIDTH } from "../src/statements/tagger/tags.ts";
import type { TokenSpan } from "../src/statements/tagger/tokens.ts";
import { renderWeights } from "../src/statements/tagger/weights.ts";
import {
  createTagging,
  firstCorpus,
  type Library,
  learnLexicon,
  readAllTokens,
  readDocuments,
  readLibrary,
  secondCorpus,
  taggingOf,
} from "./corpus.ts";
import { figures, speechTable } from "./evaluate.ts";
import { type Extracted, toExtracted } from "./extracted.ts";
import { fitEnds } from "./fit-ends.ts";
import type { GoldArticle, Range } from "./gold.ts";
import { GRAIN, type Job } from "./job.ts";
import type { Chain, Corpus, Recipe } from "./learn.ts";
import { fitLogistic } from "./logistic.ts";
import { runJobs } from "./pool.ts";
import { matchStatements, type Predicted, score, show } from "./score.ts";

/** How a training is run. */
interface Settings {
  readonly seed: number;
  readonly threads: number;
  /** Told of progress, a line a step. */
  readonly say: (line: string) => void;
}

const FOLDS = 4;

/** Chains averaged into one. */
const BAG = 2;

/** Chosen by four folds over the training articles; see the experiments' record. */
const RECIPE: Omit<Recipe, "seed"> = { epochs: 8, rate: 0.02, dropout: 0.4, minimum: 5 };

/**
 * Learns all weights and returns them as the weights file. The first pass is trained five times: on all articles, and on three quarters each, to tag the fourth as articles it
 * has not seen; from those tags the second pass learns. It is trained five times too, so that what it says of unseen articles shows how
 * much its statements can be trusted.
 */
export async function train(articles: readonly GoldArticle[], { seed, threads, say }: Settings): Promise<Uint8Array> {
  const documents = readDocuments(articles);
  const tokens = readAllTokens(documents);
  const lexicon = learnLexicon(articles, documents, tokens);
  const library = readLibrary(articles, documents, tokens, lexicon);
  say(`read ${articles.length} articles, ${library.tokenAt[articles.length]} tokens, ${lexicon.size} cue lemmas`);
  const recipe = { ...RECIPE, seed };
  const first = firstCorpus(library);
  const firstTagging = createTagging(library);
  const firstChain = await crossTrain(library, first, firstTagging, recipe, threads, 0);
  say(`first pass, on folds: ${show(score(articles, statementsOf(library, firstTagging)))}`);
  const second = secondCorpus(library, first, firstTagging);
  const secondTagging = createTagging(library);
  const secondChain = await crossTrain(library, second, secondTagging, recipe, threads, 1);
  const every = [...articles.keys()];
  const foldEnds = Array.from({ length: FOLDS }, (_, fold) =>
    fitEnds(
      library,
      secondTagging,
      every.filter((d) => d % FOLDS !== fold),
      seed,
    ),
  );
  const linked = library.tokens.map((one, d) => {
    const own = taggingOf(library, secondTagging, d);
    return link(one, own).map((statement) => settleEnds(one, own, statement, foldEnds[d % FOLDS]!));
  });
  say(`before ends: ${show(score(articles, statementsOf(library, secondTagging)))}`);
  const confidence = fitConfidence(library, secondTagging, linked);
  const extracted = extractedOf(library, secondTagging, linked, confidence);
  say(`second pass, on folds: ${figures(articles, extracted)}`);
  for (const line of speechTable(articles, extracted)) say(`speech, on folds: ${line}`);
  const ends = fitEnds(library, secondTagging, every, seed);
  const table = wholeNumbers(secondChain);
  const tables = {
    first: wholeNumbers(firstChain),
    second: table.subarray(0, FIRST_ROWS * WIDTH),
    added: table.subarray(FIRST_ROWS * WIDTH),
  };
  return renderWeights(
    { grain: GRAIN, firstSteps: firstChain.steps, secondSteps: secondChain.steps, confidence, ends, lexicon },
    tables,
  );
}

/** Trains on all but each fold, tagging it, and on everything; returns the last. */
async function crossTrain(
  library: Library,
  corpus: Corpus,
  tagging: Tagging,
  recipe: Recipe,
  threads: number,
  pass: 0 | 1,
): Promise<Chain> {
  const every = [...library.owner.keys()];
  const job = (chosen: number[], held: number[]): Job => ({
    corpus,
    recipe,
    bag: BAG,
    pass,
    chosen: Int32Array.from(chosen),
    held: Int32Array.from(held),
    tags: tagging.tags,
    marginals: tagging.marginals,
  });
  const jobs = [job(every, [])];
  for (let fold = 0; fold < FOLDS; fold++) {
    const inFold = (s: number): boolean => library.owner[s]! % FOLDS === fold;
    jobs.push(
      job(
        every.filter((s) => !inFold(s)),
        every.filter(inFold),
      ),
    );
  }
  const chains = await runJobs(jobs, threads);
  return chains[0]!;
}

function wholeNumbers(chain: Chain): Int8Array {
  return Int8Array.from(chain.weights, (w) => Math.round(w / GRAIN));
}

function rangeOf(library: Library, d: number, { from, to }: TokenSpan): Range {
  const { starts, ends } = library.documents[d]!;
  return [starts[from]!, ends[to - 1]!];
}

function predictedOf(library: Library, d: number, { content, source }: Linked): Predicted {
  return { content: content.map((span) => rangeOf(library, d, span)), source: source && rangeOf(library, d, source) };
}

function statementsOf(library: Library, tagging: Tagging): Predicted[][] {
  return library.tokens.map((tokens, d) =>
    link(tokens, taggingOf(library, tagging, d)).map((linked) => predictedOf(library, d, linked)),
  );
}

function extractedOf(
  library: Library,
  tagging: Tagging,
  linked: readonly (readonly Linked[])[],
  confidence: Float32Array,
): Extracted[][] {
  return library.tokens.map((tokens, d) => {
    const doc = library.documents[d]!;
    const own = taggingOf(library, tagging, d);
    const reports = linked[d]!.map((statement) =>
      toReport(doc, statement, confidenceOf(weigh(tokens, own, statement), confidence)),
    );
    return toExtracted(doc, readFragments(readQuotations(doc.text)), reports);
  });
}

/** A statement is right if it covers more than 0.3 of an annotated one, and its source touches that one's. */
function fitConfidence(library: Library, tagging: Tagging, linked: readonly (readonly Linked[])[]): Float32Array {
  const rows: number[][] = [];
  const answers: number[] = [];
  library.tokens.forEach((tokens, d) => {
    const article = library.articles[d]!;
    const own = taggingOf(library, tagging, d);
    const predicted = linked[d]!.map((statement) => predictedOf(library, d, statement));
    const right = new Set<number>();
    matchStatements(article, predicted, 0.3).forEach((found, g) => {
      if (found < 0) return;
      const gold = article.attributions[g]!.source;
      const source = predicted[found]!.source;
      if (gold.length === 0 || (source && gold.some(([s, e]) => s < source[1] && source[0] < e))) right.add(found);
    });
    linked[d]!.forEach((statement, k) => {
      rows.push(weigh(tokens, own, statement));
      answers.push(right.has(k) ? 1 : 0);
    });
  });
  return Float32Array.from(fitLogistic(rows, answers));
}
