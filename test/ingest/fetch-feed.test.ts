import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { makeFetcher, refusalOf } from "./fetching.ts";
import { createWeb } from "./server.ts";

const FEED = "<rss><channel><title>Harbour Post</title></channel></rss>";

describe("fetchFeed", () => {
  it("gives the bytes, their type, and what the server says beside them", async () => {
    const web = await createWeb((_, response) => {
      response.writeHead(200, {
        "content-type": "application/rss+xml; charset=utf-8",
        "content-encoding": "gzip",
        etag: 'W/"7"',
        "last-modified": "Thu, 05 Mar 2026 09:30:00 GMT",
        "cache-control": "max-age=600",
        expires: "Thu, 05 Mar 2026 09:40:00 GMT",
      });
      response.end(gzipSync(FEED));
    });
    const feed = await makeFetcher().fetchFeed(`${web}/feed`);
    expect({ ...feed, bytes: Buffer.from(feed.bytes).toString() }).toEqual({
      kind: "feed",
      address: `${web}/feed`,
      permanentAddress: null,
      bytes: FEED,
      contentType: "application/rss+xml; charset=utf-8",
      headers: {
        etag: 'W/"7"',
        lastModified: "Thu, 05 Mar 2026 09:30:00 GMT",
        cacheControl: "max-age=600",
        expires: "Thu, 05 Mar 2026 09:40:00 GMT",
        retryAfter: null,
      },
    });
  });

  it("asks for feeds first, and for pages otherwise", async () => {
    const asked: (string | undefined)[] = [];
    const web = await createWeb((request, response) => {
      asked.push(request.headers.accept);
      response.setHeader("content-type", "text/html").end(FEED);
    });
    await makeFetcher().fetchFeed(web);
    await makeFetcher().fetchPage(web);
    expect(asked).toEqual([
      expect.stringMatching(/^application\/atom\+xml, .*\*\/\*;q=0\.1$/),
      "text/html, application/xhtml+xml, text/plain;q=0.8",
    ]);
  });

  it.each([
    ["both", { etag: '"7"', lastModified: "Thu, 05 Mar 2026 09:30:00 GMT" }, ['"7"', "Thu, 05 Mar 2026 09:30:00 GMT"]],
    ["an etag", { etag: '"7"', lastModified: null }, ['"7"', undefined]],
    ["a date", { etag: null, lastModified: "Thu, 05 Mar 2026 09:30:00 GMT" }, [undefined, "Thu, 05 Mar 2026 09:30:00 GMT"]],
  ])("is told that nothing has changed by %s", async (_, validators, sent) => {
    const web = await createWeb((request, response) => {
      expect([request.headers["if-none-match"], request.headers["if-modified-since"]]).toEqual(sent);
      response.writeHead(304, { "cache-control": "max-age=900" }).end();
    });
    expect(await makeFetcher().fetchFeed(web, { validators })).toMatchObject({
      kind: "unchanged",
      bytes: new Uint8Array(),
      headers: { cacheControl: "max-age=900", etag: null },
    });
  });

  it("does not believe that nothing has changed where it did not ask", async () => {
    const web = await createWeb((_, response) => void response.writeHead(304).end());
    expect((await refusalOf(makeFetcher().fetchFeed(web))).status).toBe(304);
  });

  it.each([
    ["a permanent redirect", [301], 1],
    ["permanent redirects", [308, 301], 2],
    ["a temporary redirect", [302], null],
    ["a temporary redirect before a permanent one", [307, 301], null],
    ["a temporary redirect after a permanent one", [301, 303], 1],
  ])("tells where a feed is from now on: %s", async (_, statuses, permanent) => {
    const web = await createWeb((request, response) => {
      const hop = Number(request.url!.slice(1));
      const status = statuses[hop];
      if (status === undefined) response.setHeader("content-type", "text/xml").end(FEED);
      else response.writeHead(status, { location: `/${hop + 1}` }).end();
    });
    expect(await makeFetcher().fetchFeed(`${web}/0`)).toMatchObject({
      address: `${web}/${statuses.length}`,
      permanentAddress: permanent === null ? null : `${web}/${permanent}`,
    });
  });

  it.each([
    ["application/atom+xml"],
    ["application/feed+json"],
    ["application/json"],
    ["text/xml;charset=utf-8"],
    ["text/html"],
    ["text/plain"],
    ["Application/RDF+XML"],
    ["application/x-rss+xml"],
    ["binary/octet-stream"],
    ["application/x-rss"],
    ["application/octet-stream"],
    ["image/svg+xml", "is not a feed"],
    ["audio/mpeg", "is not a feed"],
    ["application/pdf", "is not a feed"],
    ["application/zip", "is not a feed"],
  ])("type %s", async (type, message?: string) => {
    const web = await createWeb((_, response) => void response.setHeader("content-type", type).end(FEED));
    if (message === undefined) expect((await makeFetcher().fetchFeed(web)).bytes).toHaveLength(FEED.length);
    else expect((await refusalOf(makeFetcher().fetchFeed(web))).message).toContain(message);
  });

  it("takes bytes without a type", async () => {
    const web = await createWeb((_, response) => void response.end(FEED));
    expect(await makeFetcher().fetchFeed(web)).toMatchObject({ kind: "feed", contentType: null });
  });

  it("may be longer than a page, but not longer than 10 MB", async () => {
    const web = await createWeb((request, response) => {
      response.setHeader("content-type", "text/xml").end(Buffer.alloc(Number(request.url!.slice(1)), "<"));
    });
    expect((await makeFetcher().fetchFeed(`${web}/10000000`)).bytes).toHaveLength(10_000_000);
    expect((await refusalOf(makeFetcher().fetchFeed(`${web}/10000001`))).message).toContain(
      "is longer than 10 MB: give a feed with fewer entries.",
    );
  });

  it.each([
    [410, {}, null],
    [429, { "retry-after": "120" }, "120"],
    [503, { "retry-after": "Thu, 05 Mar 2026 09:40:00 GMT" }, "Thu, 05 Mar 2026 09:40:00 GMT"],
  ])("tells status %i and when to come again", async (status, headers, retryAfter) => {
    const web = await createWeb((_, response) => void response.writeHead(status, headers as Record<string, string>).end());
    expect(await refusalOf(makeFetcher().fetchFeed(web))).toMatchObject({ status, retryAfter });
  });

  it.each([
    ["an address of another kind", "ftp://example.org/feed"],
    ["a connection that is refused", "http://127.0.0.1:1/"],
  ])("has no status for %s", async (_, address) => {
    expect(await refusalOf(makeFetcher().fetchFeed(address))).toMatchObject({ status: null, retryAfter: null });
  });
});
