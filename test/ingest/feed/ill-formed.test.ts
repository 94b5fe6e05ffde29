import { describe, expect, it } from "vitest";
import { atomEntry, read, rss } from "./feeds.ts";

describe("XML that is not well formed", () => {
  const titles = (text: string): (string | null)[] => read(text).entries.map(({ title }) => title);

  it.each([
    ["ends in the middle", rss("<item><title>One</title></item><item><title>Two</title>").slice(0, -20)],
    ["entries not closed", rss("<item><title>One</title><item><title>Two</title>")],
    ["fields not closed", rss("<item><title>One<link>/1</link></item><item><title>Two<link>/2</link></item>")],
    ["closed by another name", rss("<item><title>One</titel><link>/1</link></item><item><title>Two</title></item>")],
    ["words before the declaration", ` junk\n${rss("<item><title>One</title></item><item><title>Two</title></item>")}`],
    [
      "prefixes not declared",
      "<rss><channel><item><dc:title>One</dc:title></item><item><dc:title>Two</dc:title></item></channel></rss>",
    ],
    [
      "attributes without quotation marks",
      "<rss version=2.0><channel id=a><item><title>One</title></item><item><title>Two</title></item></channel></rss>",
    ],
    [
      "a namespace of its own",
      '<rss xmlns="https://velm.example/ns"><channel><item><title>One</title></item><item><title>Two</title></item></channel></rss>',
    ],
    ["capital letters", "<RSS><CHANNEL><ITEM><TITLE>One</TITLE></ITEM><ITEM><TITLE>Two</TITLE></ITEM></CHANNEL></RSS>"],
  ])("is read as far as it goes: %s", (_, text) => {
    expect(titles(text)).toEqual(["One", "Two"]);
  });

  it("takes nothing for an entry's that is another's", () => {
    const text = rss(
      "<title>Post</title><image><title>Logo</title></image><item><media:title xmlns:media='urn:x'>No</media:title></item>",
    );
    expect(read(text)).toMatchObject({ title: "Post", entries: [{ title: null }] });
    expect(atomEntry("<source><title>No</title><id>no</id></source><id>1</id>")).toMatchObject({ id: "1", title: null });
  });
});
