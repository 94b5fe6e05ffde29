import { describe, expect, test } from "vitest";
import { followSite, HOUR } from "./polling.ts";
import { feed } from "./site.ts";

describe("robots.txt", () => {
  test("keeps article pages from us, and is asked once a day", async () => {
    const { site, room } = await followSite();
    site.answers.set("/robots.txt", (_, response) => void response.end("User-agent: *\nDisallow: /b\nDisallow: /feed"));
    expect(await room.poll()).toMatchObject([
      { outcome: "read", added: 2, refused: [expect.stringContaining("/b is not for programs")] },
    ]);
    expect(site.asked()).toEqual(["/feed", "/robots.txt", "/c", "/a"]);
    for (const [hours, asked] of [
      [23, ["/feed", "/d"]],
      [2, ["/feed", "/robots.txt", "/e"]],
    ] as const) {
      site.answers.set("/feed", feed(site.address, [{ path: asked.at(-1)! }]));
      room.pass(hours * HOUR);
      await room.store.makeDue("w", room.now());
      await room.poll();
      expect(site.asked()).toEqual(asked);
    }
  });

  test.each([500, 503, 429])("that answers %d keeps everything from us, for now", async (status) => {
    const { site, room } = await followSite();
    site.answers.set("/robots.txt", status);
    expect(await room.poll()).toMatchObject([{ added: 0, later: 3 }]);
    expect(site.asked()).toEqual(["/feed", "/robots.txt"]);
    site.answers.set("/robots.txt", 404);
    room.pass(HOUR);
    expect(await room.poll()).toMatchObject([{ added: 3, later: 0 }]);
  });

  test.each([401, 403, 404, 410])("that answers %d keeps nothing from us", async (status) => {
    const { site, room } = await followSite();
    site.answers.set("/robots.txt", status);
    expect(await room.poll()).toMatchObject([{ added: 3 }]);
  });
});
