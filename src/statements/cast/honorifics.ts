import type { Gender } from "./given-names.ts";

/** A word before a name that is no part of it. */
export interface Honorific {
  readonly gender: Gender;
  /** Whether it names an office or a rank, which then tells the person's role ("Sen.", "Lt. Gen."). */
  readonly office: boolean;
  /** Whether a single name keeps it, because the person goes by it ("Pope Anselm"). */
  readonly kept: boolean;
}

/** Source: the entries on courtesy, legislative, military and religious titles of the usual newspaper style guides (AP, Guardian, Reuters). */
const COURTESY_M = "mr mr. sir lord monsieur m. herr señor senor don fr. mister";
const COURTESY_F = "mrs mrs. ms ms. miss dame lady madame mme mme. frau señora senora";
const COURTESY = "dr dr. prof prof. hon hon. mx mx. messrs. messrs";
const OFFICES =
  "ag sen sen. rep rep. gov gov. pres pres. rev rev. reverend det det. insp insp. amb amb. atty atty. del del. supt supt. sens sens. reps reps. govs govs.";
const RANKS =
  "gen gen. gens gens. lt lt. lieut lieut. col col. cols cols. maj maj. capt capt. sgt sgt. cpl cpl. pvt pvt. pfc spc spc. cmdr cmdr. comdr comdr. cdr cdr. adm adm. " +
  "brig brig. ens ens.";
const KEPT_M = "pope king prince emperor sheikh sultan emir ayatollah imam";
const KEPT_F = "queen princess empress";
const KEPT = "saint st. sister brother";

const table = new Map<string, Honorific>();
const add = (words: string, gender: Gender, office: boolean, kept: boolean) => {
  for (const word of words.split(" ")) table.set(word, { gender, office, kept });
};
add(COURTESY_M, "m", false, false);
add(COURTESY_F, "f", false, false);
add(COURTESY, "u", false, false);
add(`${OFFICES} ${RANKS}`, "u", true, false);
add(KEPT_M, "m", true, true);
add(KEPT_F, "f", true, true);
add(KEPT, "u", true, true);

/** Every word with an entry, in lower case. */
export const HONORIFICS: ReadonlySet<string> = new Set(table.keys());

/** The entry of a word in lower case, with or without its full stop. */
export const honorific = (lower: string): Honorific | undefined => table.get(lower);

const ranks = new Set(
  `${RANKS} general colonel captain lieutenant sergeant corporal commander admiral brigadier major`.split(" "),
);

/** Whether a word in lower case is a military or police rank, which tells less of a person than any other role. */
export const isRank = (lower: string): boolean => ranks.has(lower);

/** After a name, and part of it where no comma stands between. */
export const SUFFIXES = new Set("jr jr. sr sr. ii iii iv junior senior".split(" "));

/** Letters after a name that tell a rank or a degree and are no part of it: "Mark Velling, QC,". */
export const LETTERS = new Set("qc kc sc mp mep msp ms md m.d. phd ph.d. esq esq. obe mbe cbe jd j.d. rn".split(" "));

/** Lower-case words inside a name; source: the surname particles of the Chicago Manual of Style, 8.5 to 8.14. */
export const PARTICLES = new Set(
  "de la le del della di da do dos das du des van von der den ter ten zu zur af av al el bin ibn ben bint abu ould dal dell y e i lo st".split(
    " ",
  ),
);
