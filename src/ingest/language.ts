import { francAll } from "franc-min";

/** Letters below which a language is a guess. */
const SHORTEST = 100;
/** Characters looked at: the rest of an article is in the same language. */
const ENOUGH = 500;
/** Names and quotations pull a text towards other languages; English this near to the best counts as English. */
const NEAR = 0.95;

/** The two-letter code where there is one: "deu" -> "de", "cmn" -> "zh". */
const shortCode = (code: string): string => new Intl.Locale(Intl.getCanonicalLocales(code)[0] ?? code).language;

/** The language of a text by its code of ISO 639, as its letters tell; where they are too few, what its source declares, or null. */
export function languageOf(text: string, declared: string | null): string | null {
  const sample = text.slice(0, ENOUGH);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const found = letters < SHORTEST ? [] : francAll(sample);
  const [best] = found;
  if (best !== undefined && best[0] !== "und") {
    const english = found.find(([code]) => code === "eng");
    return shortCode(english && english[1] >= NEAR ? "eng" : best[0]);
  }
  return declared === null ? null : declaredCode(declared);
}

function declaredCode(tag: string): string | null {
  try {
    return shortCode(tag.replace("_", "-"));
  } catch {
    return null; // no language tag of BCP 47
  }
}

/** True where statements can be read: in English, and where nobody knows better. */
export const isRead = (language: string | null): boolean => language === null || language === "en";
