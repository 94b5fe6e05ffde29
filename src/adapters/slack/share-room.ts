/** How much of the room each gets: what it needs, or where that is too much for all, no less than any other that needs as much. */
export function shareRoom(needs: readonly number[], room: number): number[] {
  const shares = needs.map(() => 0);
  let left = room;
  const byNeed = needs.map((_, k) => k).sort((a, b) => needs[a]! - needs[b]!);
  for (const [k, place] of byNeed.entries()) {
    shares[place] = Math.min(needs[place]!, Math.floor(left / (byNeed.length - k)));
    left -= shares[place];
  }
  return shares;
}
