import { cleanLine } from "../clean.ts";
import { IngestError } from "../errors.ts";
import { escapeMarkup, plainLine } from "../plain-line.ts";
import { decodeFeed } from "./decode-feed.ts";
import type { FeedLink } from "./discover.ts";
import type { XmlElement } from "./element.ts";
import { resolveLink } from "./link.ts";
import { readXml } from "./xml.ts";

const MOST_BYTES = 10_000_000;
const MOST_FEEDS = 10_000;
const LONGEST_TITLE = 300;

const GIVE = "give the OPML file that a feed reader exports.";

/** Every outline, whatever it stands in, in the order of the file. */
function* outlinesIn(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) {
    if (typeof child === "string") continue;
    if (child.name === "outline") yield child;
    yield* outlinesIn(child);
  }
}

/**
 * The feeds of an OPML list (1.0 to 2.0), folders flattened, each address once, in its order; a list that is not well formed is read as
 * far as it goes. `name` is what refusals call it. Throws an IngestError where the bytes are no such list, or name no feed.
 */
export function readOpml(bytes: Uint8Array, name = "The list"): readonly FeedLink[] {
  if (bytes.length > MOST_BYTES) throw new IngestError(name, "is larger than 10 MB, too large for a list of feeds: split it.");
  const { roots, excessive } = readXml(decodeFeed(bytes, name, null), null);
  if (excessive) throw new IngestError(name, "has more outlines than any list of feeds, or too deep ones: split it.");
  const root = roots.find((each) => each.name === "opml" || each.name === "outlinedocument");
  if (root === undefined) throw new IngestError(name, `is not a list of feeds: ${GIVE}`);
  const found = new Map<string, FeedLink>();
  for (const { attributes } of outlinesIn(root)) {
    const address = resolveLink(attributes.get("xmlurl"), null);
    if (address === null || found.has(address)) continue;
    const title = plainLine(escapeMarkup(attributes.get("title") || attributes.get("text") || "")).slice(0, LONGEST_TITLE);
    found.set(address, { address, title: title.toWellFormed() || null });
    if (found.size >= MOST_FEEDS) break;
  }
  if (found.size === 0) throw new IngestError(name, `names no feed by an http or https address: ${GIVE}`);
  return [...found.values()];
}

/** The feeds as an OPML 2.0 document, which `readOpml` and feed readers read. */
export function renderOpml(feeds: readonly FeedLink[]): string {
  const outlines = feeds.map(({ address, title }) => {
    const text = escapeMarkup(cleanLine(title ?? "") || address);
    return `    <outline type="rss" text="${text}" title="${text}" xmlUrl="${escapeMarkup(address)}"/>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    "  <head><title>Feeds of On Record</title></head>",
    "  <body>",
    ...outlines,
    "  </body>",
    "</opml>",
    "",
  ].join("\n");
}
