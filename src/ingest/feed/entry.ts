import { createHash } from "node:crypto";
import { cleanLine } from "../clean.ts";
import { canonicalUrl } from "../url.ts";
import type { FeedEntry } from "./feed.ts";
import { readFeedDate } from "./feed-date.ts";
import { plainLine } from "./plain-line.ts";

/** What an entry says, as written, the most trusted first; its content and summary are HTML. */
export interface RawEntry {
  readonly id: string | null;
  readonly title: string | null;
  readonly links: readonly (string | null)[];
  readonly published: readonly string[];
  readonly modified: readonly string[];
  readonly author: string | null;
  readonly content: string | null;
  readonly summary: string | null;
  readonly base: string | null;
}

const LONGEST_ADDRESS = 2_000;
const LONGEST_ID = 500;

/** The canonical http or https address, or null where that is none. */
export function resolveLink(value: string | null | undefined, base: string | null): string | null {
  const address = value?.trim() ?? "";
  return address === "" || address.length > LONGEST_ADDRESS ? null : canonicalUrl(address, base ?? undefined);
}

/** How content ends that goes on elsewhere. */
const CUT_SHORT = /(?:\[(?:…|\.{3})\]|…|\.{3}|\b(?:continue reading|read more|read the (?:full|rest)[a-z ]{0,30})\W{0,5})$/i;

/** The content, unless its words are the summary's or it ends as an excerpt does. */
function wholeContent(content: string | null, summary: string | null): string | null {
  if (content === null || !/[^\s]/.test(content)) return null;
  const end = plainLine(content.slice(-2_000));
  if (CUT_SHORT.test(end)) return null;
  const isSummary = summary !== null && content.length < 5_000 && plainLine(content) === summary;
  return isSummary ? null : content;
}

const firstDate = (values: readonly string[]): Date | null => {
  for (const value of values) {
    const date = readFeedDate(value);
    if (date !== null) return date;
  }
  return null;
};

const digest = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);

/** The entries with what they say in plain words; `link` of the feed is what their addresses are relative to where nothing else is known. */
export function finishEntries(raws: readonly RawEntry[], link: string | null): FeedEntry[] {
  const entries = raws.map((raw) => finish(raw, link));
  const addresses = new Map<string, Set<string | null>>();
  for (const { id, url } of entries) addresses.set(id, (addresses.get(id) ?? new Set()).add(url));
  // Some feeds give every entry the same id.
  const unique = entries.map((entry) =>
    addresses.get(entry.id)!.size > 1 ? { ...entry, id: `${entry.id} ${entry.url}` } : entry,
  );
  const seen = new Set<string>();
  return unique.filter(({ id }) => !seen.has(id) && seen.add(id));
}

function finish(raw: RawEntry, link: string | null): FeedEntry {
  const title = raw.title === null ? null : plainLine(raw.title) || null;
  const summary = raw.summary === null ? null : plainLine(raw.summary) || null;
  const url = raw.links.map((each) => resolveLink(each, raw.base ?? link)).find((each) => each !== null) ?? null;
  const given = cleanLine(raw.id ?? "");
  return {
    id:
      given === ""
        ? (url ?? digest(JSON.stringify([title, summary, raw.content, raw.published])))
        : given.length > LONGEST_ID
          ? digest(given)
          : given,
    title,
    url,
    publishedAt: firstDate(raw.published),
    modifiedAt: firstDate(raw.modified),
    author: raw.author,
    html: wholeContent(raw.content, summary),
    summary,
  };
}
