import { cleanLine } from "./clean.ts";
import { readTags } from "./tags.ts";

/** Elements whose words nobody sees. */
const UNSEEN: ReadonlySet<string> = new Set(["script", "style", "template", "noscript"]);
/** Elements that do not part the words around them; list of the HTML standard, 4.5 (text-level semantics). */
const INLINE = new Set(
  "a abbr acronym b bdi bdo big blink code cite data del dfn em font i ins kbd mark nobr q rb ruby s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);
/** What is read of one title or summary; more is a mistake. */
const LONGEST = 20_000;

/** The words of an HTML fragment as one line. */
export function plainLine(html: string): string {
  const fragment = html.slice(0, LONGEST);
  if (!/[<&]/.test(fragment)) return cleanLine(fragment);
  let line = "";
  let unseen: string | null = null;
  readTags(fragment, "html", () => ({
    open: (tag) => {
      const name = tag.toLowerCase();
      if (unseen === null && UNSEEN.has(name)) unseen = name;
      if (!INLINE.has(name)) line += " ";
    },
    close: (tag) => {
      const name = tag.toLowerCase();
      if (unseen === name) unseen = null;
      if (!INLINE.has(name)) line += " ";
    },
    text: (text) => {
      if (unseen === null) line += text;
    },
  }));
  return cleanLine(line);
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Plain text written as HTML or XML, in an element or an attribute. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character]!);
}
