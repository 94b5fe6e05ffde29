import { readFileSync } from "node:fs";
import { isInside, TAG, WIDTH } from "./tags.ts";
import { createMemory, instantiate, type Memory } from "./webassembly.ts";

/**
 * Room for one sequence at a time, in the memory of the WebAssembly module that works on it (`chain.wat`), reused from sequence to sequence
 * and grown when one is longer. All arrays are by token and tag but for `scale` and `glued`, by token.
 */
export interface Lattice {
  readonly scores: Float32Array;
  /** 1 for a token of the same part as the one before it: the step between them is from a tag to itself or behind "begins" to "inside". */
  readonly glued: Uint8Array;
  /** exp(score - the token's highest score). */
  readonly potential: Float64Array;
  /** With `backward`: their product is the marginal. */
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** What the forward numbers of a token were divided by to make their sum 1. */
  readonly scale: Float64Array;
  /** exp(transition) from tag to tag, in rows, and as the last row exp(start). */
  readonly moves: Float64Array;
  /** Makes room for a sequence of `length` tokens; what the arrays held is lost, and they are others if it grew. */
  reserve(length: number): void;
  /** Transition scores, laid out as `moves`; they hold until the next. */
  setSteps(steps: Float32Array): void;
  /** Forward-backward in probabilities with a scale a token (Rabiner 1989) over `length` tokens, from `potential` and `glued`. */
  sumOver(length: number): void;
  /** Viterbi: writes the best tags of `length` tokens to `tags[at...]`, from `scores` and `glued`. */
  bestPath(length: number, tags: Uint8Array, at: number): void;
}

interface Chain {
  forward(length: number, potential: number, forward: number, scale: number, glued: number, moves: number): void;
  backward(length: number, potential: number, backward: number, scale: number, glued: number, moves: number, room: number): void;
  best(length: number, scores: number, best: number, glued: number, free: number, held: number): void;
}

const source = readFileSync(new URL("chain.wasm", import.meta.url));

/** Score of what cannot be. */
const NEVER = -1e9;
const STEPS = WIDTH * WIDTH;

/** Where in the memory, in bytes, the tables begin, a room for one token, and the rows of the lattice. */
const PLACE = { moves: 0, back: 1024, free: 2048, held: 3072, room: 3840, rows: 4096 } as const;

/** Where each row of a lattice begins that has room for `length` tokens, in bytes, and where they end. */
function rowsOf(length: number) {
  const eight = 64 * length;
  const potential = PLACE.rows;
  const forward = potential + eight;
  const backward = forward + eight;
  const best = backward + eight;
  const scores = best + eight;
  const scale = scores + eight / 2;
  const glued = scale + 8 * length;
  return { potential, forward, backward, best, scores, scale, glued, end: glued + length };
}

/** Whether a tag can stand behind another: "inside" only behind its own part, and within a quotation nothing but the same part. */
function canFollow(tag: number, before: number, held: boolean): boolean {
  if (isInside(tag)) return before === tag || before === tag - 1;
  return !held || (tag === before && (tag === TAG.none || tag === TAG.between));
}

/** A lattice without room. */
export function createLattice(): Lattice {
  const memory: Memory = createMemory(PLACE.rows);
  const chain = instantiate(source, { lattice: { memory } }) as Chain;
  let room = 0;
  let row = rowsOf(room);
  let steps: Float32Array = new Float32Array(STEPS + WIDTH);

  const doubles = (at: number, length: number) => new Float64Array(memory.buffer, at, length);
  const views = () => ({
    scores: new Float32Array(memory.buffer, row.scores, room * WIDTH),
    glued: new Uint8Array(memory.buffer, row.glued, room),
    potential: doubles(row.potential, room * WIDTH),
    forward: doubles(row.forward, room * WIDTH),
    backward: doubles(row.backward, room * WIDTH),
    scale: doubles(row.scale, room),
    best: doubles(row.best, room * WIDTH),
    moves: doubles(PLACE.moves, STEPS + WIDTH),
    back: doubles(PLACE.back, STEPS),
    free: doubles(PLACE.free, STEPS + WIDTH),
    held: doubles(PLACE.held, STEPS),
  });
  /** Made anew as the memory grows, which gives it another buffer. */
  const view = views();
  for (let tag = 0; tag < WIDTH; tag++)
    for (let before = 0; before < WIDTH; before++) view.held[before * WIDTH + tag] = canFollow(tag, before, true) ? 0 : NEVER;

  /** The tag from which the best path comes to `tag` of token i; the first where several are as good. */
  const tagBefore = (i: number, tag: number): number => {
    const { best, glued } = view;
    const stuck = glued[i] === 1;
    const at = (i - 1) * WIDTH;
    if (isInside(tag)) {
      const begun = best[at + tag - 1]! + (stuck ? 0 : steps[(tag - 1) * WIDTH + tag]!);
      return begun > best[at + tag]! + (stuck ? 0 : steps[tag * WIDTH + tag]!) ? tag - 1 : tag;
    }
    if (stuck) return tag;
    let from = 0;
    let most = best[at]! + steps[tag]!;
    for (let x = 1; x < WIDTH; x++) {
      const score = best[at + x]! + steps[x * WIDTH + tag]!;
      if (score > most) [from, most] = [x, score];
    }
    return from;
  };

  return Object.assign(view, {
    reserve(length: number): void {
      if (length <= room) return;
      room = length + (length >> 1);
      row = rowsOf(room);
      memory.reserve(row.end);
      Object.assign(view, views());
    },
    setSteps(given: Float32Array): void {
      steps = given;
      const { moves, back, free } = view;
      for (let i = 0; i < given.length; i++) {
        moves[i] = Math.exp(given[i]!);
        free[i] = given[i]!;
      }
      for (let before = 0; before < WIDTH; before++)
        for (let tag = 0; tag < WIDTH; tag++) {
          back[tag * WIDTH + before] = moves[before * WIDTH + tag]!;
          if (!canFollow(tag, before, false)) free[before * WIDTH + tag] = NEVER;
        }
    },
    sumOver(length: number): void {
      const { potential, forward, backward, scale, glued } = row;
      chain.forward(length, potential, forward, scale, glued, PLACE.moves);
      chain.backward(length, potential, backward, scale, glued, PLACE.back, PLACE.room);
    },
    bestPath(length: number, tags: Uint8Array, at: number): void {
      if (length === 0) return;
      chain.best(length, row.scores, row.best, row.glued, PLACE.free, PLACE.held);
      const { best } = view;
      const last = (length - 1) * WIDTH;
      let tag = 0;
      for (let y = 1; y < WIDTH; y++) if (best[last + y]! > best[last + tag]!) tag = y;
      for (let i = length - 1; i > 0; i--) {
        tags[at + i] = tag;
        tag = tagBefore(i, tag);
      }
      tags[at] = tag;
    },
  });
}
