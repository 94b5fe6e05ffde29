import type { Article, ArticleEntry, Hit, Nearest, StatementKind, Story } from "../model.ts";
import { body, type Card, note, type TextBlock } from "./card.ts";
import type { Channel } from "./channel.ts";
import { UserError } from "./errors.ts";
import { day } from "./times.ts";

/** What every command says of a library that holds nothing yet. */
export const emptyLibrary = ({ platform }: Channel): Card => ({
  title: "The library is empty",
  isPersonal: true,
  blocks: [
    body("Add articles first: /feed add and the address of a news site follows it, /ingest and an address reads one article."),
    ...(platform === "terminal" ? [note("Files and folders: npm run -s on-record -- ingest <file, folder or address>")] : []),
  ],
});

/** Says that nothing was found, and what the library does have. */
export function nothingFound(sentence: string, { topics, speakers }: Nearest): Card {
  return {
    title: "Nothing found",
    isPersonal: true,
    blocks: [
      body(sentence),
      ...(topics.length > 0 ? [note(`Nearest topics: ${topics.join(", ")}.`)] : []),
      ...(speakers.length > 0 ? [note(`Nearest speakers: ${speakers.join(", ")}.`)] : []),
    ],
  };
}

/** Tells where a page stands in the whole, and how to get the next one where no button does it; nothing when all was shown. */
export function pageNote(of: {
  platform: Channel["platform"];
  total: number;
  offset: number;
  shown: number;
  page: number;
  what: string;
  several?: string;
}): TextBlock[] {
  const left = of.total - of.offset - of.shown;
  if (left <= 0) return of.offset > 0 ? [note(`That is all: ${counted(of.total, of.what, of.several)}.`)] : [];
  const next = of.platform === "terminal" ? `; add page:${of.page + 1} for more` : "";
  return [note(`${of.offset + 1} to ${of.offset + of.shown} of ${counted(of.total, of.what, of.several)}${next}.`)];
}

/** What is told of a page after the last one. */
export function noSuchPage(total: number, onPage: number): UserError {
  const pages = Math.ceil(total / onPage);
  return new UserError(`There ${pages === 1 ? "is" : "are"} only ${counted(pages, "page")}.`, "usage");
}

/** Tells why an answer that was asked for one name shows others: they are one speaker. */
export function oneSpeakerNote(hits: readonly Hit[]): TextBlock[] {
  const printed = Map.groupBy(
    hits.filter(({ knownAs }) => knownAs != null),
    ({ knownAs }) => knownAs!,
  );
  return [...printed].flatMap(([knownAs, hits]) => {
    const others = [...new Set([knownAs, ...hits.map(({ statement }) => statement.speaker!.name)])].slice(1);
    const names = others.map((name) => `“${name}”`).join(", ");
    return others.length > 0 ? [note(`${names}: counted as ${knownAs}; see /speaker show ${quoted(knownAs)}`)] : [];
  });
}

/** Tells that there is more to be had which was read with little confidence. */
export const unsureNote = (total: number): TextBlock[] =>
  total > 0 ? [note(`${counted(total, "more statement")} read with little confidence: add unsure:yes to see them.`)] : [];

const LANGUAGES = new Intl.DisplayNames("en", { type: "language" });

/** Why an article in another language has no statements; null for English and for what is too short to tell. */
export const languageNote = (language: string | null): string | null =>
  language === null || language === "en" ? null : `in ${LANGUAGES.of(language)}: statements are read from English only`;

/** How a statement tells whether its words are the speaker's own, the same on every platform. */
export const KIND_WORDS: Readonly<Record<StatementKind, string>> = {
  direct: "quoted",
  mixed: "partly quoted",
  indirect: "reported, not quoted",
};

/** What an article without a headline is called by: where it stands. */
export const headlineOf = ({ title, url, file }: Pick<Article, "title" | "url" | "file">): string =>
  title ?? url ?? file ?? "an article without a title";

/** Names the article that another says once more. */
export const copyNote = (article: Article): string =>
  `a copy of ${article.title === null ? headlineOf(article) : `“${article.title}”`}${article.outlet === null ? "" : ` in ${article.outlet}`}`;

export const counted = (count: number, what: string, several = `${what}s`): string =>
  `${count.toLocaleString("en-US")} ${count === 1 ? what : several}`;

/** What a list of articles remarks on one. */
export const articleNote = ({ article, statements }: ArticleEntry): string =>
  languageNote(article.language) ?? counted(statements, "statement");

/** How many articles tell a story, in which outlets, and when. */
export function storyNote({ articles, outlets, first, last }: Story): string {
  const where = outlets.length > 1 ? someOf(outlets, OUTLETS) : "";
  const when = articles > 1 ? period(first, last) : "";
  return [counted(articles, "article"), where, when].filter(Boolean).join(" · ");
}

const OUTLETS = 3; // that a remark names

/** A value as it can be typed, whatever marks it holds (see `readTyped`). */
export const quoted = (value: string): string =>
  !/["“”„]/.test(value) ? `"${value}"` : value.includes("»") ? value : `«${value}»`;

/** "2 to 4 May 2026", "30 April to 4 May 2026", one day where both are of one day; empty without dates. */
function period(first: Date | null, last: Date | null): string {
  if (first === null || last === null) return "";
  const [from, to] = [day(first).split(" "), day(last).split(" ")];
  const same = from.findIndex((_, k) => from.slice(k).join() === to.slice(k).join());
  if (same === 0) return to.join(" ");
  return `${from.slice(0, same < 0 ? undefined : same).join(" ")} to ${to.join(" ")}`;
}

/** "A", "A and B", "A, B and 3 more". */
export function someOf(names: readonly string[], most: number): string {
  const shown = names.slice(0, most);
  const left = names.length - shown.length;
  const all = left > 0 ? [...shown, `${left} more`] : shown;
  return [all.slice(0, -1).join(", "), ...all.slice(-1)].filter(Boolean).join(" and ");
}
