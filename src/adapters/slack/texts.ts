import type { types } from "@slack/bolt";
import type { Card, ListBlock, TextBlock } from "../../chat/card.ts";
import { cutText, pack } from "../../chat/cut.ts";
import { plain } from "../../chat/plain.ts";
import { linked, plainText, remarks, richText, run, section } from "./elements.ts";
import { LIMITS } from "./limits.ts";
import type { Piece } from "./piece.ts";
import { cost, costOf, escaped, label, named } from "./words.ts";

const SIGNS: Readonly<Record<NonNullable<Card["problem"]>, string>> = {
  usage: "information_source",
  refused: "no_entry",
  fault: "warning",
};

const pieceOf = (text: string, ...elements: types.RichTextBlockElement[]): Piece => ({
  text: named(text),
  blocks: [richText(...elements)],
});

const pieces = (text: string, room: number = LIMITS.words): string[] => cutText(plain(text), room, cost);

/** In the large letters of a header, or in bold where it is too long for one. */
export function titlePieces(title: string | undefined): Piece[] {
  const line = plain(title ?? "").replaceAll("\n", " ");
  if (line === "") return [];
  if (line.length > LIMITS.header) return boldPieces(line);
  return [{ text: escaped(line), blocks: [{ type: "header", text: plainText(line) }], leads: true }];
}

/** `opens` tells that nothing stands above it: the first paragraph of a problem has a sign, and any later heading a line above it. */
export function textPieces({ role, text }: TextBlock, opens: boolean, problem?: Card["problem"]): Piece[] {
  if (role === "heading") {
    return boldPieces(text).map((piece, k) =>
      opens || k > 0 ? piece : { ...piece, blocks: [{ type: "divider" as const }, ...piece.blocks] },
    );
  }
  if (role === "note") {
    return pieces(text, LIMITS.small).map((words) => ({ text: escaped(words), blocks: [remarks(plainText(words))] }));
  }
  return pieces(text).map((words, k) =>
    pieceOf(words, section(...(problem && opens && k === 0 ? [sign(problem), run("  ")] : []), ...linked(words))),
  );
}

const boldPieces = (text: string): Piece[] =>
  pieces(text).map((words) => ({
    ...pieceOf(words, section(run(words, { bold: true }))),
    leads: costOf(words) <= LIMITS.headline,
  }));

const sign = (problem: NonNullable<Card["problem"]>): types.RichTextEmoji => ({ type: "emoji", name: SIGNS[problem] });

const SHORT = 160; // characters of an item that stands on a line or two

/** Short items stand in one list, longer ones each on their own. */
export function listPieces({ items }: ListBlock): Piece[] {
  const rows = items.flatMap(({ term, text }) => {
    const name = label(term, LIMITS.headline);
    const texts = pieces(text);
    if (texts.length === 0) return [{ name, text: "" }];
    return texts.map((words, k) => ({ name: texts.length === 1 ? name : `${name} (${k + 1} of ${texts.length})`, text: words }));
  });
  const filled = rows.filter(({ name, text }) => name !== "" || text !== "");
  if (filled.some(({ name, text }) => text.includes("\n") || name.length + text.length > SHORT)) {
    return filled.map(({ name, text }) =>
      pieceOf(told(name, text), section(...term(name, text === "" ? "" : "\n"), ...linked(text))),
    );
  }
  const lines = filled.map(({ name, text }) => ({
    element: section(...term(name, text === "" ? "" : " – "), ...linked(text)),
    text: told(name, text),
  }));
  const size = ({ element, text }: (typeof lines)[number]) => [costOf(text) + 1, JSON.stringify(element).length];
  return pack(lines, size, [LIMITS.words, LIMITS.message / 2]).map((group) =>
    pieceOf(group.map(({ text }) => text).join("\n"), {
      ...{ type: "rich_text_list", style: "bullet" },
      elements: group.map(({ element }) => element),
    }),
  );
}

/** An item in plain words; a name that ends in a colon gets no other. */
const told = (name: string, text: string): string => [name, text].filter(Boolean).join(name.endsWith(":") ? " " : ": ");

const term = (name: string, after: string): types.RichTextText[] =>
  name === "" ? [] : [run(name, { bold: true }), ...(after === "" ? [] : [run(after)])];
