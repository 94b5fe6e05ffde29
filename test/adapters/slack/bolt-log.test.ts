import { expect, test } from "vitest";
import { boltLog } from "../../../src/adapters/slack/bolt-log.ts";

const lines: string[] = [];
const line = (level: string) => (_: object, message: string) => void lines.push(`${level} ${message}`);
const logger = boltLog({ debug: line("debug"), info: line("info"), warn: line("warn"), error: line("error") });

test("tokens and addresses, which may be secrets, are left out; so is all that Bolt says while debugging", () => {
  logger.debug("payload", { text: "what somebody typed" });
  logger.info("connected to wss://wss-primary.slack.com/link/?ticket=1-2");
  logger.warn("token xoxb-12-ab, xapp-1-A-2, xoxe.xoxb-1-x", "https://hooks.slack.com/commands/T1/2/3 failed");
  logger.error(new Error("broken at http://127.0.0.1/respond/7"));
  expect(lines).toEqual(["debug connected to (…)", "warn token (…), (…), (…) (…) failed", "warn Error: broken at (…)"]);
});
