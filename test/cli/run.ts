import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const PROGRAM = resolve("bin/on-record.js");

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program as a person would, in a folder of its own, with what is typed as its standard input. */
export function run(folder: string, args: readonly string[], typed = "", env: Record<string, string> = {}): Promise<Ran> {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: folder,
    env: { PATH, HOME, DATA_DIR: join(folder, "data"), ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    err += text;
  });
  child.stdin.on("error", () => {}); // the program may end before it has read all
  child.stdin.end(typed);
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.on("close", (code) => done({ code, out, err }));
  });
}

export const makeFolder = (): string => mkdtempSync(join(tmpdir(), "on-record-cli-"));
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });
