import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decode } from "../../src/ingest/decode.ts";
import { IngestError } from "../../src/ingest/errors.ts";

const encode = (text: string, encoding: string): Buffer => iconv.encode(text, encoding);
const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part))));
const SENTENCE = "“We agree,” Anna Reyn said at the café — it’s late.\r\nNo more.";

describe("decode", () => {
  it.each([
    ["UTF-8", encode(SENTENCE, "utf-8")],
    ["UTF-8 with a byte order mark", bytes([0xef, 0xbb, 0xbf], encode(SENTENCE, "utf-8").toString("latin1"))],
    ["UTF-16 LE with a byte order mark", bytes([0xff, 0xfe], encode(SENTENCE, "utf-16le").toString("latin1"))],
    ["UTF-16 BE with a byte order mark", bytes([0xfe, 0xff], encode(SENTENCE, "utf-16be").toString("latin1"))],
    ["UTF-32 LE with a byte order mark", bytes([0xff, 0xfe, 0, 0], encode(SENTENCE, "utf-32le").toString("latin1"))],
    ["UTF-32 BE with a byte order mark", bytes([0, 0, 0xfe, 0xff], encode(SENTENCE, "utf-32be").toString("latin1"))],
    ["UTF-16 LE without", encode(SENTENCE, "utf-16le")],
    ["UTF-16 BE without", encode(SENTENCE, "utf-16be")],
    ["Windows-1252", encode(SENTENCE, "windows-1252")],
  ])("reads %s", (_, input) => {
    expect(decode(input, { name: "a.txt" })).toBe(SENTENCE);
  });

  it.each([
    [
      "the header's charset",
      { charset: "windows-1251" },
      encode("Переговоры продолжаются", "windows-1251"),
      "Переговоры продолжаются",
    ],
    ["a multi-byte charset", { charset: "Shift_JIS" }, encode("会談は続く", "shift_jis"), "会談は続く"],
    ["UTF-16 by header", { charset: "utf-16le" }, encode("会談は続く", "utf-16le"), "会談は続く"],
    ["latin1 as browsers do", { charset: "ISO-8859-1" }, encode("it’s", "windows-1252"), "it’s"],
    ["UTF-8 in spite of a header", { charset: "iso-8859-1" }, encode("it’s", "utf-8"), "it’s"],
    ["an unknown charset", { charset: "klingon" }, encode("it’s", "utf-8"), "it’s"],
    ["a wrong header", { charset: "utf-8" }, encode(SENTENCE, "windows-1252"), SENTENCE],
    [
      "a meta charset",
      { html: true },
      encode('<meta charset="windows-1250"><p>Wałęsa', "windows-1250"),
      '<meta charset="windows-1250"><p>Wałęsa',
    ],
    [
      "an http-equiv charset",
      { html: true },
      encode('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>мир', "koi8-r"),
      '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>мир',
    ],
    [
      "an XML declaration",
      { html: true },
      encode('<?xml version="1.0" encoding="iso-8859-2"?><p>Wałęsa', "iso-8859-2"),
      '<?xml version="1.0" encoding="iso-8859-2"?><p>Wałęsa',
    ],
    [
      "a meta charset that cannot be true",
      { html: true },
      encode("<meta charset=utf-16><p>é", "utf-8"),
      "<meta charset=utf-16><p>é",
    ],
    [
      "a stray control character in HTML",
      { html: true },
      bytes("<p>" + "word ".repeat(300), [0x1d]),
      "<p>" + "word ".repeat(300) + "\x1d",
    ],
    [
      "a page's UTF-8 in spite of a cut",
      { html: true },
      bytes(encode("<p>“so”", "utf-8").toString("latin1"), [0xe2], "<p>"),
      "<p>“so”\ufffd<p>",
    ],
  ])("follows %s", (_, hints, input, text) => {
    expect(decode(input, { name: "a", ...hints })).toBe(text);
  });

  it("drops only the first byte order mark, and keeps line ends", () => {
    expect(decode(Buffer.from("\ufeff\ufeffa\r\nb\rc\n"), { name: "a.txt" })).toBe("\ufeffa\r\nb\rc\n");
  });

  it.each([
    ["a PDF", bytes("%PDF-1.7\n1 0 obj"), "a.txt is a PDF document, not text: give a .txt or .html file."],
    ["a ZIP", bytes("PK", [3, 4, 20, 0]), "a.txt is a ZIP or Office file, not text: give a .txt or .html file."],
    ["a JPEG", bytes([0xff, 0xd8, 0xff, 0xe0, 0]), "a.txt is a JPEG image, not text: give a .txt or .html file."],
    ["a PNG", bytes([0x89], "PNG\r\n"), "a.txt is a PNG image, not text: give a .txt or .html file."],
    ["rich text", bytes("{\\rtf1 hello}"), "a.txt is a rich text document, not text: give a .txt or .html file."],
    ["zeros", bytes("abc", [0, 0, 0], "abcabc"), "a.txt is not text: give a .txt or .html file."],
    ["control characters", bytes("abc", [27, 1, 2], "abc"), "a.txt is not text: give a .txt or .html file."],
    ["UTF-16 cut in a character", bytes([0xff, 0xfe, 65]), "a.txt begins as utf-16le but is damaged: save it as UTF-8."],
    ["half a surrogate pair", bytes([0xff, 0xfe, 0, 0xd8, 65, 0]), "a.txt begins as utf-16le but is damaged: save it as UTF-8."],
    [
      "UTF-8 with a broken byte",
      bytes(encode("“so”, “so”", "utf-8").toString("latin1"), [0xe2]),
      "a.txt is damaged UTF-8: save it as UTF-8 again.",
    ],
    [
      "an encoding that is only guessed",
      encode("首相は「我々は合意した」と述べた。会談は三時間続いた。", "shift_jis"),
      "a.txt is not UTF-8 (it looks like Shift_JIS): save it as UTF-8.",
    ],
    [
      "Cyrillic, which Windows-1252 would turn into gibberish",
      encode("Президент сказал, что соглашение будет подписано завтра утром.", "windows-1251"),
      "a.txt is not UTF-8 (it looks like windows-1251): save it as UTF-8.",
    ],
  ])("refuses %s", (_, input, message) => {
    expect(() => decode(input, { name: "a.txt" })).toThrow(new IngestError("a.txt", message.slice("a.txt ".length)));
  });
});
