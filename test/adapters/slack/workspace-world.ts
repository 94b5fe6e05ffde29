import { createRates } from "./rates.ts";
import { problemsOf } from "./validate.ts";
import { type Args, type Block, Refusal, type ResponseUrl, SCOPES, type Shown, type View } from "./workspace-model.ts";

/** The people, channels and messages of one workspace. */
export function createWorld(clock: { now(): number }) {
  const channels = new Map<string, { isMember: boolean; isArchived: boolean }>([
    ["C1", { isMember: true, isArchived: false }],
    ["C2", { isMember: true, isArchived: false }],
    ["CSECRET", { isMember: false, isArchived: false }],
  ]);
  const users = new Map<string, { is_admin: boolean; is_owner: boolean }>([
    ["U1", { is_admin: false, is_owner: false }],
    ["UADMIN", { is_admin: true, is_owner: false }],
  ]);
  const shown: Shown[] = [];
  const views: View[] = [];
  const homes = new Map<string, View>();
  const urls = new Map<string, ResponseUrl>();
  /** Groups of people that can be notified. */
  const groups = new Set(["S1DESK"]);
  const rates = createRates(clock.now);
  /** What the bot's token may do. */
  const scopes = new Set(SCOPES);
  const files = new Map<string, { name: string; length: number; text: string | null }>();
  const triggers = new Map<string, number>();
  const lastPost = new Map<string, number>();
  /** Threads that somebody has answered in. */
  const threads = new Set(["1.5"]);
  /** What was refused because it breaks Slack's limits. */
  const refused: string[] = [];
  const state = {
    /** The app is one to which Slack shows 15 messages a minute, and no more. */
    isTight: false,
    /** Milliseconds between two messages in a channel. */
    pause: 1_000,
  };
  let count = 0;

  const stamp = () => `${Math.floor(clock.now() / 1_000)}.${String(++count).padStart(6, "0")}`;

  function check(payload: unknown, pings: readonly string[] = []): void {
    const problems = problemsOf(payload, pings);
    refused.push(...problems);
    if (problems.length > 0) throw new Refusal("invalid_blocks");
  }

  function add(args: Args, channel: string, only: string | null): Shown {
    const {
      text = "",
      blocks,
      thread_ts: thread = null,
      metadata = null,
    } = args as { text?: string; blocks?: Block[]; thread_ts?: string; metadata?: Shown["metadata"] };
    check({ text, blocks }, metadata === null ? [] : [...groups]);
    const pinged = [...JSON.stringify(blocks ?? []).matchAll(/<!subteam\^(\w+)>/g)].map(([, group]) => group!);
    const message: Shown = {
      ...{ ts: stamp(), channel, thread, only, by: null, metadata, pinged },
      ...{ text, blocks: blocks ?? [], replaced: 0 },
    };
    shown.push(message);
    return message;
  }

  return {
    ...{ channels, users, shown, views, homes, urls, groups, rates, scopes, files, triggers, lastPost, threads, refused, state },
    now: clock.now,
    stamp,
    newId: (prefix: string) => `${prefix}${++count}`,
    check,
    add,
  };
}

/** What a workspace holds, and what can be put into it. */
export type World = ReturnType<typeof createWorld>;
