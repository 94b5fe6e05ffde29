import type { types } from "@slack/bolt";
import type { Receipt } from "../../chat/card.ts";
import { plainLine } from "../../chat/plain.ts";
import { day } from "../../chat/times.ts";
import { plainText, remarks } from "./elements.ts";
import { LIMITS } from "./limits.ts";
import { cost, escaped, label, linkTo } from "./words.ts";

/** Small print under the words: what is told of them, where they were read, and the link, whose label is ours. */
export function receiptRow(receipt: Receipt, told: string): types.ContextBlock {
  const url = linkTo(receipt.url);
  const about = [told, ...places(receipt), ...(url === null ? source(receipt) : [])].filter((part) => part !== "");
  return remarks(
    plainText(about.join(" · ")),
    ...(url === null ? [] : [{ type: "mrkdwn" as const, text: `<${escaped(url)}|Open the article>`, verbatim: true }]),
  );
}

/** The same in words, escaped: "North Wire, 12 May 2026: https://…". */
export function receiptText(receipt: Receipt): string {
  const where = places(receipt).join(", ");
  const [from = ""] = [linkTo(receipt.url) ?? source(receipt)].flat();
  return escaped(from === "" ? where : `${where}: ${from}`);
}

/** "North Wire, also Valley Post" and the day. */
export function places({ outlet, also = [], publishedAt }: Receipt): string[] {
  const others = some(also.map(plainLine).filter((name) => name !== ""));
  const outlets = [label(outlet), others === "" ? "" : `also ${others}`].filter((part) => part !== "").join(", ");
  return [outlets, known(publishedAt) ? day(publishedAt) : "no date"].filter((part) => part !== "");
}

export const known = (date: Date | null): date is Date => date !== null && !Number.isNaN(date.getTime());

/** What there is to find the article by when there is no link. */
function source({ title, file, url }: Receipt): string[] {
  const found = label(file ?? title ?? url);
  return found === "" ? [] : [found];
}

/** As many names as there is room for. */
function some(names: readonly string[]): string {
  let spent = 0;
  const shown = names
    .map((name) => label(name))
    .filter((name) => {
      spent += [...name].reduce((sum, character) => sum + cost(character), 2);
      return spent <= LIMITS.label + 2;
    });
  const left = names.length - shown.length;
  if (left === 0) return shown.join(", ");
  return shown.length === 0 ? `${left} more` : `${shown.join(", ")} and ${left} more`;
}
