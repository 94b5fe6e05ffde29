import stringWidth from "string-width";
import type {
  ArticleBlock,
  Block,
  Card,
  Elsewhere,
  ExcerptBlock,
  Explanation,
  FileBlock,
  ListBlock,
  Passage,
  Receipt,
  StatementBlock,
  TextBlock,
} from "../../chat/card.ts";
import { plain, plainLine } from "../../chat/plain.ts";
import { day as formatDay } from "../../chat/times.ts";
import { headlineOf, KIND_WORDS } from "../../chat/wording.ts";
import { createPage, LIMITS, type Page, type Style } from "./page.ts";

/** A card as lines no wider than `style.width`, without a line feed at the end; no word of it is left out. */
export function renderCard(card: Card, style: Style): string {
  const page = createPage(style);
  let text = page.paragraph(page.paint("bold", plainLine(card.title ?? "")));
  let before: Block | undefined;
  for (const block of card.blocks) {
    const lines = renderBlock(block, page, card.problem !== undefined);
    if (lines === "") continue;
    if (text !== "") text += under(before, block) ? "\n" : "\n\n";
    text += lines;
    before = block;
  }
  return text;
}

/** Text and lists follow their heading at once; everything else has air above it. */
const under = (before: Block | undefined, block: Block) =>
  before?.type === "text" && before.role === "heading" && (block.type === "text" || block.type === "list");

function renderBlock(block: Block, page: Page, problem: boolean): string {
  switch (block.type) {
    case "text":
      return renderText(block, page, problem);
    case "list":
      return renderList(block, page);
    case "statement":
      return renderStatement(block, page);
    case "excerpt":
      return renderExcerpt(block, page);
    case "article":
      return renderArticle(block, page);
    case "file":
      return renderFile(block, page);
    default:
      return block satisfies never;
  }
}

function renderText({ role, text }: TextBlock, page: Page, problem: boolean): string {
  const formats = { body: problem ? "red" : "none", heading: "bold", note: "dim" } as const;
  return page.paragraph(page.paint(formats[role], plain(text)));
}

/** Terms in a column when all of them are short, else each above its text. */
function renderList({ items }: ListBlock, page: Page): string {
  const rows = items.map(({ term, text }) => ({ term: plainLine(term), text: plain(text) }));
  const widest = Math.max(0, ...rows.map(({ term }) => stringWidth(term)));
  const beside = page.indent !== "" && widest <= Math.min(LIMITS.term, page.columns / 2);
  const column = " ".repeat(widest + 2);
  const lines = rows.map(({ term, text }) => {
    const label = page.paint("cyan", term);
    if (!beside || text === "")
      return stack([page.paragraph(label, page.indent.repeat(2), ""), page.paragraph(text, page.indent)]);
    return page.paragraph(text, column, label + column.slice(stringWidth(term)));
  });
  return lines.join("\n");
}

function renderStatement(block: StatementBlock, page: Page): string {
  const { indent, paint } = page;
  const label = block.number === undefined ? "" : `${block.number}. `.padEnd(LIMITS.indent);
  const hanging = label === "" ? "" : " ".repeat(label.length);
  const cue = plainLine(block.cue ?? "");
  const told = cue === "" ? KIND_WORDS[block.kind] : `${KIND_WORDS[block.kind]} · “${cue}”`;
  return stack([
    page.paragraph(renderSpeaker(block.speaker, page), hanging, paint("dim", label)),
    page.paragraph(paint("dim", told), indent),
    page.paragraph(renderPassages(block.passages), indent),
    renderContext(block.context, page),
    renderExplanation(block.explanation, page),
    renderReceipt(block.receipt, page),
    renderElsewhere(block.elsewhere, page),
  ]);
}

const renderContext = (context: string | undefined, { paragraph, paint, indent }: Page) =>
  paragraph(paint("dim", plainLine(context ?? "")), `${indent}${paint("dim", "│")} `);

/** What stands around the same words in other articles, each above its own receipt. */
function renderElsewhere(elsewhere: Elsewhere | undefined, page: Page): string {
  if (!elsewhere) return "";
  const { contexts, left } = elsewhere;
  const remark = (text: string) => page.paragraph(page.paint("dim", text), page.indent);
  return stack([
    remark("elsewhere, with other sentences around it:"),
    ...contexts.flatMap(({ context, receipt }) => [renderContext(context, page), renderReceipt(receipt, page)]),
    left > 0 ? remark(`and ${left} more`) : "",
  ]);
}

/** "[source: He] [cue: said] [content: ...]", then the chain of mentions. */
function renderExplanation(explanation: Explanation | undefined, page: Page): string {
  if (!explanation) return "";
  const { segments, mentions, confidence } = explanation;
  const marked = segments.map(({ text, part }) => (part ? `[${part}: ${text}]` : text));
  const chain = mentions.map(plainLine).join(" -> ");
  return stack([
    page.paragraph(page.paint("dim", plainLine(marked.join(""))), page.indent),
    page.paragraph(
      page.paint("dim", `${chain === "" ? "nobody named" : `named by ${chain}`} · confidence ${confidence.toFixed(2)}`),
      page.indent,
    ),
  ]);
}

function renderSpeaker(speaker: StatementBlock["speaker"], page: Page): string {
  const name = plainLine(speaker?.name ?? "");
  if (name === "") return "Speaker not named";
  const role = plainLine(speaker?.role ?? "");
  return page.paint("bold", name) + (role === "" ? "" : `, ${role}`);
}

/** Quotation marks go around what stood between quotation marks, and around nothing else. */
function renderPassages(passages: readonly Passage[]): string {
  return passages
    .map(({ text, quoted, gap }) => ({ text: plainLine(text), quoted, gap }))
    .filter(({ text }) => text !== "")
    .map(({ text, quoted, gap }, k) => `${k === 0 ? "" : gap ? " … " : " "}${quoted ? `“${text}”` : text}`)
    .join("");
}

const renderExcerpt = ({ text, receipt }: ExcerptBlock, page: Page) =>
  stack([page.paragraph(plainLine(text)), renderReceipt(receipt, page)]);

/** The note under the receipt comes after who wrote it and when it was changed. */
function renderArticle({ receipt, author, changedAt, note }: ArticleBlock, page: Page): string {
  const title = plainLine(headlineOf(receipt)) || "Untitled";
  const by = plainLine(author ?? "");
  const changed = changedAt === null || Number.isNaN(changedAt.getTime()) ? "" : `changed ${formatDay(changedAt)}`;
  const about = [by === "" ? "" : `by ${by}`, changed, plain(note)].filter((part) => part !== "");
  return stack([
    page.paragraph(page.paint("bold", title)),
    renderReceipt(receipt.title === null ? { ...receipt, file: null } : receipt, page),
    page.paragraph(page.paint("dim", about.join(" · ")), page.indent),
  ]);
}

/** Its lines as they are, so that they can be copied. */
const renderFile = ({ name, text }: FileBlock, page: Page) =>
  stack([
    page.paragraph(page.paint("bold", plainLine(name))),
    ...text.split("\n").map((line) => page.link(line === "" ? "" : indented(line))),
  ]);

/** A line of a file without what a terminal would obey, and with the spaces it begins with. */
const indented = (line: string) => `${/^ */.exec(line)![0]}${plainLine(line)}`;

/** Outlet, day and link on one line, or the link on a line of its own. */
function renderReceipt({ title, outlet, also = [], publishedAt, url, file }: Receipt, page: Page): string {
  const day = publishedAt === null || Number.isNaN(publishedAt.getTime()) ? "no date" : formatDay(publishedAt);
  const others = also.map(plainLine).filter((part) => part !== "");
  const outlets = [plainLine(outlet ?? ""), others.length > 0 ? `also ${others.join(", ")}` : ""];
  const about = [outlets.filter((part) => part !== "").join(", "), day].filter((part) => part !== "").join(" · ");
  const source = plainLine(url ?? file ?? title ?? "");
  const painted = (text: string) => page.paint("cyan", text);
  if (source === "") return page.paragraph(painted(about), page.indent);
  const fits = stringWidth(`${page.indent}${about} · ${source}`) <= page.columns;
  if (fits) return page.paragraph(painted(`${about} · ${source}`), page.indent);
  const below = /^https?:\/\/\S+$/.test(source) ? page.link : page.paragraph;
  return stack([page.paragraph(painted(about), page.indent), below(painted(source), page.indent)]);
}

const stack = (lines: readonly string[]) => lines.filter((line) => line !== "").join("\n");
