import type { Digest, Filter, Pause, QuietHours, Watch } from "../../model.ts";
import { readDate } from "./feed-rows.ts";
import type { Row } from "./rows.ts";

const readPause = (row: Row): Pause | null => {
  const at = readDate(row["paused_at"]!);
  return at && { at, why: row["paused_why"] as string | null };
};

const readPlaced = (row: Row) => ({
  workspace: row["workspace_name"] as string,
  number: Number(row["number"]),
  place: { platform: row["platform"] as string, channel: row["channel"] as string },
  by: row["by"] as string,
  filter: JSON.parse(row["filter"] as string) as Filter,
  pause: readPause(row),
  createdAt: new Date(Number(row["created_at"])),
});

/** Of a row of `digest` with `workspace_name`. */
export const readDigest = (row: Row): Digest => ({
  ...readPlaced(row),
  schedule: { cron: row["cron"] as string, zone: row["zone"] as string },
  length: row["length"] as Digest["length"],
  ping: row["ping"] as string | null,
  quiet: row["quiet"] === 1n,
  latest: Number(row["latest"]),
  nextRun: readDate(row["next_run"]!),
  since: Number(row["since"]),
});

/** Of a row of `watch` with `workspace_name`. */
export const readWatch = (row: Row): Watch => ({
  ...readPlaced(row),
  quietHours: row["quiet"] === null ? null : (JSON.parse(row["quiet"] as string) as QuietHours),
  most: Number(row["most"]),
  seen: Number(row["seen"]),
  held: JSON.parse(row["held"] as string) as string[],
});

/** The columns that digests and watches share, by name. */
export const placedColumns = ({ place, by, filter, pause, createdAt }: Omit<Digest | Watch, "number">) => ({
  ...{ platform: place.platform, channel: place.channel, by, filter: JSON.stringify(filter) },
  ...{ paused_at: pause?.at.getTime() ?? null, paused_why: pause?.why ?? null, created_at: createdAt.getTime() },
});
