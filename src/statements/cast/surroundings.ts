import { readAside } from "./asides.ts";
import { landOf } from "./nationalities.ts";
import type { Entity } from "./people.ts";
import type { Lexicon, Phrase } from "./phrase.ts";
import { isPluralRole } from "./role-nouns.ts";
import { addRole, appositionEnd, learnRole, startOfRole, tellsRole } from "./roles.ts";
import { isSaying } from "./saying.ts";

/** Reads what stands around a name. */
export interface Surroundings {
  /** Adds the role before the name, the apposition or aside behind, the office before a comma; marks their phrases as the name's. */
  readRoles(phrase: Phrase, n: number, entity: Entity): void;
  /** The role phrase whose "of" phrases end with phrase n: "the head" in "the head of the bank, Ann Lund"; or -1. */
  officeEndingAt(n: number): number;
}

/** The head of a role that tells an age alone. */
export const AGED = "aged";
/** How far from the name an office stands that the name is said to be: "The banker who signed was Ann Lund". */
const LONGEST_SUBJECT = 14;
/** "Ann Lund, now in her eighties,". */
const DECADE = /^(?:now |still )?in (his|her) (?:early |mid - |late )?(?:\d0s|\p{L}+ties|teens)\b/u;
/** Names that one title in the plural stands before. */
const MOST_LISTED = 6;

/** `alias` is written: by phrase, the name that it stands in apposition to. */
export function createSurroundings(
  lexicon: Lexicon,
  phrases: readonly Phrase[],
  phraseAt: Int32Array,
  alias: Int32Array,
  isNamed: (n: number) => boolean,
): Surroundings {
  const { words, pos, lemmas, sentenceOf } = lexicon.document;
  const { lower } = lexicon.classes;
  const learn = (entity: Entity, from: number, to: number, head: number): void => learnRole(lexicon, entity, from, to, head);

  /** "Ann Lund, 42, the mayor of Aarby,": whether an apposition stood there, which may tell no role. */
  const readBehind = (phrase: Phrase, n: number, entity: Entity): boolean => {
    let at = phrase.end;
    if (words[at] === "," && pos[at + 1] === "NUM" && words[at + 2] === "," && sentenceOf[at + 2] === sentenceOf[phrase.head]) {
      entity.kind = "person";
      addRole(entity, { text: "", head: AGED, words: [words[at + 1]!], token: at + 1 });
      at += 2;
    }
    const first = words[at] === "," || words[at] === "(" ? (phraseAt[at + 1] ?? -1) : -1;
    const next = phrases[first];
    if (!next || next.kind === "pronoun" || next.start !== at + 1 || sentenceOf[at + 1] !== sentenceOf[phrase.head]) return false;
    const end = appositionEnd(lexicon, next, phraseAt, phrases);
    const closes =
      end >= words.length ||
      sentenceOf[end] !== sentenceOf[next.head] ||
      /^(?:[,.;)!?"–—-]|'s|who|which|whose)$/.test(words[end]!);
    const listed = words[end] === "," && next.determiner === "none" && lower[end + 1] === "and";
    if (tellsRole(lexicon, next) && closes && !listed && end > next.core) {
      entity.kind = "person";
      alias[first] = n;
      learn(entity, startOfRole(lexicon.classes, next), end, next.head);
    }
    return true;
  };

  /** "Ann Lund, who heads the bank", "Ann Lund is the mayor". */
  const readClause = (phrase: Phrase, entity: Entity): void => {
    const at = words[phrase.end] === "," ? phrase.end + 1 : phrase.end;
    if (lower[at] === "who") {
      if (entity.kind === "unknown") entity.kind = "person";
      readAside(lexicon, phrases, phraseAt, at + 1, entity);
    } else if (at === phrase.end && (lower[at] === "is" || lower[at] === "'s")) readAside(lexicon, phrases, phraseAt, at, entity);
    const decade = words[phrase.end] === "," ? DECADE.exec(lower.slice(phrase.end + 1, phrase.end + 7).join(" ")) : null;
    if (decade) entity.gender = decade[1] === "his" ? "m" : "f";
    const predicate = /^(?:is|was|became)$/.test(lower[phrase.end] ?? "") ? phrases[phraseAt[phrase.end + 1]!] : undefined;
    if (
      predicate &&
      entity.kind === "person" &&
      predicate.nameStart < 0 &&
      predicate.gender !== "u" &&
      predicate.determiner !== "his"
    )
      entity.gender = predicate.gender;
  };

  /** "The banker who signed was Ann Lund", "His doctor is Ann Lund". */
  const readInverse = (phrase: Phrase, n: number, entity: Entity): void => {
    const verb = phrase.start - 1;
    if (phrase.kind !== "person" || phrase.nameStart !== phrase.start || !/^(?:is|was)$/.test(lower[verb] ?? "")) return;
    if (/^'s?$/.test(words[phrase.end] ?? "")) return;
    let first = verb;
    while (first > 0 && verb - first < LONGEST_SUBJECT && sentenceOf[first - 1] === sentenceOf[verb]) first--;
    const office = phraseAt[first]!;
    const role = phrases[office];
    if (!role || role.start !== first || !tellsRole(lexicon, role) || alias[office]! >= 0) return;
    if (!/^(?:the|his)$/.test(role.determiner) || (role.end !== verb && !/^(?:who|of|at|in)$/.test(lower[role.end]!))) return;
    alias[office] = n;
    learn(entity, startOfRole(lexicon.classes, role), role.end, role.head);
  };

  /** "Ann Lund of Norway" can be called "the Norwegian leader". */
  const readLand = (phrase: Phrase, entity: Entity): void => {
    const land = phrase.end + 1;
    if (lower[phrase.end] !== "of" || landOf(lower[land] ?? "") === undefined) return;
    addRole(entity, { text: "", head: "", words: [lower[land]!], token: land });
  };

  /** "The mayor of Aarby, Ann Lund,": the office before a comma, unless a clause begins with the name ("In talks with the mayor, Ann Lund said"). */
  const readBefore = (phrase: Phrase, n: number, entity: Entity): void => {
    const ranked = phrase.titled && phrase.core === phrase.start && phrase.roleEnd > phrase.roleStart;
    const reverend = phrase.titled && phrase.determiner === "the";
    if (words[phrase.start - 1] !== "," || (phrase.nameStart !== phrase.start && !ranked && !reverend)) return;
    const before = phraseAt[phrase.start - 2] ?? -1;
    if (before < 0 || sentenceOf[phrase.start - 2] !== sentenceOf[phrase.start]) return;
    const office = officeEndingAt(before);
    const follows = words[phrase.end];
    const verb = pos[phrase.end] === "VERB" || pos[phrase.end] === "AUX";
    if (office < 0) {
      if (phrase.kind === "person" && follows === "," && speaksFor(before, phrase)) {
        entity.kind = "person";
        alias[before] = n;
        const one = phraseAt[phrases[before]!.start - 2] ?? -1;
        if (phrases[before]!.kind === "people" && one >= 0) alias[one] = n;
      }
      return;
    }
    if (alias[office]! >= 0 || isNamed(office)) return;
    const role = phrases[office]!;
    const oblique = pos[role.start - 1] === "ADP" && sentenceOf[role.start - 1] === sentenceOf[role.start];
    if (oblique && !/^[,.;:"]$/.test(follows ?? ".")) return;
    if (role.determiner === "a" && (ranked || !(verb || follows === ","))) return;
    if (role.determiner === "none" && (ranked || (follows === "," && lower[phrase.end + 1] === "and"))) return;
    entity.kind = "person";
    alias[office] = n;
    learn(entity, startOfRole(lexicon.classes, role), phrase.start - 1, role.head);
  };

  /** The name before in a list whose title in the plural is meant for all: "Councillors Ann Lund and Bo Berg". */
  const sharedTitle = (n: number): Phrase | null => {
    for (let k = n; k > Math.max(0, n - MOST_LISTED); k--) {
      const [before, { start, nameStart }] = [phrases[k - 1]!, phrases[k]!];
      if (before.nameStart < 0 || start !== nameStart || start - before.end > 2) return null;
      for (let i = before.end; i < start; i++) if (!/^(?:,|and|&)$/.test(lower[i]!)) return null;
      if (before.roleEnd > before.roleStart) return isPluralRole(lower[before.roleEnd - 1]!) ? before : null;
    }
    return null;
  };

  /** "One of the organisers, Ann Lund, said", "His opposite number, Ann Lund, replied": someone who speaks, told by no office. */
  const speaksFor = (before: number, name: Phrase): boolean => {
    const { start, end, kind, determiner, possessor, nameStart } = phrases[before]!;
    if (end !== name.start - 1 || nameStart >= 0 || alias[before]! >= 0 || !isSaying(lemmas[name.end + 1] ?? "")) return false;
    if (kind === "people") return lower[start - 1] === "of" && lower[start - 2] === "one";
    return kind === "thing" && (determiner === "his" || possessor !== null) && pos[start - 1] !== "ADP";
  };

  const officeEndingAt = (n: number): number => {
    for (let k = n, steps = 0; k >= 0 && steps < 4; steps++) {
      const phrase = phrases[k]!;
      if (tellsRole(lexicon, phrase)) return k;
      const before = phrase.start - 1;
      if (!/^(?:of|for|at|to|in|on)$/.test(lower[before] ?? "") || sentenceOf[before] !== sentenceOf[phrase.head]) return -1;
      k = before > 0 ? phraseAt[before - 1]! : -1;
    }
    return -1;
  };

  return {
    readRoles: (phrase, n, entity) => {
      const titled = phrase.roleEnd > phrase.roleStart ? phrase : sharedTitle(n);
      if (titled && entity.kind !== "organisation") learn(entity, titled.roleStart, titled.roleEnd, titled.roleEnd - 1);
      if (!readBehind(phrase, n, entity)) readClause(phrase, entity);
      readBefore(phrase, n, entity);
      readInverse(phrase, n, entity);
      readLand(phrase, entity);
      for (let i = phrase.end; i < phrase.end + LONGEST_SUBJECT && sentenceOf[i] === sentenceOf[phrase.head]; i++)
        if (lower[i] === "they" && lower[i + 2] === "them" && words[i + 1] === "/") entity.they = true;
    },
    officeEndingAt,
  };
}
