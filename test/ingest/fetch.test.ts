import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { IngestError } from "../../src/ingest/errors.ts";
import { createFetcher, type FetcherOptions } from "../../src/ingest/fetch.ts";
import { createWeb } from "./server.ts";

const PAGE = "<p>“We agree,” she said.</p>";

function fetcher(options: Partial<FetcherOptions> = {}): ReturnType<typeof createFetcher> {
  const made = createFetcher({ allowPrivateNetwork: true, ...options });
  onTestFinished(() => made.close());
  return made;
}

async function refusal(address: string, options: Partial<FetcherOptions> = {}): Promise<string> {
  const error: unknown = await fetcher(options)
    .fetchPage(address)
    .catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(IngestError);
  return (error as IngestError).message.replace(/127\.0\.0\.1:\d+/g, "HOST");
}

/** A name server that gives these addresses to every name. */
const lookupOf = (...addresses: string[]): NonNullable<FetcherOptions["lookup"]> =>
  ((_: string, __: object, callback: (error: null, found: { address: string; family: number }[]) => void) => {
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
  }) as never;

describe("fetch", () => {
  it("says who it is and gives bytes, kind, charset and the address at the end", async () => {
    const web = await createWeb((request, response) => {
      if (request.url === "/old") response.writeHead(301, { location: "/new?a=1" }).end();
      else response.setHeader("content-type", 'Text/HTML; charset="UTF-8"').end(`${PAGE}${request.headers["user-agent"]}`);
    });
    const page = await fetcher().fetchPage(`${web}/old`);
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
    const page = await fetcher().fetchPage(web);
    expect({ ...page, bytes: Buffer.from(page.bytes).toString() }).toMatchObject({ bytes: PAGE, kind: "text", charset: null });
  });

  it("follows five redirects", async () => {
    const web = await createWeb((request, response) => {
      const hop = Number(request.url!.slice(1));
      if (hop < 5) response.writeHead(302, { location: `/${hop + 1}` }).end("moved");
      else response.setHeader("content-type", "text/html").end(PAGE);
    });
    expect((await fetcher().fetchPage(`${web}/0`)).url).toBe(`${web}/5`);
    expect(await refusal(`${web}/-1`)).toBe("http://HOST/-1 redirects more than 5 times: give the address it ends at.");
  });

  it.each([
    ["a file", "file:///etc/passwd", "redirects to an address that is neither http nor https: give the address of a web page."],
    [
      "a script",
      "javascript:alert(1)",
      "redirects to an address that is neither http nor https: give the address of a web page.",
    ],
    [
      "credentials",
      "http://a:b@127.0.0.1/",
      "redirects to an address that holds a user name or password: give an address that anyone may read.",
    ],
    ["itself", "/", "redirects more than 5 times: give the address it ends at."],
    ["no address", "http://[", "redirects to an address that is not complete: give one like https://example.org/article."],
  ])("refuses a redirect to %s", async (_, location, message) => {
    const web = await createWeb((__, response) => void response.writeHead(302, { location }).end());
    expect(await refusal(web)).toContain(message);
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
    expect(await refusal(`${web}/a`)).toBe(`http://HOST/a ${message}`);
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
    expect(await refusal(`${web}/a`)).toBe(`http://HOST/a ${message}`);
  });

  it.each([
    ["gzip", gzipSync(Buffer.alloc(20_000_000))],
    ["br", brotliCompressSync(Buffer.alloc(20_000_000))],
    ["identity", Buffer.alloc(6_000_000)],
  ])("breaks off %s beyond 5 MB", async (encoding, body) => {
    const web = await createWeb((_, response) => {
      response.writeHead(200, { "content-type": "text/html", "content-encoding": encoding }).end(body);
    });
    expect(await refusal(web)).toBe("http://HOST/ is longer than 5 MB: give the page of one article.");
  });

  it("breaks off a body without end", async () => {
    const web = await createWeb((_, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      const more = (): void => {
        while (!response.destroyed && response.write("word ".repeat(1000)));
      };
      response.on("drain", more);
      more();
    });
    expect(await refusal(web)).toBe("http://HOST/ is longer than 5 MB: give the page of one article.");
  });

  it("does not wait for slow headers", async () => {
    const web = await createWeb(() => {});
    expect(await refusal(web, { limits: { headersTime: 50 } })).toBe("http://HOST does not answer: try again later.");
  });

  it("does not wait for a slow body", async () => {
    const web = await createWeb((_, response) => void response.writeHead(200, { "content-type": "text/html" }).write("<p>"));
    expect(await refusal(web, { limits: { totalTime: 50 } })).toBe("http://HOST takes too long to load: try again later.");
  });

  it("does not wait for a name server that keeps silent", async () => {
    const lookup = (() => {}) as never;
    expect(await refusal("http://silent.example/", { allowPrivateNetwork: false, lookup, limits: { headersTime: 50 } })).toBe(
      "http://silent.example/ does not answer: try again later.",
    );
  });

  it("names a connection that breaks, and one that is refused", async () => {
    const web = await createWeb((request) => void request.socket.destroy());
    expect(await refusal(web)).toBe("http://HOST broke off the connection: try again later.");
    expect(await refusal("http://127.0.0.1:1/")).toBe("http://HOST/ refuses connections: check the address.");
  });

  it("names a host that nobody knows", async () => {
    const lookup = ((_: string, __: object, callback: (error: Error) => void) => {
      callback(Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" }));
    }) as never;
    expect(await refusal("http://nobody.example/", { allowPrivateNetwork: false, lookup })).toBe(
      "http://nobody.example/ is at a host that nobody knows: check the address.",
    );
  });

  it.each([
    ["ftp://example.org/a", "is neither http nor https"],
    ["file:///etc/passwd", "is neither http nor https"],
    ["https://", "is not complete"],
    ["http://me:secret@example.org/", "http://example.org/ holds a user name or password"],
  ])("refuses %s", async (address, message) => {
    expect(await refusal(address)).toContain(message);
  });
});

describe("private networks", () => {
  const PRIVATE = "leads into a private network: set ALLOW_PRIVATE_NETWORK=1 if that is meant.";

  it.each([
    ...[
      "http://127.0.0.1/",
      "http://2130706433/",
      "http://0x7f000001/",
      "http://0/",
      "http://[::1]/",
      "http://[::ffff:127.0.0.1]/",
    ],
    ...[
      "http://10.0.0.1/",
      "http://192.168.0.1/",
      "http://169.254.169.254/latest/meta-data/",
      "http://100.64.0.1/",
      "http://[fe80::1]/",
    ],
  ])("refuses %s", async (address) => {
    expect(await refusal(address, { allowPrivateNetwork: false })).toContain("leads into a private network");
  });

  it("refuses a name of this machine", async () => {
    const web = await createWeb((_, response) => void response.setHeader("content-type", "text/html").end(PAGE));
    const address = web.replace("127.0.0.1", "localhost");
    expect(await refusal(address, { allowPrivateNetwork: false })).toContain(PRIVATE);
  });

  it.each([["127.0.0.1"], ["::1"], ["::ffff:10.0.0.1"], ["169.254.169.254"], ["fd00:ec2::254"]])(
    "refuses a name that resolves to %s",
    async (address) => {
      const options = { allowPrivateNetwork: false, lookup: lookupOf(address) };
      expect(await refusal("http://inside.example/", options)).toBe(`http://inside.example/ ${PRIVATE}`);
    },
  );

  /** A world in which 127.0.0.1 is public and everything else is not. */
  const WORLD = { allowPrivateNetwork: false, isPublic: (address: string) => address === "127.0.0.1" };

  it("connects to the address that was checked, and asks for it once", async () => {
    const web = await createWeb((_, response) => void response.setHeader("content-type", "text/html").end(PAGE));
    let asked = 0;
    // Public at first and private ever after, as a rebinding name server answers.
    const lookup = ((name: string, options: object, callback: never) => {
      asked++;
      lookupOf(asked === 1 ? "127.0.0.1" : "127.0.0.2")(name, options as never, callback);
    }) as never;
    const page = await fetcher({ ...WORLD, lookup }).fetchPage(web.replace("127.0.0.1", "rebinding.example"));
    expect({ asked, length: page.bytes.length }).toEqual({ asked: 1, length: Buffer.byteLength(PAGE) });
  });

  it("connects to no private address of a name that has both", async () => {
    const web = await createWeb((_, response) => void response.setHeader("content-type", "text/html").end(PAGE));
    const page = await fetcher({ ...WORLD, lookup: lookupOf("127.0.0.2", "127.0.0.1") }).fetchPage(
      web.replace("127.0.0.1", "both.example"),
    );
    expect(page.kind).toBe("html");
  });

  it.each(["http://169.254.169.254/latest/", "http://127.0.0.2/", "http://inside.example/", "//inside.example/"])(
    "refuses a redirect to %s",
    async (location) => {
      const web = await createWeb((_, response) => void response.writeHead(302, { location }).end());
      const lookup = ((name: string, options: object, callback: never) => {
        lookupOf(name === "outside.example" ? "127.0.0.1" : "127.0.0.2")(name, options as never, callback);
      }) as never;
      expect(await refusal(web.replace("127.0.0.1", "outside.example"), { ...WORLD, lookup })).toContain(PRIVATE);
    },
  );
});
