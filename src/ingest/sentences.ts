import type { Span } from "../model.ts";

/** The sentences of a text in any language, line by line, by the rules of Unicode (UAX 29); `language` is a code of ISO 639. */
export function readSentences(text: string, language: string | null): Span[] {
  const segmenter = new Intl.Segmenter(language ?? "en", { granularity: "sentence" });
  const sentences: Span[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\n\r]+/g))
    for (const { segment, index: at } of segmenter.segment(line)) {
      const start = index + at + segment.length - segment.trimStart().length;
      const end = index + at + segment.trimEnd().length;
      if (end > start) sentences.push({ start, end });
    }
  return sentences;
}
