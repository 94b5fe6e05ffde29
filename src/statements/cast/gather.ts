import type { Document } from "../document.ts";
import { createFurtherNames } from "./further-names.ts";
import { givenName } from "./given-names.ts";
import { namesakes } from "./namesakes.ts";
import { addOrganisation, createOrganisations, fullOrganisation, type Organisations } from "./organisations.ts";
import { addEntity, createPeople, type Entity, fullName, type People, shareSurname } from "./people.ts";
import type { Lexicon, Phrase } from "./phrase.ts";
import { readPhrases } from "./phrases.ts";
import { createPrintedNames, type PrintedNames } from "./printed-names.ts";
import { createSurroundings } from "./surroundings.ts";
import { readWordClasses } from "./word-classes.ts";

/** All names of an article with what the words around them tell, before any mention is resolved. */
export interface Gathered {
  readonly lexicon: Lexicon;
  readonly phrases: readonly Phrase[];
  /** By token: the outermost phrase that it stands in, or -1. */
  readonly phraseAt: Int32Array;
  readonly people: People;
  readonly organisations: Organisations;
  /** By phrase: the entity of a name that can be only one. */
  readonly nameOf: readonly (Entity | undefined)[];
  /** By phrase: the name that it stands in apposition to, or -1. */
  readonly alias: Int32Array;
  /** By phrase: 1 inside a quotation. */
  readonly isQuoted: Uint8Array;
  /** Everyone whom the name in the phrase can mean. */
  candidates(phrase: Phrase, n: number): Entity[];
  /** End of the phrase with an "of" phrase behind it. */
  ofEnd(n: number): number;
  /** Whom the "who" of phrase n stands for. */
  beforeWho(n: number, entityOf: readonly (Entity | null | undefined)[]): Entity | null;
}

/**
 * Reads full names first, for they tell whom a surname alone can mean, those in quotations behind the others; then organisations and places,
 * people of whom one name stands there, and organisations by a part of their name.
 */
export function gatherNames(document: Document, quoted: (offset: number) => boolean): Gathered {
  const lexicon: Lexicon = { document, classes: readWordClasses(document) };
  const { words, sentenceOf } = document;
  const { lower } = lexicon.classes;
  const phrases = readPhrases(lexicon);
  const names = createPrintedNames(document, phrases);
  const { text } = names;
  const phraseAt = outermostPhrases(words.length, phrases, names);
  const isQuoted = new Uint8Array(phrases.length);
  /** The phrases with a name, in their order. */
  const withNames: number[] = [];
  for (let n = 0; n < phrases.length; n++) {
    if (quoted(document.starts[phrases[n]!.head]!)) isQuoted[n] = 1;
    if (phrases[n]!.nameStart >= 0) withNames.push(n);
  }
  const people = createPeople();
  const organisations = createOrganisations();
  const nameOf: (Entity | undefined)[] = new Array(phrases.length);
  const alias = new Int32Array(phrases.length).fill(-1);
  /** Of those known by surname alone, the name with the courtesy title. */
  const titledNames = new Map<Entity, string>();
  const further = createFurtherNames(lexicon, phrases, phraseAt, people, names);
  const { readRoles, officeEndingAt } = createSurroundings(lexicon, phrases, phraseAt, alias, (n) => nameOf[n] !== undefined);

  /** Goes through the wanted names; what is taken of one may change whether a later one is wanted. */
  const named = (wanted: (phrase: Phrase, n: number) => boolean, take: (phrase: Phrase, n: number) => void): void => {
    for (const n of withNames) if (wanted(phrases[n]!, n)) take(phrases[n]!, n);
  };
  const isPerson = (phrase: Phrase): boolean => phrase.kind === "person" || phrase.kind === "unknown";
  const isFull = (phrase: Phrase, n: number): boolean => isPerson(phrase) && names.isFull(n);

  named((phrase, n) => isQuoted[n] === 0 && isFull(phrase, n), takeFull);
  named((phrase, n) => isQuoted[n] === 1 && phrase.kind === "person" && isFull(phrase, n), takeFull);
  named((phrase, n) => isQuoted[n] === 0 && phrase.kind === "person" && isFull(phrase, n), takeSpouse);
  named((phrase) => phrase.kind === "organisation" || phrase.kind === "place", takeOrganisation);
  named((phrase, n) => isPerson(phrase) && nameOf[n] === undefined && !isFull(phrase, n), takeSingle);
  named((phrase) => phrase.kind === "organisation", takeFullOrganisation);
  keepTitles();
  return { lexicon, phrases, phraseAt, people, organisations, nameOf, alias, isQuoted, candidates, ofEnd, beforeWho };

  function takeFull(phrase: Phrase, n: number): void {
    const before = people.entities.length;
    const entity = fullName(people, names.of(n));
    if (people.entities.length > before) entity.kind = phrase.kind;
    else if (phrase.kind === "person") entity.kind = "person";
    if (phrase.titled && phrase.gender !== "u") entity.gender = phrase.gender;
    nameOf[n] = entity;
    further.takeNickname(phrase, entity);
    readRoles(phrase, n, entity);
  }

  function takeSpouse(phrase: Phrase, n: number): void {
    const entity = further.spouseBefore(phrase, n);
    if (entity) nameOf[n - 1] = entity;
  }

  /** A name of one word: the one known whom it can mean, or somebody new; in a quotation, nobody is. */
  function takeSingle(phrase: Phrase, n: number): void {
    const found = candidates(phrase, n);
    const entity = found[0] ?? (isQuoted[n] === 1 ? undefined : single(phrase, n));
    if (found.length > 1 || !entity) return;
    nameOf[n] = entity;
    if (phrase.kind === "person" || (entity.kind === "unknown" && entity.words.length > 1)) entity.kind = "person";
    if (phrase.titled && phrase.gender !== "u" && entity.gender === "u") entity.gender = phrase.gender;
    if (isQuoted[n] === 0) readRoles(phrase, n, entity);
  }

  /** An organisation named by a part of its name, once all are known. */
  function takeFullOrganisation(_: Phrase, n: number): void {
    const entity = fullOrganisation(organisations, names.of(n));
    if (entity) nameOf[n] = entity;
  }

  /** "Mr. Hale" and "Mrs. Hale" are told apart by their titles alone. */
  function keepTitles(): void {
    for (const [entity, titled] of titledNames) if (people.bySurname.get(entity.words[0]!)!.length > 1) entity.name = titled;
  }

  function takeOrganisation(phrase: Phrase, n: number): void {
    const known =
      phrase.nameEnd - phrase.nameStart === 1
        ? people.bySurname.get(names.keyOf(n))?.find((entity) => entity.kind === "person")
        : undefined;
    if (known && phrase.determiner === "none") {
      phrase.kind = "unknown";
      return;
    }
    const entity = addOrganisation(organisations, people, names.of(n));
    if (phrase.kind === "place") entity.kind = "place";
    nameOf[n] = entity;
  }

  /** Someone of whom the article tells one name only. */
  function single(phrase: Phrase, n: number): Entity {
    const from = phrase.keptTitle >= 0 ? phrase.keptTitle : phrase.nameStart;
    const key = names.keyOf(n);
    const entity = addEntity(people, phrase.kind, text(from, names.behindSite(phrase.nameEnd)), [key]);
    entity.gender = phrase.gender === "u" && !phrase.titled ? (givenName(key) ?? "u") : phrase.gender;
    shareSurname(people, key, entity);
    if (phrase.titled && phrase.roleEnd < from) titledNames.set(entity, text(phrase.roleEnd, phrase.nameEnd));
    // A title that is part of the name tells who "the pontiff" is, and is not shown twice.
    if (phrase.keptTitle >= 0)
      entity.roles.push({ text: "", head: lower[phrase.keptTitle]!, words: [lower[phrase.keptTitle]!], token: phrase.keptTitle });
    return entity;
  }

  function candidates(phrase: Phrase, n: number): Entity[] {
    return namesakes(people, names.keyOf(n), phrase.titled ? phrase.gender : "u", phrase.titled);
  }

  function ofEnd(n: number): number {
    const phrase = phrases[n]!;
    let { end } = phrase;
    for (let steps = 0; steps < 3 && /^(?:of|for|at)$/.test(lower[end] ?? ""); steps++) {
      const next = phraseAt[end + 1] ?? -1;
      if (next < 0 || sentenceOf[end + 1] !== sentenceOf[phrase.head] || phrases[next]!.kind === "pronoun") break;
      end = phrases[next]!.end;
    }
    return end;
  }

  function beforeWho(n: number, entityOf: readonly (Entity | null | undefined)[]): Entity | null {
    const { start } = phrases[n]!;
    const at = words[start - 1] === "," ? start - 2 : start - 1;
    let before = at >= 0 && sentenceOf[at] === sentenceOf[start] ? phraseAt[at]! : -1;
    // "Ann Lund of Aarby, who ..."
    const { start: from = 0, kind } = phrases[before] ?? {};
    if (kind === "place" && /^(?:of|from)$/.test(lower[from - 1] ?? "")) before = phraseAt[from - 2] ?? -1;
    if (before < 0) return null;
    const office = phrases[before]!.kind === "person" || phrases[before]!.kind === "people" ? before : officeEndingAt(before);
    const entity = entityOf[office >= 0 ? office : before];
    return entity && entity.kind !== "place" ? entity : null;
  }
}

/** By token: the outermost phrase that it stands in, or -1. */
function outermostPhrases(count: number, phrases: readonly Phrase[], names: PrintedNames): Int32Array {
  const phraseAt = new Int32Array(count + 1).fill(-1);
  for (let n = 0; n < phrases.length; n++) {
    const { start, end } = phrases[n]!;
    // "Com", which the tokeniser cut off a site's name, stands in that name.
    const name = phrases[phraseAt[start]!];
    if (!name || name.end > start) phraseAt.fill(n, start, names.behindSite(end));
  }
  return phraseAt;
}
