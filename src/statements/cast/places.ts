import type { Lexicon, Phrase } from "./phrase.ts";
import { isSaying } from "./saying.ts";

/** How much a place in the sentence makes a phrase the likely antecedent; after Lappin and Leass (1994), scaled to 100. */
export const PLACE = {
  speaker: 100,
  subject: 90,
  inner: 60,
  /** The owner in a subject: "Smith's plan failed". */
  topic: 52,
  object: 40,
  possessor: 34,
  oblique: 28,
  modifier: 0,
} as const;

/** What ties a phrase to the one before. */
const TIES = new Set("of for from in at with on to near".split(" "));
/** What stands before what somebody is called. */
const LINKS = new Set("is are was were be been being 's become became becomes remains remained as".split(" "));
/** Taken for prepositions where they open a clause. */
const TIMES = new Set("as after before since until like while".split(" "));
const SUBORDINATES = new Set(
  "that because when if whether who which where while as after before since how what why until than".split(" "),
);

/** The place of every phrase; looks at most 60 tokens past each. */
export function readPlaces({ document, classes }: Lexicon, phrases: readonly Phrase[], phraseAt: Int32Array): Uint8Array {
  const { words, pos, lemmas, sentenceOf } = document;
  const { lower } = classes;
  const places = new Uint8Array(phrases.length);

  const finite = (i: number): boolean =>
    (pos[i] === "AUX" || (pos[i] === "VERB" && !lower[i]!.endsWith("ing"))) && lower[i] !== "be" && lower[i] !== "been";

  /** First token behind the phrase with its relative clauses, appositions and "of" phrases. */
  const behind = (phrase: Phrase): number => {
    let at = phrase.end;
    const limit = Math.min(words.length, at + 60);
    for (let turns = 0; turns < 8 && at < limit && sentenceOf[at] === sentenceOf[phrase.head]; turns++) {
      const word = words[at]!;
      if (word === ",") {
        let close = at + 1;
        while (close < limit && words[close] !== "," && sentenceOf[close] === sentenceOf[at]) close++;
        if (close >= limit || words[close] !== ",") return at;
        if (/^["']$/.test(words[close + 1] ?? "")) close++;
        if (pos[close + 1] === "NUM" || phraseAt[close + 1]! >= 0 || finite(close + 1) || pos[close + 1] === "ADV")
          at = close + 1;
        else if (/^(?:a|an|the|who|which|whose)$/.test(lower[at + 1] ?? "")) at = close + 1;
        else return at;
        while (turns < 8 && phraseAt[at]! >= 0 && !finite(at)) {
          let next = at;
          while (next < limit && words[next] !== "," && !finite(next) && sentenceOf[next] === sentenceOf[at]) next++;
          if (words[next] !== ",") break;
          at = next + 1;
          turns++;
        }
      } else if (word === "(") {
        let close = at + 1;
        while (close < limit && words[close] !== ")") close++;
        at = close + 1;
      } else if (TIES.has(lower[at]!)) {
        const next = phraseAt[at + 1] ?? -1;
        if (next < 0) return at;
        at = phrases[next]!.end;
      } else if (pos[at] === "ADV" || lower[at] === "also" || lower[at] === "both") at++;
      else return at;
    }
    return at;
  };

  for (let n = 0; n < phrases.length; n++) {
    const phrase = phrases[n]!;
    const before = phrase.start - 1;
    const same = before >= 0 && sentenceOf[before] === sentenceOf[phrase.start];
    const word = same ? lower[before]! : "";
    const next = phrases[n + 1];
    if (next?.possessor === phrase) {
      places[n] = PLACE.possessor;
      const heirs = behind(next);
      if (!(same && (pos[before] === "ADP" || pos[before] === "VERB")) && heirs < words.length && finite(heirs))
        places[n] = PLACE.topic;
      continue;
    }
    // What somebody is called is nobody new: "he is a true conservative", "as a senator".
    if (same && phrase.nameStart < 0 && phrase.kind !== "pronoun" && LINKS.has(word)) {
      places[n] = PLACE.modifier;
      continue;
    }
    const heir = behind(phrase);
    const closed = heir < words.length && sentenceOf[heir] === sentenceOf[phrase.head];
    const verb = closed && finite(heir);
    const apposed = same && word === "," && n > 0 && phrases[n - 1]!.end === before && phrases[n - 1]!.kind !== "thing";
    if (word === "to" && lower[before - 1] === "according") places[n] = PLACE.speaker;
    else if (same && isSaying(lemmas[before]!) && pos[before] !== "NOUN" && !verb && inverted(before)) places[n] = PLACE.speaker;
    else if (same && pos[before] === "ADP" && !TIMES.has(word)) places[n] = PLACE.oblique;
    else if (word === "to") places[n] = PLACE.object;
    else if (verb) {
      const saying =
        isSaying(lemmas[heir]!) ||
        (pos[heir] === "AUX" && [1, 2, 3].some((k) => heir + k < words.length && isSaying(lemmas[heir + k]!)));
      const inside = same && (SUBORDINATES.has(word) || (pos[before] === "VERB" && isSaying(lemmas[before]!)));
      const object = same && pos[before] === "VERB" && !isSaying(lemmas[before]!);
      places[n] = object ? PLACE.object : inside ? PLACE.inner : saying ? PLACE.speaker : PLACE.subject;
    } else if (
      closed &&
      lower[heir] === "and" &&
      (phraseAt[heir + 1] ?? -1) >= 0 &&
      !(same && (pos[before] === "VERB" || pos[before] === "ADP"))
    ) {
      places[n] = finite(phrases[phraseAt[heir + 1]!]!.end) ? PLACE.subject : PLACE.object;
    } else places[n] = apposed ? Math.min(places[n - 1]!, PLACE.subject) : PLACE.object;
  }
  return places;

  /** Whether the verb at `cue` stands before its subject: after a quotation, a comma, or at the head of the sentence. */
  function inverted(cue: number): boolean {
    if (cue === 0 || sentenceOf[cue - 1] !== sentenceOf[cue]) return true;
    return /^["',:]$/.test(words[cue - 1]!) || /^(?:has|had|also|as|so)$/.test(lower[cue - 1]!);
  }
}
