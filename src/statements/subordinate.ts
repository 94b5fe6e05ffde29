import { hasTensed, isTensed, isWh, type Range } from "./clauses.ts";
import type { Complement } from "./complements.ts";
import { type Item, isQuote } from "./skeleton.ts";
import type { Who } from "./who.ts";

/** Where what `who` tells in a subordinate clause ends: before the sentence goes on behind that clause. */
export function endInSubordinate(items: readonly Item[], who: Who, content: Complement): number {
  if (/^(who|which|that)$/.test(who.binder)) return endInRelative(items, who, content);
  if (!/^(while|when|although|though|after|before|since|because|if|until|unless|as)$/.test(who.binder)) return content.to;
  return endBeforeMainClause(items, content);
}

/** "While he said it was over, others went on": before the main clause. */
function endBeforeMainClause(items: readonly Item[], { from, to }: Range): number {
  for (let i = from + 1; i < to - 1; i++)
    if (
      items[i]!.word === "," &&
      /^(DET|PRON|PROPN|NOUN|NUM|ADJ)$/.test(items[i + 1]!.pos) &&
      !isWh(items[i + 1]!) &&
      hasTensed(items, { from: i + 1, to })
    )
      return i;
  return to;
}

/**
 * "The council, which says the dam, built in 1950, leaks, closed it": the content ends at the comma behind which the council goes on, and
 * that is not the one behind an aside within it, before its own verb. "The harm that Venn said it would do: ..." tells no quotation.
 */
function endInRelative(items: readonly Item[], { source, binder }: Who, { from, to, how }: Complement): number {
  const behind = source && (items[source.to]?.word === "," ? source.to + 1 : source.to);
  const isSubject = behind !== null && items[behind]?.word === binder;
  let complete = !/^(that|wh|bare)$/.test(how);
  // Should the tagger have taken the verb behind an aside for a noun ("leaks"), a comma farther on tells.
  let lastGoingOn = -1;
  for (let i = from + 2; i < to - 1; i++) if (items[i]!.word === "," && isTensed(items, i + 1)) lastGoingOn = i;
  /** The comma with which an aside begins. */
  let aside = -1;
  for (let i = from + 1; i < to - 1; i++) {
    if (!isSubject && items[i]!.word === ":" && isQuote(items[i + 1])) return i;
    if (items[i]!.word !== ",") {
      complete ||= aside < 0 && (isTensed(items, i) || isQuote(items[i]));
      continue;
    }
    const goesOn = isTensed(items, i + 1);
    if (complete) {
      if (goesOn) return i;
    } else if (aside < 0) {
      if (goesOn && !canBeParticiple(items[i + 1]!)) return i;
      aside = i;
    } else if (goesOn || i < lastGoingOn) {
      complete = true;
      aside = -1;
    } else if (isTensed(items, aside + 1)) return aside;
    else aside = i;
  }
  return aside > 0 && isTensed(items, aside + 1) ? aside : to;
}

const canBeParticiple = ({ pos, word }: Item): boolean => pos === "VERB" && !/[^s]s$/.test(word);
