import { describe, expect, onTestFinished, test, vi } from "vitest";
import { FetchRefused } from "../../../src/ingest/errors.ts";
import { fetchAllowed } from "../../../src/ingest/polling/fetch-allowed.ts";
import { createHosts } from "../../../src/ingest/polling/hosts.ts";
import { createRobotsFiles } from "../../../src/ingest/polling/robots-files.ts";
import { makeFetcher } from "../fetching.ts";
import { NOON } from "./polling.ts";
import { type Answer, createSite, page } from "./site.ts";

const redirect =
  (location: string): Answer =>
  (_, response) =>
    void response.writeHead(302, { location }).end();
const text =
  (content: string): Answer =>
  (_, response) =>
    void response.end(content);

/** Answers late enough to be met by a second request, where there is one. */
const slowly: Answer = (_, response) =>
  void setTimeout(() => response.setHeader("content-type", "text/html").end(page("Slow")), 20);

/** Two sites at hosts of their own, and what fetches their pages. */
async function setUp(atOnce = 8) {
  const [here, there] = [await createSite(), await createSite()];
  let time = NOON.getTime();
  const now = () => new Date(time);
  const fetcher = makeFetcher();
  const hosts = createHosts(atOnce);
  const robots = createRobotsFiles({ fetcher, hosts, now });
  const far = (path: string) => there.address.replace("127.0.0.1", "localhost") + path;
  const show = (words: string) => words.replaceAll(far(""), "THERE").replaceAll(here.address, "HERE");
  const fetchPage = async (path: string): Promise<string> => {
    try {
      return show((await fetchAllowed(here.address + path, { fetcher, hosts, robots, now })).url);
    } catch (error) {
      if (!(error instanceof FetchRefused)) throw error;
      return `${show(error.message)} ${error.passing ? "passing" : "for good"}`;
    }
  };
  const pass = (by: number) => {
    time += by;
  };
  return {
    here,
    there,
    far,
    fetchPage,
    pass,
    hosts,
    fetchAt: (address: string) => fetchAllowed(address, { fetcher, hosts, robots, now }),
  };
}

describe("robots.txt", () => {
  const RULES = text("User-agent: *\nDisallow: /private");
  const SAVE = "is not for programs, as the site's robots.txt says: save the page as a file and give that. for good";

  test("is asked at each site that a page redirects to, and holds for it", async () => {
    const { here, there, far, fetchPage } = await setUp();
    here.answers.set("/a", redirect(far("/private/a")));
    here.answers.set("/b", redirect(far("/b")));
    there.answers.set("/robots.txt", RULES);
    expect(await fetchPage("/a")).toBe(`HERE/a redirects to THERE/private/a, which ${SAVE}`);
    expect(there.asked()).toEqual(["/robots.txt"]);
    expect(await fetchPage("/b")).toBe("THERE/b");
    expect(there.asked()).toEqual(["/b"]);
  });

  test("holds for redirects within a site", async () => {
    const { here, fetchPage } = await setUp();
    here.answers.set("/robots.txt", RULES);
    here.answers.set("/a", redirect("/private/a"));
    expect(await fetchPage("/a")).toBe(`HERE/a redirects to HERE/private/a, which ${SAVE}`);
    expect(await fetchPage("/private/a")).toBe(`HERE/private/a ${SAVE}`);
    expect(here.asked()).toEqual(["/robots.txt", "/a"]);
  });

  test("that fails keeps a page from us for now", async () => {
    const { here, there, far, fetchPage } = await setUp();
    here.answers.set("/a", redirect(far("/a")));
    there.answers.set("/robots.txt", 503);
    const reason = "is at a site whose robots.txt cannot answer now (503 Service Unavailable): try again later.";
    expect(await fetchPage("/a")).toBe(`HERE/a redirects to THERE/a, which ${reason} passing`);
    expect(there.asked()).toEqual(["/robots.txt"]);
  });

  test("is not what a person hears of where nothing answers", async () => {
    const { fetchAt } = await setUp();
    await expect(fetchAt("http://127.0.0.1:1/a")).rejects.toThrow("http://127.0.0.1:1/a refuses connections: check the address.");
  });
});

describe("a host", () => {
  test("that a page redirects to is asked in its turn", async () => {
    const { here, there, far, fetchPage, fetchAt } = await setUp();
    const paths = ["/a", "/b", "/c"];
    for (const path of paths) here.answers.set(path, redirect(far(path)));
    for (const path of [...paths, "/d", "/e"]) there.answers.set(path, slowly);
    await Promise.all([...paths.map(fetchPage), ...["/d", "/e"].map((path) => fetchAt(far(path)))]);
    expect(there.asked().toSorted()).toEqual(["/a", "/b", "/c", "/d", "/e", "/robots.txt"]);
    expect([here.busiest(), there.busiest()]).toEqual([1, 1]);
  });

  test.each([1, 2])("waits for no other: pages that redirect crosswise are read, with %d requests in all", async (atOnce) => {
    const { here, there, far, fetchPage, fetchAt } = await setUp(atOnce);
    for (const path of ["/a", "/b", "/c"]) {
      here.answers.set(path, redirect(far(`${path}/end`)));
      there.answers.set(path, redirect(`${here.address}${path}/end`));
    }
    const paths = ["/a", "/b", "/c"];
    const pages = await Promise.all([...paths.map(fetchPage), ...paths.map(async (path) => (await fetchAt(far(path))).url)]);
    expect(pages).toEqual([...paths.map((path) => `THERE${path}/end`), ...paths.map((path) => `${here.address}${path}/end`)]);
  });

  test("that asks for peace gets it, and the one that redirects there need not", async () => {
    const { here, there, far, fetchPage, pass } = await setUp();
    here.answers.set("/a", redirect(far("/a")));
    there.answers.set("/a", (_, response) => void response.writeHead(429, { "retry-after": "1800" }).end());
    expect(await fetchPage("/a")).toBe("THERE/a cannot answer now (429 Too Many Requests): try again later. passing");
    there.asked();
    expect(await fetchPage("/a")).toBe(
      "HERE/a redirects to THERE/a, which is at a host that asked us to wait: try again later. passing",
    );
    expect(there.asked()).toEqual([]);
    expect(await fetchPage("/b")).toBe("HERE/b");
    there.answers.delete("/a");
    pass(1_800_000);
    expect(await fetchPage("/a")).toBe("THERE/a");
  });
});

test("waiting for a turn costs nothing of the time that a page may take", async () => {
  const site = await createSite();
  const fetcher = makeFetcher();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const gate = <T>(_: string, ask: () => Promise<T>): Promise<T> => {
    vi.advanceTimersByTime(60_000);
    return ask();
  };
  expect((await fetcher.fetchPage(`${site.address}/a`, { gate })).url).toBe(`${site.address}/a`);
});
