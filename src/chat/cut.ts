const SENTENCE_END = /[.!?…]["'”’»)\]]*(?=\s)/g;

/**
 * Cuts a text into pieces that cost at most `room` each: after the end of a sentence, else between words, else between letters. Only the
 * white space at a cut is lost. `cost` is what one character takes; `room` must hold the dearest.
 */
export function cutText(text: string, room: number, cost: (character: string) => number): string[] {
  const pieces: string[] = [];
  let rest = text;
  for (let fits = fitting(rest, room, cost); fits < rest.length; fits = fitting(rest, room, cost)) {
    const at = placeToCut(rest, fits);
    pieces.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return [...pieces, rest].filter((piece) => piece !== "");
}

/** How many UTF-16 code units from the start cost at most `room`; no pair is parted. */
function fitting(text: string, room: number, cost: (character: string) => number): number {
  let spent = 0;
  let length = 0;
  for (const character of text) {
    spent += cost(character);
    if (spent > room) return Math.max(length, character.length);
    length += character.length;
  }
  return length;
}

/** A sentence's end or a space that would leave a stub is none. */
function placeToCut(text: string, fits: number): number {
  const stub = fits / 4;
  const begin = text.slice(0, fits + 1);
  const sentence = [...begin.matchAll(SENTENCE_END)].map(({ 0: end, index }) => index + end.length).findLast((at) => at <= fits);
  if (sentence !== undefined && sentence > stub) return sentence;
  const space = begin.search(/\s\S*$/);
  return space > stub ? space : fits;
}

/** Puts things into groups, in order: a new group begins where a further one would take more of anything than there is room for. */
export function pack<T>(things: readonly T[], sizeOf: (thing: T) => readonly number[], room: readonly number[]): T[][] {
  const groups: T[][] = [];
  let taken: number[] = [];
  for (const thing of things) {
    const size = sizeOf(thing);
    const sum = size.map((each, k) => each + (taken[k] ?? 0));
    const last = groups.at(-1);
    if (last && sum.every((each, k) => each <= room[k]!)) {
      last.push(thing);
      taken = sum;
    } else {
      groups.push([thing]);
      taken = [...size];
    }
  }
  return groups;
}
