import { commands } from "../../commands/index.ts";
import { firstWords } from "../chat/family.ts";
import { type Config, ConfigError } from "../config.ts";

/** The Slack command that leads to all others; throws a `ConfigError` where one of them has its name already. */
export function umbrellaOf({ slackCommand }: Config): string {
  if (!firstWords(commands).includes(slackCommand.slice(1))) return slackCommand;
  throw new ConfigError(
    `SLACK_COMMAND ${slackCommand} is the name of a command already: choose another, or leave it out for /news.`,
  );
}
