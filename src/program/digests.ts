import { type Command, InvalidArgumentError, Option } from "commander";
import type { TypedDigest } from "../cli/digests.ts";
import type { Output } from "../cli/output.ts";
import type { TypedWatch } from "../cli/watches.ts";
import type { Config } from "../config.ts";

/** What a subcommand is run with, and what hears of its exit code. */
interface Run {
  readonly config: () => Config;
  readonly output: Output;
  readonly exit: (code: number) => void;
}

const JSON_OPTION = ["--json", "print one JSON line each instead of text"] as const;
const HOURS: Readonly<Record<string, number>> = { "1h": 1, "6h": 6, "12h": 12, "1d": 24, "3d": 72 };
const CHANNEL = "where: slack:C024BE7LR, discord:80351110224678912 or terminal";
const ZONE = "on which clocks, as IANA names it: Europe/London";

/** The subcommands of `digests`; without one it lists them. */
export function addDigests(digests: Command, { config, output, exit }: Run): void {
  type Name = keyof typeof import("../cli/digests.ts");
  const run = async (name: Name, given: readonly string[], options: object) => {
    const subcommands = await import("../cli/digests.ts");
    exit(await subcommands[name](config(), given, { ...options, ...digests.opts() } as TypedDigest, output));
  };
  const add = family(digests, (options) => run("listDigests", [], options));
  const onEach = (name: string, summary: string, act: Name) =>
    add(name, summary)
      .argument("<number...>", "as digests lists them")
      .action((numbers: string[], options) => run(act, numbers, options));

  withWishes(add("add", "post what is new on schedule").argument("<when>", '"weekdays 08:00", or a cron expression'))
    .option("--quiet", "also say when there is nothing new")
    .action((when: string, options) => run("addDigest", [when], options));
  withWishes(add("edit", 'change what is named; "none" empties a list').argument("<number>", "as digests lists it"))
    .option("--when <when>", '"weekdays 08:00", or a cron expression')
    .option("--quiet", "also say when there is nothing new")
    .option("--no-quiet", "say nothing then")
    .option("--no-ping", "notify nobody any more")
    .action((number: string, options) => run("editDigest", [number], options));
  onEach("pause", "stop digests until they are resumed", "pauseDigests");
  onEach("resume", "go on with digests", "resumeDigests");
  onEach("remove", "remove digests with all that is known of their runs", "removeDigests");
  onEach("now", "have whichever process serves their platform post what is new", "postDigests");
  add("preview", "print what would be posted now; nothing counts as told")
    .argument("<number>", "as digests lists it")
    .action((number: string, options) => run("previewDigest", [number], options));
  add("why", "print what became of the last runs")
    .argument("<number>", "as digests lists it")
    .option("--run <number>", "one run alone: 1 is the last, 2 the one before", readNumber)
    .action((number: string, options) => run("whyDigest", [number], options));
  add("zone", "print on which clocks digests are that name no zone, or set it")
    .argument("[zone]", "as IANA names it: Europe/London")
    .action((zone: string | undefined, options) => run("zoneDigests", zone === undefined ? [] : [zone], options));
}

/** The subcommands of `watches`; without one it lists them. */
export function addWatches(watches: Command, { config, output, exit }: Run): void {
  type Name = keyof typeof import("../cli/watches.ts");
  const run = async (name: Name, given: readonly string[], options: object) => {
    const subcommands = await import("../cli/watches.ts");
    exit(await subcommands[name](config(), given, { ...options, ...watches.opts() } as TypedWatch, output));
  };
  const add = family(watches, (options) => run("listWatches", [], options));
  const onEach = (name: string, summary: string, act: Name) =>
    add(name, summary)
      .argument("<number...>", "as watches lists them")
      .action((numbers: string[], options) => run(act, numbers, options));

  withFilter(add("add", "post statements as soon as they come in").argument("[topic]", "words that must stand in it"))
    .option("--channel <channel>", CHANNEL)
    .option("--quiet-hours <hours>", "when nothing is posted: 22-7")
    .option("--zone <zone>", ZONE)
    .option("--most <number>", "posts an hour, 10 where nothing is said", readNumber)
    .action((topic: string | undefined, options) => run("addWatch", topic === undefined ? [] : [topic], options));
  onEach("pause", "stop watches until they are resumed", "pauseWatches");
  onEach("resume", "go on with watches", "resumeWatches");
  onEach("remove", "end watches", "removeWatches");
}

/** Declares `list`, which is also what the first word alone does, and declares more subcommands. */
function family(parent: Command, list: (options: object) => Promise<void>) {
  const add = (name: string, summary: string): Command =>
    parent
      .command(name)
      .description(summary)
      .configureOutput(parent.configureOutput())
      .option(...JSON_OPTION);
  add("list", `what there is (what ${parent.name()} alone prints)`).action(list);
  parent
    .option(...JSON_OPTION)
    .allowExcessArguments()
    .action((options, { args: [unknown] }: Command) => {
      if (unknown !== undefined) parent.error(`error: unknown command '${unknown}': see on-record ${parent.name()} --help`);
      return list(options);
    });
  return add;
}

const withFilter = (command: Command): Command =>
  command
    .option("--speaker <names>", "who must have said something")
    .option("--outlet <names>", "where it must stand")
    .option("--without <words>", "what stays out: topics, speakers, outlets");

const withWishes = (command: Command): Command =>
  withFilter(command.option("--topic <topics>", "words that must stand in it; several topics with commas"))
    .option("--story <headline>", "only what belongs to the story of this article")
    .option("--zone <zone>", ZONE)
    .option("--channel <channel>", CHANNEL)
    .addOption(new Option("--length <length>", "how much it tells").choices(["short", "normal", "long"]))
    .option("--ping <group>", "a role or group that each one notifies, by its id")
    .option("--late <time>", `how late it may still come: ${Object.keys(HOURS).join(", ")}`, readLate);

function readLate(value: string): number {
  const hours = Object.hasOwn(HOURS, value) ? HOURS[value] : undefined;
  if (hours !== undefined) return hours * 3_600_000;
  throw new InvalidArgumentError(`Give one of ${Object.keys(HOURS).join(", ")}.`);
}

function readNumber(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= 60) return number;
  throw new InvalidArgumentError("Give a whole number from 1 to 60.");
}
