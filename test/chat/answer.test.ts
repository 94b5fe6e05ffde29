import { describe, expect, test } from "vitest";
import { createAnswer, type Run } from "../../src/chat/answer.ts";
import { body } from "../../src/chat/card.ts";
import { type Command, defineCommand } from "../../src/chat/command.ts";
import { UserError } from "../../src/chat/errors.ts";
import { count, words } from "../../src/chat/options.ts";
import { ADA } from "../fixtures.ts";

const command = (name: string, run: Command["run"]): Command =>
  defineCommand({
    name,
    summary: name,
    visibility: "private",
    options: { topic: words("A topic") },
    examples: [],
    run: run as never,
  });

const commands = [
  command("who-said", async ({ options }) => ({ blocks: [body(`asked for ${options["topic"]}`)] })),
  command("summary", async () => {
    throw new UserError("The feed is gone: remove it.");
  }),
  command("articles", async () => {
    throw new Error("secret at 10.0.0.1");
  }),
  command("feed add", async ({ options }) => ({ blocks: [body(`added ${options["topic"]}`)] })),
  command("feed list", async () => ({ blocks: [body("the feeds")] })),
];

const services = {
  briefing: {} as never,
  feeds: {} as never,
  digests: {} as never,
  records: {} as never,
  now: () => new Date(0),
};

function ask(name: string, input: string | Record<string, string> = "ceasefire") {
  const logged: Run[] = [];
  const answer = createAnswer(commands, services, (run) => logged.push(run));
  const channel = { platform: "terminal", workspace: "w", id: "c" } as const;
  return answer({ command: name, input, channel, user: ADA }).then((card) => ({ card, logged }));
}

test.each<[string, string | Record<string, string>]>([
  ["free text", "ceasefire"],
  ["typed options", { topic: "ceasefire" }],
])("runs a command from %s", async (_, input) => {
  expect((await ask("who-said", input)).card).toEqual({ blocks: [body("asked for ceasefire")] });
});

test("a command's name may be typed in capitals", async () => {
  expect((await ask("WHO-SAID")).card.problem).toBeUndefined();
});

test.each([
  ["whosaid", "There is no command /whosaid. Did you mean /who-said?"],
  ["who", "There is no command /who. Did you mean /who-said?"],
  ["sumary", "There is no command /sumary. Did you mean /summary?"],
  ["xyzzy", "There is no command /xyzzy. Type /help to see what there is."],
  ["", "Type a command, such as /help."],
  ["a".repeat(500), `There is no command /${"a".repeat(40)}. Type /help to see what there is.`],
])("an unknown command %j", async (name, message) => {
  expect((await ask(name)).card).toEqual({ blocks: [body(message)], problem: "usage" });
});

test.each<[string, string | Record<string, string>]>([
  ["feed", "add ceasefire"],
  ["Feed", "  ADD\n ceasefire "],
  ["feed add", "ceasefire"],
  ["feed add", { topic: "ceasefire" }],
])("finds a command of two words from %j with %j", async (name, input) => {
  expect((await ask(name, input)).card).toEqual({ blocks: [body("added ceasefire")] });
});

test.each<[string, string | Record<string, string>, string]>([
  ["feed", "", "After /feed comes one more word:"],
  ["feed", {}, "After /feed comes one more word:"],
  ["feed", "ad ceasefire", "There is no command /feed ad. Did you mean /feed add?"],
  ["feed", "dance", "There is no command /feed dance. There are:"],
  ["feed dance", {}, "There is no command /feed dance. There are:"],
])("an unknown second word after %j: %j", async (name, input, message) => {
  const items = ["add", "list"].map((second) => ({ term: `/feed ${second} <topic>`, text: `feed ${second}` }));
  expect((await ask(name, input)).card).toEqual({ blocks: [body(message), { type: "list", items }], problem: "usage" });
});

test("a misspelt first word of two is told like any other", async () => {
  expect((await ask("fed", "add x")).card.blocks).toEqual([body("There is no command /fed. Did you mean /feed?")]);
});

test("a missing option is wrong usage", async () => {
  expect((await ask("who-said", "")).card).toEqual({ blocks: [body("/who-said needs a topic: a topic.")], problem: "usage" });
});

test("a refusal is shown as written", async () => {
  expect((await ask("summary")).card).toEqual({ blocks: [body("The feed is gone: remove it.")], problem: "refused" });
});

test("anything else is hidden behind a reference that the log has too", async () => {
  const { card, logged } = await ask("articles");
  expect(logged).toHaveLength(1);
  const [{ fault, outcome }] = logged as [Run];
  const { error, reference } = fault!;
  expect(outcome).toBe("fault");
  expect((error as Error).message).toBe("secret at 10.0.0.1");
  expect(card).toEqual({
    blocks: [body(`Something went wrong on our side (reference ${reference}). Please try again.`)],
    problem: "fault",
  });
});

describe("a command for managers", () => {
  const manage = {
    ...command("feed remove", async () => ({ blocks: [body("removed")] })),
    needs: "manager",
  } as const;
  const channel = { platform: "discord", workspace: "discord:1", id: "c" } as const;
  const ask = (isManager: () => boolean | Promise<boolean>, name = "feed remove") => {
    const answer = createAnswer([manage, ...commands], services, () => {});
    return answer({ command: name, input: "x", channel, user: { id: "u", name: "Ada", isManager } });
  };

  test.each([() => true, async () => true])("runs for one", async (isManager) => {
    expect((await ask(isManager)).blocks).toEqual([body("removed")]);
  });

  test.each([() => false, async () => false])("is refused to others, in a sentence that says who may", async (isManager) => {
    const card = await ask(isManager);
    expect(card.problem).toBe("refused");
    expect(card.blocks).toEqual([body("This changes what everybody here sees: ask somebody who may manage the server.")]);
  });

  test("is refused to others before what they typed is looked at", async () => {
    const answer = createAnswer([{ ...manage, options: { most: count("How many", { min: 1, max: 2 }) } }], services, () => {});
    const asked = { command: "feed remove", input: "9", channel };
    const said = async (isManager: boolean) =>
      (await answer({ ...asked, user: { id: "u", name: "Ada", isManager: () => isManager } })).problem;
    expect([await said(true), await said(false)]).toEqual(["usage", "refused"]);
  });

  test("that cannot be told who is one ends in a reference", async () => {
    expect((await ask(() => Promise.reject(new Error("no users.info")))).problem).toBe("fault");
  });

  test("nobody is asked for the others", async () => {
    expect((await ask(() => Promise.reject(new Error("asked")), "who-said")).problem).toBeUndefined();
  });
});

test("a command too many is refused in a sentence, and is not run", async () => {
  const runs: Run[] = [];
  const answer = createAnswer(
    commands,
    services,
    (run) => runs.push(run),
    async () => {
      throw new UserError("Too fast.");
    },
  );
  const channel = { platform: "slack", workspace: "slack:T1", id: "c" } as const;
  expect(await answer({ command: "articles", input: "", channel, user: ADA })).toEqual({
    blocks: [body("Too fast.")],
    problem: "refused",
  });
  expect(runs).toEqual([{ channel, command: null, duration: 0, outcome: "refused", fault: null }]);
});
