import { createDiscord } from "../../../src/adapters/discord/adapter.ts";
import type { Chat, OutMessage } from "../../../src/chat/adapter.ts";

/** A process of its own that sends one message, and says what came of it: `node sending.ts <endpoint> <token> <message as JSON>`. */
const [apiUrl = "", token = "", message = ""] = process.argv.slice(2);
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const adapter = createDiscord({ token, apiUrl, log: silent, onLost: () => {} });
const chat = { commands: [] } as unknown as Chat; // nobody types anything
await adapter.start(chat);
const { id } = await adapter.outbox.send(JSON.parse(message) as OutMessage);
process.stdout.write(id);
await adapter.stop();
