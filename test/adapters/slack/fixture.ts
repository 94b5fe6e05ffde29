import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { createSlack } from "../../../src/adapters/slack/adapter.ts";
import type { Chat, Invocation, Pressed, Reply } from "../../../src/chat/adapter.ts";
import { BUTTON_ID } from "../../../src/chat/buttons.ts";
import { body, type Card } from "../../../src/chat/card.ts";
import { type Command, defineCommand } from "../../../src/chat/command.ts";
import type { Log } from "../../../src/chat/log.ts";
import { address, channel, group, optional, words } from "../../../src/chat/options.ts";
import { createClock } from "./clock.ts";
import { createPeople } from "./people.ts";
import { APP_TOKEN, BOT_TOKEN, createSimulator, SIGNING_SECRET } from "./simulator.ts";

const nothing = async (): Promise<Card> => ({ blocks: [] });
const define = (name: string, visibility: "private" | "channel", options: Command["options"] = {}): Command =>
  defineCommand({ name, summary: `What ${name} does`, visibility, options, examples: [], run: nothing });

const COMMANDS: readonly Command[] = [
  define("who-said", "private", { topic: words("Words"), by: optional(words("A speaker", "speaker", "speaker")) }),
  define("summary", "channel", { topic: optional(words("Words")) }),
  define("feed add", "private", { url: address("A page or a feed") }),
  define("feed list", "private"),
  define("digest add", "private", {
    what: words("Words"),
    where: optional(channel("A channel")),
    zone: optional(words("A zone", "zone", "zone")),
    ping: optional(group("A group")),
  }),
  define("digest list", "private"),
  define("help", "private"),
];

/**
 * A chat that answers with what it was asked; topics choose how: "slow …" when it is let go on, "wrong" with a problem, "long" with
 * seven parts, "file" with a file, "unshowable" with what no renderer takes, "manager?" with whether it is one who asks. The zone
 * "Nowhere" is filled in wrongly, and of the zone "late" nobody ever hears.
 */
export function createEcho() {
  const asked: Invocation[] = [];
  const unchecked: string[] = [];
  const pressed: Pressed[] = [];
  const sessions = new Map<string, Card>();
  const held: (() => void)[] = [];
  const reply = (card: Card): Reply => {
    const session = `s${sessions.size}`;
    sessions.set(session, card);
    return { card, session };
  };
  const chat: Chat = {
    commands: COMMANDS,
    async answer(invocation) {
      asked.push(invocation);
      const { command, input } = invocation;
      const typed = typeof input === "string" ? input : JSON.stringify(input);
      if (typed.includes("slow")) await new Promise<void>((done) => held.push(done));
      const text = `answer to ${command}: ${typed}`;
      if (typed.includes("wrong")) return { card: { blocks: [body(`problem of ${command}`)], problem: "usage" }, session: null };
      if (typed.includes("manager?")) return reply({ blocks: [body(`manager: ${await invocation.user.isManager()}`)] });
      if (typed.includes("unshowable")) return reply({ blocks: [{ type: "list", items: null as never }] });
      if (typed.includes("file")) {
        return reply({ blocks: [body(text), { type: "file", name: "feeds.opml", mediaType: "text/x-opml", text: "<opml/>" }] });
      }
      const blocks = typed.includes("long")
        ? Array.from({ length: 7 }, (_, k) => body(`${text}, part ${k} ${LOREM}`))
        : [body(text)];
      return reply({ blocks, actions: [{ label: "Again", command, options: { topic: "again" } }] });
    },
    async check({ command, input: { zone } }) {
      if (zone === "late") {
        unchecked.push(command);
        await new Promise(() => {});
      }
      return zone === "Nowhere" ? { option: "zone", message: "There is no such zone." } : null;
    },
    async press(press) {
      pressed.push(press);
      const [, session = "", share, action, part] = BUTTON_ID.exec(press.id) ?? [];
      const card = sessions.get(session);
      if (!card) return { do: "go on", reply: { card: { blocks: [body("expired")], problem: "usage" }, session: null }, from: 0 };
      if (share) return { do: "share", card };
      if (part !== undefined) return { do: "go on", reply: { card, session }, from: Number(part) };
      const { command, options } = card.actions![Number(action)]!;
      return { do: "show", reply: await chat.answer({ command, input: options, channel: press.channel, user: press.user }) };
    },
    suggest: async ({ typed, command, option }) => [`${command} ${option} ${typed}`, "x".repeat(300)],
  };
  const letGo = () => {
    for (const done of held.splice(0)) done();
  };
  return { chat, asked, unchecked, pressed, letGo, held };
}

const LOREM = "and so on ".repeat(230); // more than fits beside another into one message

export type Bench = Awaited<ReturnType<typeof createBench>>;

/** The adapter with Slack at its other end, over either transport. */
export async function createBench(transport: "socket" | "http" = "socket") {
  const clock = createClock();
  const slack = await createSimulator(clock);
  const echo = createEcho();
  const lines: string[] = [];
  const lost: string[] = [];
  const line = (level: string) => (fields: object, message: string) =>
    void lines.push(`${level} ${JSON.stringify(fields)} ${message}`);
  const log: Log = { debug: line("debug"), info: line("info"), warn: line("warn"), error: line("error") };
  const port = await freePort();
  const options = {
    botToken: BOT_TOKEN,
    appToken: transport === "socket" ? APP_TOKEN : null,
    signingSecret: SIGNING_SECRET,
    port,
    apiUrl: slack.apiUrl,
    umbrella: "/news",
    managers: ["UNAMED"],
    log,
    onLost: (why: string) => void lost.push(why),
  };
  const adapter = createSlack(options, clock);
  if (transport === "http") slack.state.appPort = port;
  /** What somebody sees, one line a message: how it is seen and how it begins. */
  const sees = (user = "U1") =>
    slack.workspace.seenBy(user).map(({ only, channel, thread, text }) => {
      const where = channel.startsWith("D") ? "direct" : only ? "only" : "all";
      return `${where}${thread ? " in thread" : ""}: ${text.split("\n")[0]!.slice(0, 80).trim().replaceAll("&amp;", "&")}`;
    });
  /** What somebody sees at the end, when so many messages are there and no more come. */
  async function seen(count: number, user = "U1"): Promise<string[]> {
    for (let tries = 0; sees(user).length < count; tries++) {
      if (tries > 100) throw new Error(`not ${count} messages: ${sees(user).join("\n")}\n${lines.join("\n")}`);
      await clock.pass(250);
    }
    await clock.pass(30_000);
    return sees(user);
  }
  return {
    ...{ clock, slack, people: createPeople(slack), ...echo, adapter, options, port, lines, lost, sees, seen },
    start: (chat: Chat = echo.chat) => adapter.start(chat),
    async end() {
      echo.letGo();
      await clock.through(adapter.stop());
      await slack.close();
    },
  };
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
