import { expect, test } from "vitest";
import { overEach } from "./transports.ts";

overEach((bench) => {
  test("a mention is answered in the thread, its problems and help to one person", async () => {
    await bench().people.mentions("who-said ceasefire", { thread: "1.5" });
    await bench().people.mentions("who-said wrong", { thread: "1.5" });
    await bench().people.mentions("thank you!");
    await bench().people.mentions("");
    expect((await bench().seen(4)).sort()).toEqual([
      "all in thread: answer to who-said: ceasefire",
      "only in thread: problem of who-said",
      "only: answer to help:",
      "only: answer to help:",
    ]);
  });

  test("the problem of a mention outside a thread is not hidden in one that is none yet", async () => {
    await bench().people.mentions("who-said wrong");
    expect(await bench().seen(1)).toEqual(["only: problem of who-said"]);
  });

  test("channels and groups reach the core as references where they are asked for, as names elsewhere", async () => {
    const line = "where:<#C024BE91L|general> ping:<!subteam^S0614TZR7|@desk> <#C2|grain> &amp; all";
    const typed = "where:<#C024BE91L|general> ping:<!subteam^S0614TZR7|@desk> #grain & all";
    await bench().people.types(`/digest add ${line}`);
    await bench().people.types(`/news digest add ${line}`);
    await bench().people.mentions(`digest add ${line}`, { thread: "1.5" });
    await bench().people.types("/who-said by:<#C2|grain> where:<#C2|grain>");
    await bench().seen(4);
    expect(bench().asked.map(({ input }) => input)).toEqual([
      ...[`add ${typed}`, `add ${typed}`, `add ${typed}`],
      "by:#grain where:#grain",
    ]);
    expect(bench().asked[2]!.channel.id).toBe("C1:1.5"); // a thread is a place of its own
  });

  test("a group is called by its name once somebody has picked it, and by none in another workspace", async () => {
    const { groupName } = bench().adapter.outbox;
    const [here, elsewhere] = ["slack:T024BE7LD", "slack:T9"];
    expect(groupName(here, "S0614TZR7")).toBeNull();
    await bench().people.types("/digest add grain ping:<!subteam^S0614TZR7|@desk>");
    await bench().people.mentions("digest add grain ping:<!subteam^S0614TZR8|@night.desk>", { thread: "1.5" });
    await bench().people.types("/digest add grain ping:<!subteam^S0614TZR9|@forged>", { team: "T2", user: "U2" });
    await bench().seen(2);
    expect(["S0614TZR7", "S0614TZR8", "S0614TZR9"].map((group) => groupName(here, group))).toEqual([
      "@desk",
      "@night.desk",
      null,
    ]);
    expect(groupName(elsewhere, "S0614TZR7")).toBeNull();
  });
});
