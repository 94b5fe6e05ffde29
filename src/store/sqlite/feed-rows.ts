import type { FeedTrouble, FollowedFeed } from "../../model.ts";
import type { Follower, PolledFeed, SeenEntry } from "../feed-store.ts";
import type { Row } from "./rows.ts";

/** A feed `f` for each follower `w` of it, with the newest of its articles in that library. */
export const FOLLOWED = `SELECT f.*, w.platform, w.channel, w.by, ws.name AS workspace, a.title AS article_title, s.at AS article_at
  FROM follow w JOIN feed f ON f.key = w.feed JOIN workspace ws ON ws.key = w.workspace
  LEFT JOIN seen_entry s ON s.follow = w.key AND s.entry = (
    SELECT n.entry FROM seen_entry n WHERE n.follow = w.key
      AND EXISTS (SELECT 1 FROM article WHERE workspace = w.workspace AND id = n.article)
    ORDER BY n.at DESC, n.entry LIMIT 1
  )
  LEFT JOIN article a ON a.workspace = w.workspace AND a.id = s.article`;

export const readDate = (value: Row[string]): Date | null =>
  value === null || value === undefined ? null : new Date(Number(value));

function readTrouble(row: Row): FeedTrouble | null {
  const since = readDate(row["failing_since"]!);
  if (since === null) return null;
  const status = row["status"] as bigint | null;
  return {
    since,
    failures: Number(row["failures"]),
    status: status === null ? null : Number(status),
    problem: row["problem"] as string,
  };
}

export const readPolledFeed = (row: Row): PolledFeed => ({
  id: Number(row["key"]),
  address: row["address"] as string,
  title: row["title"] as string | null,
  etag: row["etag"] as string | null,
  lastModified: row["last_modified"] as string | null,
  wishes: JSON.parse(row["wishes"] as string) as PolledFeed["wishes"],
  pace: row["pace"] === null ? null : Number(row["pace"]),
  trouble: readTrouble(row),
});

export function readFollowedFeed(row: Row): FollowedFeed {
  const at = readDate(row["article_at"]!);
  return {
    address: row["address"] as string,
    title: row["title"] as string | null,
    nextPoll: readDate(row["next_poll"]!),
    askedAt: readDate(row["asked_at"]!),
    answeredAt: readDate(row["answered_at"]!),
    trouble: readTrouble(row),
    lastArticle: at && { title: row["article_title"] as string | null, at },
  };
}

export const readFollower = (row: Row): Follower => ({
  workspace: row["workspace"] as string,
  platform: row["platform"] as string,
  channel: row["channel"] as string,
  by: row["by"] as string,
});

export const readSeenEntry = (row: Row): SeenEntry => ({
  version: row["version"] as string,
  attempts: Number(row["attempts"]),
  at: new Date(Number(row["at"])),
});
