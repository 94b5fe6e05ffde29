import { parseHTML } from "linkedom";
import { IngestError } from "./errors.ts";

/** What this folder uses of a DOM node. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
  textContent: string | null;
}

/** What this folder uses of a DOM element. */
export interface HtmlElement extends HtmlNode {
  readonly localName: string;
  readonly parentElement: HtmlElement | null;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }> & { readonly length: number };
  innerHTML: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  remove(): void;
  append(...nodes: HtmlNode[]): void;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
}

/** What this folder uses of an HTML document. */
export interface HtmlDocument extends HtmlElement {
  readonly documentElement: HtmlElement | null;
  readonly head: HtmlElement;
  readonly body: HtmlElement;
  createElement(name: string): HtmlElement;
}

export const ELEMENT_NODE = 1;
export const TEXT_NODE = 3;

/**
 * What bounds the work one page can cause: finding the article takes time that grows faster than the number of elements and their depth,
 * and with depth times text. Large news pages have 10,000 elements, 40 deep, and 300,000 characters outside of scripts.
 */
const LIMITS = {
  tags: 70_000,
  references: 200_000,
  elements: 30_000,
  depth: 200,
  depthInAll: 1_000_000,
  depthOfText: 20_000_000,
  attributes: 200,
};
const LONGEST_VALUE = 10_000;
const LONGEST_TITLE = 1_000;

const parse = (html: string): HtmlDocument => (parseHTML(html) as unknown as { document: HtmlDocument }).document;

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found++;
  return found;
}

/**
 * Names attributes in lower case, which the parser does not, and drops attributes and cuts titles that are too long to mean anything, such
 * as images inside the page.
 */
function tidy(element: HtmlElement): void {
  for (const { name, value } of [...element.attributes]) {
    const isOwnName = name === name.toLowerCase();
    if (value.length > LONGEST_VALUE || !isOwnName) element.removeAttribute(name);
    if (!isOwnName && value.length <= LONGEST_VALUE) element.setAttribute(name.toLowerCase(), value);
  }
  const title = element.localName === "title" ? (element.textContent ?? "") : "";
  if (title.length > LONGEST_TITLE) element.textContent = title.slice(0, LONGEST_TITLE);
}

/** Whether the document stays within LIMITS, tidying it as it goes; walks without recursion, for the depth is not known yet. */
function isModest(root: HtmlElement): boolean {
  let elements = 0;
  let depthInAll = 0;
  let depthOfText = 0;
  const pending: [element: HtmlElement, depth: number][] = [[root, 1]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [element, depth] = next;
    elements++;
    depthInAll += depth;
    if (elements > LIMITS.elements || depth > LIMITS.depth || depthInAll > LIMITS.depthInAll) return false;
    if (element.attributes.length > LIMITS.attributes) return false;
    tidy(element);
    if (element.localName === "script" || element.localName === "style") continue;
    for (let child = element.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === ELEMENT_NODE) pending.push([child as HtmlElement, depth + 1]);
      else if (child.nodeType === TEXT_NODE) depthOfText += depth * (child.textContent?.length ?? 0);
    }
    if (depthOfText > LIMITS.depthOfText) return false;
  }
  return true;
}

/** Gives the document the head and body that HTML lets an author leave out and that the parser does not add. */
function complete(html: string): HtmlDocument {
  let document = parse(html);
  if (document.documentElement?.localName !== "html") document = parse(`<html><head></head><body>${html}</body></html>`);
  const root = document.documentElement!;
  const loose: HtmlNode[] = [];
  let hasBody = false;
  for (let child = root.firstChild; child !== null; child = child.nextSibling) {
    const name = (child as HtmlElement).localName;
    if (name === "body") hasBody = true;
    else if (name !== "head") loose.push(child);
  }
  if (!hasBody) document.body.append(...loose);
  return document;
}

/** Parses HTML of any quality; nothing in it runs or is fetched. Throws an IngestError where it is too big to be one article's page. */
export function parsePage(html: string, name: string): HtmlDocument {
  const document = count(html, "<") > LIMITS.tags || count(html, "&") > LIMITS.references ? null : complete(html);
  if (document !== null && isModest(document.documentElement!)) return document;
  throw new IngestError(name, "has more markup than the page of one article: give its text as a .txt file.");
}
