import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { type APIGatewayBotInfo, Events, GatewayCloseCodes, type Interaction, Routes } from "discord.js";
import { type Adapter, type Chat, PlatformError } from "../../chat/adapter.ts";
import type { Card } from "../../chat/card.ts";
import type { Log } from "../../chat/log.ts";
import { createSeen } from "../../chat/seen.ts";
import { createClient } from "./client.ts";
import { createGateway } from "./gateway.ts";
import { createJobs } from "./jobs.ts";
import { createOutbox } from "./outbox.ts";
import { PATIENT, persist } from "./persist.ts";
import { postCard } from "./post.ts";
import { respond, turnAway } from "./respond.ts";
import { isGone, isRevoked, loggable, noDiscordAt, whyClosed, whyNotIn, whyNotPosted } from "./trouble.ts";

export interface DiscordOptions {
  readonly token: string;
  /** Another endpoint than Discord's own, without the version: a proxy, a simulator. */
  readonly apiUrl: string | null;
  readonly log: Log;
  /** Called once, with one sentence, when Discord has let us go for good. */
  readonly onLost: (why: string) => void;
  readonly now?: () => Date;
  readonly patience?: Partial<typeof PATIENCE>;
}

/** How long we wait, in milliseconds. */
const PATIENCE = {
  /** For Discord to let us in. */
  ready: 30_000,
  /** For an answer: Discord takes it for 15 minutes. */
  answer: 14 * 60_000,
  /** For suggestions: Discord takes them for 3 seconds. */
  typing: 2_500,
  /** For a message of the outbox to be sent. */
  sending: 10_000,
  /** For what is under way when we leave: with what comes after, less than the 10 seconds that whoever ends a process mostly grants. */
  leaving: 6_500,
};

/** The chat in Discord: slash commands, buttons, and the menu of a message. */
export function createDiscord(options: DiscordOptions): Adapter {
  const { token, apiUrl, log, onLost, now = () => new Date() } = options;
  const patience = { ...PATIENCE, ...options.patience };
  const gateway = createGateway();
  const client = createClient({ apiUrl, log }, gateway);
  const seen = createSeen(() => now().getTime());
  const jobs = createJobs(patience.answer);
  let state: "outside" | "inside" | "leaving" = "outside";
  let left: Promise<void> | null = null;
  const entry = Promise.withResolvers<void>();
  entry.promise.catch(() => {}); // also when nobody waits for it

  const post = async (channelId: string, card: Card, key: string): Promise<void> => {
    try {
      if (client.token === null) throw new PlatformError("On Record is not connected to Discord.");
      await postCard(client, channelId, card, key);
    } catch (error) {
      if (isRevoked(error)) lose(GatewayCloseCodes.AuthenticationFailed);
      throw whyNotPosted(error);
    }
  };

  /** Answers those that have come, and says goodbye. */
  const leave = (): Promise<void> => {
    state = "leaving";
    entry.reject(new PlatformError("On Record has left Discord."));
    left ??= jobs.finish(patience.leaving).then(() => gateway.leave(client));
    return left;
  };

  const lose = (code: number) => {
    if (state !== "inside") return;
    const why = whyClosed(code);
    void leave();
    onLost(why);
  };

  const outbox = createOutbox({
    ...{ token, apiUrl, client, longest: patience.sending },
    isConnected: () => state === "inside",
    onRevoked: () => lose(GatewayCloseCodes.AuthenticationFailed),
  });

  const handle = (interaction: Interaction, chat: Chat) => {
    if (!seen.isNew(interaction.id)) return log.info({ platform: "discord" }, "an interaction came twice");
    const isLeaving = state === "leaving";
    jobs.run(async (cut) => {
      try {
        await (isLeaving ? turnAway(interaction) : respond(interaction, { chat, post, log, typing: patience.typing }, cut));
      } catch (error) {
        log[isGone(error) ? "warn" : "error"]({ platform: "discord", ...loggable(error) }, "an interaction was not answered");
      }
    });
  };

  return {
    platform: "discord",
    outbox: {
      ...outbox,
      async send(message) {
        const sent = outbox.send(message);
        jobs.run(() => sent.then(() => {}).catch(() => {}));
        return await sent;
      },
    },
    async start(chat) {
      client.once(Events.ClientReady, () => entry.resolve());
      client.on(Events.ShardDisconnect, ({ code }) => {
        entry.reject(new PlatformError(whyClosed(code)));
        lose(code);
      });
      client.on(Events.InteractionCreate, (interaction) => handle(interaction, chat));
      try {
        client.rest.setToken(token.replace(/^Bot\s*/i, ""));
        const told = await persist(PATIENT, () => client.rest.get(Routes.gatewayBot())); // rides out what login gives up at
        if ((told as Partial<APIGatewayBotInfo>).url === undefined) throw noDiscordAt(apiUrl);
        const late = wait(patience.ready, undefined, { ref: false }).then(() => {
          throw new PlatformError("Discord has not let the bot in for too long: try again later.");
        });
        await Promise.race([client.login(token).then(() => entry.promise), entry.promise, late]);
        state = "inside";
      } catch (error) {
        await leave();
        throw whyNotIn(error, apiUrl);
      }
    },
    async post(channelId, card) {
      if (state === "leaving") throw new PlatformError("On Record is leaving Discord.");
      const posted = post(channelId, card, randomUUID());
      jobs.run(() => posted.catch(() => {}));
      await posted;
    },
    stop: leave,
  };
}
