import { cleanLine } from "./clean.ts";
import { ELEMENT_NODE, type HtmlElement, type HtmlNode, TEXT_NODE } from "./dom.ts";

const names = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Elements that stand on lines of their own; list of the HTML standard, 15.3 (rendering, flow content). */
const BLOCKS = names(
  "address article aside blockquote body center dd details dialog div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hgroup hr html " +
    "legend li main ol p pre search section summary table tbody tfoot thead tr ul br",
);
/** Elements whose words are no part of the article: captions, menus, controls, and what runs or plays. */
const SKIPPED = names(
  "audio button canvas caption figcaption iframe input map math nav noscript object option script select style svg template textarea title video",
);
/** Classes of words for screen readers alone ("opens in a new tab"): Bootstrap, WordPress, HTML5 Boilerplate and their kin. */
const UNSEEN_CLASS = /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|screenreader)(?:\s|$)/i;
/** The marks a browser prints around `<q>`, by depth (HTML standard, 15.3.5). */
const MARKS = [
  ["“", "”"],
  ["‘", "’"],
] as const;

/** Lines that lead away from an article, where most of them is a link. */
const LEAD_AWAY =
  /^(?:read (?:more|also|next|on)|see also|also read|related|more on this(?: story)?|more from|watch|listen|sign up|subscribe|follow us|join us|download|click here|tap here)\b/i;
/** Lines that layouts put between paragraphs. */
const INTERRUPTION =
  /^(?:advertise?ment|advertising|sponsored|(?:article|story) continues (?:below|after)(?: (?:this |the )?(?:ad|advertisement))?|continue reading(?: the main story)?|read more|more on this story|(?:sign up (?:for|to)|subscribe to|get) (?:the|our) (?:\w+ ){0,3}(?:newsletters?|briefing)|share this(?: \w+)?|most read)\.?$/i;

/** The text of an article as a reader sees it. */
export interface Blocks {
  /** One line a block, separated by line feeds. */
  readonly text: string;
  /** Which part of the characters are links, from 0 to 1, lines left out included. */
  readonly linked: number;
}

function isSkipped(element: HtmlElement): boolean {
  return SKIPPED.has(element.localName) || UNSEEN_CLASS.test(element.getAttribute("class") ?? "");
}

/**
 * Reads an element block by block: every paragraph, heading, list item, table row and quotation its own line. Figures are left out but for
 * quotations and tables, which some publishing systems frame as such.
 */
export function readBlocks(root: HtmlElement): Blocks {
  const lines: string[] = [];
  let line = "";
  let linkedInLine = 0;
  let length = 0;
  let linked = 0;
  const flush = (): void => {
    const clean = cleanLine(line);
    const share = linkedInLine / Math.max(1, clean.length);
    length += clean.length;
    linked += linkedInLine;
    const leadsAway = share > 0.95 || (share > 0.5 && LEAD_AWAY.test(clean));
    if (clean !== "" && !leadsAway && !INTERRUPTION.test(clean)) lines.push(clean);
    line = "";
    linkedInLine = 0;
  };
  const walkChildren = (node: HtmlNode, quotes: number, link: boolean, pre: boolean): void => {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === ELEMENT_NODE) walk(child as HtmlElement, quotes, link, pre);
      else if (child.nodeType === TEXT_NODE) addText(child.textContent ?? "", link, pre);
    }
  };
  const addText = (text: string, link: boolean, pre: boolean): void => {
    if (link) linkedInLine += cleanLine(text).length;
    const [first = "", ...rest] = pre ? text.split("\n") : [text];
    line += first;
    for (const further of rest) {
      flush();
      line += further;
    }
  };
  const walk = (element: HtmlElement, quotes: number, inLink: boolean, inPre: boolean): void => {
    if (isSkipped(element)) return;
    const name = element.localName;
    const link = inLink || name === "a";
    if (name === "figure") {
      const framed = element.querySelector("blockquote, table");
      if (framed !== null) walk(framed, quotes, link, inPre);
    } else if (name === "q") {
      const [open, close] = MARKS[quotes % 2]!;
      line += open;
      walkChildren(element, quotes + 1, link, inPre);
      line += close;
    } else if (BLOCKS.has(name)) {
      flush();
      walkChildren(element, quotes, link, inPre || name === "pre");
      flush();
    } else {
      if (name === "td" || name === "th") line += " ";
      walkChildren(element, quotes, link, inPre);
    }
  };
  walkChildren(root, 0, false, false);
  flush();
  return { text: lines.join("\n"), linked: Math.min(1, linked / Math.max(1, length)) };
}
