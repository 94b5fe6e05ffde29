import * as v from "valibot";

const onOff = v.pipe(
  v.picklist(["0", "1"], "must be 0 or 1"),
  v.transform((value) => value === "1"),
);

/** A value that is not shown when it is wrong, and null where it is not set. */
const secret = (pattern: RegExp, form: string) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.check((value) => value === "none" || pattern.test(value), form),
    v.transform((value) => (value === "none" ? null : value)),
  );

/** An address without the slashes that it ends in, and null where it is not set. */
const url = v.pipe(
  v.string(),
  v.trim(),
  v.check((value) => value === "none" || /^https?:$/.test(URL.parse(value)?.protocol ?? ""), "must be an http or https address"),
  v.check((value) => !URL.parse(value)?.username && !URL.parse(value)?.password, "must have no name and no password in it"),
  v.transform((value) => (value === "none" ? null : value.replace(/\/+$/, ""))),
);

/** Offsets such as +01:00, which Node.js takes too, know no summer time. */
function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return /^[a-z]/i.test(name);
  } catch {
    return false;
  }
}

const SLACK_APP = "api.slack.com/apps";
const DISCORD_APP = "discord.com/developers/applications";

/** Every environment variable there is: its meaning, default and check. `.env.example` and the README repeat this table. */
export const VARIABLES = {
  DATA_DIR: {
    why: "Folder of the embedded library; made where it is missing.",
    fallback: "./data",
    schema: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty("must name a folder"),
      v.check((dir) => !dir.includes("\0"), "must name a folder"),
    ),
  },
  WORKSPACE: {
    why: "Whose library the command line reads and writes: local is the terminal's own; slack:T024BE7LD and discord:80351110224678912 are a team's.",
    fallback: "local",
    schema: v.pipe(
      v.string(),
      v.trim(),
      v.regex(
        /^(local|slack:[A-Z0-9]{3,20}|discord:(dm:)?\d{5,25})$/,
        "must be local, slack: with a team's id, or discord: with a server's id",
      ),
    ),
  },
  TIMEZONE: {
    why: "On which clocks digests are in a workspace that has set no zone of its own, as IANA names it: Europe/London.",
    fallback: "UTC",
    schema: v.pipe(v.string(), v.trim(), v.check(isZone, "must be a time zone as IANA names it, such as Europe/London")),
  },
  KEEP_DAYS: {
    why: "How many days articles are kept after they came in, with their statements: 7 or more, or none for good.",
    fallback: "none",
    schema: v.pipe(
      v.string(),
      v.trim(),
      v.check(
        (days) => days === "none" || (/^\d{1,5}$/.test(days) && Number(days) >= 7),
        "must be a number of days from 7 to 99999, or none",
      ),
      v.transform((days) => (days === "none" ? null : Number(days))),
    ),
  },
  ALLOW_PRIVATE_NETWORK: {
    why: "1 lets articles be read from private and loopback addresses, for an intranet; 0 refuses them.",
    fallback: "0",
    schema: onOff,
  },
  CONTACT: {
    why: "An address or e-mail that feeds and pages are told, so that their owners can reach whoever runs this.",
    fallback: "none",
    schema: v.pipe(
      v.string(),
      v.trim(),
      v.regex(/^[\x21-\x7e]{1,200}$/, "must be an address or e-mail, without spaces"),
      v.transform((contact) => (contact === "none" ? null : contact)),
    ),
  },
  SLACK_BOT_TOKEN: {
    why: `Lets the bot into a Slack workspace; from ${SLACK_APP}, your app, OAuth & Permissions, once it is installed.`,
    fallback: "none",
    schema: secret(/^xoxb-[\w-]{5,}$/, "must begin with xoxb-"),
  },
  SLACK_APP_TOKEN: {
    why: `Connects to Slack by Socket Mode, without an address of your own; from ${SLACK_APP}, your app, Basic Information, App-Level Tokens, with the scope connections:write.`,
    fallback: "none",
    schema: secret(/^xapp-[\w-]{5,}$/, "must begin with xapp-"),
  },
  SLACK_SIGNING_SECRET: {
    why: `Proves that requests over HTTP come from Slack, in place of Socket Mode; from ${SLACK_APP}, your app, Basic Information, App Credentials.`,
    fallback: "none",
    schema: secret(/^[\da-f]{16,64}$/i, "must be the 32 hexadecimal digits of the signing secret"),
  },
  SLACK_COMMAND: {
    why: "The one Slack command that leads to all others: /news who-said ceasefire.",
    fallback: "/news",
    schema: v.pipe(
      v.string(),
      v.trim(),
      v.regex(/^\/[a-z][a-z0-9_-]{0,30}$/, "must be a slash and 1 to 31 small letters, digits or hyphens"),
    ),
  },
  PORT: {
    why: "Where Slack's requests arrive over HTTP: /slack/events; /healthz tells that all is well.",
    fallback: "3000",
    schema: v.pipe(
      v.string(),
      v.trim(),
      v.regex(/^\d{1,5}$/, "must be a number from 1 to 65535"),
      v.transform(Number),
      v.minValue(1, "must be a number from 1 to 65535"),
      v.maxValue(65_535, "must be a number from 1 to 65535"),
    ),
  },
  SLACK_API_URL: {
    why: "Another endpoint of Slack's Web API than the usual one: GovSlack, a proxy, a simulator.",
    fallback: "none",
    schema: url,
  },
  DISCORD_TOKEN: {
    why: `Lets the bot into Discord; from ${DISCORD_APP}, your application, Bot, Reset Token.`,
    fallback: "none",
    schema: secret(/^[\w-]+\.[\w-]+\.[\w-]{5,}$/, "must be the bot's token: three parts with dots between them"),
  },
  DISCORD_API_URL: {
    why: "Another endpoint of Discord's API than the usual one, without a version at its end: a proxy, a simulator.",
    fallback: "none",
    schema: v.pipe(
      url,
      v.transform((address) => address?.replace(/\/+v\d+$/, "") ?? null),
    ),
  },
  ON_RECORD_MANAGERS: {
    why: "Slack users who may change feeds and digests beside admins and owners: member ids with commas between them.",
    fallback: "none",
    schema: v.pipe(
      v.string(),
      v.trim(),
      v.regex(
        /^(none|[UW][A-Z0-9]{2,20}(\s*,\s*[UW][A-Z0-9]{2,20})*)$/,
        "must be member ids such as U024BE7LH, with commas between them",
      ),
      v.transform((ids) => (ids === "none" ? [] : ids.split(/\s*,\s*/))),
    ),
  },
  LOG_LEVEL: {
    why: "How much is logged while Slack or Discord is connected: error, warn, info or debug.",
    fallback: "info",
    schema: v.pipe(v.string(), v.trim(), v.picklist(["error", "warn", "info", "debug"], "must be error, warn, info or debug")),
  },
} as const;

/** What lets us into Slack: over Socket Mode where there is an app token, else over HTTP. */
interface SlackConfig {
  readonly botToken: string;
  readonly appToken: string | null;
  readonly signingSecret: string | null;
  readonly port: number;
  readonly apiUrl: string | null;
  readonly managers: readonly string[];
}

interface DiscordConfig {
  readonly token: string;
  readonly apiUrl: string | null;
}

export interface Config {
  readonly dataDir: string;
  /** Of the command line; each platform has its own. */
  readonly workspace: string;
  /** Of schedules in workspaces that have set none. */
  readonly timezone: string;
  /** Null where articles are kept for good. */
  readonly keepDays: number | null;
  readonly allowPrivateNetwork: boolean;
  readonly contact: string | null;
  /** Null where Slack is not to be connected. */
  readonly slack: SlackConfig | null;
  /** The Slack command that leads to all others, with its slash. */
  readonly slackCommand: string;
  readonly discord: DiscordConfig | null;
  readonly logLevel: "error" | "warn" | "info" | "debug";
}

/** Every problem of the environment, one line each with its remedy. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

type Name = keyof typeof VARIABLES;

const SECRETS: ReadonlySet<Name> = new Set<Name>(["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "DISCORD_TOKEN"]);

/** No wrong value of these is repeated: an address may hold a password. */
const UNSPOKEN: ReadonlySet<Name> = new Set<Name>([...SECRETS, "SLACK_API_URL", "DISCORD_API_URL"]);

/** Where a secret is to be had. */
const where = (name: Name): string => VARIABLES[name].why.replace(/^.*; from (.*)\.$/, "it is at $1");

/** Reads the environment; an empty variable counts as not set. Throws a ConfigError that lists every problem at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const read = <N extends Name>(name: N): v.InferOutput<(typeof VARIABLES)[N]["schema"]> => {
    const { schema, fallback } = VARIABLES[name];
    const set = SECRETS.has(name) ? env[name]?.trim() : env[name];
    const result = v.safeParse(schema, set || fallback);
    if (result.success) return result.output as never;
    const given = UNSPOKEN.has(name) ? "" : ` (it is "${env[name]}")`;
    const source = SECRETS.has(name) ? ` (${where(name)})` : "";
    problems.push(`${name} ${result.issues[0].message}${given}${source}: correct it, or leave it out for ${fallback}.`);
    return undefined as never;
  };
  const common = {
    dataDir: read("DATA_DIR"),
    workspace: read("WORKSPACE"),
    timezone: read("TIMEZONE"),
    keepDays: read("KEEP_DAYS"),
    allowPrivateNetwork: read("ALLOW_PRIVATE_NETWORK"),
    contact: read("CONTACT"),
    slackCommand: read("SLACK_COMMAND"),
    logLevel: read("LOG_LEVEL"),
  };
  const slack = {
    botToken: read("SLACK_BOT_TOKEN"),
    appToken: read("SLACK_APP_TOKEN"),
    signingSecret: read("SLACK_SIGNING_SECRET"),
    port: read("PORT"),
    apiUrl: read("SLACK_API_URL"),
    managers: read("ON_RECORD_MANAGERS"),
  };
  const discord = { token: read("DISCORD_TOKEN"), apiUrl: read("DISCORD_API_URL") };
  problems.push(...halfSet(slack));
  if (problems.length > 0) throw new ConfigError(problems.join("\n"));
  return {
    ...common,
    slack: slack.botToken === null ? null : { ...slack, botToken: slack.botToken },
    discord: discord.token === null ? null : { ...discord, token: discord.token },
  };
}

/** Slack takes two values; one alone, right or wrong, is an oversight. What is wrong is undefined. */
function* halfSet(slack: Record<"botToken" | "appToken" | "signingSecret", string | null | undefined>): Generator<string> {
  const hasSecond = slack.appToken !== null || slack.signingSecret !== null;
  if (slack.botToken !== null && !hasSecond)
    yield `SLACK_BOT_TOKEN needs a second value: SLACK_APP_TOKEN for Socket Mode (${where("SLACK_APP_TOKEN")}), or SLACK_SIGNING_SECRET for HTTP (${where("SLACK_SIGNING_SECRET")}).`;
  if (slack.botToken === null && hasSecond) yield `SLACK_BOT_TOKEN is missing: ${where("SLACK_BOT_TOKEN")}.`;
}
