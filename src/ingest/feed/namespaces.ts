/** The namespaces an element declares, by prefix ("" for the default), in the spelling they are compared in. */
export type Namespaces = ReadonlyMap<string, string>;

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
const normalNamespace = (uri: string): string => uri.trim().toLowerCase().replace(/[/#]$/, "");

/** What the `xmlns` attributes of an element declare, or null. */
export function declaredNamespaces(attributes: ReadonlyMap<string, string>): Namespaces | null {
  const declared = new Map<string, string>();
  for (const [name, value] of attributes) {
    if (name === "xmlns") declared.set("", normalNamespace(value));
    else if (name.startsWith("xmlns:")) declared.set(name.slice(6), normalNamespace(value));
  }
  return declared.size > 0 ? declared : null;
}

/** A name with its usual prefix; what is in no namespace, in the root's or in RSS has none, and "?" is that of a namespace nobody uses in feeds. */
export function usualName(prefix: string, local: string, namespace: string | undefined, rootNamespace: string): string {
  if (namespace === undefined) return prefix === "" ? local : `${prefix}:${local}`;
  if (namespace === "" || namespace === rootNamespace) return local;
  const usual = PREFIXES.get(namespace) ?? "?";
  return usual === "" ? local : `${usual}:${local}`;
}
