import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandChannelOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";
import type { Command } from "../../chat/command.ts";
import { familyOf, firstWords, secondWord } from "../../chat/family.ts";
import { isRequired, MAX_WORDS, type Option } from "../../chat/options.ts";

export type Registered = RESTPostAPIApplicationCommandsJSONBody;

/** The command of a message's menu, which asks who said what in the article that the message links to. */
export const MESSAGE_COMMAND = "Who said what here?";

/** Where something can be posted. */
const CHANNELS: NonNullable<APIApplicationCommandChannelOption["channel_types"]> = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.GuildForum,
];

/** Where commands can be typed: in a server that has the bot, and in a direct message to it. */
const PLACES = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
};

/** All commands as Discord wants to be told of them; a family is one command with subcommands. */
export const registration = (commands: readonly Command[]): Registered[] => [
  ...firstWords(commands).map((first) => commandOf(first, commands)),
  { type: ApplicationCommandType.Message, name: MESSAGE_COMMAND, ...PLACES },
];

function commandOf(first: string, commands: readonly Command[]): Registered {
  const family = familyOf(commands, first);
  const alone = commands.find(({ name }) => name === first);
  const all = alone ? [alone] : family;
  return {
    type: ApplicationCommandType.ChatInput,
    name: first,
    description: alone?.summary ?? `Commands: ${family.map(({ name }) => secondWord(name)).join(", ")}`,
    options: alone ? optionsOf(alone) : family.map(subcommand),
    default_member_permissions: all.every(({ needs }) => needs === "manager") ? String(PermissionFlagsBits.ManageGuild) : null,
    ...PLACES,
  };
}

const subcommand = (command: Command) => ({
  type: ApplicationCommandOptionType.Subcommand as const,
  name: secondWord(command.name),
  description: command.summary,
  options: optionsOf(command),
});

/** Those that must be given stand first. */
const optionsOf = ({ options }: Command): APIApplicationCommandBasicOption[] =>
  Object.entries(options)
    .map(([name, option]) => optionOf(name, option))
    .sort((a, b) => Number(b.required) - Number(a.required));

function optionOf(name: string, option: Option): APIApplicationCommandBasicOption {
  const base = { name, description: option.summary, required: isRequired(option) };
  switch (option.type) {
    case "words": {
      const longest = option.longest ?? MAX_WORDS;
      const completed = option.suggest === undefined ? {} : { autocomplete: true as const };
      return { type: ApplicationCommandOptionType.String, ...base, max_length: longest, ...completed };
    }
    case "since":
      return { type: ApplicationCommandOptionType.String, ...base, max_length: MAX_WORDS };
    case "choice":
      return {
        type: ApplicationCommandOptionType.String,
        ...base,
        choices: option.choices.map((choice) => ({ name: choice, value: choice })),
      };
    case "count":
      return { type: ApplicationCommandOptionType.Integer, ...base, min_value: option.min, max_value: option.max };
    case "flag":
      return { type: ApplicationCommandOptionType.Boolean, ...base };
    case "channel":
      return { type: ApplicationCommandOptionType.Channel, ...base, channel_types: CHANNELS };
    case "group":
      return { type: ApplicationCommandOptionType.Role, ...base };
    default:
      return option satisfies never;
  }
}
