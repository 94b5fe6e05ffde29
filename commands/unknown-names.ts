import { type Block, note } from "../src/chat/card.ts";
import type { Services } from "../src/chat/command.ts";
import type { Filter } from "../src/model.ts";

const NEAREST = 3; // names that are offered for one

/** Says of names that nothing in the library bears that it is so, with the nearest: what waits for a misspelt name stays silent for good. */
export async function unknownNames({ speakers, outlets }: Filter, workspace: string, { briefing }: Services): Promise<Block[]> {
  const notes: Block[] = [];
  for (const speaker of speakers) {
    const { total } = await briefing.statements(workspace, { by: speaker, limit: 1, offset: 0 });
    if (total > 0) continue;
    const { speakers: nearest } = await briefing.nearest(workspace, { speaker });
    notes.push(note(`Nobody called “${speaker}” is quoted here so far${orNearest(nearest)}`));
  }
  for (const outlet of outlets) {
    const [known] = await briefing.complete(workspace, "outlet", outlet, 1);
    if (known === undefined) notes.push(note(`No article here is from “${outlet}” so far.`));
  }
  return notes;
}

const orNearest = (names: readonly string[]): string =>
  names.length === 0 ? "." : `. The nearest: ${names.slice(0, NEAREST).join(", ")}.`;
