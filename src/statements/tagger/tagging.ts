import { beginOf, insideOf, WIDTH } from "./tags.ts";

/** A pass's answer: the best tag of each token and `marginals[token * 8 + tag]`. */
export interface Tagging {
  readonly tags: Uint8Array;
  readonly marginals: Float32Array;
}

/** How likely a part of a statement begins with token `k`. */
export const beginMass = ({ marginals }: Tagging, k: number, part: number): number => marginals[k * WIDTH + beginOf(part)]!;

/** How likely token `k` stands inside a part that began before it. */
export const insideMass = ({ marginals }: Tagging, k: number, part: number): number => marginals[k * WIDTH + insideOf(part)]!;

/** How likely token `k` is of a part, as its first or inside. */
export const partMass = (tagging: Tagging, k: number, part: number): number =>
  beginMass(tagging, k, part) + insideMass(tagging, k, part);
