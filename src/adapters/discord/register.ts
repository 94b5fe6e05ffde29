import {
  type APIApplication,
  type APIApplicationCommand,
  ApplicationCommandType,
  DiscordAPIError,
  HTTPError,
  PermissionFlagsBits,
  REST,
  Routes,
} from "discord.js";
import { PlatformError } from "../../chat/adapter.ts";
import type { Registered } from "./registration.ts";
import { isNoApi, noDiscordAt } from "./trouble.ts";

/** What became of a command. */
interface Change {
  /** With its slash, or as the menu of a message shows it. */
  readonly command: string;
  readonly change: "added" | "changed" | "removed" | "unchanged";
}

export interface RegisterOptions {
  readonly token: string;
  readonly apiUrl: string | null;
  /** One server, where commands are there at once; null for all servers. */
  readonly guild: string | null;
}

/** What registering has done, and where a server lets the bot in. */
export interface Registration {
  readonly changes: readonly Change[];
  readonly invitation: string;
  /** The server knows commands of its own and those of all servers, so that people there see each twice. */
  readonly isDoubled: boolean;
}

/**
 * What the bot asks for where it is let in: to see channels, to post there and in threads, to make the thread that holds a digest's
 * details, to look whether a message came before it is sent again, links with a preview, and files.
 */
const PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles;

const invitationOf = (application: string): string =>
  `https://discord.com/oauth2/authorize?client_id=${application}&scope=bot+applications.commands&permissions=${PERMISSIONS}`;

/** Puts the commands in the place of those that Discord knows, where they differ; throws a PlatformError where it does not let us. */
export async function register(commands: readonly Registered[], options: RegisterOptions): Promise<Registration> {
  const { token, apiUrl, guild } = options;
  const rest = new REST({ ...(apiUrl !== null && { api: apiUrl }), retries: 1, timeout: 15_000 }).setToken(token);
  try {
    const { id } = (await rest.get(Routes.currentApplication())) as Partial<Pick<APIApplication, "id">>;
    if (id === undefined) throw noDiscordAt(apiUrl);
    const everywhere = Routes.applicationCommands(id);
    const route = guild === null ? everywhere : Routes.applicationGuildCommands(id, guild);
    const known = (await rest.get(route)) as APIApplicationCommand[];
    const changes = compare(known, commands);
    if (changes.some(({ change }) => change !== "unchanged")) await rest.put(route, { body: commands });
    const isDoubled = route !== everywhere && commands.length > 0 && ((await rest.get(everywhere)) as unknown[]).length > 0;
    return { changes, invitation: invitationOf(id), isDoubled };
  } catch (error) {
    if (error instanceof PlatformError) throw error;
    throw isNoApi(error) ? noDiscordAt(apiUrl) : new PlatformError(explain(error, guild));
  }
}

/** What each command of either list is to the other. */
function compare(known: readonly object[], wanted: readonly Registered[]): Change[] {
  const before = new Map(known.map((each) => [called(each as Registered), meaning(each as Registered)]));
  const after = new Map(wanted.map((each) => [called(each), meaning(each)]));
  const changes = [...after].map(([command, text]): Change => {
    const earlier = before.get(command);
    return { command, change: earlier === undefined ? "added" : earlier === text ? "unchanged" : "changed" };
  });
  const removed = [...before.keys()].filter((command) => !after.has(command));
  return [...changes, ...removed.map((command): Change => ({ command, change: "removed" }))];
}

const called = ({ type, name }: Registered): string =>
  type === undefined || type === ApplicationCommandType.ChatInput ? `/${name}` : name;

const TOLD = ["type", "name", "description", "options", "default_member_permissions", "contexts", "integration_types"] as const;

/** What we say of a command, without what Discord adds, and without what says the same as nothing. */
const meaning = (command: Registered): string =>
  JSON.stringify(settled(Object.fromEntries(TOLD.map((key) => [key, command[key as keyof Registered]]))));

function settled(value: unknown): unknown {
  if (Array.isArray(value)) return value.every((each) => typeof each === "number") ? value.toSorted() : value.map(settled);
  if (typeof value !== "object" || value === null) return value;
  const says = Object.entries(value).filter(
    ([, each]) => each != null && each !== false && each !== "" && !(Array.isArray(each) && each.length === 0),
  );
  return Object.fromEntries(says.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, settled(each)]));
}

/** One sentence with the remedy. */
function explain(error: unknown, guild: string | null): string {
  const status = error instanceof DiscordAPIError || error instanceof HTTPError ? error.status : null;
  if (status === 401)
    return "Discord does not accept DISCORD_TOKEN: take a new one from discord.com/developers/applications, your application, Bot, Reset Token.";
  if (guild !== null && (status === 403 || status === 404))
    return `Discord does not let the bot have commands in the server ${guild}: check the number, and invite the bot there with the scope applications.commands.`;
  if (status !== null && status >= 500) return `Discord has trouble of its own (${status}): try again in a few minutes.`;
  if (status !== null) return `Discord refused the commands (${status}): ${firstLine(error)}`;
  const { code } = error as NodeJS.ErrnoException;
  const why = typeof code === "string" ? code : firstLine(error);
  return `Discord cannot be reached (${why}): check the network, and DISCORD_API_URL where it is set.`;
}

const firstLine = (error: unknown): string => String((error as Error).message).split("\n")[0]!;
