import type { Document } from "../document.ts";
import { antecedent, type Found, type Mention, PRONOUNS, type Pronoun } from "./antecedents.ts";
import { discourseNumbers } from "./discourse.ts";
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

/** Mentions at the head of an article, where all can be of one person. */
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

  /** The one of those `found` by a bare name who is meant: who holds the office before it, or whom the article has been about. */
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

  const byPronoun = (phrase: Phrase, n: number): Entity | null | undefined => {
    const form = lower[phrase.head]!;
    if (form === "who") return gathered.beforeWho(n, entityOf);
    const pronoun = PRONOUNS[form];
    if (!pronoun) return undefined;
    const { words, lemmas } = document;
    const behindVerb = isSaying(lemmas[phrase.start - 1] ?? "");
    const beforeVerb = isSaying(lemmas[phrase.end] ?? "");
    const speaking = behindVerb || beforeVerb;
    // '"...," said he', '"...," he said', '..., he said': the clause ends a report.
    const closing = behindVerb || (beforeVerb && /^[,"']$/.test(words[phrase.start - 1] ?? ""));
    const spokenOf = speaking && isQuoted[n] === 0 ? namedNear(n) : undefined;
    const found = antecedent(pronoun, { ...here(phrase, n), closing, speaking, spokenOf }, mentions);
    if (!found) return null;
    tellGender(found, pronoun);
    return found.entity;
  };

  /** Null where it can be several, undefined where it is nobody known. */
  const resolve = (phrase: Phrase, n: number): Entity | null | undefined => {
    if (phrase.kind === "pronoun") return byPronoun(phrase, n);
    if (alias[n]! >= 0) return entityOf[alias[n]!] ?? nameOf[alias[n]!];
    const known = nameOf[n];
    if (known) return known;
    if (phrase.nameStart >= 0) {
      const found = gathered.candidates(phrase, n);
      return found.length > 0 ? bareName(phrase, n, found) : undefined;
    }
    return unnamed.find(phrase, n, { ...here(phrase, n), closing: false });
  };

  /** Whose "his lawyer" is. */
  const readOwner = (phrase: Phrase, n: number): void => {
    const pronoun = PRONOUNS[lower[phrase.start]!];
    if (!pronoun) return;
    const found = antecedent(pronoun, { ...here(phrase, n), closing: false }, mentions) ?? misjudged(n);
    if (!found) return;
    tellGender(found, pronoun);
    owners.set(n, found.entity);
    mentions.push({ ...here(phrase, n), entity: found.entity, options: [], place: PLACE.possessor });
  };

  /** A new thing that does nothing, as most phrases are. */
  const isIdle = (phrase: Phrase, n: number): boolean =>
    phrase.kind === "thing" && phrase.determiner !== "the" && phrase.nameStart < 0 && places[n]! < PLACE.inner && alias[n]! < 0;

  /** Keeps a mention for the phrases behind it; `entity` is null where it can be several. */
  const remember = (phrase: Phrase, n: number, entity: Entity | null): void => {
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
      place: alias[n]! >= 0 || isPredicate(phrase, n) ? PLACE.modifier : places[n]!,
    });
  };

  for (let n = 0; n < phrases.length; n++) {
    const phrase = phrases[n]!;
    // "The head of the bank, Ann Lund, said": the name stands where its office does.
    if (alias[n]! > n) places[alias[n]!] = Math.max(places[alias[n]!]!, places[n]!);
    if (phrase.determiner === "his") readOwner(phrase, n);
    if (isIdle(phrase, n)) continue;
    const entity = resolve(phrase, n);
    entityOf[n] = entity;
    if (entity || (entity === null && phrase.kind !== "pronoun")) remember(phrase, n, entity);
  }
  return { ...gathered, entityOf, via, printed, owners };
}
