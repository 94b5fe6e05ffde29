import type { Digest, Watch } from "../model.ts";

/** A digest as it is added: its number is the store's to give. */
export type NewDigest = Omit<Digest, "number" | "since">;
/** What of a digest can be changed. */
export type DigestChange = Partial<Omit<Digest, "workspace" | "number" | "createdAt" | "by">>;
export type NewWatch = Omit<Watch, "number" | "seen" | "held">;
export type WatchChange = Partial<Omit<Watch, "workspace" | "number" | "createdAt" | "by">>;

/** Keeps what is posted on schedule, and as soon as it comes in. */
export interface DigestStore {
  /** What came in before is not new to it. */
  addDigest(digest: NewDigest): Promise<Digest>;
  /** A workspace's, by number. */
  digests(workspace: string): Promise<readonly Digest[]>;
  /** The digest as it is then; null where the workspace has none of this number. */
  changeDigest(workspace: string, number: number, change: DigestChange): Promise<Digest | null>;
  /** With all that was written down of its runs; false where there is none. */
  removeDigest(workspace: string, number: number): Promise<boolean>;
  /** Digests of these platforms that are not paused and whose next run is at `now` or earlier: longest due first, then by channel and number. */
  dueDigests(platforms: readonly string[], now: Date, limit: number): Promise<readonly Digest[]>;
  addWatch(watch: NewWatch): Promise<Watch>;
  watches(workspace: string): Promise<readonly Watch[]>;
  /** Those of all workspaces on these platforms that are not paused. */
  activeWatches(platforms: readonly string[]): Promise<readonly Watch[]>;
  changeWatch(workspace: string, number: number, change: WatchChange): Promise<Watch | null>;
  removeWatch(workspace: string, number: number): Promise<boolean>;
  /** Which of these a watch has told already. */
  told(workspace: string, watch: number, said: readonly string[]): Promise<ReadonlySet<string>>;
  /** The zone of schedules that name none; null where nobody has set one. */
  zone(workspace: string): Promise<string | null>;
  setZone(workspace: string, zone: string): Promise<void>;
  /** The number of the last arrival, of all libraries. */
  arrivals(): Promise<number>;
}
