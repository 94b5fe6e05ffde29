import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { posix } from "node:path";
import { describe, expect, test } from "vitest";

/**
 * Folder (or file) -> what it may import: our folders, and packages. The row that names a package is the only one that may import it.
 * This table is the architecture; ARCHITECTURE.md shows it.
 */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  "src/model.ts": [],
  "src/config.ts": ["valibot"],
  "src/statements": ["src/model.ts", "wink-nlp", "wink-eng-lite-web-model"],
  "src/store/sqlite": ["src/model.ts", "src/store", "node:sqlite"],
  "src/store": ["src/model.ts"],
  "src/ingest": [
    "src/model.ts",
    "src/statements",
    "src/store",
    "undici",
    "htmlparser2",
    "entities",
    "linkedom",
    "@mozilla/readability",
    "chardet",
    "iconv-lite",
    "franc-min",
    "ipaddr.js",
    "tinypool",
    "package.json",
  ],
  "src/briefing": ["src/model.ts", "src/store", "stemmer", "fastest-levenshtein"],
  "src/chat": ["src/model.ts", "fastest-levenshtein", "rate-limiter-flexible"],
  "src/digests": [
    "src/model.ts",
    "src/store",
    "src/briefing",
    "src/chat",
    "node-cron",
    "temporal-polyfill",
    "fastest-levenshtein",
  ],
  "src/adapters/slack": ["src/model.ts", "src/chat", "@slack/bolt"],
  "src/adapters/discord": ["src/model.ts", "src/chat", "discord.js"],
  "src/adapters/terminal": ["src/model.ts", "src/chat", "wrap-ansi", "string-width"],
  commands: ["src/model.ts", "src/chat"],
  "src/cli": [
    "src/model.ts",
    "src/config.ts",
    "src/statements",
    "src/store",
    "src/ingest",
    "src/briefing",
    "src/chat",
    "src/digests",
    "src/adapters",
    "commands",
    "pino",
  ],
  "src/program": ["src/cli", "src/config.ts", "commander"],
  "src/main.ts": ["src/cli", "src/program", "src/config.ts", "src/store", "commander"],
};

const within = (file: string, layer: string) => file === layer || file.startsWith(`${layer}/`);
const isBuiltin = (name: string) => builtinModules.includes(name.replace(/^node:/, "")) && name !== "node:sqlite";

const files = ["src", "commands"]
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => posix.join(folder, file)))
  .filter((file) => file.endsWith(".ts"));

const importsOf = (file: string): string[] =>
  [...readFileSync(file, "utf8").matchAll(/(?:\bfrom\s+|^import\s+|\bimport\(\s*)"([^"]+)"/gm)]
    .map(([, name]) => name!)
    .filter((name) => !isBuiltin(name))
    .map((name) => (name.startsWith(".") ? posix.join(posix.dirname(file), name) : name));

test.each(files)("%s imports only what its folder may", (file) => {
  const layer = Object.keys(LAYERS).find((name) => within(file, name));
  expect(layer, "no row in the table for this file").toBeDefined();
  const allowed = [layer!, ...LAYERS[layer!]!];
  expect(importsOf(file).filter((name) => !allowed.some((each) => within(name, each)))).toEqual([]);
});

test("nothing imports main.ts", () => {
  expect(files.filter((file) => importsOf(file).includes("src/main.ts"))).toEqual([]);
});

test("only main.ts reads the environment", () => {
  const readers = files.filter((file) => /process\.env|\benv\b.*=.*process\b/.test(readFileSync(file, "utf8")));
  expect(readers).toEqual(["src/main.ts"]);
});

test("commands send nothing and touch neither disk nor network", () => {
  const touching = files.filter(
    (file) => file.startsWith("commands/") && /"node:|process\.|fetch\(/.test(readFileSync(file, "utf8")),
  );
  expect(touching).toEqual([]);
});

test("no file imports itself over others", () => {
  const graph = new Map(files.map((file) => [file, importsOf(file).filter((name) => files.includes(name))]));
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]) => {
    if (path.includes(file)) throw new Error(`a circle: ${[...path.slice(path.indexOf(file)), file].join(" -> ")}`);
    if (done.has(file)) return;
    for (const next of graph.get(file)!) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(done.size).toBe(files.length);
});

describe("ARCHITECTURE.md", () => {
  const page = readFileSync("ARCHITECTURE.md", "utf8");
  test.each(Object.entries(LAYERS))("shows the row of %s", (folder, allowed) => {
    const row = page.split("\n").find((line) => line.startsWith(`| \`${folder}\` |`));
    expect(row, "no row in ARCHITECTURE.md").toBeDefined();
    for (const name of allowed) expect(row).toContain(`\`${name}\``);
  });

  test("gives the reason of every dependency", () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
    for (const name of Object.keys({ ...dependencies, ...devDependencies })) expect(page).toContain(`**${name}**`);
  });
});
