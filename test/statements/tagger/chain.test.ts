import { expect, test } from "vitest";
import { createLattice } from "../../../src/statements/tagger/chain.ts";
import { writePotentials } from "../../../src/statements/tagger/potentials.ts";
import { begins, partOf, WIDTH } from "../../../src/statements/tagger/tags.ts";
import { createRandom } from "../../../train/random.ts";

const random = createRandom(7);
const number = (): number => random() / 2 ** 30;
const TAGS = [...Array(WIDTH).keys()];
const follows = (tag: number, before: number): boolean => partOf(tag) === partOf(before) && !begins(tag);

/** A quotation's step keeps the part: the same tag again unless it begins a span, which goes on with "inside". */
const staysIn = (tag: number, before: number): boolean => (partOf(tag) === 0 ? tag === before : follows(tag, before));

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
    const scores = Float32Array.from({ length: n * WIDTH }, number);
    const steps = Float32Array.from({ length: (WIDTH + 1) * WIDTH }, number);
    const glued = Uint8Array.from({ length: n }, (_, i) => (i > 0 && random() > 0 ? 1 : 0));
    const paths = enumerate(scores, n, steps, glued);
    lattice.reserve(n);
    lattice.setSteps(steps);
    lattice.scores.set(scores);
    lattice.glued.set(glued);
    writePotentials(scores, n, lattice.potential);
    lattice.sumOver(n);
    const total = paths.reduce((sum, { score }) => sum + Math.exp(score), 0);
    for (let i = 0; i < n; i++)
      for (const y of TAGS) {
        const share = paths.reduce((sum, { tags, score }) => sum + (tags[i] === y ? Math.exp(score) : 0), 0) / total;
        expect(lattice.forward[i * WIDTH + y]! * lattice.backward[i * WIDTH + y]!).toBeCloseTo(share, 9);
      }
    const tags = new Uint8Array(n);
    lattice.bestPath(n, tags, 0);
    // The best path keeps "inside" behind its own part, which sums leave to what was learned.
    const allowed = paths.filter((path) =>
      path.tags.every((y, i) => i === 0 || ![2, 4, 6].includes(y) || follows(y, path.tags[i - 1]!)),
    );
    const best = allowed.reduce((one, other) => (other.score > one.score ? other : one));
    expect([...tags]).toEqual(best.tags);
  }
});
