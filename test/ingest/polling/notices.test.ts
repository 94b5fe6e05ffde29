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

  test("one that cannot be posted is posted later", async () => {
    const { site, room } = await followSite();
    site.answers.set("/feed", 410);
    let posted = 0;
    await room.poll({ notices: { platforms: ["terminal"], post: () => Promise.reject(new Error("nobody there")) } });
    await room.poll({ notices: { platforms: ["slack"], post: async () => void posted++ } });
    expect(posted).toBe(0);
    await room.poll({ notices: { platforms: ["terminal"], post: async () => void posted++ } });
    await room.poll({ notices: { platforms: ["terminal"], post: async () => void posted++ } });
    expect(posted).toBe(1);
  });
});
