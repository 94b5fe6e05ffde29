import type { Assembled } from "../src/statements/assemble.ts";
import { probabilityOf } from "../src/statements/logistic.ts";
import { settleEnds } from "../src/statements/tagger/ends.ts";
import { evidenceOf } from "../src/statements/tagger/evidence.ts";
import { type Linked, link } from "../src/statements/tagger/link.ts";
import { toReport } from "../src/statements/tagger/reports.ts";
import { FIRST_ROWS } from "../src/statements/tagger/rows.ts";
import type { Tagging } from "../src/statements/tagger/tagging.ts";
import { WIDTH } from "../src/statements/tagger/tags.ts";
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
import { assembleAll, toExtracted } from "./extracted.ts";
import { fitCombined, fitConfidence, predictedOf } from "./fit-confidence.ts";
import { fitEnds } from "./fit-ends.ts";
import type { GoldArticle } from "./gold.ts";
import { GRAIN, type Job } from "./job.ts";
import type { Chain, Corpus, Recipe } from "./learn.ts";
import { runJobs } from "./pool.ts";
import { type Predicted, score, show } from "./score.ts";

/** How a training is run. */
interface Settings {
  readonly seed: number;
  readonly threads: number;
  /** Told of progress, a line a step. */
  readonly say: (line: string) => void;
}

const FOLDS = 4;

/** Chains averaged into one. */
const BAG = 4;

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
  say(`second pass, on folds: ${show(score(articles, predictedAll(library, linked)))}`);
  const confidence = fitConfidence(library, secondTagging, linked);
  const assembled = assembledOf(library, secondTagging, linked, confidence);
  const combined = fitCombined(library, assembled);
  const extracted = assembled.map((rows, d) => rows.map((row) => toExtracted(library.documents[d]!, row, combined)));
  say(`with the rules, on folds: ${figures(articles, extracted)}`);
  for (const line of speechTable(articles, extracted)) say(`speech, on folds: ${line}`);
  const ends = fitEnds(library, secondTagging, every, seed);
  const table = wholeNumbers(secondChain);
  const tables = {
    first: wholeNumbers(firstChain),
    second: table.subarray(0, FIRST_ROWS * WIDTH),
    added: table.subarray(FIRST_ROWS * WIDTH),
  };
  return renderWeights(
    { grain: GRAIN, firstSteps: firstChain.steps, secondSteps: secondChain.steps, confidence, combined, ends, lexicon },
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

function statementsOf(library: Library, tagging: Tagging): Predicted[][] {
  return predictedAll(
    library,
    library.tokens.map((tokens, d) => link(tokens, taggingOf(library, tagging, d))),
  );
}

function predictedAll(library: Library, linked: readonly (readonly Linked[])[]): Predicted[][] {
  return linked.map((rows, d) => rows.map((row) => predictedOf(library, d, row)));
}

/** What the rules and the tagger come to on articles the tagger has not seen. */
function assembledOf(
  library: Library,
  tagging: Tagging,
  linked: readonly (readonly Linked[])[],
  confidence: Float32Array,
): Assembled[][] {
  return library.tokens.map((tokens, d) => {
    const document = library.documents[d]!;
    const own = taggingOf(library, tagging, d);
    const reports = linked[d]!.map((row) => toReport(document, row, probabilityOf(evidenceOf(tokens, own, row), confidence)));
    return assembleAll(document, reports);
  });
}
