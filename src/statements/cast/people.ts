import type { Gender } from "./given-names.ts";
import { givenName, plain } from "./given-names.ts";
import { SUFFIXES } from "./honorifics.ts";
import type { PhraseKind } from "./phrase.ts";
import { isInitial, sameName } from "./same-name.ts";

/** Somebody or something the article names; grows while the article is read. */
export interface Entity {
  kind: PhraseKind;
  /** Fullest form so far. */
  name: string;
  /** Given name first, surname last, in lower case; one word where the article never tells more. */
  readonly words: string[];
  gender: Gender;
  roles: Role[];
  /** Paragraph of the last mention. */
  paragraph: number;
  /** How often a bare surname has named this one. */
  bare: number;
  mentions: number;
  /** The highest place (subjects.ts) of a mention so far. */
  foremost: number;
  plural: boolean;
  /** A person of whom the article says "they". */
  they: boolean;
}

/** A role as printed, with the words that a later "the Russian leader" is compared with. */
export interface Role {
  readonly text: string;
  readonly head: string;
  readonly words: readonly string[];
  readonly token: number;
}

/** More people of one surname than an article can have; the rest is never compared, so that hostile text stays linear. */
const MOST = 12;

/** Everyone of an article, found by surname, given name, nickname or a part of a longer surname. */
export interface People {
  readonly entities: Entity[];
  readonly bySurname: Map<string, Entity[]>;
  readonly byGiven: Map<string, Entity[]>;
  readonly byOther: Map<string, Entity[]>;
}

export const createPeople = (): People => ({ entities: [], bySurname: new Map(), byGiven: new Map(), byOther: new Map() });

const NICKNAME = /(?<=\s)["'“‘(](\p{L}[\p{L}. -]*)["'”’)](?=\s)/u;

/** Most names: nothing in them to be left out. */
const SIMPLE = /^[A-Za-z][A-Za-z.-]*(?: [A-Za-z][A-Za-z.-]*)*$/;

/** The words of a name as compared: without marks, suffix ("Jr."), nickname, or the article of an Arabic name. */
export function nameWords(text: string): { words: string[]; nick: string | null; suffix: string | null } {
  const simple = SIMPLE.test(text);
  const nick = simple ? undefined : NICKNAME.exec(text)?.[1];
  const words = simple
    ? text.toLowerCase().split(" ")
    : plain(text.replace(NICKNAME, ""))
        .replace(/[’‘]/g, "'")
        .replace(/'s$/, "")
        .replace(/,/g, " ")
        .split(/\s+/)
        .filter((word) => word !== "" && word !== "-");
  let suffix: string | null = null;
  while (words.length > 1 && SUFFIXES.has(words.at(-1)!)) suffix = words.pop()!.replace(".", "");
  return { words, nick: nick === undefined ? null : plain(nick), suffix };
}

export const surnameOf = (words: readonly string[]): string => (words.at(-1) ?? "").replace(/^(?:al|el|ul)-(?=.)/, "");

const push = (map: Map<string, Entity[]>, key: string, entity: Entity): void => {
  const list = map.get(key);
  if (!list) map.set(key, [entity]);
  else if (list.length < MOST && !list.includes(entity)) list.push(entity);
};

/** Adds one more who can be meant by a surname. */
export const shareSurname = (people: People, surname: string, entity: Entity): void => push(people.bySurname, surname, entity);

/** Adds another name that somebody goes by. */
export const nickname = (people: People, nick: string, entity: Entity): void => push(people.byGiven, nick, entity);

export function addEntity(people: People, kind: PhraseKind, name: string, words: string[]): Entity {
  const entity: Entity = {
    kind,
    name,
    words,
    gender: "u",
    roles: [],
    paragraph: -1,
    bare: 0,
    mentions: 0,
    foremost: 0,
    plural: false,
    they: false,
  };
  people.entities.push(entity);
  return entity;
}

/** The one whose name this is, added where new; `text` has at least two words. */
export function fullName(people: People, text: string): Entity {
  const { words, nick, suffix } = nameWords(text);
  const surname = surnameOf(words);
  const sameSuffix = (known: Entity): boolean =>
    (nameWords(known.name).suffix ?? suffix) === (suffix ?? nameWords(known.name).suffix);
  let entity = people.bySurname
    .get(surname)
    ?.find((known) => known.words.length > 1 && sameName(known.words, words) && sameSuffix(known));
  // "Maria Lopez" where the article also has "Maria Lopez Ruiz".
  if (!entity && words.length === 2) entity = people.byOther.get(surname)?.find((known) => known.words[0] === words[0]);
  if (!entity) entity = addEntity(people, "person", text, words);
  if (fuller(words, entity.words, text, entity.name)) {
    entity.name = text;
    entity.words.splice(0, entity.words.length, ...words);
  }
  push(people.bySurname, surname, entity);
  push(people.byGiven, words[0]!, entity);
  if (nick) {
    push(people.byGiven, nick, entity);
    if (nick.includes(" ")) push(people.byOther, nick, entity);
  }
  for (const word of words.slice(1, -1)) if (word.length > 2) push(people.byOther, word, entity);
  const hyphen = surname.split("-");
  if (hyphen.length > 1) for (const part of hyphen) if (part.length > 2) push(people.byOther, part, entity);
  if (entity.gender === "u") entity.gender = givenName(words[0]!) ?? "u";
  return entity;
}

/** A longer name is fuller, unless it only swaps a given name for an initial. */
function fuller(words: readonly string[], known: readonly string[], text: string, name: string): boolean {
  if (text === name) return false;
  const size = (list: readonly string[]) => list.reduce((sum, word) => sum + (isInitial(word) ? 1 : 10), 0);
  return size(words) > size(known) || (size(words) === size(known) && text.length > name.length && NICKNAME.test(text));
}
