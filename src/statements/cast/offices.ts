import { givenName } from "./given-names.ts";
import { isOrganisationWord } from "./groups.ts";
import { honorific } from "./honorifics.ts";
import { isNationality, isPlace } from "./nationalities.ts";
import type { Lexicon, Phrase } from "./phrase.ts";
import { isPluralRole, isRoleNoun } from "./role-nouns.ts";
import { startOfRole } from "./roles.ts";

/** Parties and creeds: they lead a name, and tell a role alone. */
export const PARTIES = new Set(
  "democrat republican conservative labour liberal democratic gop tory green socialist independent communist social libertarian evangelical catholic protestant muslim jewish christian".split(
    " ",
  ),
);
/** What stands between an office and what it is of. */
export const TIES = new Set(["of", "for", "to", "on", "at", "in"]);

/** In "of Education Sofia Lindqvist" the name starts where a given name follows what the office is of. */
export function splitAfterOffice({ document, classes }: Lexicon, run: number, end: number): number {
  const { words } = document;
  const { lower } = classes;
  for (let k = end - 2; k > run; k--)
    if (classes.name[k] === 1 && isOrganisationWord(lower[k - 1]!) && !givenName(words[k - 1]!)) return k;
  for (let k = run + 1; k < end - 1; k++) {
    if (classes.name[k] === 0) continue;
    const previous = words[k - 1]!;
    if (
      givenName(words[k]!) !== null &&
      givenName(previous) === null &&
      !/^\p{Lu}\.$/u.test(previous) &&
      classes.name[k - 1] === 1
    )
      return k;
    if (isPlace(words.slice(run, k).join(" ").toLowerCase()) && end - k >= 2) return k;
  }
  return run;
}

/** Whether [run, split) is what an office is of ("Education", "Homeland Security"), and no office itself: "adviser to President Venn". */
export function endsField({ classes }: Lexicon, run: number, split: number): boolean {
  let k = split - 1;
  while (k >= run && honorific(classes.lower[k]!)?.office === false) k--;
  const word = classes.lower[k]!;
  return (
    k >= run &&
    !isRoleNoun(word) &&
    !isPluralRole(word) &&
    honorific(word) === undefined &&
    !isNationality(word) &&
    !PARTIES.has(word)
  );
}

/** Takes the office before "of" into the phrase: "Minister of" + "Education Sofia Lindqvist". */
export function joinOffice({ classes }: Lexicon, before: Phrase[], phrase: Phrase): boolean {
  const { lower } = classes;
  let k = before.length - 1;
  let next = phrase.start;
  let found = -1;
  for (let steps = 0; k >= 0 && steps < 6; k--, steps++) {
    const previous = before[k]!;
    if (previous.end !== next - 1 || !TIES.has(lower[next - 1]!)) {
      if (previous.end !== next) break;
    }
    if (previous.nameStart < 0 && isRoleNoun(lower[previous.head]!) && previous.kind === "person") found = k;
    next = previous.start;
  }
  if (found < 0) return false;
  const office = before[found]!;
  before.length = found;
  phrase.start = office.start;
  phrase.determiner = office.determiner;
  phrase.roleStart = startOfRole(classes, office);
  phrase.core = office.core;
  return true;
}
