import { expect, test } from "vitest";
import { until } from "./clock.ts";
import { overEach } from "./transports.ts";

overEach((bench) => {
  test("a button's answer takes the place of the one it stood under", async () => {
    await bench().people.types("/who-said ceasefire");
    await bench().seen(1);
    await bench().people.presses("Again");
    await until(() => bench().slack.workspace.shown[0]!.replaced === 1);
    expect(await bench().seen(1)).toEqual(['only: answer to who-said: {"topic":"again"}']);
  });

  test("a button under what all see answers to the one who pressed it", async () => {
    await bench().people.mentions("who-said ceasefire", { thread: "1.5" });
    await bench().seen(1);
    await bench().people.presses("Again", { user: "UADMIN" });
    expect(await bench().seen(2, "UADMIN")).toEqual([
      "all in thread: answer to who-said: ceasefire",
      'only in thread: answer to who-said: {"topic":"again"}',
    ]);
    expect(bench().pressed[0]).toMatchObject({ channel: { workspace: "slack:T024BE7LD", id: "C1:1.5" }, user: { id: "UADMIN" } });
  });

  test("an answer is shared once, with those who are there", async () => {
    await bench().people.types("/who-said ceasefire");
    await bench().seen(1);
    await bench().people.presses("Share in channel");
    await bench().seen(2);
    await bench().people.presses("Share in channel");
    expect(await bench().seen(3)).toEqual([
      "only: answer to who-said: ceasefire",
      "all: answer to who-said: ceasefire",
      "only: This has been shared here already.",
    ]);
  });

  test("in direct messages there is nobody to share an answer with", async () => {
    await bench().people.types("/who-said ceasefire", { channel: "D0ADA" });
    await bench().seen(1);
    expect(() => bench().people.presses("Share in channel")).toThrow("no button");
    const again = await bench().people.presses("Again");
    await until(() => again.acks.length > 0);
  });

  test("what is long is shared whole, in a thread under its first part", async () => {
    await bench().people.types("/who-said long");
    await bench().seen(3);
    await bench().people.presses("Share in channel");
    const all = (await bench().seen(10)).slice(3);
    expect(all.map((line) => line.split(":")[0])).toEqual(["all", ...Array.from({ length: 6 }, () => "all in thread")]);
    expect(
      new Set(
        bench()
          .slack.workspace.shown.slice(4)
          .map(({ thread }) => thread),
      ),
    ).toEqual(new Set([bench().slack.workspace.shown[3]!.ts]));
  });
});
