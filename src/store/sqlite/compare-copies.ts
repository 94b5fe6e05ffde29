import type { Copy } from "../../model.ts";
import { ownSentences } from "../stories/differences.ts";
import type { Database } from "./open.ts";
import { statementsOf } from "./repetitions.ts";
import { ARTICLE_COLUMNS, readArticle } from "./rows.ts";

/** The copies of an article, in the order in which they came in, each with what it says beyond the article. */
export function compareCopies(db: Database, key: bigint): Copy[] {
  const original = db.get(`SELECT ${ARTICLE_COLUMNS} FROM article a WHERE key = ?`, key);
  const rows = db.all(
    `SELECT a.key, ${ARTICLE_COLUMNS} FROM copy JOIN article a ON a.key = copy.article JOIN arrival n ON n.article = a.key
     WHERE copy.of = ? ORDER BY n.number`,
    key,
  );
  return rows.map((row) => {
    const article = readArticle(row);
    const statements = statementsOf(db, row["key"] as bigint).map(({ statement }) => statement);
    return { article, own: ownSentences({ article, statements }, readArticle(original!)) };
  });
}
