import type { Fetched } from "../answers.ts";
import { FetchRefused } from "../errors.ts";
import type { Fetcher, Gate } from "../fetch.ts";
import type { Hosts } from "./hosts.ts";
import type { RobotsFiles } from "./robots-files.ts";
import { readRetryAfter } from "./schedule.ts";
import { SHORTEST, withinBounds } from "./waits.ts";

/** What fetching a page needs. */
export interface PageTools {
  readonly fetcher: Pick<Fetcher, "fetchPage">;
  readonly hosts: Hosts;
  readonly robots: RobotsFiles;
  readonly now: () => Date;
}

/** A refusal to ask `url`, which `address` is or redirects to. */
function refusal(address: string, url: string, rest: string, passing: boolean): FetchRefused {
  const redirected = URL.parse(address)?.href === url ? "" : `redirects to ${url}, which `;
  return new FetchRefused(address, `${redirected}${rest}`, { passing });
}

/** Throws a FetchRefused where the robots.txt of its site keeps us from an address, or cannot be had. */
async function requirePermission(address: string, url: string, robots: RobotsFiles): Promise<void> {
  const permission = await robots.permission(url);
  if (permission === "allowed") return;
  if (permission === "disallowed") {
    throw refusal(
      address,
      url,
      "is not for programs, as the site's robots.txt says: save the page as a file and give that.",
      false,
    );
  }
  const { status, passing, rest } = permission;
  // Where nothing answers at all, that is the news, not that the robots.txt was asked first.
  const isSilent = status === null && passing;
  throw refusal(address, url, isSilent ? rest : `is at a site whose robots.txt ${rest}`, true);
}

/**
 * Fetches a page where robots.txt allows it, there and wherever it redirects to, one request a host at a time; a host that asks for peace
 * gets it. Throws FetchRefuseds.
 */
export function fetchAllowed(address: string, { fetcher, hosts, robots, now }: PageTools): Promise<Fetched> {
  function requireWelcome(url: string): void {
    if (hosts.isPaused(url, now())) throw refusal(address, url, "is at a host that asked us to wait: try again later.", true);
  }

  async function askHost<T>(url: string, ask: () => Promise<T>): Promise<T> {
    requireWelcome(url);
    try {
      return await ask();
    } catch (error) {
      if (error instanceof FetchRefused && (error.status === 429 || error.status === 503)) {
        const wait = withinBounds(Math.max(SHORTEST, readRetryAfter(error.retryAfter, now())));
        hosts.pause(url, new Date(now().getTime() + wait));
      }
      throw error;
    }
  }

  // The turn of a host is taken after its robots.txt is known and given back before the next hop, so that none waits for another's.
  const gate: Gate = async (url, ask) => {
    requireWelcome(url);
    await requirePermission(address, url, robots);
    return hosts.use(url, () => askHost(url, ask));
  };
  return fetcher.fetchPage(address, { gate });
}
