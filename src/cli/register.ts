import { commands } from "../../commands/index.ts";
import { register } from "../adapters/discord/register.ts";
import { registration } from "../adapters/discord/registration.ts";
import { PlatformError } from "../chat/adapter.ts";
import { counted } from "../chat/wording.ts";
import { type Config, VARIABLES } from "../config.ts";
import type { Output } from "./output.ts";

/** Tells Discord of the commands, or with `remove` of none, and prints what changed, one line each; the exit code is 1 where Discord does not let us. */
export async function registerCommands(
  { discord }: Config,
  { guild, remove = false, json = false }: { guild?: string; remove?: boolean; json?: boolean },
  { out, err }: Output,
): Promise<number> {
  if (discord === null) {
    err.write(`DISCORD_TOKEN is missing: ${VARIABLES.DISCORD_TOKEN.why}\n`);
    return 1;
  }
  try {
    const wanted = remove ? [] : registration(commands);
    const { changes, invitation, isDoubled } = await register(wanted, { ...discord, guild: guild ?? null });
    if (json) for (const each of changes) out.write(`${JSON.stringify(each)}\n`);
    else {
      for (const { command, change } of changes) out.write(`${change.padEnd(9)}  ${command}\n`);
      const where = guild === undefined ? "all servers" : `the server ${guild}`;
      const changed = changes.filter(({ change }) => change !== "unchanged").length;
      out.write(changed === 0 ? `Nothing changed in ${where}.\n` : `${counted(changed, "change")} in ${where}.\n`);
      out.write(`To let the bot into a server, open ${invitation}\n`);
    }
    if (isDoubled)
      err.write(`Those of all servers are there too, so that each shows twice: register --guild ${guild} --remove ends that.\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    err.write(`${error.message}\n`);
    return 1;
  }
}
