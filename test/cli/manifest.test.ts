import { afterAll, beforeAll, expect, test } from "vitest";
import { makeFolder, removeFolder, run } from "./run.ts";

let folder: string;
beforeAll(() => {
  folder = makeFolder();
});
afterAll(() => removeFolder(folder));

test("the manifest is printed as JSON, for Socket Mode where nothing else is asked for", async () => {
  const { code, out, err } = await run(folder, ["manifest"], "", { SLACK_COMMAND: "/briefing" });
  expect([code, err]).toEqual([0, ""]);
  const { settings, features } = JSON.parse(out);
  expect(settings.socket_mode_enabled).toBe(true);
  expect(features.slash_commands.at(-1).command).toBe("/briefing");
});

test("for HTTP it names the address, with its usual path where none is given", async () => {
  const { out } = await run(folder, ["manifest", "--http", "https://bot.example"]);
  expect(JSON.parse(out).settings.interactivity.request_url).toBe("https://bot.example/slack/events");
  const { code, err } = await run(folder, ["manifest", "--http", "http://bot.example"]);
  expect(code).toBe(2);
  expect(err).toContain("https://");
});

test("a name that a command has already is refused", async () => {
  expect(await run(folder, ["manifest"], "", { SLACK_COMMAND: "/summary" })).toEqual({
    ...{ code: 1, out: "" },
    err: "SLACK_COMMAND /summary is the name of a command already: choose another, or leave it out for /news.\n",
  });
});
