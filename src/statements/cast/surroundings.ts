import { readAside } from "./asides.ts";
import type { Entity } from "./people.ts";
import type { Lexicon, Phrase } from "./phrase.ts";
import { appositionEnd, learnRole, startOfRole, tellsRole } from "./roles.ts";

/** Reads what stands around a name. */
export interface Surroundings {
  /** Adds the role before the name, the apposition or aside behind, the office before a comma; marks their phrases as the name's. */
  readRoles(phrase: Phrase, n: number, entity: Entity): void;
  /** The role phrase whose "of" phrases end with phrase n: "the head" in "the head of the bank, Ann Lund"; or -1. */
  officeEndingAt(n: number): number;
}

/** `alias` is written: by phrase, the name that it stands in apposition to. */
export function createSurroundings(
  lexicon: Lexicon,
  phrases: readonly Phrase[],
  phraseAt: Int32Array,
  alias: Int32Array,
  isNamed: (n: number) => boolean,
): Surroundings {
  const { words, pos, sentenceOf } = lexicon.document;
  const { lower } = lexicon.classes;
  const learn = (entity: Entity, from: number, to: number, head: number): void => learnRole(lexicon, entity, from, to, head);

  /** "Ann Lund, 42, the mayor of Aarby,": whether an apposition stood there, which may tell no role. */
  const readBehind = (phrase: Phrase, n: number, entity: Entity): boolean => {
    let at = phrase.end;
    if (words[at] === "," && pos[at + 1] === "NUM" && words[at + 2] === "," && sentenceOf[at + 2] === sentenceOf[phrase.head]) {
      entity.kind = "person";
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
  };

  /** "The mayor of Aarby, Ann Lund,": the office before a comma, unless a clause begins with the name ("In talks with the mayor, Ann Lund said"). */
  const readBefore = (phrase: Phrase, n: number, entity: Entity): void => {
    const ranked = phrase.titled && phrase.core === phrase.start && phrase.roleEnd > phrase.roleStart;
    if (words[phrase.start - 1] !== "," || (phrase.nameStart !== phrase.start && !ranked)) return;
    const before = phraseAt[phrase.start - 2] ?? -1;
    const office = before >= 0 ? officeEndingAt(before) : -1;
    if (office < 0 || alias[office]! >= 0 || isNamed(office)) return;
    const role = phrases[office]!;
    const follows = words[phrase.end];
    const verb = pos[phrase.end] === "VERB" || pos[phrase.end] === "AUX";
    const oblique = pos[role.start - 1] === "ADP" && sentenceOf[role.start - 1] === sentenceOf[role.start];
    if (oblique && !/^[,.;:"]$/.test(follows ?? ".")) return;
    if (role.determiner === "a" && (ranked || !(verb || follows === ","))) return;
    if (role.determiner === "none" && (ranked || (follows === "," && lower[phrase.end + 1] === "and"))) return;
    entity.kind = "person";
    alias[office] = n;
    learn(entity, startOfRole(lexicon.classes, role), phrase.start - 1, role.head);
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
      if (phrase.roleEnd > phrase.roleStart && entity.kind !== "organisation")
        learn(entity, phrase.roleStart, phrase.roleEnd, phrase.roleEnd - 1);
      if (!readBehind(phrase, n, entity)) readClause(phrase, entity);
      readBefore(phrase, n, entity);
    },
    officeEndingAt,
  };
}
