/** What Discord makes of a text: read as its client reads it, from the left, with a backslash taking the meaning of what follows. */
export interface Markup {
  /** The addresses of all links. */
  readonly links: readonly string[];
  /** Mentions, emoji, timestamps, commands: what stands between `<` and `>` and is no link; @everyone, @here, :emoji:. */
  readonly mentions: readonly string[];
  /** Marks of emphasis, code and spoilers, and brackets that could make a link. */
  readonly marks: readonly string[];
  /** What begins a line: "#", "##", "###", "-#", ">", "-", "1.". */
  readonly openings: readonly string[];
  /** What is read. */
  readonly text: string;
}

const TOKENS: readonly (readonly [kind: "escaped" | "link" | "mention" | "mark" | "opening", pattern: RegExp])[] = [
  ["escaped", /\\([^0-9A-Za-z\s])/y],
  ["opening", /(?<=^[^\S\n]*)(?:#{1,3}|-#|>{3}|>|[-*+]|\d+\.)(?= )/my],
  ["link", /\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?((?:\([^)]*\)|[^\s\\]|\\.)*?)>?\s*\)/y],
  ["link", /<([^: >]+:\/[^ >]+)>/y],
  ["link", /((?:https?|steam|discord):\/\/[^\s<]+[^<.,:;"'\]\s])/y],
  ["mention", /<(?:@[!&]?|#|a?:\w+:|\/[^>]*:|id:|t:|\+|sound:)[^>]*>|<[^\s>]+@[^\s>]+>|@everyone|@here|:[\w+~-]+:/y],
  ["mark", /\*\*|__|~~|\|\||[*_~|`<[\]]/y],
];

/** Reads a text with its markup. */
export function readMarkup(source: string): Markup {
  const links: string[] = [];
  const mentions: string[] = [];
  const marks: string[] = [];
  const openings: string[] = [];
  let text = "";
  let at = 0;
  const take = (): boolean => {
    for (const [kind, pattern] of TOKENS) {
      pattern.lastIndex = at;
      const match = pattern.exec(source);
      if (!match) continue;
      const [whole, first = "", second] = match;
      at += whole.length;
      if (kind === "escaped") text += first;
      else if (kind === "link") {
        links.push(second ?? first);
        text += second === undefined ? first : readMarkup(first).text;
      } else if (kind === "mention") mentions.push(whole);
      else if (kind === "mark") marks.push(whole);
      else openings.push(whole);
      return true;
    }
    return false;
  };
  while (at < source.length) if (!take()) text += source[at++];
  return { links, mentions, marks, openings, text };
}
