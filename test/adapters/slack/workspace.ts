import type { Clock } from "./clock.ts";
import { problemsOf } from "./validate.ts";

/** A message as people see it. */
export interface Shown {
  readonly ts: string;
  readonly channel: string;
  readonly thread: string | null;
  /** Who alone sees it; null where all in the channel do. */
  readonly only: string | null;
  text: string;
  blocks: readonly Block[];
  /** How often another message was put in its place. */
  replaced: number;
}
interface Block {
  readonly type: string;
  readonly elements?: readonly {
    readonly type: string;
    readonly action_id?: string;
    readonly value?: string;
    readonly text?: { text: string };
  }[];
}
export interface View {
  readonly id: string;
  readonly user: string;
  readonly view: {
    readonly type: string;
    readonly callback_id?: string;
    readonly private_metadata?: string;
    readonly blocks: readonly Block[];
  };
}
export interface ResponseUrl {
  readonly path: string;
  readonly channel: string;
  readonly user: string;
  readonly until: number;
  /** The message whose button it came with. */
  readonly original: Shown | null;
  uses: number;
}
type Args = Readonly<Record<string, unknown>>;

/** What Slack answers when it refuses. */
export class Refusal extends Error {
  readonly status: number;
  constructor(code: string, status = 200) {
    super(code);
    this.status = status;
  }
}
/** Too much in too short a time, in seconds. */
export class Busy extends Error {
  readonly seconds: number;
  constructor(seconds: number) {
    super("ratelimited");
    this.seconds = seconds;
  }
}

export const TEAM = "T024BE7LD";
export const BOT = "UBOT";
const HALF_AN_HOUR = 30 * 60_000; // milliseconds

/** One Slack workspace: its channels, what stands in them, and what may not be done there. */
export function createWorkspace(clock: Clock) {
  const channels = new Map<string, { isMember: boolean; isArchived: boolean }>([
    ["C1", { isMember: true, isArchived: false }],
    ["C2", { isMember: true, isArchived: false }],
    ["CSECRET", { isMember: false, isArchived: false }],
  ]);
  const users = new Map<string, { is_admin: boolean; is_owner: boolean }>([
    ["U1", { is_admin: false, is_owner: false }],
    ["UADMIN", { is_admin: true, is_owner: false }],
  ]);
  const shown: Shown[] = [];
  const views: View[] = [];
  const homes = new Map<string, View>();
  const urls = new Map<string, ResponseUrl>();
  const files = new Map<string, { name: string; length: number; text: string | null }>();
  const triggers = new Map<string, number>();
  const lastPost = new Map<string, number>();
  /** Threads that somebody has answered in. */
  const threads = new Set(["1.5"]);
  /** What was refused because it breaks Slack's limits. */
  const refused: string[] = [];
  let count = 0;

  const stamp = () => `${Math.floor(clock.now() / 1_000)}.${String(++count).padStart(6, "0")}`;

  function check(payload: unknown): void {
    const problems = problemsOf(payload);
    refused.push(...problems);
    if (problems.length > 0) throw new Refusal("invalid_blocks");
  }

  function add(args: Args, channel: string, only: string | null): Shown {
    const { text = "", blocks, thread_ts: thread = null } = args as { text?: string; blocks?: Block[]; thread_ts?: string };
    check({ text, blocks });
    const message: Shown = { ts: stamp(), channel, thread, only, text, blocks: blocks ?? [], replaced: 0 };
    shown.push(message);
    return message;
  }

  function channelFor(id: string): string {
    if (id.startsWith("U")) return `D${id}`;
    const channel = channels.get(id);
    if (!channel) throw new Refusal("channel_not_found");
    if (channel.isArchived) throw new Refusal("is_archived");
    if (!channel.isMember) throw new Refusal("not_in_channel");
    return id;
  }

  const methods: Readonly<Record<string, (args: Args) => object>> = {
    "auth.test": () => ({ team_id: TEAM, user_id: BOT, user: "on-record", bot_id: "B1" }),
    "users.info": ({ user }) => {
      const found = users.get(String(user));
      if (!found) throw new Refusal("user_not_found");
      return { user: { id: user, ...found } };
    },
    "chat.postMessage": (args) => {
      const channel = channelFor(String(args["channel"]));
      const since = clock.now() - (lastPost.get(channel) ?? Number.NEGATIVE_INFINITY);
      if (since < 1_000) throw new Busy(1);
      const message = add(args, channel, null);
      lastPost.set(channel, clock.now());
      return { channel, ts: message.ts };
    },
    "chat.postEphemeral": (args) => {
      const channel = channelFor(String(args["channel"]));
      const thread = args["thread_ts"];
      // Shown in no thread that is none yet (docs.slack.dev, chat.postEphemeral).
      const isShown = thread === undefined || threads.has(String(thread)) || shown.some((message) => message.thread === thread);
      const { ts } = add(args, channel, isShown ? String(args["user"]) : "nobody");
      return { message_ts: ts };
    },
    "files.getUploadURLExternal": ({ filename, length }) => {
      const id = `F${++count}`;
      files.set(id, { name: String(filename), length: Number(length), text: null });
      return { upload_url: `/upload/${id}`, file_id: id };
    },
    "files.completeUploadExternal": ({ files: list, channel_id }) => {
      for (const { id } of list as { id: string }[]) {
        const file = files.get(id);
        if (!file?.text) throw new Refusal("file_not_found");
        if (!String(channel_id).startsWith("D")) channelFor(String(channel_id));
        add({ text: `the file ${file.name}` }, String(channel_id), null);
      }
      return {};
    },
    "views.open": ({ trigger_id, view }) => {
      const [user, until] = [...triggers].flatMap(([key, until]) =>
        key.startsWith(`${trigger_id} `) ? [key.split(" ")[1]!, until] : [],
      );
      if (user === undefined) throw new Refusal("invalid_trigger_id");
      triggers.delete(`${trigger_id} ${user}`);
      if (Number(until) < clock.now()) throw new Refusal("expired_trigger_id");
      check(view);
      const opened: View = { id: `V${++count}`, user: String(user), view: view as View["view"] };
      views.push(opened);
      return { view: { id: opened.id } };
    },
    "views.publish": ({ user_id, view }) => {
      check(view);
      homes.set(String(user_id), { id: `V${++count}`, user: String(user_id), view: view as View["view"] });
      return {};
    },
  };

  return {
    channels,
    users,
    shown,
    files,
    views,
    homes,
    refused,
    /** Does what a method of the Web API does; throws what Slack would answer instead. */
    do(method: string, args: Args): object {
      const act = methods[method];
      if (!act) throw new Refusal("unknown_method");
      return act(args);
    },
    /** A new address to answer to, and a new trigger, for something that somebody did. */
    hand(user: string, channel: string, original: Shown | null = null): { url: ResponseUrl; trigger: string } {
      const url: ResponseUrl = {
        path: `/respond/${++count}`,
        channel,
        user,
        until: clock.now() + HALF_AN_HOUR,
        original,
        uses: 0,
      };
      urls.set(url.path, url);
      const trigger = `trigger.${++count}`;
      triggers.set(`${trigger} ${user}`, clock.now() + 3_000);
      return { url, trigger };
    },
    /** Takes a file's bytes. */
    upload(path: string, text: string): void {
      const file = files.get(path.slice("/upload/".length));
      if (file?.length !== Buffer.byteLength(text)) throw new Refusal("length_mismatch", 400);
      file.text = text;
    },
    respond(path: string, args: Args): void {
      const url = urls.get(path);
      if (!url) throw new Refusal("invalid_url", 404);
      if (url.uses >= 5) throw new Refusal("used_url", 404);
      if (clock.now() > url.until) throw new Refusal("expired_url", 404);
      url.uses++;
      const { response_type = "ephemeral", replace_original = url.original !== null } = args as {
        response_type?: string;
        replace_original?: boolean;
      };
      // A slash command has no message that could be replaced: Slack posts a new one (bolt-js #2287).
      if (replace_original && url.original) {
        const { text = "", blocks = [] } = args as { text?: string; blocks?: Block[] };
        check({ text, blocks });
        Object.assign(url.original, { text, blocks, replaced: url.original.replaced + 1 });
        return;
      }
      add(args, url.channel, response_type === "in_channel" ? null : url.user);
    },
    /** What somebody sees, oldest first. */
    seenBy: (user: string): Shown[] =>
      shown.filter(({ only, channel }) => (only === null ? !channel.startsWith("D") || channel === `D${user}` : only === user)),
  };
}
