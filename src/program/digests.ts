import { type Command, InvalidArgumentError, Option } from "commander";
import type { Output } from "../cli/output.ts";
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
const NUMBER = "as digests lists it";
const ZONE = "on which clocks, as IANA names it: Europe/London";

/** The subcommands of `digests`; without one it lists them. */
export function addDigests(digests: Command, run: Run): void {
  const { add, onEach, act } = family(digests, run, () => import("../cli/digests.ts"), "listDigests");
  withWishes(add("add", "post what is new on schedule").argument("<when>", '"weekdays 08:00", or a cron expression'))
    .option("--quiet", "also say when there is nothing new")
    .action(act("addDigest"));
  withWishes(add("edit", 'change what is named; "none" empties a list').argument("<number>", NUMBER))
    .option("--when <when>", '"weekdays 08:00", or a cron expression')
    .option("--quiet", "also say when there is nothing new")
    .option("--no-quiet", "say nothing then")
    .option("--no-ping", "notify nobody any more")
    .action(act("editDigest"));
  onEach("pause", "stop digests until they are resumed", "pauseDigests");
  onEach("resume", "go on with digests", "resumeDigests");
  onEach("remove", "remove digests with all that is known of their runs", "removeDigests");
  onEach("now", "have whichever process serves their platform post what is new", "postDigests");
  add("preview", "print what would be posted now; nothing counts as told")
    .argument("<number>", NUMBER)
    .action(act("previewDigest"));
  add("why", "print what became of the last runs")
    .argument("<number>", NUMBER)
    .option("--run <number>", "one run alone: 1 is the last, 2 the one before", readNumber)
    .action(act("whyDigest"));
  add("zone", "print on which clocks digests are that name no zone, or set it")
    .argument("[zone]", "as IANA names it: Europe/London")
    .action(act("zoneDigests"));
}

/** The subcommands of `watches`; without one it lists them. */
export function addWatches(watches: Command, run: Run): void {
  const { add, onEach, act } = family(watches, run, () => import("../cli/watches.ts"), "listWatches");
  withFilter(add("add", "post statements as soon as they come in").argument("[topic]", "words that must stand in it"))
    .option("--channel <channel>", CHANNEL)
    .option("--quiet-hours <hours>", "when nothing is posted: 22-7")
    .option("--zone <zone>", ZONE)
    .option("--most <number>", "posts an hour, 10 where nothing is said", readNumber)
    .action(act("addWatch"));
  onEach("pause", "stop watches until they are resumed", "pauseWatches");
  onEach("resume", "go on with watches", "resumeWatches");
  onEach("remove", "end watches", "removeWatches");
}

/** What the subcommands of a family do, by name; commander gives each the options that were declared for it. */
type Subcommands<Name extends string> = Readonly<
  Record<Name, (config: Config, given: readonly string[], options: never, output: Output) => Promise<number>>
>;

/** Declares `list`, which is also what the first word alone does, and declares more subcommands; what they do is loaded when one is run. */
function family<Name extends string>(
  parent: Command,
  { config, output, exit }: Run,
  load: () => Promise<Subcommands<Name>>,
  list: NoInfer<Name>,
) {
  const run = async (name: Name, given: readonly string[], options: object): Promise<void> => {
    const subcommands = await load();
    exit(await subcommands[name](config(), given, { ...options, ...parent.opts<object>() } as never, output));
  };
  /** Does it with what stands before the options: one value, which may be left out, or several. */
  const act =
    (name: Name) =>
    (given: string | string[] | undefined, options: object): Promise<void> =>
      run(name, given === undefined ? [] : [given].flat(), options);
  const add = (name: string, summary: string): Command =>
    parent
      .command(name)
      .description(summary)
      .configureOutput(parent.configureOutput())
      .option(...JSON_OPTION);
  const onEach = (name: string, summary: string, does: Name) =>
    add(name, summary).argument("<number...>", `as ${parent.name()} lists them`).action(act(does));
  add("list", `what there is (what ${parent.name()} alone prints)`).action((options) => run(list, [], options));
  parent
    .option(...JSON_OPTION)
    .allowExcessArguments()
    .action((options, { args: [unknown] }: Command) => {
      if (unknown !== undefined) parent.error(`error: unknown command '${unknown}': see on-record ${parent.name()} --help`);
      return run(list, [], options);
    });
  return { add, onEach, act };
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
