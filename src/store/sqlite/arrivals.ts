import type { Article, Statement } from "../../model.ts";
import { foldNames, foldText } from "../terms.ts";
import type { Database } from "./open.ts";
import { isSure, said } from "./statements.ts";

/** When an article came in, and when its last later version did, by the numbers of their arrivals; `at` in milliseconds since 1970, UTC. */
export interface Arrived {
  readonly arrived: number;
  readonly at: number;
  readonly changed: number | null;
}

/** A statement, and the arrival since which it is known. */
interface Known {
  readonly article: Article;
  readonly statement: Statement;
  readonly arrived: number;
}

/** An article as it was before a later version of it came; `came` is null where that tells of something else. */
export interface Past {
  readonly came: Arrived | null;
  readonly statements: readonly Known[];
}

/** The number of the next arrival, of all libraries; the caller holds the transaction. */
export const nextArrival = (db: Database): number =>
  Number(db.get("UPDATE counter SET value = value + 1 WHERE name = 'arrival' RETURNING value")!["value"]);

export function cameIn(db: Database, key: bigint): Arrived {
  const { arrived, arrived_at, changed } = db.get("SELECT arrived, arrived_at, changed FROM article WHERE key = ?", key)!;
  return { arrived: Number(arrived), at: Number(arrived_at), changed: changed === null ? null : Number(changed) };
}

/** Lets an article pass for one that came in as another did: what it says has been known since then. */
export function arriveAs(db: Database, key: bigint, { arrived, at }: Arrived): void {
  db.run(
    "UPDATE article SET arrived = min(arrived, ?2), arrived_at = min(coalesce(arrived_at, ?3), ?3) WHERE key = ?1",
    ...[key, arrived, at],
  );
}

/**
 * Since when each statement of a later version is known: since the earlier one that says the same in the same words by the same speaker, else
 * since `now`. That it was unsure before, or that nobody was named, is no knowledge of it.
 */
export function knownSince(article: Article, past: readonly Known[], now: number): (statement: Statement) => number {
  const before = Map.groupBy(past, (known) => foldText(said(known.article, known.statement)));
  return (statement) => {
    const same = before.get(foldText(said(article, statement))) ?? [];
    const known = same.filter((each) => (isSure(each.statement) || !isSure(statement)) && isOneName(each.statement, statement));
    return known.reduce((first, { arrived }) => Math.min(first, arrived), now);
  };
}

/** Whether two statements name the same speaker, one perhaps more fully; or neither names any. */
function isOneName(one: Statement, other: Statement): boolean {
  const [name, others] = [one, other].map(
    ({ speaker }) =>
      new Set(
        foldNames(speaker?.name ?? "")
          .split(" ")
          .filter(Boolean),
      ),
  ) as [Set<string>, Set<string>];
  if (name.size === 0 || others.size === 0) return name.size === others.size;
  return name.isSubsetOf(others) || others.isSubsetOf(name);
}
