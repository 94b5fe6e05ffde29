import { describe, expect, test } from "vitest";
import type { StatementKind } from "../../src/model.ts";
import { extractStatements } from "../../src/statements/extract.ts";
import { MINIMUM_CONFIDENCE } from "../../src/store/store.ts";

type Row = [kind: StatementKind, source: string | null, content: string];

/** What answers show, without the "that" which leads into reported words. */
const rows = (text: string): Row[] =>
  extractStatements("a", text)
    .statements.filter(({ confidence }) => confidence >= MINIMUM_CONFIDENCE)
    .map(({ kind, source, content }) => [
      kind,
      source && text.slice(source.start, source.end),
      content
        .map(({ start, end }) => text.slice(start, end))
        .join(" | ")
        .replace(/^that /, ""),
    ]);

const cases = (title: string, table: readonly [text: string, ...expected: Row[]][]) =>
  describe(title, () => test.each(table)("%s", (text, ...expected) => expect(rows(text)).toEqual(expected)));

cases("direct speech", [
  ["“The dam will hold,” Orla Venn said.", ["direct", "Orla Venn", "The dam will hold,"]],
  ["“The dam will hold,” said Orla Venn, the chief engineer.", ["direct", "Orla Venn", "The dam will hold,"]],
  [
    "“The dam will hold,” Orla Venn, the chief engineer, told reporters on Monday.",
    ["direct", "Orla Venn", "The dam will hold,"],
  ],
  ["Orla Venn said: “The dam will hold.”", ["direct", "Orla Venn", "The dam will hold."]],
  ["In a statement on Monday, Orla Venn said, “The dam will hold.”", ["direct", "Orla Venn", "The dam will hold."]],
  ["“Will it hold?” she asked.", ["direct", "she", "Will it hold?"]],
  ["“Will it hold?” Venn asked. The mayor left.", ["direct", "Venn", "Will it hold?"]],
  ["“It holds,” she said, without elaborating.", ["direct", "she", "It holds,"]],
  [
    "“It holds,” she said, adding that the gates were shut.",
    ["direct", "she", "It holds,"],
    ["indirect", "she", "the gates were shut"],
  ],
  ["“It holds,” according to a draft report.", ["direct", "a draft report", "It holds,"]],
  ["“We were told, ‘Go home,’ and we went,” Venn said.", ["direct", "Venn", "We were told, ‘Go home,’ and we went,"]],
  [
    "The mayor was blunt: “It will not hold for another winter.”",
    ["direct", "The mayor", "It will not hold for another winter."],
  ],
]);

cases("fragments", [
  ["“It holds,” he said, “for now.”", ["direct", "he", "It holds, | for now."]],
  ["“It holds,” he said. “For now it does.”", ["direct", "he", "It holds, | For now it does."]],
  [
    "“It holds,” said Dr. J. P. Orme, 45, of the Harbour Board. “For now it does.”",
    ["direct", "Dr. J. P. Orme", "It holds, | For now it does."],
  ],
  ["The dam, Venn said, would hold.", ["indirect", "Venn", "The dam | would hold"]],
  ["“One thing first.\n\n“The dam holds,” Venn said.", ["direct", "Venn", "One thing first. | The dam holds,"]],
  [
    "Venn said the gates were shut. “Nobody is in danger tonight.”",
    ["indirect", "Venn", "the gates were shut"],
    ["direct", "Venn", "Nobody is in danger tonight."],
  ],
  [
    "Venn said the gates were shut. “Nobody is in danger tonight,” she insisted.",
    ["indirect", "Venn", "the gates were shut"],
    ["direct", "she", "Nobody is in danger tonight,"],
  ],
]);

cases("indirect and mixed speech", [
  ["Venn said that the dam would hold.", ["indirect", "Venn", "the dam would hold"]],
  ["Venn said on Tuesday the dam would hold.", ["indirect", "Venn", "the dam would hold"]],
  ["The dam would hold, Venn said.", ["indirect", "Venn", "The dam would hold"]],
  ["The dam would hold, according to Orla Venn.", ["indirect", "Orla Venn", "The dam would hold"]],
  ["According to Orla Venn, the dam would hold.", ["indirect", "Orla Venn", "the dam would hold"]],
  ["As Venn put it, the dam would hold.", ["indirect", "Venn", "the dam would hold"]],
  ["Venn told the council that the dam would hold.", ["indirect", "Venn", "the dam would hold"]],
  ["Venn said the dam was “a sleeping dog” and would hold.", ["mixed", "Venn", "the dam was “a sleeping dog” and would hold"]],
  ["Venn, who built the dam, had warned that it leaked.", ["indirect", "Venn", "it leaked"]],
  [
    "Venn praised the crew but acknowledged the dam leaked.",
    ["indirect", "Venn", "the crew"],
    ["indirect", "Venn", "the dam leaked"],
  ],
  ["Venn made clear that the dam leaked.", ["indirect", "Venn", "the dam leaked"]],
  ["Venn called for a new dam.", ["indirect", "Venn", "a new dam"]],
  ["Venn voiced support for a new dam.", ["indirect", "Venn", "a new dam"]],
  ["Venn expressed hope that the dam would hold.", ["indirect", "Venn", "the dam would hold"]],
  ["Venn described the dam as “a sleeping dog”.", ["mixed", "Venn", "the dam as “a sleeping dog”"]],
  ["Venn urged the council to build a new dam.", ["indirect", "Venn", "the council to build a new dam"]],
  ["The dam, which Venn said had leaked, was shut.", ["indirect", "Venn", "which | had leaked"]],
  ["People familiar with the matter said the dam leaked.", ["indirect", "People familiar with the matter", "the dam leaked"]],
]);

cases("asides and clauses that are no content", [
  ["Venn, in her book “The Sleeping Dog,” said the dam leaked.", ["indirect", "Venn", "the dam leaked"]],
  ["Venn said “no comment” and left.", ["direct", "Venn", "no comment"]],
  ["“It holds,” said a man named Lee.", ["direct", "a man", "It holds,"]],
  ["The council, Venn said, “never asked” for a report.", ["mixed", "Venn", "The council | “never asked” for a report"]],
  ["While Venn said the dam held, the council closed it.", ["indirect", "Venn", "the dam held"]],
  ["The National Dam Board has since said that it leaks.", ["indirect", "The National Dam Board", "it leaks"]],
]);

cases("signatures", [
  [
    "“It leaks. Nobody listens.” ― Azucena Gonzàlez\n“It holds.” — Marta Orme, 45, a teacher from Velisse.",
    ["direct", "Azucena Gonzàlez", "It leaks. Nobody listens."],
    ["direct", "Marta Orme", "It holds."],
  ],
  ["“It leaks” – Ann Lee", ["direct", "Ann Lee", "It leaks"]],
  ["“Document found on wet street” — Velisse Herald, March 19, 2008"],
]);

cases("reports of reports", [
  [
    "“The dam leaks,” Hale said, according to the ministry.",
    ["mixed", "the ministry", "“The dam leaks,” Hale said"],
    ["direct", "Hale", "The dam leaks,"],
  ],
  ["He promised to mend the dam, Ann Frankel said.", ["indirect", "Ann Frankel", "He promised to mend the dam"]],
]);

cases("speakers taken up by a relative pronoun", [
  ["The party heard Borges, who predicted that the dam would hold.", ["indirect", "Borges, who", "the dam would hold"]],
  ["The council, which says the dam leaks, closed it.", ["indirect", "The council, which", "the dam leaks"]],
  [
    "The council, which says the dam, built in 1950, leaks, closed it.",
    ["indirect", "The council, which", "the dam, built in 1950, leaks"],
  ],
  [
    "The mayor, who said the dam, a relic of stone, was leaking, resigned.",
    ["indirect", "The mayor, who", "the dam, a relic of stone, was leaking"],
  ],
  [
    "The party heard Borges, who predicted that the dam, which was built in 1950, would hold.",
    ["indirect", "Borges, who", "the dam, which was built in 1950, would hold"],
  ],
  [
    "The board named the harm that Venn said the dam, built in 1950, would do: “It leaks on us every day.”",
    ["indirect", "Venn", "the dam, built in 1950, would do"],
  ],
  [
    "The mayor called Hale, who said the dam leaked: “It leaks on us every day.”",
    ["mixed", "Hale, who", "the dam leaked: “It leaks on us every day.”"],
  ],
  ["The mayor, who acknowledged the error, resigned on Monday.", ["indirect", "The mayor, who", "the error"]],
  ["The mayor, who promised to mend the dam, resigned on Monday.", ["indirect", "The mayor, who", "to mend the dam"]],
]);

cases("no statement", [
  ["The “sleeping dog” of the valley was opened in May."],
  ["Her first novel, “The Sleeping Dog,” sold well."],
  ["Tomas “Bricks” Arvelo opened the gate."],
  ["A hand-painted board read “No Fishing From This Wall.”"],
  ["Venn declined to comment."],
  ["Venn did not say whether the dam would hold."],
  ["The council refused to say who had opened the gate."],
  ["The report was published on Monday."],
  ["A so-called “loyalty card” brings the price down to £8."],
  ["“Roll on, old river, roll me to my door,” the loudspeakers sang."],
  ["A sign on the bank’s door read “Closed for Training”."],
  ["The engineer asked not to be named."],
  ["Sheriff: ‘We Will Find the Goat’\n\nThe search went on."],
]);

cases("dialogue", [
  [
    "“Did you read it first?” Mr Hale asked.\n\n“I read the top page,” Mr Ince said.\n\n“How many pages were there in all?”",
    ["direct", "Mr Hale", "Did you read it first?"],
    ["direct", "Mr Ince", "I read the top page,"],
  ],
]);

test("statements come in the order of the text, with ids that hold for the same text", () => {
  const text = "According to Venn, it leaks. “It holds,” Orme said, adding that it would for years.";
  const place = (words: string) => `a:${text.indexOf(words)}-${text.indexOf(words) + words.length}`;
  const once = extractStatements("a", text);
  expect(once.statements.map(({ id }) => id)).toEqual([place("it leaks"), place("It holds,"), place("that it would for years")]);
  expect(extractStatements("a", text)).toEqual(once);
});
