/** Parts of speech in the order of their codes; 0 stands for "no word here". */
const POS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split(" ");

/** Code of a part of speech, by its universal name: 5 bits. */
export const POS_CODE: Readonly<Record<string, number>> = Object.fromEntries(POS.map((name, k) => [name, k + 1]));
