import { renderCard } from "../adapters/terminal/render.ts";
import type { Config } from "../config.ts";
import { openLibrary } from "./library.ts";
import { type Output, widthOf } from "./output.ts";
import { terminalIn, USER } from "./places.ts";

/** Answers one slash command as the terminal chat would; the exit code is 2 for a command typed wrongly, 1 for a refusal. */
export async function ask(config: Config, line: string, options: { json?: boolean }, { out, colour }: Output): Promise<number> {
  const [, command = "", input = ""] = /^\s*\/?(\S*)\s*([\s\S]*)$/.exec(line) ?? [];
  const { answer, close } = openLibrary(config);
  try {
    const card = await answer({ command, input, channel: terminalIn(config), user: USER });
    out.write(options.json ? `${JSON.stringify(card)}\n` : `${renderCard(card, { width: widthOf(out), colour })}\n`);
    return card.problem === undefined ? 0 : card.problem === "usage" ? 2 : 1;
  } finally {
    await close();
  }
}
