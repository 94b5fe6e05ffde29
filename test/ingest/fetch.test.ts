import type { RequestListener } from "node:http";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { makeFetcher, pageRefusal } from "./fetching.ts";
import { createWeb } from "./server.ts";

const PAGE = "<p>“We agree,” she said.</p>";

describe("fetch", () => {
  it("says who it is and gives bytes, kind, charset and the address at the end", async () => {
    const web = await createWeb((request, response) => {
      if (request.url === "/old") response.writeHead(301, { location: "/new?a=1" }).end();
      else response.setHeader("content-type", 'Text/HTML; charset="UTF-8"').end(`${PAGE}${request.headers["user-agent"]}`);
    });
    const page = await makeFetcher().fetchPage(`${web}/old`);
    expect(Buffer.from(page.bytes).toString()).toMatch(/she said\.<\/p>OnRecord\/\d+\.\d+\.\d+$/);
    expect(page).toMatchObject({ kind: "html", charset: "UTF-8", url: `${web}/new?a=1` });
  });

  it.each([
    ["gzip", gzipSync(PAGE)],
    ["br", brotliCompressSync(PAGE)],
    ["deflate", deflateSync(PAGE)],
    ["identity", Buffer.from(PAGE)],
  ])("reads %s", async (encoding, body) => {
    const web = await createWeb((_, response) => {
      response.writeHead(200, { "content-type": "text/plain", "content-encoding": encoding }).end(body);
    });
    const page = await makeFetcher().fetchPage(web);
    expect({ ...page, bytes: Buffer.from(page.bytes).toString() }).toMatchObject({ bytes: PAGE, kind: "text", charset: null });
  });

  it.each([
    ["another type", { "content-type": "image/png" }, "is not a web page or plain text: give the address of an article."],
    ["no type", {}, "is not a web page or plain text: give the address of an article."],
    [
      "an unknown compression",
      { "content-type": "text/html", "content-encoding": "x-own" },
      "sent a compression that was not asked for: save the page as a file and give that.",
    ],
    [
      "several compressions",
      { "content-type": "text/html", "content-encoding": "gzip, gzip" },
      "sent a compression that was not asked for: save the page as a file and give that.",
    ],
    ["broken gzip", { "content-type": "text/html", "content-encoding": "gzip" }, "sent broken compression: try again later."],
    ["broken brotli", { "content-type": "text/html", "content-encoding": "br" }, "sent broken compression: try again later."],
  ])("refuses %s", async (_, headers, message) => {
    const web = await createWeb((__, response) => void response.writeHead(200, headers as Record<string, string>).end(PAGE));
    expect(await pageRefusal(`${web}/a`)).toBe(`http://HOST/a ${message}`);
  });

  it.each([
    [404, "has no page (404 Not Found): check the address."],
    [410, "has no page (410 Gone): check the address."],
    [403, "does not let us read it (403 Forbidden): save the page as a file and give that."],
    [429, "cannot answer now (429 Too Many Requests): try again later."],
    [503, "cannot answer now (503 Service Unavailable): try again later."],
    [204, "answered without a page (204 No Content): check the address."],
    [302, "answered without a page (302 Found): check the address."],
    [299, "answered without a page (299): check the address."],
  ])("refuses status %i", async (status, message) => {
    const web = await createWeb((_, response) => void response.writeHead(status, { "content-type": "text/html" }).end());
    expect(await pageRefusal(`${web}/a`)).toBe(`http://HOST/a ${message}`);
  });

  it("does not wait for a name server that keeps silent", async () => {
    const lookup = (() => {}) as never;
    expect(await pageRefusal("http://silent.example/", { allowPrivateNetwork: false, lookup, limits: { headersTime: 50 } })).toBe(
      "http://silent.example/ does not answer: try again later.",
    );
  });

  it("names a connection that breaks, and one that is refused", async () => {
    const web = await createWeb((request) => void request.socket.destroy());
    expect(await pageRefusal(web)).toBe("http://HOST broke off the connection: try again later.");
    expect(await pageRefusal("http://127.0.0.1:1/")).toBe("http://HOST/ refuses connections: check the address.");
  });

  it.each<[string, RequestListener | string, boolean]>([
    ["a server that fails", (_, response) => void response.writeHead(500).end(), true],
    ["a server that is busy", (_, response) => void response.writeHead(429).end(), true],
    ["no page", (_, response) => void response.writeHead(404).end(), false],
    ["no leave to read", (_, response) => void response.writeHead(403).end(), false],
    ["another kind of file", (_, response) => void response.setHeader("content-type", "image/png").end(), false],
    ["a broken connection", (request) => void request.socket.destroy(), true],
    ["silence", () => {}, true],
    ["redirects without end", (_, response) => void response.writeHead(302, { location: "/" }).end(), false],
    ["no server", "http://127.0.0.1:1/", true],
    ["no address", "nowhere", false],
  ])("tells whether it may pass: %s", async (_, answer, passing) => {
    const address = typeof answer === "string" ? answer : await createWeb(answer);
    const caught = makeFetcher({ limits: { headersTime: 100 } }).fetchPage(address);
    await expect(caught).rejects.toMatchObject({ passing });
  });

  it("names a host that nobody knows", async () => {
    const lookup = ((_: string, __: object, callback: (error: Error) => void) => {
      callback(Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" }));
    }) as never;
    expect(await pageRefusal("http://nobody.example/", { allowPrivateNetwork: false, lookup })).toBe(
      "http://nobody.example/ is at a host that nobody knows: check the address.",
    );
  });

  it("is broken off by a signal, before it begins or while it comes", async () => {
    const STOPPED = "http://HOST was not read: try again.";
    const web = await createWeb((_, response) => void response.writeHead(200, { "content-type": "text/html" }).write("<p>"));
    expect(await pageRefusal(web, { signal: AbortSignal.abort() })).toBe(STOPPED);
    const stop = new AbortController();
    const broken = pageRefusal(web, { signal: stop.signal });
    setImmediate(() => stop.abort());
    expect(await broken).toBe(STOPPED);
  });

  it("keeps nothing of a fetch that is done on the signal for all", async () => {
    const web = await createWeb((_, response) => void response.setHeader("content-type", "text/html").end(PAGE));
    const warned = vi.spyOn(process, "emitWarning");
    onTestFinished(() => warned.mockRestore());
    const reader = makeFetcher({ signal: new AbortController().signal });
    await Promise.all(Array.from({ length: 30 }, () => reader.fetchPage(web)));
    expect(warned).not.toHaveBeenCalled();
  });
});
