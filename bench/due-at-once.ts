import { say } from "./measure.ts";
import { openPressRoom } from "./press-room.ts";

const DIGESTS = Number(process.env["DIGESTS"] ?? 500);
const CHANNELS = DIGESTS / 5;
/** Messages that Slack takes in a minute over all channels, as its simulator counts them, and in a second in one channel. */
const A_MINUTE = 300;

/** What came of digests that were all due in the same minute. */
export interface Delivered {
  readonly digests: number;
  readonly messages: number;
  /** Messages that do not stand in their channel, or not where they should, after those before them. */
  readonly wrong: number;
  /** From the moment that the program was connected to the last message, in seconds. */
  readonly took: number;
  /** Before which the platform's limits let nobody be done, who makes use of all that they let pass at once, in seconds. */
  readonly earliest: number;
  /** How long so many messages take at the rate that the limits allow on the whole, in seconds: the bound. */
  readonly bound: number;
}

/** Lets so many digests fall due at once in so many channels of one simulated Slack, which takes a message a second in a channel and 300 a minute. */
export async function deliverMany(digests: number, channels: number): Promise<Delivered> {
  const room = await openPressRoom();
  try {
    const names = Array.from({ length: channels }, () => room.openChannel("slack"));
    const due = new Date(Math.floor(Date.now() / 60_000) * 60_000);
    for (let k = 0; k < digests; k++) await room.addDue("slack", names[k % channels]!, due);
    await room.print();
    const { child, answering } = room.start();
    await answering;
    const began = Date.now();
    await room.until(() => room.left() === 0, 900_000, 200);
    child.kill("SIGTERM");
    const standing = room.standing();
    const posts = room.posts();
    const inChannel = (all: readonly { channel: string; message: string | null }[], name: string) =>
      all.filter(({ channel }) => channel === name).map(({ message }) => message);
    const wrong = names.reduce((sum, name) => {
      const [wanted, found] = [inChannel(posts, name), inChannel(standing, name)];
      return sum + Math.abs(wanted.length - found.length) + wanted.filter((message, k) => message !== found[k]).length;
    }, 0);
    const most = Math.max(...names.map((name) => inChannel(standing, name).length));
    const last = Math.max(...standing.map(({ message }) => Number(message) * 1_000));
    const minutes = Math.ceil(standing.length / A_MINUTE) - 1;
    return {
      ...{ digests, messages: standing.length, wrong, took: (last - began) / 1_000 },
      earliest: Math.max(60 * minutes, most - 1),
      bound: Math.max((60 * standing.length) / A_MINUTE, most),
    };
  } finally {
    await room.close();
  }
}

export async function benchDueAtOnce(): Promise<void> {
  const { digests, messages, wrong, took, earliest, bound } = await deliverMany(DIGESTS, CHANNELS);
  say(
    `digests: ${digests} due in the same minute in ${CHANNELS} channels: ${messages} messages, ${wrong} missing or out of order, ` +
      `the last after ${took.toFixed(0)} s; at the rate that Slack allows (${A_MINUTE} a minute over all, one a second in a channel) they take ` +
      `${bound.toFixed(0)} s, and as it lets ${A_MINUTE} pass at once, ${earliest} s at least`,
  );
}

if (import.meta.main) await benchDueAtOnce();
