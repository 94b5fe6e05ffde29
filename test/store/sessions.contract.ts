import { describe, expect, test } from "vitest";
import type { Store } from "../../src/store/store.ts";

const at = (hour: number): Date => new Date(Date.UTC(2026, 4, 5, hour));

/** What every store must do for the answers whose buttons still work. */
export function sessionsContract(name: string, open: (now: () => Date) => Promise<Store>): void {
  describe(`${name}: sessions`, () => {
    test("are found by their own workspace until they end, and then are gone", async () => {
      const store = await open(() => at(1));
      await store.keepSession("w", { id: "one", content: "{}", until: at(10) }, at(1));
      expect(await store.findSession("w", "one", at(9))).toBe("{}");
      expect(await store.findSession("w", "one", at(10))).toBeNull();
      expect(await store.findSession("w", "two", at(9))).toBeNull();
      expect(await store.findSession("other", "one", at(9))).toBeNull();
      await store.keepSession("other", { id: "two", content: "[]", until: at(20) }, at(10));
      expect(await store.findSession("w", "one", at(2))).toBeNull();
      expect(await store.findSession("other", "two", at(11))).toBe("[]");
      await store.close();
    });

    test("of a workspace with thousands the oldest are forgotten, and no other's", async () => {
      const store = await open(() => at(1));
      const keep = (workspace: string, id: string, k: number) =>
        store.keepSession(workspace, { id, content: "{}", until: new Date(at(10).getTime() + k) }, at(1));
      await keep("other", "first", 0);
      for (let k = 0; k < 5_010; k++) await keep("w", `s${k}`, k);
      const found = await Promise.all([9, 10, 5_009].map((k) => store.findSession("w", `s${k}`, at(2))));
      expect(found).toEqual([null, "{}", "{}"]);
      expect(await store.findSession("other", "first", at(2))).toBe("{}");
      await store.close();
    });
  });
}
