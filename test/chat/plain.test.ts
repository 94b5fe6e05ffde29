import { expect, test } from "vitest";
import { plain, plainLine } from "../../src/chat/plain.ts";

test.each([
  ["colours and cursor moves", "a\u001b[31mred\u001b[2Jb", "a\ufffd[31mred\ufffd[2Jb"],
  ["a window title", "\u001b]0;owned\u0007", "\ufffd]0;owned\ufffd"],
  ["C1 sequences", "\u009b31mred\u0090", "\ufffd31mred\ufffd"],
  ["a backspace over what was said", "no\b\byes", "no\ufffd\ufffdyes"],
  ["bidirectional overrides and isolates", "\u202eabc\u202c \u2066def\u2069 \u200fg\u061c", "abc def g"],
  ["zero-width characters", "cease\u200bfire \ufeffsoft\u00adhyphen \u2060", "ceasefire softhyphen"],
  ["tag characters", "a\u{e0041}\u{e007f}b", "ab"],
  ["lone surrogates", "a\ud800b", "a\ufffdb"],
  ["line breaks of every kind", "a\r\nb\rc\u2028d\u2029e\vf", "a\nb\nc\nd\ne\nf"],
  ["blank lines and indentation", "\n\n  a  \n\u200b\n\n   b\tc ", "a \nb c"],
  ["spaces of every kind at the ends", "\u00a0\u3000a\u00a0b \u2003\u00a0", "a\u00a0b"],
  ["other scripts", "Зеленський · 停戰 · وقف · é e\u0301 🕊", "Зеленський · 停戰 · وقف · é e\u0301 🕊"],
])("%s", (_, text, expected) => {
  expect(plain(text)).toBe(expected);
  expect(plain(plain(text))).toBe(plain(text));
});

test("on one line", () => expect(plainLine("one\n\n two\u2028three")).toBe("one two three"));
