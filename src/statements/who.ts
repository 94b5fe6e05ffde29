import { hasTensed, isBreak, isTensed, type Range, type VerbGroup } from "./clauses.ts";
import { complementAfter } from "./complements.ts";
import type { Found } from "./found.ts";
import { contentBefore } from "./preceding.ts";
import { type Item, isQuote } from "./skeleton.ts";
import { isDocument, mainSubject, subjectAfter, subjectBefore, subjectOfNextClause, subjectPast } from "./sources.ts";

/** Whose report a cue is, and how the source stands to it. */
export interface Who {
  readonly source: Range | null;
  /** Where the clause of source and cue begins: content before it ends here. */
  readonly clause: number;
  readonly binder: string;
  readonly inherited: boolean;
  readonly inverted: boolean;
  /** Behind an inverted source. */
  readonly after: number;
}

/** Whether a report is the sentence's own: not in a relative clause ("which he said"), nor within what another report tells. */
function leads(items: readonly Item[], { cue, source }: Found, found: readonly Found[]): boolean {
  const binder = items[(source?.from ?? cue.from) - 1];
  if (binder && /^(which|who|whom|what)$/.test(binder.word)) return false;
  if (source && source.to < cue.from && /^(who|which)$/.test(items[cue.from - 1]!.word)) return false;
  return !found.some(({ content }) => content.some(({ from, to }) => from <= cue.from && cue.to <= to));
}

/** Finds the source of a cue verb: its subject, its inverted subject, or the one of the report or clause before. Null where there is none. */
export function sourceOf(
  items: readonly Item[],
  verb: number,
  group: VerbGroup,
  found: readonly Found[],
  inverts: boolean,
): Who | null {
  const left = items[group.from - 1];
  const plain = { clause: group.from, binder: "", inherited: false, inverted: false, after: verb + 1 };
  const inherit = (): Who | null => {
    const source =
      found.findLast((one) => one.cue.to <= group.from && leads(items, one, found))?.source ?? mainSubject(items, group.from);
    return source ? { ...plain, source, inherited: true } : null;
  };
  if (group.infinitive) {
    const subject = mainSubject(items, group.from);
    return subject ? { ...plain, source: subject, inherited: true } : null;
  }
  if (group.participle) {
    if (!left) {
      const source = subjectOfNextClause(items, verb);
      return source ? { ...plain, source, inherited: true } : null;
    }
    if (/^(NOUN|PROPN|PRON)$/.test(left.pos) && !isDocument(left)) {
      const subject = subjectBefore(items, group.from);
      if (subject && !hasTensed(items, subject) && !hasTensed(items, { from: subject.clause, to: subject.from }))
        return { ...plain, ...subject, source: subject, clause: subject.clause, inherited: true };
    }
    return isBreak(left) || isQuote(left) || /^(CCONJ|ADP|NOUN|SCONJ|ADV|VERB)$/.test(left.pos) ? inherit() : null;
  }
  const subject = subjectBefore(items, group.from);
  const behindQuote = isQuote(left) || (left?.word === "," && group.from > 1);
  if (inverts && behindQuote && group.from === verb && (!subject || isQuote(left) || !/^(aside)$/.test(subject.binder))) {
    const source = subjectAfter(items, verb);
    const end = source && items[source.to];
    const tag =
      source &&
      // "said a man named Lee" is a tag, "said the dam leaked" is a clause.
      !(
        end &&
        isTensed(items, source.to) &&
        !(end.word.endsWith("ed") && /^(ADP|PROPN|SCONJ)$/.test(items[source.to + 1]?.pos ?? ""))
      );
    const content = contentBefore(items, group.from, found);
    const clause = content && (isQuote(items[content.to - 1]) || hasTensed(items, content) || !subject);
    if (tag && clause && !(subject && !isQuote(left) && complementAfter(items, verb + 1, new Set(["clause"]), true)))
      return { ...plain, source, inverted: true, after: source.to };
  }
  if (subject) return { ...plain, ...subject, source: { from: subject.from, to: subject.to } };
  const past = isQuote(left) && group.from > 2 ? subjectPast(items, group.from - 1) : null;
  if (past) return { ...plain, ...past, source: { from: past.from, to: past.to } };
  if (left?.pos === "CCONJ" || (left?.word === "," && found.length > 0)) return inherit();
  return null;
}
