import type { Account, Delivery, Post } from "../../model.ts";
import { readDate } from "./feed-rows.ts";
import type { Row } from "./rows.ts";

export const readPost = (row: Row): Post => ({
  id: row["id"] as string,
  part: Number(row["part"]),
  content: row["content"] as string | null,
  state: row["state"] as Post["state"],
  attempts: Number(row["attempts"]),
  firstAttemptAt: readDate(row["first_attempt_at"]!),
  attemptedAt: readDate(row["attempted_at"]!),
  retryAt: readDate(row["retry_at"]!),
  message: row["message"] as string | null,
  link: row["link"] as string | null,
  said: row["said"] as string | null,
});

/** Of a row of `delivery` with `workspace_name`. */
export const readDelivery = (row: Row, posts: readonly Post[]): Delivery => ({
  key: Number(row["key"]),
  workspace: row["workspace_name"] as string,
  kind: row["kind"] as Delivery["kind"],
  number: Number(row["number"]),
  occasion: row["occasion"] as string,
  place: { platform: row["platform"] as string, channel: row["channel"] as string },
  due: new Date(Number(row["due"])),
  missed: Number(row["missed"]),
  claimedAt: new Date(Number(row["claimed_at"])),
  after: Number(row["after"]),
  upTo: Number(row["up_to"]),
  state: row["state"] as Delivery["state"],
  account: JSON.parse(row["account"] as string) as Account,
  endedAt: readDate(row["ended_at"]!),
  posts,
});
