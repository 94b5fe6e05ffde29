/** Adds up the table rows, eight wide, that start at `rows[from...to)` and writes the sums to `scores[at...]`. */
export function sumRows(
  table: Float32Array | Int8Array,
  rows: Int32Array,
  from: number,
  to: number,
  scores: Float32Array,
  at: number,
): void {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  let g = 0;
  let h = 0;
  for (let i = from; i < to; i += 1) {
    const row = rows[i]!;
    a += table[row]!;
    b += table[row + 1]!;
    c += table[row + 2]!;
    d += table[row + 3]!;
    e += table[row + 4]!;
    f += table[row + 5]!;
    g += table[row + 6]!;
    h += table[row + 7]!;
  }
  scores[at] = a;
  scores[at + 1] = b;
  scores[at + 2] = c;
  scores[at + 3] = d;
  scores[at + 4] = e;
  scores[at + 5] = f;
  scores[at + 6] = g;
  scores[at + 7] = h;
}
