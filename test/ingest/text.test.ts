import { describe, expect, it } from "vitest";
import { readPlainText, requireArticle, splitHeader } from "../../src/ingest/text.ts";

const BODY = "Talks went on.\n\n“We agree,” Anna Reyn said.\n";

describe("splitHeader", () => {
  it("reads a header and leaves the rest as it is", () => {
    const header =
      "Title: Talks go on\nOutlet: The Harbour Post\nAuthor: Ilse Brandt\nDate: 2026-05-01\nUpdated: 2 May 2026\nURL: https://post.example/a?utm_source=x\n";
    expect(splitHeader(`${header}\n${BODY}`)).toEqual({
      title: "Talks go on",
      outlet: "The Harbour Post",
      author: "Ilse Brandt",
      publishedAt: new Date("2026-05-01T00:00:00Z"),
      modifiedAt: new Date("2026-05-02T00:00:00Z"),
      url: "https://post.example/a",
      language: null,
      text: BODY,
    });
  });

  it.each([
    ["other line ends", `Title: A\r\nOutlet: B\r\n\r\nText.\r\nMore.`, { title: "A", outlet: "B", text: "Text.\r\nMore." }],
    ["old line ends", `Title: A\r\rText.`, { title: "A", text: "Text." }],
    ["any case and order", `outlet: B\nTITLE: A\n\nText.`, { title: "A", outlet: "B", text: "Text." }],
    ["blank lines before", `\n\nTitle: A\n\n\nText.`, { title: "A", text: "Text." }],
    ["a first line that is one twice", `Title: A\nTitle: B\n\nText.`, { title: "A", text: "Text." }],
    ["an ambiguous date", `Date: 01/05/2026\n\nText.`, { publishedAt: null, text: "Text." }],
    ["an address that is none", `URL: javascript:alert(1)\n\nText.`, { url: null, text: "Text." }],
    [
      "a title of its own below the header",
      `Outlet: B\n\nTalks go on\n\nText.`,
      { title: "Talks go on", outlet: "B", text: "Text." },
    ],
    ["no blank line after it", `Title: A\nText.`, { title: null, text: "Title: A\nText." }],
    ["a word that is no field", `Note: A\n\nText.`, { title: "Note: A", text: "Text." }],
    ["a sentence like a field", `Title: A\nRemarks: B\n\nText.`, { title: null, text: "Title: A\nRemarks: B\n\nText." }],
    ["nothing after it", `Title: A\n`, { title: "A", text: "" }],
  ])("header with %s", (_, text, expected) => {
    expect(splitHeader(text)).toMatchObject(expected);
  });

  it.each([
    ["a title", "Talks go on\n\nText.", "Talks go on", "Text."],
    ["a title in Windows line ends", "Talks go on\r\n\r\nText.", "Talks go on", "Text."],
    ["a sentence", "Talks went on.\n\nText.", null, "Talks went on.\n\nText."],
    ["a quotation", "“We agree”\n\nText.", null, "“We agree”\n\nText."],
    ["a long line", `${"word ".repeat(40)}\n\nText.`, null, `${"word ".repeat(40)}\n\nText.`],
    ["no blank line", "Talks go on\nText.", null, "Talks go on\nText."],
    ["nothing below", "Talks go on\n\n", null, "Talks go on\n\n"],
  ])("first line: %s", (_, text, title, body) => {
    expect(splitHeader(text)).toMatchObject({ title, text: body });
  });
});

describe("plain text", () => {
  it("is kept as it is", () => {
    expect(readPlainText(Buffer.from("\ufeffTitle: A\r\n\r\n Text.\t\u00a0\n"), "a.txt")).toBe(
      "Title: A\r\n\r\n Text.\t\u00a0\n",
    );
  });

  it.each([
    ["", "a.txt is empty: give a file or page with an article in it."],
    [" \n\t ", "a.txt is empty: give a file or page with an article in it."],
    ["a".repeat(2_000_000), "a.txt has 2,000,000 characters and one article may have 500,000: split it into its articles."],
  ])("refuses (%#)", (text, message) => {
    expect(() => requireArticle(text, "a.txt")).toThrow(message);
  });
});
