import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ConfigError, readConfig, VARIABLES } from "../src/config.ts";

test("reads an empty environment as the defaults", () => {
  expect(readConfig({})).toEqual({
    ...{ dataDir: "./data", workspace: "local", timezone: "UTC", keepDays: null, allowPrivateNetwork: false, contact: null },
    ...{ slack: null, slackCommand: "/news", discord: null, logLevel: "info" },
  });
  expect(readConfig({ DATA_DIR: "", ALLOW_PRIVATE_NETWORK: "", SLACK_BOT_TOKEN: " " })).toEqual(readConfig({}));
  expect(readConfig({ PORT: " 8080 ", LOG_LEVEL: "debug " })).toMatchObject({ logLevel: "debug" });
});

test("articles are kept for days of at least a week, or for good", () => {
  expect(readConfig({ KEEP_DAYS: " 90 " }).keepDays).toBe(90);
  for (const days of ["6", "0", "-1", "1.5", "a week", "100000"])
    expect(() => readConfig({ KEEP_DAYS: days })).toThrow(/KEEP_DAYS must be a number of days from 7/);
});

test("reads what is set", () => {
  expect(readConfig({ DATA_DIR: "/srv/news", ALLOW_PRIVATE_NETWORK: "1", CONTACT: "desk@valley.example" })).toMatchObject({
    dataDir: "/srv/news",
    allowPrivateNetwork: true,
    contact: "desk@valley.example",
  });
});

const BOT = "xoxb-1-2-abcdef";
const APP = "xapp-1-A1-2-abcdef";
const SIGNING = "0123456789abcdef0123456789abcdef";
const DISCORD = "MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.abcdefghijklmnopqrstuvwxyz";

test("a platform is connected where its tokens are", () => {
  const env = { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, DISCORD_TOKEN: DISCORD, ON_RECORD_MANAGERS: "U024BE7LH, W0123ABC" };
  expect(readConfig(env)).toMatchObject({
    slack: {
      ...{ botToken: BOT, appToken: APP, signingSecret: null, port: 3000, apiUrl: null },
      managers: ["U024BE7LH", "W0123ABC"],
    },
    discord: { token: DISCORD, apiUrl: null },
  });
  expect(readConfig({ SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SIGNING, PORT: "8080" }).slack).toMatchObject({
    ...{ appToken: null, signingSecret: SIGNING, port: 8080 },
  });
});

const APPS = "api.slack.com/apps, your app,";
const AT_BOT = `(it is at ${APPS} OAuth & Permissions, once it is installed)`;
const AT_APP = `(it is at ${APPS} Basic Information, App-Level Tokens, with the scope connections:write)`;
const AT_SIGNING = `(it is at ${APPS} Basic Information, App Credentials)`;
const AT_DISCORD = "(it is at discord.com/developers/applications, your application, Bot, Reset Token)";
const SECOND = `SLACK_BOT_TOKEN needs a second value: SLACK_APP_TOKEN for Socket Mode ${AT_APP}, or SLACK_SIGNING_SECRET for HTTP ${AT_SIGNING}.`;

test.each([
  ["a client secret", "0123456789abcdefghijABCDEFGHIJ_-"],
  ["a public key", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"],
  ["an application's id", "123456789012345678"],
  ["a token with what stands before it in a request", `Bot ${DISCORD}`],
])("DISCORD_TOKEN is not %s", (_, token) => {
  expect(() => readConfig({ DISCORD_TOKEN: token })).toThrow(
    new ConfigError(
      `DISCORD_TOKEN must be the bot's token: three parts with dots between them ${AT_DISCORD}: correct it, or leave it out for none.`,
    ),
  );
});

test.each([
  ["https://discord.com/api", "https://discord.com/api"],
  ["https://discord.com/api/", "https://discord.com/api"],
  ["https://discord.com/api/v10", "https://discord.com/api"],
  ["http://127.0.0.1:8080//v9/", "http://127.0.0.1:8080"],
])("DISCORD_API_URL may be %s", (given, read) => {
  expect(readConfig({ DISCORD_TOKEN: DISCORD, DISCORD_API_URL: given }).discord?.apiUrl).toBe(read);
});

test.each(["https://me:pass-word@proxy.example/api", "https://pass-word@proxy.example", "htp://me:pass-word@proxy.example"])(
  "no address may be %s, and none is repeated",
  (address) => {
    expect(() => readConfig({ SLACK_API_URL: address, DISCORD_API_URL: address })).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/^SLACK_API_URL must (?!.*pass-word).*\nDISCORD_API_URL must (?!.*pass-word).*$/),
      }),
    );
  },
);

test.each<[string, Record<string, string>, string[]]>([
  ["the second of two values is missing", { SLACK_BOT_TOKEN: BOT }, [SECOND]],
  [
    "the first is",
    { SLACK_APP_TOKEN: APP },
    [`SLACK_BOT_TOKEN is missing: it is at ${APPS} OAuth & Permissions, once it is installed.`],
  ],
  [
    "all is wrong",
    {
      ...{ SLACK_BOT_TOKEN: APP, SLACK_APP_TOKEN: BOT, SLACK_SIGNING_SECRET: "secret", SLACK_COMMAND: "News", PORT: "99999" },
      ...{ SLACK_API_URL: "slack", DISCORD_TOKEN: "abc", ON_RECORD_MANAGERS: "@ann", LOG_LEVEL: "all" },
    },
    [
      'SLACK_COMMAND must be a slash and 1 to 31 small letters, digits or hyphens (it is "News"): correct it, or leave it out for /news.',
      'LOG_LEVEL must be error, warn, info or debug (it is "all"): correct it, or leave it out for info.',
      `SLACK_BOT_TOKEN must begin with xoxb- ${AT_BOT}: correct it, or leave it out for none.`,
      `SLACK_APP_TOKEN must begin with xapp- ${AT_APP}: correct it, or leave it out for none.`,
      `SLACK_SIGNING_SECRET must be the 32 hexadecimal digits of the signing secret ${AT_SIGNING}: correct it, or leave it out for none.`,
      'PORT must be a number from 1 to 65535 (it is "99999"): correct it, or leave it out for 3000.',
      "SLACK_API_URL must be an http or https address: correct it, or leave it out for none.",
      'ON_RECORD_MANAGERS must be member ids such as U024BE7LH, with commas between them (it is "@ann"): correct it, or leave it out for none.',
      `DISCORD_TOKEN must be the bot's token: three parts with dots between them ${AT_DISCORD}: correct it, or leave it out for none.`,
    ],
  ],
  [
    "the one that is given is wrong too",
    { SLACK_BOT_TOKEN: "xoxp-1-2-abcdef" },
    [`SLACK_BOT_TOKEN must begin with xoxb- ${AT_BOT}: correct it, or leave it out for none.`, SECOND],
  ],
  [
    "or the other is",
    { SLACK_SIGNING_SECRET: "secret" },
    [
      `SLACK_SIGNING_SECRET must be the 32 hexadecimal digits of the signing secret ${AT_SIGNING}: correct it, or leave it out for none.`,
      `SLACK_BOT_TOKEN is missing: it is at ${APPS} OAuth & Permissions, once it is installed.`,
    ],
  ],
])("names every problem where %s, and repeats no secret", (_, env, problems) => {
  expect(() => readConfig(env)).toThrow(new ConfigError(problems.join("\n")));
});

test.each(["Europe/London", "America/Argentina/Buenos_Aires", "UTC", " Asia/Kolkata "])("TIMEZONE may be %j", (zone) => {
  expect(readConfig({ TIMEZONE: zone }).timezone).toBe(zone.trim());
});

test.each(["Europe/Atlantis", "+01:00", "noon", "UTC; DROP TABLE digest"])("TIMEZONE may not be %j", (zone) => {
  expect(() => readConfig({ TIMEZONE: zone })).toThrow(
    `TIMEZONE must be a time zone as IANA names it, such as Europe/London (it is "${zone}"): correct it, or leave it out for UTC.`,
  );
});

test("names every problem at once, each with its remedy", () => {
  expect(() => readConfig({ DATA_DIR: "  ", ALLOW_PRIVATE_NETWORK: "yes" })).toThrow(
    'DATA_DIR must name a folder (it is "  "): correct it, or leave it out for ./data.\n' +
      'ALLOW_PRIVATE_NETWORK must be 0 or 1 (it is "yes"): correct it, or leave it out for 0.',
  );
});

test(".env.example has every variable with its default and why, and no other", () => {
  const paragraphs = readFileSync(".env.example", "utf8").trim().split("\n\n").slice(1);
  const expected = Object.entries(VARIABLES).map(([name, { why, fallback }]) => `# ${why}\n${name}=${fallback}`);
  expect(paragraphs).toEqual(expected);
});

test("the README's table has every variable with its default and why, and no other", () => {
  const rows = readFileSync("README.md", "utf8").match(/^\| `[A-Z_]+` \|.*$/gm);
  expect(rows).toEqual(
    Object.entries(VARIABLES).map(([name, { why, fallback }]) => `| \`${name}\` | \`${fallback}\` | ${why} |`),
  );
});
