import type { Document } from "../document.ts";

/** Numbers sentences so that one that is all quotation adds nothing: "he" after a long quotation still follows its speaker. */
export function discourseNumbers(document: Document, quoted: (offset: number) => boolean): Int32Array {
  const numbers = new Int32Array(document.sentences.length);
  let number = 0;
  let sentence = -1;
  let plain = false;
  for (let i = 0; i < document.words.length; i++) {
    if (document.sentenceOf[i] !== sentence) {
      if (plain) number++;
      plain = false;
      sentence = document.sentenceOf[i]!;
      numbers[sentence] = number;
    }
    if (!plain && document.pos[i] !== "PUNCT" && !quoted(document.starts[i]!)) plain = true;
  }
  return numbers;
}
