const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const NAME =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
/** "May 2026", "May 3, 2026" and "3 May 2026". */
const NAMED = new RegExp(`\\b${NAME}\\.?(?: {1,2}\\d{1,2}(?:st|nd|rd|th)?)?,? {1,2}((?:19|20)\\d\\d)\\b`, "gi");

/** The months that a text names with their year, as "2026-5", in English. */
export function readMonths(text: string): ReadonlySet<string> {
  return new Set(
    [...text.matchAll(NAMED)].map(([, name, year]) => `${year}-${MONTHS.indexOf(name!.slice(0, 3).toLowerCase()) + 1}`),
  );
}
