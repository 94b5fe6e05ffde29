import { benchAsk } from "./ask.ts";
import { benchCompose } from "./compose.ts";
import { benchDueAtOnce } from "./due-at-once.ts";
import { benchExtract } from "./extract.ts";
import { benchFeeds } from "./feeds.ts";
import { benchIngest } from "./ingest.ts";
import { benchLibrary } from "./library.ts";
import { benchNews } from "./news.ts";
import { benchPlatforms } from "./platforms.ts";
import { benchSearch } from "./search.ts";
import { benchSpeakers } from "./speakers.ts";
import { benchStories } from "./stories.ts";
import { benchSummaries } from "./summaries.ts";
import { benchUpkeep } from "./upkeep.ts";

/** Every measurement, or those named: `npm run bench -- ask search`. */
const BENCHES: Readonly<Record<string, () => void | Promise<void>>> = {
  extract: benchExtract,
  speakers: benchSpeakers,
  feeds: benchFeeds,
  ingest: benchIngest,
  news: benchNews,
  ask: benchAsk,
  platforms: benchPlatforms,
  due: benchDueAtOnce,
  search: benchSearch,
  library: benchLibrary,
  compose: benchCompose,
  upkeep: benchUpkeep,
  stories: benchStories,
  summaries: benchSummaries,
};

const named = process.argv.slice(2).filter((word) => !word.startsWith("--"));
for (const [name, bench] of Object.entries(BENCHES)) if (named.length === 0 || named.includes(name)) await bench();
