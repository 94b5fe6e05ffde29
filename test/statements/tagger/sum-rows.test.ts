import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import createWabt from "wabt";

const source = new URL("../../../src/statements/tagger/sum-rows.wat", import.meta.url);
const compiled = new URL("../../../src/statements/tagger/sum-rows.wasm", import.meta.url);

test("the compiled module is what its source says; `npm run compile` makes it again", async () => {
  const wabt = await createWabt();
  const { buffer } = wabt.parseWat("sum-rows.wat", readFileSync(source, "utf8"), { simd: true }).toBinary({});
  expect(Buffer.from(buffer).equals(readFileSync(compiled))).toBe(true);
});
