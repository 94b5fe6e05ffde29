import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openHistory } from "../../../src/adapters/terminal/history.ts";

const folder = mkdtempSync(join(tmpdir(), "history-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("what one session typed the next one has, newest first, for its owner alone", () => {
  const file = join(folder, "kept");
  const first = openHistory(file);
  expect(first.lines).toEqual([]);
  for (const line of ["/help", "  ", " /who-said ceasefire ", "x".repeat(4_001)]) first.add(line);
  expect(openHistory(file).lines).toEqual(["/who-said ceasefire", "/help"]);
  expect(statSync(file).mode & 0o077).toBe(0);
});

test("the file does not grow for ever", () => {
  const file = join(folder, "long");
  writeFileSync(file, Array.from({ length: 1_001 }, (_, k) => `/help ${k}\n`).join(""));
  const { lines } = openHistory(file);
  expect([lines.length, lines[0], lines.at(-1)]).toEqual([500, "/help 1000", "/help 501"]);
  expect(readFileSync(file, "utf8").split("\n")).toHaveLength(501);
});

test("control characters in the file do not reach the prompt", () => {
  const file = join(folder, "hostile");
  writeFileSync(file, "/help\u001b[2J\r\n");
  expect(openHistory(file).lines).toEqual(["/help\ufffd[2J"]);
});

test("no file, or one that cannot be used, means no history and no error", () => {
  const blocked = join(folder, "blocked");
  writeFileSync(blocked, "");
  for (const file of [undefined, folder, join(blocked, "below a file")]) {
    const history = openHistory(file);
    expect(() => history.add("/help")).not.toThrow();
    expect(history.lines).toEqual([]);
  }
});
