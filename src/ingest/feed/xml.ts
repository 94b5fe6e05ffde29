import { escapeMarkup } from "./plain-line.ts";
import { readTags } from "./tags.ts";

/** An element of a feed. */
export interface XmlElement {
  /** In lower case; with a usual prefix ("dc:date") unless its namespace is the feed's own. */
  readonly name: string;
  /** By name as written, in lower case. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
  /** What relative addresses inside start from (XML Base), or null. */
  readonly base: string | null;
}

interface OpenElement extends XmlElement {
  /** As written. */
  readonly tag: string;
  readonly children: (XmlElement | string)[];
  /** The namespaces declared here, by prefix ("" for the default), or null. */
  readonly declared: ReadonlyMap<string, string> | null;
}

/** Beyond these no feed is what it seems; they bound time and memory. */
const MOST_ELEMENTS = 200_000;
const DEEPEST = 100;
const LONGEST_BASE = 2_000;

/** The usual prefixes of namespaces, which are compared without a mark at their end; "" is RSS, which has several. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ["http://purl.org/rss/1.0", ""],
  ["http://my.netscape.com/rdf/simple/0.9", ""],
  ["http://channel.netscape.com/rdf/simple/0.9", ""],
  ["http://backend.userland.com/rss", ""],
  ["http://backend.userland.com/rss2", ""],
  ["http://backend.userland.com/rss091", ""],
  ["http://blogs.law.harvard.edu/tech/rss", ""],
  ["http://www.w3.org/2005/atom", "atom"],
  ["http://purl.org/atom/ns", "atom"],
  ["http://purl.org/dc/elements/1.0", "dc"],
  ["http://purl.org/dc/elements/1.1", "dc"],
  ["http://purl.org/dc/terms", "dcterms"],
  ["http://purl.org/rss/1.0/modules/content", "content"],
  ["http://purl.org/rss/1.0/modules/syndication", "sy"],
  ["http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"],
  ["http://search.yahoo.com/mrss", "media"],
  ["http://www.w3.org/1999/xhtml", "xhtml"],
  ["http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"],
]);
/** Elements of which none holds another: where one opens inside another, that one was not closed. */
const FIELDS: ReadonlySet<string> = new Set("title link guid pubdate description id published updated summary".split(" "));
const ENTRIES: ReadonlySet<string> = new Set(["item", "entry"]);

const normalNamespace = (uri: string): string => uri.trim().toLowerCase().replace(/[/#]$/, "");

function declaredNamespaces(attributes: ReadonlyMap<string, string>): ReadonlyMap<string, string> | null {
  const declared = new Map<string, string>();
  for (const [name, value] of attributes) {
    if (name === "xmlns") declared.set("", normalNamespace(value));
    else if (name.startsWith("xmlns:")) declared.set(name.slice(6), normalNamespace(value));
  }
  return declared.size > 0 ? declared : null;
}

/**
 * Where the document type declaration ends that begins at `start`: at the first ">" outside of quotation marks, comments and
 * brackets, or the first of all where there is none. What it declares is not read.
 */
function declarationEnd(text: string, start: number): number {
  const mark = /<!--|["'[\]>]/g;
  mark.lastIndex = start;
  let depth = 0;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    const [token] = found;
    if (token === "[") depth++;
    else if (token === "]") depth--;
    else if (token === ">") {
      if (depth <= 0) return mark.lastIndex;
    } else {
      const end = token === "<!--" ? "-->" : token;
      const close = text.indexOf(end, mark.lastIndex);
      if (close < 0) break;
      mark.lastIndex = close + end.length;
    }
  }
  return text.indexOf(">", start) + 1 || text.length;
}

/** The text without its document type declaration, which stands before the first element if anywhere. */
function withoutDeclaration(text: string): string {
  const start = text.slice(0, 10_000).search(/<!DOCTYPE\s/i);
  const isFirst = start >= 0 && !/<[a-z]/i.test(text.slice(0, start).replace(/<!--[^>]*>/g, ""));
  return isFirst ? text.slice(0, start) + text.slice(declarationEnd(text, start)) : text;
}

/** The outermost elements of XML of any quality, and whether it was left unread from some element on because there is too much of it. */
export interface XmlDocument {
  readonly roots: readonly XmlElement[];
  readonly excessive: boolean;
}

/**
 * Reads XML as far as it goes: what is not closed ends with its parent, or where an entry or a field of a feed begins inside another.
 * `address` is what the addresses in it are relative to.
 */
export function readXml(text: string, address: string | null): XmlDocument {
  const roots: (XmlElement | string)[] = [];
  const stack: OpenElement[] = [];
  let rootNamespace: string | null = null;
  let elements = 0;
  let excessive = false;

  const namespaceOf = (prefix: string, own: ReadonlyMap<string, string> | null): string | undefined => {
    const here = own?.get(prefix);
    if (here !== undefined) return here;
    for (let i = stack.length - 1; i >= 0; i--) {
      const found = stack[i]!.declared?.get(prefix);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const nameOf = (tag: string, declared: ReadonlyMap<string, string> | null): string => {
    const colon = tag.indexOf(":");
    const prefix = tag.slice(0, Math.max(0, colon)).toLowerCase();
    const local = tag.slice(colon + 1).toLowerCase();
    const namespace = namespaceOf(prefix, declared);
    rootNamespace ??= namespace ?? "";
    if (namespace === undefined) return prefix === "" ? local : `${prefix}:${local}`;
    if (namespace === "" || namespace === rootNamespace) return local;
    const usual = PREFIXES.get(namespace) ?? "?";
    return usual === "" ? local : `${usual}:${local}`;
  };
  const closeUnclosed = (name: string): void => {
    if (ENTRIES.has(name) && !stack.some((element) => element.name === "content")) {
      const open = stack.findIndex((element) => ENTRIES.has(element.name) || FIELDS.has(element.name));
      if (open >= 0) stack.length = open;
    } else if (FIELDS.has(name) && FIELDS.has(stack.at(-1)?.name ?? "")) stack.pop();
  };

  readTags(withoutDeclaration(text), "xml", (stop) => ({
    open: (tag, attributes) => {
      if (++elements > MOST_ELEMENTS || stack.length >= DEEPEST) {
        excessive = true;
        stop();
        return;
      }
      const declared = declaredNamespaces(attributes);
      const name = nameOf(tag, declared);
      closeUnclosed(name);
      const parent = stack.at(-1);
      const outer = parent === undefined ? address : parent.base;
      const written = attributes.get("xml:base");
      const base = written === undefined || written.length > LONGEST_BASE ? outer : resolveBase(written, outer);
      const element: OpenElement = { tag, name, attributes, children: [], base, declared };
      (parent?.children ?? roots).push(element);
      stack.push(element);
    },
    close: (tag) => {
      const open = stack.findLastIndex((element) => element.tag === tag);
      if (open >= 0) stack.length = open;
    },
    text: (words) => {
      if (!excessive) stack.at(-1)?.children.push(words);
    },
  }));
  return { roots: roots.filter((root) => typeof root !== "string"), excessive };
}

function resolveBase(written: string, outer: string | null): string | null {
  const url = URL.parse(written.trim(), outer ?? undefined);
  return url !== null && /^https?:$/.test(url.protocol) && url.href.length <= LONGEST_BASE ? url.href : outer;
}

/** The elements of that name right inside, in their order. */
export function childrenNamed(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((child) => typeof child !== "string" && child.name === name) as XmlElement[];
}

/** All words inside. */
export function textOf(element: XmlElement): string {
  let text = "";
  for (const child of element.children) text += typeof child === "string" ? child : textOf(child);
  return text;
}

/** The markup inside, written as HTML. */
export function markupOf(element: XmlElement): string {
  let markup = "";
  for (const child of element.children) {
    if (typeof child === "string") markup += escapeMarkup(child);
    else {
      const name = child.name.replace(/^xhtml:/, "");
      let tag = name;
      for (const [key, value] of child.attributes) if (!key.startsWith("xmlns")) tag += ` ${key}="${escapeMarkup(value)}"`;
      markup += VOID.has(name) ? `<${tag}>` : `<${tag}>${markupOf(child)}</${name}>`;
    }
  }
  return markup;
}

/** Elements of HTML that are never closed (HTML standard, 13.1.2). */
const VOID: ReadonlySet<string> = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
