import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { discord } from "./discord.ts";

/** Draws golden files as Discord shows them: `node docs/pictures/make-discord.ts who-said summary`. Needs Chromium (`CHROMIUM`, else `chromium`). */
const { folder, width, css, draw } = discord;
const SCALE = 1.5; // pixels a CSS pixel

const chromium = (...args: string[]): string =>
  execFileSync(
    process.env["CHROMIUM"] ?? "chromium",
    ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", ...args],
    {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    },
  );

const work = mkdtempSync(join(tmpdir(), "picture-"));
for (const name of process.argv.slice(2)) {
  const payload: unknown = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
  const page = join(work, "page.html");
  writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8"><style>${css}</style><body>${draw(payload)}</body>
<script>document.body.dataset.height = Math.ceil(document.body.getBoundingClientRect().height);</script>`,
  );
  const [, height = "800"] =
    /data-height="(\d+)"/.exec(chromium(`--window-size=${width},800`, "--dump-dom", `file://${page}`)) ?? [];
  const picture = resolve(import.meta.dirname, `discord-${name}.png`);
  chromium(
    ...[`--window-size=${width},${height}`, `--force-device-scale-factor=${SCALE}`, "--disable-lcd-text"],
    ...[`--screenshot=${picture}`, `file://${page}`],
  );
}
rmSync(work, { recursive: true });
