import { expect, test } from "vitest";
import { isNamed } from "../../src/store/outlet-names.ts";

test.each([
  ["Valley Post", "valley post", true],
  ["Valley Post", "post", true],
  ["Valley Post", "val", true],
  ["Valley Post", "post valley", true],
  ["Valley Post", "alley", false],
  ["Valley Post", "valley times", false],
  ["Valley Post", "", false],
  ["Valley Post", "—", false],
  ["", "post", false],
])("%j is asked for as %j: %s", (name, asked, expected) => {
  expect(isNamed(name, asked)).toBe(expected);
});
