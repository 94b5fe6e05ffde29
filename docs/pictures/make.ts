import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { discord } from "./discord.ts";
import { slack } from "./slack.ts";
import { smallPng } from "./small-png.ts";

/**
 * Draws what a platform is sent as that platform shows it: `node docs/pictures/make.ts slack who-said summary`. The payloads are the golden
 * files of the tests, so that a picture shows what people get. Needs Chromium (`CHROMIUM`, else `chromium`).
 */

/** How one platform looks. */
export interface Drawing {
  /** Where its golden files are. */
  readonly folder: string;
  /** The width of a picture in CSS pixels. */
  readonly width: number;
  readonly css: string;
  /** HTML of what one golden file holds. */
  draw(payload: unknown): string;
}

const PLATFORMS: Readonly<Record<string, Drawing>> = { discord, slack };
const SCALE = 1.5; // pixels a CSS pixel

const run = promisify(execFile);
const chromium = (...args: string[]) =>
  run(process.env["CHROMIUM"] ?? "chromium", ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", ...args], {
    maxBuffer: 16 * 2 ** 20,
  });

const page = ({ css, width, draw }: Drawing, payload: unknown): string => `<!doctype html>
<meta charset="utf-8">
<style>
  html { width: ${width}px; background: #fff; }
  body { margin: 0; width: ${width}px; }
  ${css}
</style>
<body>${draw(payload)}</body>
<script>document.body.dataset.height = Math.ceil(document.body.getBoundingClientRect().height);</script>`;

async function take(platform: string, name: string): Promise<string> {
  const drawing = PLATFORMS[platform]!;
  const payload: unknown = JSON.parse(await readFile(join(drawing.folder, `${name}.json`), "utf8"));
  const folder = await mkdtemp(join(tmpdir(), "picture-"));
  try {
    const file = join(folder, "page.html");
    await writeFile(file, page(drawing, payload));
    const url = pathToFileURL(file).href;
    const { stdout } = await chromium(`--window-size=${drawing.width},800`, "--dump-dom", url);
    const [, height = "800"] = /data-height="(\d+)"/.exec(stdout) ?? [];
    const picture = resolve(import.meta.dirname, `${platform}-${name}.png`);
    const size = `--window-size=${drawing.width},${height}`;
    await chromium(`--force-device-scale-factor=${SCALE}`, "--disable-lcd-text", size, `--screenshot=${picture}`, url);
    await writeFile(picture, smallPng(await readFile(picture)));
    return `${basename(picture)} ${Math.ceil((await stat(picture)).size / 1024)} kB`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const [platform = "", ...names] = process.argv.slice(2);
if (!PLATFORMS[platform] || names.length === 0) {
  process.stderr.write(`Usage: node docs/pictures/make.ts <${Object.keys(PLATFORMS).join("|")}> <golden file>...\n`);
  process.exitCode = 2;
} else {
  for (const name of names) process.stdout.write(`${await take(platform, name)}\n`);
}
