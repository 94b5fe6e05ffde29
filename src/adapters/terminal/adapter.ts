import type { Readable, Writable } from "node:stream";
import { styleText } from "node:util";
import type { Adapter } from "../../chat/adapter.ts";
import { body, type Card, note } from "../../chat/card.ts";
import type { Channel } from "../../chat/channel.ts";
import type { Command } from "../../chat/command.ts";
import { plainLine } from "../../chat/plain.ts";
import { openHistory } from "./history.ts";
import { readLines } from "./lines.ts";
import { createOutbox } from "./outbox.ts";
import { LIMITS } from "./page.ts";
import { openPrompt, type Prompt } from "./prompt.ts";
import { renderCard } from "./render.ts";
import { readTypedLine } from "./typed-line.ts";

export interface TerminalOptions {
  /** A terminal gets a prompt; anything else is read for commands, one a line. */
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly colour: boolean;
  readonly workspace: string;
  /** Shown before the first prompt and before the tour. */
  readonly greeting: Card;
  /** Commands to answer when the input holds none. */
  readonly tour: readonly string[];
  readonly historyFile?: string;
}

export interface Terminal extends Adapter {
  /** Resolves when the session is over; rejects when the input cannot be read or the output not be written, a closed pipe excepted. */
  readonly ended: Promise<{ readonly problems: number }>;
}

/** The chat in a terminal: every line is answered in the order it was typed, and one answer is whole before the next begins. */
export function createTerminal(options: TerminalOptions): Terminal {
  const { input, output, colour, workspace, greeting, tour } = options;
  const channel: Channel = { platform: "terminal", workspace, id: workspace };
  const session = Promise.withResolvers<{ problems: number }>();
  session.promise.catch(() => {}); // main awaits it after start
  let commands: readonly Command[] = [];
  let ask: (line: { command: string; input: string }) => Promise<Card>;
  let prompt: Prompt | null = null;
  let problems = 0;
  let waiting = 0;
  let written = false;
  let over = false;
  let tail: Promise<unknown> = Promise.resolve();

  const inOrder = <T>(job: () => Promise<T>): Promise<T> => {
    waiting++;
    const done = tail.then(job).finally(() => waiting--);
    tail = done.catch(() => {});
    return done;
  };

  const end = (error?: Error) => {
    if (over) return;
    over = true;
    prompt?.close();
    if (!prompt) input.destroy();
    tail.then(() => (error && !closedPipe(error) ? session.reject(error) : session.resolve({ problems })));
  };

  const bold = (text: string) => (colour ? styleText("bold", text, { validateStream: false }) : text);
  const rendered = (card: Card) => renderCard(card, { colour, width: output.isTTY ? output.columns || LIMITS.line : Infinity });

  /** One blank line stands between answers, below a typed line and above a prompt. */
  const write = (text: string, below = written && !prompt) => {
    const spaced = `${below ? "\n" : ""}${text}\n${prompt ? "\n" : ""}`;
    written = true;
    return new Promise<void>((done) => output.write(spaced, () => done()));
  };

  /** Answers a line, below the line itself where that does not stand on the screen right above. */
  const reply = async (typed: string, echo: boolean): Promise<void> => {
    if (over) return;
    const line = readTypedLine(typed, commands);
    if (line.type === "empty") return;
    if (line.type === "leave") return end();
    const card = line.type === "command" ? await ask(line) : aside(line.text, line.type === "hint" && prompt !== null);
    if (card.problem) problems++;
    const asked = plainLine(line.type === "too long" ? `${typed.slice(0, 60)}…` : typed);
    prompt?.hide();
    if (echo) await write(`${bold(`> ${asked}`)}\n\n${rendered(card)}`);
    else await write(rendered(card), true);
  };

  /** Above the prompt, between two answers. */
  const post = (cards: readonly Card[]) =>
    inOrder(async () => {
      if (over) throw new Error("The terminal session is over.");
      prompt?.hide();
      await write(cards.map(rendered).join("\n\n"));
      if (over) throw new Error("The terminal went away while this was written.");
      if (waiting === 1) prompt?.show();
    });

  const converse = () => {
    const history = openHistory(options.historyFile);
    prompt = openPrompt({ input, output, history, paint: bold }, commands, {
      line: (line, seen) => {
        inOrder(async () => {
          await reply(line, !seen);
          if (waiting === 1) prompt?.show();
        }).catch(end);
      },
      closed: () => tail.then(() => end()),
      left: () => end(),
      failed: end,
    });
    prompt.show();
  };

  const recite = async () => {
    try {
      let any = false;
      for await (const line of readLines(input, LIMITS.typed)) {
        if (over) return;
        if (/^\s*(#|$)/.test(line)) continue;
        any = true;
        await inOrder(() => reply(line, true));
      }
      if (!any) await inOrder(() => write(rendered(greeting)));
      for (const line of any ? [] : tour) await inOrder(() => reply(line, true));
      end();
    } catch (error) {
      end(error as Error);
    }
  };

  return {
    platform: "terminal",
    outbox: createOutbox(workspace, post),
    ended: session.promise,
    async start(chat) {
      commands = chat.commands;
      const user = { id: "local", name: "you", isManager: () => true };
      ask = async ({ command, input }) => (await chat.answer({ command, input, channel, user })).card;
      output.on("error", end);
      if (!input.isTTY) {
        void recite();
        return;
      }
      await write(`${rendered(greeting)}\n`);
      if (!over) converse();
    },
    post: (_channel, card) => post([card]),
    async stop() {
      end();
      await tail;
    },
  };
}

/** Whoever sits at the prompt gets a friendly word; for a script it is a problem. */
const aside = (text: string, friendly: boolean): Card =>
  friendly ? { blocks: [note(text)] } : { blocks: [body(text)], problem: "usage" };

const closedPipe = (error: Error & { code?: string }) => error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED";
