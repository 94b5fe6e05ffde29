import type { Gender } from "./given-names.ts";
import { type Entity, nameWords, type People, surnameOf } from "./people.ts";

/** Everyone a single name can be, nearest kind of part first: surname, then given name, then a middle part. */
export function namesakes(people: People, word: string, gender: Gender, titled: boolean): Entity[] {
  const agree = (entity: Entity) => gender === "u" || entity.gender === "u" || entity.gender === gender;
  const surname = (people.bySurname.get(word) ?? []).filter(agree);
  const persons = surname.filter((entity) => entity.kind === "person");
  if (persons.length > 0) return persons;
  if (surname.length > 0) return surname;
  const isPerson = (entity: Entity) => entity.kind === "person" && agree(entity);
  const given = (people.byGiven.get(word) ?? []).filter(isPerson);
  if (given.length > 0 && !titled) return given;
  const other = (people.byOther.get(word) ?? []).filter(isPerson);
  return other.length > 0 ? other : given;
}

/** So many times as often as a namesake an article must name somebody for the bare surname to stay that one's. */
const MAIN = 4;

/** The one of several that this paragraph, or the article so far, has been about; null where that is not clear. */
export function theOneMeant(found: readonly Entity[], paragraph: number): Entity | null {
  const known = found.length > 1 ? found.filter((entity) => entity.mentions > 0) : found;
  if (known.length === 1) return known[0]!;
  const main = known.find(
    (entity) =>
      entity.bare >= 2 &&
      known.every((other) => other === entity || (other.bare === 0 && other.mentions * MAIN <= entity.mentions)),
  );
  const near = found.filter((entity) => entity.paragraph === paragraph);
  if (near.length > 0) return near.length === 1 && (!main || main === near[0]) ? near[0]! : null;
  return main ?? null;
}

/** The key under which a name of one word is looked up. */
export const nameKey = (text: string): string => surnameOf(nameWords(text).words);
