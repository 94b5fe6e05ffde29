import { Client, Events, GatewayIntentBits, type GuildMember, Options, RESTEvents } from "discord.js";
import type { Log } from "../../chat/log.ts";
import type { Gateway } from "./gateway.ts";
import { makeRequest } from "./request.ts";
import { loggable } from "./trouble.ts";

/** Nothing of what discord.js can keep is looked at later, except channels and roles, and ourselves, to tell what we may do where. */
const KEPT_NOT = {
  ApplicationCommandManager: 0,
  ApplicationEmojiManager: 0,
  AutoModerationRuleManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildInviteManager: 0,
  GuildMemberManager: { maxSize: 0, keepOverLimit: (member: GuildMember) => member.id === member.client.user.id },
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildSoundboardSoundManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadManager: 0,
  ThreadMemberManager: 0,
  UserManager: 0,
  VoiceStateManager: 0,
} as const;

/** A client for slash commands: it sees no message and no member, pings nobody, and leaves it to us to try again. */
export function createClient({ apiUrl, log }: { apiUrl: string | null; log: Log }, { buildStrategy }: Gateway): Client {
  const client = new Client({
    ws: { buildStrategy },
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits(KEPT_NOT),
    waitGuildTimeout: 0, // commands are held back until then
    rest: {
      makeRequest,
      ...(apiUrl !== null && { api: apiUrl }),
      globalRequestsPerSecond: Number.POSITIVE_INFINITY, // answers to interactions stand outside Discord's limit, but not outside discord.js's
      retries: 0, // it would post again what may have been posted
      handlerSweepInterval: 60_000, // it keeps a queue for every interaction until then
    },
  });
  client.on(Events.Warn, () => log.warn({ platform: "discord" }, "discord.js warns"));
  client.on(Events.Error, (error) => log.error({ platform: "discord", ...loggable(error) }, "discord.js failed"));
  client.on(Events.ShardError, (error) => log.warn({ platform: "discord", ...loggable(error) }, "the connection has trouble"));
  client.on(Events.ShardReconnecting, () => log.info({ platform: "discord" }, "connecting again"));
  client.on(Events.ShardResume, () => log.info({ platform: "discord" }, "connected again"));
  client.rest.on(RESTEvents.RateLimited, ({ method, route, timeToReset, global }) =>
    log.info({ platform: "discord", method, route, wait: timeToReset, global }, "told to slow down"),
  );
  return client;
}
