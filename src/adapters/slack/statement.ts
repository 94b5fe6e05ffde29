import type { types } from "@slack/bolt";
import type { ExcerptBlock, Explanation, Passage, StatementBlock } from "../../chat/card.ts";
import { cutText, pack } from "../../chat/cut.ts";
import { plainLine } from "../../chat/plain.ts";
import { KIND_WORDS } from "../../chat/wording.ts";
import { plainText, quote, remarks, richText, run, section } from "./elements.ts";
import { LIMITS } from "./limits.ts";
import type { Piece } from "./piece.ts";
import { receiptRow, receiptText } from "./receipt.ts";
import { cost, costOf, escaped, label } from "./words.ts";

/** A stretch of what a statement shows, and the same in words, escaped. */
interface Stretch {
  /** Stretches on one thing stand in one block. */
  readonly on: "words" | "article" | "reading";
  readonly element: types.RichTextBlockElement;
  readonly text: string;
}

/** Speaker, words and receipt; a statement that is too long is several pieces, each with its speaker and receipt. */
export function statementPieces(block: StatementBlock): Piece[] {
  const { number, speaker, kind, cue, receipt } = block;
  const place = number === undefined ? "" : `${number}. `;
  const name = label(speaker?.name ?? null);
  const role = name === "" ? "" : label(speaker?.role ?? null);
  const after = role === "" ? "" : `, ${role}`;
  const verb = label(cue);
  const told = verb === "" ? KIND_WORDS[kind] : `${KIND_WORDS[kind]} · “${verb}”`;

  const speakerLine = (of: string) =>
    section(
      ...[
        run(place, { bold: true }),
        name === "" ? run("Speaker not named", { italic: true }) : run(name, { bold: true }),
        run(`${after}${of}`),
      ].filter(({ text }) => text !== ""),
    );
  const head = (of: string) =>
    escaped(`${place}${name === "" ? "Speaker not named" : `${name}${after}`}${of} (${told.replace(" ·", ",")}): `);

  return framed(
    (room) => [...saying(block.passages, room), ...surroundings(block.context, room), ...reading(block.explanation, room)],
    (stretches, of) => ({
      text: `${head(of)}${stretches.map(({ text }) => text).join(" ")} ${receiptText(receipt)}`,
      blocks: [
        richText(speakerLine(of), ...elementsOn("words", stretches)),
        ...(["article", "reading"] as const).flatMap((on) => {
          const elements = elementsOn(on, stretches);
          return elements.length > 0 ? [richText(...elements)] : [];
        }),
        receiptRow(receipt, told),
      ],
    }),
  );
}

/** What stands around the same words in other articles, each with its own receipt. */
export function elsewherePieces({ speaker, elsewhere }: StatementBlock): Piece[] {
  if (!elsewhere) return [];
  const { contexts, left } = elsewhere;
  const who = `${label(speaker?.name ?? null) || "Speaker not named"} elsewhere, with other sentences around it`;
  const shown = contexts.flatMap(({ context, receipt }) =>
    framed(
      (room) => surroundings(context, room, "In another article: "),
      (stretches, of) => ({
        text: `${escaped(`${who}${of}.`)} ${stretches.map(({ text }) => text).join(" ")} ${receiptText(receipt)}`,
        blocks: [
          ...(stretches.length > 0 ? [richText(...elementsOn("article", stretches))] : []),
          receiptRow(receipt, `${who}${of}`),
        ],
      }),
    ),
  );
  const more = `and ${left} more`;
  return left > 0 ? [...shown, { text: more, blocks: [remarks(plainText(more))] }] : shown;
}

/** A verbatim sentence with its receipt. */
export const excerptPieces = ({ text, receipt }: ExcerptBlock): Piece[] =>
  framed(
    (room) =>
      cutText(plainLine(text), room, cost).map((words) => ({ on: "words", element: section(run(words)), text: escaped(words) })),
    (stretches, of) => ({
      text: `${stretches.map((stretch) => stretch.text).join(" ")} ${receiptText(receipt)}`,
      blocks: [
        ...(stretches.length > 0 ? [richText(...stretches.map(({ element }) => element))] : []),
        receiptRow(receipt, of.replace(/^ \((.*)\)$/, "$1")),
      ],
    }),
  );

const elementsOn = (wanted: Stretch["on"], stretches: readonly Stretch[]): types.RichTextBlockElement[] =>
  stretches.flatMap(({ on, element }) => (on === wanted ? [element] : []));

/** Puts the same frame around as many stretches as go in, and around the rest: " (1 of 3)". */
function framed(make: (room: number) => Stretch[], frame: (stretches: readonly Stretch[], of: string) => Piece): Piece[] {
  const room = Math.min(LIMITS.words, LIMITS.text - frame([], " (99 of 99)").text.length);
  const groups = pack(make(room - 40), ({ element, text }) => [text.length + 1, JSON.stringify(element).length], [
    room,
    LIMITS.message / 2,
  ]);
  if (groups.length === 0) return [frame([], "")];
  return groups.map((group, k) => frame(group, groups.length === 1 ? "" : ` (${k + 1} of ${groups.length})`));
}

/** Quotation marks go around what stood between quotation marks, and around nothing else. */
function saying(passages: readonly Passage[], room: number): Stretch[] {
  const pieces = passages.flatMap(({ text, quoted, gap }) =>
    cutText(plainLine(text), room, cost).map((words, k) => ({ words: quoted ? `“${words}”` : words, gap: gap && k === 0 })),
  );
  return pack(pieces, ({ words }) => [costOf(words) + 3], [room + 5]).map((group) => {
    const shown = group.map(({ words, gap }, k) => `${k === 0 ? "" : gap ? " … " : " "}${words}`).join("");
    return { on: "words", element: quote(run(shown)), text: escaped(shown) };
  });
}

const surroundings = (context: string | undefined, room: number, where = "In the article: "): Stretch[] =>
  cutText(plainLine(context ?? ""), room, cost).map((words) => ({
    on: "article",
    element: section(run(where), run(words, { italic: true })),
    text: `${where}${escaped(words)}`,
  }));

const STYLES = { source: { bold: true }, cue: { italic: true }, content: { underline: true } } as const;
const LEGEND = [
  run("How it was read: "),
  run("who", STYLES.source),
  run(", "),
  run("the saying", STYLES.cue),
  run(", "),
  run("what was said", STYLES.content),
];

/** The sentences it was read from, marked, and what named the speaker. */
function reading(explanation: Explanation | undefined, room: number): Stretch[] {
  if (!explanation) return [];
  const { segments, mentions, confidence } = explanation;
  const runs = segments.flatMap(({ text, part }) => cutText(spaced(text), room - 20, cost).map((words) => ({ words, part })));
  const marked = pack(runs, ({ words, part }) => [costOf(words) + (part?.length ?? 0) + 4, 100], [
    room,
    LIMITS.message / 2 - 2_000,
  ]);
  const names = mentions.map((mention) => label(mention)).filter((mention) => mention !== "");
  const chain = label(names.join(" → "));
  const named = `${chain === "" ? "nobody named" : `named by ${chain}`} · confidence ${confidence.toFixed(2)}`;
  return [
    { on: "reading", element: section(...LEGEND), text: "How it was read:" },
    ...marked.map((group) => ({
      on: "reading" as const,
      element: quote(...group.map(({ words, part }) => run(words, part ? STYLES[part] : undefined))),
      text: escaped(group.map(({ words, part }) => (part ? `[${part}: ${words}]` : words)).join("")),
    })),
    { on: "reading", element: section(run(named)), text: escaped(`${named}.`) },
  ];
}

/** A segment on one line, with the spaces it begins and ends with. */
function spaced(text: string): string {
  const line = plainLine(text);
  return `${/^\s/.test(text) ? " " : ""}${line}${line !== "" && /\s$/.test(text) ? " " : ""}`;
}
