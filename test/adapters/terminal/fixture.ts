import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { createTerminal, type TerminalOptions } from "../../../src/adapters/terminal/adapter.ts";
import type { Answer, Chat } from "../../../src/chat/adapter.ts";
import { body, type Card } from "../../../src/chat/card.ts";
import { type Command, defineCommand } from "../../../src/chat/command.ts";
import { choice, flag, optional, words } from "../../../src/chat/options.ts";

const nothing = async (): Promise<Card> => ({ blocks: [] });

export const commands: readonly Command[] = [
  defineCommand({
    name: "who-said",
    summary: "Who said something",
    visibility: "private",
    options: {
      topic: words("Words"),
      by: optional(words("A speaker")),
      kind: optional(choice("How", ["direct", "mixed", "indirect"])),
      context: flag("More"),
    },
    examples: ["ceasefire"],
    run: nothing,
  }) as Command,
  defineCommand({ name: "help", summary: "This", visibility: "private", options: {}, examples: [], run: nothing }) as Command,
];

/** Answers with what was asked, and with a problem to the command "bad". */
export const echo = chatOf(async ({ command, input }) => ({
  blocks: [body(`answer to ${command}: ${input}`)],
  ...(command === "bad" && { problem: "usage" as const }),
}));

/** A core that answers so. */
export function chatOf(answer: Answer): Chat {
  const nobody = () => Promise.reject(new Error("a terminal has no buttons"));
  return {
    commands,
    answer: async (asked) => ({ card: await answer(asked), session: null }),
    check: nobody,
    press: nobody,
    suggest: nobody,
  };
}

/** A terminal between two streams, `tty` of which pretend to be a screen and a keyboard. */
export function bench(tty: boolean, more: Partial<TerminalOptions> = {}) {
  const input = Object.assign(new PassThrough(), { isTTY: tty });
  const output = Object.assign(new PassThrough(), { isTTY: tty, columns: 80 });
  let written = "";
  let watch = () => {};
  let bookmark = 0;
  output.on("data", (chunk) => {
    written += chunk;
    watch();
  });
  const greeting: Card = { title: "On Record", blocks: [body("Hello.")] };
  const terminal = createTerminal({
    input,
    output,
    colour: false,
    workspace: "local",
    greeting,
    tour: ["/help", "/who-said ceasefire"],
    ...more,
  });
  return {
    input,
    output,
    terminal,
    /** Everything written, without the sequences that move the cursor. */
    text: () => stripVTControlCharacters(written).replaceAll("\r", ""),
    raw: () => written,
    /** Resolves as soon as `part` was written after the last `shown`. */
    shown: (part: string) =>
      new Promise<void>((done) => {
        watch = () => {
          const at = written.indexOf(part, bookmark);
          if (at < 0) return;
          bookmark = at + part.length;
          watch = () => {};
          done();
        };
        watch();
      }),
  };
}
