import { givenName } from "./given-names.ts";
import { isGroupNoun } from "./groups.ts";
import { honorific } from "./honorifics.ts";
import { isNationality } from "./nationalities.ts";
import { PARTIES } from "./offices.ts";
import type { Lexicon, Phrase } from "./phrase.ts";
import { isRoleNoun } from "./role-nouns.ts";
import { TRAIT } from "./word-traits.ts";

/** Roles that are also given names or surnames: a role only with a word before them or the article behind. */
const NAMES_TOO = new Set(
  (
    "dean king prince judge major baron earl duke bishop pope marshal page baker cook guard monk chase chief porter painter hunter driver farmer miner mason butler carter " +
    "boss cardinal abbot singer ambassador fisher star master priest knight queen lord moon sage worth woods young trooper model fan principal lead host"
  ).split(" "),
);
/** Of those, the ones that people are christened: before a surname they are no title. */
const GIVEN_TOO = new Set(
  "dean earl duke marshal page chase porter hunter mason carter miner sage baker fisher butler abbot cook".split(" "),
);
/** Lower-case words that stand before a capital inside a role; any other is a verb that the tagger took for an adjective. */
const BEFORE_CAPITALS =
  /^(?:former|ex|acting|then|late|outgoing|incoming|veteran|longtime|long-time|senior|current|deputy|vice|retired|fellow|new|newly|top|rival|embattled|celebrated|noted|exiled|jailed|ousted|co|far-right|far-left|-|of|for|on|and|the|'s?|&)$/;

/** First token of the run of name-like tokens that ends the phrase; `end` where its last token is no name. */
export function runStart({ classes }: Lexicon, core: number, end: number): number {
  const { name, traits } = classes;
  if (name[end - 1] === 0) return end;
  const inName = (i: number): boolean => name[i] === 1 || (traits[i]! & (TRAIT.particle | TRAIT.joint)) !== 0;
  let run = end;
  while (run > core && inName(run - 1)) run--;
  while (run < end && name[run] === 0 && (traits[run]! & TRAIT.particle) === 0) run++;
  return run;
}

/** Behind the role or title with which the run of name-like tokens begins, `run` where there is none. */
export function behindRoles(lexicon: Lexicon, run: number, end: number, core: number): number {
  let at = run;
  for (let k = run; k < end - 1; k++) if (endsRole(lexicon, run, k, end, core)) at = k + 1;
  return lexicon.document.words[at] === "." ? at + 1 : at;
}

function endsRole({ document, classes }: Lexicon, run: number, k: number, end: number, core: number): boolean {
  const { words } = document;
  const { lower, traits } = classes;
  const word = lower[k]!;
  const is = (trait: number): boolean => (traits[k]! & trait) !== 0;
  const title = is(TRAIT.honorific) && !is(TRAIT.suffix);
  if (!title && !is(TRAIT.role | TRAIT.pluralRole) && word !== "elect" && word !== "designate") return false;
  if (/^(?:'s|["'),&-])$/.test(words[k + 1]!)) return false;
  const afterGiven = k > run && (traits[k - 1]! & TRAIT.given) !== 0;
  if (title && (!afterGiven || words[k]!.endsWith(".") || words[k + 1] === ".")) return true;
  if (is(TRAIT.pluralRole) || !is(TRAIT.role)) return is(TRAIT.pluralRole) || word === "elect" || word === "designate";
  if (NAMES_TOO.has(word) && afterGiven) return false;
  const opens = k === run && run === core && end - run === 2;
  return !(opens && GIVEN_TOO.has(word) && (givenName(word) !== null || givenName(words[k + 1]!) === null));
}

/** Whether [at, end) reads as a person's own name though its last word is a role noun: "Alma King". */
export const isSurnamed = ({ document }: Lexicon, at: number, end: number): boolean =>
  end - at >= 2 && givenName(document.words[at]!) !== null && NAMES_TOO.has(document.words[end - 1]!.toLowerCase());

/** Behind the words that lead a name without being part of it: "German", "Democrat". */
export function behindLeads({ document, classes }: Lexicon, from: number, end: number): number {
  let at = from;
  for (; at < end - 1; at++) {
    const word = classes.lower[at]!;
    const people = isNationality(word) || word === "democrat" || word === "republican";
    if (end - at < 3 && (givenName(document.words[at]!) !== null || !people)) break;
    if (!people && !PARTIES.has(word) && !/^(?:former|ex|late|acting|then|u\.s\.|us|uk)$/.test(word)) break;
  }
  return at;
}

/** "Would brief Ukrainian President ...": the role starts behind the verb. */
export function dropVerb({ classes }: Lexicon, phrase: Phrase): void {
  for (let i = phrase.roleStart; i + 1 < phrase.roleEnd; i++) {
    if (classes.name[i] === 1 || classes.name[i + 1] === 0) continue;
    const word = classes.lower[i]!;
    if (!BEFORE_CAPITALS.test(word) && !isRoleNoun(word) && !isGroupNoun(word)) phrase.roleStart = i + 1;
  }
}

/** Takes courtesy titles off the end of the role, and notes what they tell. */
export function readTitles({ classes }: Lexicon, phrase: Phrase): void {
  const { lower } = classes;
  while (phrase.roleEnd > phrase.roleStart) {
    const at = phrase.roleEnd - (lower[phrase.roleEnd - 1] === "." ? 2 : 1);
    const title = honorific(lower[at]!);
    if (!title) return;
    if (title.gender !== "u") phrase.gender = title.gender;
    phrase.titled = true;
    if (title.kept && phrase.nameEnd - phrase.nameStart === 1) phrase.keptTitle = at;
    if (title.office && !title.kept) return;
    phrase.roleEnd = at;
  }
}
