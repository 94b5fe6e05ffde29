import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { GoldStatement, NotStatement } from "./samples.gold.ts";
import { gold, notStatements } from "./samples.gold.ts";

const folder = new URL("../samples/", import.meta.url);
const files = readdirSync(folder).sort();
const raw = new Map(files.map((file) => [file, readFileSync(new URL(file, folder), "utf8")]));
const samples = files.map((file) => ({ file, ...readSample(raw.get(file)!) }));
const bodies = new Map(samples.map(({ file, body }) => [file, body]));
const located = locateAll(gold);

function readSample(text: string): { header: Map<string, string>; body: string } {
  const end = text.indexOf("\n\n");
  const header = new Map(
    text
      .slice(0, end)
      .split("\n")
      .map((line) => [line.slice(0, line.indexOf(": ")), line.slice(line.indexOf(": ") + 2)] as const),
  );
  return { header, body: text.slice(end + 2) };
}

/** Places every fragment at its first occurrence after the one before it, so that order is checked too; -1 where there is none. */
function locateAll(statements: readonly GoldStatement[]) {
  const from = new Map<string, number>();
  return statements.map((statement) => {
    const body = bodies.get(statement.file) ?? "";
    const spans = statement.content.map((fragment) => {
      const start = body.indexOf(fragment, from.get(statement.file) ?? 0);
      const end = start + fragment.length;
      if (start >= 0) from.set(statement.file, end);
      return { start, end };
    });
    return { statement, body, spans };
  });
}

/** Whether the fragment stands alone between quotation marks, or reaches the end of a paragraph whose quotation goes on. */
function isInMarks(body: string, start: number, end: number): boolean {
  return /["“‘]/.test(body[start - 1] ?? "") && /["”’\n]/.test(body[end] ?? "");
}

describe("samples", () => {
  test("are eight articles of three outlets", () => {
    expect(files).toHaveLength(8);
    expect(new Set(samples.map(({ header }) => header.get("Outlet"))).size).toBe(3);
  });

  test.each(samples)("$file has a title, an outlet, a date of that week and 180 to 350 words", ({ header, body }) => {
    expect(header.get("Title")).toMatch(/\S/);
    expect(header.get("Outlet")).toMatch(/\S/);
    expect(header.get("Date")).toMatch(/^2026-09-1[4-8]$/);
    const words = body.trim().split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(180);
    expect(words).toBeLessThanOrEqual(350);
  });

  test("no two are equal", () => {
    expect(new Set(bodies.values()).size).toBe(files.length);
    expect(new Set(samples.map(({ header }) => header.get("Title"))).size).toBe(files.length);
  });

  test("six name their address, all under the reserved .example domain", () => {
    const addresses = samples.flatMap(({ header }) => header.get("URL") ?? []);
    expect(new Set(addresses).size).toBe(6);
    expect(addresses.filter((address) => !new URL(address).hostname.endsWith(".example"))).toEqual([]);
    expect([...bodies.values()].filter((body) => /https?:/.test(body))).toEqual([]);
  });

  test("each outlet keeps to one style of quotation marks and one spelling", () => {
    const own = new Map([
      ["Northlight Wire", { marks: /[“”‘’—]/, spelling: /ceasefire|Horvay|Jelmir|communiqué/ }],
      ["The Aldermark Chronicle", { marks: /["'—]/, spelling: /cease-fire|Horvai|Jelmir|communique\b/ }],
      ["Sevrel Valley Herald", { marks: /["']/, spelling: /cease-fire|Horvai|Zhelmir/ }],
    ]);
    for (const { header, body } of samples) {
      const foreign = own.get(header.get("Outlet")!)!;
      expect(body).not.toMatch(foreign.marks);
      expect(body).not.toMatch(foreign.spelling);
    }
  });
});

describe("gold", () => {
  test.each(located)("$statement.file: $statement.content.0", ({ statement, body, spans }) => {
    expect(spans.filter(({ start }) => start < 0)).toEqual([]);
    expect(statement.speaker === null || body.toLowerCase().includes(statement.speaker.toLowerCase())).toBe(true);
    expect(statement.role === null || body.includes(statement.role)).toBe(true);
    expect(statement.cue === null || body.includes(statement.cue)).toBe(true);
    const inMarks = spans.map(({ start, end }) => isInMarks(body, start, end));
    expect(inMarks).toEqual(spans.map(() => statement.kind === "direct"));
    if (statement.kind !== "direct") expect(/["“‘]/.test(statement.content.join(" "))).toBe(statement.kind === "mixed");
  });

  test("covers every sample", () => {
    expect([...new Set(gold.map(({ file }) => file))].sort()).toEqual(files);
  });

  test("no fragment crosses a paragraph", () => {
    for (const { statement } of located) expect(statement.content.join("")).not.toContain("\n");
  });

  test.each(notStatements)("$file: $text is no statement of its own ($why)", ({ file, text, why }: NotStatement) => {
    const body = bodies.get(file)!;
    const start = body.indexOf(text);
    expect(start).toBeGreaterThanOrEqual(0);
    expect(body.indexOf(text, start + 1)).toBe(-1);
    const holders = located.filter(
      ({ statement, spans }) => statement.file === file && spans.some((span) => span.start <= start && start < span.end),
    );
    expect(holders).toHaveLength(why === "inner quotation" ? 1 : 0);
    expect(gold.flatMap(({ content }) => content)).not.toContain(text);
  });

  test("every quoted stretch of the samples is either part of a statement or listed as none", () => {
    const known = new Set(notStatements.map(({ file, text }) => `${file} ${text}`));
    const strays = samples.flatMap(({ file, body }) =>
      [...body.matchAll(/"([^"]+)"|“([^”]+)”|(?<![\p{L}])‘((?:[^’]|’(?=\p{L}))+)’/gu)].flatMap((match) => {
        const text = match[1] ?? match[2] ?? match[3] ?? "";
        const start = match.index + 1;
        const held = located.some(
          ({ statement, spans }) => statement.file === file && spans.some((span) => span.start <= start && start < span.end),
        );
        return held || known.has(`${file} ${text}`) ? [] : [`${file} ${text}`];
      }),
    );
    expect(strays).toEqual([]);
  });
});
