import { cleanLine } from "../clean.ts";
import { hashOf } from "../hash.ts";
import { plainLine } from "../plain-line.ts";
import type { FeedEntry } from "./feed.ts";
import { readFeedDate } from "./feed-date.ts";
import { resolveLink } from "./link.ts";
import type { RawEntry } from "./raw-feed.ts";

const LONGEST_ID = 500;

const firstDate = (values: readonly string[]): Date | null => {
  for (const value of values) {
    const date = readFeedDate(value);
    if (date !== null) return date;
  }
  return null;
};

/** The id as given, else the address, else what stands for the words; a long one is shortened to 16 hexadecimal digits. */
function stableId(given: string | null, url: string | null, words: readonly unknown[]): string {
  const id = cleanLine(given ?? "") || url;
  return id === null ? hashOf(JSON.stringify(words)) : id.length > LONGEST_ID ? hashOf(id) : id;
}

function finish(raw: RawEntry, link: string | null): FeedEntry {
  const title = raw.title === null ? null : plainLine(raw.title) || null;
  const summary = raw.summary === null ? null : plainLine(raw.summary) || null;
  const url = raw.links.map((each) => resolveLink(each, raw.base ?? link)).find((each) => each !== null) ?? null;
  const modifiedAt = firstDate(raw.modified);
  return {
    id: stableId(raw.id, url, [title, summary, raw.content, raw.published]),
    title,
    url,
    publishedAt: firstDate(raw.published) ?? modifiedAt,
    modifiedAt,
    author: raw.author,
    html: raw.content?.trim() ? raw.content : null,
    summary,
  };
}

/**
 * The entries with what they say in plain words; `link` of the feed is what their addresses are relative to where nothing else is known.
 * An entry that is repeated with its id counts once; without ids nobody can tell, so each counts.
 */
export function finishEntries(raws: readonly RawEntry[], link: string | null): FeedEntry[] {
  const entries = raws.map((raw) => finish(raw, link));
  const about = ({ url, title }: FeedEntry): string => JSON.stringify([url, title]);
  const subjects = new Map<string, Set<string>>();
  for (const entry of entries) subjects.set(entry.id, (subjects.get(entry.id) ?? new Set()).add(about(entry)));
  const times = new Map<string, number>();
  return entries.flatMap((entry, i) => {
    // Some feeds give every entry the same id, or none and one address.
    const id = subjects.get(entry.id)!.size > 1 ? `${entry.id} ${hashOf(about(entry))}` : entry.id;
    const time = (times.get(id) ?? 0) + 1;
    times.set(id, time);
    if (time === 1) return { ...entry, id };
    return raws[i]!.id === null ? { ...entry, id: `${id} ${time}` } : [];
  });
}
