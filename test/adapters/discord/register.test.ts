import { afterEach, beforeEach, expect, test } from "vitest";
import { commands } from "../../../commands/index.ts";
import { register } from "../../../src/adapters/discord/register.ts";
import { registration } from "../../../src/adapters/discord/registration.ts";
import { type CommandsServer, openCommandsServer } from "./commands-server.ts";

const TOKEN = "invented.token.of-a-bot";
const GUILD = "700000000000000001";
const all = registration(commands);

let server: CommandsServer;
beforeEach(async () => {
  server = await openCommandsServer(TOKEN);
});
afterEach(() => server.close());
const options = (more: { token?: string; guild?: string } = {}) => ({ token: TOKEN, apiUrl: server.url, guild: null, ...more });

test("tells what was added, changed, removed and left as it was", async () => {
  expect(new Set((await register(all, options())).changes.map(({ change }) => change))).toEqual(new Set(["added"]));
  const [first, second, ...rest] = all;
  const changed = { ...second!, default_member_permissions: "32" };
  const extra = { ...first!, name: "another" };
  expect((await register([extra, changed, ...rest], options())).changes).toEqual([
    { command: "/another", change: "added" },
    { command: `/${second!.name}`, change: "changed" },
    ...rest.map(({ type, name }) => ({ command: type === 1 ? `/${name}` : name, change: "unchanged" })),
    { command: `/${first!.name}`, change: "removed" },
  ]);
});

test("tells where a server lets the bot in, with no more than it needs", async () => {
  const { invitation } = await register(all, options());
  expect(invitation).toBe(
    "https://discord.com/oauth2/authorize?client_id=800000000000000001&scope=bot+applications.commands&permissions=309237763072",
  );
});

test("writes nothing where nothing changed", async () => {
  await register(all, options());
  const before = server.asked.length;
  expect(new Set((await register(all, options())).changes.map(({ change }) => change))).toEqual(new Set(["unchanged"]));
  expect(server.asked.slice(before)).toEqual([
    "GET /api/v10/applications/@me",
    "GET /api/v10/applications/800000000000000001/commands",
  ]);
});

test("in one server, beside those of all servers", async () => {
  await register(all, options());
  const { changes, isDoubled } = await register(all, options({ guild: GUILD }));
  expect(changes[0]).toMatchObject({ change: "added" });
  expect(isDoubled).toBe(true);
  expect(server.asked).toContain(`PUT /api/v10/applications/800000000000000001/guilds/${GUILD}/commands`);
  expect(await register([], options({ guild: GUILD }))).toMatchObject({
    isDoubled: false,
    changes: all.map(() => ({ change: "removed" })),
  });
});

test("in one server alone, nothing shows twice", async () => {
  expect((await register(all, options({ guild: GUILD }))).isDoubled).toBe(false);
});

test("an answer that is no says why in one sentence", async () => {
  await expect(register(all, options({ token: "another.token.of-a-bot" }))).rejects.toThrow(
    "Discord does not accept DISCORD_TOKEN: ",
  );
  server.failWith(400);
  await expect(register(all, options())).rejects.toThrow("Discord refused the commands (400): No");
  server.failWith(403);
  await expect(register(all, options({ guild: GUILD }))).rejects.toThrow(`commands in the server ${GUILD}: check the number`);
  server.failWith(503);
  await expect(register(all, options())).rejects.toThrow("Discord has trouble of its own (503): try again");
  const { url } = server;
  await server.close();
  await expect(register(all, { ...options(), apiUrl: url })).rejects.toThrow(
    /^Discord cannot be reached \((?:ECONNREFUSED|UND_ERR_SOCKET)\): /,
  );
});
