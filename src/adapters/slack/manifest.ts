import type { Command } from "../../chat/command.ts";
import { familyOf, firstWords, secondWord } from "../../chat/family.ts";
import { shortUsage, usage } from "../../chat/usage.ts";

/** What the app may do in a workspace, each with what it is for; the README shows them. */
export const SCOPES: Readonly<Record<string, string>> = {
  commands: "be asked by slash commands and shortcuts",
  "chat:write": "answer, and post digests and notices in the channels it was invited to",
  "app_mentions:read": "be asked by a mention in a thread, where Slack takes no slash commands; it reads no other message",
  "users:read": "tell whether somebody is an admin of the workspace, before they change what all share",
  "channels:history":
    "find its own digest again by a hidden mark, where Slack did not say whether it took it, so that none comes twice; it reads nobody's words",
  "groups:history": "the same in the private channels that it was invited to; it reads nobody's words",
  "im:history": "the same in its own direct messages with somebody; it reads nobody's words",
  "im:write": "find those direct messages, to look there",
  "files:write": "hand over the list of feeds as a file, in the direct messages of whoever asked for it",
};

/** What Slack tells us of without being asked. */
const EVENTS = ["app_mention", "app_home_opened", "app_uninstalled", "tokens_revoked"];

/** Shortcuts by what Slack calls them when they are used, each with the command that it leads to. */
export const SHORTCUTS: Readonly<Record<string, Shortcut>> = {
  said_in: {
    command: "said-in",
    name: "Who said what here?",
    type: "message",
    description: "Who said what in the article that this message links to",
  },
  digest_add: {
    command: "digest add",
    name: "Plan a digest",
    type: "global",
    description: "Have the news that matter to you posted here on schedule",
  },
  feed_add: {
    command: "feed add",
    name: "Follow a feed",
    type: "global",
    description: "Follow a news site: its articles come into the library by themselves",
  },
};

interface Shortcut {
  readonly command: string;
  readonly name: string;
  readonly type: "message" | "global";
  readonly description: string;
}

interface SlashCommand {
  readonly command: string;
  readonly description: string;
  readonly usage_hint?: string;
  readonly should_escape: true;
  readonly url?: string;
}

export interface ManifestOptions {
  /** The command that takes all others after it: "/news". */
  readonly umbrella: string;
  /** Where Slack reaches us over HTTP, such as "https://bot.example/slack/events"; null for Socket Mode. */
  readonly url: string | null;
}

/** The app as Slack wants it declared: paste it at https://api.slack.com/apps under "From an app manifest". */
export function slackManifest(commands: readonly Command[], { umbrella, url }: ManifestOptions) {
  const requestUrl = url === null ? {} : { request_url: url };
  const slash = firstWords(commands).map((word) => slashCommand(commands, word));
  return {
    display_information: {
      name: "On Record",
      description: "Who said what in the news you follow: word for word, with the source.",
      long_description:
        "On Record reads the news that your team follows and keeps who said what. Ask it with slash commands, in threads by a mention, " +
        "or from the menu of any message that links to an article. Every line it writes carries its receipt: the words as printed, the " +
        "outlet, the day and the link. It reads no messages but those it is asked by or about; among others it only ever looks for the hidden " +
        "mark of its own, so that no digest comes twice.",
      background_color: "#22313f",
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
      bot_user: { display_name: "On Record", always_online: true },
      shortcuts: Object.entries(SHORTCUTS)
        .filter(([, { command }]) => commands.some((each) => each.name === command))
        .map(([id, { name, type, description }]) => ({ name, type, callback_id: id, description })),
      slash_commands: [...slash, umbrellaCommand(commands, umbrella)].map((each) => ({ ...each, ...(url !== null && { url }) })),
    },
    oauth_config: { scopes: { bot: Object.keys(SCOPES) } },
    settings: {
      event_subscriptions: { ...requestUrl, bot_events: EVENTS },
      interactivity: { is_enabled: true, ...requestUrl, ...(url !== null && { message_menu_options_url: url }) },
      org_deploy_enabled: false,
      socket_mode_enabled: url === null,
      token_rotation_enabled: false,
    },
  };
}

/** A command, or the family that a first word names. */
function slashCommand(commands: readonly Command[], word: string): SlashCommand {
  const family = familyOf(commands, word);
  const single = commands.find(({ name }) => name === word);
  const forms = [...(single ? [usage(single)] : []), ...family.map(shortUsage)].map((form) => form.slice(`/${word} `.length));
  const hint = forms.filter((form) => form !== "").join(" | ");
  const told = single?.summary ?? `${family.map(({ name }) => secondWord(name)).join(", ")}: /help ${word} tells what each does`;
  return { command: `/${word}`, description: told, ...(hint !== "" && { usage_hint: hint }), should_escape: true };
}

const umbrellaCommand = (commands: readonly Command[], umbrella: string): SlashCommand => ({
  command: umbrella,
  description: `All commands behind one name, for where another app has taken theirs: ${umbrella} help`,
  usage_hint: `${firstWords(commands).join("|")} …`,
  should_escape: true,
});
