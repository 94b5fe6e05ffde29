import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commands } from "../commands/index.ts";
import { SCOPES } from "../src/adapters/slack/manifest.ts";
import { usage } from "../src/chat/usage.ts";
import { CARDS, POSTS } from "./adapters/cards.ts";
import { makeFolder, removeFolder, run } from "./cli/run.ts";
import { setUp } from "./commands/asking-digests.ts";

const page = readFileSync("README.md", "utf8");

let folder: string;
beforeAll(() => {
  folder = makeFolder();
});
afterAll(() => removeFolder(folder));

test("the table has every command as it is typed", () => {
  const rows = page.match(/^\| `\/.*$/gm);
  expect(rows).toEqual(commands.map((command) => `| \`${usage(command).replaceAll("|", "\\|")}\` | ${command.summary} |`));
});

test("the answer shown is what the program answers from the samples", async () => {
  const [, shown] = /```\n(> \/who-said ceasefire\n[\s\S]*?)```/.exec(page) ?? [];
  const { out } = await run(folder, ["start"], "/who-said ceasefire\n");
  expect(shown).toBe(out);
});

test("the test command is what .ci/run runs", () => {
  const [, command] = /^ {4}(npm ci && npm test)$/m.exec(page) ?? [];
  expect(readFileSync(".ci/run", "utf8")).toContain(`(${command})`);
});

test("every picture that is shown is there", () => {
  const pictures = [...page.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, path]) => path!);
  expect(pictures.length).toBeGreaterThan(20);
  expect(pictures.filter((path) => !existsSync(path))).toEqual([]);
});

test("every kind of answer and post is shown as each platform shows it", () => {
  const kinds = [...Object.keys(CARDS), ...Object.keys(POSTS)].filter((kind) => kind !== "long");
  for (const platform of ["slack", "discord"])
    for (const kind of kinds) expect(page).toContain(`(docs/pictures/${platform}-${kind}.png)`);
});

test("every scope of the Slack app stands there with its reason", () => {
  const rows = page.match(/^\| `[a-z_]+(?::[a-z]+)?` \| .* \|$/gm);
  expect(rows).toEqual(expect.arrayContaining(Object.entries(SCOPES).map(([scope, why]) => `| \`${scope}\` | ${why} |`)));
});

test("digests and watches are set up and asked about as it says", async () => {
  const [, section = ""] = /\n## Digests and watches\n([\s\S]*?)\n## /.exec(page) ?? [];
  const lines = [...section.matchAll(/^ {4}\/(.*)$|`\/((?:digest|watch) [^`]*)`/gm)].map(([, shown, said]) => shown ?? said!);
  expect(lines.length).toBeGreaterThan(8);
  const { ask } = setUp();
  for (const line of lines) expect(await ask(line), line).not.toHaveProperty("problem");
});

test.each(["manifest", "manifest --http https://bot.example"])("%s is set up with as it says", async (line) => {
  expect(page).toContain(`npm run -s on-record -- ${line}`);
  const { code, out } = await run(folder, line.split(" "));
  expect(code).toBe(0);
  expect(JSON.parse(out)).toHaveProperty("oauth_config.scopes.bot");
});
