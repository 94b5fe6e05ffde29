import type { Asked } from "./adapter.ts";
import type { Command, Services } from "./command.ts";
import { digestLabel, watchLabel } from "./digest-words.ts";
import { feedName } from "./feed-health.ts";
import { inList, lastOfList } from "./list.ts";

const LONGEST = 100; // characters of a value that every platform takes
const ALL = { offset: 0, limit: 50 }; // there are no more digests or watches

/** Values for an option while somebody types, best first; none for an option that offers none. */
export async function suggest(commands: readonly Command[], services: Services, asked: Asked): Promise<readonly string[]> {
  const option = commands.find(({ name }) => name === asked.command)?.options[asked.option];
  if (option?.type !== "words" || option.suggest === undefined) return [];
  const { channel, most } = asked;
  const { before, last } = option.several ? lastOfList(asked.typed) : { before: "", last: asked.typed };
  const typed = last
    .trim()
    .replace(/^["“„«]/, "")
    .slice(0, LONGEST);
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
        return services.digests.completeZone(typed, most);
      case "digest": {
        const { items } = await services.digests.list(workspace, ALL);
        return containing(items.map(digestLabel), typed);
      }
      case "watch": {
        const { items } = await services.digests.watches.list(workspace, ALL);
        return containing(items.map(watchLabel), typed);
      }
      default:
        return suggest satisfies never;
    }
  };
  const room = LONGEST - before.length;
  if (room < 3) return []; // no value fits behind those that stand there
  const found = (await values()).map((value) => (option.several ? before + inList(short(value, room - 2)) : short(value, room)));
  return [...new Set(found)].slice(0, most);
}

const containing = (names: readonly string[], typed: string): string[] =>
  names.filter((name) => name.toLowerCase().includes(typed.toLowerCase()));

/** Whole words, as many as fit: they are looked for, and need not be all of a headline. */
function short(value: string, room: number): string {
  if (value.length <= room) return value;
  const cut = value.slice(0, room + 1).lastIndexOf(" ");
  return value.slice(0, cut > 0 ? cut : room);
}
