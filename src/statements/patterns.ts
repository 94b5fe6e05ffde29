/** A machine of the language model: `[version, number of the last state, edges, names of final states, marks of final states]`. */
type Machine = readonly [
  version: number,
  last: number,
  edges: Readonly<Record<string, Readonly<Record<string, number>>>>,
  names: Readonly<Record<string, string>>,
  marks: Readonly<Record<string, readonly [lead: number, trail: number]>>,
];

/** Patterns of tokens, compiled from machines of the language model that read one alphabet. */
export interface Patterns {
  /** How many machines there are, to be run one after the other. */
  readonly machines: number;
  /** The symbol, from 1, for what the machines call `token`; 0 when no pattern has it. */
  symbolOf(token: number): number;
  /**
   * Finds the patterns of one machine from left to right, each as long as can be and beginning behind the one before. `found` hears which
   * place a pattern tells of, and its name; it may change the symbol there.
   */
  find(machine: number, symbols: readonly number[], found: (place: number, name: string) => void): void;
}

/** The edge to how a pattern ends that could have gone on. */
const OTHERWISE = "2070003";
/** The name of patterns that only keep others from beginning within them. */
const NAMELESS = "0";

/** States by number; 0 is where patterns begin, and no edge leads back to it. */
interface Table {
  /** The next state or 0, by state and symbol. */
  readonly next: Int16Array;
  /** The names of the patterns that can end in each state. */
  readonly names: readonly (string | undefined)[];
  /** How far behind its beginning such a pattern's place is. */
  readonly leads: readonly number[];
}

/** Compiles machines as the language model gives them, in JSON. */
export function compilePatterns(machines: readonly string[]): Patterns {
  const parsed = machines.map((machine) => JSON.parse(machine) as Machine);
  const alphabet = new Map<number, number>();
  for (const [, , edges] of parsed)
    for (const token of Object.values(edges).flatMap(Object.keys))
      if (token !== OTHERWISE && !alphabet.has(Number(token))) alphabet.set(Number(token), alphabet.size + 1);
  const width = alphabet.size + 1;
  const symbolOf = (token: number): number => alphabet.get(token) ?? 0;
  const tables = parsed.map((machine) => compile(machine, symbolOf, width));

  const find: Patterns["find"] = (machine, symbols, found) => {
    const { next, names, leads } = tables[machine]!;
    for (let from = 0; from < symbols.length; from++) {
      let state = 0;
      let ended = 0;
      let end = from;
      for (let at = from; at < symbols.length; at++) {
        state = next[state * width + symbols[at]!]!;
        if (state === 0) break;
        if (names[state] === undefined) continue;
        ended = state;
        end = at;
      }
      if (ended === 0) continue;
      const name = names[ended]!;
      if (name !== NAMELESS) found(from + leads[ended]!, name);
      from = end;
    }
  };
  return { machines: machines.length, symbolOf, find };
}

function compile([, last, edges, names, marks]: Machine, symbolOf: (token: number) => number, width: number): Table {
  const next = new Int16Array((last + 1) * width);
  const states = Array.from({ length: last + 1 }, (_, state) => {
    const from = edges[state] ?? {};
    const isFinal = names[state] !== undefined;
    if (!isFinal)
      for (const [token, to] of Object.entries(from)) if (token !== OTHERWISE) next[state * width + symbolOf(Number(token))] = to;
    const end = isFinal ? state : from[OTHERWISE];
    return { name: end ? names[end] : undefined, lead: (end && marks[end]?.[0]) || 0 };
  });
  return { next, names: states.map(({ name }) => name), leads: states.map(({ lead }) => lead) };
}
