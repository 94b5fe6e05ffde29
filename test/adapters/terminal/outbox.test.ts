import { expect, test } from "vitest";
import type { OutMessage } from "../../../src/chat/adapter.ts";
import { body, type Card } from "../../../src/chat/card.ts";
import { day } from "../../fixtures.ts";
import { bench, echo } from "./fixture.ts";

const receipt = { outlet: "Valley Post", publishedAt: day("2026-05-02"), url: "https://valley.example/dam", file: null };
const cards: Card[] = [
  { title: "Digest 1", blocks: [body("One story.")] },
  { blocks: [{ type: "excerpt", text: "The dam holds.", receipt: { title: null, ...receipt } }] },
];
const message = (content: string, channel = "local"): OutMessage => ({ id: "p-1", channel, content, under: null });

test("a digest stands above the prompt, whole, with its dates", async () => {
  const { terminal, input, shown, text } = bench(true);
  await terminal.start(echo);
  await shown("on record> ");
  const { outbox } = terminal;
  const [content, ...more] = outbox.draft(cards, { ping: null });
  expect(more).toEqual([]);
  expect(await outbox.send(message(content!))).toEqual({ id: "p-1", link: null });
  await shown("on record> ");
  const digest =
    "Digest 1\n\nOne story.\n\nThe dam holds.\n    Valley Post · 2 May 2026 · https://valley.example/dam\n\non record> ";
  expect(text()).toContain(digest);
  input.end();
  await terminal.ended;
});

test("nothing is found in a terminal, and nothing keeps one from it", async () => {
  const { outbox } = bench(false).terminal;
  expect(await outbox.find(message("[]"), new Date(0))).toBe(null);
  expect(await outbox.check("local", "local")).toBe(null);
});

test("another workspace's terminal, and one that is gone, are not reached", async () => {
  const { terminal, input } = bench(false);
  await terminal.start(echo);
  const content = JSON.stringify(cards);
  await expect(terminal.outbox.send(message(content, "slack:T1"))).rejects.toMatchObject({
    ...{ name: "SendError", kind: "unreached" },
    message: "No terminal shows slack:T1: start one with WORKSPACE=slack:T1.",
  });
  input.end("/help\n");
  await terminal.ended;
  await expect(terminal.outbox.send(message(content))).rejects.toMatchObject({
    ...{ kind: "unreached", message: "The terminal session is over. Start one again: npm start." },
  });
});
