import { Readability } from "@mozilla/readability";
import { readBlocks } from "./blocks.ts";
import { type HtmlDocument, type HtmlElement, parsePage } from "./dom.ts";
import { IngestError } from "./errors.ts";
import { readMetadata } from "./metadata.ts";
import { removeNoise } from "./noise.ts";
import { requireArticle, type SourceText } from "./text.ts";

/** An article has fewer links than words; a front page or a search result is made of them. */
const MOST_LINKED = 0.5;
/**
 * From this many characters on Readability keeps its first, strictest reading. Below, it takes in whatever it can find, so its default of
 * 500 would fill up news in brief with what stands around them.
 */
const SHORTEST_SURE = 60;

interface Reading {
  readonly metadata: Omit<SourceText, "text">;
  readonly text: string;
  readonly linked: number;
}

function readArticle(document: HtmlDocument, from: string | null): Reading {
  const metadata = readMetadata(document, from);
  removeNoise(document);
  const options = {
    charThreshold: SHORTEST_SURE,
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node: unknown) => node as HtmlElement,
  };
  const element = new Readability<HtmlElement>(document as never, options as never).parse()?.content;
  return { metadata, ...(element ? readBlocks(element) : { text: "", linked: 0 }) };
}

/**
 * The article of an HTML page with what the page says about itself. Its text has one line a block as a reader sees them, without captions,
 * menus and scripts, which never run. `from` is the address it was fetched from, null for a file. Throws an IngestError where the page
 * holds no article.
 */
export function readPage(html: string, name: string, from: string | null): SourceText {
  const reading = ((): Reading => {
    try {
      return readArticle(parsePage(html, name), from);
    } catch (error) {
      if (error instanceof IngestError) throw error;
      // The parsers are not made for HTML that was written to break them.
      throw new IngestError(name, "could not be read as HTML: give its text as a .txt file.");
    }
  })();
  if (reading.text === "" || reading.linked > MOST_LINKED) {
    throw new IngestError(name, "has no article text: give the page of one article.");
  }
  return { ...reading.metadata, text: requireArticle(reading.text, name) };
}
