import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** The part of Discord's API that keeps commands, on loopback. */
export interface CommandsServer {
  readonly url: string;
  /** What was asked for, as "PUT /api/v10/...". */
  readonly asked: string[];
  /** Answers every request with this status from now on. */
  failWith(status: number): void;
  close(): Promise<void>;
}

/** What Discord adds to a command, so that what comes back is never what was sent. */
const asStored = (command: object, k: number) => ({
  ...{ id: `90000000000000000${k}`, application_id: "800000000000000001", version: "1", nsfw: false, dm_permission: true },
  ...{ name_localizations: null, description_localizations: null, description: "" },
  ...(JSON.parse(JSON.stringify(command), (key, value) => (key === "required" && value === false ? undefined : value)) as object),
});

/** Takes the token "Bot good-token..." alone. */
export async function openCommandsServer(token: string): Promise<CommandsServer> {
  const asked: string[] = [];
  const stored = new Map<string, object[]>();
  let status = 0;
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    const { method, url = "" } = request;
    asked.push(`${method} ${url}`);
    const answer = (code: number, body: unknown) =>
      response.writeHead(code, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (request.headers.authorization !== `Bot ${token}`) return answer(401, { message: "401: Unauthorized", code: 0 });
    if (status !== 0) return answer(status, { message: "No", code: 50_001 });
    if (!url.startsWith("/api/v10/applications/")) return answer(404, { message: "404: Not Found", code: 0 });
    if (url === "/api/v10/applications/@me") return answer(200, { id: "800000000000000001" });
    if (method === "PUT") stored.set(url, (JSON.parse(text) as object[]).map(asStored));
    return answer(200, stored.get(url) ?? []);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    asked,
    failWith: (code) => {
      status = code;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
