import { describe, expect, test } from "vitest";
import { readQuotations } from "../../src/statements/quotations.ts";

/** Each quotation as its fragments without marks, behind as many ">" as it stands in others. */
const read = (text: string): string[] =>
  readQuotations(text).map(
    ({ inner, depth, closed }) =>
      ">".repeat(depth) + inner.map(({ start, end }) => text.slice(start, end)).join(" | ") + (closed ? "" : " ..."),
  );

describe("readQuotations", () => {
  test.each([
    ["curly", "“Go,” she said. “Now.”", ["Go,", "Now."]],
    ["straight", '"Go," she said. "Now."', ["Go,", "Now."]],
    ["single curly", "‘Go,’ she said. ‘Now.’", ["Go,", "Now."]],
    ["single straight", "'Go,' she said. 'It isn't late.'", ["Go,", "It isn't late."]],
    ["two apostrophes", "''Go,'' she said. ''It isn't late.''", ["Go,", "It isn't late."]],
    ["grave accents", "``Go,'' she said.", ["Go,"]],
    ["German", "„Geh“, sagte sie. „Jetzt.“", ["Geh", "Jetzt."]],
    ["angles", "«Va», dit-elle. »Geh«, ‹so›", ["Va", "Geh", "so"]],
    ["mixed shapes", '“Go," she said. "Now.”', ["Go,", "Now."]],
    ["no space before a mark", 'She said,"go,"and left', ["go,"]],
    ["adjacent quotations", '"A.""B."', ["A.", "B."]],
  ])("pairs %s marks", (_, text, expected) => expect(read(text)).toEqual(expected));

  test.each([
    ["single in double", "“He told me, ‘Go.’”", ["He told me, ‘Go.’", ">Go."]],
    ["double in single", "‘He told me, “Go.”’", ["He told me, “Go.”", ">Go."]],
    ["the same straight mark", '"He said "go" to me"', ['He said "go" to me', ">go"]],
  ])("nests %s", (_, text, expected) => expect(read(text)).toEqual(expected));

  test.each([
    ["contractions and possessives", "Lee's dogs don't eat the cats' food; rock 'n' roll of the '90s, ‘80s and ’70s", []],
    ["a plural possessive inside", "‘The clerks’ office is shut,’ he said.", ["The clerks’ office is shut,"]],
    ["feet and inches", `He is 6'2" tall. "Yes."`, ["Yes."]],
  ])("takes no apostrophe for a mark: %s", (_, text, expected) => expect(read(text)).toEqual(expected));

  test.each([
    ["every paragraph opens", "“One.\n“Two.\r\n\r\n“Three,” he said.", ["One. | Two. | Three,"]],
    ["single marks", "‘One.\n\n‘Two,’ he said.", ["One. | Two,"]],
    ["a nested one in each", "“One ‘a’.\n“Two ‘b’.”", ["One ‘a’. | Two ‘b’.", ">a", ">b"]],
    ["not after a closed one", "“One.”\n“Two.”", ["One.", "Two."]],
  ])("goes on over paragraphs: %s", (_, text, expected) => expect(read(text)).toEqual(expected));

  test.each([
    ["a stray mark", "A stray “ mark. “Fine,” he said.\nAnd “so on”.", ["Fine,", "so on"]],
    ["a missing end", "“Never closed, he said.\nThen “this”.", ["Never closed, he said. ...", "this"]],
    ["a missing start", "Never opened,” he said.\nThen “this”.", ["this"]],
    ["a missing end before another", "“Never closed, he said. “Fine,” he said.\nThen “this”.", ["Fine,", "this"]],
    ["nothing between", "“” '' \"\"", []],
  ])("keeps an unbalanced mark in its paragraph: %s", (_, text, expected) => expect(read(text)).toEqual(expected));
});
