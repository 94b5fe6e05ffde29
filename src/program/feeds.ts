import type { Command } from "commander";
import type { Output } from "../cli/output.ts";
import type { Config } from "../config.ts";

const JSON_OPTION = ["--json", "print JSON instead of text"] as const;

/** The subcommands of `feeds`; without one it lists them. */
export function addFeeds(feeds: Command, config: () => Config, output: Output, exit: (code: number) => void): void {
  const run = async (name: keyof typeof import("../cli/feeds.ts"), given: readonly string[], options: { json?: boolean }) => {
    const subcommands = await import("../cli/feeds.ts");
    exit(await subcommands[name](config(), given, { ...options, ...feeds.opts() }, output)); // it takes the options of both
  };
  const add = (name: string, summary: string) =>
    feeds.command(name).description(summary).configureOutput(feeds.configureOutput());
  add("list", "how each is doing, its next poll and its last article (what feeds alone prints)")
    .option(...JSON_OPTION)
    .action((options) => run("listFeeds", [], options));
  feeds
    .option(...JSON_OPTION)
    .allowExcessArguments()
    .action((options, { args: [unknown] }: Command) => {
      if (unknown !== undefined) feeds.error(`error: unknown command '${unknown}': see on-record feeds --help`);
      return run("listFeeds", [], options);
    });
  add("add", "follow feeds, each found from its address or from a page's")
    .argument("<url...>", "addresses of feeds, or of pages that name one")
    .option(...JSON_OPTION)
    .action((urls: string[], options) => run("addFeeds", urls, options));
  add("remove", "stop following feeds; their articles stay")
    .argument("<feed...>", "addresses, numbers in the list, or titles")
    .option(...JSON_OPTION)
    .action((named: string[], options) => run("removeFeeds", named, options));
  add("import", "follow all feeds of OPML lists")
    .argument("<file|url...>", "lists that a feed reader exported")
    .option(...JSON_OPTION)
    .action((lists: string[], options) => run("importFeeds", lists, options));
  add("export", "print the feeds as an OPML list").action(() => run("exportFeeds", [], {}));
  add("poll", "read what is new in the feeds that are due")
    .option("--all", "ask also those that are not due")
    .option(...JSON_OPTION)
    .action((options: { all?: boolean; json?: boolean }) => run("pollFeeds", options.all ? ["all"] : [], options));
}
