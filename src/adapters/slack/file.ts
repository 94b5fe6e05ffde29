import type { FileBlock } from "../../chat/card.ts";
import { cutText, pack } from "../../chat/cut.ts";
import { plainLine } from "../../chat/plain.ts";
import { richText, run, section } from "./elements.ts";
import { LIMITS } from "./limits.ts";
import type { Piece } from "./piece.ts";
import { cost, costOf, escaped, label } from "./words.ts";

const called = ({ name }: FileBlock): string => label(name) || "untitled";

/** Its name: whoever asked gets the file itself. */
export const handedOverPiece = (file: FileBlock): Piece => ({
  text: escaped(`The file ${called(file)}`),
  blocks: [richText(section({ type: "emoji", name: "page_facing_up" }, run("  "), run(called(file), { bold: true })))],
});

/** Its lines as they are, so that they can be copied. */
export function filePieces(file: FileBlock): Piece[] {
  const lines = file.text.split(/\r?\n/).flatMap((line) => {
    const shown = indented(line);
    return costOf(shown) <= LIMITS.words ? [shown] : cutText(shown, LIMITS.words, cost);
  });
  const groups = pack(lines, (line) => [costOf(line) + 2], [LIMITS.words + 2]).filter((group) =>
    group.some((line) => line !== ""),
  );
  return groups.map((group, k) => {
    const title = groups.length === 1 ? called(file) : `${called(file)} (${k + 1} of ${groups.length})`;
    return {
      text: escaped(`The file ${title}`),
      blocks: [
        richText(section(run(title, { bold: true })), { type: "rich_text_preformatted", elements: [run(group.join("\n"))] }),
      ],
    };
  });
}

/** A line without what cannot be seen, and with the spaces it begins with. */
const indented = (line: string) => `${/^ */.exec(line)![0]}${plainLine(line)}`;
