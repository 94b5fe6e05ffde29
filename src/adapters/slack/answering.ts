import type { Reply } from "../../chat/adapter.ts";
import { buttonsOf } from "../../chat/buttons.ts";
import { type Card, note } from "../../chat/card.ts";
import type { Log } from "../../chat/log.ts";
import type { Delivery, Message } from "./delivery.ts";
import { failureOf } from "./failure.ts";
import type { Files } from "./files.ts";
import { LIMITS } from "./limits.ts";
import { whyLost } from "./lost.ts";
import { isAmongOthers, type Place } from "./place.ts";
import { renderParts, withButtons } from "./render.ts";
import type { Time } from "./time.ts";

const SLOW = 3_000; // milliseconds after which a person is told that it is being worked on

interface Shown {
  /** All who are there see it, unless it tells of a problem. */
  readonly openly?: boolean;
  /** It takes the place of the message whose button was pressed. */
  readonly replace?: boolean;
  /** The first part to show, counted from 0. */
  readonly from?: number;
}

/** Shows people what they are told. Nothing in it rejects: what cannot be shown is logged. */
export interface Answering {
  /** Waits for a reply and shows it; says that it is being worked on where that takes long. */
  answer(place: Place, reply: Promise<Reply>, shown?: Shown): Promise<void>;
  /** The same, for what becomes known only then. */
  awaited<T>(place: Place, result: Promise<T>): Promise<T>;
  show(place: Place, reply: Reply, shown?: Shown): Promise<void>;
  /** One sentence to this person alone. */
  tell(place: Place, sentence: string): Promise<void>;
}

export function createAnswering(options: { delivery: Delivery; files: Files; time: Time; log: Log }): Answering {
  const { delivery, files, time, log } = options;
  return { answer, awaited, show, tell: (place, text) => remark(place, sentence(text)) };

  async function answer(place: Place, reply: Promise<Reply>, shown?: Shown): Promise<void> {
    await show(place, await awaited(place, reply), shown);
  }

  async function awaited<T>(place: Place, result: Promise<T>): Promise<T> {
    const ended = new AbortController();
    const notice = time.wait(SLOW, ended.signal).then(async () => {
      if (!ended.signal.aborted)
        await delivery.privately(place, sentence("Working on it: the answer will follow here."), { again: "never" });
    });
    try {
      return await result;
    } finally {
      ended.abort();
      await notice.catch(() => {}); // the answer itself is on its way
    }
  }

  async function show(place: Place, reply: Reply, { openly = false, replace = false, from = 0 }: Shown = {}): Promise<void> {
    const isPrivate = !openly || reply.card.problem !== undefined;
    const attach = await handOver(place, reply.card);
    const messages = rendered(reply, { from, canShare: isPrivate && isAmongOthers(place), attach });
    if (messages === null) return remark(place, sentence("Something went wrong on our side: this answer cannot be shown."));
    for (const [k, message] of messages.entries()) {
      try {
        if (isPrivate) await delivery.privately(place, message, { replace: replace && k === 0 });
        else await delivery.openly(place, message);
      } catch (error) {
        const { code, isUnsure } = failureOf(error);
        report("warn", code, "an answer was not delivered");
        if (isUnsure) return doubt(place, reply, from + k);
        return remark(place, sentence(`Slack did not take the answer (${code}).`));
      }
    }
  }

  function rendered(...of: Parameters<typeof messagesOf>): Message[] | null {
    try {
      return messagesOf(...of);
    } catch (error) {
      log.error({ platform: "slack", err: error }, "an answer could not be rendered");
      return null;
    }
  }

  /** Whether the card's files have gone to the person's direct messages; else their lines stand in the answer. */
  async function handOver({ user }: Place, { blocks }: Card): Promise<boolean> {
    const held = blocks.filter((block) => block.type === "file");
    if (held.length === 0) return false;
    try {
      await files(user, held);
      return true;
    } catch (error) {
      report("warn", failureOf(error).code, "a file was not handed over");
      return false;
    }
  }

  /** Where nobody knows whether an answer came through, it is not shown twice: the person asks for it with a button. */
  async function doubt(place: Place, { session }: Reply, from: number): Promise<void> {
    const buttons = session === null ? [] : [{ id: `${session}:p${from}`, label: "Show the answer" }];
    const ask = session === null ? "please type the command again" : "press the button";
    const message = sentence(`Slack did not say whether it took the answer. If it does not stand here, ${ask}.`);
    await remark(place, withButtons(message, buttons));
  }

  /** Twice is better than never for a remark that one person sees. */
  async function remark(place: Place, message: Message): Promise<void> {
    try {
      await delivery.privately(place, message, { again: "always" });
    } catch (error) {
      report("error", failureOf(error).code, "somebody could not be told anything");
    }
  }

  /** That Slack has let us go is told once, and not by all that fails for it. */
  function report(level: "warn" | "error", code: string, what: string): void {
    log[whyLost(code) === null ? level : "debug"]({ platform: "slack", code }, what);
  }
}

const sentence = (text: string): Message => renderParts({ blocks: [note(text)] })[0]!;

const HANDED_OVER = note("You have it in your direct messages from me.");

/** The parts that are shown at a time, as messages; buttons stand under the last. */
function messagesOf(reply: Reply, { from, canShare, attach }: { from: number; canShare: boolean; attach: boolean }): Message[] {
  const card = attach ? { ...reply.card, blocks: [...reply.card.blocks, HANDED_OVER] } : reply.card;
  const parts = renderParts(card, { attach });
  const first = Math.min(from, parts.length - 1);
  const end = first + LIMITS.parts;
  const buttons = buttonsOf(reply, { rest: end < parts.length ? end : null, canShare });
  const shown = parts.slice(first, end).map(({ text, blocks }) => ({ text, blocks }));
  return shown.map((part, k) => (k === shown.length - 1 ? withButtons(part, buttons) : part));
}
