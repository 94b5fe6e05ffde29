/** Parts of speech in the order of their codes; 0 stands for "no word here". */
const POS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split(" ");

/** Code of a part of speech, by its universal name: 5 bits. */
export const POS_CODE: Readonly<Record<string, number>> = Object.fromEntries(POS.map((name, k) => [name, k + 1]));

/** Parts of speech as a set of bits, which is quicker to look into than any other. */
export const posSet = (...names: readonly string[]): number => names.reduce((bits, name) => bits | (1 << POS_CODE[name]!), 0);

export const isIn = (set: number, code: number): boolean => ((set >> code) & 1) === 1;
