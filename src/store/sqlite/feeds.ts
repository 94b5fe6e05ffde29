import type { Added } from "../added.ts";
import type { FeedNotice, FeedStore, Follower, MetEntry, NamedFeed, PollRecord, Seen } from "../feed-store.ts";
import { FOLLOWED, readDate, readFollowedFeed, readFollower, readPolledFeed, readSeenEntry } from "./feed-rows.ts";
import type { Database } from "./open.ts";
import { statementsOf } from "./repetitions.ts";
import { ARTICLE_COLUMNS, readArticle } from "./rows.ts";
import { addWorkspace } from "./workspaces.ts";
import { addArticle } from "./write.ts";

/** How many entries a follower remembers of a feed: several times what one may have. */
const MOST_SEEN = 2_000;

/** A feed that was asked so much later than now, in milliseconds, was asked by a clock that was ahead, and so was it reckoned when to ask again. */
const AHEAD = 3_600_000;

type Methods<S> = { [M in keyof S]: S[M] extends (...given: infer G) => Promise<infer R> ? (...given: G) => R : never };

/** As FeedStore, at once, each method in a transaction of the caller's. */
export function createFeeds(db: Database): Methods<FeedStore> {
  return {
    followFeeds(follower, feeds, now) {
      const workspace = addWorkspace(db, follower.workspace);
      return feeds.map((feed) => follow(db, { ...follower, workspace }, feed, now));
    },

    unfollowFeed(workspace, address) {
      const row = db.get(
        `DELETE FROM follow WHERE feed = (SELECT key FROM feed WHERE address = ?)
         AND workspace = (SELECT key FROM workspace WHERE name = ?) RETURNING feed`,
        ...[address, workspace],
      );
      if (row) db.run("DELETE FROM feed WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM follow WHERE feed = ?1)", row["feed"]!);
      return row !== undefined;
    },

    followedFeeds: (workspace) =>
      db.all(`${FOLLOWED} WHERE ws.name = ? ORDER BY w.since, w.key`, workspace).map(readFollowedFeed),

    claimFeeds: (claimant, { now, until, limit }) =>
      db
        .all(
          `UPDATE feed SET claimed_by = ?, claimed_until = ? WHERE key IN (
             SELECT key FROM feed WHERE (next_poll <= ?3 OR (next_poll NOTNULL AND asked_at > ?3 + ?5))
               AND (claimed_until IS NULL OR claimed_until <= ?3) ORDER BY next_poll, key LIMIT ?4
           ) RETURNING *`,
          ...[claimant, until.getTime(), now.getTime(), limit, AHEAD],
        )
        .toSorted(
          (a, b) =>
            Number((a["next_poll"] as bigint) - (b["next_poll"] as bigint)) ||
            Number((a["key"] as bigint) - (b["key"] as bigint)),
        )
        .map(readPolledFeed),

    renewClaims: (claimant, until) => db.run("UPDATE feed SET claimed_until = ? WHERE claimed_by = ?", until.getTime(), claimant),

    releaseClaims: (claimant) => db.run("UPDATE feed SET claimed_by = NULL, claimed_until = NULL WHERE claimed_by = ?", claimant),

    claimants: () =>
      db.all("SELECT DISTINCT claimed_by FROM feed WHERE claimed_by IS NOT NULL").map((row) => row["claimed_by"] as string),

    nextDue: () => readDate(db.get("SELECT min(max(next_poll, coalesce(claimed_until, 0))) AS due FROM feed")!["due"]!),

    makeDue: (workspace, now) =>
      db.run(
        `UPDATE feed SET next_poll = min(next_poll, ?) WHERE key IN
           (SELECT feed FROM follow WHERE workspace = (SELECT key FROM workspace WHERE name = ?))`,
        ...[now.getTime(), workspace],
      ),

    seenEntries: (feed) =>
      followersOf(db, feed).map(({ key, workspace }): Seen => {
        const rows = db.all("SELECT entry, version, attempts, at FROM seen_entry WHERE follow = ?", key);
        return { workspace, entries: new Map(rows.map((row) => [row["entry"] as string, readSeenEntry(row)])) };
      }),

    findReading(feed, entry, version) {
      const row = db.get(
        `SELECT a.key, ${ARTICLE_COLUMNS} FROM follow w JOIN seen_entry s ON s.follow = w.key
           JOIN article a ON a.workspace = w.workspace AND a.id = s.article
         WHERE w.feed = ? AND s.entry = ? AND s.version = ? LIMIT 1`,
        ...[feed, entry, version],
      );
      if (!row) return null;
      const statements = statementsOf(db, row["key"] as bigint).map(({ statement }) => statement);
      return { article: readArticle(row), statements: statements.toSorted((a, b) => a.content[0]!.start - b.content[0]!.start) };
    },

    keepEntries(feed, entries, now) {
      const follows = new Map(followersOf(db, feed).map(({ workspace, key }) => [workspace, key]));
      return entries.map((entry) =>
        entry.workspaces.flatMap((workspace) => {
          const follow = follows.get(workspace);
          return follow === undefined ? [] : keepEntry(db, { follow, workspace, now }, entry);
        }),
      );
    },

    finishPolls: (records) => {
      for (const record of records) finishPoll(db, record);
    },

    claimNotice(platforms, { now, until, since }) {
      const names = platforms.map(() => "?").join(", ");
      const isDue = `told = 0 AND coalesce(telling_until, 0) <= ? AND f.claimed_by IS NULL AND platform IN (${names})
        AND failures > 0 AND (next_poll IS NULL OR failing_since <= ?)`;
      const values = [now.getTime(), ...platforms, since.getTime()];
      const row = db.get(`${FOLLOWED} WHERE ${isDue} ORDER BY w.key LIMIT 1`, ...values);
      if (!row) return null;
      const notice = { follower: readFollower(row), feed: readFollowedFeed(row) };
      updateNotice(db, notice, "telling_until = ?", until.getTime());
      return notice;
    },

    markTold: (notice) => updateNotice(db, notice, "told = ?", 1),
  };
}

function follow(
  db: Database,
  { workspace, platform, channel, by }: Omit<Follower, "workspace"> & { readonly workspace: number },
  { address, title }: NamedFeed,
  now: Date,
): boolean {
  const wishes = JSON.stringify({ ttlMinutes: null, skipHours: [], skipDays: [] });
  db.run("INSERT INTO feed (address, title, wishes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", address, title, wishes);
  const feed = db.get("SELECT key FROM feed WHERE address = ?", address)!["key"] as bigint;
  if (db.get("SELECT 1 FROM follow WHERE workspace = ? AND feed = ?", workspace, feed)) return false;
  db.run(
    "INSERT INTO follow (workspace, feed, platform, channel, by, since) VALUES (?, ?, ?, ?, ?, ?)",
    ...[workspace, feed, platform, channel, by, now.getTime()],
  );
  db.run("UPDATE feed SET next_poll = ?, etag = NULL, last_modified = NULL WHERE key = ?", now.getTime(), feed);
  return true;
}

const followersOf = (db: Database, feed: number): { key: bigint; workspace: string }[] =>
  db
    .all("SELECT w.key, ws.name FROM follow w JOIN workspace ws ON ws.key = w.workspace WHERE w.feed = ? ORDER BY w.key", feed)
    .map(({ key, name }) => ({ key: key as bigint, workspace: name as string }));

function keepEntry(
  db: Database,
  { follow, workspace, now }: { readonly follow: bigint; readonly workspace: string; readonly now: Date },
  { id, version, attempts, reading }: MetEntry,
): Added[] {
  db.run(
    `INSERT INTO seen_entry (follow, entry, version, article, attempts, at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET version = excluded.version, article = coalesce(excluded.article, article),
       attempts = excluded.attempts, at = excluded.at`,
    ...[follow, id, version, reading?.article.id ?? null, attempts, now.getTime()],
  );
  return reading === null ? [] : [addArticle(db, workspace, reading.article, reading.statements, now)];
}

function finishPoll(db: Database, record: PollRecord): void {
  const { title, etag, lastModified, wishes, pace, trouble, askedAt, nextPoll } = record;
  const key = moveFeed(db, record.id, record.address);
  db.run(
    `UPDATE feed SET title = ?, etag = ?, last_modified = ?, wishes = ?, pace = ?, asked_at = ?, next_poll = ?,
       failures = ?, failing_since = ?, status = ?, problem = ?, claimed_by = NULL, claimed_until = NULL WHERE key = ?`,
    ...[title, etag, lastModified, JSON.stringify(wishes), pace, askedAt.getTime(), nextPoll?.getTime() ?? null],
    ...[trouble?.failures ?? 0, trouble?.since.getTime() ?? null, trouble?.status ?? null, trouble?.problem ?? null, key],
  );
  // Who came while it was asked, or with another address, has not got its entries.
  const isNew = "EXISTS (SELECT 1 FROM follow WHERE feed = ?1 AND since > asked_at)";
  db.run(
    `UPDATE feed SET etag = NULL, last_modified = NULL, next_poll = asked_at WHERE key = ?1 AND next_poll NOTNULL AND (?2 OR ${isNew})`,
    ...[key, key === record.id ? 0 : 1],
  );
  if (trouble !== null) return;
  db.run("UPDATE feed SET answered_at = asked_at WHERE key = ?", key);
  db.run("UPDATE follow SET told = 0 WHERE feed = ? AND told = 1", key);
  for (const follow of followersOf(db, key)) {
    db.run(
      `DELETE FROM seen_entry WHERE follow = ?1 AND entry IN
         (SELECT entry FROM seen_entry WHERE follow = ?1 ORDER BY at DESC, entry LIMIT -1 OFFSET ?2)`,
      ...[follow.key, MOST_SEEN],
    );
  }
}

/** Gives a feed another address; the feed that has it already takes over its followers. Returns the feed's number from then on. */
function moveFeed(db: Database, feed: number, address: string): number {
  const other = db.get("SELECT key FROM feed WHERE address = ? AND key <> ?", address, feed)?.["key"];
  if (other === undefined) {
    db.run("UPDATE feed SET address = ?2 WHERE key = ?1 AND address <> ?2", feed, address);
    return feed;
  }
  db.run("UPDATE OR IGNORE follow SET feed = ? WHERE feed = ?", other, feed);
  db.run("DELETE FROM feed WHERE key = ?", feed);
  return Number(other);
}

/** Sets something of whom a notice is for, while the feed is in the trouble that it tells of. */
const updateNotice = (db: Database, { follower, feed }: FeedNotice, set: string, value: number): void =>
  db.run(
    `UPDATE follow SET ${set} WHERE feed = (SELECT key FROM feed WHERE address = ? AND failing_since = ?)
     AND workspace = (SELECT key FROM workspace WHERE name = ?)`,
    ...[value, feed.address, feed.trouble?.since.getTime() ?? null, follower.workspace],
  );
