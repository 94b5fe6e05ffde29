import type { Telling } from "../stories/telling.ts";
import type { Row } from "./rows.ts";

/** Numbers of 32 bits as the bytes they lie in; the byte order is the machine's, as all that run Node.js are little-endian. */
export const writeNumbers = ({ buffer, byteOffset, byteLength }: Int32Array | Float32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

export const readIntegers = (bytes: Uint8Array): Int32Array => new Int32Array(copied(bytes));

export const readTelling = (row: Row): Telling => ({
  terms: readIntegers(row["terms"] as Uint8Array),
  weights: new Float32Array(copied(row["weights"] as Uint8Array)),
});

/** Where they come from they need not begin at a multiple of four. */
const copied = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
