import { FetchRefused } from "../errors.ts";
import type { Fetcher } from "../fetch.ts";
import type { Hosts } from "./hosts.ts";
import { isAllowed, type Robots, readRobots } from "./robots.ts";
import { DAY, SHORTEST } from "./waits.ts";

/** A FetchRefused says why the site cannot tell now: nothing may be read, and it is to be asked again. */
type Permission = "allowed" | "disallowed" | FetchRefused;

/** Knows what sites allow. */
export interface RobotsFiles {
  permission(address: string): Promise<Permission>;
}

interface Kept {
  readonly robots: Robots | FetchRefused;
  readonly until: number;
  readonly size: number;
}

/** The size of all files that are kept, in bytes as they came; the oldest makes place. */
const MOST_KEPT = 20_000_000;
/** What one file costs at least. */
const LEAST_SIZE = 200;
const NOTHING: Robots = [];

/**
 * Asks sites once a day what they allow (RFC 9309, 2.3 and 2.4): a site without the file allows everything, one that fails or cannot be
 * reached nothing for now.
 */
export function createRobotsFiles({
  fetcher,
  hosts,
  now,
}: {
  readonly fetcher: Pick<Fetcher, "fetchFeed">;
  readonly hosts: Hosts;
  readonly now: () => Date;
}): RobotsFiles {
  const files = new Map<string, Promise<Kept>>();
  const sizes = new Map<string, number>();

  async function load(origin: string): Promise<Kept> {
    const address = `${origin}/robots.txt`;
    const time = now().getTime();
    try {
      // Of the media types it takes every kind of text.
      const { bytes } = await fetcher.fetchFeed(address, { gate: hosts.use });
      return { robots: readRobots(bytes), until: time + DAY, size: bytes.length };
    } catch (error) {
      if (!(error instanceof FetchRefused)) throw error;
      const { status } = error;
      const isMissing = status !== null && status >= 400 && status < 500 && status !== 429;
      if (isMissing) return { robots: NOTHING, until: time + DAY, size: 0 };
      return { robots: error, until: time + SHORTEST, size: 0 };
    }
  }

  async function fileOf(origin: string): Promise<Kept> {
    const known = files.get(origin);
    if (known !== undefined && (await known).until > now().getTime()) return known;
    const begun = files.get(origin);
    if (begun !== undefined && begun !== known) return begun;
    const loading = load(origin);
    files.set(origin, loading);
    try {
      sizes.delete(origin);
      sizes.set(origin, LEAST_SIZE + (await loading).size);
      makePlace();
    } catch {
      files.delete(origin);
    }
    return loading;
  }

  function makePlace(): void {
    let kept = sizes.values().reduce((sum, size) => sum + size, 0);
    for (const [origin, size] of sizes) {
      if (kept <= MOST_KEPT) return;
      kept -= size;
      sizes.delete(origin);
      files.delete(origin);
    }
  }

  return {
    async permission(address) {
      const { robots } = await fileOf(new URL(address).origin);
      if (robots instanceof FetchRefused) return robots;
      return isAllowed(robots, address) ? "allowed" : "disallowed";
    },
  };
}
