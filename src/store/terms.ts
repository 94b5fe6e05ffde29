/**
 * How words become search terms, for the index and for the question alike, so that a spelling finds the others. Stemming comes
 * after this, in the database (Porter 1980); what two spellings share must be settled here.
 */

/** Names of places and groups that newsrooms spell in several ways: each row's first form stands for all. */
const SPELLINGS: readonly (readonly string[])[] = [
  ["kyiv", "kiev", "kyyiv"],
  ["kharkiv", "kharkov"],
  ["odesa", "odessa"],
  ["lviv", "lvov"],
  ["mykolaiv", "nikolaev", "nikolayev"],
  ["donbas", "donbass"],
  ["dnipro", "dnepr", "dnieper"],
  ["zaporizhzhia", "zaporizhia", "zaporozhye", "zaporizhzhya"],
  ["chernobyl", "chornobyl"],
  ["belarus", "belorussia", "byelorussia"],
  ["moldova", "moldavia"],
  ["turkey", "turkiye"],
  ["beijing", "peking"],
  ["mumbai", "bombay"],
  ["kolkata", "calcutta"],
  ["myanmar", "burma"],
  ["yangon", "rangoon"],
  ["eswatini", "swaziland"],
  ["quran", "koran"],
  ["hezbollah", "hizbollah", "hizbullah", "hezbullah"],
  ["houthi", "huthi"],
  ["qaeda", "qaida", "kaida"],
  ["gaddafi", "qaddafi", "kadafi", "gadhafi", "qadhafi"],
  ["daesh", "daish"],
  ["muhammad", "mohammed", "mohammad", "muhammed", "mohamed"],
  ["tehran", "teheran"],
  ["adviser", "advisor"],
  ["program", "programme"],
  ["gray", "grey"],
  ["jail", "gaol"],
  ["defense", "defence"],
  ["offense", "offence"],
  ["license", "licence"],
  ["aluminum", "aluminium"],
];

const FIRST_SPELLING = new Map(SPELLINGS.flatMap(([first, ...others]) => others.map((other) => [other, first!])));

/** British to American endings; long words only, so that "four" is not "for". */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L}{3})our(?=(s|ed|ing|er|ers|able|ably|al|ful|ite|ites|hood|hoods|ly)?$)/u, "or"],
  [/(?<=\p{L}{3})is(?=(e|es|ed|er|ers|ing|ation|ations)$)/u, "iz"],
  [/(?<=\p{L}{2})(t|b)re(?=s?$)/u, "$1er"],
  [/(?<=\p{L}{3})yse(?=[sd]?$)/u, "yze"],
  [/(?<=\p{L}{3})ll(?=(ed|ing|er|ers)$)/u, "l"],
];

/** Transliterated names: what romanisations of one Cyrillic, Greek or Arabic name have in common (BGN/PCGN, ISO 9, press usage). */
const ROMANISATIONS: readonly (readonly [RegExp, string])[] = [
  [/^y(?=e)/, ""], // Yelena, Elena
  [/(.)\1/g, "$1"], // Zelenskyy, Philippos
  [/(?:[iy]y|[iy]i|ij)$/, "i"], // Zelenskiy, Zelenskyi
  [/y$/, "i"], // Zelensky
  [/(?<=[aeou])y/g, "i"], // Horvay, Sergey
  [/[jy](?=[aeou])/g, "i"], // Natalya, Natalia
  [/kh/g, "h"], // Mikhail
  [/ph/g, "f"], // Stephan
  [/ck|c(?=[kaourlt]|$)/g, "k"], // Victor, Viktor
  [/tch|ch|tsch/g, "ch"],
  [/shch|sch/g, "sh"],
  [/ou/g, "u"], // Fouad
  [/w/g, "v"], // Wladimir
  [/ks/g, "x"], // Aleksandr
  [/dr$/, "der"], // Aleksandr, Alexander
];

/** Words too common to tell one statement from another: left out of a question when others remain. */
const COMMON = new Set(
  `a about after all also an and any are as at be been before but by can could did do does for from had has have he her him his how i if
in into is it its may more most no not of on one or our out over said say says she should so some such than that the their them then
there these they this those to under up us was we were what when where which while who whose why will with would you your`.split(
    /\s+/,
  ),
);

/** Letters and digits, held together by single marks inside: it's, cease-fire, 1,200, U.N. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['\u2019\u2010\u2011.,-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;

/** One word of a text with every form under which it can be found. */
export interface Term {
  /** As written, without marks at its ends. */
  readonly word: string;
  /** The main form, then others; letters and digits only, lower case, without diacritics. */
  readonly forms: readonly string[];
  /** The parts of a hyphenated word; else empty. */
  readonly parts: readonly string[];
}

/** What words were read as: most words of an article are those of others, and folding one takes ten times as long as finding it here. */
const remembered = new Map<string, Term | null>();
const MOST = 50_000; // words; then all are forgotten
/** A longer slice of a text would keep the whole of it in memory. */
const LONGEST = 12; // UTF-16 code units

/** The long text that was read last: what stores an article reads it several times. */
let last: { readonly text: string; readonly terms: readonly Term[] } | null = null;
const LONG = 500; // UTF-16 code units

/** Reads the words of a text or a question in order. */
export function readTerms(text: string): readonly Term[] {
  if (last?.text === text) return last.terms;
  const terms: Term[] = [];
  for (const [word] of text.matchAll(WORD)) {
    let term = remembered.get(word);
    if (term === undefined) {
      term = readTerm(word);
      if (remembered.size === MOST) remembered.clear();
      if (word.length <= LONGEST) remembered.set(word, term);
    }
    if (term !== null) terms.push(term);
  }
  if (text.length >= LONG) last = { text, terms };
  return terms;
}

function readTerm(raw: string): Term | null {
  const word = raw.replace(/['\u2019]s$/iu, "");
  const parts = word
    .split(/[-\u2010\u2011]/u)
    .map(foldWord)
    .filter(Boolean);
  if (parts.length === 0) return null;
  const forms = new Set([parts.length > 1 ? foldWord(parts.join("")) : parts[0]!]);
  if (parts.length === 1 && /^\p{Lu}/u.test(word)) forms.add(foldName(word));
  return { word, forms: [...forms], parts: parts.length > 1 ? parts : [] };
}

/** The text the index keeps: every form of every word; the whole of a hyphenated word parts its parts, so that it counts once. */
export const foldText = (text: string): string =>
  readTerms(text)
    .flatMap(({ forms, parts: [first, ...others] }) => (first === undefined ? forms : [first, ...forms, ...others]))
    .join(" ");

/** A name as the index of speakers keeps it: one form for all romanisations. */
export const foldNames = (text: string): string =>
  readTerms(text)
    .map(({ word }) => foldName(word))
    .join(" ");

export const isCommon = (word: string): boolean => COMMON.has(word.toLowerCase());

const bare = (word: string): string =>
  word
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

function foldWord(word: string): string {
  const plain = bare(word);
  const known = FIRST_SPELLING.get(plain);
  if (known !== undefined) return known;
  return ENDINGS.reduce((form, [ending, to]) => form.replace(ending, to), plain);
}

function foldName(word: string): string {
  const plain = bare(word);
  return ROMANISATIONS.reduce((form, [pattern, to]) => form.replace(pattern, to), FIRST_SPELLING.get(plain) ?? plain);
}
