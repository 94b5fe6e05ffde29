import { TAG, WIDTH } from "./tags.ts";

/** Room for the sums over one sequence, reused from sequence to sequence and grown when one is longer. */
interface Lattice {
  /** Tokens there is room for. */
  length: number;
  /** exp(score - the token's highest score), written by who wants sums over them. */
  potential: Float64Array;
  forward: Float64Array;
  backward: Float64Array;
  scale: Float64Array;
  /** Score of the best path to each tag. */
  best: Float64Array;
}

/** Score of what cannot be. */
const NEVER = -1e9;

/** An empty lattice. */
export function createLattice(): Lattice {
  const none = new Float64Array(0);
  return { length: 0, potential: none, forward: none, backward: none, scale: none, best: none };
}

/** Makes room for a sequence of `length` tokens. */
export function reserve(lattice: Lattice, length: number): void {
  if (length <= lattice.length) return;
  const size = Math.max(256, length + (length >> 1));
  lattice.length = size;
  lattice.potential = new Float64Array(size * WIDTH);
  lattice.forward = new Float64Array(size * WIDTH);
  lattice.backward = new Float64Array(size * WIDTH);
  lattice.scale = new Float64Array(size);
  lattice.best = new Float64Array(size * WIDTH);
}

/**
 * Forward-backward in probabilities with a scale a token (Rabiner 1989), for a sequence of `n` tokens whose potentials the lattice holds.
 * `moves` holds exp(transition) from tag to tag in rows and, as its last row, exp(start). Where `glued[first + token]` is 1 the token is
 * of one part with the one before it: the step between them is from a tag to itself or behind "begins" to "inside", and costs nothing. The product forward * backward is the
 * marginal.
 */
export function sumOver(lattice: Lattice, n: number, moves: Float64Array, glued: Uint8Array, first: number): void {
  const { potential, forward, backward, scale } = lattice;
  for (let i = 0; i < n; i++) {
    const at = i * WIDTH;
    if (i === 0) for (let y = 0; y < WIDTH; y++) forward[y] = moves[WIDTH * WIDTH + y]!;
    else if (glued[first + i] === 1) stay(forward, at);
    else advance(forward, at, moves);
    let total = 0;
    for (let y = at; y < at + WIDTH; y++) {
      const value = forward[y]! * potential[y]!;
      forward[y] = value;
      total += value;
    }
    scale[i] = total;
    const share = 1 / total;
    for (let y = at; y < at + WIDTH; y++) forward[y]! *= share;
  }
  backward.fill(1, (n - 1) * WIDTH, n * WIDTH);
  for (let i = n - 2; i >= 0; i--) retreat(lattice, i, moves, glued[first + i + 1] === 1);
}

/** One step forward along any transition. */
function advance(forward: Float64Array, at: number, moves: Float64Array): void {
  const a = forward[at - 8]!;
  const b = forward[at - 7]!;
  const c = forward[at - 6]!;
  const d = forward[at - 5]!;
  const e = forward[at - 4]!;
  const f = forward[at - 3]!;
  const g = forward[at - 2]!;
  const h = forward[at - 1]!;
  for (let y = 0; y < WIDTH; y++)
    forward[at + y] =
      a * moves[y]! +
      b * moves[y + 8]! +
      c * moves[y + 16]! +
      d * moves[y + 24]! +
      e * moves[y + 32]! +
      f * moves[y + 40]! +
      g * moves[y + 48]! +
      h * moves[y + 56]!;
}

/** One step forward within a quotation. */
function stay(forward: Float64Array, at: number): void {
  forward[at] = forward[at - 8]!;
  forward[at + 1] = 0;
  forward[at + 2] = forward[at - 7]! + forward[at - 6]!;
  forward[at + 3] = 0;
  forward[at + 4] = forward[at - 5]! + forward[at - 4]!;
  forward[at + 5] = 0;
  forward[at + 6] = forward[at - 3]! + forward[at - 2]!;
  forward[at + 7] = forward[at - 1]!;
}

/** One step backward. */
function retreat({ potential, backward, scale }: Lattice, i: number, moves: Float64Array, stuck: boolean): void {
  const at = i * WIDTH;
  const next = at + WIDTH;
  const share = 1 / scale[i + 1]!;
  const a = potential[next]! * backward[next]! * share;
  const b = potential[next + 1]! * backward[next + 1]! * share;
  const c = potential[next + 2]! * backward[next + 2]! * share;
  const d = potential[next + 3]! * backward[next + 3]! * share;
  const e = potential[next + 4]! * backward[next + 4]! * share;
  const f = potential[next + 5]! * backward[next + 5]! * share;
  const g = potential[next + 6]! * backward[next + 6]! * share;
  const h = potential[next + 7]! * backward[next + 7]! * share;
  if (stuck) {
    backward[at] = a;
    backward[at + 1] = c;
    backward[at + 2] = c;
    backward[at + 3] = e;
    backward[at + 4] = e;
    backward[at + 5] = g;
    backward[at + 6] = g;
    backward[at + 7] = h;
    return;
  }
  for (let y = 0; y < WIDTH; y++) {
    const row = y * WIDTH;
    backward[at + y] =
      moves[row]! * a +
      moves[row + 1]! * b +
      moves[row + 2]! * c +
      moves[row + 3]! * d +
      moves[row + 4]! * e +
      moves[row + 5]! * f +
      moves[row + 6]! * g +
      moves[row + 7]! * h;
  }
}

/** The best paths to each tag within a quotation; `scores` holds the token's own from `at` on. */
function keep(best: Float64Array, at: number, scores: Float32Array): void {
  for (let y = 0; y < WIDTH; y++)
    best[at + y] = y === TAG.none || y === TAG.between ? best[at - WIDTH + y]! + scores[at + y]! : NEVER;
  for (let inside = 2; inside <= 6; inside += 2) {
    const begun = best[at - WIDTH + inside - 1]!;
    const within = best[at - WIDTH + inside]!;
    best[at + inside] = (begun > within ? begun : within) + scores[at + inside]!;
  }
}

/** The tags that may follow any tag; each of the others, the "inside" ones, stands behind the one that begins its part, or itself. */
const FREE = [0, 1, 3, 5, 7] as const;

/** The best paths to each tag along any transition. Which tag they come from is looked up for the one path that is taken (`tagBefore`). */
function choose(best: Float64Array, at: number, scores: Float32Array, steps: Float32Array): void {
  const a = best[at - 8]!;
  const b = best[at - 7]!;
  const c = best[at - 6]!;
  const d = best[at - 5]!;
  const e = best[at - 4]!;
  const f = best[at - 3]!;
  const g = best[at - 2]!;
  const h = best[at - 1]!;
  for (let n = 0; n < FREE.length; n++) {
    const y = FREE[n]!;
    const top = Math.max(
      Math.max(Math.max(a + steps[y]!, b + steps[y + 8]!), Math.max(c + steps[y + 16]!, d + steps[y + 24]!)),
      Math.max(Math.max(e + steps[y + 32]!, f + steps[y + 40]!), Math.max(g + steps[y + 48]!, h + steps[y + 56]!)),
    );
    best[at + y] = top + scores[at + y]!;
  }
  for (let y = 2; y <= 6; y += 2) {
    const begun = best[at - WIDTH + y - 1]! + steps[(y - 1) * WIDTH + y]!;
    const within = best[at - WIDTH + y]! + steps[y * WIDTH + y]!;
    best[at + y] = (begun > within ? begun : within) + scores[at + y]!;
  }
}

/** The tag from which the best path comes to `tag` of the token whose entries start at `at`; the first where several are as good. */
function tagBefore(best: Float64Array, at: number, tag: number, steps: Float32Array, stuck: boolean): number {
  const before = at - WIDTH;
  const step = (from: number): number => best[before + from]! + (stuck ? 0 : steps[from * WIDTH + tag]!);
  if (tag === 2 || tag === 4 || tag === 6) return step(tag - 1) > step(tag) ? tag - 1 : tag;
  if (stuck) return tag;
  let from = 0;
  for (let x = 1; x < WIDTH; x++) if (step(x) > step(from)) from = x;
  return from;
}

/** Viterbi: writes the best tags of `n` tokens to `tags[at...]`; `steps` holds transitions and the start row as scores, `glued` is as above. */
export function bestPath(
  lattice: Lattice,
  scores: Float32Array,
  n: number,
  steps: Float32Array,
  glued: Uint8Array,
  tags: Uint8Array,
  at: number,
): void {
  reserve(lattice, n);
  const { best } = lattice;
  for (let y = 0; y < WIDTH; y++) best[y] = scores[y]! + steps[WIDTH * WIDTH + y]!;
  for (let i = 1; i < n; i++) {
    if (glued[at + i] === 1) keep(best, i * WIDTH, scores);
    else choose(best, i * WIDTH, scores, steps);
  }
  let tag = 0;
  const last = (n - 1) * WIDTH;
  for (let y = 1; y < WIDTH; y++) if (best[last + y]! > best[last + tag]!) tag = y;
  for (let i = n - 1; i > 0; i--) {
    tags[at + i] = tag;
    tag = tagBefore(best, i * WIDTH, tag, steps, glued[at + i] === 1);
  }
  if (n > 0) tags[at] = tag;
}
