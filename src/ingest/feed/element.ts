import { escapeMarkup } from "../plain-line.ts";

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

/** The elements of that name right inside, in their order. */
export function childrenNamed(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((child) => typeof child !== "string" && child.name === name) as XmlElement[];
}

/** The fields of those names that hold anything, in the order of the names. */
export function fieldsNamed(parent: XmlElement, names: readonly string[]): XmlElement[] {
  return names
    .flatMap((name) => childrenNamed(parent, name))
    .filter((field) => field.children.some((child) => typeof child !== "string" || child.trim() !== ""));
}

/** The words of such fields, without the white space around them. */
export const textsNamed = (parent: XmlElement, names: readonly string[]): string[] =>
  fieldsNamed(parent, names).map((field) => textOf(field).trim());

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
