import { APPLICATION } from "./simulator-guild.ts";

/** A message as people see it. */
export interface Shown {
  readonly id: string;
  readonly channel: string;
  readonly author: string;
  /** The one person who sees it; null where all in the channel do. */
  readonly alone: string | null;
  /** The interaction it was made for; null where it was posted. */
  readonly interaction: string | null;
  /** "On Record is thinking …" */
  isWaiting: boolean;
  isDeleted: boolean;
  edits: number;
  flags: number;
  components: readonly Component[];
  files: readonly string[];
  content: string;
  embeds: readonly object[];
}

export interface Component {
  readonly type: number;
  readonly id?: number;
  readonly content?: string;
  readonly custom_id?: string;
  readonly label?: string;
  readonly components?: readonly Component[];
}

/** Every component with a number: its own, else the next that no other has. */
export function numbered(components: readonly Component[]): Component[] {
  const taken = new Set(every(components).map(({ id }) => id ?? 0));
  let next = 0;
  const free = (): number => {
    do next++;
    while (taken.has(next));
    return next;
  };
  const number = (each: Component): Component => ({
    ...each,
    id: each.id || free(),
    ...(each.components && { components: each.components.map(number) }),
  });
  return components.map(number);
}

export const every = (components: readonly Component[]): Component[] =>
  components.flatMap((each) => [each, ...every(each.components ?? [])]);

/** The buttons under a message. */
export const buttonsUnder = ({ components }: Shown): { label: string; custom_id: string }[] =>
  every(components).flatMap(({ type, label = "", custom_id = "" }) => (type === 2 ? [{ label, custom_id }] : []));

/** The words of a message. */
export const textOf = ({ components, isWaiting }: Shown): string =>
  isWaiting
    ? "On Record is thinking …"
    : every(components)
        .flatMap(({ content }) => content ?? [])
        .join("\n");

/** A message as Discord gives it. */
export const messageOnTheWire = ({ id, channel, author, flags, components, content, embeds }: Shown) => ({
  id,
  channel_id: channel,
  type: 0,
  author: { id: author, username: "on-record", discriminator: "0000", avatar: null, bot: author === APPLICATION },
  content,
  flags,
  components,
  embeds,
  attachments: [],
  mentions: [],
  mention_roles: [],
  mention_everyone: false,
  pinned: false,
  tts: false,
  timestamp: "2026-11-01T08:00:00.000000+00:00",
  edited_timestamp: null,
});

/** The same in a list of what was written in a channel: what others wrote is left out for a bot that may not read it, but for direct messages. */
export const historyOnTheWire = (message: Shown, isDirect: boolean) =>
  messageOnTheWire(
    message.author === APPLICATION || isDirect ? message : { ...message, content: "", components: [], embeds: [] },
  );
