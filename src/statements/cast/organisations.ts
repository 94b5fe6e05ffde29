import { isOrganisationWord } from "./groups.ts";
import { addEntity, type Entity, type People } from "./people.ts";

/** Organisations and other names by their words, so that "the State Department" finds "US State Department". */
export interface Organisations {
  readonly byName: Map<string, Entity>;
  readonly byWord: Map<string, Entity[]>;
}

export const createOrganisations = (): Organisations => ({ byName: new Map(), byWord: new Map() });

const MOST = 12;
const SMALL = new Set("of the and for in on de la du &".split(" "));

const clean = (name: string): string =>
  name
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/^the /, "")
    .replace(/ ?'s?(?= |$)/g, "");
const content = (cleaned: string): string[] => cleaned.split(/[\s,]+/).filter((word) => word !== "" && !SMALL.has(word));

/** The initials that an organisation goes by: "World Health Organisation" is "WHO". */
const initials = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join("")
    .toLowerCase();

export function addOrganisation(organisations: Organisations, people: People, name: string): Entity {
  const key = clean(name);
  let entity = organisations.byName.get(key);
  if (entity) return entity;
  const words = content(key);
  entity = addEntity(people, "organisation", name, words);
  organisations.byName.set(key, entity);
  for (const word of words.length > 1 ? new Set([...words, initials(name)]) : words) {
    const list = organisations.byWord.get(word);
    if (!list) organisations.byWord.set(word, [entity]);
    else if (list.length < MOST) list.push(entity);
  }
  return entity;
}

/** The organisation with the longest name of which this one is a part ("the Church"), or null where several are. */
export function fullOrganisation(organisations: Organisations, name: string): Entity | null {
  const cleaned = clean(name);
  const words = content(cleaned);
  const last = words.at(-1);
  if (last === undefined) return null;
  const own = organisations.byName.get(cleaned);
  const short = /^[\p{Lu}.]{2,6}$/u.test(name) ? name.replaceAll(".", "").toLowerCase() : last;
  const list = (organisations.byWord.get(short) ?? []).filter((entity) => entity.words.length > words.length);
  const fitting =
    short !== last || (words.length === 1 && initials(name) !== short && name === name.toUpperCase())
      ? list.filter((entity) => initials(entity.name) === short)
      : list.filter((entity) => words.every((word) => entity.words.includes(word)) && shortens(words, entity));
  if (fitting.length === 0) return own ?? null;
  const longest = fitting.reduce((a, b) => (b.words.length > a.words.length ? b : a));
  const oneLine = fitting.every((entity) => entity.words.every((word) => longest.words.includes(word)));
  return oneLine ? longest : (own ?? null);
}

/** A short form keeps the last word, or the first of a name that goes on with "of" or a mere "Department": "Church" of "Church of Scientology". */
const shortens = (short: readonly string[], { words, name }: Entity): boolean =>
  words.at(-1) === short.at(-1) ||
  (words[0] === short[0] && (/ (?:of|on|for) /i.test(name) || (words.length === 2 && isOrganisationWord(words[1]!))));
