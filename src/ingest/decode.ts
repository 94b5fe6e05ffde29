import chardet from "chardet";
import iconv from "iconv-lite";
import { IngestError } from "./errors.ts";

/** What is known of some bytes from outside them. */
export interface DecodeHints {
  /** What to call them in a refusal. */
  readonly name: string;
  /** The charset of the HTTP header. */
  readonly charset?: string | null;
  /** HTML declares its charset inside, and may hold stray control characters. */
  readonly html?: boolean;
}

/** First bytes, in Latin-1, of formats that people take for articles. */
const SIGNATURES: readonly (readonly [start: string, format: string])[] = [
  ["%PDF-", "a PDF document"],
  ["PK\x03\x04", "a ZIP or Office file"],
  ["\xd0\xcf\x11\xe0", "an Office file"],
  ["{\\rtf", "a rich text document"],
  ["%!PS", "a PostScript document"],
  ["\xff\xd8\xff", "a JPEG image"],
  ["\x89PNG", "a PNG image"],
  ["GIF8", "a GIF image"],
  ["\x1f\x8b", "a gzip archive"],
];

const BYTE_ORDER_MARKS: readonly (readonly [start: string, encoding: string])[] = [
  ["\xff\xfe\0\0", "utf-32le"],
  ["\0\0\xfe\xff", "utf-32be"],
  ["\xef\xbb\xbf", "utf-8"],
  ["\xff\xfe", "utf-16le"],
  ["\xfe\xff", "utf-16be"],
];

/** Encodings whose text can pass for valid UTF-8, so that a declaration of them is tried first. */
const BEFORE_UTF8 = /^(?:utf-16|utf-32|iso-2022|shift_jis|euc-|gb|big5)/;
const SAMPLE = 64 * 1024;

const latin1 = (bytes: Uint8Array, end: number): string => Buffer.from(bytes.subarray(0, end)).toString("latin1");

/** The text in that encoding, or null where a byte of it does not fit (or nobody knows the encoding). */
function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    // iconv-lite marks the five bytes that Windows-1252 leaves open; TextDecoder maps them to control characters.
    if (encoding !== "windows-1252" && !encoding.startsWith("utf-32"))
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
    return text.includes("\ufffd") ? null : text;
  } catch {
    return null;
  }
}

/** The usual name of a declared charset (`latin1` is Windows-1252, as in browsers), or null where it is none. */
function encodingName(label: string | null | undefined): string | null {
  try {
    return label ? new TextDecoder(label).encoding : null;
  } catch {
    return null;
  }
}

/** The charset an HTML or XHTML page declares in its first 4 KB. */
function declaredInside(bytes: Uint8Array): string | null {
  const start = latin1(bytes, 4096);
  const label =
    /<meta\s[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/i.exec(start)?.[1] ??
    /^\s{0,99}<\?xml\s[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})/i.exec(start)?.[1];
  const name = encodingName(label);
  // Read as ASCII up to here, so it cannot be what it says (HTML standard, 13.2.3.2).
  return name?.startsWith("utf-16") ? "utf-8" : name;
}

/** UTF-16 without a byte order mark: zeros in a tenth of the code units, and all in the same half of them. */
function zeroPattern(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const zeros = [0, 0];
  const end = Math.min(bytes.length, SAMPLE);
  for (let i = 0; i < end; i++) if (bytes[i] === 0) zeros[i % 2]!++;
  const [even = 0, odd = 0] = zeros;
  if (bytes.length % 2 === 1 || Math.max(even, odd) < end / 20 || Math.min(even, odd) * 100 > Math.max(even, odd)) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}

/** The most likely encoding by its letters, from the neighbourhood of the first byte beyond ASCII. */
function detected(bytes: Uint8Array): string | null {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const start = Math.max(0, first - 1000);
  const best = chardet.analyse(bytes.subarray(start, start + SAMPLE))[0];
  return best !== undefined && best.confidence >= 10 ? best.name : null;
}

/** Every encoding worth trying, the most trusted first. */
function* candidates(bytes: Uint8Array, hints: DecodeHints): Generator<string> {
  const zeros = bytes.includes(0);
  const declared = encodingName(hints.charset) ?? (hints.html && !zeros ? declaredInside(bytes) : null);
  if (declared !== null && BEFORE_UTF8.test(declared)) yield declared;
  const utf16 = zeros ? zeroPattern(bytes) : null;
  if (utf16 !== null) yield utf16;
  yield "utf-8";
  if (declared !== null) yield declared;
}

/** Control characters other than white space: none in a text, at most one in a thousand in HTML. */
function isText(text: string, html: boolean): boolean {
  let allowed = html ? text.length / 1000 : 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const control = code < 32 ? code < 9 || code > 13 : code === 127;
    if (control && --allowed < 0) return false;
  }
  return true;
}

/** Whether most bytes beyond ASCII stand in valid UTF-8 sequences: damaged UTF-8, which every other encoding would turn into gibberish. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  let sequences = 0;
  let strays = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i]!;
    if (lead < 0x80) continue;
    const length = lead >= 0xc2 && lead < 0xe0 ? 2 : (lead & 0xf0) === 0xe0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 1;
    let next = 1;
    while (next < length && ((bytes[i + next] ?? 0) & 0xc0) === 0x80) next++;
    if (length > 1 && next === length) sequences++;
    else strays++;
    i += next - 1;
  }
  return sequences > 0 && sequences >= strays;
}

/**
 * The text of some bytes, without an initial byte order mark, everything else as it is. Byte order mark, then what is declared, then
 * strict UTF-8, then detection, which is trusted for Windows-1252 only: another encoding taken for the right one would put wrong words
 * into a mouth. Valid UTF-8 wins over a declared single-byte charset, for servers declare one by default.
 * Throws an IngestError where the bytes are binary or fit none of these.
 */
export function decode(bytes: Uint8Array, hints: DecodeHints): string {
  const start = latin1(bytes, 16);
  const format = SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1];
  if (format !== undefined) throw new IngestError(hints.name, `is ${format}, not text: give a .txt or .html file.`);
  const html = hints.html ?? false;
  const marked = BYTE_ORDER_MARKS.find(([mark]) => start.startsWith(mark))?.[1];
  for (const encoding of marked === undefined ? candidates(bytes, hints) : [marked]) {
    const text = decodeStrictly(bytes, encoding);
    if (text !== null && isText(text, html)) return text;
  }
  if (marked !== undefined) throw new IngestError(hints.name, `begins as ${marked} but is damaged: save it as UTF-8.`);
  if (!isText(latin1(bytes, bytes.length), html)) throw new IngestError(hints.name, "is not text: give a .txt or .html file.");
  // A page often holds a description that was cut within a character; the replacement character shows where, as in a browser.
  if (html && isDamagedUtf8(bytes)) return new TextDecoder().decode(bytes);
  if (isDamagedUtf8(bytes)) throw new IngestError(hints.name, "is damaged UTF-8: save it as UTF-8 again.");
  const likely = detected(bytes);
  const text = likely === "windows-1252" || likely === "ISO-8859-1" ? decodeStrictly(bytes, "windows-1252") : null;
  if (text !== null) return text;
  throw new IngestError(hints.name, `is not UTF-8${likely === null ? "" : ` (it looks like ${likely})`}: save it as UTF-8.`);
}
