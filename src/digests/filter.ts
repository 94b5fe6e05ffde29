import type { WantedFilter } from "../chat/digests.ts";
import { UserError } from "../chat/errors.ts";
import { isNone, readList } from "../chat/list.ts";
import { MAX_WORDS } from "../chat/options.ts";
import type { Filter } from "../model.ts";

const MOST = 10; // values of one kind

export const EVERYTHING: Filter = { topics: [], speakers: [], outlets: [], stories: [], without: [] };

/** The story of the article that a person means; null where the library has none of that name. */
export type FindStory = (which: string) => Promise<Filter["stories"][number] | null>;

/** What a filter becomes by what somebody typed; throws a UserError for what cannot be looked for. */
export async function readFilter(wanted: WantedFilter, before: Filter, findStory: FindStory): Promise<Filter> {
  const list = (name: keyof WantedFilter, kept: readonly string[]): readonly string[] => {
    const typed = wanted[name];
    return typed === undefined ? kept : isNone(typed) ? [] : checked(name, readList(typed));
  };
  return {
    topics: list("topic", before.topics),
    speakers: list("speaker", before.speakers),
    outlets: list("outlet", before.outlets),
    without: list("without", before.without),
    stories: wanted.story === undefined ? before.stories : isNone(wanted.story) ? [] : await readStories(wanted.story, findStory),
  };
}

/** A headline may hold commas, so what was typed is one story where there is one by all of it. */
async function readStories(typed: string, findStory: FindStory): Promise<Filter["stories"]> {
  const names = checked("story", readList(typed));
  const whole = names.length > 1 ? await findStory(typed) : null;
  if (whole) return [whole];
  const found: Filter["stories"][number][] = [];
  for (const name of names) {
    const story = await findStory(name);
    if (!story)
      throw new UserError(`No article here fits “${name}”: /stories lists what there is, or use topic: and words of it.`);
    if (!found.some(({ article }) => article === story.article)) found.push(story);
  }
  return found;
}

function checked(name: string, values: readonly string[]): readonly string[] {
  const different = [...new Map(values.map((value) => [value.toLowerCase(), value])).values()];
  if (different.length === 0) throw new UserError(`${name} holds nothing to look for.`, "usage");
  if (different.length > MOST) throw new UserError(`${name} takes at most ${MOST} values: make two of it.`, "usage");
  for (const value of different) {
    if (value.length > MAX_WORDS) throw new UserError(`${name} is too long: give at most ${MAX_WORDS} characters.`, "usage");
    if (!/[\p{L}\p{N}]/u.test(value)) throw new UserError(`${name} holds no word to look for in “${value}”.`, "usage");
  }
  return different;
}
