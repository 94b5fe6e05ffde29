import type { Document } from "../document.ts";
import { antecedent, type Found, type Mention, PRONOUNS, type Pronoun } from "./antecedents.ts";
import { type Gathered, gatherNames } from "./gather.ts";
import { givenName } from "./given-names.ts";
import { theOneMeant } from "./namesakes.ts";
import type { Entity } from "./people.ts";
import type { Phrase } from "./phrase.ts";
import { PLACE, readPlaces } from "./places.ts";
import { isSaying } from "./saying.ts";
import { createUnnamedReader } from "./unnamed.ts";
import { TRAIT } from "./word-traits.ts";

/** Every noun phrase with whom it means. */
export interface Reading extends Gathered {
  /** By phrase; null where it can mean several, undefined where nothing is known of it. */
  readonly entityOf: readonly (Entity | null | undefined)[];
  /** By phrase: the phrase before it that named the same, or -1. */
  readonly via: Int32Array;
  /** By entity: the phrase it was first printed as; -1 for names. */
  readonly printed: ReadonlyMap<Entity, number>;
  /** By phrase: whose "his lawyer" is. */
  readonly owners: ReadonlyMap<number, Entity>;
}

/** Mentions at the head of an article, where there can be one person so far. */
const OPENING = 60;
/** Phrases of a quotation that are looked through for names. */
const NEAR = 30;

/** Reads the article from its first phrase to its last, each in the light of those before and of all full names. */
export function readMentions(document: Document, quoted: (offset: number) => boolean): Reading {
  const gathered = gatherNames(document, quoted);
  const { lexicon, phrases, phraseAt, nameOf, alias, isQuoted } = gathered;
  const { lower } = lexicon.classes;
  const places = readPlaces(lexicon, phrases, phraseAt);
  const discourse = discourseNumbers(document, quoted);
  const entityOf: (Entity | null | undefined)[] = new Array(phrases.length);
  const via = new Int32Array(phrases.length).fill(-1);
  const lastPhrase = new Map<Entity, number>();
  const printed = new Map<Entity, number>();
  const mentions: Mention[] = [];
  const owners = new Map<number, Entity>();
  const unnamed = createUnnamedReader(gathered, places, mentions, printed);

  const here = (phrase: Phrase, n: number) => ({
    discourse: discourse[document.sentenceOf[phrase.head]!]!,
    paragraph: document.paragraphOf[phrase.head]!,
    quoted: isQuoted[n] === 1,
  });

  /** Whether a pronoun stands in a clause that ends a report: '," he said', ', he said.' */
  const closes = (phrase: Phrase): boolean => {
    const before = document.words[phrase.start - 1] ?? "";
    const verb = document.lemmas[phrase.end] ?? "";
    return isSaying(document.lemmas[phrase.start - 1] ?? "") || (/^[,"']$/.test(before) && isSaying(verb));
  };

  /** "Who" behind what somebody is called: "he is a lawyer who listens". */
  const isPredicate = (phrase: Phrase, n: number): boolean =>
    n > 0 && lower[phrase.head] === "who" && phrases[n - 1]!.end >= phrase.start - 1 && places[n - 1] === PLACE.modifier;

  /** Whom the quotations right before and behind phrase n name. */
  const namedNear = (n: number): Set<Entity> => {
    const found = new Set<Entity>();
    const sentence = document.sentenceOf[phrases[n]!.head]!;
    for (const step of [-1, 1])
      for (let k = n + step, steps = 0; k >= 0 && k < phrases.length && steps < NEAR; k += step, steps++) {
        if (isQuoted[k] === 0 || Math.abs(document.sentenceOf[phrases[k]!.head]! - sentence) > 1) break;
        const entity = nameOf[k];
        if (entity?.kind === "person") found.add(entity);
      }
    return found;
  };

  const bareName = (phrase: Phrase, n: number, found: readonly Entity[]): Entity | null => {
    const office = phrase.roleEnd > phrase.roleStart ? lower[phrase.roleEnd - 1]! : "";
    const holding =
      office === ""
        ? []
        : found.filter((entity) => entity.roles.some((role) => role.head === office || role.words.includes(office)));
    const entity = theOneMeant(holding.length > 0 ? holding : found, here(phrase, n).paragraph);
    if (entity) entity.bare++;
    return entity;
  };

  /** What the pronoun of the only one it can mean tells of the sex. */
  const tellGender = ({ entity, alone }: Found, { gender }: Pronoun): void => {
    if (alone && entity.gender === "u" && gender !== "u" && entity.words.length > 0) entity.gender = gender;
  };

  /**
   * "Charlie Hale lost her farm": the only person so far, in the same sentence, whose given name told the other sex; what it told is forgotten.
   * A headline can have named somebody else.
   */
  const misjudged = (n: number): Found | null => {
    if (mentions.length > OPENING || isQuoted[n] === 1) return null;
    const people = new Set(
      mentions.map(({ entity }) => entity).filter((each) => each === null || /^(?:person|people)$/.test(each.kind)),
    );
    const [entity, other] = people;
    if (!entity || other !== undefined || entity.words.length < 2 || entity.roles.length > 0) return null;
    const name = phrases[lastPhrase.get(entity) ?? n]!;
    const { skipped, traits } = lexicon.classes;
    const apart = document.sentenceOf[name.head] !== document.sentenceOf[phrases[n]!.start] || name.titled;
    if (apart || entity.gender !== givenName(entity.words[0]!)) return null;
    for (let i = 0; i < name.start; i++)
      if (skipped[i] === 1 && (traits[i]! & TRAIT.given) !== 0 && !entity.words.includes(lower[i]!)) return null;
    entity.gender = "u";
    return { entity, alone: false };
  };

  const resolve = (phrase: Phrase, n: number): Entity | null | undefined => {
    if (phrase.kind === "pronoun") {
      const form = lower[phrase.head]!;
      if (form === "who") return gathered.beforeWho(n, entityOf);
      const pronoun = PRONOUNS[form];
      if (!pronoun) return undefined;
      const speaking = isSaying(document.lemmas[phrase.end] ?? "") || isSaying(document.lemmas[phrase.start - 1] ?? "");
      const spokenOf = speaking && isQuoted[n] === 0 ? namedNear(n) : undefined;
      const found = antecedent(pronoun, { ...here(phrase, n), closing: closes(phrase), speaking, spokenOf }, mentions);
      if (!found) return null;
      tellGender(found, pronoun);
      return found.entity;
    }
    if (alias[n]! >= 0) return entityOf[alias[n]!] ?? nameOf[alias[n]!];
    const known = nameOf[n];
    if (known) return known;
    if (phrase.nameStart >= 0) {
      const found = gathered.candidates(phrase, n);
      return found.length > 0 ? bareName(phrase, n, found) : undefined;
    }
    return unnamed.find(phrase, n, { ...here(phrase, n), closing: false });
  };

  for (let n = 0; n < phrases.length; n++) {
    const phrase = phrases[n]!;
    // "The head of the bank, Ann Lund, said": the name stands where its office does.
    if (alias[n]! > n) places[alias[n]!] = Math.max(places[alias[n]!]!, places[n]!);
    if (phrase.determiner === "his") {
      const owner = PRONOUNS[lower[phrase.start]!];
      const found = owner ? (antecedent(owner, { ...here(phrase, n), closing: false }, mentions) ?? misjudged(n)) : null;
      if (found) {
        tellGender(found, owner!);
        owners.set(n, found.entity);
        mentions.push({ ...here(phrase, n), entity: found.entity, options: [], place: PLACE.possessor });
      }
    }
    // Most phrases: a new thing that does nothing.
    if (
      phrase.kind === "thing" &&
      phrase.determiner !== "the" &&
      phrase.nameStart < 0 &&
      places[n]! < PLACE.inner &&
      alias[n]! < 0
    )
      continue;
    const entity = resolve(phrase, n);
    entityOf[n] = entity;
    if (entity === undefined || (entity === null && phrase.kind === "pronoun")) continue;
    const at = here(phrase, n);
    if (entity) {
      via[n] = lastPhrase.get(entity) ?? -1;
      if (!at.quoted && alias[n]! < 0) {
        lastPhrase.set(entity, n);
        entity.paragraph = at.paragraph;
        entity.foremost = Math.max(entity.foremost, places[n]!);
        entity.mentions++;
      }
    }
    mentions.push({
      ...at,
      entity,
      options: entity === null && phrase.nameStart >= 0 ? gathered.candidates(phrase, n) : [],
      place: alias[n]! >= 0 || isPredicate(phrase, n) ? 0 : places[n]!,
    });
  }
  return { ...gathered, entityOf, via, printed, owners };
}

/** Numbers sentences so that one that is all quotation adds nothing: "he" after a long quotation still follows its speaker. */
function discourseNumbers(document: Document, quoted: (offset: number) => boolean): Int32Array {
  const numbers = new Int32Array(document.sentences.length);
  let number = 0;
  let sentence = -1;
  let plain = false;
  for (let i = 0; i < document.words.length; i++) {
    if (document.sentenceOf[i] !== sentence) {
      if (plain) number++;
      plain = false;
      sentence = document.sentenceOf[i]!;
      numbers[sentence] = number;
    }
    if (!plain && document.pos[i] !== "PUNCT" && !quoted(document.starts[i]!)) plain = true;
  }
  return numbers;
}
