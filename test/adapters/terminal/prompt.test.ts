import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { body } from "../../../src/chat/card.ts";
import { bench, chatOf, echo } from "./fixture.ts";

const PROMPT = "on record> ";
const CTRL_C = "\u0003";
const CTRL_D = "\u0004";
const UP = "\u001b[A";

const begin = async (more: Parameters<typeof bench>[1] = {}) => {
  const session = bench(true, more);
  await session.terminal.start(echo);
  await session.shown(PROMPT);
  return { ...session, type: (keys: string) => session.input.write(keys) };
};

test("it greets, answers, takes an empty line for nothing, hints, and leaves on Ctrl-D", async () => {
  const { terminal, type, shown, text } = await begin();
  type("\r");
  await shown(PROMPT);
  type("/help\r");
  await shown(PROMPT);
  type("hello\r");
  await shown(PROMPT);
  type(CTRL_D);
  expect(await terminal.ended).toEqual({ problems: 0 });
  expect(text()).toBe(`On Record

Hello.

on record>${" "}
on record> /help

answer to help:

on record> hello

Commands begin with a slash, such as /who-said ceasefire; /help lists them.

on record>${" "}
`);
});

test("lines pasted at once are answered in their order, each under its own", async () => {
  const { terminal, type, shown, text } = await begin();
  type("/help 1\r/help 2\r/quit\r/help 3\r");
  await terminal.ended;
  await shown("help: 2");
  expect(text().slice(text().indexOf("answer"))).toBe("answer to help: 1\n\n> /help 2\n\nanswer to help: 2\n\n");
});

test("Ctrl-D after a paste still lets every line be answered", async () => {
  const { terminal, type, text } = await begin();
  type("/help 1\r/help 2\r");
  type(CTRL_D);
  await terminal.ended;
  expect(text()).toContain("answer to help: 2");
});

test("Tab completes commands, option names and choices", async () => {
  const { terminal, type, shown } = await begin();
  for (const [keys, completed] of [
    ["/w", "ho-said "],
    ["ceasefire k", "ind:"],
    ["d", "irect "],
  ] as const) {
    type(keys);
    await shown(keys);
    type("\t");
    await shown(completed);
  }
  type("\r");
  await shown("answer to who-said: ceasefire kind:direct");
  await terminal.stop();
});

test("Ctrl-C clears the line; twice with nothing between, it leaves", async () => {
  const { terminal, type, shown, text } = await begin();
  type("/help no");
  await shown("no");
  type(CTRL_C);
  await shown(PROMPT);
  type("/help yes\r");
  await shown("answer to help: yes");
  await shown(PROMPT);
  type(CTRL_C);
  await shown("Ctrl-C once more leaves, as Ctrl-D and /quit do.");
  await shown(PROMPT);
  type(CTRL_C);
  expect(await terminal.ended).toEqual({ problems: 0 });
  expect(text()).not.toContain("answer to help: no");
});

test("Ctrl-C twice while an answer is on its way leaves once it is there, without what waits", async () => {
  const { terminal, input, shown, text } = bench(true);
  const asked = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<void>();
  await terminal.start(
    chatOf(async ({ input }) => {
      asked.resolve();
      await answered.promise;
      return { blocks: [body(`answer ${input}`)] };
    }),
  );
  await shown(PROMPT);
  input.write("/help 1\r/help 2\r");
  await asked.promise;
  input.write(CTRL_C);
  await shown("Ctrl-C once more");
  input.write(CTRL_C);
  answered.resolve();
  await terminal.ended;
  expect(text().slice(text().indexOf("/help 1"))).toBe(`/help 1
/help 2
Ctrl-C once more leaves, as Ctrl-D and /quit do.

answer 1

`);
});

test("a card posted while someone types leaves their line as it was", async () => {
  const { terminal, type, shown } = await begin();
  type("/help me");
  await shown("me");
  await terminal.post("terminal", { title: "Digest", blocks: [] });
  await shown("Digest\n\n");
  await shown(`${PROMPT}/help me`);
  type("\r");
  await shown("answer to help: me");
  await terminal.stop();
});

test("the history outlives the session where it has a file", async () => {
  const folder = mkdtempSync(join(tmpdir(), "terminal-"));
  const historyFile = join(folder, "history");
  const first = await begin({ historyFile });
  first.type("/help one\r/quit\r");
  await first.terminal.ended;
  const second = await begin({ historyFile });
  second.type(UP + UP);
  await second.shown("/help one");
  second.type("\r");
  await second.shown("answer to help: one");
  await second.terminal.stop();
  expect(readFileSync(historyFile, "utf8")).toBe("/help one\n/quit\n/help one\n");
  rmSync(folder, { recursive: true });
});

test("the width is the terminal's at the time of the answer", async () => {
  const { type, shown, terminal, output } = await begin();
  output.columns = 30;
  type("/help with many words in its answer\r");
  await shown("answer to help: with many\nwords in its answer\n");
  await terminal.stop();
});

test("colours only where they are wanted", async () => {
  for (const colour of [true, false]) {
    const { terminal, type, raw } = await begin({ colour });
    type("/bad\r/quit\r");
    await terminal.ended;
    expect(raw().includes("\u001b[31manswer")).toBe(colour);
  }
});

test("a keyboard without a screen still gets its prompts (npm start | tee log)", async () => {
  const { terminal, input, output, shown, text } = bench(true);
  output.isTTY = false;
  await terminal.start(echo);
  await shown(PROMPT);
  input.end("/help\n");
  await terminal.ended;
  expect(text()).toContain("on record> \nanswer to help:\n\n");
});
