import { behindLeads, behindRoles, dropVerb, isSurnamed, readTitles, runStart } from "./before-names.ts";
import { givenName } from "./given-names.ts";
import { beginsPlace, isGroupNoun, isSurnameToo } from "./groups.ts";
import { honorific, LETTERS } from "./honorifics.ts";
import { isPlace } from "./nationalities.ts";
import { endsField, joinOffice, PARTIES, splitAfterOffice, TIES } from "./offices.ts";
import type { Lexicon, Phrase, PhraseKind } from "./phrase.ts";
import { genderOfRole, isPluralRole, looksLikeRole } from "./role-nouns.ts";
import { startOfRole } from "./roles.ts";
import { TRAIT } from "./word-traits.ts";

/** More capital words than a person's name has; what is longer is a headline or a title. */
const LONGEST_NAME = 5;

/** Reads tokens [start, end) as one phrase: where its role ends, where its name begins, what kind of thing it is. */
export function parsePhrase(lexicon: Lexicon, before: Phrase[], start: number, end: number, possessor: Phrase | null): Phrase {
  const { lower, traits } = lexicon.classes;
  const phrase = bare(lexicon, start, end, possessor);
  const { core } = phrase;
  const run = runStart(lexicon, core, end);
  if (run === end) return common(lexicon, phrase);
  const last = end - 1;
  const tokens = end - run;

  const endsAs = (trait: number): boolean =>
    (traits[last]! & trait) !== 0 && !(tokens === 2 && (traits[run]! & TRAIT.given) !== 0 && isSurnameToo(lower[last]!));
  if ((tokens > 1 || phrase.determiner !== "none") && endsAs(TRAIT.organisation)) return named(phrase, "organisation", run, end);
  if (tokens > 1 && (endsAs(TRAIT.place) || beginsPlace(lower[run]!))) return named(phrase, "place", run, end);

  let at = behindRoles(lexicon, run, end, core);
  const tied = before.length > 0 && TIES.has(lower[start - 1] ?? "");
  const split = tied ? Math.max(at, splitAfterOffice(lexicon, run, end)) : run;
  const officeBehind = split > run && endsField(lexicon, run, split) && joinOffice(lexicon, before, phrase);
  if (officeBehind) at = split;
  if (at === run && joinsOrganisation(lexicon, run, end)) return named(phrase, "organisation", run, end);
  const ending = traits[last]!;
  if ((ending & TRAIT.role) !== 0 && !isSurnamed(lexicon, at, end) && !officeBehind) return common(lexicon, phrase);
  if ((ending & TRAIT.pluralRole) !== 0 && (ending & TRAIT.suffix) === 0 && (at === last || phrase.determiner !== "none"))
    return common(lexicon, phrase);
  if (run === core && (tokens === 1 ? (ending & TRAIT.land) !== 0 : isPlace(lower.slice(run, end).join(" "))))
    return named(phrase, "place", run, end);
  if (tokens === 1 && (ending & TRAIT.nationality) !== 0) {
    phrase.kind = phrase.determiner === "none" || lower[last]!.endsWith("s") ? "people" : "person";
    phrase.plural = phrase.kind === "people";
    return phrase;
  }

  at = behindLeads(lexicon, at, end);
  let stop = end;
  while (stop - 1 > at && LETTERS.has(lower[stop - 1]!)) stop--;
  phrase.nameStart = at;
  phrase.nameEnd = stop;
  phrase.head = stop - 1;
  phrase.roleEnd = at;
  if (!officeBehind) {
    phrase.roleStart = startOfRole(lexicon.classes, phrase);
    if (!possessor) dropVerb(lexicon, phrase);
  }
  readTitles(lexicon, phrase);
  return asNamed(lexicon, phrase, officeBehind);
}

/** Tells the kind of a phrase with a name, its gender, and whether the words before the name are a role. */
function asNamed({ document, classes }: Lexicon, phrase: Phrase, officeBehind: boolean): Phrase {
  const { words } = document;
  const { determiner, possessor, nameStart: at, nameEnd: stop } = phrase;
  const first = words[at]!;
  const size = stop - at;
  const given = (classes.traits[at]! & TRAIT.given) === 0 ? null : givenName(first);
  const hasRole = phrase.roleEnd > phrase.roleStart;
  const prefix = hasRole ? classes.lower[phrase.roleEnd - 1]! : "";
  const office =
    hasRole &&
    (looksLikeRole(prefix) ||
      PARTIES.has(prefix) ||
      (honorific(prefix)?.office ?? false) ||
      isPluralRole(prefix) ||
      prefix === ".");
  if (office && phrase.gender === "u") phrase.gender = genderOfRole(prefix);
  if (phrase.gender === "u" && given !== null && (size > 1 || phrase.titled)) phrase.gender = given;
  const loose = determiner === "the" && !possessor && /^(?:friend|man|woman|person|boy|girl|child|hero)$/.test(prefix);
  if ((!office && !officeBehind) || loose) phrase.roleStart = phrase.roleEnd;

  const long = size > LONGEST_NAME && words.slice(at, stop).filter((word) => /^\p{Lu}\p{Ll}/u.test(word)).length > LONGEST_NAME;
  const acronym = size === 1 && /^\p{Lu}[\p{Lu}.&\d]+$/u.test(first) && !/^\p{Lu}\.$/u.test(first);
  let several = false;
  for (let k = given === null ? at : at + 1; k < stop && !several; k++)
    several = (classes.traits[k]! & TRAIT.organisation) !== 0 && !isSurnameToo(classes.lower[k]!);
  if (phrase.titled || officeBehind) phrase.kind = "person";
  else if (acronym && determiner === "a" && !office) {
    phrase.nameStart = phrase.nameEnd = -1;
    phrase.kind = "group";
  } else if (acronym) phrase.kind = office && !isGroupNoun(prefix) ? "person" : "organisation";
  else if (several || long || isGroupNoun(prefix) || (size > 1 && words.slice(at, stop).includes("&"))) {
    phrase.kind = "organisation";
    phrase.roleStart = phrase.roleEnd = at;
  } else if (office) phrase.kind = "person";
  else if (given !== null && size > 1 && (determiner === "none" || possessor !== null || phrase.roleEnd > phrase.core))
    phrase.kind = "person";
  else if (determiner === "the" && !possessor && classes.lower[phrase.start] !== "both") phrase.kind = "organisation";
  else phrase.kind = "unknown";
  return phrase;
}

const OPENS = TRAIT.determiner | TRAIT.possessive;

/** The phrase with its determiner, and nothing told of it yet. */
function bare({ document, classes }: Lexicon, start: number, end: number, possessor: Phrase | null): Phrase {
  const { lower, traits, name } = classes;
  let core = possessor ? possessor.end + 1 : start;
  let determiner: Phrase["determiner"] = possessor ? "the" : "none";
  while (core < end && (traits[core]! & OPENS) !== 0 && name[core] === 0 && document.pos[core] !== "NOUN") {
    const word = lower[core]!;
    if (/^(?:the|this|that|these|those|both|each|every|neither|either)$/.test(word)) determiner = "the";
    else if (/^(?:a|an|another|some|any|no|all)$/.test(word)) determiner = "a";
    else if (/^(?:his|her|its|their|my|our|your|whose)$/.test(word)) determiner = "his";
    else break;
    core++;
  }
  if (core >= end) core = start;
  return {
    start,
    end,
    kind: "thing",
    determiner,
    possessor,
    core,
    nameStart: -1,
    nameEnd: -1,
    roleStart: core,
    roleEnd: core,
    head: end - 1,
    gender: "u",
    titled: false,
    keptTitle: -1,
    plural: false,
  };
}

/** Whether an organisation's name goes on behind "of", "for" or "on": "Bank of the North". */
function joinsOrganisation({ document, classes }: Lexicon, run: number, end: number): boolean {
  for (let i = run + 1; i < end; i++)
    if ((classes.traits[i - 1]! & TRAIT.organisation) !== 0 && /^(?:of|for|on)$/.test(document.words[i]!)) return true;
  return false;
}

const named = (phrase: Phrase, kind: PhraseKind, from: number, to: number): Phrase => {
  phrase.kind = kind;
  phrase.nameStart = from;
  phrase.nameEnd = to;
  phrase.head = to - 1;
  phrase.roleStart = phrase.roleEnd = from;
  return phrase;
};

/** A phrase without a name: a person by office, people, a group, a document or a mere thing. */
function common({ document, classes }: Lexicon, phrase: Phrase): Phrase {
  const head = classes.lower[phrase.head]!;
  const traits = classes.traits[phrase.head]!;
  const plural = (traits & TRAIT.pluralRole) !== 0;
  const role = (traits & TRAIT.role) !== 0;
  phrase.plural = plural || (!role && document.pos[phrase.head] === "NOUN" && /[^s]s$/.test(head));
  if (!plural && (traits & TRAIT.male) !== 0) phrase.gender = "m";
  else if (!plural && (traits & TRAIT.female) !== 0) phrase.gender = "f";
  if (plural) phrase.kind = "people";
  else if (role || /^\d+-year-old$/.test(head) || (head === "old" && classes.lower[phrase.head - 1] === "-"))
    phrase.kind = "person";
  else if ((traits & TRAIT.group) !== 0) phrase.kind = "group";
  else if ((traits & TRAIT.document) !== 0) phrase.kind = "document";
  else if ((traits & TRAIT.looksLikeRole) !== 0) phrase.kind = "person";
  else if (/^\p{Lu}{2,}$/u.test(document.words[phrase.head]!)) phrase.kind = "group";
  return phrase;
}
