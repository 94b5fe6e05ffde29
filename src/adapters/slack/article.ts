import type { ArticleBlock } from "../../chat/card.ts";
import { plain } from "../../chat/plain.ts";
import { day } from "../../chat/times.ts";
import { link, plainText, remarks, richText, run, section } from "./elements.ts";
import { LIMITS } from "./limits.ts";
import type { Piece } from "./piece.ts";
import { known, places, receiptText } from "./receipt.ts";
import { escaped, label, linkTo } from "./words.ts";

/** Its title is the link; outlet, day, author and remark are the small print. */
export function articlePiece({ receipt, author, changedAt, note }: ArticleBlock): Piece {
  const url = linkTo(receipt.url);
  const title = label(receipt.title, LIMITS.headline) || "Untitled";
  const by = label(author);
  const about = [
    ...places(receipt),
    ...(url === null && receipt.file !== null ? [label(receipt.file)] : []),
    by === "" ? "" : `by ${by}`,
    known(changedAt) ? `changed ${day(changedAt)}` : "",
    label(plain(note), LIMITS.headline),
  ].filter((part) => part !== "");
  const remarked = about.slice(places(receipt).length).filter((part) => part !== label(receipt.file));
  return {
    text: [escaped(title), receiptText(receipt), ...remarked.map(escaped)].join(". "),
    blocks: [
      richText(section(url === null ? run(title, { bold: true }) : link(url, title, { bold: true }))),
      remarks(plainText(about.join(" · "))),
    ],
  };
}
