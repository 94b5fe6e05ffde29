import type { ArticleBlock } from "../../chat/card.ts";
import { plain } from "../../chat/plain.ts";
import { day } from "../../chat/times.ts";
import { headlineOf } from "../../chat/wording.ts";
import { link, plainText, remarks, richText, run, section } from "./elements.ts";
import { LIMITS } from "./limits.ts";
import type { Piece } from "./piece.ts";
import { known, places, receiptText } from "./receipt.ts";
import { escaped, label, linkTo } from "./words.ts";

/** Its title is the link; outlet, day, author and remark are the small print. */
export function articlePiece({ receipt, author, changedAt, note }: ArticleBlock): Piece {
  const url = linkTo(receipt.url);
  const title = label(headlineOf(receipt), LIMITS.headline) || "Untitled";
  const file = label(receipt.file);
  const by = label(author);
  const about = [
    ...places(receipt),
    ...(url === null && file !== title ? [file] : []),
    by === "" ? "" : `by ${by}`,
    known(changedAt) ? `changed ${day(changedAt)}` : "",
    label(plain(note), LIMITS.headline),
  ].filter((part) => part !== "");
  const remarked = about.slice(places(receipt).length).filter((part) => part !== file);
  return {
    text: [escaped(title), receiptText(receipt), ...remarked.map(escaped)].join(". "),
    blocks: [
      richText(section(url === null ? run(title, { bold: true }) : link(url, title, { bold: true }))),
      remarks(plainText(about.join(" · "))),
    ],
  };
}
