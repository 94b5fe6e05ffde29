import { createHash } from "node:crypto";

/** 16 hexadecimal digits of SHA-256: what stands for a text, for good. */
export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);
