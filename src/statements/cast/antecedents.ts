import type { Gender } from "./given-names.ts";
import type { Entity } from "./people.ts";
import type { PhraseKind } from "./phrase.ts";
import { PLACE } from "./places.ts";

/** A mention already read, as a later pronoun looks back on it. */
export interface Mention {
  /** Null where the mention itself could be two people's: it stands in the way of a guess. */
  readonly entity: Entity | null;
  /** Whom it could name, where it is not clear: a pronoun's gender may tell. */
  readonly options: readonly Entity[];
  readonly place: number;
  /** Number of the sentence, sentences that are all quotation not counted. */
  readonly discourse: number;
  readonly paragraph: number;
  readonly quoted: boolean;
}

export interface Pronoun {
  readonly wants: "person" | "thing" | "many";
  readonly gender: Gender;
}

/** Whom a pronoun means; `alone` where nobody else near could be meant. */
export interface Found {
  readonly entity: Entity;
  readonly alone: boolean;
}

/** Where a pronoun stands; `closing` where it ends a quotation or a report (", he said"), which carries the last speaker on. */
export interface Where extends Omit<Mention, "entity" | "options" | "place"> {
  readonly closing: boolean;
  /** Whoever says this does not name himself so. */
  readonly spokenOf?: ReadonlySet<Entity> | undefined;
  /** Whether the pronoun speaks: whoever spoke before is likelier than who never did. */
  readonly speaking?: boolean;
}

/** The third person, by form in lower case. */
export const PRONOUNS: Readonly<Record<string, Pronoun>> = {
  he: { wants: "person", gender: "m" },
  him: { wants: "person", gender: "m" },
  his: { wants: "person", gender: "m" },
  himself: { wants: "person", gender: "m" },
  she: { wants: "person", gender: "f" },
  her: { wants: "person", gender: "f" },
  herself: { wants: "person", gender: "f" },
  it: { wants: "thing", gender: "u" },
  its: { wants: "thing", gender: "u" },
  they: { wants: "many", gender: "u" },
  them: { wants: "many", gender: "u" },
  their: { wants: "many", gender: "u" },
};

/** How likely a kind is meant, by what the pronoun wants. */
const FIT: Record<Pronoun["wants"], Partial<Record<PhraseKind, number>>> = {
  person: { person: 1, unknown: 0.8 },
  thing: { organisation: 1, group: 1, document: 0.9, place: 0.8, unknown: 0.6, thing: 0.7 },
  many: { people: 1, group: 0.8, organisation: 0.7, unknown: 0.3, thing: 0.7 },
};

/** What a sentence further back still counts; after Lappin and Leass (1994), who halve. */
const DECAY = [1, 0.9, 0.62, 0.4, 0.26, 0.16];
const WINDOW = 90;
const PARAGRAPHS = 3;
/** Paragraphs over which the only woman of an article is "she". */
const REMEMBERED = 8;
/** Mentions looked through for her. */
const FAR = 400;
const KNOWN_GENDER = 1.15;
const NEW_PARAGRAPH = 0.92;
/** What a mention of a paragraph before counts where this paragraph has its own, and the pronoun does not close a report. */
const OLD_TOPIC = 0.62;
/** What a mention counts of somebody whom the words said name. */
const NAMED_BY_SPEAKER = 0.3;
/** What a mention inside what somebody says counts of a group that never spoke, where "they" speak. */
const MUTE = 0.4;
const ENOUGH = 18;
const MARGIN = 1.15;

/** The one whom a pronoun means, or null where two are about as likely or nobody fits; looks at most 90 mentions back. */
export function antecedent(pronoun: Pronoun, at: Where, mentions: readonly Mention[]): Found | null {
  const scores = new Map<Entity | null, number>();
  const company = new Map<number, Set<Entity>>();
  let lastPlain = true;
  let own = false;
  for (let k = mentions.length - 1, seen = 0; k >= 0 && seen < WINDOW; k--, seen++) {
    const mention = mentions[k]!;
    const distance = at.discourse - mention.discourse;
    const paragraphs = at.paragraph - mention.paragraph;
    if (distance >= DECAY.length || paragraphs > PARAGRAPHS) break;
    if (mention.quoted !== at.quoted) {
      if (at.quoted) lastPlain = false;
      continue;
    }
    if (at.quoted && (!lastPlain || paragraphs > 0)) break;
    const entity = mention.entity ?? onlyOne(pronoun, mention.options);
    if (pronoun.wants === "many" && mention.entity?.kind === "person" && mention.place >= PLACE.object) {
      const together = company.get(distance) ?? new Set();
      company.set(distance, together.add(mention.entity));
      if (together.size > 1) scores.set(null, Math.max(scores.get(null) ?? 0, PLACE.subject * DECAY[distance]!));
    }
    const fit = entity === null ? (pronoun.wants === "person" ? 1 : 0) : suits(pronoun, entity, mention.place);
    if (fit === 0) continue;
    if (paragraphs === 0 && mention.place > 0) own = true;
    const distant = paragraphs === 0 ? 1 : own && !at.closing ? OLD_TOPIC : NEW_PARAGRAPH;
    const named = entity !== null && at.spokenOf?.has(entity) ? NAMED_BY_SPEAKER : 1;
    const silent = mention.place <= PLACE.inner && entity !== null && entity.foremost < PLACE.speaker;
    const mute = silent && at.speaking && pronoun.wants === "many" ? MUTE : 1;
    const score = mention.place * DECAY[distance]! * fit * distant * named * mute;
    const known = scores.get(entity);
    scores.set(entity, known === undefined ? score : Math.max(known, score) + Math.min(known, score) * 0.15);
  }
  let best: Entity | null = null;
  let top = 0;
  let second = 0;
  for (const [entity, score] of scores) {
    if (score > top) {
      second = top;
      top = score;
      best = entity;
    } else if (score > second) second = score;
  }
  if (top < ENOUGH && !at.quoted) return onlyPerson(pronoun, at, mentions);
  if (best === null || top < ENOUGH || top < second * MARGIN) return null;
  if (pronoun.wants === "person" && mayBePlace(best)) return null;
  return { entity: best, alone: second === 0 && top >= PLACE.inner * 0.6 };
}

/** The only person of the pronoun's sex that the article has named, where nobody near fits: a profile's "she". */
function onlyPerson({ gender }: Pronoun, at: Where, mentions: readonly Mention[]): Found | null {
  const found = new Set<Entity>();
  if (gender === "u") return null;
  for (const { entity, options, quoted, paragraph } of mentions.slice(-FAR)) {
    if (quoted || at.paragraph - paragraph > REMEMBERED) continue;
    if (options.length > 1) return null;
    if (entity?.kind === "person" && (entity.gender === gender || entity.gender === "u")) found.add(entity);
  }
  const [entity] = found;
  return found.size === 1 && entity!.gender === gender && entity!.words.length > 1 ? { entity: entity!, alone: false } : null;
}

/** The only one of several that the pronoun's gender leaves. */
function onlyOne(pronoun: Pronoun, options: readonly Entity[]): Entity | null {
  const left = pronoun.wants === "person" ? options.filter((entity) => suits(pronoun, entity, PLACE.speaker) > 0) : [];
  return left.length === 1 ? left[0]! : null;
}

/** How well the pronoun can mean the entity, 0 to 1.15; names and places that have done nothing yet may be mere scenery. */
function suits(pronoun: Pronoun, entity: Entity, place: number): number {
  const { kind, gender, plural, foremost } = entity;
  if ((kind === "unknown" || kind === "place") && foremost < PLACE.inner) return 0;
  if (pronoun.wants === "thing" && plural) return 0;
  if (pronoun.wants === "many" && kind === "thing" && !plural) return 0;
  const speaks = kind === "unknown" && pronoun.wants === "person" && place >= PLACE.speaker;
  const fit = speaks || (pronoun.wants === "many" && entity.they) ? 1 : (FIT[pronoun.wants][kind] ?? 0);
  if (pronoun.gender === "u" || gender === "u") return fit;
  return gender === pronoun.gender ? fit * KNOWN_GENDER : 0;
}

/** A single name that never spoke may be a town's: it stands in a person's way, and is none. */
const mayBePlace = ({ kind, words, foremost }: Entity): boolean =>
  kind === "unknown" && words.length < 2 && foremost < PLACE.speaker;
