import type { webApi } from "@slack/bolt";
import { PlatformError } from "../../chat/adapter.ts";
import type { Log } from "../../chat/log.ts";
import type { Identity } from "./desk.ts";
import { failureOf } from "./failure.ts";
import { whyLost } from "./lost.ts";
import { SCOPES } from "./manifest.ts";
import type { Web } from "./web.ts";

/** Without these nothing can be answered. */
const VITAL = ["commands", "chat:write"];

/** Asks Slack whom the token belongs to; rejects with a `PlatformError` where it is no good. */
export async function identify(web: Web, log: Log): Promise<Identity> {
  try {
    const told = (await web.call("auth.test", {}, "always")) as webApi.AuthTestResponse;
    const granted = told.response_metadata?.scopes;
    const missing = granted ? Object.keys(SCOPES).filter((scope) => !granted.includes(scope)) : [];
    const vital = missing.filter((scope) => VITAL.includes(scope));
    if (vital.length > 0) {
      throw new PlatformError(
        `The bot's token for Slack lacks ${vital.join(" and ")}: add it under OAuth & Permissions and install the app again.`,
      );
    }
    if (missing.length > 0) log.warn({ platform: "slack", missing }, "the bot's token lacks scopes: install the app again");
    return {
      team: told.team_id ?? "",
      enterprise: told.enterprise_id ?? null,
      botUser: told.user_id ?? "",
      botName: told.user ?? "",
      home: told.url ?? null,
    };
  } catch (error) {
    if (error instanceof PlatformError) throw error;
    const { code } = failureOf(error);
    throw new PlatformError(
      whyLost(code) ?? `Slack could not be reached (${code}): check the network and SLACK_API_URL, and try again.`,
    );
  }
}
