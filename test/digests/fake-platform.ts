import { type Outbox, type OutMessage, type Posted, SendError } from "../../src/chat/adapter.ts";
import type { Card } from "../../src/chat/card.ts";
import type { FakeTime } from "./fake-time.ts";

export type Fault = SendError["kind"] | "unsure, but it came" | "bug" | "busy for long";

/** A message that stands in a channel, and when it came there. */
interface Standing extends OutMessage {
  readonly message: string;
  readonly at: number;
}

/** A platform with a memory, a limit of a message a second in a channel, and whatever faults it is told to have. */
export interface FakePlatform {
  readonly outbox: Outbox;
  readonly standing: readonly Standing[];
  /** What was asked of it, in order: "send C1" or "find C1". */
  readonly asked: readonly string[];
  /** What goes wrong with the next requests of this kind, one each; null for nothing. */
  readonly faults: { readonly send: (Fault | null)[]; readonly find: (Fault | null)[] };
  /** A fault for any request. */
  fault: (what: "send" | "find", message: OutMessage) => Fault | null;
  /** What stands in a channel, the oldest first. */
  seen(channel: string): readonly string[];
}

const [SEND, FIND, APART] = [100, 50, 1_000];

/** A card is a message: its title. */
export function createFakePlatform(time: FakeTime): FakePlatform {
  const standing: Standing[] = [];
  const asked: string[] = [];
  const last = new Map<string, number>();
  const faults: FakePlatform["faults"] = { send: [], find: [] };
  const NEVER = new AbortController().signal;

  function refuse(fault: Fault | null): void {
    if (fault === null || fault === "unsure, but it came") return;
    if (fault === "bug") throw new TypeError("undefined is not a function");
    if (fault === "busy for long") throw new SendError("busy", "Too many messages.", 90_000);
    throw new SendError(fault, `It is ${fault}.`, fault === "busy" ? 1_500 : 0);
  }

  function put(message: OutMessage): Posted {
    const id = `m${standing.length + 1}`;
    standing.push({ ...message, message: id, at: time.truth().getTime() });
    return { id, link: `https://chat.example/${id}` };
  }

  const platform: FakePlatform = {
    standing,
    asked,
    faults,
    fault: () => null,
    seen: (channel) => standing.filter((each) => each.channel === channel).map(({ content }) => content),
    outbox: {
      draft: (cards: readonly Card[], { ping }) => cards.map(({ title }) => (ping === null ? title! : `@${ping} ${title}`)),
      check: async () => null,
      checkPing: async () => null,
      groupName: () => null,
      async send(message) {
        asked.push(`send ${message.channel}`);
        const fault = faults.send.shift() ?? platform.fault("send", message);
        await time.wait(SEND / 2, NEVER);
        refuse(fault);
        const since = time.elapsed() - (last.get(message.channel) ?? Number.NEGATIVE_INFINITY);
        if (since < APART) throw new SendError("busy", "One message a second.", APART - since);
        last.set(message.channel, time.elapsed());
        const posted = put(message);
        await time.wait(SEND / 2, NEVER);
        if (fault === "unsure, but it came") throw new SendError("unsure", "The connection broke.");
        return posted;
      },
      async find({ id, channel }, since) {
        asked.push(`find ${channel}`);
        const fault = faults.find.shift() ?? platform.fault("find", { id, channel, content: "", under: null });
        await time.wait(FIND, NEVER);
        refuse(fault);
        const found = standing.find((each) => each.id === id && each.channel === channel && each.at >= since.getTime());
        return found ? { id: found.message, link: `https://chat.example/${found.message}` } : null;
      },
    },
  };
  return platform;
}
