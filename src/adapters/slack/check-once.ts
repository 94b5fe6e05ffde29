import { SILENT } from "../../chat/log.ts";
import { createChannelCheck } from "./channel-check.ts";
import { identify } from "./identify.ts";
import { systemTime } from "./time.ts";
import { createWeb } from "./web.ts";

/**
 * Why nothing can be posted in a channel for a workspace (null: for whichever the bot is in), asked without connecting to Slack; null where
 * nothing is known against it. Rejects with a `PlatformError` where Slack does not let us ask.
 */
export async function checkOnce(
  { botToken, apiUrl }: { readonly botToken: string; readonly apiUrl: string | null },
  workspace: string | null,
  channel: string,
): Promise<string | null> {
  const web = createWeb({ botToken, apiUrl, log: SILENT, time: systemTime, onLost: () => {} });
  const identity = await identify(web, SILENT);
  const check = createChannelCheck({ web, time: systemTime, whoAmI: () => identity });
  return check(workspace ?? `slack:${identity.team}`, channel);
}
