import { platform } from "node:os";
import { expect, test } from "vitest";
import { killPolls } from "../../bench/kill.ts";

/** Its servers stand at many loopback addresses, which Linux alone has without being told. */
test.runIf(platform() === "linux")(
  "killed ten times in the middle of polling, every article is stored once and none is lost",
  async () => {
    const { again, ...after } = await killPolls({ feeds: 10, items: 5 }, 1);
    expect(after).toEqual({ kills: 10, articles: 50, lost: 0, twice: 0, unchanged: 10 });
    expect(again).toBeGreaterThan(0);
  },
  120_000,
);
