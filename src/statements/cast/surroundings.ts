import type { Entity } from "./people.ts";
import type { Lexicon, Phrase } from "./phrase.ts";
import { genderOfRole, isRoleNoun } from "./role-nouns.ts";
import { addRole, appositionEnd, createRole, tellsRole } from "./roles.ts";

/** Reads what stands around a name. */
export interface Surroundings {
  /** Adds the role before the name, the apposition behind, the office before a comma; marks their phrases as the name's. */
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

  /** The phrase that starts with token i, past any age ("42,"). */
  const apposed = (phrase: Phrase): { first: number; aged: boolean } => {
    let at = phrase.end;
    let aged = false;
    if (words[at] === "," && pos[at + 1] === "NUM" && words[at + 2] === "," && sentenceOf[at + 2] === sentenceOf[phrase.head]) {
      aged = true;
      at += 2;
    }
    const first = words[at] === "," || words[at] === "(" ? (phraseAt[at + 1] ?? -1) : -1;
    return {
      first:
        first >= 0 && phrases[first]!.start <= at + 1 && sentenceOf[at + 1] === sentenceOf[phrase.head]
          ? outer(first, at + 1)
          : -1,
      aged,
    };
  };
  const outer = (n: number, start: number): number => (phrases[n]!.start === start ? n : -1);

  /** Adds what stands around a name: the role before it, the apposition behind, the office before a comma. */
  const readRoles = (phrase: Phrase, n: number, entity: Entity): void => {
    if (phrase.roleEnd > phrase.roleStart && entity.kind !== "organisation")
      learn(entity, phrase.roleStart, phrase.roleEnd, phrase.roleEnd - 1);
    const { first, aged } = apposed(phrase);
    if (aged) entity.kind = "person";
    if (first >= 0) {
      const next = phrases[first]!;
      const end = appositionEnd(lexicon, next, phraseAt, phrases);
      const closes =
        end >= words.length ||
        sentenceOf[end] !== sentenceOf[next.head] ||
        /^(?:[,.;)!?"]|'s|who|which|whose)$/.test(words[end]!) ||
        words[end] === "-" ||
        words[end] === "–" ||
        words[end] === "—";
      const listed = words[end] === "," && next.determiner === "none" && lower[end + 1] === "and";
      if (tellsRole(lexicon, next) && closes && !listed && end > next.core) {
        entity.kind = "person";
        alias[first] = n;
        const from =
          next.possessor && next.possessor.kind !== "pronoun" && next.determiner !== "his" ? next.possessor.start : next.core;
        learn(entity, from, end, next.head);
      }
    } else if (lower[phrase.end] === "who" || (words[phrase.end] === "," && lower[phrase.end + 1] === "who")) {
      if (entity.kind === "unknown") entity.kind = "person";
      copula(phrase.end + (words[phrase.end] === "," ? 2 : 1), entity);
    } else copula(phrase.end, entity);
    if (words[phrase.start - 1] === "," && phrase.nameStart === phrase.start) {
      const before = phraseAt[phrase.start - 2] ?? -1;
      const office = before >= 0 ? officeEndingAt(before) : -1;
      if (office >= 0 && alias[office]! < 0 && !isNamed(office)) {
        const role = phrases[office]!;
        const follows = words[phrase.end];
        const verb = pos[phrase.end] === "VERB" || pos[phrase.end] === "AUX";
        if (
          (role.determiner !== "a" || verb || follows === ",") &&
          (role.determiner !== "none" || follows !== "," || lower[phrase.end + 1] !== "and")
        ) {
          entity.kind = "person";
          alias[office] = n;
          learn(
            entity,
            role.possessor && role.possessor.kind !== "pronoun" ? role.possessor.start : role.core,
            phrase.start - 1,
            role.head,
          );
        }
      }
    }
  };

  /** The role phrase whose "of" phrases end with phrase n: "the head" in "the head of the bank, Ann Lund". */
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

  /** "Ann Lund is the mayor of Aarby": a role where the verb is "is". */
  const copula = (at: number, entity: Entity): void => {
    if (lower[at] !== "is" && lower[at] !== "'s") return;
    const next = phraseAt[at + 1] ?? -1;
    if (next < 0 || phrases[next]!.start !== at + 1 || phrases[next]!.determiner === "none") return;
    if (!tellsRole(lexicon, phrases[next]!) || phrases[next]!.determiner === "his") return;
    const end = appositionEnd(lexicon, phrases[next]!, phraseAt, phrases);
    learn(entity, phrases[next]!.core, end, phrases[next]!.head);
  };

  const learn = (entity: Entity, from: number, to: number, head: number): void => {
    if (to <= from) return;
    addRole(entity, createRole(lexicon, from, to, head));
    const gender = genderOfRole(lower[head]!);
    if (gender !== "u" && isRoleNoun(lower[head]!)) entity.gender = gender;
  };

  return { readRoles, officeEndingAt };
}
