/** Words that open a noun phrase. */
export const DETERMINERS = new Set(
  "the a an this that these those both each every some any no another all either neither".split(" "),
);
export const POSSESSIVES = new Set("his her its their my our your whose".split(" "));
/** Possessive marks. */
export const POSSESSIVE_MARKS = new Set(["'s", "'", "'S"]);
export const PRONOUNS = new Set(
  "i he she they it we you him them who someone somebody everyone one himself herself themselves".split(" "),
);
/** Words that the tagger takes for nouns and that are verbs behind a name or a noun, unless a verb follows them. */
export const REPORTS = new Set(
  (
    "says claims reports notes comments remarks plans demands states vows warns hopes thinks wants calls tells adds asks argues insists urges believes tweets " +
    "writes warned hails lauds blasts slams cautions echoed hailed praised shows show finds rules estimates estimate suggests claim report state demand note concludes"
  ).split(" "),
);
/** Adjectives that begin something new behind a name: "Smith last week". */
export const NO_LINKS = new Set(
  "last next early late earlier later due able likely unlikely sure ready certain first second third same more most many several other such own few much".split(
    " ",
  ),
);
