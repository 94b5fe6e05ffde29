import { describe, expect, test } from "vitest";
import { followSite, HOUR } from "./polling.ts";

describe("notices", () => {
  test("one after a day of failures, into the channel that added it", async () => {
    const { site, room, address } = await followSite();
    site.answers.set("/feed", 404);
    const posted: string[] = [];
    const notices = {
      platforms: ["terminal"],
      post: async ({ follower, feed: { trouble } }: { follower: { channel: string }; feed: { trouble: unknown } }) => {
        posted.push(`${follower.channel} ${JSON.stringify(trouble)}`);
      },
    };
    for (let hours = 0; hours < 60; hours++) {
      await room.poll({ notices });
      room.pass(HOUR);
    }
    expect(posted).toHaveLength(1);
    expect(posted[0]).toContain('c {"since":"2026-05-05T12:00:00.000Z"');
    expect(address).toContain("/feed");
  });

  /** A newsroom whose only feed is gone, and how many notices a poll posts a platform's channels. */
  async function followNothing() {
    const { site, room } = await followSite();
    site.answers.set("/feed", 410);
    const posted = async (platform = "terminal") => {
      let count = 0;
      await room.poll({ notices: { platforms: [platform], post: async () => void count++ } });
      return count;
    };
    return { room, posted };
  }

  test("one that cannot be posted is posted two minutes later, once", async () => {
    const { room, posted } = await followNothing();
    let tries = 0;
    const post = () => Promise.reject(new Error(`nobody there, ${++tries}`));
    await room.poll({ notices: { platforms: ["terminal"], post } });
    expect(tries).toBe(1);
    expect([await posted("slack"), await posted()]).toEqual([0, 0]);
    room.pass(120_000);
    expect([await posted("slack"), await posted(), await posted()]).toEqual([0, 1, 0]);
  });

  test("one whose process is killed before it is marked is not lost, and comes at most twice", async () => {
    const { room, posted } = await followNothing();
    const killed = { ...room.store, markTold: () => Promise.reject(new Error("killed")) };
    let first = 0;
    const notices = { platforms: ["terminal"], post: async () => void first++ };
    await expect(room.poll({ store: killed, notices })).rejects.toThrow("killed");
    expect([first, await posted()]).toEqual([1, 0]);
    room.pass(120_000);
    expect(await posted()).toBe(1);
    room.pass(120_000);
    expect(await posted()).toBe(0);
  });

  test("one comes once where two processes poll", async () => {
    const { posted } = await followNothing();
    expect((await Promise.all([posted(), posted()])).toSorted()).toEqual([0, 1]);
  });
});
