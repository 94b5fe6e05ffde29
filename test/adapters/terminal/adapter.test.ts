import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import type { Invocation } from "../../../src/chat/adapter.ts";
import { body, type Card } from "../../../src/chat/card.ts";
import { bench, chatOf, echo } from "./fixture.ts";

describe("without a terminal", () => {
  test("the commands are answered in their order, and a line that is none is a problem", async () => {
    const { terminal, input, text } = bench(false);
    await terminal.start(echo);
    input.end("# a comment\n\n/who-said ceasefire by:X\r\n  /bad  \nhello\n\u001b[2J/help");
    expect(await terminal.ended).toEqual({ problems: 3 });
    expect(text()).toBe(`> /who-said ceasefire by:X

answer to who-said: ceasefire by:X

> /bad

answer to bad:

> hello

Commands begin with a slash, such as /who-said ceasefire; /help lists them.

> \ufffd[2J/help

Commands begin with a slash, such as /who-said ceasefire; /help lists them.
`);
  });

  test("without any command it greets and gives the tour", async () => {
    const { terminal, input, text } = bench(false);
    await terminal.start(echo);
    input.end("\n# nothing\n");
    expect(await terminal.ended).toEqual({ problems: 0 });
    expect(text()).toBe(`On Record

Hello.

> /help

answer to help:

> /who-said ceasefire

answer to who-said: ceasefire
`);
  });

  test("an invocation tells the workspace and hands the words on as they are", async () => {
    const asked: Invocation[] = [];
    const { terminal, input } = bench(false);
    await terminal.start(
      chatOf(async (invocation) => {
        asked.push(invocation);
        return { blocks: [] };
      }),
    );
    input.end('/who-said "peace  talks" since:7d\n');
    await terminal.ended;
    expect(asked).toEqual([
      {
        command: "who-said",
        input: '"peace  talks" since:7d',
        channel: { platform: "terminal", workspace: "local", id: "local" },
        user: { id: "local", name: "you", isManager: expect.any(Function) },
      },
    ]);
  });

  test("a line that is too long is refused, and the next one answered", async () => {
    const { terminal, input, text } = bench(false);
    await terminal.start(echo);
    input.end(`/who-said ${"x".repeat(4_000)}\n/help\n`);
    expect(await terminal.ended).toEqual({ problems: 1 });
    expect(text()).toContain("x…\n\nA line may hold at most 4,000 characters: please ask in fewer words.\n\n> /help\n");
  });

  test("/quit ends it before the lines that follow", async () => {
    const { terminal, input, text } = bench(false);
    await terminal.start(echo);
    input.write("/quit\n/help\n");
    await terminal.ended;
    expect(text()).toBe("");
    expect(input.destroyed).toBe(true);
  });

  test("links stay whole where no line is too wide", async () => {
    const { terminal, input, text } = bench(false);
    const url = `https://northwire.example/${"a".repeat(200)}`;
    const receipt = { title: null, outlet: null, publishedAt: null, url, file: null };
    await terminal.start(chatOf(async () => ({ blocks: [{ type: "excerpt", text: "Peace.", receipt }] })));
    input.end("/help\n");
    await terminal.ended;
    expect(text()).toContain(`\n    ${url}\n`);
  });
});

describe("the end", () => {
  test("stop waits for the answer in flight, and answers nothing after it", async () => {
    const { terminal, input, text } = bench(false);
    const asked = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<Card>();
    await terminal.start(
      chatOf(() => {
        asked.resolve();
        return answered.promise;
      }),
    );
    input.write("/help 1\n/help 2\n");
    await asked.promise;
    const stopped = terminal.stop();
    answered.resolve({ blocks: [body("in flight")] });
    await stopped;
    expect(text()).toBe("> /help 1\n\nin flight\n");
    expect(await terminal.ended).toEqual({ problems: 0 });
    await expect(terminal.post("terminal", { blocks: [] })).rejects.toThrow("over");
  });

  test("stop ends a session that waits for input, or never began", async () => {
    for (const start of [true, false]) {
      const { terminal } = bench(false);
      if (start) await terminal.start(echo);
      await terminal.stop();
      await terminal.stop();
      expect(await terminal.ended).toEqual({ problems: 0 });
    }
  });

  const failing = (code: string) =>
    new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(`write ${code}`), { code })) });

  test.each([true, false])("a reader that went away ends it quietly (terminal: %s)", async (tty) => {
    const { terminal, input } = bench(tty, { output: failing("EPIPE") });
    input.write("/help\n/help\n");
    await terminal.start(echo);
    expect(await terminal.ended).toEqual({ problems: 0 });
  });

  test("a full disk is told", async () => {
    const { terminal, input } = bench(false, { output: failing("ENOSPC") });
    input.write("/help\n");
    await terminal.start(echo);
    await expect(terminal.ended).rejects.toThrow("ENOSPC");
  });

  test("an input that breaks is told", async () => {
    const { terminal, input } = bench(false);
    await terminal.start(echo);
    input.destroy(new Error("read EIO"));
    await expect(terminal.ended).rejects.toThrow("EIO");
  });

  test("a post whose reader went away is not taken for sent", async () => {
    const { terminal } = bench(false, { output: failing("EPIPE") });
    await terminal.start(echo);
    await expect(terminal.post("terminal", { blocks: [body("Digest")] })).rejects.toThrow("went away");
  });
});
