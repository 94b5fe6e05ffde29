import { readTags } from "../tags.ts";
import { withoutDeclaration } from "./doctype.ts";
import type { XmlElement } from "./element.ts";
import { declaredNamespaces, type Namespaces, usualName } from "./namespaces.ts";

interface OpenElement extends XmlElement {
  /** As written. */
  readonly tag: string;
  readonly children: (XmlElement | string)[];
  /** The namespaces declared here. */
  readonly declared: Namespaces | null;
}

/** Beyond these no feed is what it seems; they bound time and memory. */
const MOST_ELEMENTS = 200_000;
const DEEPEST = 100;
const LONGEST_BASE = 2_000;

/** Elements of which none holds another: where one opens inside another, that one was not closed. */
const FIELDS: ReadonlySet<string> = new Set("title link guid pubdate description id published updated summary".split(" "));
const ENTRIES: ReadonlySet<string> = new Set(["item", "entry"]);

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

  const namespaceOf = (prefix: string, own: Namespaces | null): string | undefined => {
    const here = own?.get(prefix);
    if (here !== undefined) return here;
    for (let i = stack.length - 1; i >= 0; i--) {
      const found = stack[i]!.declared?.get(prefix);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const nameOf = (tag: string, declared: Namespaces | null): string => {
    const colon = tag.indexOf(":");
    const prefix = tag.slice(0, Math.max(0, colon)).toLowerCase();
    const local = tag.slice(colon + 1).toLowerCase();
    const namespace = namespaceOf(prefix, declared);
    rootNamespace ??= namespace ?? "";
    return usualName(prefix, local, namespace, rootNamespace);
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
