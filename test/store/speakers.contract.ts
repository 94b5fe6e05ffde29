import { describe, expect, test } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { makeArticle, makeStatement } from "../fixtures.ts";

/** What every store must do about who is one speaker; `open` gives an empty one. */
export function speakersContract(name: string, open: () => Promise<Store>): void {
  /** One article a name, "Name" or "Name*3" for three statements; ids are the names. */
  const add = async (store: Store, names: readonly string[], workspace = "w") => {
    for (const each of names) {
      const [name = "", times = "1"] = each.split("*");
      const words = Array.from({ length: Number(times) }, (_, k) => `the dam number ${k} holds`);
      const article = makeArticle(name, words.map((said) => `${name} said ${said}.`).join(" "));
      await store.addArticle(
        workspace,
        article,
        words.map((said) => makeStatement(article, said, { speaker: name })),
      );
    }
  };
  const holding = async (...names: string[]) => {
    const store = await open();
    await add(store, names);
    return store;
  };
  /** Everyone with a statement, as "A = B", most quoted first. */
  const all = async (store: Store, workspace = "w") =>
    (await store.speakers(workspace)).map(({ name, also }) => [name, ...also.toSorted()].join(" = ")).toSorted();
  const by = async (store: Store, asked: string, workspace = "w") => {
    const { items, total } = await store.findStatements(workspace, { by: asked, limit: 50, offset: 0 });
    expect(total).toBe(items.length);
    return [...new Set(items.map(({ statement }) => statement.speaker!.name))].toSorted();
  };

  describe(`${name}: speakers`, () => {
    test("one speaker is found by any name, counted once, and shown as printed", async () => {
      const store = await holding("Viktor Sorenskiy*2", "Victor Sorensky*3", "Sorensky*9", "Ada Lund");
      expect(await all(store)).toEqual(["Ada Lund", "Victor Sorensky = Sorensky = Viktor Sorenskiy"]);
      expect((await store.speakers("w"))[0]).toEqual({
        name: "Victor Sorensky",
        statements: 14,
        also: ["Viktor Sorenskiy", "Sorensky"],
      });
      expect(await by(store, "Viktor")).toEqual(["Sorensky", "Victor Sorensky", "Viktor Sorenskiy"]);
      const { items } = await store.findStatements("w", { topic: "dam", by: "Viktor", limit: 50, offset: 0 });
      expect([items.length, ...new Set(items.map(({ knownAs }) => knownAs))]).toEqual([14, "Victor Sorensky"]);
      await store.close();
    });

    test("a surname belongs to the one who has it, for as long as there is one", async () => {
      const store = await holding("Hale", "Robert Hale");
      expect(await by(store, "Robert")).toEqual(["Hale", "Robert Hale"]);
      await add(store, ["Ada Hale"]);
      expect(await all(store)).toEqual(["Ada Hale", "Hale", "Robert Hale"]);
      expect(await by(store, "Robert")).toEqual(["Robert Hale"]);
      expect(await by(store, "hale")).toEqual(["Ada Hale", "Hale", "Robert Hale"]);
      await store.removeArticles("w", ["Robert Hale"]);
      expect(await all(store)).toEqual(["Ada Hale = Hale"]);
      await store.close();
    });

    test("unnamed sources stay their own", async () => {
      const store = await holding("a senior official*2", "senior official", "Bo Lind");
      expect(await all(store)).toEqual(["Bo Lind", "a senior official", "senior official"]);
      const { items } = await store.findStatements("w", { by: "official", limit: 9, offset: 0 });
      expect(items.map(({ knownAs }) => knownAs)).toEqual([null, null, null]);
      expect(await store.speaker("w", "a senior official")).toMatchObject({ knownAs: null, names: [{ statements: 2 }] });
      expect(await store.mergeSpeakers("w", "a senior official", "Bo Lind")).toBe(false);
      expect(await store.splitSpeakers("w", "Bo Lind", "a senior official")).toBe(false);
      await store.close();
    });

    test("a merge finds both by either name, goes by the second and is undone by a split", async () => {
      const store = await holding("Bob Hale*5", "Robert Hale", "Ada Lund");
      expect(await store.mergeSpeakers("w", "Bob Hale", "Robert Hale")).toBe(true);
      expect(await all(store)).toEqual(["Ada Lund", "Robert Hale = Bob Hale"]);
      expect([await by(store, "Bob"), await by(store, "robert hale")]).toEqual(Array(2).fill(["Bob Hale", "Robert Hale"]));
      expect(await store.speaker("w", "Bob Hale")).toEqual({
        name: "Bob Hale",
        knownAs: "Robert Hale",
        names: [
          { name: "Bob Hale", statements: 5, mergedInto: ["Robert Hale"] },
          { name: "Robert Hale", statements: 1, mergedInto: [] },
        ],
        apart: [],
      });
      expect(await store.splitSpeakers("w", "Bob Hale", "Robert Hale")).toBe(true);
      expect(await all(store)).toEqual(["Ada Lund", "Bob Hale", "Robert Hale"]);
      expect(await by(store, "Bob")).toEqual(["Bob Hale"]);
      expect(await store.mergeSpeakers("w", "Robert Hale", "Bob Hale")).toBe(true);
      expect(await all(store)).toEqual(["Ada Lund", "Bob Hale = Robert Hale"]);
      await store.close();
    });

    test("a split keeps the full name from finding the other, a part finds both", async () => {
      const store = await holding("Ivan Petrov", "Iwan Petrow", "Robert Hale", "Robert Hale Lund", "Hale");
      expect(await by(store, "Iwan Petrow")).toEqual(["Ivan Petrov", "Iwan Petrow"]);
      await store.splitSpeakers("w", "Iwan Petrow", "Ivan Petrov");
      expect([await by(store, "Iwan Petrow"), await by(store, "ivan petrov")]).toEqual([["Iwan Petrow"], ["Ivan Petrov"]]);
      expect(await by(store, "Petrov")).toEqual(["Ivan Petrov", "Iwan Petrow"]);
      expect(await by(store, "Robert Hale")).toEqual(["Hale", "Robert Hale", "Robert Hale Lund"]);
      await store.splitSpeakers("w", "Robert Hale Lund", "Robert Hale");
      expect(await by(store, "Robert Hale")).toEqual(["Hale", "Robert Hale"]);
      await store.mergeSpeakers("w", "Ivan Petrov", "Iwan Petrow");
      expect(await by(store, "Iwan Petrow")).toEqual(["Ivan Petrov", "Iwan Petrow"]);
      await store.close();
    });

    describe("decisions", () => {
      const NAMES = ["Bob Hale", "Robert Hale", "Hale", "Viktor Sorenskiy", "Victor Sorensky"];
      const DECIDED = ["Robert Hale = Bob Hale = Hale", "Victor Sorensky", "Viktor Sorenskiy"];
      const decided = async () => {
        const store = await holding(...NAMES);
        await store.mergeSpeakers("w", "Bob Hale", "Robert Hale");
        await store.splitSpeakers("w", "Victor Sorensky", "Viktor Sorenskiy");
        expect(await all(store)).toEqual(DECIDED);
        return store;
      };

      test("outlive later versions of all articles", async () => {
        const store = await decided();
        for (const name of NAMES) {
          const changed = makeArticle(name, `${name} said the road is open.`);
          const said = makeStatement(changed, "the road is open", { speaker: name });
          expect(await store.addArticle("w", changed, [said])).toBe("updated");
        }
        expect(await all(store)).toEqual(DECIDED);
        await store.close();
      });

      test("hold again for names that went with their articles and come back in another order", async () => {
        const store = await decided();
        expect(await store.removeArticles("w", NAMES)).toBe(5);
        expect(await all(store)).toEqual([]);
        await add(store, NAMES.toReversed());
        expect(await all(store)).toEqual(DECIDED);
        await store.close();
      });

      test("are unknown in another workspace", async () => {
        const store = await decided();
        await add(store, NAMES, "other");
        const undecided = ["Bob Hale", "Hale", "Robert Hale", "Viktor Sorenskiy = Victor Sorensky"];
        expect(await all(store, "other")).toEqual(undecided);
        expect(await by(store, "Bob", "other")).toEqual(["Bob Hale"]);
        await store.close();
      });
    });

    test("a merge holds over a name that no article has any more", async () => {
      const store = await holding("Bob Hale", "Robert Hale", "Bobby Marsh");
      await store.mergeSpeakers("w", "Bob Hale", "Robert Hale");
      await store.mergeSpeakers("w", "Robert Hale", "Bobby Marsh");
      await store.removeArticles("w", ["Robert Hale"]);
      expect(await all(store)).toEqual(["Bobby Marsh = Bob Hale"]);
      await store.close();
    });

    test.each<[string, ["merge" | "split", string, string][], string[]]>([
      [
        "a chain is one",
        [
          ["merge", "Amy Ash", "Ben Birch"],
          ["merge", "Ben Birch", "Cy Cedar"],
        ],
        ["ABC"],
      ],
      [
        "the name that is split leaves the chain, the rest stays",
        [
          ["merge", "Amy Ash", "Ben Birch"],
          ["merge", "Ben Birch", "Cy Cedar"],
          ["split", "Amy Ash", "Cy Cedar"],
        ],
        ["A", "BC"],
      ],
      [
        "whichever end it is",
        [
          ["merge", "Amy Ash", "Ben Birch"],
          ["merge", "Ben Birch", "Cy Cedar"],
          ["split", "Cy Cedar", "Amy Ash"],
        ],
        ["AB", "C"],
      ],
      [
        "and the middle leaves from the end it was split from",
        [
          ["merge", "Amy Ash", "Ben Birch"],
          ["merge", "Ben Birch", "Cy Cedar"],
          ["split", "Ben Birch", "Cy Cedar"],
        ],
        ["AB", "C"],
      ],
      [
        "merged again, all are one",
        [
          ["merge", "Amy Ash", "Ben Birch"],
          ["merge", "Ben Birch", "Cy Cedar"],
          ["split", "Amy Ash", "Cy Cedar"],
          ["merge", "Amy Ash", "Cy Cedar"],
        ],
        ["ABC"],
      ],
      [
        "a later merge takes back the split it contradicts",
        [
          ["merge", "Ben Birch", "Cy Cedar"],
          ["split", "Amy Ash", "Cy Cedar"],
          ["merge", "Amy Ash", "Ben Birch"],
        ],
        ["ABC"],
      ],
      [
        "the last word counts",
        [
          ["split", "Amy Ash", "Ben Birch"],
          ["merge", "Ben Birch", "Amy Ash"],
          ["split", "Ben Birch", "Amy Ash"],
        ],
        ["A", "B", "C"],
      ],
    ])("decisions in a row: %s", async (_, decisions, expected) => {
      const store = await holding("Amy Ash", "Ben Birch", "Cy Cedar");
      for (const [what, a, b] of decisions) {
        expect(await (what === "merge" ? store.mergeSpeakers("w", a, b) : store.splitSpeakers("w", a, b))).toBe(true);
      }
      const initials = (await store.speakers("w")).map(({ name, also }) =>
        [name, ...also]
          .map(([first]) => first)
          .toSorted()
          .join(""),
      );
      expect(initials.toSorted()).toEqual(expected);
      await store.close();
    });

    test.each([
      ["Nobody Known", "Bo Lind"],
      ["Bo Lind", "Nobody Known"],
      ["Bo Lind", "Bo Lind"],
      ["", "Bo Lind"],
    ])("merging and splitting %j and %j is refused and changes nothing", async (a, b) => {
      const store = await holding("Bo Lind", "Ada Lund");
      expect([await store.mergeSpeakers("w", a, b), await store.splitSpeakers("w", a, b)]).toEqual([false, false]);
      expect([await store.mergeSpeakers("other", a, b), await store.speaker("other", a), await store.speakers("other")]).toEqual([
        false,
        null,
        [],
      ]);
      expect(await all(store)).toEqual(["Ada Lund", "Bo Lind"]);
      await store.close();
    });

    test("a name may be given in other capitals and spellings", async () => {
      const store = await holding("Viktor Sorenskiy", "Victor Sorensky*2", "Ada Lund");
      expect((await store.speaker("w", " viktor  SORENSKIY "))?.name).toBe("Viktor Sorenskiy");
      expect((await store.speaker("w", "Viktor Sorenskyi"))?.name).toBe("Victor Sorensky");
      expect(await store.speaker("w", "Sorensky")).toBeNull();
      await store.close();
    });

    test("whatever happened, reading everything again in another order tells the same speakers", async () => {
      const names =
        "Hale|R. Hale|Robert Hale|Robert J. Hale|Robert T. Hale|Rosa Hale|Bob Hale|Robert “Bob” Hale|Lund|Ada Lund".split("|");
      let seed = 11;
      const random = (below: number) => {
        seed = (seed * 48_271) % 2_147_483_647;
        return seed % below;
      };
      const name = () => names[random(names.length)]!;
      for (let round = 0; round < 25; round++) {
        const store = await open();
        for (let step = 0; step < 25; step++) {
          const what = random(5);
          if (what < 2) await add(store, [name()]);
          else if (what === 2) await store.removeArticles("w", [name()]);
          else if (what === 3) await store.mergeSpeakers("w", name(), name());
          else await store.splitSpeakers("w", name(), name());
        }
        await add(store, names);
        const before = await all(store);
        await store.removeArticles("w", names);
        await add(
          store,
          names.toSorted((a, b) => a.length - b.length),
        );
        expect(await all(store)).toEqual(before);
        await store.close();
      }
    });
  });
}
