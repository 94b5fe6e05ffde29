/** The plain checks that those of blocks, elements and texts are made of; `at` says where, `tell` takes what is wrong. */
export type Thing = Readonly<Record<string, unknown>>;
export type Check = (thing: Thing, at: string, tell: Tell) => void;
export type Tell = (at: string, problem: string) => void;

export function string(text: unknown, at: string, tell: Tell, least: number, most: number): text is string {
  if (typeof text !== "string") tell(at, "no text");
  else if (text.length < least) tell(at, "empty");
  else if (text.length > most) tell(at, `${text.length} characters, ${most} are allowed`);
  else if (!text.isWellFormed()) tell(at, "half a character");
  return typeof text === "string";
}

export function number(value: unknown, at: string, tell: Tell, least: number, most: number): void {
  if (typeof value !== "number" || !(value >= least && value <= most))
    tell(at, `${String(value)} is not from ${least} to ${most}`);
}

export function listOf(list: unknown, at: string, tell: Tell, least: number, most: number): readonly Thing[] {
  if (!Array.isArray(list)) {
    tell(at, "no list");
    return [];
  }
  if (list.length < least || list.length > most) tell(at, `${list.length} items, ${least} to ${most} are allowed`);
  return list.filter(isThing);
}

export function keys(thing: Thing, at: string, tell: Tell, allowed: readonly string[]): void {
  for (const key of Object.keys(thing)) if (!allowed.includes(key)) tell(at, `no field ${key}`);
}

export const isThing = (value: unknown): value is Thing => typeof value === "object" && value !== null && !Array.isArray(value);

export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
