import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Channel, User } from "./channel.ts";
import { UserError } from "./errors.ts";

/** Commands a minute. */
export interface Limits {
  readonly user: number;
  readonly workspace: number;
}

/** More than anybody types, and less than keeps others waiting. */
export const LIMITS: Limits = { user: 30, workspace: 300 };

const PERIOD = 60; // seconds

/** Throws a UserError for one too many. */
export type Limiter = (channel: Channel, by: User) => Promise<void>;

/** Counts commands by user and by workspace. */
export function createLimiter({ user, workspace }: Limits): Limiter {
  const users = new RateLimiterMemory({ points: user, duration: PERIOD, keyPrefix: "user" });
  const workspaces = new RateLimiterMemory({ points: workspace, duration: PERIOD, keyPrefix: "workspace" });
  return async (channel, by) => {
    const place = `${channel.platform} ${channel.workspace}`;
    await take(users, `${place} ${by.id}`, "You are");
    await take(workspaces, place, "This workspace is");
  };
}

/** Letters a minute that a workspace is offered values for: some forty people who type at once. */
const LETTERS = 1_200;

/** Whether a workspace may be offered values for one more letter that somebody types. */
export type TypingLimiter = (workspace: string) => Promise<boolean>;

export function createTypingLimiter(letters = LETTERS): TypingLimiter {
  const typed = new RateLimiterMemory({ points: letters, duration: PERIOD, keyPrefix: "typing" });
  return (workspace) =>
    typed.consume(workspace).then(
      () => true,
      () => false,
    );
}

async function take(limiter: RateLimiterAbstract, key: string, who: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (spent) {
    if (!(spent instanceof RateLimiterRes)) throw spent;
    const seconds = Math.max(1, Math.ceil(spent.msBeforeNext / 1000));
    throw new UserError(
      `${who} asking faster than I can read: please try again in ${seconds === 1 ? "a second" : `${seconds} seconds`}.`,
    );
  }
}
