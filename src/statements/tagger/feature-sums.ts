import { addRows, type PackedRows } from "./byte-rows.ts";
import { compileTemplates, type Keyed, type Template, writeHashes } from "./templates.ts";

/** Adds the weight rows of a token's features to `lanes`; `values` is what their templates read. */
export interface FeatureSums {
  /** How many rows that is. */
  readonly rows: number;
  readonly add: (values: Int32Array, lanes: Int32Array) => void;
}

/** Sums kept of templates with one key: slots of the key and the lanes of its sum. */
interface Kept {
  readonly key: number;
  readonly templates: Int32Array;
  readonly slots: Int32Array;
}

/** Slots, 2 to this power: most of what a day's news repeats has a place, and memory is bounded. */
const SLOT_BITS = 12;

/** The key of an empty slot. */
const EMPTY = -1;

/**
 * Sums over a list of templates. What `keyed` templates add depends on their key alone, so their sum is looked up by it, and worked
 * out where another key's stands in its slot; sums of whole numbers are the same in any order.
 */
export function createFeatureSums(table: PackedRows, templates: readonly Template[], keyed: readonly Keyed[] = []): FeatureSums {
  const elsewhere = new Set(keyed.flatMap(({ numbers }) => numbers));
  const single = compileTemplates(templates.filter(([number]) => !elsewhere.has(number)));
  const kept = keyed.map(
    ({ key, numbers }): Kept => ({
      key,
      templates: compileTemplates(templates.filter(([number]) => numbers.includes(number))),
      slots: new Int32Array((1 + table.lanes) << SLOT_BITS).fill(EMPTY),
    }),
  );
  const hashes = new Int32Array(templates.length);

  function sum(templates: Int32Array, values: Int32Array, lanes: Int32Array, at: number): void {
    addRows(table, hashes, writeHashes(templates, values, hashes, 0), lanes, at);
  }

  /** Where in `slots` the lanes of the key's sum stand. */
  function find({ key, templates, slots }: Kept, values: Int32Array): number {
    const own = values[key]!;
    const slot = (Math.imul(own, 0x9e3779b1) >>> (32 - SLOT_BITS)) * (1 + table.lanes);
    if (slots[slot] !== own) {
      slots[slot] = own;
      slots.fill(0, slot + 1, slot + 1 + table.lanes);
      sum(templates, values, slots, slot + 1);
    }
    return slot + 1;
  }

  function add(values: Int32Array, lanes: Int32Array): void {
    sum(single, values, lanes, 0);
    for (const one of kept) {
      const at = find(one, values);
      for (let i = 0; i < table.lanes; i++) lanes[i]! += one.slots[at + i]!;
    }
  }

  return { rows: templates.length, add };
}
