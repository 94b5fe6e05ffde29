import { REST } from "discord.js";
import { makeRequest } from "./request.ts";

/** Discord's HTTP interface for what must be done once; no request takes longer than the signal lasts that `signal` makes for it. */
export interface Way {
  readonly rest: REST;
  readonly signal: () => AbortSignal;
}

/**
 * A way to Discord of its own, beside that of discord.js: it asks nothing twice, and what it would have to wait for it rejects with
 * instead. What goes both ways is counted by Discord alone, which then says so.
 */
export function createWay({ token, apiUrl, longest }: { token: string; apiUrl: string | null; longest: number }): Way {
  const rest = new REST({
    makeRequest,
    ...(apiUrl !== null && { api: apiUrl }),
    retries: 0,
    timeout: longest,
    rejectOnRateLimit: () => true,
  });
  return { rest: rest.setToken(token.replace(/^Bot\s*/i, "")), signal: () => AbortSignal.timeout(longest) };
}
