/** Discord's markdown, as far as answers use it, as HTML: headings, small print, quotations, bold, links, channels, timestamps and escapes. */
export const htmlOf = (content: string): string => content.split("\n").map(lineOf).join("");

const LINES: readonly (readonly [opening: RegExp, tag: string])[] = [
  [/^### /, "h3"],
  [/^## /, "h2"],
  [/^-# /, "small"],
  [/^> /, "blockquote"],
  [/^- /, "li"],
];

function lineOf(line: string): string {
  const [opening, tag] = LINES.find(([pattern]) => pattern.test(line)) ?? [/^/, "p"];
  return `<${tag}>${inline(line.replace(opening, ""))}</${tag}>`;
}

type Mark = readonly [pattern: RegExp, show: (whole: string, first: string, second: string) => string];
const MARKS: readonly Mark[] = [
  [/\\([^0-9A-Za-z\s])/y, (_, letter) => safe(letter)],
  [/\*\*((?:\\.|[^\\])+?)\*\*(?!\*)/y, (_, words) => `<b>${inline(words)}</b>`],
  [/\[((?:\\.|[^\]])+)\]\(<(https?:[^>]+)>\)/y, (_, words) => `<a>${inline(words)}</a>`],
  [/<(https?:[^ >]+)>/y, (_, address) => `<a>${safe(address)}</a>`],
  [/<#\d+>/y, () => '<span class="channel">#news-desk</span>'],
  [/<t:(-?\d+):D>/y, (_, seconds) => `<time>${DAY.format(Number(seconds) * 1000)}</time>`],
];
const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

function inline(text: string): string {
  let html = "";
  for (let at = 0; at < text.length; ) {
    const found = MARKS.map(([pattern, show]) => ({ match: matchAt(pattern, text, at), show })).find(({ match }) => match);
    const [whole = text[at]!, first = "", second = ""] = found?.match ?? [];
    html += found ? found.show(whole, first, second) : safe(whole);
    at += whole.length;
  }
  return html;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

export const safe = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
