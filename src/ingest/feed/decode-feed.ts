import { isUtf8 } from "node:buffer";
import chardet from "chardet";
import iconv from "iconv-lite";
import { decode } from "../decode.ts";
import { IngestError } from "../errors.ts";

/**
 * Encodings that detection is believed for: those whose letters are no other language's, so that a wrong guess does not read as words
 * of a language that statements are read from.
 */
const TELLING =
  /^(?:big5|euc-(?:jp|kr)|gb18030|shift_jis|iso-2022-(?:jp|kr|cn)|koi8-r|windows-1251|iso-8859-[5-8]|windows-125[356])$/i;
const SAMPLE = 64 * 1024;
const LEAST_CONFIDENCE = 10;

/** UTF-32 without a byte order mark: how "<" is written in it. */
const UTF32: readonly (readonly [start: string, encoding: string])[] = [
  ["<\0\0\0", "utf-32le"],
  ["\0\0\0<", "utf-32be"],
];

/** Byte order marks. */
const MARKED: readonly (readonly [start: string, encoding: string])[] = [
  ["\xef\xbb\xbf", "utf-8"],
  ["\xff\xfe", "utf-16le"],
  ["\xfe\xff", "utf-16be"],
];

const latin1 = (bytes: Uint8Array, end: number): string => Buffer.from(bytes.subarray(0, end)).toString("latin1");
const inEncoding = (bytes: Uint8Array, encoding: string): string =>
  iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);

/** The charset of a Content-Type header; RFC 9110, 8.3.1, and servers that write single quotation marks. */
function headerCharset(contentType: string | null): string | null {
  return /;\s{0,9}charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec((contentType ?? "").slice(0, 500))?.[1] ?? null;
}

/** The charset of the XML declaration; one of UTF-16 or 32 cannot be true where it could be read as ASCII. */
function declaredCharset(bytes: Uint8Array): string | null {
  const label = /^\s{0,99}<\?xml\s[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})/i.exec(latin1(bytes, 1024))?.[1];
  return label === undefined || /^(?:utf|u|ucs)[-_]?(?:16|32|2|4)/i.test(label) ? null : label;
}

/** The text in the encoding that its letters tell, or null where they tell none. */
function decodeByLetters(bytes: Uint8Array): string | null {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const start = Math.max(0, first - 1000);
  const best = chardet.analyse(bytes.subarray(start, start + SAMPLE))[0];
  if (best === undefined || best.confidence < LEAST_CONFIDENCE || !TELLING.test(best.name)) return null;
  return iconv.encodingExists(best.name) ? inEncoding(bytes, best.name) : null;
}

/** More control characters than a damaged text has. */
function isBinary(text: string): boolean {
  let controls = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0) return true;
    if (code < 9 || (code > 13 && code < 32)) controls++;
  }
  return controls > text.length / 100;
}

/**
 * The text of a feed: byte order mark, header, XML declaration, UTF-8, then detection; where none of them fits, Windows-1252, which
 * every byte fits. Damaged bytes are marked by the replacement character. Throws an IngestError where the bytes are no text.
 */
export function decodeFeed(bytes: Uint8Array, name: string, contentType: string | null): string {
  const wide = UTF32.find(([start]) => latin1(bytes, 4) === start);
  if (wide !== undefined) return inEncoding(bytes, wide[1]);
  for (const charset of [headerCharset(contentType), declaredCharset(bytes), "utf-8"]) {
    if (charset === null) continue;
    try {
      return decode(bytes, { name, charset, html: true });
    } catch (error) {
      if (!(error instanceof IngestError)) throw error;
    }
  }
  const marked = MARKED.find(([mark]) => latin1(bytes, 3).startsWith(mark))?.[1] ?? (isUtf8(bytes) ? "utf-8" : null);
  const text = marked === null ? (decodeByLetters(bytes) ?? inEncoding(bytes, "windows-1252")) : inEncoding(bytes, marked);
  if (!isBinary(text)) return text;
  throw new IngestError(name, "is not text, so it is not a feed: give the address of an RSS, Atom or JSON feed.");
}
