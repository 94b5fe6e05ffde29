import type { BriefStory, NewsStory } from "../briefing/news-story.ts";
import { articleBlock, excerptBlock, statementBlock } from "../chat/blocks.ts";
import { type ArticleBlock, type Block, heading, note } from "../chat/card.ts";
import { counted, headlineOf, someOf } from "../chat/wording.ts";
import type { Excerpt } from "../model.ts";

const OUTLETS = 4; // that a remark names

/** A story as a digest tells it: its number and headline, sentences, the statement that matters, who carries it. */
export function storyBlocks(story: NewsStory, number: number, isShort: boolean): Block[] {
  const { excerpts, statement } = story;
  const sentences = isShort && statement ? [] : joined(excerpts).map(excerptBlock);
  const told = [...sentences, ...(statement ? [statementBlock(statement)] : [])];
  const carried = carriedBy(story);
  if (told.length === 0) return [heading(numbered(story, number)), articleBlock(story.shown, carried)];
  return [heading(numbered(story, number)), ...told, ...(carried === "" ? [] : [note(carried)])];
}

/** What else there is of it, under its number; nothing where that was all. */
export function furtherBlocks(story: NewsStory, number: number): Block[] {
  const { further, links } = story;
  if (further.length + links.length === 0) return [];
  return [
    heading(numbered(story, number)),
    ...further.map((hit) => statementBlock(hit)),
    ...links.map((entry) => articleBlock(entry, counted(entry.statements, "statement"))),
  ];
}

export const briefBlock = (story: BriefStory): ArticleBlock =>
  articleBlock(story.shown, [standing(story), carriedBy(story)].filter((part) => part !== "").join(" · "));

const numbered = (story: BriefStory, number: number): string => {
  const [first, ...others] = standing(story);
  const prefix = first === undefined ? "" : `${first.toUpperCase()}${others.join("")}: `;
  return `${number}. ${prefix}${headlineOf(story.shown.article)}`;
};

const standing = ({ goesOn, isUpdate }: BriefStory): string => (isUpdate ? "updated" : goesOn ? "more on this" : "");

/** "3 articles, in Northlight Wire and Valley Post"; empty where one article tells it in one outlet. */
function carriedBy({ articles, outlets }: BriefStory): string {
  if (outlets.length < 2) return articles > 1 ? counted(articles, "article") : "";
  return `${articles > 1 ? `${counted(articles, "article")}, in` : "in"} ${someOf(outlets, OUTLETS)}`;
}

/** Sentences that stand side by side in their article as one slice of it, so that they have one receipt. */
function joined(excerpts: readonly Excerpt[]): Excerpt[] {
  const slices: Excerpt[] = [];
  for (const excerpt of excerpts) {
    const before = slices.at(-1);
    const isNext =
      before?.article.id === excerpt.article.id &&
      excerpt.span.start >= before.span.end &&
      /^\s*$/.test(before.article.text.slice(before.span.end, excerpt.span.start)) &&
      String(before.also) === String(excerpt.also);
    if (isNext) slices[slices.length - 1] = { ...before, span: { start: before.span.start, end: excerpt.span.end } };
    else slices.push(excerpt);
  }
  return slices;
}
