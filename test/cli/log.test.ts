import { expect, test } from "vitest";
import { createLog, logRun } from "../../src/cli/log.ts";
import { readConfig } from "../../src/config.ts";

const SECRETS = {
  SLACK_BOT_TOKEN: "xoxb-1-2-abcdef",
  SLACK_APP_TOKEN: "xapp-1-A1-2-abcdef",
  SLACK_SIGNING_SECRET: "0123456789abcdef0123456789abcdef",
  DISCORD_TOKEN: "MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.abcdefghijklmnopqrstuvwxyz",
};

function setUp(level = "debug") {
  const lines: string[] = [];
  const log = createLog(readConfig({ ...SECRETS, LOG_LEVEL: level }), { write: (line) => void lines.push(line) });
  return { log, lines };
}

test("no secret gets into a line, wherever an error carries it", () => {
  const { log, lines } = setUp();
  const token = "aW50ZXJhY3Rpb246MTIzNDU2.abc-_";
  for (const secret of [...Object.values(SECRETS), "xoxp-of-somebody-else", "xoxe.xoxb-1-rotated"]) {
    const error = Object.assign(new Error(`refused ${secret}`), { config: { headers: { authorization: `Bearer ${secret}` } } });
    log.error({ err: error, nested: [{ secret }] }, `failed with ${secret}`);
    log.debug({ url: `https://discord.com/api/v10/webhooks/123/${token}/messages/@original` }, secret);
    log.debug({}, `POST /interactions/456/${token}/callback`);
  }
  for (const line of lines) {
    for (const secret of [...Object.values(SECRETS), token, "somebody-else", "rotated"]) expect(line).not.toContain(secret);
    expect(() => JSON.parse(line)).not.toThrow();
  }
  expect(lines.join("")).toContain("/webhooks/123/[secret]/messages/@original");
});

test("a command is one line, without what was typed", () => {
  const { log, lines } = setUp("info");
  const channel = { platform: "slack", workspace: "slack:T1", id: "C1" } as const;
  logRun(log, { channel, command: "who-said", duration: 12, outcome: "answered", fault: null });
  logRun(log, {
    ...{ channel, command: null, duration: 1, outcome: "fault" },
    fault: { reference: "3f9c21ab", error: new Error("disk") },
  });
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      ...{ level: 30, time: expect.any(Number), msg: "command" },
      ...{ platform: "slack", workspace: "slack:T1", command: "who-said", duration: 12, outcome: "answered" },
    },
    {
      ...{ level: 50, time: expect.any(Number), msg: "command", reference: "3f9c21ab" },
      ...{ platform: "slack", workspace: "slack:T1", command: null, duration: 1, outcome: "fault" },
      err: expect.objectContaining({ message: "disk" }),
    },
  ]);
});
