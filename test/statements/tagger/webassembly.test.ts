import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import createWabt from "wabt";

const FOLDER = new URL("../../../src/statements/tagger/", import.meta.url);

test.each(["sum-rows", "chain"])("the compiled %s is what its source says; `npm run compile` makes it again", async (name) => {
  const wabt = await createWabt();
  const source = readFileSync(new URL(`${name}.wat`, FOLDER), "utf8");
  const { buffer } = wabt.parseWat(`${name}.wat`, source, { simd: true }).toBinary({});
  expect(Buffer.from(buffer).equals(readFileSync(new URL(`${name}.wasm`, FOLDER)))).toBe(true);
});
