import type { Chat } from "../../chat/adapter.ts";
import type { User } from "../../chat/channel.ts";
import type { Log } from "../../chat/log.ts";
import type { Seen } from "../../chat/seen.ts";
import type { Answering } from "./answering.ts";
import type { Delivery } from "./delivery.ts";
import type { GroupNames } from "./group-names.ts";
import type { Jobs } from "./jobs.ts";
import type { Time } from "./time.ts";
import type { Web } from "./web.ts";

/** Whom the bot's token belongs to. */
export interface Identity {
  readonly team: string;
  readonly enterprise: string | null;
  readonly botUser: string;
  readonly botName: string;
  /** Where the workspace is on the web: "https://acme.slack.com/"; null where Slack did not tell. */
  readonly home: string | null;
}

/** What is at hand wherever something comes in from Slack. */
export interface Desk {
  readonly chat: Chat;
  readonly identity: Identity;
  readonly umbrella: string;
  readonly web: Web;
  readonly delivery: Delivery;
  readonly answering: Answering;
  readonly groups: GroupNames;
  readonly jobs: Jobs;
  readonly time: Time;
  readonly seen: Seen;
  readonly log: Log;
  userOf(id: string, name: string): User;
}

/**
 * Acknowledges what came, before anything else, and does the job it asks for once, however often it comes. An acknowledgement
 * that does not get through (a connection that is being replaced) is no reason not to answer.
 */
export async function takeOnce(
  desk: Desk,
  key: string,
  acknowledge: (() => Promise<void>) | null,
  job: () => Promise<void>,
): Promise<void> {
  const isNew = desk.seen.isNew(key);
  await acknowledge?.().catch(() => desk.log.warn({ platform: "slack" }, "an acknowledgement did not get through"));
  if (isNew) await desk.jobs.run(job);
}

/** Whether somebody belongs to another workspace, as guests of a shared channel do: this one's library is not for them. */
export const isStranger = (
  { identity }: Pick<Desk, "identity">,
  team: string | null | undefined,
  enterprise?: string | null,
): boolean =>
  team != null &&
  ![identity.team, identity.enterprise].includes(team) &&
  (enterprise == null || enterprise !== identity.enterprise);

/**
 * The same of whoever pressed a button, filled in a form or used a shortcut: the organisation that comes with it is theirs only where the
 * workspace is.
 */
export const isStrangerBy = (
  desk: Pick<Desk, "identity">,
  {
    user,
    team,
    enterprise,
  }: { user: { team_id?: string }; team: { id: string } | null; enterprise?: { id: string } | undefined },
): boolean => isStranger(desk, user.team_id, team?.id === user.team_id ? enterprise?.id : null);

export const STRANGER = "Only members of the workspace where I am installed can ask me.";
