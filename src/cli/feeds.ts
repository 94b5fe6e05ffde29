import { feedHealth, feedName } from "../chat/feed-health.ts";
import { ago, every } from "../chat/times.ts";
import { counted } from "../chat/wording.ts";
import type { Config } from "../config.ts";
import { IngestError } from "../ingest/errors.ts";
import { readFileBytes } from "../ingest/files.ts";
import type { Polled } from "../ingest/polling/poll-feed.ts";
import { isUrl } from "../ingest/url.ts";
import type { FollowedFeed } from "../model.ts";
import { withLibrary } from "./library.ts";
import { createLines } from "./lines.ts";
import type { Output } from "./output.ts";
import { followerIn } from "./places.ts";
import { untilToldToEnd } from "./signals.ts";

interface Options {
  readonly json?: boolean;
}

export const listFeeds = (config: Config, _: readonly string[], options: Options, output: Output): Promise<number> =>
  withLibrary(config, async ({ newsroom }) => {
    const lines = createLines(output, options);
    const feeds = await newsroom.following.list(config.workspace);
    for (const [k, feed] of feeds.entries()) lines.done(describe(feed, k + 1), feed);
    if (feeds.length === 0) output.err.write("No feeds yet: npm run -s on-record -- feeds add <address>\n");
    return lines.code();
  });

function describe(feed: FollowedFeed, number: number): string {
  const now = new Date();
  const { lastArticle, address } = feed;
  const last =
    lastArticle === null ? "No article yet." : `Last article, ${ago(lastArticle.at, now)}: ${lastArticle.title ?? "untitled"}`;
  return [`${number}. ${feedName(feed)}`, feedHealth(feed, now), last, address].join("\n    ").replace(/\n+$/, "");
}

export const addFeeds = (config: Config, urls: readonly string[], options: Options, output: Output): Promise<number> =>
  withLibrary(config, async ({ newsroom }) => {
    const lines = createLines(output, options);
    for (const url of urls) {
      const found = await newsroom.following.add(followerIn(config), url);
      if ("refusal" in found) lines.refuse(url, found.refusal);
      else {
        const outcome = found.isNew ? "added" : "duplicate";
        const { address, title, entries } = found;
        const about = `${counted(entries, "entry", "entries")}, asked about ${every(found.every)}`;
        lines.done(`${outcome.padEnd(10)}${feedName(found)} (${address}): ${about}`, { outcome, address, title, entries });
      }
    }
    return lines.code();
  });

export const removeFeeds = (config: Config, named: readonly string[], options: Options, output: Output): Promise<number> =>
  withLibrary(config, async ({ newsroom }) => {
    const lines = createLines(output, options);
    for (const each of named) {
      const removed = await newsroom.following.remove(config.workspace, each);
      if ("refusal" in removed) lines.refuse(each, removed.refusal);
      else lines.done(`removed   ${feedName(removed)} (${removed.address})`, { outcome: "removed", address: removed.address });
    }
    return lines.code();
  });

const LIST = { most: 10_000_000, give: "give the OPML file that a feed reader exports.", shorten: "split it." };

export const importFeeds = (config: Config, lists: readonly string[], options: Options, output: Output): Promise<number> =>
  withLibrary(config, async ({ newsroom: { following } }) => {
    const lines = createLines(output, options);
    const read = async (list: string) => {
      if (isUrl(list)) return following.importFrom(followerIn(config), list);
      try {
        return await following.importList(followerIn(config), await readFileBytes(list, LIST), list);
      } catch (error) {
        if (error instanceof IngestError) return { refusal: error.message };
        throw error;
      }
    };
    for (const list of lists) {
      const imported = await read(list);
      if ("refusal" in imported) lines.refuse(list, imported.refusal);
      else {
        const { added, known } = imported;
        const already = known > 0 ? `, ${known.toLocaleString("en-US")} followed already` : "";
        lines.done(`imported  ${list}: ${counted(added, "new feed")}${already}`, {
          outcome: "imported",
          target: list,
          added,
          known,
        });
      }
    }
    return lines.code();
  });

export const exportFeeds = (config: Config, _: readonly string[], __: Options, { out }: Output): Promise<number> =>
  withLibrary(config, async ({ newsroom }) => {
    out.write((await newsroom.following.exportList(config.workspace)).opml);
    return 0;
  });

/** Told to end by a signal, it stops between two articles and then by that signal; the next poll finds the rest. */
export async function pollFeeds(config: Config, [all]: readonly string[], options: Options, output: Output): Promise<number> {
  const lines = createLines(output, options);
  let asked = 0;
  const told = await withLibrary(config, async ({ newsroom, store }) => {
    if (all !== undefined) await store.makeDue(config.workspace, new Date());
    return untilToldToEnd(async (signal) => {
      signal.addEventListener("abort", () => void newsroom.close());
      await newsroom.pollDue((polled) => {
        const { address, trouble } = polled;
        if (trouble !== null) lines.refuse(address, `${address} ${trouble.problem}`);
        else lines.done(outcomeOf(polled), polled);
        for (const reason of polled.refused) output.err.write(`${reason}\n`);
        asked++;
      });
      signal.throwIfAborted();
    });
  });
  if (told !== null) process.kill(process.pid, told);
  else if (asked === 0) output.err.write("No feed is due; --all asks those that are not.\n");
  return lines.code();
}

function outcomeOf({ outcome, title, address, added, updated, duplicates, refused, later }: Polled): string {
  const counts = [
    [added, "added"],
    [updated, "updated"],
    [duplicates, "in the library already"],
    [refused.length - later, "refused"],
    [later, "to be tried again"],
  ] as const;
  const some = counts.flatMap(([count, what]) => (count > 0 ? [`${count.toLocaleString("en-US")} ${what}`] : []));
  return `${outcome.padEnd(10)}${title ?? address}: ${some.join(", ") || "nothing new"}`;
}
