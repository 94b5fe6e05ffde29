import type { webApi } from "@slack/bolt";
import type { Log } from "../../chat/log.ts";
import { failureOf } from "./failure.ts";
import type { Time } from "./time.ts";
import type { Web } from "./web.ts";

const KEPT = 5 * 60_000; // milliseconds
const MOST = 1_000;

/**
 * Whether somebody may change what all share: named as a manager, or an administrator or owner of the workspace. Nobody is one while
 * Slack does not tell.
 */
export function createManagers(options: {
  named: readonly string[];
  web: Web;
  time: Time;
  log: Log;
}): (user: string) => Promise<boolean> {
  const { named, web, time, log } = options;
  const known = new Map<string, { isManager: boolean; until: number }>();
  return async (user) => {
    if (named.includes(user)) return true;
    const kept = known.get(user);
    if (kept && kept.until > time.now()) return kept.isManager;
    try {
      const info = (await web.call("users.info", { user }, "always")) as webApi.UsersInfoResponse;
      const isManager = info.user?.is_admin === true || info.user?.is_owner === true;
      if (known.size >= MOST) known.clear();
      known.set(user, { isManager, until: time.now() + KEPT });
      return isManager;
    } catch (error) {
      log.warn({ platform: "slack", code: failureOf(error).code }, "Slack did not tell whether somebody is an administrator");
      return false;
    }
  };
}
