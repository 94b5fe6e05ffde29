import type {
  ArticleBlock,
  Block,
  Card,
  ExcerptBlock,
  Explanation,
  FileBlock,
  ListBlock,
  Passage,
  StatementBlock,
  TextBlock,
} from "../../chat/card.ts";
import { plain, plainLine } from "../../chat/plain.ts";
import { day } from "../../chat/times.ts";
import { headlineOf, KIND_WORDS } from "../../chat/wording.ts";
import { LIMITS } from "./limits.ts";
import { type Item, LONGEST_ITEM, type Part, packParts } from "./parts.ts";
import { piecesOf, type Row, stack, type Unit } from "./pieces.ts";
import { dateOf, outletsOf, renderReceipt, small, sourceOf } from "./receipt.ts";
import { bold, link, linked, literal, shorten } from "./words.ts";

/** The bar at a message's side: an answer, what cannot be done, what went wrong. */
const COLOURS = { answer: 0x3b6ea5, usage: 0xe0a030, refused: 0xe0a030, fault: 0xc8403a } as const;

/** A card as messages, of which each has room for a row of buttons; at least one, and no word of a statement is left out. */
export function renderParts(card: Card): Part[] {
  const title = items([{ rows: [row("## ", plainLine(card.title ?? ""))] }], "space", { leads: true });
  const shown = [...title, ...card.blocks.flatMap((block, k) => renderBlock(block, card.blocks[k - 1]))];
  const colour = COLOURS[card.problem ?? "answer"];
  return packParts(named(shown.length > 0 ? shown : [{ apart: "space", shown: "There is nothing to show." }]), colour);
}

function renderBlock(block: Block, before: Block | undefined): Item[] {
  switch (block.type) {
    case "text":
      return renderText(block, before);
    case "list":
      return renderList(block, before);
    case "statement":
      return [
        ...items([renderStatement(block)], before?.type === "statement" ? "rule" : "space"),
        ...items(renderElsewhere(block), "space"),
      ];
    case "excerpt":
      return items([renderExcerpt(block)], "space");
    case "article":
      return items([renderArticle(block)], before?.type === "article" ? "rule" : "space");
    case "file":
      return renderFile(block);
    default:
      return block satisfies never;
  }
}

const items = (units: readonly Unit[], apart: Item["apart"], more: { leads?: true } = {}): Item[] =>
  units.flatMap((unit) => piecesOf(unit, LONGEST_ITEM)).map((shown) => ({ apart, shown, ...more }));

const row = (open: string, text: string, show = literal): Row => ({
  open,
  runs: text === "" ? [] : [{ before: "", text, show }],
});
const rows = (open: string, text: string): Row[] =>
  plain(text)
    .split("\n")
    .map((line) => row(open, line, linked));

/** Text and lists follow their heading at once, and one remark another; everything else has air above it. */
const under = (before: Block | undefined, role?: TextBlock["role"]): Item["apart"] =>
  before?.type === "text" &&
  plain(before.text) !== "" &&
  (before.role === "heading" || (before.role === "note" && role === "note"))
    ? "line"
    : "space";

function renderText({ role, text }: TextBlock, before: Block | undefined): Item[] {
  if (role === "heading") return items([{ rows: [row("### ", plainLine(text))] }], "space", { leads: true });
  return items([{ rows: rows(role === "note" ? "-# " : "", text) }], under(before, role));
}

/** Each term before its text in a list of dots, or above it where that has several lines or much to say. */
function renderList({ items: listed }: ListBlock, before: Block | undefined): Item[] {
  const entries = listed.filter(({ term, text }) => plain(term) !== "" || plain(text) !== "");
  return entries.flatMap(({ term, text }, k) => {
    const name = row("", plainLine(term), bold).runs;
    const about = rows("", text);
    const beside = about.length === 1 && name.length > 0 && term.length + text.length <= LIMITS.beside;
    const first = {
      open: beside ? "- " : "",
      runs: beside ? [...name, ...about[0]!.runs.map((run) => ({ ...run, before: " · " }))] : name,
    };
    return items([{ rows: beside ? [first] : [first, ...about] }], k === 0 ? under(before) : beside ? "line" : "space");
  });
}

/** Who, how, the words, what stands around them, and the receipt; a long one says who, how and where with every piece. */
function renderStatement(block: StatementBlock): Unit {
  const cue = shorten(block.cue ?? "", LIMITS.cue);
  return {
    head: (part) =>
      stack([
        [speakerOf(block), part].filter(Boolean).join(" · "),
        small([KIND_WORDS[block.kind], cue === "" ? "" : `“${cue}”`]),
      ]),
    rows: [
      { open: "> ", runs: passages(block.passages) },
      row("-# In context: ", plainLine(block.context ?? "")),
      ...explanationOf(block.explanation),
    ],
    foot: () => renderReceipt(block.receipt, ""),
  };
}

/** What stands around the same words in other articles, each with its own receipt. */
function renderElsewhere({ speaker, elsewhere }: StatementBlock): Unit[] {
  if (!elsewhere) return [];
  const { contexts, left } = elsewhere;
  const who = shorten(speaker?.name ?? "", LIMITS.name) || "Speaker not named";
  const shown = contexts.map(({ context, receipt }) => ({
    head: (part: string) => small([`${who} elsewhere, with other sentences around it`, part]),
    rows: [row("-# ", plainLine(context))],
    foot: () => renderReceipt(receipt, ""),
  }));
  return left > 0 ? [...shown, { rows: [row("-# ", `and ${left} more`)] }] : shown;
}

function speakerOf({ number, speaker }: StatementBlock): string {
  const name = shorten(speaker?.name ?? "", LIMITS.name);
  const role = name === "" ? "" : shorten(speaker?.role ?? "", LIMITS.role);
  const place = number === undefined ? "" : `${number}\\. `;
  return `**${place}${name === "" ? "Speaker not named" : name}**${role === "" ? "" : `, ${role}`}`;
}

/** Quotation marks go around what stood between quotation marks, and around nothing else; with every piece of it. */
const passages = (all: readonly Passage[]): Row["runs"] =>
  all
    .map(({ text, quoted, gap }) => ({ text: plainLine(text), quoted, gap }))
    .filter(({ text }) => text !== "")
    .map(({ text, quoted, gap }, k) => ({
      before: k === 0 ? "" : gap ? " … " : " ",
      text,
      show: quoted ? (words: string) => `“${literal(words)}”` : literal,
    }));

/** "[source: He] [cue: said] [content: ...]", then the chain of mentions. */
function explanationOf(explanation: Explanation | undefined): Row[] {
  if (!explanation) return [];
  const { segments, mentions, confidence } = explanation;
  const marked = segments.map(({ text, part }) => (part ? `[${part}: ${text}]` : text));
  const chain = mentions.map(plainLine).join(" → ");
  const told = `${chain === "" ? "nobody named" : `named by ${chain}`} · confidence ${confidence.toFixed(2)}`;
  return [row("-# ", plainLine(marked.join(""))), row("-# ", told)];
}

const renderExcerpt = ({ text, receipt }: ExcerptBlock): Unit => ({
  rows: [row("", plainLine(text))],
  foot: (part) => renderReceipt(receipt, part),
});

/** The note under the receipt comes after who wrote it and when it was changed. */
function renderArticle({ receipt, author, changedAt, note }: ArticleBlock): Unit {
  const named = headlineOf(receipt);
  const title = shorten(named, LIMITS.title) || "Untitled";
  const headline = (receipt.url === null ? null : link(plainLine(named) || "Untitled", receipt.url)) ?? title;
  const source = headline === title ? sourceOf(receipt) : "";
  const by = plainLine(author ?? "");
  const changed = changedAt === null || Number.isNaN(changedAt.getTime()) ? "" : `changed ${day(changedAt)}`;
  const [about = "", ...more] = plain(note).split("\n");
  const first = [by === "" ? "" : `by ${by}`, changed, about].filter((each) => each !== "").join(" · ");
  return {
    head: (part) =>
      stack([`**${headline}**`, small([outletsOf(receipt), dateOf(receipt.publishedAt), source === title ? "" : source, part])]),
    rows: [first, ...more].map((line) => row("-# ", line)),
  };
}

/** A file that Discord would not take says so. */
function renderFile({ name, mediaType, text }: FileBlock): Item[] {
  const safe =
    plainLine(name)
      .replace(/[^\w.-]+/g, "_")
      .replace(/^\.+/, "")
      .slice(-LIMITS.name) || "file";
  const bytes = Buffer.byteLength(text);
  const why = bytes === 0 ? "is empty" : bytes > LIMITS.files ? "is too large to be attached here" : null;
  if (why !== null) return [{ apart: "space", shown: `-# ${literal(`${safe} ${why}.`)}` }];
  return [{ apart: "space", shown: { name: safe, mediaType, text } }];
}

/** Two files of one answer never have the same name. */
function named(shown: readonly Item[]): Item[] {
  const taken = new Set<string>();
  return shown.map((item) => {
    if (typeof item.shown === "string") return item;
    let { name } = item.shown;
    for (let k = 2; taken.has(name); k++) name = `${k}-${item.shown.name}`;
    taken.add(name);
    return { ...item, shown: { ...item.shown, name } };
  });
}
