import { createMethods } from "./workspace-methods.ts";
import { type Args, type Block, Busy, Refusal, type ResponseUrl, type Shown } from "./workspace-model.ts";
import { createWorld } from "./workspace-world.ts";

const HALF_AN_HOUR = 30 * 60_000; // milliseconds

/** One Slack workspace: its channels, what stands in them, and what may not be done there. */
export function createWorkspace(clock: { now(): number }) {
  const world = createWorld(clock);
  const methods = createMethods(world);
  const { channels, users, shown, files, views, homes, refused, groups, scopes, state, rates, triggers, urls } = world;
  const { now, stamp, newId, check, add } = world;

  return {
    channels,
    users,
    shown,
    files,
    views,
    homes,
    refused,
    groups,
    scopes,
    state,
    /** Calls a minute that are taken, by method. */
    perMinute: rates.perMinute,
    /** Slack treats the app as one that is sold outside of its market place. */
    tighten(): void {
      state.isTight = true;
      for (const method of ["conversations.history", "conversations.replies"]) rates.perMinute[method] = 1;
    },
    /** Somebody writes something. */
    says(text: string, { user = "U1", channel = "C1", thread = null as string | null } = {}): Shown {
      const message: Shown = {
        ...{ ts: stamp(), channel, thread, only: null, by: user, metadata: null, pinged: [] },
        ...{ text, blocks: [], replaced: 0 },
      };
      shown.push(message);
      return message;
    },
    /** Does what a method of the Web API does; throws what Slack would answer instead. */
    do(method: string, args: Args): object {
      const act = methods[method];
      if (!act) throw new Refusal("unknown_method");
      const wait = rates.take(method);
      if (wait > 0) throw new Busy(wait);
      return act(args);
    },
    /** A new address to answer to, and a new trigger, for something that somebody did. */
    hand(user: string, channel: string, original: Shown | null = null): { url: ResponseUrl; trigger: string } {
      const url: ResponseUrl = {
        path: newId("/respond/"),
        channel,
        user,
        until: now() + HALF_AN_HOUR,
        original,
        uses: 0,
      };
      urls.set(url.path, url);
      const trigger = newId("trigger.");
      triggers.set(`${trigger} ${user}`, now() + 3_000);
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
      if (now() > url.until) throw new Refusal("expired_url", 404);
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
