import { expect, test } from "vitest";
import { createLattice, type Lattice } from "../../../src/statements/tagger/chain.ts";
import { writePotentials } from "../../../src/statements/tagger/potentials.ts";
import { begins, partOf, WIDTH } from "../../../src/statements/tagger/tags.ts";
import { createRandom } from "../../../train/random.ts";

const random = createRandom(7);
const number = (): number => random() / 2 ** 30 - 2;
const TAGS = [...Array(WIDTH).keys()];
const INSIDE = [2, 4, 6];
const follows = (tag: number, before: number): boolean => partOf(tag) === partOf(before) && !begins(tag);

/** A quotation's step keeps the part: the same tag again unless it begins a span, which goes on with "inside". */
const staysIn = (tag: number, before: number): boolean => (partOf(tag) === 0 ? tag === before : follows(tag, before));

/** Scores of `n` tokens, with some of them glued to the one before. */
const sequence = (n: number) => ({
  scores: Float32Array.from({ length: n * WIDTH }, number),
  glued: Uint8Array.from({ length: n }, (_, i) => (i > 0 && random() % 2 === 1 ? 1 : 0)),
});
const randomSteps = (): Float32Array => Float32Array.from({ length: (WIDTH + 1) * WIDTH }, number);

/** The sums and the best path of a sequence; the lattice has its steps. */
function decode(lattice: Lattice, { scores, glued }: ReturnType<typeof sequence>) {
  const n = glued.length;
  lattice.reserve(n);
  lattice.scores.set(scores);
  lattice.glued.set(glued);
  writePotentials(scores, n, lattice.potential);
  lattice.sumOver(n);
  const tags = new Uint8Array(n);
  lattice.bestPath(n, tags, 0);
  const marginals = Float64Array.from({ length: n * WIDTH }, (_, i) => lattice.forward[i]! * lattice.backward[i]!);
  return { tags, marginals };
}

/** Every sequence of `n` tags with its score. */
function enumerate(scores: Float32Array, n: number, steps: Float32Array, glued: Uint8Array) {
  let paths = TAGS.map((y) => ({ tags: [y], score: scores[y]! + steps[WIDTH * WIDTH + y]! }));
  for (let i = 1; i < n; i++)
    paths = paths.flatMap(({ tags, score }) =>
      TAGS.filter((y) => glued[i] === 0 || staysIn(y, tags[i - 1]!)).map((y) => ({
        tags: [...tags, y],
        score: score + scores[i * WIDTH + y]! + (glued[i] === 1 ? 0 : steps[tags[i - 1]! * WIDTH + y]!),
      })),
    );
  return paths;
}

test.each([1, 2, 3, 4])("marginals and the best path of %i tokens are those of all paths", (n) => {
  const lattice = createLattice();
  for (let trial = 0; trial < 10; trial++) {
    const steps = randomSteps();
    const { scores, glued } = sequence(n);
    const paths = enumerate(scores, n, steps, glued);
    lattice.setSteps(steps);
    const { tags, marginals } = decode(lattice, { scores, glued });
    const total = paths.reduce((sum, { score }) => sum + Math.exp(score), 0);
    for (let i = 0; i < n; i++)
      for (const y of TAGS) {
        const share = paths.reduce((sum, { tags, score }) => sum + (tags[i] === y ? Math.exp(score) : 0), 0) / total;
        expect(marginals[i * WIDTH + y]!).toBeCloseTo(share, 9);
      }
    // The best path keeps "inside" behind its own part, which sums leave to what was learned.
    const allowed = paths.filter((path) =>
      path.tags.every((y, i) => i === 0 || !INSIDE.includes(y) || follows(y, path.tags[i - 1]!)),
    );
    const best = allowed.reduce((one, other) => (other.score > one.score ? other : one));
    expect([...tags]).toEqual(best.tags);
  }
});

test("a long sequence after a short one: the lattice grows and keeps its steps", () => {
  const steps = randomSteps();
  const fresh = (): Lattice => {
    const lattice = createLattice();
    lattice.setSteps(steps);
    return lattice;
  };
  const lattice = fresh();
  const short = sequence(5);
  const before = decode(lattice, short);
  const room = lattice.glued.length;
  const long = sequence(700);
  const { tags, marginals } = decode(lattice, long);
  expect(room).toBeLessThan(700);
  expect(lattice.glued.length).toBeGreaterThanOrEqual(700);

  const sums = Array.from({ length: 700 }, (_, i) => marginals.subarray(i * WIDTH, (i + 1) * WIDTH).reduce((a, b) => a + b));
  for (const sum of sums) expect(sum).toBeCloseTo(1, 9);
  for (let i = 1; i < 700; i++) {
    const [tag, last] = [tags[i]!, tags[i - 1]!];
    if (INSIDE.includes(tag)) expect(partOf(tag)).toBe(partOf(last));
    if (long.glued[i] === 1) expect(staysIn(tag, last)).toBe(true);
  }
  expect(new Set(tags).size).toBe(WIDTH);

  const alone = decode(fresh(), short);
  expect(before).toEqual(alone);
  expect(decode(lattice, short)).toEqual(alone);
  // Shorter than the lattice has room for: nothing of the long sequence is left in it.
  const fewer = sequence(300);
  expect(decode(lattice, fewer)).toEqual(decode(fresh(), fewer));
});

test("the best path is written where it belongs, and nowhere else", () => {
  const lattice = createLattice();
  lattice.setSteps(randomSteps());
  const one = sequence(400);
  const { tags } = decode(lattice, one);
  const written = new Uint8Array(410).fill(255);
  lattice.bestPath(400, written, 6);
  expect([...written]).toEqual([...Array(6).fill(255), ...tags, ...Array(4).fill(255)]);
});
