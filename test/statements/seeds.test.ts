import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { StatementKind } from "../../src/model.ts";
import { extractStatements } from "../../src/statements/extract.ts";
import { MINIMUM_CONFIDENCE } from "../../src/store/store.ts";

/** Every statement a careful reader lists: offsets of the content, and in a few words who says it and by which cue. */
type Expected = [content: [start: number, end: number][], kind: StatementKind, source: string, speaker: string, cue: string];

/** The articles belong to their publishers and stay outside the repository; only places in them are written down. */
const folder = new URL("../../../shared/seeds/", import.meta.url);

const articles: readonly { file: string; expected: Expected[] }[] = [
  {
    file: "000_f78defd5d6df0cf5.txt",
    expected: [
      [[[50, 132]], "indirect", "Russian President Vladimir Putin", "Vladimir Putin", "lauded"],
      [[[153, 223]], "mixed", "Russian President Vladimir Putin", "Vladimir Putin", "acknowledging"],
      [[[348, 370]], "mixed", "Putin", "Vladimir Putin", "described"],
      [[[384, 430]], "indirect", "Putin", "Vladimir Putin", "stressed"],
      [[[455, 529]], "indirect", "He", "Vladimir Putin", "expressed hope"],
      [[[532, 778]], "direct", "Putin", "Vladimir Putin", "said"],
      [[[811, 866]], "indirect", "He", "Vladimir Putin", "reiterated"],
      [[[880, 965]], "mixed", "He", "Vladimir Putin", "calling for"],
      [[[968, 1092]], "direct", "Putin", "Vladimir Putin", "added"],
      [[[1136, 1166]], "indirect", "Putin", "Vladimir Putin", "cautioned against"],
      [[[1169, 1304]], "direct", "he", "Vladimir Putin", "said"],
      [[[1856, 1889]], "indirect", "Ukrainian President Volodymyr Zelenskyy", "Volodymyr Zelenskyy", "had underscored"],
      [[[1892, 2012]], "direct", "he", "Volodymyr Zelenskyy", "insisted"],
      [[[2070, 2096]], "mixed", "The White House", "White House", "hailed"],
      [[[2109, 2133]], "indirect", "The White House", "White House", "emphasising"],
      [[[2170, 2205]], "mixed", "Trump", "Donald Trump", "had warned"],
      [[[2216, 2273]], "direct", "Trump", "Donald Trump", "saying"],
    ],
  },
  {
    file: "002_541c1edde64c13d9.txt",
    expected: [
      [[[43, 173]], "mixed", "Russian President Vladimir Putin", "Vladimir Putin", "has urged"],
      [[[182, 262]], "mixed", "Russian President Vladimir Putin", "Vladimir Putin", "saying"],
      [[[265, 454]], "direct", "Putin", "Vladimir Putin", "said"],
      [[[580, 625]], "mixed", "Putin", "Vladimir Putin", "described"],
      [[[638, 727]], "mixed", "Putin", "Vladimir Putin", "adding"],
      [[[740, 857]], "indirect", "Putin", "Vladimir Putin", "said"],
      [[[867, 962]], "mixed", "He", "Vladimir Putin", "said"],
      [[[974, 1011]], "mixed", "Trump", "Donald Trump", "said"],
      [[[1029, 1073]], "indirect", "Trump", "Donald Trump", "acknowledged"],
      [[[1076, 1306]], "direct", "he", "Donald Trump", "told"],
      [[[1373, 1466]], "indirect", "He", "Donald Trump", "said"],
      [[[1513, 1542]], "indirect", "Putin", "Vladimir Putin", "voiced support for"],
      [
        [
          [1544, 1549],
          [1558, 1616],
        ],
        "mixed",
        "he",
        "Vladimir Putin",
        "said",
      ],
      [[[1632, 1708]], "indirect", "Putin", "Vladimir Putin", "emphasised"],
      [[[1711, 1801]], "direct", "Putin", "Vladimir Putin", "said"],
      [[[1856, 1905]], "indirect", "Trump", "Donald Trump", "highlighting"],
      [[[2032, 2100]], "mixed", "Putin", "Vladimir Putin", "thanked"],
      [[[2110, 2189]], "mixed", "Putin", "Vladimir Putin", "said"],
      [[[2201, 2412]], "mixed", "He", "Vladimir Putin", "praised"],
      [[[2414, 2634]], "direct", "Putin", "Vladimir Putin", "added"],
      [[[2664, 2850]], "mixed", "Putin", "Vladimir Putin", "repeated"],
      [[[2852, 3010]], "direct", "Putin", "Vladimir Putin", "said"],
      [[[3038, 3089]], "indirect", "He", "Vladimir Putin", "added"],
      [[[3099, 3134]], "mixed", "He", "Vladimir Putin", "said"],
      [[[3162, 3300]], "direct", "Putin", "Vladimir Putin", "said"],
    ],
  },
];

describe("the seed articles", () => {
  for (const { file, expected } of articles) {
    const path = new URL(file, folder);
    const missing = !existsSync(path);
    if (missing)
      process.stderr.write(`SKIPPED: ${file} is not in ../shared/seeds, so its ${expected.length} statements were not checked\n`);
    test.skipIf(missing)(`${file}: every statement, none else, each with its speaker`, () => {
      const text = readFileSync(path, "utf8");
      const shown = extractStatements("seed", text).statements.filter(({ confidence }) => confidence >= MINIMUM_CONFIDENCE);
      const found = shown.map(({ content, kind, source, speaker, cue }) => [
        content.map(({ start, end }) => [start + /^(?:that )?/.exec(text.slice(start))![0].length, end]),
        kind,
        source && text.slice(source.start, source.end),
        speaker?.name ?? null,
        cue && text.slice(cue.start, cue.end),
      ]);
      expect(found).toEqual(expected);
    });
  }
});
