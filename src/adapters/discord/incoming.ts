import {
  ApplicationCommandOptionType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  type Interaction,
  PermissionFlagsBits,
} from "discord.js";
import type { Invocation } from "../../chat/adapter.ts";
import type { Channel, User } from "../../chat/channel.ts";
import type { Typed } from "../../chat/options.ts";

/** Where it came from and who did it. In a direct message somebody has a library of their own, and manages it. */
export function readPlace(interaction: Interaction): { channel: Channel; user: User } {
  const { guildId, channelId, user, memberPermissions } = interaction;
  return {
    channel: { platform: "discord", workspace: `discord:${guildId ?? `dm:${user.id}`}`, id: channelId ?? user.id },
    user: {
      id: user.id,
      name: user.displayName,
      isManager: () => guildId === null || (memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false),
    },
  };
}

/** The command's name, with the second word where it is one of a family, and the values that were typed. */
export function readCommand(interaction: ChatInputCommandInteraction | AutocompleteInteraction): {
  command: string;
  input: Typed;
} {
  const { commandName, options } = interaction;
  const [first] = options.data as readonly CommandInteractionOption[];
  const member = first?.type === ApplicationCommandOptionType.Subcommand ? first : null;
  const given = (member === null ? options.data : (member.options ?? [])) as readonly CommandInteractionOption[];
  const values = given.flatMap(({ name, value }) => (value === undefined || value === null ? [] : [[name, value] as const]));
  return { command: member === null ? commandName : `${commandName} ${member.name}`, input: Object.fromEntries(values) };
}

export const readInvocation = (interaction: ChatInputCommandInteraction): Invocation => ({
  ...readCommand(interaction),
  ...readPlace(interaction),
});
