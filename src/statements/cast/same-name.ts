import { givenName } from "./given-names.ts";

/** "J.", "J.K.": a letter for a given name. */
export const isInitial = (word: string): boolean => /^(?:\p{L}\.?)+$/u.test(word) && (word.includes(".") || word.length === 1);

/** Short forms that share no beginning with the full name; source: the nicknames of the US Census linkage tables. */
const SHORT: Record<string, string> = {
  bill: "william",
  will: "william",
  bob: "robert",
  bobby: "robert",
  rob: "robert",
  dick: "richard",
  rick: "richard",
  rich: "richard",
  jim: "james",
  jimmy: "james",
  jack: "john",
  johnny: "john",
  jon: "jonathan",
  joe: "joseph",
  mike: "michael",
  mick: "michael",
  tony: "anthony",
  ted: "edward",
  ed: "edward",
  ned: "edward",
  tom: "thomas",
  tommy: "thomas",
  chuck: "charles",
  charlie: "charles",
  hank: "henry",
  harry: "henry",
  liz: "elizabeth",
  beth: "elizabeth",
  betty: "elizabeth",
  kate: "katherine",
  kathy: "katherine",
  peggy: "margaret",
  meg: "margaret",
  maggie: "margaret",
  jenny: "jennifer",
  sue: "susan",
  steve: "stephen",
  dave: "david",
  dan: "daniel",
  danny: "daniel",
  chris: "christopher",
  matt: "matthew",
  greg: "gregory",
  jeff: "jeffrey",
  ken: "kenneth",
  larry: "lawrence",
  ron: "ronald",
  don: "donald",
  sam: "samuel",
  ben: "benjamin",
  alex: "alexander",
  andy: "andrew",
  bernie: "bernard",
  debbie: "deborah",
  vicky: "victoria",
  nick: "nicholas",
  pat: "patrick",
  pete: "peter",
  phil: "philip",
  ray: "raymond",
  tim: "timothy",
  walt: "walter",
};

const sameGiven = (a: string, b: string): boolean => {
  if (a === b || SHORT[a] === b || SHORT[b] === a) return true;
  if (SHORT[a] !== undefined && SHORT[a] === SHORT[b]) return true;
  return ((isInitial(a) || isInitial(b)) && a[0] === b[0]) || respelt(a, b);
};

/** Whether two long given names differ only by a vowel or a doubled letter: "Kristin" and "Kristen", "Mohamed" and "Mohammed". */
function respelt(a: string, b: string): boolean {
  if (a.length < 6 || b.length < 6 || a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false;
  const bones = (word: string) => word.replace(/[aeiouy]/g, "").replace(/(.)\1/g, "$1");
  if (bones(a) !== bones(b) || (givenName(a) !== givenName(b) && givenName(a) !== null && givenName(b) !== null)) return false;
  let front = 0;
  while (front < a.length && a[front] === b[front]) front++;
  let back = 0;
  while (back < Math.min(a.length, b.length) - front && a.at(-1 - back) === b.at(-1 - back)) back++;
  return Math.max(a.length, b.length) - front - back <= 1;
}

/** Whether two names of one surname can be one person's: given names agree, and middle names do not speak against it. */
export function sameName(a: readonly string[], b: readonly string[]): boolean {
  const [first, second] = [a[0]!, b[0]!];
  if (!sameGiven(first, second)) return b.length > 2 && a.length === 2 && sameGiven(first, b[1]!) && isInitial(second);
  if (a.length < 3 || b.length < 3) return true;
  return a.slice(1, -1).some((word) => b.slice(1, -1).some((other) => sameGiven(word, other)));
}
