import { DefaultRestOptions, type RESTOptions } from "discord.js";

/**
 * Sends a request as discord.js would, files as plain bytes: where the process has loaded another release of undici, requests go through
 * that one's dispatcher, which takes no other form data than its own.
 */
export const makeRequest: RESTOptions["makeRequest"] = async (url, init) => {
  if (!(init.body instanceof FormData)) return DefaultRestOptions.makeRequest(url, init);
  const form = new Response(init.body);
  const headers = { ...(init.headers as Record<string, string>), "content-type": form.headers.get("content-type")! };
  return DefaultRestOptions.makeRequest(url, { ...init, headers, body: await form.bytes() });
};
