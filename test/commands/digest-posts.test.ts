import { describe, expect, test } from "vitest";
import { body } from "../../src/chat/card.ts";
import { makeDelivery } from "../digests/deliveries.ts";
import { lines, refused, shown } from "./asking.ts";
import { setUp } from "./asking-digests.ts";

describe("/digest now", () => {
  const compose = () => ({ cards: [{ blocks: [body("The dam holds.")] }], account: {} });

  test("with nothing new it says so at once, and why, and leaves no run", async () => {
    const account = { articles: 2, leftOut: [{ rule: "not about “dam”", articles: 2 }] };
    const { ask, store, changes } = setUp({ compose: () => ({ cards: [], account }) });
    await ask("digest add daily 08:00 topic:dam");
    const card = await ask("digest now 1");
    expect(shown(card)).toEqual([
      "Nothing is new for digest 1",
      "Nothing is posted: 2 articles came in, and nothing for it.\nLeft out: 2 articles, not about “dam”.",
    ]);
    expect(card.actions).toEqual([{ label: "Preview", command: "digest preview", options: { digest: "1" } }]);
    expect(await store.deliveries("w", { kind: "digest", number: 1 }, 1)).toEqual([]);
    expect(changes).toHaveLength(1); // that it was set up
  });

  test("leaves word for whoever posts, once", async () => {
    const { ask, store, arrive, tell, changes } = setUp({ compose });
    await ask("digest add daily 08:00");
    arrive(7);
    tell(3);
    const card = await ask("digest now 1");
    expect(shown(card)).toEqual(["Digest 1 goes out now", "What is new is posted here.", "/digest why 1 tells how far it is."]);
    expect(changes).toHaveLength(2);
    const [left] = await store.deliveries("w", { kind: "digest", number: 1 }, 1);
    expect(left).toMatchObject({ state: "claimed", place: { channel: "C1" }, after: 3, upTo: 7, missed: 0 });
    expect(refused(await ask("digest now 1"))).toEqual([
      "refused",
      "Digest 1 is being sent already: /digest why 1 tells how far it is.",
    ]);
    const now = new Date("2026-05-05T12:00:30Z");
    const [taken] = await store.takeOver(["slack"], { by: "x", now }, 1);
    await store.planDelivery(taken!.key, "x", { state: "failed", account: {} }, taken!, now);
    expect((await ask("digest now 1")).title).toBe("Digest 1 goes out now");
    expect(lines(await ask("digest why 1"))[0]).toMatch(/^1\. Tue 5 May 2026, 12:00, by hand = About to be posted\./);
  });

  test("asked for twice at the same instant, it is one run", async () => {
    const { ask, store } = setUp({ compose });
    await ask("digest add daily 08:00");
    const cards = await Promise.all([ask("digest now 1"), ask("digest now 1")]);
    expect(cards.map(({ problem }) => problem)).toEqual([undefined, "refused"]);
    expect(await store.deliveries("w", { kind: "digest", number: 1 }, 9)).toHaveLength(1);
  });

  test("says what to do where nobody posts, and why it cannot be posted", async () => {
    const { ask } = setUp({ compose, serving: [] });
    await ask("digest add daily 08:00");
    expect(shown(await ask("digest now 1")).slice(0, 2)).toEqual([
      "Digest 1 waits to be posted",
      "It is posted while npm start runs with Slack connected.",
    ]);
    const closed = setUp({ closed: { C2: "I am not in that channel: invite me." } });
    await closed.ask("digest add daily 08:00");
    await closed.store.changeDigest("w", 1, { place: { platform: "slack", channel: "C2" } });
    expect(refused(await closed.ask("digest now 1"))).toEqual(["refused", "I am not in that channel: invite me."]);
  });
});

describe("/digest preview", () => {
  const told = { title: "Monday's news", blocks: [body("The dam holds.")] };

  test("shows what would be posted, and counts nothing as told", async () => {
    const asked: object[] = [];
    const { ask, arrive, deliveries } = setUp({
      compose: (window) => {
        asked.push(window);
        return { cards: [told, { blocks: [body("More of it.")] }], account: { articles: 2 } };
      },
    });
    await ask("digest add daily 08:00");
    arrive(9);
    const card = await ask("digest preview 1");
    expect(shown(card)).toEqual([
      ...["Preview of digest 1", "Monday's news", "The dam holds.", "More of it."],
      "You alone see this, and nothing of it counts as told.",
    ]);
    expect(card.actions).toEqual([{ label: "Post it now", command: "digest now", options: { digest: "1" } }]);
    expect([asked, deliveries]).toEqual([[{ after: 0, upTo: 9 }], []]);
  });

  test("with nothing new, shows it by what came in last, and says why there is nothing", async () => {
    const {
      ask,
      arrive,
      tell: mark,
    } = setUp({
      compose: ({ after }) =>
        after === 900
          ? { cards: [], account: { articles: 2, leftOut: [{ rule: "not about “dam”", articles: 2 }] } }
          : { cards: [told], account: {} },
    });
    await ask("digest add daily 08:00 topic:dam");
    arrive(902);
    mark(900);
    const card = await ask("digest preview 1");
    expect(shown(card)).toEqual([
      "Preview of digest 1",
      "Nothing is new for it: 2 articles came in, and nothing for it.\nLeft out: 2 articles, not about “dam”.",
      "Of the last that came in, new or not, it would tell this:",
      ...["The dam holds.", "You alone see this, and nothing of it counts as told."],
    ]);
    expect(card.actions).toBeUndefined();
  });

  test("of an empty library says so", async () => {
    const { ask } = setUp();
    await ask("digest add daily 08:00");
    expect(shown(await ask("digest preview 1"))).toEqual([
      "Preview of digest 1",
      "Nothing is new for it: no article came in.",
      "You alone see this, and nothing of it counts as told.",
    ]);
  });
});

describe("/digest why", () => {
  test("says that it has not run yet, and when it will", async () => {
    const { ask } = setUp();
    await ask("digest add daily 08:00");
    expect(shown(await ask("digest why 1"))).toEqual([
      "Digest 1: everything, daily at 08:00 (UTC)",
      "It has not run yet.",
      "Next: Wed 6 May 2026, 08:00",
    ]);
  });

  test("tells of the last five runs, or of one", async () => {
    const { ask, deliveries } = setUp();
    await ask("digest add daily 08:00");
    for (let k = 1; k <= 7; k++)
      deliveries.push(
        makeDelivery({ state: "sent", due: new Date(`2026-05-0${k}T08:00:00Z`), endedAt: new Date(`2026-05-0${k}T08:00:09Z`) }),
      );
    const [list] = lines(await ask("digest why 1"));
    expect(
      list!
        .split("\n")
        .filter((line) => /^\d/.test(line))
        .map((line) => line.slice(0, 12)),
    ).toEqual(["1. Thu 7 May", "2. Wed 6 May", "3. Tue 5 May", "4. Mon 4 May", "5. Sun 3 May"]);
    expect(lines(await ask("digest why 1 run:6"))[0]).toBe("6. Sat 2 May 2026, 08:00 = Sent.");
    expect(refused(await ask("digest why 1 run:8"))).toEqual(["usage", "Digest 1 has no run 8: it has 7 runs."]);
  });
});
