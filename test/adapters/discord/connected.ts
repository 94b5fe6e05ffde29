import { afterEach, expect, vi } from "vitest";
import { createDiscord, type DiscordOptions } from "../../../src/adapters/discord/adapter.ts";
import type { Adapter, Asked, Chat, Invocation, Outcome, Pressed, Reply } from "../../../src/chat/adapter.ts";
import { body, type Card } from "../../../src/chat/card.ts";
import { type Command, defineCommand } from "../../../src/chat/command.ts";
import type { Log } from "../../../src/chat/log.ts";
import { optional, words } from "../../../src/chat/options.ts";
import { type Simulator, startSimulator, textOf } from "./simulator.ts";
import type { Deed } from "./simulator-world.ts";

const command = (name: string, visibility: Command["visibility"]): Command =>
  defineCommand({
    name,
    summary: "For tests",
    visibility,
    options: { topic: optional(words("What it is about")) },
    examples: [],
    run: async () => card("never run"),
  });

export const card = (text: string, more: Partial<Card> = {}): Card => ({ blocks: [body(text)], ...more });
export const reply = (text: string, more: Partial<Card> = {}): Reply => ({ card: card(text, more), session: "s1" });
/** An answer of so many parts, each of which begins with its number. */
export const long = (parts: number): Reply => ({
  card: { blocks: Array.from({ length: parts }, (_, k) => body(`Part ${k + 1}: ${"word ".repeat(640)}`)) },
  session: "s1",
});

/** A core that answers as it is told, and remembers what it was asked. */
interface Told extends Chat {
  readonly invocations: Invocation[];
  readonly presses: Pressed[];
  readonly typings: Asked[];
  answers: (invocation: Invocation) => Reply | Promise<Reply>;
  outcome: Outcome | Promise<Outcome>;
  suggestions: readonly string[] | Promise<readonly string[]>;
}

function createTold(): Told {
  const told: Told = {
    commands: [command("who-said", "private"), command("feed list", "private"), command("feed add", "channel")],
    invocations: [],
    presses: [],
    typings: [],
    answers: ({ command }) => reply(`Answer to /${command}`),
    outcome: { do: "show", reply: reply("Shown") },
    suggestions: [],
    async answer(invocation) {
      told.invocations.push(invocation);
      return await told.answers(invocation);
    },
    check: async () => null,
    async press(pressed) {
      told.presses.push(pressed);
      return await told.outcome;
    },
    async suggest(asked) {
      told.typings.push(asked);
      return await told.suggestions;
    },
  };
  return told;
}

export interface Connected {
  readonly discord: Simulator;
  readonly adapter: Adapter;
  readonly chat: Told;
  readonly lost: string[];
  /** All that was logged, as one text. */
  logged(): string;
  /** Waits until this is what people see of the answer; the last that was waited for must be there still when all is over. */
  sees(deed: Deed, texts: readonly (string | RegExp)[]): Promise<void>;
}

const running: (Connected & { stays(): void })[] = [];

afterEach(async () => {
  for (const { adapter, discord, stays } of running.splice(0)) {
    try {
      await adapter.stop();
      stays();
    } finally {
      await discord.stop();
    }
  }
  vi.useRealTimers();
});

/** The adapter on the real SDK, let in by the simulator. */
export async function connect(patience?: DiscordOptions["patience"], core?: Chat, simulator?: Simulator): Promise<Connected> {
  const connected = await prepare(patience, simulator);
  await connected.adapter.start(core ?? connected.chat);
  return connected;
}

/** As `connect`, before the adapter has started. */
export async function prepare(patience?: DiscordOptions["patience"], simulator?: Simulator): Promise<Connected> {
  const discord = simulator ?? (await startSimulator());
  const lines: string[] = [];
  const lost: string[] = [];
  const write = (level: string) => (fields: object, message: string) =>
    lines.push(`${level} ${message} ${JSON.stringify(fields)}`);
  const log: Log = { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
  const adapter = createDiscord({
    token: discord.token,
    apiUrl: discord.apiUrl,
    log,
    onLost: (why) => lost.push(why),
    ...(patience && { patience }),
  });
  const last = new Map<Deed, readonly unknown[]>();
  const connected = {
    discord,
    adapter,
    chat: createTold(),
    lost,
    logged: () => lines.join("\n"),
    async sees(deed: Deed, texts: readonly (string | RegExp)[]) {
      last.set(deed, texts.map(expectText));
      await until(() => expect(discord.seen(deed).map(textOf)).toEqual(last.get(deed)));
    },
    stays() {
      for (const [deed, texts] of last) expect(discord.seen(deed).map(textOf)).toEqual(texts);
    },
  };
  running.push(connected);
  return connected;
}

const expectText = (text: string | RegExp) => (typeof text === "string" ? text : expect.stringMatching(text));

/** Waits for something to hold. */
export const until = (holds: () => void | Promise<void>) => vi.waitFor(holds, { timeout: 8_000, interval: 5 });
