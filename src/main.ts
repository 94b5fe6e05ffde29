import { Command, CommanderError, InvalidArgumentError } from "commander";
import { saveMemory } from "./cli/memory.ts";
import type { Output } from "./cli/output.ts";
import { type Config, ConfigError, readConfig, VARIABLES } from "./config.ts";
import { addDigests, addWatches } from "./program/digests.ts";
import { addFeeds } from "./program/feeds.ts";
import { StoreError } from "./store/store.ts";

/** The command line: each subcommand resolves to its exit code, 0 all went well, 1 something was refused, 2 wrong usage. */
const JSON_OPTION = ["--json", "print JSON instead of text"] as const;

function program(config: () => Config, output: Output, exit: (code: number) => void): Command {
  const cli = new Command("on-record")
    .description("Keeps who said what in the news, word for word and with the source.")
    .helpCommand(false)
    .showSuggestionAfterError()
    .addHelpText("after", () => `\nEnvironment:\n${variables()}`);
  const add = (name: string, summary: string) => cli.command(name).description(summary).configureOutput(cli.configureOutput());
  add("start", "open the library and chat with it in the terminal (what npm start runs)").action(async () => {
    const { start } = await import("./cli/start.ts");
    exit(await start(config(), output));
  });
  add("ingest", "add articles to the library, one line each: added, updated, duplicate or refused")
    .argument("<file|folder|url...>", "text or HTML files, folders of them, addresses")
    .option("--feed", "each is a feed, as a file or an address: add its articles once, without following it")
    .option(...JSON_OPTION)
    .action(async (targets: string[], options: { feed?: boolean; json?: boolean }) => {
      const { ingest } = await import("./cli/ingest.ts");
      exit(await ingest(config(), targets, options, output));
    });
  addFeeds(add("feeds", "the feeds that the library follows: list, add, remove, import, export, poll"), config, output, exit);
  addDigests(add("digests", "what is posted on schedule: list, add, edit, pause, resume, remove, now, preview, why, zone"), {
    ...{ config, output, exit },
  });
  addWatches(add("watches", "what is posted as soon as it comes in: list, add, pause, resume, remove"), { config, output, exit });
  add("ask", "answer one slash command as the terminal chat would")
    .argument("<command>", 'a slash command in quotation marks: "/who-said ceasefire"')
    .option("--json", "print the card as JSON")
    .action(async (line: string, options: { json?: boolean }) => {
      const { ask } = await import("./cli/ask.ts");
      exit(await ask(config(), line, options, output));
    });
  add("manifest", "print what Slack wants to know of the app, to paste where an app is created from a manifest")
    .option("--http <url>", "where Slack is to reach the program, in place of Socket Mode", readAddress)
    .action(async ({ http }: { http?: URL }) => {
      const { manifest } = await import("./cli/manifest.ts");
      exit(manifest(config(), http ?? null, output));
    });
  add("extract", "print who said what in files, without touching the library")
    .argument("<file|folder...>", 'text or HTML files, or .jsonl files of {"id", "text"} lines')
    .option("--json", "print one JSON line an article, offsets in UTF-16 code units")
    .option("--explain", "mark source, cue and content, and say what named the speaker")
    .action(async (paths: string[], options: { json?: boolean; explain?: boolean }) => {
      const { extract } = await import("./cli/extract.ts");
      exit(await extract(paths, options, output));
    });
  add("summarise", "print one summary of files, each sentence with its article")
    .argument("<file|folder...>", 'text or HTML files, or .jsonl files of {"id", "title", "date", "text"} lines')
    .option("--words <number>", "how long it may be", readWords, 250)
    .option(...JSON_OPTION)
    .action(async (paths: string[], options: { words: number; json?: boolean }) => {
      const { summarise } = await import("./cli/summarise.ts");
      exit(await summarise(paths, options, output));
    });
  add("stories", "print which articles tell one story, without touching the library")
    .argument("<file|folder...>", 'text or HTML files, or .jsonl files of {"id", "title", "date", "text"} lines')
    .option("--json", 'print one {"id", "story"} line an article; a file\'s id is its path')
    .action(async (paths: string[], options: { json?: boolean }) => {
      const { stories } = await import("./cli/stories.ts");
      exit(await stories(paths, options, output));
    });
  add("backup", "copy the library to a file, also while it is in use, and check the copy")
    .argument("<file>", "where to")
    .option("--force", "replace the file where it is there")
    .option(...JSON_OPTION)
    .action(async (file: string, options: { force?: boolean; json?: boolean }) => {
      const { backup } = await import("./cli/backup.ts");
      exit(backup(config(), file, options, output));
    });
  add("restore", "put a backup in the place of the library, which nobody may have open")
    .argument("<file>", "a backup")
    .option("--force", "replace the library where there is one")
    .option(...JSON_OPTION)
    .action(async (file: string, options: { force?: boolean; json?: boolean }) => {
      const { restore } = await import("./cli/backup.ts");
      exit(restore(config(), file, options, output));
    });
  add("register", "tell Discord of the commands, and print what changed: added, changed, removed or unchanged")
    .option("--guild <id>", "in one server alone, where they are there at once: for development", readGuild)
    .option("--remove", "take them out again, of that server or of all")
    .option(...JSON_OPTION)
    .action(async (options: { guild?: string; remove?: boolean; json?: boolean }) => {
      const { registerCommands } = await import("./cli/register.ts");
      exit(await registerCommands(config(), options, output));
    });
  return cli;
}

function readWords(value: string): number {
  const words = Number(value);
  if (Number.isInteger(words) && words >= 1 && words <= 10_000) return words;
  throw new InvalidArgumentError("Give a whole number from 1 to 10000.");
}

function readAddress(value: string): URL {
  const url = URL.parse(value);
  if (url?.protocol === "https:") return url;
  throw new InvalidArgumentError("Give an address that begins with https://, for Slack asks no other.");
}

function readGuild(value: string): string {
  if (/^\d{15,20}$/.test(value)) return value;
  throw new InvalidArgumentError(
    "Give the server's id, a long number: Discord copies it from the server's menu in developer mode.",
  );
}

const variables = (): string =>
  Object.entries(VARIABLES)
    .map(([name, { why, fallback }]) => `  ${name}  ${why} (${fallback})`)
    .join("\n");

/** What a person can do something about is one sentence on standard error; anything else is our fault and says so. */
function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof StoreError) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOSPC") return "The disk is full: free some space and try again; nothing that was stored is lost.";
  return `Something went wrong on our side: ${String(message ?? error).split("\n")[0]}`;
}

async function main(): Promise<void> {
  saveMemory();
  const { env, stdout, stderr } = process;
  const quietly = (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(process.exitCode ?? 0); // whoever read us has left: `on-record ... | head`
  };
  stdout.on("error", quietly);
  stderr.on("error", quietly);
  try {
    process.loadEnvFile();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT") {
      stderr.write(`The file .env cannot be read (${code}): make it one that can, or take it away.\n`);
      process.exitCode = 1;
      return;
    } // without one, the environment and the defaults do
  }
  const output: Output = {
    out: stdout,
    err: stderr,
    colour: stdout.isTTY === true && !env["NO_COLOR"] && env["TERM"] !== "dumb",
  };
  const cli = program(
    () => readConfig(env),
    output,
    (code) => {
      process.exitCode = code;
    },
  );
  for (const each of [cli, ...cli.commands.flatMap((sub) => [sub, ...sub.commands])]) each.exitOverride();
  try {
    await cli.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else {
      stderr.write(`${explain(error)}\n`);
      process.exitCode = 1;
    }
  }
}

await main();
