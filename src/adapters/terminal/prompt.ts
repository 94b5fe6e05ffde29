import { clearScreenDown, createInterface, cursorTo, moveCursor } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { Command } from "../../chat/command.ts";
import { complete } from "./completion.ts";
import type { History } from "./history.ts";
import { LIMITS } from "./page.ts";

/** The line a person types on: shown when it is their turn, taken away while something is written. */
export interface Prompt {
  show(): void;
  hide(): void;
  close(): void;
}

interface Handlers {
  /** `seen`: the line stands on the screen, behind the prompt, with nothing written after it. */
  line(line: string, seen: boolean): void;
  /** No line will follow those that came: Ctrl-D, or the input ended. */
  closed(): void;
  /** Ctrl-C, twice: what waits is not wanted any more. */
  left(): void;
  failed(error: Error): void;
}

const TEXT = "on record> ";
const HINT = "Ctrl-C once more leaves, as Ctrl-D and /quit do.";

/** Shows nothing before `show`; Ctrl-C clears the line and, pressed again on an empty one, leaves. */
export function openPrompt(
  io: { input: Readable; output: Writable & { isTTY?: boolean }; history: History; paint: (text: string) => string },
  commands: readonly Command[],
  on: Handlers,
): Prompt {
  const { input, output, history } = io;
  const terminal = output.isTTY === true;
  let shown = false;
  let closed = false;
  let warned = false;
  const lines = createInterface({
    input,
    output,
    terminal,
    prompt: io.paint(TEXT),
    completer: (line: string) => complete(line, commands),
    history: history.lines,
    historySize: LIMITS.history,
    removeHistoryDuplicates: true,
  });
  const show = () => {
    if (closed) return;
    shown = true;
    lines.prompt(true);
  };
  lines.on("line", (line) => {
    const seen = shown;
    shown = false;
    warned = false;
    history.add(line);
    on.line(line, seen);
  });
  lines.on("SIGINT", () => {
    const empty = lines.line === "";
    if (empty && warned) return on.left();
    warned = true;
    if (empty) output.write(`${shown ? "\n" : ""}${HINT}\n`);
    else for (const name of ["e", "u"]) lines.write(null, { ctrl: true, name }); // to its end, then back to its beginning
    if (shown) show();
  });
  lines.on("error", on.failed);
  lines.on("close", () => {
    closed = true;
    if ((shown || lines.line !== "") && output.writable) output.write("\n");
    on.closed();
  });
  return {
    show,
    hide: () => {
      if (closed || !terminal) return;
      shown = false;
      moveCursor(output, 0, -lines.getCursorPos().rows);
      cursorTo(output, 0);
      clearScreenDown(output);
    },
    close: () => lines.close(),
  };
}
