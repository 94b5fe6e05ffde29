import { App } from "@slack/bolt";
import { type Adapter, type Chat, PlatformError } from "../../chat/adapter.ts";
import type { Card } from "../../chat/card.ts";
import type { Log } from "../../chat/log.ts";
import { createSeen } from "../../chat/seen.ts";
import { createAnswering } from "./answering.ts";
import { boltLog } from "./bolt-log.ts";
import { listenToCommands } from "./commands.ts";
import { type Connection, httpConnection, socketConnection } from "./connection.ts";
import { createDelivery } from "./delivery.ts";
import type { Desk, Identity } from "./desk.ts";
import { failureOf } from "./failure.ts";
import { createFiles } from "./files.ts";
import { listenToForms, listenToShortcuts } from "./forms.ts";
import { createGroupNames } from "./group-names.ts";
import { listenToHome } from "./home-tab.ts";
import { identify } from "./identify.ts";
import { createJobs } from "./jobs.ts";
import { createLanes } from "./lanes.ts";
import { whyLost } from "./lost.ts";
import { createManagers } from "./managers.ts";
import { listenToMentions } from "./mentions.ts";
import { createOutbox } from "./outbox.ts";
import { listenToPresses } from "./presses.ts";
import { whyRefused } from "./refused.ts";
import { renderParts } from "./render.ts";
import { destinationOf } from "./stamp.ts";
import { systemTime, type Time } from "./time.ts";
import { createWeb } from "./web.ts";

export interface SlackOptions {
  readonly botToken: string;
  /** For Socket Mode; without it Slack's requests come over HTTP, and are believed by the signing secret. */
  readonly appToken: string | null;
  readonly signingSecret: string | null;
  /** Where HTTP requests come in. */
  readonly port: number;
  /** Where Slack's Web API is, where that is not the usual place. */
  readonly apiUrl: string | null;
  /** The slash command that stands for all. */
  readonly umbrella: string;
  /** Ids of people who may change what all share, beside administrators and owners. */
  readonly managers: readonly string[];
  readonly log: Log;
  /** Slack has let us go for good: one sentence. Called once at most. */
  readonly onLost: (why: string) => void;
}

const LEAVING = 8_000; // milliseconds that commands under way have to be answered in

/** The chat in one Slack workspace: the one that the bot's token belongs to. */
export function createSlack(options: SlackOptions, time: Time = systemTime): Adapter {
  const { log, umbrella } = options;
  let connection: Connection | null = null;
  let isIn = false;
  let hasLeft = false;
  let identity: Identity | null = null;
  const web = createWeb({ ...options, time, onLost: lose });
  const inLane = createLanes(time);
  const delivery = createDelivery(web, inLane);
  const answering = createAnswering({ delivery, files: createFiles(web, delivery), time, log });
  const groups = createGroupNames();
  const isManager = createManagers({ named: options.managers, web, time, log });
  const jobs = createJobs(time, (error) => log.error({ platform: "slack", err: error }, "a job was not done"));

  return {
    platform: "slack",
    outbox: createOutbox({ web, inLane, time, groups, whoAmI: () => (isIn ? identity : null) }),
    start,
    post,
    stop,
  };

  async function start(chat: Chat): Promise<void> {
    const me = await identify(web, log);
    const userOf: Desk["userOf"] = (id, name) => ({ id, name, isManager: () => isManager(id) });
    const desk: Desk = {
      chat,
      identity: me,
      umbrella,
      web,
      delivery,
      answering,
      groups,
      jobs,
      time,
      seen: createSeen(time.now),
      log,
      userOf,
    };
    const opened = connect();
    const app = new App({
      receiver: opened.receiver,
      authorize: async () => ({ botToken: options.botToken, botUserId: me.botUser, teamId: me.team }),
      logger: boltLog(log),
      convoStore: false,
    });
    app.error(async (error) =>
      log.error({ platform: "slack", error: `${error.name}: ${error.message}` }, "what came was not understood"),
    );
    for (const listen of [listenToCommands, listenToPresses, listenToForms, listenToShortcuts, listenToMentions, listenToHome]) {
      listen(app, desk);
    }
    app.event("app_uninstalled", async () => lose(whyLost("app_uninstalled")!));
    app.event("tokens_revoked", async ({ event }) => {
      if (event.tokens.bot?.includes(me.botUser)) lose(whyLost("token_revoked")!);
    });
    if (hasLeft) throw new PlatformError("On Record has left Slack.");
    connection = opened;
    await opened.open();
    if (hasLeft) return opened.close();
    isIn = true;
    identity = me;
    const by = options.appToken !== null ? "Socket Mode" : `HTTP on port ${options.port}`;
    log.info({ platform: "slack", workspace: me.team, by }, "connected");
  }

  function connect(): Connection {
    const { appToken, signingSecret, apiUrl, port } = options;
    if (appToken !== null) return socketConnection({ appToken, apiUrl, log, time, onLost: lose });
    if (signingSecret !== null) return httpConnection({ signingSecret, port, log, time });
    throw new PlatformError(
      "Slack needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP): both are under Basic Information.",
    );
  }

  async function post(channelId: string, card: Card): Promise<void> {
    const { channel, thread } = destinationOf({ channel: channelId, under: null });
    try {
      await delivery.post(channel, thread, renderParts(card));
    } catch (error) {
      const { code, isUnsure } = failureOf(error);
      throw new PlatformError(
        isUnsure
          ? `Slack did not say whether it took all of the message (${code}), so it was not sent again.`
          : whyRefused(code, identity?.botName ?? ""),
      );
    }
  }

  async function stop(): Promise<void> {
    hasLeft = true;
    isIn = false;
    await connection?.close();
    connection = null;
    const left = await jobs.ended(LEAVING);
    if (left > 0) log.warn({ platform: "slack", left }, "left with commands under way");
  }

  /** While starting, the error says it. */
  function lose(why: string): void {
    if (!isIn) return;
    isIn = false;
    void connection?.close();
    connection = null;
    options.onLost(why);
  }
}
