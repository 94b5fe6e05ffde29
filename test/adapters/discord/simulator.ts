import { createGateway, type Gateway } from "./simulator-gateway.ts";
import { APPLICATION, createRest, messageOnTheWire, type Rest } from "./simulator-rest.ts";
import { REFUSALS, type Refusal } from "./simulator-rules.ts";
import { type Component, createWorld, type Deed, type Shown } from "./simulator-world.ts";

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
  /** Lets so many milliseconds pass on Discord's clock, which stands still otherwise. */
  pass(time: number): void;
  revoke(): void;
  forbid(channel: string, refusal: Refusal): void;
  /** Posts as somebody else does. */
  write(message: { content?: string; embeds?: readonly object[] }): Shown;
  command(name: string, options?: readonly object[], by?: By & { twice?: boolean }): Deed;
  type(name: string, options: readonly object[], by?: By): Deed;
  press(message: Shown, button: string, by?: By): Deed;
  menu(name: string, message: Shown, by?: By): Deed;
  /** What people see of the answer to it, the oldest first. */
  seen(deed: Deed): Shown[];
  stop(): Promise<void>;
}

export const GUILD = "200000000000000001";
export const CHANNEL = "300000000000000001";
export const USER = "400000000000000001";
const DM = "300000000000000009";
const MANAGE_GUILD = "32";

export async function startSimulator(): Promise<Simulator> {
  let clock = Date.now();
  let token = "MTAwMDAwMDAwMDAwMDAwMDAx.Gs3cr3.t0ken-of-the-bot-that-nobody-may-see";
  const issued = token;
  const world = createWorld(() => clock);
  const registered: unknown[] = [];
  world.channels.set(CHANNEL, { id: CHANNEL, guild: GUILD, refusal: null });
  world.channels.set(DM, { id: DM, guild: null, refusal: null });

  const port = () => (rest.server.address() as { port: number }).port;
  const rest = createRest(world, {
    token: () => token,
    gatewayUrl: () => `ws://127.0.0.1:${port()}/gateway`,
    commands: registered,
  });
  const gateway = createGateway(rest.server, {
    token: () => token,
    ready: () => ({
      v: 10,
      user: { id: APPLICATION, username: "on-record", discriminator: "0000", avatar: null, bot: true },
      guilds: [{ id: GUILD, unavailable: true }],
      application: { id: APPLICATION, flags: 0 },
      shard: [0, 1],
    }),
    guilds: () => [guildOf()],
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
      channel: guild === null ? { id: channel, type: 1 } : { id: channel, type: 0, guild_id: guild, name: "news" },
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

  await new Promise<void>((done) => rest.server.listen(0, "127.0.0.1", done));
  return {
    apiUrl: `http://127.0.0.1:${port()}/api`,
    token: issued,
    gateway,
    fail: rest.fail,
    refused: rest.refused,
    requests: rest.requests,
    registered,
    messages: world.messages,
    mentions: world.mentions,
    pass: (time) => {
      clock += time;
    },
    revoke: () => {
      token = "another";
    },
    forbid: (channel, refusal) => {
      if (refusal === REFUSALS.unknownChannel) world.channels.delete(channel);
      else world.channels.get(channel)!.refusal = refusal;
    },
    write({ content = "", embeds = [] }) {
      const message = world.add(CHANNEL, null, null, { content });
      message.embeds = embeds;
      return message;
    },
    command: (name, options = [], { twice, ...by } = {}) =>
      begin(2, { id: "500000000000000001", name, type: 1, options }, by, null, twice),
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
    seen: (deed) => world.messages.filter((each) => each.interaction === deed.id && !each.isDeleted),
    async stop() {
      gateway.stop();
      rest.server.closeAllConnections();
      await new Promise((done) => rest.server.close(done));
    },
  };
}

const guildOf = () => ({
  id: GUILD,
  name: "The Lake Desk",
  unavailable: false,
  owner_id: USER,
  member_count: 3,
  large: false,
  joined_at: "2026-01-01T00:00:00Z",
  features: [],
  roles: [
    { id: GUILD, name: "@everyone", permissions: "0", position: 0, color: 0, hoist: false, managed: false, mentionable: false },
  ],
  channels: [{ id: CHANNEL, type: 0, name: "news", position: 0, permission_overwrites: [] }],
  threads: [],
  members: [],
  emojis: [],
  stickers: [],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
  system_channel_flags: 0,
  verification_level: 0,
  premium_tier: 0,
  preferred_locale: "en-GB",
  nsfw_level: 0,
  premium_progress_bar_enabled: false,
});

const every = (components: readonly Component[]): Component[] =>
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

export { REFUSALS };
