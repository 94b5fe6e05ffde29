import type { Command } from "../src/chat/command.ts";
import article from "./article.ts";
import articles from "./articles.ts";
import { addDigest, editDigest, listDigests, pauseDigest, removeDigest, resumeDigest, zoneDigest } from "./digest.ts";
import { postDigest, previewDigest, whyDigest } from "./digest-posts.ts";
import { addFeed, exportFeeds, importFeeds, listFeeds, removeFeed } from "./feed.ts";
import forget from "./forget.ts";
import help from "./help.ts";
import ingest from "./ingest.ts";
import privacy from "./privacy.ts";
import quotes from "./quotes.ts";
import saidIn from "./said-in.ts";
import { mergeSpeaker, showSpeaker, splitSpeaker } from "./speaker.ts";
import stories from "./stories.ts";
import summary from "./summary.ts";
import { addWatch, listWatches, pauseWatch, removeWatch, resumeWatch } from "./watch.ts";
import whoSaid from "./who-said.ts";

/** Every command, in the order `/help` lists them: add yours here. */
export const commands: readonly Command[] = [
  ...[whoSaid, quotes, summary, stories, articles, article, saidIn],
  ...[addDigest, listDigests, previewDigest, postDigest, whyDigest],
  ...[editDigest, pauseDigest, resumeDigest, removeDigest, zoneDigest],
  ...[addWatch, listWatches, pauseWatch, resumeWatch, removeWatch],
  ...[addFeed, listFeeds, removeFeed, importFeeds, exportFeeds, ingest],
  ...[showSpeaker, mergeSpeaker, splitSpeaker, privacy, forget, help],
];
