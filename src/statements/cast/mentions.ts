import type { Document } from "../document.ts";
import { antecedent, type Mention, PRONOUNS } from "./antecedents.ts";
import { describedBy, indexRoles } from "./descriptions.ts";
import { type Gathered, gatherNames } from "./gather.ts";
import { fullOrganisation } from "./names.ts";
import { addEntity, type Entity } from "./people.ts";
import type { Phrase } from "./phrase.ts";
import { isSaying, PLACE, readPlaces } from "./subjects.ts";

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

/** Paragraphs over which "the mayor" still means the mayor named before. */
const REMEMBERED = 8;
/** So many times as often as a namesake an article must name somebody for the bare surname to stay that one's. */
const MAIN = 4;

/** Reads the article from its first phrase to its last, each in the light of those before and of all full names. */
export function readMentions(document: Document, quoted: (offset: number) => boolean): Reading {
  const gathered = gatherNames(document, quoted);
  const { lexicon, phrases, phraseAt, people, organisations, nameOf, alias, isQuoted } = gathered;
  const { lower } = lexicon.classes;
  const places = readPlaces(lexicon, phrases, phraseAt);
  const roles = indexRoles(people);
  const discourse = discourseNumbers(document, quoted);
  const entityOf: (Entity | null | undefined)[] = new Array(phrases.length);
  const via = new Int32Array(phrases.length).fill(-1);
  const lastPhrase = new Map<Entity, number>();
  const printed = new Map<Entity, number>();
  const introduced = new Map<string, Entity | null>();
  const mentions: Mention[] = [];
  const owners = new Map<number, Entity>();

  const here = (phrase: Phrase, n: number) => ({
    discourse: discourse[document.sentenceOf[phrase.head]!]!,
    paragraph: document.paragraphOf[phrase.head]!,
    quoted: isQuoted[n] === 1,
    token: phrase.head,
  });

  /** The one of several that this paragraph, or the article so far, has been about. */
  const nearest = (found: readonly Entity[], paragraph: number): Entity | null => {
    if (found.length === 1) return found[0]!;
    const known = found.filter((entity) => entity.mentions > 0);
    if (known.length === 1) return known[0]!;
    const main = known.find(
      (entity) =>
        entity.bare >= 2 &&
        known.every((other) => other === entity || (other.bare === 0 && other.mentions * MAIN <= entity.mentions)),
    );
    const near = found.filter((entity) => entity.paragraph === paragraph);
    if (near.length > 0) return near.length === 1 && (!main || main === near[0]) ? near[0]! : null;
    return main ?? null;
  };

  /** Whether a pronoun stands in a clause that ends a report: '," he said', ', he said.' */
  const closes = (phrase: Phrase): boolean => {
    const before = document.words[phrase.start - 1] ?? "";
    const verb = document.lemmas[phrase.end] ?? "";
    return isSaying(document.lemmas[phrase.start - 1] ?? "") || (/^[,"']$/.test(before) && isSaying(verb));
  };

  /** "Who" behind what somebody is called: "he is a lawyer who listens". */
  const isPredicate = (phrase: Phrase, n: number): boolean =>
    n > 0 && lower[phrase.head] === "who" && phrases[n - 1]!.end >= phrase.start - 1 && places[n - 1] === PLACE.modifier;

  const asNew = (phrase: Phrase, n: number): Entity => {
    const entity = addEntity(people, phrase.kind, "", [], phrase.head);
    entity.gender = phrase.gender;
    entity.plural = phrase.plural;
    printed.set(entity, n);
    return entity;
  };

  const bareName = (phrase: Phrase, n: number, found: readonly Entity[]): Entity | null => {
    const office = phrase.roleEnd > phrase.roleStart ? lower[phrase.roleEnd - 1]! : "";
    const holding =
      office === ""
        ? []
        : found.filter((entity) => entity.roles.some((role) => role.head === office || role.words.includes(office)));
    const entity = nearest(holding.length > 0 ? holding : found, here(phrase, n).paragraph);
    if (entity) entity.bare++;
    return entity;
  };

  const common = (phrase: Phrase, n: number): Entity | null | undefined => {
    const head = lower[phrase.head]!;
    if (phrase.kind === "person" && phrase.determiner !== "a" && phrase.determiner !== "his") {
      const { paragraph } = here(phrase, n);
      const known = describedBy(lexicon, roles, phrase, gathered.ofEnd(n)).filter((entity) => entity.mentions > 0);
      const found = known.filter((entity) => paragraph - entity.paragraph <= REMEMBERED);
      if (found.length > 0) return found.length < known.length ? null : nearest(found, paragraph);
    }
    if (phrase.kind === "group" && phrase.determiner === "the" && !phrase.possessor && phrase.end - phrase.core === 1) {
      const entity = fullOrganisation(organisations, head);
      if (entity) return entity;
    }
    if (phrase.kind === "thing") return places[n]! >= PLACE.inner ? asNew(phrase, n) : undefined;
    if (phrase.determiner === "the" && !phrase.possessor && gathered.ofEnd(n) === phrase.end) {
      const before = introduced.get(head);
      if (before && phrase.end - phrase.core === 1) return before;
    }
    const entity = asNew(phrase, n);
    if (phrase.determiner === "a" || phrase.determiner === "none") introduced.set(head, introduced.has(head) ? null : entity);
    return entity;
  };

  const resolve = (phrase: Phrase, n: number): Entity | null | undefined => {
    if (phrase.kind === "pronoun") {
      const form = lower[phrase.head]!;
      if (form === "who") return gathered.beforeWho(n, entityOf);
      const pronoun = PRONOUNS[form];
      if (!pronoun) return undefined;
      const found = antecedent(pronoun, { ...here(phrase, n), closing: closes(phrase) }, mentions);
      if (!found) return null;
      const { entity } = found;
      if (found.alone && entity.gender === "u" && pronoun.gender !== "u" && entity.words.length > 0)
        entity.gender = pronoun.gender;
      return entity;
    }
    if (alias[n]! >= 0) return entityOf[alias[n]!] ?? nameOf[alias[n]!];
    const known = nameOf[n];
    if (known) return known;
    if (phrase.nameStart >= 0) {
      const found = gathered.candidates(phrase);
      return found.length > 0 ? bareName(phrase, n, found) : undefined;
    }
    return common(phrase, n);
  };

  for (let n = 0; n < phrases.length; n++) {
    const phrase = phrases[n]!;
    if (phrase.determiner === "his") {
      const owner = PRONOUNS[lower[phrase.start]!];
      const found = owner ? antecedent(owner, { ...here(phrase, n), closing: false }, mentions) : null;
      if (found) {
        owners.set(n, found.entity);
        mentions.push({ ...here(phrase, n), entity: found.entity, options: [], place: PLACE.possessor });
      }
    }
    const entity = resolve(phrase, n);
    entityOf[n] = entity;
    if (entity === undefined || (entity === null && phrase.kind === "pronoun")) continue;
    const at = here(phrase, n);
    if (entity) {
      via[n] = lastPhrase.get(entity) ?? -1;
      if (!at.quoted && alias[n]! < 0) {
        lastPhrase.set(entity, n);
        entity.paragraph = at.paragraph;
        entity.mentions++;
      }
    }
    mentions.push({
      ...at,
      entity,
      options: entity === null && phrase.nameStart >= 0 ? gathered.candidates(phrase) : [],
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
