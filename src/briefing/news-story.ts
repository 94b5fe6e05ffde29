import type { ArticleEntry, Excerpt, Hit } from "../model.ts";
import type { Passed } from "./sieve.ts";

/** A story told by its headline. */
export interface BriefStory {
  readonly shown: ArticleEntry;
  /** An earlier run told of it. */
  readonly goesOn: boolean;
  /** Nothing but later versions of articles came in. */
  readonly isUpdate: boolean;
  /** How many came in, copies too. */
  readonly articles: number;
  /** That carry these. */
  readonly outlets: readonly string[];
}

export interface NewsStory extends BriefStory {
  /** Sentences that repeat neither the headline nor the statement. */
  readonly excerpts: readonly Excerpt[];
  /** The one that matters; null where nobody says anything new beside what the sentences tell. */
  readonly statement: Hit | null;
  readonly further: readonly Hit[];
  /** Its other articles that came in. */
  readonly links: readonly ArticleEntry[];
}

/** A story with its articles that came in and passed. */
export interface Ranked {
  readonly story: number | null;
  readonly articles: readonly Passed[];
  readonly outlets: readonly string[];
  readonly goesOn: boolean;
}
