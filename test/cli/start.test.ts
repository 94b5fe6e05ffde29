import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeFolder, removeFolder, run } from "./run.ts";

let folder: string;
beforeAll(() => {
  folder = makeFolder();
});
afterAll(() => removeFolder(folder));

test("without input: fills the empty library with the samples, says so, gives the tour and ends with 0", async () => {
  const first = await run(folder, ["start"]);
  expect(first.code).toBe(0);
  expect(first.err).toBe("The library was empty: 8 sample articles added.\n");
  expect(first.out).toMatch(
    /was\s+empty:\s+it\s+now\s+holds\s+8\s+articles\s+of\s+3\s+outlets\s+with\s+\d+\s+statements,\s+all\s+samples/,
  );
  for (const shown of ["> /help", "> /who-said ceasefire", "Who said “ceasefire”", "> /summary", "Who said what"]) {
    expect(first.out).toContain(shown);
  }
  expect(first.out).not.toContain("\u001b[");
  const second = await run(folder, ["start"]);
  expect(second).toMatchObject({ code: 0, err: "" });
  expect(second.out).toMatch(/The\s+library\s+in\s+\S+\s+holds\s+8\s+articles/);
});

test("answers the commands it reads, one a line, and ends with 0", async () => {
  const { code, out } = await run(folder, ["start"], "/articles\n\n# a remark\n/who-sad x\nhello\n/help who-said");
  expect(code).toBe(0);
  expect(out.match(/^> .*$/gm)).toEqual(["> /articles", "> /who-sad x", "> hello", "> /help who-said"]);
  expect(out).toContain("Did you mean /who-said?");
  expect(out).not.toContain("was empty");
});

test("a library of one's own gets no samples", async () => {
  const own = join(folder, "own");
  mkdirSync(own);
  writeFileSync(join(own, "a.txt"), "Mayor Ada Lund said the dam would hold. Nobody was hurt.");
  await run(own, ["ingest", "a.txt"]);
  expect((await run(own, ["start"], "/articles\n")).out).toContain("a.txt");
  expect((await run(own, ["start"], "/articles\n")).out).not.toContain("Northlight");
});

test("a person's first own article takes the samples out", async () => {
  const own = join(folder, "after");
  mkdirSync(own);
  await run(own, ["start"], "/help\n");
  writeFileSync(join(own, "a.txt"), "Mayor Ada Lund said the dam would hold. Nobody was hurt.");
  const { code, out, err } = await run(own, ["ingest", "a.txt"]);
  expect({ code, out }).toEqual({ code: 0, out: "added     a.txt\n" });
  expect(err).toBe("The library has articles of your own now: 8 sample articles taken out.\n");
  expect((await run(own, ["ask", "/articles"])).out).not.toContain("Northlight");
});
