import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { createFolder } from "../ingest/folder.ts";
import { run } from "./run.ts";

const ARTICLE = "Mayor Ada Lund said the dam would hold. “The river is quiet,” she said. Nobody asked her about the bridge.\n";
/** Starts an ingest, tells it to end when it has printed `lines` and `ready` has come, and says what it had done by then. */
async function interrupt(folder: string, target: string, signal: NodeJS.Signals, lines: number, ready = Promise.resolve()) {
  const { PATH = "", HOME = "" } = process.env;
  const env = { PATH, HOME, DATA_DIR: join(folder, "data"), ALLOW_PRIVATE_NETWORK: "1" };
  const child = spawn(process.execPath, [resolve("bin/on-record.js"), "ingest", "first.txt", target], { cwd: folder, env });
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    err += text;
  });
  const ended = once(child, "close") as Promise<[number | null, NodeJS.Signals | null]>;
  const printed: string[] = [];
  const enough = Promise.withResolvers<void>();
  createInterface(child.stdout).on("line", (line) => {
    if (printed.push(line) === lines) enough.resolve();
  });
  await enough.promise;
  await ready;
  child.kill(signal);
  const [, by] = await ended;
  const { out } = await run(folder, ["ask", "/articles", "--json"]);
  const stored = JSON.parse(out).blocks.filter(({ type }: { type: string }) => type === "article").length as number;
  return { by, err, printed, stored };
}

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s ends an ingest between two articles, without waiting for the next",
  async (signal) => {
    const long = ARTICLE.repeat(4000);
    const folder = createFolder({
      "first.txt": ARTICLE,
      "news/a.txt": `${ARTICLE}2`,
      "news/b.txt": long,
      "news/c.txt": `${long}.`,
    });
    const { by, err, printed, stored } = await interrupt(folder, "news", signal, 2);
    expect({ by, err }).toEqual({ by: signal, err: "Stopped: what was added so far is in the library.\n" });
    expect(printed).toEqual(["added     first.txt", "added     news/a.txt"]);
    expect(stored).toBe(2);
  },
);

test("it does not wait for a server that does not answer", async () => {
  const asked = Promise.withResolvers<void>();
  const server = createServer(() => asked.resolve()).listen(0, "127.0.0.1");
  onTestFinished(() => void server.closeAllConnections());
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const folder = createFolder({ "first.txt": ARTICLE });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const { by, printed, stored } = await interrupt(folder, address, "SIGINT", 1, asked.promise);
  expect({ by, printed, stored }).toEqual({ by: "SIGINT", printed: ["added     first.txt"], stored: 1 });
});
