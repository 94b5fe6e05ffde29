import {
  CAPITAL_PARTICLES,
  COURTESIES,
  GENERATIONS,
  LETTERS,
  LINKS,
  NOT_SURNAMES,
  OPENERS,
  ORGANISATIONS,
  PARTICLES,
} from "./name-words.ts";
import { foldNames } from "./terms.ts";

/** A printed name as it is compared with others; everything in it is folded (terms.ts). */
export interface NameReading {
  /** The whole name without what newspapers add or leave out: titles, nicknames, "the"; null for an unnamed source. */
  readonly full: string | null;
  /** Set where the name is built like a person's. */
  readonly person: PersonName | null;
}

export interface PersonName {
  /** Empty for a bare surname; a second one is a nickname: Robert “Bob” Hale. */
  readonly given: readonly NamePart[];
  readonly middle: readonly NamePart[];
  /** With its particles: "vonderleien". */
  readonly surname: string;
  /** Forms under which a bare surname may call this person: with particles and without. */
  readonly called: readonly string[];
  /** "jr", or empty. */
  readonly generation: string;
}

/** One word of a name: "Robert", or "R." where `initial`. */
export interface NamePart {
  readonly folded: string;
  readonly letter: string;
  readonly initial: boolean;
}

const NICKNAME = /\s["'“”„‘’«(](\p{L}[\p{L}\p{M} .'-]*)["'“”‘’»)](?=\s|$)/gu;
const INITIALS = /^(?:\p{Lu}\.?-?){1,4}$/u;
const SHOUTED = /^\p{Lu}{2,}$/u;
const HYPHEN = /[-\u2010\u2011]/gu;
const BETWEEN_INITIALS = /(?<=(?:^|\s|\.)\p{Lu}\.)\s+(?=\p{Lu}\.)/gu;
/** The article of Arabic names, which newspapers write or leave out: "al-Masri", "Al Masri", "Masri". */
const ARABIC_ARTICLE = /^(?:al|el|ul|as|ash|ad|ar|an|at|az)[-\u2010\u2011](?=\p{L})/iu;
const LONE_ARTICLE = /^(?:al|el|ul)$/i;

/**
 * Reads a name as printed. A description in lower case ("a senior official", "two diplomats") names nobody. What is not clearly built
 * like a person's name (an organisation, a group, a place) is compared as a whole.
 */
export function readName(printed: string): NameReading {
  const text = printed.normalize("NFC").replace(/\s+/g, " ").trim();
  const nicknames = [...text.matchAll(NICKNAME)].map(([, nickname]) => nickname!);
  const tokens = text
    .replace(NICKNAME, " ")
    .replaceAll(",", " ")
    .split(" ")
    .filter((token, k) => token !== "" && !(k > 0 && LONE_ARTICLE.test(token)))
    .map((token) => token.replace(ARABIC_ARTICLE, ""));
  if (tokens.length > 1 && /^the$/i.test(tokens[0]!)) tokens.shift();
  else if (tokens.length > 1 && /^an?$/i.test(tokens[0]!) && !tokens[0]!.startsWith("a")) return UNNAMED;
  const telling = ORGANISATIONS.has(plain(tokens[0] ?? "")) && tokens[1] === "of" ? tokens.slice(0, 1) : tokens; // "Ministry of finance"
  if (!telling.some(isCapital) || !telling.every(belongsToNames)) return UNNAMED;
  while (tokens.length > 2 && COURTESIES.has(plain(tokens[0]!))) tokens.shift();
  while (tokens.length > 2 && LETTERS.has(plain(tokens.at(-1)!))) tokens.pop();
  const full = fold(tokens.join(" ").replace(HYPHEN, " ").replace(BETWEEN_INITIALS, ""));
  return full === "" ? UNNAMED : { full, person: /^the /i.test(text) ? null : readPerson(tokens, nicknames) };
}

const UNNAMED: NameReading = { full: null, person: null };

function readPerson(tokens: readonly string[], nicknames: readonly string[]): PersonName | null {
  const words = tokens.flatMap((token) => (/\./.test(token) && INITIALS.test(token) ? token.match(/\p{Lu}/gu)! : [token]));
  const generation = words.length > 1 && GENERATIONS.has(plain(words.at(-1)!)) ? plain(words.pop()!) : "";
  const last = words.at(-1)!;
  if (
    words.length > 6 ||
    (words.length > 1 && OPENERS.has(plain(words[0]!))) ||
    words.some(isForeignToPeople) ||
    INITIALS.test(last)
  )
    return null;
  if (words.length === 1 && NOT_SURNAMES.has(plain(last))) return null;
  let from = words.length - 1;
  while (from > 0 && isParticle(words[from - 1]!)) from--;
  const surname = fold(words.slice(from).join(""));
  const core = fold(last);
  if (core === "") return null;
  const [given, ...middle] = words.slice(0, from).filter((word) => !isParticle(word));
  const calling = nicknames.filter((nickname) => /^\p{Lu}[\p{L}\p{M}'-]+$/u.test(nickname));
  return {
    given: given === undefined ? [] : [given, ...calling].map(readPart),
    middle: middle.map(readPart),
    surname,
    called: [...new Set([surname, core])],
    generation,
  };
}

const isForeignToPeople = (word: string): boolean =>
  SHOUTED.test(word) || /\d/.test(word) || LINKS.has(word) || ORGANISATIONS.has(plain(word));

/** Capitalised, "Van" and "De" may belong to a surname, "Ben" is a given name. */
const isParticle = (word: string): boolean => (isCapital(word) ? CAPITAL_PARTICLES.has(plain(word)) : PARTICLES.has(plain(word)));

const readPart = (word: string): NamePart => ({
  folded: fold(word),
  letter: plain(word)[0] ?? "",
  initial: INITIALS.test(word) && plain(word).length === 1,
});

/** A capital inside will do ("d'Orvay", "iPress"), and so do scripts that know no case. */
const isCapital = (word: string): boolean => /[\p{Lu}\p{Lo}]/u.test(word);
const belongsToNames = (word: string): boolean =>
  isCapital(word) || LINKS.has(word) || PARTICLES.has(word) || /^[\d&]/.test(word);
const plain = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}&]+/gu, "");
const fold = (text: string): string => foldNames(text.replaceAll("&", " and ")).replace(/^(?:the )/, "");
