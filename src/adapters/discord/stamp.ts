import { createHash } from "node:crypto";
import { type APIMessageTopLevelComponent, ComponentType } from "discord.js";

/**
 * How a message is known again. A nonce is good for some minutes and is not given back with a channel's messages; the number (`id`) that any
 * component may have is stored with the message, is given back with it, and nobody sees it. It has 32 bits with a sign, must be unique in
 * the message and not 0, so that a container and its first component together carry 60 bits of a message's id.
 */
export interface Stamp {
  readonly container: number;
  readonly first: number;
}

const HALF = 2 ** 30;

export function stampOf(id: string): Stamp {
  const hash = createHash("sha256").update(id).digest();
  return { container: (hash.readUInt32BE(0) % (HALF - 1)) + 1, first: HALF + (hash.readUInt32BE(4) % HALF) };
}

/** The components with the stamp of a message. */
export const stamped = (
  components: readonly APIMessageTopLevelComponent[],
  { container, first }: Stamp,
): APIMessageTopLevelComponent[] =>
  components.map((each) => {
    if (each.type !== ComponentType.Container) return each;
    return { ...each, id: container, components: each.components.map((inner, k) => (k === 0 ? { ...inner, id: first } : inner)) };
  });

/** Whether components, as Discord gives them back, carry the stamp. */
export const bears = (components: readonly APIMessageTopLevelComponent[] | undefined, { container, first }: Stamp): boolean =>
  (components ?? []).some(
    (each) => each.type === ComponentType.Container && each.id === container && each.components[0]?.id === first,
  );
