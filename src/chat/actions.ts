import type { Hit } from "../model.ts";
import type { Action } from "./card.ts";
import type { Typed } from "./options.ts";

const LONGEST = 40; // characters of a label

/** The same command with other options; those that were left out stay out. */
export function again(
  command: string,
  label: string,
  options: Readonly<Record<string, Typed[string] | Date | undefined>>,
): Action {
  const given = Object.entries(options).flatMap(([name, value]) =>
    value === undefined || value === false
      ? []
      : [[name, value instanceof Date ? value.toISOString().slice(0, 10) : value] as const],
  );
  return { label, command, options: Object.fromEntries(given) };
}

/** Leads to the next page while there is more than was shown. */
export const nextPage = (
  command: string,
  options: Parameters<typeof again>[2],
  { total, offset, shown, page }: { total: number; offset: number; shown: number; page: number },
): Action[] => (offset + shown < total ? [again(command, "Next", { ...options, page: page + 1 })] : []);

/** Leads to all that the first speaker of an answer has said, where that is somebody. */
export function moreFrom(hits: readonly Hit[], about: string | undefined): Action[] {
  const hit = hits.find(({ knownAs }) => knownAs != null);
  if (!hit) return [];
  const speaker = hit.knownAs!;
  const label = `More from ${speaker}`;
  return [again("quotes", label.length <= LONGEST ? label : "More from this speaker", { speaker, about })];
}
