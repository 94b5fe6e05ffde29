import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readConfig, VARIABLES } from "../src/config.ts";

test("reads an empty environment as the defaults", () => {
  expect(readConfig({})).toEqual({ dataDir: "./data", allowPrivateNetwork: false, contact: null });
  expect(readConfig({ DATA_DIR: "", ALLOW_PRIVATE_NETWORK: "" })).toEqual(readConfig({}));
});

test("reads what is set", () => {
  expect(readConfig({ DATA_DIR: "/srv/news", ALLOW_PRIVATE_NETWORK: "1", CONTACT: "desk@valley.example" })).toEqual({
    dataDir: "/srv/news",
    allowPrivateNetwork: true,
    contact: "desk@valley.example",
  });
});

test("names every problem at once, each with its remedy", () => {
  expect(() => readConfig({ DATA_DIR: "  ", ALLOW_PRIVATE_NETWORK: "yes" })).toThrow(
    'DATA_DIR must name a folder (it is "  "): correct it, or leave it out for ./data.\n' +
      'ALLOW_PRIVATE_NETWORK must be 0 or 1 (it is "yes"): correct it, or leave it out for 0.',
  );
});

test(".env.example has every variable with its default and why, and no other", () => {
  const paragraphs = readFileSync(".env.example", "utf8").trim().split("\n\n").slice(1);
  const expected = Object.entries(VARIABLES).map(([name, { why, fallback }]) => `# ${why}\n${name}=${fallback}`);
  expect(paragraphs).toEqual(expected);
});

test("the README's table has every variable with its default and why, and no other", () => {
  const rows = readFileSync("README.md", "utf8").match(/^\| `[A-Z_]+` \|.*$/gm);
  expect(rows).toEqual(
    Object.entries(VARIABLES).map(([name, { why, fallback }]) => `| \`${name}\` | \`${fallback}\` | ${why} |`),
  );
});
