import { commands } from "../../commands/index.ts";
import { slackManifest } from "../adapters/slack/manifest.ts";
import type { Config } from "../config.ts";
import type { Output } from "./output.ts";
import { umbrellaOf } from "./umbrella.ts";

const ENDPOINT = "/slack/events";

/** Prints what Slack wants to know of the app, as JSON; `http` is the address at which Slack reaches us, null for Socket Mode. */
export function manifest(config: Config, http: URL | null, { out }: Output): number {
  const url = http && new URL(http.pathname === "/" ? ENDPOINT : http.pathname, http).href;
  out.write(`${JSON.stringify(slackManifest(commands, { umbrella: umbrellaOf(config), url }), null, 2)}\n`);
  return 0;
}
