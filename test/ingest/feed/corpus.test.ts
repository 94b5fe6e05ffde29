import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { AIMS, CORPUS, judgeCorpus } from "../../../bench/feeds.ts";

const missing = !existsSync(CORPUS);

describe.skipIf(missing)(`the conformance corpus (skipped where there is no ${CORPUS})`, () => {
  const results = missing ? [] : judgeCorpus();

  test.each(Object.entries(AIMS))("%s: at least %i %% are read right", (kind, aim) => {
    const of = results.filter((result) => result.kind.split("/")[0] === kind);
    const wrong = of.filter(({ right }) => !right).map(({ file, why }) => `${file}: ${why}`);
    expect(of.length).toBeGreaterThan(0);
    expect((100 * (of.length - wrong.length)) / of.length, wrong.join("\n")).toBeGreaterThanOrEqual(aim);
    const expecting = of.filter(({ compared }) => compared > 0);
    expect((100 * expecting.filter(({ right }) => right).length) / expecting.length).toBeGreaterThanOrEqual(aim);
  });

  test.each(["encoding", "entities"])("%s: all are read right", (kind) => {
    expect(results.filter((result) => result.kind === kind && !result.right)).toEqual([]);
  });
});
