import type { StatementKind } from "../model.ts";
import type { Typed } from "./options.ts";

/** What the bot says. Every string is plain text from an untrusted place; each renderer escapes it once. */
export interface Card {
  readonly title?: string;
  readonly blocks: readonly Block[];
  /** Set when the command was not answered: typed wrongly, refused, or our own fault. */
  readonly problem?: "usage" | "refused" | "fault";
  /** Of use to whoever asked for it alone, such as help: sharing it is not offered. */
  readonly isPersonal?: true;
  /** What a person may want to do next: buttons where the platform has them. At most `MOST_ACTIONS`. */
  readonly actions?: readonly Action[];
}

/** A command that is run as if it had been typed. */
export interface Action {
  /** Plain text of at most 40 characters. */
  readonly label: string;
  readonly command: string;
  readonly options: Typed;
}

/** One row of buttons of any platform holds so many, beside those to share an answer and to see its rest. */
export const MOST_ACTIONS = 3;

/** A renderer may split or fold between blocks, never inside one. */
export type Block = TextBlock | ListBlock | StatementBlock | ExcerptBlock | ArticleBlock | FileBlock;

/** A paragraph; `role` tells a heading and a closing remark ("and 7 more") from running text. */
export interface TextBlock {
  readonly type: "text";
  readonly role: "body" | "heading" | "note";
  readonly text: string;
}

/** Terms with what they mean, such as commands and options. */
export interface ListBlock {
  readonly type: "list";
  readonly items: readonly { readonly term: string; readonly text: string }[];
}

/** Who said what, with its receipt: never shown without either. */
export interface StatementBlock {
  readonly type: "statement";
  /** Place in the answer, counted from 1. */
  readonly number?: number;
  readonly speaker: { readonly name: string; readonly role: string | null } | null;
  readonly kind: StatementKind;
  /** The words that tell of the saying, as printed ("had underscored"). */
  readonly cue: string | null;
  readonly passages: readonly Passage[];
  readonly receipt: Receipt;
  /** The stretch of the article it stands in, from the sentence before to the sentence after, where that was asked for. */
  readonly context?: string;
  /** The same of other articles that carry it, where something else stands around it there. */
  readonly elsewhere?: Elsewhere;
  /** How it was read, where that was asked for. */
  readonly explanation?: Explanation;
}

export interface Elsewhere {
  readonly contexts: readonly { readonly context: string; readonly receipt: Receipt }[];
  /** How many more are not shown. */
  readonly left: number;
}

export interface Explanation {
  /** The sentences it was read from, cut where a part begins or ends. */
  readonly segments: readonly { readonly text: string; readonly part: "source" | "cue" | "content" | null }[];
  /** The mentions that lead from the source to the speaker's name. */
  readonly mentions: readonly string[];
  /** From 0 to 1. */
  readonly confidence: number;
}

/** A verbatim slice of the article. */
export interface Passage {
  readonly text: string;
  /** It stands between quotation marks in the article. */
  readonly quoted: boolean;
  /** Words of the article stand between it and the passage before, which an answer marks with an ellipsis. */
  readonly gap: boolean;
}

/** A verbatim sentence with its receipt. */
export interface ExcerptBlock {
  readonly type: "excerpt";
  readonly text: string;
  readonly receipt: Receipt;
}

/** An article of the library. */
export interface ArticleBlock {
  readonly type: "article";
  readonly receipt: Receipt;
  /** Who wrote it, where that is somebody other than its outlet. */
  readonly author: string | null;
  /** The day it was last changed, where that is later than the day it was published. */
  readonly changedAt: Date | null;
  readonly note: string;
}

/** A file to hand over: attached where the platform can, else shown or kept. */
export interface FileBlock {
  readonly type: "file";
  /** Without a folder. */
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}

/** Where something was read; what the article does not tell is null. */
export interface Receipt {
  readonly title: string | null;
  readonly outlet: string | null;
  /** The other outlets where the same stands; left out where there are none. */
  readonly also?: readonly string[];
  readonly publishedAt: Date | null;
  /** Always http or https. */
  readonly url: string | null;
  readonly file: string | null;
}

export const body = (text: string): TextBlock => ({ type: "text", role: "body", text });
export const heading = (text: string): TextBlock => ({ type: "text", role: "heading", text });
export const note = (text: string): TextBlock => ({ type: "text", role: "note", text });
