import type { RequestListener } from "node:http";
import { Readable } from "node:stream";
import { constants, createBrotliCompress, createDeflate, createGzip, gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { isForGood } from "../../src/ingest/answers.ts";
import { readBody } from "../../src/ingest/body.ts";
import { makeFetcher, pageRefusal } from "./fetching.ts";
import { lookupOf } from "./lookup.ts";
import { createWeb } from "./server.ts";

const PAGE = "<p>“We agree,” she said.</p>";
const PRIVATE = "leads into a private network: set ALLOW_PRIVATE_NETWORK=1 if that is meant.";
const sendPage: RequestListener = (_, response) => void response.setHeader("content-type", "text/html").end(PAGE);

/** A world in which 127.0.0.1 is public and everything else is not. */
const WORLD = { allowPrivateNetwork: false, isPublic: (address: string) => address === "127.0.0.1" };

describe("http and https only", () => {
  const SCHEMES = [
    ...["file:///etc/passwd", "ftp://example.org/a", "gopher://example.org/1", "ws://example.org/"],
    ...["data:text/html,<p>a</p>", "javascript:alert(1)", "blob:https://example.org/a", "view-source:https://example.org/"],
  ];

  it.each(SCHEMES)("not %s", async (address) => {
    expect(await pageRefusal(address)).toMatch(/ is neither http nor https: give the address of a web page\.$/);
  });

  it.each(SCHEMES)("no redirect to %s", async (location) => {
    const web = await createWeb((_, response) => void response.writeHead(302, { location }).end());
    expect(await pageRefusal(web)).toBe(
      "http://HOST/ redirects to an address that is neither http nor https: give the address of a web page.",
    );
  });

  it.each(["https://", "http://[", "http://[fe80::1%25eth0]/", "http://256.0.0.1/", "//example.org", ""])(
    "not what is no whole address: %s",
    async (address) => {
      expect(await pageRefusal(address)).toMatch(/is not complete: give one like/);
    },
  );
});

describe("no private, loopback, link-local or metadata address", () => {
  /** Addresses as a URL's host, in every spelling that leads there. */
  const HOSTS = [
    ...["127.0.0.1", "127.1", "127.8.9.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "017700000001", "127.0.0.1."],
    ...["①②⑦.0.0.1", "127。0。0。1", "%31%32%37.0.0.1"],
    ...["0", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.0.1", "012.0.0.1"],
    ...["169.254.169.254", "0xa9fea9fe", "2852039166", "168.63.129.16", "192.0.0.192", "100.64.0.1", "100.100.100.200"],
    ...["224.0.0.1", "240.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.1"],
    ...["[::1]", "[::]", "[fe80::1]", "[fec0::1]", "[fc00::1]", "[fd00:ec2::254]", "[ff02::1]", "[2001:db8::1]"],
    ...["[::ffff:127.0.0.1]", "[::ffff:a9fe:a9fe]", "[::127.0.0.1]", "[::ffff:0:127.0.0.1]"],
    ...["[64:ff9b::7f00:1]", "[64:ff9b::a9fe:a9fe]", "[64:ff9b:1::a00:1]", "[2002:7f00:1::]", "[2002:a9fe:a9fe::1]"],
    ...["[2001:0:7f00:1::]", "[100::1]", "[3fff::1]", "[5f00::1]"],
  ];

  it.each(HOSTS)("not as given: %s", async (host) => {
    expect(await pageRefusal(`http://${host}/`, { allowPrivateNetwork: false })).toContain(PRIVATE);
  });

  // A header holds no other characters.
  it.each(HOSTS.filter((host) => /^[!-~]+$/.test(host)))("not at a redirect: %s", async (host) => {
    const web = await createWeb((_, response) => void response.writeHead(302, { location: `http://${host}:1/` }).end());
    // The first address is the test's server; the real rule judges the second.
    const { isPublicAddress } = await import("../../src/ingest/address.ts");
    let first = true;
    const isPublic = (address: string): boolean => {
      const own = first;
      first = false;
      return own || isPublicAddress(address);
    };
    expect(await pageRefusal(web, { allowPrivateNetwork: false, isPublic })).toBe(
      `http://HOST/ redirects to an address that ${PRIVATE}`,
    );
  });

  it.each([
    ...["127.0.0.1", "0.0.0.0", "10.0.0.1", "169.254.169.254", "100.64.0.1", "168.63.129.16", "::1", "::"],
    ...["::ffff:10.0.0.1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "fe80::1", "fd00:ec2::254"],
  ])("not after name resolution: %s", async (address) => {
    const options = { allowPrivateNetwork: false, lookup: lookupOf(() => [address]) };
    expect(await pageRefusal("http://inside.example/", options)).toBe(`http://inside.example/ ${PRIVATE}`);
  });

  it("not this machine by its name", async () => {
    const web = await createWeb(sendPage);
    expect(await pageRefusal(web.replace("127.0.0.1", "localhost"), { allowPrivateNetwork: false })).toContain(PRIVATE);
  });

  it.each(["http://inside.example/", "//inside.example/", "http://INSIDE.example./"])(
    "not after the name resolution of a redirect: %s",
    async (location) => {
      const web = await createWeb((_, response) => void response.writeHead(302, { location }).end());
      const lookup = lookupOf((name) => (name === "outside.example" ? ["127.0.0.1"] : ["127.0.0.2"]));
      expect(await pageRefusal(web.replace("127.0.0.1", "outside.example"), { ...WORLD, lookup })).toContain(PRIVATE);
    },
  );

  it("at any of the redirects", async () => {
    const web = await createWeb((request, response) => {
      const hop = Number(request.url!.slice(1));
      response.writeHead(302, { location: hop < 4 ? `/${hop + 1}` : "http://127.0.0.2/" }).end();
    });
    expect(await pageRefusal(`${web}/0`, WORLD)).toBe(`http://HOST/4 redirects to an address that ${PRIVATE}`);
  });

  it("connects to the address that was checked, and asks for it once", async () => {
    const web = await createWeb(sendPage);
    let asked = 0;
    // Public at first and private ever after, as a rebinding name server answers.
    const lookup = lookupOf(() => [asked++ === 0 ? "127.0.0.1" : "127.0.0.2"]);
    const page = await makeFetcher({ ...WORLD, lookup }).fetchPage(web.replace("127.0.0.1", "rebinding.example"));
    expect({ asked, length: page.bytes.length }).toEqual({ asked: 1, length: Buffer.byteLength(PAGE) });
  });

  it("checks again whenever it connects again", async () => {
    const web = await createWeb(
      (_, response) => void response.setHeader("connection", "close").setHeader("content-type", "text/html").end(PAGE),
    );
    let asked = 0;
    const lookup = lookupOf(() => [asked++ === 0 ? "127.0.0.1" : "127.0.0.2"]);
    const reader = makeFetcher({ ...WORLD, lookup });
    const address = web.replace("127.0.0.1", "rebinding.example");
    await reader.fetchPage(address);
    await expect(reader.fetchPage(address)).rejects.toThrow(PRIVATE);
  });

  it("connects to no private address of a name that has both", async () => {
    const web = await createWeb(sendPage);
    const lookup = lookupOf(() => ["127.0.0.2", "127.0.0.1"]);
    expect((await makeFetcher({ ...WORLD, lookup }).fetchPage(web.replace("127.0.0.1", "both.example"))).kind).toBe("html");
  });

  it("unless ALLOW_PRIVATE_NETWORK=1 allows it", async () => {
    const web = await createWeb(sendPage);
    const lookup = lookupOf(() => ["127.0.0.1"]);
    const reader = makeFetcher({ allowPrivateNetwork: true, lookup });
    expect((await reader.fetchPage(web)).url).toBe(`${web}/`);
    expect((await reader.fetchPage(web.replace("127.0.0.1", "inside.example"))).kind).toBe("html");
    await expect(makeFetcher({ allowPrivateNetwork: false }).fetchPage(web)).rejects.toThrow(PRIVATE);
  });

  it("holds for feeds as for pages", async () => {
    await expect(makeFetcher({ allowPrivateNetwork: false }).fetchFeed("http://169.254.169.254/feed")).rejects.toThrow(PRIVATE);
  });
});

describe("no credentials", () => {
  it.each([
    ["in an address", async () => "http://me:secret@example.org/"],
    [
      "in a redirect",
      () => createWeb((_, response) => void response.writeHead(302, { location: "http://me:secret@127.0.0.1/" }).end()),
    ],
  ])("%s are sent or told", async (_, address) => {
    const message = await pageRefusal(await address());
    expect(message).toMatch(/holds a user name or password: give an address that anyone may read\.$/);
    expect(message).not.toMatch(/secret|me:/);
  });

  it("and nothing that tells of an earlier visit is sent", async () => {
    const seen: string[][] = [];
    const web = await createWeb((request, response) => {
      seen.push(Object.keys(request.headers).sort());
      if (request.url === "/old") response.writeHead(302, { location: "/new", "set-cookie": "a=1" }).end();
      else sendPage(request, response);
    });
    await makeFetcher().fetchPage(`${web}/old`);
    const sent = ["accept", "accept-encoding", "connection", "host", "user-agent"];
    expect(seen).toEqual([sent, sent]);
  });
});

describe("at most five redirects", () => {
  it.each([5, 6])("%i", async (redirects) => {
    const web = await createWeb((request, response) => {
      const left = Number(request.url!.slice(1));
      if (left > 0) response.writeHead(302, { location: `/${left - 1}` }).end("moved");
      else sendPage(request, response);
    });
    if (redirects === 5) expect((await makeFetcher().fetchPage(`${web}/5`)).url).toBe(`${web}/0`);
    else expect(await pageRefusal(`${web}/6`)).toBe("http://HOST/6 redirects more than 5 times: give the address it ends at.");
  });

  it("to itself", async () => {
    let asked = 0;
    const web = await createWeb((_, response) => {
      asked++;
      response.writeHead(302, { location: "/" }).end();
    });
    expect(await pageRefusal(web)).toMatch(/redirects more than 5 times/);
    expect(asked).toBe(6);
  });

  it.each([
    [301, "https://a.example/", "https://b.example/", true],
    [308, "http://a.example/", "https://a.example/", true],
    [302, "https://a.example/", "https://b.example/", false],
    [301, "https://a.example/", "http://a.example/", false],
    [301, "http://a.example/", "http://b.example/", true],
  ])("of status %i from %s to %s is for good: %s", (status, from, to, expected) => {
    expect(isForGood(status, new URL(from), new URL(to))).toBe(expected);
  });
});

describe("10 s to the first byte, 30 s in all", () => {
  const SILENT = /^http:\/\/HOST\S* does not answer: try again later\.$/;
  const SLOW = /^http:\/\/HOST\S* takes too long to load: try again later\.$/;
  const never: RequestListener = () => {};
  const drip: RequestListener = (_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.write("<p>");
    const timer = setInterval(() => response.write("a "), 5);
    response.on("close", () => clearInterval(timer));
  };
  const silentRedirect: RequestListener = (request, response) => {
    if (request.url === "/") response.writeHead(302, { location: "/next" }).end();
  };

  it.each([
    ["silence", never, { headersTime: 30 }, SILENT],
    ["silence after a redirect", silentRedirect, { headersTime: 60 }, SILENT],
    ["a body that comes drop by drop", drip, { totalTime: 60 }, SLOW],
    ["silence, within its own time", never, { totalTime: 30 }, SLOW],
    ["redirects, each within its own time", silentRedirect, { totalTime: 60 }, SLOW],
  ])("ends %s", async (_, listener, limits, message) => {
    expect(await pageRefusal(await createWeb(listener), { limits })).toMatch(message);
  });

  it("ends a name server that keeps silent", async () => {
    const lookup = (() => {}) as never;
    expect(await pageRefusal("http://silent.example/", { allowPrivateNetwork: false, lookup, limits: { headersTime: 30 } })).toBe(
      "http://silent.example/ does not answer: try again later.",
    );
  });

  it("is what the clock is set to", async () => {
    const timers = vi.spyOn(globalThis, "setTimeout");
    onTestFinished(() => timers.mockRestore());
    await makeFetcher().fetchPage(await createWeb(sendPage));
    const times = timers.mock.calls.map(([, time]) => time);
    expect(times).toEqual(expect.arrayContaining([30_000, 10_000]));
    expect(times.indexOf(30_000)).toBeLessThan(times.indexOf(10_000));
  });
});

describe("5 MB a page and 10 MB a feed after decompression", () => {
  const ENCODERS = {
    gzip: () => createGzip({ level: 1 }),
    br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
    deflate: () => createDeflate({ level: 1 }),
  };

  /** Nothing but zeros, without an end. */
  function* zeros(counter: { bytes: number }): Generator<Buffer> {
    const chunk = Buffer.alloc(65_536);
    while (true) {
      counter.bytes += chunk.length;
      yield chunk;
    }
  }

  it.each(["gzip", "br", "deflate", "identity"] as const)("ends %s without an end while it streams", async (encoding) => {
    const counter = { bytes: 0 };
    const web = await createWeb((_, response) => {
      response.writeHead(200, { "content-type": "text/html", "content-encoding": encoding });
      const source = Readable.from(zeros(counter), { objectMode: false });
      const body = encoding === "identity" ? source : source.pipe(ENCODERS[encoding]());
      body.pipe(response);
      response.on("close", () => source.destroy());
    });
    expect(await pageRefusal(web)).toBe("http://HOST/ is longer than 5 MB: give the page of one article.");
    await expect(makeFetcher().fetchFeed(web)).rejects.toThrow("is longer than 10 MB: give a feed with fewer entries.");
  });

  it("holds no more of a bomb than the limit", async () => {
    // A megabyte that unpacks to a gigabyte.
    const bomb = Buffer.concat(Array(100).fill(gzipSync(Buffer.alloc(10_000_000))));
    let taken = 0;
    function* source(): Generator<Buffer> {
      for (let at = 0; at < bomb.length; at += 4_096) {
        taken += 4_096;
        yield bomb.subarray(at, at + 4_096);
      }
    }
    const body = Readable.from(source(), { objectMode: false, highWaterMark: 4_096 });
    const before = process.memoryUsage().arrayBuffers;
    await expect(readBody(body, "gzip", "http://a.example/", { bytes: 5_000_000, remedy: "stop." })).rejects.toThrow(
      "http://a.example/ is longer than 5 MB: stop.",
    );
    expect(taken).toBeLessThan(bomb.length / 10);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  it.each(["gzip, gzip", "br, gzip", "x-own", "zstd", "compress"])("refuses %s", async (encoding) => {
    const web = await createWeb((_, response) => {
      response.writeHead(200, { "content-type": "text/html", "content-encoding": encoding }).end(gzipSync(gzipSync(PAGE)));
    });
    expect(await pageRefusal(web)).toContain("sent a compression that was not asked for");
  });

  it("takes what is as long as it may be", async () => {
    const web = await createWeb((_, response) => {
      response
        .writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" })
        .end(gzipSync(Buffer.alloc(5_000_000, "a")));
    });
    expect((await makeFetcher().fetchPage(web)).bytes).toHaveLength(5_000_000);
  });

  it("ends headers without an end", async () => {
    const web = await createWeb((_, response) => {
      response.writeHead(200, { "content-type": "text/html", "x-long": "a".repeat(100_000) }).end(PAGE);
    });
    expect(await pageRefusal(web)).toBe("http://HOST answered with headers that are too long: give another address.");
  });
});
