import { join } from "node:path";
import { commands } from "../../commands/index.ts";
import { createTerminal } from "../adapters/terminal/adapter.ts";
import type { Answer, Chat } from "../chat/adapter.ts";
import { body, type Card, note } from "../chat/card.ts";
import { feedNotice } from "../chat/feed-health.ts";
import { counted } from "../chat/wording.ts";
import type { Config } from "../config.ts";
import type { LibrarySize } from "../model.ts";
import { openLibrary } from "./library.ts";
import type { Output } from "./output.ts";
import { LOCAL } from "./places.ts";
import { addSamples } from "./samples.ts";

const TOUR = ["/help", "/who-said ceasefire", "/summary"];

/** Connects to Slack and Discord where the configuration lets us in; else opens the library in the terminal. */
export async function start(config: Config, output: Output): Promise<number> {
  if (config.slack === null && config.discord === null) return chatInTerminal(config, output);
  const { serve } = await import("./serve.ts");
  return serve(config, output);
}

/** Opens the library, fills an empty one with the samples, and chats in the terminal until the person leaves or the input ends. */
async function chatInTerminal(config: Config, { out, err, colour }: Output): Promise<number> {
  const { store, answer, newsroom, desk, close } = openLibrary(config);
  try {
    const { workspace } = config;
    const empty = workspace === LOCAL && (await store.size(workspace)).articles === 0;
    const added = empty ? await addSamples(store) : 0;
    const terminal = createTerminal({
      input: process.stdin,
      output: out,
      colour,
      workspace,
      greeting: greet(await store.size(workspace), added, config.dataDir),
      tour: TOUR,
      historyFile: join(config.dataDir, "history"),
    });
    if (added > 0 && !process.stdin.isTTY) err.write(`The library was empty: ${counted(added, "sample article")} added.\n`);
    const stop = () => void terminal.stop();
    process.once("SIGINT", stop).once("SIGTERM", stop);
    await terminal.start(createTerminalChat(answer));
    newsroom.startPolling({
      platforms: [terminal.platform],
      post: ({ follower, feed }) => terminal.post(follower.channel, feedNotice(feed, new Date())),
    });
    desk.outboxes.set(terminal.platform, terminal.outbox);
    await desk.start();
    await terminal.ended;
    return 0;
  } finally {
    await close();
  }
}

/** A terminal has no buttons. */
const createTerminalChat = (answer: Answer): Chat => ({
  commands,
  answer: async (invocation) => ({ card: await answer(invocation), session: null }),
  check: async () => null,
  press: async () => ({ do: "go on", reply: { card: { blocks: [] }, session: null }, from: 0 }),
  suggest: async () => [],
});

function greet({ articles, statements, outlets }: LibrarySize, samples: number, folder: string): Card {
  const holds = `${counted(articles, "article")} of ${counted(outlets, "outlet")} with ${counted(statements, "statement")}`;
  return {
    title: "On Record: who said what, word for word",
    blocks: [
      samples > 0
        ? body(`The library in ${folder} was empty: it now holds ${holds}, all samples about an invented summit.`)
        : body(`The library in ${folder} holds ${holds}.`),
      ...(samples > 0 ? [note("Add your own: npm run -s on-record -- ingest <file, folder or address>")] : []),
      note("Try /who-said ceasefire; /help lists the commands, /quit leaves."),
    ],
  };
}
