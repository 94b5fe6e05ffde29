import { antecedent, type Mention, type Where } from "./antecedents.ts";
import { describedBy, indexRoles } from "./descriptions.ts";
import type { Gathered } from "./gather.ts";
import { isOrganisationWord } from "./groups.ts";
import { theOneMeant } from "./namesakes.ts";
import { fullOrganisation } from "./organisations.ts";
import { addEntity, type Entity } from "./people.ts";
import type { Phrase } from "./phrase.ts";
import { PLACE } from "./places.ts";
import { addRole, chosenRole, createRole } from "./roles.ts";
import { isSaying } from "./saying.ts";
import { AGED } from "./surroundings.ts";

/** Paragraphs over which "the mayor" still means the mayor named before. */
const REMEMBERED = 8;
/** Mentions looked through for the organisation that "the company" is. */
const RECENT = 200;
/** What any document can be called later. */
const ANY_DOCUMENT = new Set("document text paper".split(" "));
/** Who speaks in an article besides the one whom it is about. */
const OUTSIDERS = new Set(
  (
    "analyst attorney author caller critic detective doctor expert friend guard host interviewer investigator journalist judge juror lawyer moderator neighbor neighbour observer officer " +
    "official pollster presenter prosecutor reporter resident rival source spokesman spokesperson spokeswoman supporter victim viewer voter witness"
  ).split(" "),
);

/** What an organisation can be called once it is named, and the last words of the names of such. */
const FIRMS = new Set("company firm manufacturer retailer airline operator carmaker automaker publisher startup".split(" "));
const FIRM_NAMES = new Set(
  (
    "group inc inc. corp corp. corporation company co co. ltd ltd. llc plc holdings industries motors airlines airways coaches foods brewing energy electric petroleum " +
    "pharmaceuticals systems technologies logistics mining shipping railways stores brothers bros. partners ventures enterprises studios"
  ).split(" "),
);
const BODIES = new Set("group charity foundation nonprofit organisation organization".split(" "));
const BODY_NAMES = new Set(
  "foundation association society alliance coalition federation network council trust fund institute league union project campaign watch aid".split(
    " ",
  ),
);

/** Finds whom phrases without a name mean. */
export interface UnnamedReader {
  /** Null where it can be several, undefined where it is nobody who speaks. */
  find(phrase: Phrase, n: number, at: Where): Entity | null | undefined;
}

/** `mentions` are those before; `printed` is written: by entity without a name, the phrase that it was first printed as. */
export function createUnnamedReader(
  gathered: Gathered,
  places: Uint8Array,
  mentions: readonly Mention[],
  printed: Map<Entity, number>,
): UnnamedReader {
  const { lexicon, people, organisations } = gathered;
  const { words, lemmas } = lexicon.document;
  const { lower } = lexicon.classes;
  const roles = indexRoles(people);
  /** By noun, who was introduced by it ("a fisherman"); null where several were. */
  const introduced = new Map<string, Entity | null>();
  const documents = new Set<Entity>();
  const persons = new Set<Entity>();
  let counted = 0;

  const asNew = (phrase: Phrase, n: number): Entity => {
    const entity = addEntity(people, phrase.kind, "", []);
    entity.gender = phrase.gender;
    entity.plural = phrase.plural;
    printed.set(entity, n);
    return entity;
  };

  /** Whom '," the chief engineer said' means where nobody was called so: the only person so far, who spoke last and has no office yet. */
  const onlySpeaker = (phrase: Phrase, n: number, at: Where): Entity | null => {
    for (; counted < mentions.length; counted++) {
      const { entity, quoted } = mentions[counted]!;
      if (entity && !quoted && (entity.kind === "person" || entity.kind === "people")) persons.add(entity);
    }
    const head = lower[phrase.head]!;
    const speaks = isSaying(lemmas[phrase.end] ?? "");
    const age = ageOf(phrase) !== null;
    const taken = phrase.determiner === "the" && (age || lower[phrase.core] === "former");
    const tag = speaks && (taken || /^["']$/.test(words[phrase.start - 1] ?? ""));
    if (!tag || persons.size !== 1 || gathered.ofEnd(n) > phrase.end || OUTSIDERS.has(head)) return null;
    const entity = antecedent({ wants: "person", gender: phrase.gender }, { ...at, closing: true }, mentions)?.entity;
    const fits =
      entity && persons.has(entity) && entity.words.length > 1 && (age || entity.roles.every(({ text }) => text === ""));
    return fits && entity.foremost >= (taken ? PLACE.subject : PLACE.speaker) ? entity : null;
  };

  /** The one organisation of late whose name tells that it is such a one, where nothing else near could be meant. */
  const companyNamed = (head: string, at: Where): Entity | null => {
    const kin = BODIES.has(head) ? BODY_NAMES : FIRM_NAMES;
    const found = new Set<Entity>();
    for (const { entity, quoted, paragraph } of mentions.slice(-RECENT)) {
      if (!entity || quoted || !/^(?:organisation|unknown)$/.test(entity.kind)) continue;
      if (entity.kind === "unknown" && entity.foremost < PLACE.subject) continue;
      const suits = entity.words.length > 1 && kin.has(entity.words.at(-1)!);
      if (suits ? at.paragraph - paragraph <= REMEMBERED : at.paragraph - paragraph < 2) found.add(entity);
    }
    const [entity] = found;
    return found.size === 1 && entity!.foremost >= PLACE.subject && kin.has(entity!.words.at(-1)!) ? entity! : null;
  };

  /** The number in "the 34-year-old", however the tokeniser cut it. */
  const ageOf = ({ core, head }: Phrase): string | null =>
    /^(\d+)-year-old$/.exec(lower.slice(core, head + 1).join(""))?.[1] ?? null;

  /** The one of whom the article said that age: "the 34-year-old". */
  const aged = (age: string): Entity[] =>
    (roles.get(AGED) ?? []).filter((entity) => entity.roles.some((role) => role.head === AGED && role.words[0] === age));

  const described = (phrase: Phrase, n: number, at: Where): Entity | null | undefined => {
    const age = ageOf(phrase);
    const [only, other] = age !== null && phrase.determiner === "the" ? aged(age) : [];
    if (only && !other) return only;
    const known = describedBy(lexicon, roles, phrase, gathered.ofEnd(n)).filter((entity) => entity.mentions > 0);
    const found = known.filter((entity) => at.paragraph - entity.paragraph <= REMEMBERED);
    if (found.length < known.length) return found.length > 0 ? null : undefined;
    const entity = found.length > 0 ? theOneMeant(found, at.paragraph) : onlySpeaker(phrase, n, at);
    if (entity && age === null && chosenRole(entity) === null)
      addRole(entity, createRole(lexicon, phrase.core, gathered.ofEnd(n), phrase.head));
    return entity ?? (found.length > 0 ? null : undefined);
  };

  const find = (phrase: Phrase, n: number, at: Where): Entity | null | undefined => {
    const head = lower[phrase.head]!;
    const { kind, determiner } = phrase;
    if (kind === "person" && determiner !== "a" && determiner !== "his") {
      const entity = described(phrase, n, at);
      if (entity !== undefined) return entity;
    }
    if (determiner === "the" && !phrase.possessor) {
      if (organisations.byWord.has(head) && (kind === "group" || (isOrganisationWord(head) && phrase.end - phrase.core > 1))) {
        const entity = fullOrganisation(organisations, lower.slice(phrase.core, phrase.end).join(" "));
        if (entity) return entity;
      }
      const bare = phrase.end - phrase.core === 1 && gathered.ofEnd(n) === phrase.end;
      const before =
        bare && (introduced.get(head) ?? (ANY_DOCUMENT.has(head) && documents.size === 1 ? [...documents][0] : null));
      if (before) return before;
      const company =
        bare && lower[phrase.start] === "the" && (FIRMS.has(head) || BODIES.has(head)) ? companyNamed(head, at) : null;
      if (company) return company;
    }
    if (kind === "thing" && places[n]! < PLACE.inner) return undefined;
    const entity = asNew(phrase, n);
    if (kind === "thing") return entity;
    if (kind === "document" && determiner === "a") documents.add(entity);
    if (determiner === "a" || determiner === "none") introduced.set(head, introduced.has(head) ? null : entity);
    return entity;
  };

  return { find };
}
