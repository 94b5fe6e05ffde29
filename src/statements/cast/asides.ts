import type { Entity } from "./people.ts";
import type { Lexicon, Phrase } from "./phrase.ts";
import { isRoleNoun } from "./role-nouns.ts";
import { addRole, appositionEnd, createRole, learnRole, tellsRole } from "./roles.ts";

/** What somebody is who does this to an organisation, by the verb's base form. */
const HEADS: Readonly<Record<string, string>> = {
  head: "head",
  lead: "leader",
  run: "head",
  chair: "chair",
  direct: "director",
  manage: "manager",
  command: "commander",
  coach: "coach",
  edit: "editor",
  own: "owner",
  take: "head",
};
/** Who heads such a body, or what holding such an office makes of one. */
const OFFICERS: Readonly<Record<string, string>> = {
  ministry: "minister",
  department: "secretary",
  embassy: "ambassador",
  presidency: "president",
  chancellery: "chancellor",
  premiership: "premier",
  governorship: "governor",
  mayoralty: "mayor",
  chairmanship: "chairman",
  leadership: "leader",
};
/** Verbs that put somebody into the office named behind "as"; "served" and "resigned as" tell of the past. */
const ENTERS = new Set("replace succeed take elect appoint name choose swear serves work return continue".split(" "));
/** Verbs with the office right behind. */
const BECOMES = new Set("be become elect appoint name remain".split(" "));
/** How far an aside is read. */
const LONGEST = 24;

/** Reads the office that a clause such as "who took over the finance ministry in May" gives, from the token behind "who". */
export function readAside(
  lexicon: Lexicon,
  phrases: readonly Phrase[],
  phraseAt: Int32Array,
  from: number,
  entity: Entity,
): void {
  const { words, lemmas, pos, sentenceOf } = lexicon.document;
  const { lower } = lexicon.classes;
  const limit = Math.min(words.length, from + LONGEST);
  const within = (i: number): boolean => i < limit && sentenceOf[i] === sentenceOf[from] && words[i] !== ",";
  const starting = (i: number): Phrase | null => {
    const phrase = within(i) ? phrases[phraseAt[i] ?? -1] : undefined;
    return phrase?.start === i ? phrase : null;
  };

  let verb = from;
  while (within(verb + 1) && (pos[verb] === "ADV" || (pos[verb] === "AUX" && /^(?:VERB|AUX|ADV)$/.test(pos[verb + 1]!)))) verb++;
  if (!within(verb)) return;
  const past = lower[verb] === "was" || lower[verb] === "were";
  const base = lower[verb] === "'s" ? "be" : lemmas[verb]!;

  let at = verb + 1;
  while (/^(?:over|charge|of|on|up)$/.test(lower[at] ?? "")) at++;
  const object = starting(at);
  const office = HEADS[base];
  if (object && office && (base !== "take" || at > verb + 1)) {
    const head = lower[object.head]!;
    if (object.kind === "group" || object.kind === "organisation" || OFFICERS[head]) {
      const role = createRole(lexicon, object.core, object.end, object.head);
      const officer = OFFICERS[head] ?? office;
      addRole(entity, { ...role, text: "", head: officer, words: [...role.words, officer] });
      return;
    }
  }
  let named = !past && BECOMES.has(base) ? starting(verb + 1) : null;
  if (ENTERS.has(base) || ENTERS.has(lower[verb]!))
    for (let i = verb + 1; !named && within(i); i++) if (lower[i] === "as") named = starting(i + 1);
  if (named && tellsRole(lexicon, named) && isRoleNoun(lower[named.head]!) && named.determiner !== "his")
    learnRole(lexicon, entity, named.core, appositionEnd(lexicon, named, phraseAt, phrases), named.head);
}
