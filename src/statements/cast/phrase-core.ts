import { givenName } from "./given-names.ts";
import { isDocumentNoun, isGroupNoun, isOrganisationSurname, isOrganisationWord } from "./groups.ts";
import { honorific, LETTERS, PARTICLES, SUFFIXES } from "./honorifics.ts";
import { isNationality, isPlace } from "./nationalities.ts";
import { endsField, joinOffice, PARTIES, splitAfterOffice, TIES } from "./offices.ts";
import type { Lexicon, Phrase, PhraseKind } from "./phrase.ts";
import { genderOfRole, isPluralRole, isRoleNoun, looksLikeRole } from "./role-nouns.ts";

/** More capital words than a person's name has; what is longer is a headline or a title. */
const LONGEST_NAME = 5;
/** Roles that are also given names or surnames: a role only with a word before them or the article behind. */
const NAMES_TOO = new Set(
  "dean king prince judge major baron earl duke bishop pope marshal page baker cook guard monk chase chief porter painter hunter driver farmer miner mason butler carter boss cardinal abbot singer ambassador fisher star master priest knight queen lord moon sage worth woods young trooper star model fan principal lead host".split(
    " ",
  ),
);

/** Of those, the ones that people are christened: before a surname they are no title. */
const GIVEN_TOO = new Set(
  "dean earl duke marshal page chase porter hunter mason carter miner sage baker fisher butler abbot cook".split(" "),
);

/** Reads tokens [start, end) as one phrase: where its role ends, where its name begins, what kind of thing it is. */
export function parsePhrase(lexicon: Lexicon, before: Phrase[], start: number, end: number, possessor: Phrase | null): Phrase {
  const { document, classes } = lexicon;
  const { words, pos } = document;
  const { lower, name } = classes;
  let core = possessor ? possessor.end + 1 : start;
  let determiner: Phrase["determiner"] = possessor ? "the" : "none";
  while (core < end && name[core] === 0 && pos[core] !== "NOUN") {
    const word = lower[core]!;
    if (/^(?:the|this|that|these|those|both|each|every|neither|either)$/.test(word)) determiner = "the";
    else if (/^(?:a|an|another|some|any|no|all)$/.test(word)) determiner = "a";
    else if (/^(?:his|her|its|their|my|our|your|whose)$/.test(word)) determiner = "his";
    else break;
    core++;
  }
  if (core >= end) core = start;
  const phrase: Phrase = {
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
  const run = runStart(lexicon, core, end);
  if (run === end) return common(lexicon, phrase);
  const last = end - 1;
  const tokens = end - run;

  const strong =
    isOrganisationWord(lower[last]!) && !(isOrganisationSurname(lower[last]!) && tokens === 2 && givenName(words[run]!) !== null);
  if (strong && !(tokens === 1 && determiner === "none"))
    return named(phrase, "organisation", core < run && determiner === "none" ? run : run, end);

  let at = run;
  for (let k = run; k < last; k++) if (endsRole(lexicon, run, k, end, core)) at = k + 1;
  const tied = before.length > 0 && TIES.has(lower[start - 1] ?? "");
  const split = tied ? Math.max(at, splitAfterOffice(lexicon, run, end)) : run;
  const officeBehind = split > run && endsField(lexicon, run, split) && joinOffice(lexicon, before, phrase);
  if (officeBehind) at = split;
  if (
    at === run &&
    words.slice(run, end).some((word, k) => /^(?:of|for|on)$/.test(word) && isOrganisationWord(lower[run + k - 1] ?? ""))
  )
    return named(phrase, "organisation", run, end);

  if (isRoleNoun(lower[last]!) && !isName(lexicon, at, end) && !officeBehind) return common(lexicon, phrase);
  if (isPluralRole(lower[last]!) && !SUFFIXES.has(lower[last]!) && (at === last || determiner !== "none"))
    return common(lexicon, phrase);
  while (at < last && leads(lexicon, at, end)) at++;

  const only = words.slice(run, end).join(" ").toLowerCase();
  if (run === core && isPlace(only)) return named(phrase, "place", run, end);
  if (tokens === 1 && isNationality(only)) {
    phrase.kind = determiner === "none" || lower[last]!.endsWith("s") ? "people" : "person";
    phrase.plural = phrase.kind === "people";
    return phrase;
  }

  let stop = end;
  while (stop - 1 > at && LETTERS.has(lower[stop - 1]!)) stop--;
  phrase.nameStart = at;
  phrase.nameEnd = stop;
  phrase.head = stop - 1;
  if (!officeBehind)
    phrase.roleStart = possessor && possessor.kind !== "pronoun" && possessor.kind !== "thing" ? possessor.start : phrase.core;
  phrase.roleEnd = at;
  if (!officeBehind && !possessor) dropVerb(lexicon, phrase);
  readTitles(lexicon, phrase);

  const first = words[at]!;
  const size = stop - at;
  const given = givenName(first);
  const prefix = phrase.roleEnd > phrase.roleStart ? lower[phrase.roleEnd - 1]! : "";
  const office =
    phrase.roleEnd > phrase.roleStart &&
    (looksLikeRole(prefix) || PARTIES.has(prefix) || (honorific(prefix)?.office ?? false) || isPluralRole(prefix));
  if (office && genderOfRole(prefix) !== "u" && phrase.gender === "u") phrase.gender = genderOfRole(prefix);
  if (phrase.gender === "u" && given !== null && (size > 1 || phrase.titled)) phrase.gender = given;
  const loose = determiner === "the" && !possessor && /^(?:friend|man|woman|person|boy|girl|child|hero)$/.test(prefix);
  if ((!office && !officeBehind) || loose) phrase.roleStart = phrase.roleEnd;
  const parts = words.slice(at, stop).filter((word) => /^\p{Lu}\p{Ll}/u.test(word)).length;
  const acronym = size === 1 && /^\p{Lu}[\p{Lu}.&\d]+$/u.test(first) && !/^(?:\p{Lu}\.)$/u.test(first);
  const several = words
    .slice(at, stop)
    .some(
      (word, k) =>
        isOrganisationWord(word.toLowerCase()) && !isOrganisationSurname(word.toLowerCase()) && !(k === 0 && given !== null),
    );
  if (phrase.titled || phrase.keptTitle >= 0) phrase.kind = "person";
  else if (acronym && determiner === "a" && !office)
    return common(lexicon, Object.assign(phrase, { nameStart: -1, nameEnd: -1, kind: "group" }));
  else if (officeBehind) phrase.kind = "person";
  else if (acronym) phrase.kind = office && !isGroupNoun(prefix) ? "person" : "organisation";
  else if (several || parts > LONGEST_NAME || isGroupNoun(prefix) || words.slice(at, stop).includes("&")) {
    phrase.kind = "organisation";
    phrase.roleStart = phrase.roleEnd = at;
  } else if (
    office ||
    (given !== null && size > 1 && (determiner === "none" || possessor !== null || phrase.roleEnd > phrase.core))
  )
    phrase.kind = "person";
  else if (determiner === "the" && !possessor) phrase.kind = "organisation";
  else phrase.kind = "unknown";
  return phrase;
}

/** First token of the run of name-like tokens that ends the phrase; `end` where its last token is no name. */
function runStart({ document, classes }: Lexicon, core: number, end: number): number {
  const { words } = document;
  const inName = (i: number): boolean =>
    classes.name[i] === 1 || PARTICLES.has(classes.lower[i]!) || /^(?:["'(),&-]|‑|of|for|on|the|and)$/.test(words[i]!);
  if (classes.name[end - 1] === 0) {
    // A hyphenated last word keeps its name: "Jean-Luc", not "Kyiv-based".
    return end;
  }
  let run = end;
  while (run > core && inName(run - 1)) run--;
  while (run < end && classes.name[run] === 0 && !PARTICLES.has(classes.lower[run]!)) run++;
  return run;
}

/** Whether the role or title before a name ends with token k. */
function endsRole({ document, classes }: Lexicon, run: number, k: number, end: number, core: number): boolean {
  const word = classes.lower[k]!;
  if (document.words[k + 1] === "'s" || document.words[k + 1] === ",") return false;
  if (/^(?:["')&-])$/.test(document.words[k + 1]!)) return false;
  if (
    honorific(word) &&
    !(SUFFIXES.has(word) || (k > run && givenName(document.words[k - 1]!) !== null && !document.words[k]!.endsWith(".")))
  )
    return true;
  if (isPluralRole(word)) return true;
  if (!isRoleNoun(word)) return word === "elect" || word === "designate";
  if (NAMES_TOO.has(word) && k > run && givenName(document.words[k - 1]!) !== null) return false;
  if (
    GIVEN_TOO.has(word) &&
    k === run &&
    run === core &&
    (givenName(word) !== null || givenName(document.words[k + 1]!) === null) &&
    end - run === 2
  )
    return false;
  return true;
}

/** Whether [at, end) reads as a person's own name though its last word is a role noun: "Stephen King". */
const isName = ({ document }: Lexicon, at: number, end: number): boolean => {
  if (end - at < 2) return false;
  const first = document.words[at]!;
  return givenName(first) !== null && NAMES_TOO.has(document.words[end - 1]!.toLowerCase());
};

/** Words that lead a name without being part of it: "German", "Democrat". */
function leads({ document, classes }: Lexicon, at: number, end: number): boolean {
  const word = classes.lower[at]!;
  if (end - at < 3 && givenName(document.words[at]!) !== null) return false;
  if (end - at < 3 && !(isNationality(word) || word === "democrat" || word === "republican")) return false;
  return isNationality(word) || PARTIES.has(word) || /^(?:former|ex|late|acting|then|u\.s\.|us|uk)$/.test(word);
}

/** Lower-case words that stand before a capital inside a role; any other is a verb that the tagger took for an adjective. */
const BEFORE_CAPITALS =
  /^(?:former|ex|acting|then|late|outgoing|incoming|veteran|longtime|long-time|senior|current|deputy|vice|retired|fellow|new|newly|top|rival|embattled|celebrated|noted|exiled|jailed|ousted|co|far-right|far-left|-)$/;

/** "would brief Ukrainian President ...": the role starts behind the verb. */
function dropVerb({ classes }: Lexicon, phrase: Phrase): void {
  for (let i = phrase.roleStart; i + 1 < phrase.roleEnd; i++) {
    if (classes.name[i] === 1 || classes.name[i + 1] === 0) continue;
    const word = classes.lower[i]!;
    if (!BEFORE_CAPITALS.test(word) && !/^(?:of|for|on|and|the|'s?|&)$/.test(word) && !isRoleNoun(word) && !isGroupNoun(word))
      phrase.roleStart = i + 1;
  }
}

/** Takes courtesy titles off the end of the role, and notes what they tell. */
function readTitles({ classes }: Lexicon, phrase: Phrase): void {
  const { lower } = classes;
  let { roleEnd } = phrase;
  while (roleEnd > phrase.roleStart) {
    const title = honorific(lower[roleEnd - 1]!);
    if (!title) break;
    if (title.gender !== "u") phrase.gender = title.gender;
    phrase.titled = true;
    if (title.kept && phrase.nameEnd - phrase.nameStart === 1) phrase.keptTitle = roleEnd - 1;
    if (title.office && !title.kept) break;
    roleEnd--;
  }
  phrase.roleEnd = roleEnd;
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
  const plural = isPluralRole(head);
  phrase.plural = plural || (document.pos[phrase.head] === "NOUN" && /[^s]s$/.test(head) && !isRoleNoun(head));
  phrase.gender = plural ? "u" : genderOfRole(head);
  if (plural) phrase.kind = "people";
  else if (isRoleNoun(head) || /^\d+-year-old$/.test(head) || (head === "old" && classes.lower[phrase.head - 1] === "-"))
    phrase.kind = "person";
  else if (isGroupNoun(head)) phrase.kind = "group";
  else if (isDocumentNoun(head)) phrase.kind = "document";
  else if (looksLikeRole(head)) phrase.kind = "person";
  else if (/^\p{Lu}{2,}$/u.test(document.words[phrase.head]!)) phrase.kind = "group";
  return phrase;
}
