import { decodeHTML, decodeHTMLStrict } from "entities";
import { Tokenizer } from "htmlparser2";

/** What is told of a text's markup, in its order; nothing is checked for being closed. */
export interface TagHandler {
  /** Attributes have names in lower case; of two with one name the first counts. */
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

const MOST_ATTRIBUTES = 200;
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/**
 * Reads markup of any quality tag by tag, in time linear in its length. Only the entities of HTML are known, so that nothing is ever
 * fetched or multiplied; every other stays as it is written. Stops early when the handler calls `stop`.
 */
export function readTags(markup: string, kind: "xml" | "html", handler: (stop: () => void) => TagHandler): void {
  const decode = kind === "xml" ? decodeHTMLStrict : decodeHTML;
  const decoded = (start: number, end: number): string => {
    const text = markup.slice(start, end);
    return text.includes("&") ? decode(text) : text;
  };
  let name = "";
  let attributes: Map<string, string> | null = null;
  let attribute = "";
  let value = "";
  const { open, close, text } = handler(() => tokenizer.pause());
  const tokenizer: Tokenizer = new Tokenizer(
    { xmlMode: kind === "xml", decodeEntities: false },
    {
      onopentagname: (start, end) => {
        name = markup.slice(start, end);
        attributes = null;
      },
      onattribname: (start, end) => {
        attribute = markup.slice(start, end).toLowerCase();
        value = "";
      },
      onattribdata: (start, end) => {
        value += decoded(start, end);
      },
      onattribend: () => {
        attributes ??= new Map();
        if (attributes.size < MOST_ATTRIBUTES && !attributes.has(attribute)) attributes.set(attribute, value);
      },
      onopentagend: () => open(name, attributes ?? NO_ATTRIBUTES),
      onselfclosingtag: () => {
        open(name, attributes ?? NO_ATTRIBUTES);
        if (kind === "xml") close(name);
      },
      onclosetag: (start, end) => close(markup.slice(start, end)),
      ontext: (start, end) => text(decoded(start, end)),
      oncdata: (start, end, offset) => text(markup.slice(start, end - offset)),
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onattribentity: () => {},
      ontextentity: () => {},
      onend: () => {},
    },
  );
  tokenizer.write(markup);
  if (tokenizer.running) tokenizer.end();
}
