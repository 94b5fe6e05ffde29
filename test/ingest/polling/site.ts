import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createWeb } from "../server.ts";

/** What a path answers with: a status alone, or what becomes of a request. */
export type Answer = number | ((request: IncomingMessage, response: ServerResponse) => void);

/** A news site on the loopback address whose answers a test changes as it goes. */
export interface Site {
  readonly address: string;
  /** By path; any other path is an article whose headline is the path. */
  readonly answers: Map<string, Answer>;
  /** The paths that were asked for since the last look. */
  asked(): string[];
  /** The most requests that were under way at one time. */
  readonly busiest: () => number;
}

/** An entry of a feed, at a path of the site. */
export interface Item {
  readonly path: string;
  readonly date?: string;
  readonly modified?: string;
}

export const page = (title: string, text = `Mayor Ada Lund said ${title} would hold for another week, come what may.`): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>
   <p>${text} Nobody in the valley asked her about the bridge, which has been shut since the flood of last spring.</p>
   <p>Engineers of the district looked at ${title} twice and left at noon without a word to those who waited there.</p>
   <p>The report has the number ${numberOf(title)}.</p></article></body></html>`;

/** Keeps the page of one title from passing for a copy of another's. */
const numberOf = (title: string): number => [...title].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_000, 7);

export const atom = (address: string, items: readonly Item[], title = "Valley Post"): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>${title}</title><link href="${address}/"/><id>${address}</id>${items
    .map(
      ({ path, date = "2026-05-05T09:00:00Z", modified = date }) =>
        `<entry><id>${path}</id><title>Entry ${path}</title><link href="${address}${path}"/><published>${date}</published><updated>${modified}</updated></entry>`,
    )
    .join("")}</feed>`;

/** Answers with a feed; with 304 to whoever has this very feed already. */
export const feed =
  (address: string, items: readonly Item[], headers: Record<string, string> = {}): Answer =>
  (request, response) => {
    const body = atom(address, items);
    const etag = `"${createHash("sha256").update(body).digest("hex")}"`;
    if (request.headers["if-none-match"] === etag) response.writeHead(304, { etag, ...headers }).end();
    else response.writeHead(200, { "content-type": "application/atom+xml", etag, ...headers }).end(body);
  };

export async function createSite(): Promise<Site> {
  const answers = new Map<string, Answer>([["/robots.txt", 404]]);
  let paths: string[] = [];
  let [open, most] = [0, 0];
  const address = await createWeb((request, response) => {
    const path = request.url!;
    paths.push(path);
    most = Math.max(most, ++open);
    response.on("close", () => open--);
    const answer = answers.get(path);
    if (typeof answer === "number") response.writeHead(answer).end();
    else if (answer) answer(request, response);
    else response.setHeader("content-type", "text/html").end(page(path));
  });
  return {
    address,
    answers,
    asked: () => {
      const since = paths;
      paths = [];
      return since;
    },
    busiest: () => most,
  };
}
