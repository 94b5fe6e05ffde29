import type { Store } from "../store.ts";
import { openDatabase, refusing } from "./open.ts";
import { findArticles, findStatements, measure, tally } from "./search.ts";
import { addArticle, removeArticles } from "./write.ts";

/** The embedded library: one file, or ":memory:". Throws a `StoreError` when it cannot be opened. */
export function createSqliteStore(file: string): Store {
  const db = openDatabase(file);
  const guarded = async <T>(work: () => T): Promise<T> => refusing(file, work);
  return {
    addArticle: (workspace, article, statements) =>
      guarded(() => db.transaction(() => addArticle(db, workspace, article, statements))),
    removeArticles: (workspace, ids) => guarded(() => db.transaction(() => removeArticles(db, workspace, ids))),
    findStatements: (workspace, query) => guarded(() => findStatements(db, workspace, query)),
    findArticles: (workspace, query) => guarded(() => findArticles(db, workspace, query)),
    speakers: (workspace) => guarded(() => tally(db, "speaker", workspace)),
    topics: (workspace) => guarded(() => tally(db, "topic", workspace)),
    size: (workspace) => guarded(() => measure(db, workspace)),
    close: () => guarded(() => db.close()),
  };
}
