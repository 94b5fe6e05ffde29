import { afterAll, beforeAll, expect, test } from "vitest";
import { type CommandsServer, openCommandsServer } from "../adapters/discord/commands-server.ts";
import { makeFolder, removeFolder, run } from "./run.ts";

const TOKEN = "invented.token.of-a-bot";

let folder: string;
let server: CommandsServer;
beforeAll(async () => {
  folder = makeFolder();
  server = await openCommandsServer(TOKEN);
});
afterAll(async () => {
  await server.close();
  removeFolder(folder);
});
const register = (args: readonly string[], env: Record<string, string> = {}) =>
  run(folder, ["register", ...args], "", { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: server.url, ...env });

test("prints what changed, and that nothing did", async () => {
  const first = await register([]);
  expect(first).toMatchObject({ code: 0, err: "" });
  expect(first.out).toMatch(
    /^added {6}\/who-said\n[\s\S]*added {6}Who said what here\?\n\d+ changes in all servers\.\nTo let the bot into a server, open https:\/\/discord\.com\/oauth2\S+\n$/,
  );
  const second = await register([]);
  expect(second.out).toMatch(/^unchanged {2}\/who-said\n[\s\S]*\nNothing changed in all servers\.\nTo let .*\n$/);
});

test("in one server, as JSON", async () => {
  const { out, code } = await register(["--guild", "700000000000000001", "--json"]);
  expect(code).toBe(0);
  expect(JSON.parse(out.split("\n")[0]!)).toEqual({ command: "/who-said", change: "added" });
});

test("says where commands show twice, and takes them out of the one server", async () => {
  const guild = ["--guild", "700000000000000002"];
  await register([]);
  const doubled = await register(guild);
  expect(doubled.code).toBe(0);
  expect(doubled.err).toMatch(/^Those of all servers are there too.* register --guild 700000000000000002 --remove .*\n$/);
  const taken = await register([...guild, "--remove"]);
  expect(taken).toMatchObject({ code: 0, err: "" });
  expect(taken.out).toMatch(/^removed {4}\/who-said\n[\s\S]*\d+ changes in the server 700000000000000002\.\n/);
  expect((await register([])).out).toContain("Nothing changed in all servers.");
});

test("what is wrong is one sentence, without the token", async () => {
  const missing = await register([], { DISCORD_TOKEN: "" });
  expect(missing).toMatchObject({ code: 1, out: "" });
  expect(missing.err).toMatch(/^DISCORD_TOKEN is missing: .*discord\.com\/developers\/applications.*\n$/);
  const wrong = await register([], { DISCORD_TOKEN: "another.token.of-a-bot" });
  expect(wrong).toMatchObject({ code: 1, out: "" });
  expect(wrong.err).toMatch(/^Discord does not accept DISCORD_TOKEN: .*\n$/);
  expect(wrong.err).not.toContain("another.token");
  const elsewhere = await register([], { DISCORD_API_URL: new URL("/elsewhere", server.url).href });
  expect(elsewhere).toMatchObject({
    code: 1,
    out: "",
    err: expect.stringMatching(/^There is no Discord at 127.*: correct DISCORD_API_URL.*\n$/),
  });
  expect(await register(["--guild", "my server"])).toMatchObject({ code: 2 });
});
