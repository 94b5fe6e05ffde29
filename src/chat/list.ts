/** Several values with commas or semicolons between them; one that holds some stands in quotation marks. */
export const readList = (typed: string): string[] =>
  [...typed.matchAll(VALUE)].map(([all, held]) => (held ?? all).trim()).filter((value) => value !== "");

const VALUE = /\s*["“”„«]([^"“”„«»]+)["“”»]\s*(?=[,;]|$)|[^,;]+/g;

/** A value as it stands in a list. */
export const inList = (value: string): string => (/[,;]/.test(value) ? `"${value.replace(/["“”„«»]/g, "'")}"` : value);

/** The values before the last one, and where that begins, of a list that is being typed. */
export function lastOfList(typed: string): { before: string; last: string } {
  const at = Math.max(typed.lastIndexOf(","), typed.lastIndexOf(";")) + 1;
  const inMarks = (typed.slice(0, at).match(/["“”„«»]/g)?.length ?? 0) % 2 === 1;
  if (at === 0 || inMarks) return { before: "", last: typed };
  return { before: `${typed.slice(0, at)} `, last: typed.slice(at).trim() };
}

/** Whether somebody says that a list is to be empty. */
export const isNone = (typed: string): boolean => typed.trim().toLowerCase() === "none";
