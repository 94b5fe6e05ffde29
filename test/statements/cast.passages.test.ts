import { describe, expect, it } from "vitest";
import type { Statement } from "../../src/model.ts";
import { extractStatements } from "../../src/statements/extract.ts";
import { MINIMUM_CONFIDENCE } from "../../src/store/store.ts";
import { PASSAGES } from "./cast.passages.ts";

type Verdict = "right" | "wrong" | "not named" | "not shown";

const plain = (name: string): string => name.toLowerCase().replace(/^the /, "").replaceAll("’", "'");

/** Characters of the piece of text that the statement's content has. */
const shared = ({ content }: Statement, text: string, piece: string): number => {
  const start = text.indexOf(piece);
  const end = start + piece.length;
  return content.reduce((sum, span) => sum + Math.max(0, Math.min(span.end, end) - Math.max(span.start, start)), 0);
};

const read = PASSAGES.map((passage) => ({
  ...passage,
  shown: extractStatements("passage", passage.text).statements.filter(({ confidence }) => confidence >= MINIMUM_CONFIDENCE),
}));

const reports = read.flatMap(({ name: passage, text, wanted, shown }) =>
  wanted.map(({ content, speaker, role, accept = [] }) => {
    const found = shown
      .filter((statement) => shared(statement, text, content) > content.length / 2)
      .sort((a, b) => b.confidence - a.confidence)[0];
    const named = found?.speaker?.name;
    const names = speaker === null ? [] : [speaker, ...accept].map(plain);
    let verdict: Verdict = "not shown";
    if (found && named === undefined) verdict = speaker === null ? "right" : "not named";
    else if (named !== undefined) verdict = names.includes(plain(named)) ? "right" : "wrong";
    const tellsRole = role === undefined || plain(found?.speaker?.role ?? "").includes(plain(role));
    return { fault: `${verdict}: ${passage}: ${content} -> ${named ?? "nobody"}`, verdict, role, tellsRole };
  }),
);

const needless = read.flatMap(({ text, wanted, shown, absent = [] }) =>
  absent.map((piece) =>
    shown.some(
      (statement) => shared(statement, text, piece) > 0 && wanted.every(({ content }) => shared(statement, text, content) === 0),
    ),
  ),
);

const share = <T>(all: readonly T[], wanted: (one: T) => boolean): number => all.filter(wanted).length / all.length;
const faults = reports
  .filter(({ verdict }) => verdict !== "right")
  .map(({ fault }) => fault)
  .join("\n");

describe("who said what in short passages", () => {
  it("is found, shown and rightly named in at least 90 of 100 reports", () => {
    expect(reports.length).toBeGreaterThan(190);
    expect(
      share(reports, ({ verdict }) => verdict === "right"),
      faults,
    ).toBeGreaterThanOrEqual(0.9);
  });

  it("is wrongly named in fewer than 3 of 100", () => {
    expect(
      share(reports, ({ verdict }) => verdict === "wrong"),
      faults,
    ).toBeLessThan(0.03);
  });

  it("comes with the role that the passage tells in at least 9 of 10 that are rightly named", () => {
    const withRole = reports.filter(({ role, verdict }) => role !== undefined && verdict === "right");
    expect(share(withRole, ({ tellsRole }) => tellsRole)).toBeGreaterThanOrEqual(0.9);
  });

  it("leaves out at least 9 of 10 pieces that nobody said", () => {
    expect(needless.length).toBeGreaterThan(30);
    expect(share(needless, (isShown) => !isShown)).toBeGreaterThanOrEqual(0.9);
  });
});
