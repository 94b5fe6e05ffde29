import { PermissionFlagsBits as Bits } from "discord.js";
import { APPLICATION, isThread, KINDS, may, type Place, placeOf, ROLES, threadOf } from "./simulator-guild.ts";
import { type Component, every, numbered, type Shown } from "./simulator-message.ts";
import { checkBody, checkMessage, REFUSALS, refuse } from "./simulator-rules.ts";

type Body = Readonly<Record<string, unknown>>;

/** What a bot posts, before it is there and after. */
interface Moment {
  readonly when: "before" | "after";
  readonly channel: string;
  readonly components: readonly Component[];
}

/** Thrown for what does not reach Discord. */
export class Lost extends Error {}

const EPHEMERAL = 1 << 6;
const VERSION_2 = 1 << 15;
const NONCE_KEPT = 5 * 60_000; // milliseconds
const EPOCH = 1_420_070_400_000n;

/** The channels of all servers with what was posted there; it refuses what Discord refuses. `now` is Discord's clock. */
export function createChannels(now: () => number) {
  const places = new Map<string, Place>();
  const messages: Shown[] = [];
  const histories = new Map<string, Shown[]>();
  const posted = new Map<string, { readonly message: Shown; readonly at: number }>(); // by nonce
  const mentions: unknown[] = [];
  const notified: { readonly message: string; readonly role: string }[] = [];
  const shut = new Set<string>();
  let count = 0n;
  let latest = 0;

  const newId = () => {
    latest = Math.max(latest, now());
    return (((BigInt(latest) - EPOCH) << 22n) + count++).toString();
  };

  const add = (channel: string, body: Body | null, more: Partial<Shown> = {}): Shown => {
    const { alone = null } = more;
    const message: Shown = {
      ...{ id: newId(), channel, author: APPLICATION, alone, interaction: null },
      ...{ isWaiting: body === null, isDeleted: false, edits: 0, flags: alone === null ? 0 : EPHEMERAL },
      ...{ components: [], files: [], content: "", embeds: [] },
      ...more,
    };
    if (body !== null) fill(message, body);
    messages.push(message);
    const history = histories.get(channel);
    if (history) history.push(message);
    else histories.set(channel, [message]);
    return message;
  };

  const fill = (message: Shown, body: Body) => {
    const flags = (body["flags"] as number | undefined) ?? 0;
    if ((message.flags & VERSION_2) !== 0 && (flags & VERSION_2) === 0)
      throw refuse(REFUSALS.invalidForm, "the flag of version 2 stays");
    message.flags = (message.flags & EPHEMERAL) | (flags & ~EPHEMERAL);
    message.isWaiting = false;
    mentions.push(body["allowed_mentions"]);
    if (body["components"] !== undefined) message.components = numbered(body["components"] as Component[]);
    if (body["content"] !== undefined) message.content = String(body["content"] ?? "");
    if (body["attachments"] !== undefined)
      message.files = (body["attachments"] as { filename?: string }[]).map((each) => each.filename ?? "");
  };

  /** Notifies the roles that are named in a message's words, may be notified, and that whoever wrote it wants to be. */
  const notify = (message: Shown, allowed: { parse?: string[]; roles?: string[] } | undefined) => {
    const words = [message.content, ...every(message.components).map(({ content = "" }) => content)].join("\n");
    const wanted = (role: string) => allowed === undefined || allowed.parse?.includes("roles") || allowed.roles?.includes(role);
    for (const { 1: role = "" } of words.matchAll(/(?<!\\)<@&(\d+)>/g))
      if (ROLES.some(({ id, mentionable }) => id === role && mentionable) && wanted(role))
        notified.push({ message: message.id, role });
  };

  const open = (id: string): Place => {
    const place = places.get(id);
    if (!place) throw refuse(REFUSALS.unknownChannel);
    if (place.refusal) throw refuse(place.refusal);
    if (!allows(place, Bits.ViewChannel)) throw refuse(REFUSALS.missingAccess);
    return place;
  };
  const allows = (place: Place, bit: bigint) => may(places.get(place.parent ?? "") ?? place, bit);
  const permit = (place: Place, bit: bigint) => {
    if (!allows(place, bit)) throw refuse(REFUSALS.missingPermissions);
  };

  const shown = (id: string) => (histories.get(id) ?? []).filter(({ alone, isDeleted }) => alone === null && !isDeleted);

  /** Waits before and after a message takes effect. */
  const within = async (channel: string, body: Body, effect: () => Shown): Promise<Shown> => {
    const components = (body["components"] ?? []) as Component[];
    if ((await all.onPost?.({ when: "before", channel, components })) === "lost") throw new Lost();
    const message = effect();
    notify(message, body["allowed_mentions"] as { parse?: string[]; roles?: string[] } | undefined);
    await all.onPost?.({ when: "after", channel, components });
    return message;
  };

  const all = {
    places,
    messages,
    mentions,
    notified,
    /** Persons who take no direct messages. */
    shut,
    /** Called, and waited for, before a posted message takes effect and after; "lost" before: it does not reach Discord. */
    onPost: null as ((moment: Moment) => unknown) | null,
    newId,
    add,
    fill,
    channel(id: string): Place {
      const place = places.get(id);
      if (!place) throw refuse(REFUSALS.unknownChannel);
      if (place.refusal?.code === REFUSALS.missingAccess.code || !allows(place, Bits.ViewChannel))
        throw refuse(REFUSALS.missingAccess);
      return place;
    },
    async post(id: string, body: Body): Promise<Shown> {
      const place = open(id);
      if (place.person !== null && shut.has(place.person)) throw refuse(REFUSALS.noDirectMessages);
      if (![KINDS.text, KINDS.announcement, KINDS.voice, KINDS.direct].some((kind) => kind === place.type) && !isThread(place))
        throw refuse(REFUSALS.noTextChannel);
      permit(place, isThread(place) ? Bits.SendMessagesInThreads : Bits.SendMessages);
      if (place.isLocked) throw refuse(REFUSALS.locked);
      checkMessage("MessageCreateRequest", body);
      const nonce = body["enforce_nonce"] === true && typeof body["nonce"] === "string" ? body["nonce"] : null;
      const before = nonce === null ? undefined : posted.get(nonce);
      if (before && now() - before.at < NONCE_KEPT) return before.message;
      return within(id, body, () => {
        place.archivedAt = null;
        const message = add(id, body);
        if (nonce !== null) posted.set(nonce, { message, at: now() });
        return message;
      });
    },
    /** Newest first; nothing where the history may not be read. */
    history(id: string, query: URLSearchParams): Shown[] {
      const place = open(id);
      if (!allows(place, Bits.ReadMessageHistory)) return [];
      const limit = Number(query.get("limit") ?? 50);
      if (!(limit >= 1 && limit <= 100)) throw refuse(REFUSALS.invalidForm, `a limit of ${limit}`);
      const [after, before] = [query.get("after"), query.get("before")];
      if (after !== null && before !== null) throw refuse(REFUSALS.invalidForm, "after and before");
      const some = shown(id).filter((each) => {
        const number = BigInt(each.id);
        return (after === null || number > BigInt(after)) && (before === null || number < BigInt(before));
      });
      return (after === null ? some.slice(-limit) : some.slice(0, limit)).toReversed();
    },
    message(id: string, message: string): Shown {
      const found = allows(open(id), Bits.ReadMessageHistory) ? shown(id).find((each) => each.id === message) : undefined;
      if (!found) throw refuse(REFUSALS.unknownMessage);
      return found;
    },
    isDirect: (id: string): boolean => places.get(id)?.type === KINDS.direct,
    /** Makes a thread of a message. */
    branch(id: string, message: string, body: Body): Place {
      const place = open(id);
      checkBody("CreateTextThreadWithMessageRequest", body);
      if (place.type !== KINDS.text && place.type !== KINDS.announcement) throw refuse(REFUSALS.wrongKind);
      if (!shown(id).some((each) => each.id === message)) throw refuse(REFUSALS.unknownMessage);
      permit(place, Bits.CreatePublicThreads);
      if (places.has(message)) throw refuse(REFUSALS.threadThere);
      const thread = threadOf(place, message, String(body["name"]));
      places.set(thread.id, thread);
      return thread;
    },
    /** Begins a post in a forum. */
    async begin(id: string, body: Body): Promise<Place> {
      const place = open(id);
      if (place.type !== KINDS.forum && place.type !== KINDS.media) throw refuse(REFUSALS.wrongKind);
      permit(place, Bits.SendMessages);
      const message = (body["message"] ?? {}) as Body;
      checkBody("CreateForumThreadRequest", body);
      checkMessage("BaseCreateMessageCreateRequest", message);
      const tags = (body["applied_tags"] ?? []) as string[];
      if (tags.some((tag) => !place.tags.includes(tag))) throw refuse(REFUSALS.invalidForm, "a tag that there is not");
      if (place.requiresTag && tags.length === 0) throw refuse(REFUSALS.tagRequired);
      const thread = threadOf(place, newId(), String(body["name"]));
      await within(id, message, () => {
        places.set(thread.id, thread);
        return add(thread.id, message, { id: thread.id });
      });
      return thread;
    },
    change(id: string, body: Body): Place {
      const place = open(id);
      if (place.isLocked) throw refuse(REFUSALS.missingPermissions);
      if (body["archived"] === false) place.archivedAt = null;
      return place;
    },
    /** Threads of a server that are open. */
    active: (guild: string): Place[] =>
      [...places.values()].filter(
        (place) => place.guild === guild && isThread(place) && place.archivedAt === null && allows(place, Bits.ViewChannel),
      ),
    /** Threads of a channel that are closed, the last one first. */
    archived(id: string, query: URLSearchParams): { threads: Place[]; has_more: boolean } {
      permit(open(id), Bits.ReadMessageHistory);
      const before = Date.parse(query.get("before") ?? "9999-01-01T00:00:00Z");
      const limit = Number(query.get("limit") ?? 50);
      const closed = [...places.values()]
        .filter(({ parent, archivedAt }) => parent === id && archivedAt !== null && archivedAt < before)
        .sort((a, b) => b.archivedAt! - a.archivedAt!);
      return { threads: closed.slice(0, limit), has_more: closed.length > limit };
    },
    direct(person: string): Place {
      const known = [...places.values()].find((place) => place.person === person);
      if (known) return known;
      const place = placeOf({ id: newId(), guild: null, type: KINDS.direct, person });
      places.set(place.id, place);
      return place;
    },
  };
  return all;
}

export type Channels = ReturnType<typeof createChannels>;
