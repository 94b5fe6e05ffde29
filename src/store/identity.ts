import type { NamePart, NameReading, PersonName } from "./name.ts";

/** A name of the library, by the number the store gives it. */
export interface KnownName {
  readonly key: number;
  readonly name: string;
  readonly reading: NameReading;
}

/** What a person decided: `speaker` was merged into `other`, or split from it. */
export interface Decision {
  readonly speaker: number;
  readonly other: number;
  readonly one: boolean;
}

/** More names than any surname brings together honestly: beyond it nothing is told from surnames, and hostile text costs no time. */
const MOST = 2_000;

/** The labels under which a name can meet others that may be one speaker with it: names without a common one never are, but by hand. */
export function meetingPlaces({ full, person }: NameReading): string[] {
  return full === null ? [] : [`=${full}`, ...(person?.called ?? [])];
}

/** Whether a name tells a speaker wholly, so that answers may go by it: neither "Hale" nor "R. Hale" does. */
export const isWhole = ({ person }: NameReading): boolean => person === null || hasGiven(person);

/**
 * Which names are one speaker: for each, the smallest number of those that are one with it. What was decided by hand comes first. Then
 * names that are written alike, and then one rule: a name that tells less (no middle name, an initial, the bare surname) belongs
 * to the one speaker with a name that tells the same and more, and to nobody where there are two. Nothing joins what was split by hand.
 * The same for the same names in any order; unnamed sources are always on their own.
 */
export function identify(names: readonly KnownName[], decisions: readonly Decision[]): Map<number, number> {
  const groups = createGroups(names, decisions);
  const settled = new Set<number>();
  for (const { speaker, other, one } of decisions) {
    if (!one) continue;
    groups.join(speaker, other);
    settled.add(speaker).add(other);
  }
  const left = new Set(decisions.flatMap(({ speaker, one }) => (one ? [] : [speaker])));
  const inOrder = names.toSorted((a, b) => Number(left.has(a.key)) - Number(left.has(b.key)) || (a.name < b.name ? -1 : 1));
  const alike = new Map<string, KnownName[]>();
  for (const name of inOrder) {
    if (name.reading.full === null) continue;
    const before = alike.get(name.reading.full);
    if (before) joinTheOne(groups, name, before);
    if (before) before.push(name);
    else alike.set(name.reading.full, [name]);
  }
  const fullerThan = findFuller(names);
  for (const name of inOrder.toSorted((a, b) => tells(b.reading) - tells(a.reading))) {
    const person = name.reading.person;
    if (person && (hasGiven(person) || !settled.has(name.key))) joinTheOne(groups, name, fullerThan(name, person));
  }
  return groups.byName();
}

/** The splits that a merge contradicts: those inside what is one by hand. */
export function splitsAgainst(names: readonly KnownName[], decisions: readonly Decision[]): Decision[] {
  const groups = createGroups(names, []);
  for (const { speaker, other, one } of decisions) if (one) groups.join(speaker, other);
  return decisions.filter(({ speaker, other, one }) => !one && groups.find(speaker) === groups.find(other));
}

/** The merges that tie a name to the speaker it is to leave: those with names that are one with `from` also without it. */
export function mergesBetween(
  names: readonly KnownName[],
  decisions: readonly Decision[],
  leaving: number,
  from: number,
): Decision[] {
  const others = names.filter(({ key }) => key !== leaving);
  const touching = ({ speaker, other }: Decision) => speaker === leaving || other === leaving;
  const without = identify(
    others,
    decisions.filter((decision) => !touching(decision)),
  );
  return decisions.filter((decision) => {
    const neighbour = decision.speaker === leaving ? decision.other : decision.speaker;
    return decision.one && touching(decision) && without.get(neighbour) === without.get(from);
  });
}

function joinTheOne(groups: Groups, { key }: KnownName, others: readonly KnownName[]): void {
  let one: number | undefined;
  for (const other of others) {
    const root = groups.find(other.key);
    if (one !== undefined && one !== root) return;
    one = root;
  }
  if (one !== undefined && !groups.apart(key, one)) groups.join(key, one);
}

/** For a name, those that tell all it tells and more. */
function findFuller(names: readonly KnownName[]): (name: KnownName, person: PersonName) => KnownName[] {
  const places = new Map<string, KnownName[]>();
  const put = (place: string, name: KnownName) => {
    const there = places.get(place);
    if (there) there.push(name);
    else places.set(place, [name]);
  };
  for (const name of names) {
    const { person } = name.reading;
    if (!person || person.given.length === 0) continue;
    for (const called of person.called) put(called, name);
    for (const { folded, letter } of person.given) {
      put(`${person.surname} ${letter}.`, name);
      put(`${person.surname} ${folded}`, name);
    }
  }
  return (name, person) => {
    const [given] = person.given;
    const place = given ? `${person.surname} ${given.initial ? `${given.letter}.` : given.folded}` : person.surname;
    const there = places.get(place) ?? [];
    if (there.length > MOST) return [];
    return there.filter(
      ({ reading }) =>
        reading.full !== name.reading.full &&
        tells(reading) > tells(name.reading) &&
        includes(reading.person!, person, given === undefined),
    );
  };
}

const includes = (fuller: PersonName, { middle, generation }: PersonName, bare: boolean): boolean =>
  (generation === fuller.generation || (bare && generation === "")) && isWithin(middle, fuller.middle);

/** Whether the first list is the second with parts left out or cut to initials. */
function isWithin(parts: readonly NamePart[], fuller: readonly NamePart[]): boolean {
  let at = 0;
  for (const part of parts) {
    while (at < fuller.length && !(part.initial ? part.letter === fuller[at]!.letter : part.folded === fuller[at]!.folded)) at++;
    if (at++ >= fuller.length) return false;
  }
  return true;
}

const hasGiven = ({ given }: PersonName): boolean => given.length > 0 && !given[0]!.initial;

/** How much a name tells: more for every name that includes another. */
function tells({ person }: NameReading): number {
  const parts = [...(person?.given ?? []), ...(person?.middle ?? [])];
  return parts.reduce((sum, { initial }) => sum + (initial ? 1 : 2), person?.generation ? 1 : 0);
}

interface Groups {
  /** The smallest number of the group. */
  find(key: number): number;
  join(a: number, b: number): void;
  /** Whether a split by hand stands between the groups of two names. */
  apart(a: number, b: number): boolean;
  byName(): Map<number, number>;
}

function createGroups(names: readonly KnownName[], decisions: readonly Decision[]): Groups {
  const parent = new Map(names.map(({ key }) => [key, key]));
  const splits = decisions.filter(({ one }) => !one);
  const find = (key: number): number => {
    let root = key;
    for (let up = parent.get(root)!; up !== root; up = parent.get(root)!) root = up;
    parent.set(key, root);
    return root;
  };
  return {
    find,
    join: (a, b) => {
      const [first, second] = [find(a), find(b)].toSorted((x, y) => x - y) as [number, number];
      parent.set(second, first);
    },
    apart: (a, b) => {
      const [left, right] = [find(a), find(b)];
      return splits.some(({ speaker, other }) => {
        const [from, to] = [find(speaker), find(other)];
        return (from === left && to === right) || (from === right && to === left);
      });
    },
    byName: () => new Map(names.map(({ key }) => [key, find(key)])),
  };
}
