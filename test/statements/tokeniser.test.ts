import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import model from "wink-eng-lite-web-model";
import winkNLP, { type ItsFunction } from "wink-nlp";
import { readWords } from "../../src/statements/tokeniser.ts";

const nlp = winkNLP(model, ["sbd", "pos"]);
const { its } = nlp;

/** Words with base forms and parts of speech, by sentence, as wink-nlp has them. */
function expected(piece: string): string[][] {
  const document = nlp.readDoc(piece);
  const tokens = document.tokens();
  const [values, lemmas, tags] = [tokens.out(its.value), tokens.out(its.lemma as ItsFunction<string>), tokens.out(its.pos)];
  const words = values.map((value, k) => `${value}/${lemmas[k]!.toLowerCase()}/${tags[k]}`);
  return (document.sentences().out(its.span) as unknown as [number, number][]).map(([first, last]) =>
    words.slice(first, last + 1),
  );
}

/** The same as we have them. */
function actual(piece: string): string[][] {
  const { words, lasts } = readWords(piece);
  const sentences: string[][] = [[]];
  words.forEach(({ value, lemma, tag }, k) => {
    sentences.at(-1)!.push(`${value}/${lemma}/${tag}`);
    if (lasts[k] && k + 1 < words.length) sentences.push([]);
  });
  return sentences;
}

/** Words of every part of speech, with what ends sentences, contractions, and what the dictionary does not have. */
const WORDS =
  'He she it that this which The Orrim Velissers Mr. Dr. U.S. Jan. a.m. p.m. no. vs. is was can can\'t won\'t it\'s Lee\'s gonna said says saying says, told to not n\'t will would have had been of in on at by with for from as like so very more most new old hard fast well back down up out about if whether because while and or but nor 1 2,000 3.5% $4 10:30 1990s 21st co-worker re-elect long-term e-mail A. B. . , ; : ! ? ... — – - ( ) [ ] " \' one. two, three; "four five" "six." seven? "eight!" nine) (ten http://orrim.example a@b.example #dam @orrim :) run runs running left leaves saw plan plans report reports close dam river council mayor old-fashioned Æsc naïve 東京 \u00ad'.split(
    " ",
  );

describe("readWords reads what wink-nlp reads", () => {
  test("in rows of words", () => {
    const piece = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 40 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(piece, (text) => {
        expect(actual(text)).toEqual(expected(text));
      }),
      { numRuns: 2_000 },
    );
  });

  test("in articles", () => {
    const samples = readdirSync("samples", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".txt"));
    const lines = samples
      .flatMap((file) => readFileSync(`samples/${file}`, "utf8").split(/[\n\r]+/))
      .filter((line) => !/['’]/.test(line));
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) expect(actual(line)).toEqual(expected(line));
  });

  test("also when it has met so many words that it forgot them", () => {
    const before = WORDS.map((word) => expected(`The ${word} of Orrim`));
    const met = () => WORDS.map((word) => actual(`The ${word} of Orrim`));
    expect(met()).toEqual(before);
    for (let k = 0; k < 45_000; k += 500)
      readWords(Array.from({ length: 500 }, (_, i) => `vel${k + i}iss orrim${k + i}.`).join(" "));
    expect(met()).toEqual(before);
  });
});
