import type { Asked } from "./adapter.ts";
import type { Command, Services } from "./command.ts";
import { feedName } from "./feed-health.ts";

const LONGEST = 100; // characters of a value that every platform takes

/** Values for an option while somebody types, best first; none for an option that offers none. */
export async function suggest(commands: readonly Command[], services: Services, asked: Asked): Promise<readonly string[]> {
  const option = commands.find(({ name }) => name === asked.command)?.options[asked.option];
  if (option?.type !== "words" || option.suggest === undefined) return [];
  const { channel, most } = asked;
  const typed = asked.typed.trim().slice(0, LONGEST);
  const { workspace } = channel;
  const { suggest } = option;
  const values = async (): Promise<readonly string[]> => {
    switch (suggest) {
      case "command":
        return containing(
          commands.map(({ name }) => name),
          typed,
        );
      case "feed":
        return containing((await services.feeds.list(workspace)).map(feedName), typed);
      case "speaker":
      case "topic":
      case "outlet":
      case "article":
        return services.briefing.complete(workspace, suggest, typed, most);
      case "zone":
      case "digest":
      case "watch":
        return [];
      default:
        return suggest satisfies never;
    }
  };
  return [...new Set((await values()).map(short))].slice(0, most);
}

const containing = (names: readonly string[], typed: string): string[] =>
  names.filter((name) => name.toLowerCase().includes(typed.toLowerCase()));

/** Whole words, as many as fit: they are looked for, and need not be all of a headline. */
function short(value: string): string {
  if (value.length <= LONGEST) return value;
  const cut = value.slice(0, LONGEST + 1).lastIndexOf(" ");
  return value.slice(0, cut > 0 ? cut : LONGEST);
}
