import { type Channels, createChannels } from "./simulator-channels.ts";
import { createGateway, type Gateway } from "./simulator-gateway.ts";
import {
  APPLICATION,
  channelOnTheWire,
  ELSEWHERE,
  GUILD,
  guildOnTheWire,
  isThread,
  KINDS,
  type Place,
  placeOf,
  ROLES,
  USER,
} from "./simulator-guild.ts";
import { buttonsUnder, messageOnTheWire, type Shown, textOf } from "./simulator-message.ts";
import { createRest, type Rest } from "./simulator-rest.ts";
import { routeOf } from "./simulator-routes.ts";
import { REFUSALS, type Refusal } from "./simulator-rules.ts";
import { createWorld, type Deed } from "./simulator-world.ts";

/** What somebody does, and where. */
interface By {
  readonly user?: string;
  /** Null in a direct message. */
  readonly guild?: string | null;
  readonly channel?: string;
  readonly isManager?: boolean;
}

/** Discord on the loopback: it speaks the wire, refuses what Discord refuses, and breaks where it is told to. */
export interface Simulator {
  readonly apiUrl: string;
  readonly token: string;
  readonly gateway: Gateway;
  readonly fail: Rest["fail"];
  readonly refused: readonly string[];
  readonly requests: Rest["requests"];
  readonly registered: readonly unknown[];
  readonly messages: readonly Shown[];
  /** Whom messages allow to be pinged, one entry a message written. */
  readonly mentions: readonly unknown[];
  /** The roles that were notified. */
  readonly notified: Channels["notified"];
  /** As people see it, the oldest first. */
  standing(channel: string): Shown[];
  place(id: string): Place | undefined;
  /** Makes a channel, or a thread of one, which the bot is told of; gives it back. */
  open(place: Partial<Place>): Place;
  /** Forbids the bot something in a channel, by the bits of what is forbidden. */
  deny(channel: string, bits: bigint): void;
  /** Closes a thread, or lets nobody write in it. */
  close(thread: string, how?: "archived" | "locked"): void;
  /** This person takes no direct messages any more. */
  shut(person: string): void;
  /** Called, and waited for, before a posted message takes effect and after; "lost" before: it does not reach Discord. */
  onPost: Channels["onPost"];
  readonly limit: Rest["limit"];
  /** Lets so many milliseconds pass on Discord's clock, which stands still otherwise. */
  pass(time: number): void;
  revoke(): void;
  forbid(channel: string, refusal: Refusal): void;
  /** Posts as somebody else does. */
  write(message: { content?: string; embeds?: readonly object[]; channel?: string }): Shown;
  command(name: string, options?: readonly object[], by?: By & { twice?: boolean }): Deed;
  type(name: string, options: readonly object[], by?: By): Deed;
  press(message: Shown, button: string, by?: By): Deed;
  menu(name: string, message: Shown, by?: By): Deed;
  /** What people see of the answer to it, the oldest first. */
  seen(deed: Deed): Shown[];
  stop(): Promise<void>;
}

export const CHANNEL = "300000000000000001";
/** In another server. */
export const FOREIGN_CHANNEL = "300000000000000002";
/** The direct messages with `USER`. */
export const DM = "300000000000000009";
const MANAGE_GUILD = "32";
const [CHANNEL_OPTION, ROLE_OPTION] = [7, 8];

/** A value of a command, or the member of a family with its values. */
interface Typed {
  readonly type: number;
  readonly value?: string | number | boolean;
  readonly options?: readonly Typed[];
}

/** `now` is the clock by which Discord numbers messages and forgets nonces; that by which it waits for answers stands still. */
export async function startSimulator(now: () => number = Date.now): Promise<Simulator> {
  let clock = Date.now();
  let passed = 0;
  let token = "MTAwMDAwMDAwMDAwMDAwMDAx.Gs3cr3.t0ken-of-the-bot-that-nobody-may-see";
  const issued = token;
  const channels = createChannels(() => now() + passed);
  const { places } = channels;
  const world = createWorld(channels, () => clock);
  const registered: unknown[] = [];
  places.set(CHANNEL, placeOf({ id: CHANNEL, guild: GUILD }));
  places.set(FOREIGN_CHANNEL, placeOf({ id: FOREIGN_CHANNEL, guild: ELSEWHERE }));
  places.set(DM, placeOf({ id: DM, guild: null, type: KINDS.direct, person: USER }));

  const port = () => (rest.server.address() as { port: number }).port;
  const gatewayUrl = () => `ws://127.0.0.1:${port()}/gateway`;
  const rest = createRest({
    token: () => token,
    route: (request) => routeOf(request, { world, channels, gatewayUrl, commands: registered }),
  });
  const gateway = createGateway(rest.server, {
    token: () => token,
    ready: () => ({
      v: 10,
      user: { id: APPLICATION, username: "on-record", discriminator: "0000", avatar: null, bot: true },
      guilds: [GUILD, ELSEWHERE].map((id) => ({ id, unavailable: true })),
      application: { id: APPLICATION, flags: 0 },
      shard: [0, 1],
    }),
    guilds: () => [GUILD, ELSEWHERE].map((id) => guildOnTheWire(id, [...places.values()], !gateway.withoutMembers)),
  });

  const begin = (type: number, data: object, by: By, message: Shown | null = null, twice = false): Deed => {
    const { user = USER, guild = GUILD, channel = guild === null ? DM : CHANNEL, isManager = false } = by;
    const deed = world.begin(channel, user, message);
    const person = { id: user, username: "ada.lund", global_name: "Ada Lund", discriminator: "0", avatar: null };
    const member = { user: person, roles: [], joined_at: "2026-01-01T00:00:00Z", deaf: false, mute: false, flags: 0 };
    const event = {
      id: deed.id,
      application_id: APPLICATION,
      type,
      token: deed.token,
      version: 1,
      channel_id: channel,
      channel: channelOnTheWire(places.get(channel) ?? placeOf({ id: channel, guild })),
      ...(guild === null
        ? { user: person, context: 1 }
        : { guild_id: guild, member: { ...member, permissions: isManager ? MANAGE_GUILD : "0" }, context: 0 }),
      ...(message !== null && type === 3 && { message: messageOnTheWire(message) }),
      locale: "en-GB",
      app_permissions: "2048",
      authorizing_integration_owners: {},
      attachment_size_limit: 10_485_760,
      entitlements: [],
      data,
    };
    gateway.dispatch("INTERACTION_CREATE", event);
    if (twice) gateway.dispatch("INTERACTION_CREATE", event);
    return deed;
  };

  /** What the ids among the values of a command stand for. */
  const resolved = (options: readonly object[]): object => {
    const values = (options as readonly Typed[]).flatMap((each) => [each, ...(each.options ?? [])]);
    const picked = (kind: number) => values.flatMap(({ type, value }) => (type === kind ? [String(value)] : []));
    return {
      channels: Object.fromEntries(picked(CHANNEL_OPTION).map((id) => [id, channelOnTheWire(places.get(id)!)])),
      roles: Object.fromEntries(picked(ROLE_OPTION).map((id) => [id, ROLES.find((role) => role.id === id)])),
    };
  };

  await new Promise<void>((done) => rest.server.listen(0, "127.0.0.1", done));
  return {
    apiUrl: `http://127.0.0.1:${port()}/api`,
    token: issued,
    gateway,
    fail: rest.fail,
    refused: rest.refused,
    requests: rest.requests,
    registered,
    messages: channels.messages,
    mentions: channels.mentions,
    notified: channels.notified,
    limit: rest.limit,
    get onPost() {
      return channels.onPost;
    },
    set onPost(hook) {
      channels.onPost = hook;
    },
    standing: (channel) => channels.messages.filter((each) => each.channel === channel && each.alone === null && !each.isDeleted),
    place: (id) => places.get(id),
    open(place) {
      const made = placeOf({ id: channels.newId(), guild: GUILD, ...place });
      places.set(made.id, made);
      gateway.dispatch(isThread(made) ? "THREAD_CREATE" : "CHANNEL_CREATE", channelOnTheWire(made));
      return made;
    },
    deny(channel, bits) {
      const place = places.get(channel)!;
      place.denied |= bits;
      gateway.dispatch("CHANNEL_UPDATE", channelOnTheWire(place));
    },
    close(thread, how = "archived") {
      const place = places.get(thread)!;
      place.archivedAt = now() + passed;
      place.isLocked = how === "locked";
      gateway.dispatch("THREAD_UPDATE", channelOnTheWire(place));
    },
    shut: (person) => void channels.shut.add(person),
    pass: (time) => {
      clock += time;
      passed += time;
    },
    revoke: () => {
      token = "another";
    },
    forbid: (channel, refusal) => {
      if (refusal === REFUSALS.unknownChannel) places.delete(channel);
      else places.get(channel)!.refusal = refusal;
    },
    write({ content = "", embeds = [], channel = CHANNEL }) {
      return channels.add(channel, { content }, { author: USER, embeds });
    },
    command: (name, options = [], { twice, ...by } = {}) =>
      begin(2, { id: "500000000000000001", name, type: 1, options, resolved: resolved(options) }, by, null, twice),
    type: (name, options, by = {}) => begin(4, { id: "500000000000000001", name, type: 1, options }, by),
    press(message, button, by = {}) {
      const custom_id = buttonsUnder(message).find(({ label, custom_id }) => label === button || custom_id === button)?.custom_id;
      return begin(3, { component_type: 2, custom_id: custom_id ?? button }, by, message);
    },
    menu: (name, message, by = {}) =>
      begin(
        2,
        {
          id: "500000000000000002",
          name,
          type: 3,
          target_id: message.id,
          resolved: { messages: { [message.id]: messageOnTheWire(message) } },
        },
        by,
      ),
    seen: (deed) => channels.messages.filter((each) => each.interaction === deed.id && !each.isDeleted),
    async stop() {
      gateway.stop();
      rest.server.closeAllConnections();
      await new Promise((done) => rest.server.close(done));
    },
  };
}

export { buttonsUnder, ELSEWHERE, GUILD, KINDS, REFUSALS, textOf, USER };
