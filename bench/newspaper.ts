import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { randomNumbers } from "./measure.ts";

/** How many feeds of how many articles. */
export interface Size {
  readonly feeds: number;
  readonly items: number;
}

/** Made-up sites, each at a loopback address of its own (Linux has all of 127/8), with one feed each. */
export interface Newspapers {
  readonly feeds: readonly string[];
  /** Requests that were answered. */
  readonly asked: () => number;
  /** Hears of each request before it is answered. */
  onAsked: () => void;
  close(): void;
}

const [GIVEN, FAMILY, PLACES, OFFICES, THINGS, DEEDS, DAYS, REPORTING] = [
  "Ada Bo Clea Davor Elin Fero Gunda Hasko Ilma Joris Kaja Lowin Mirel Nanto Oda Piet Quena Rolf Sanne Torvin",
  "Lundqvar Sorenskiv Halberg Osterlane Brezhinov Dannockse Veshkarin Tarsen Morvath Kelderin Pavlisch Rondemar Wexholt Jelmiran Arnstol",
  "Orre Velisse Karsk Lorvia Westhaven Northport Elwe Jelmir Aldermark Tarsenia Sevrel Brackwater Dunhollow Grenmoor",
  "mayor|minister of transport|head of the rescue service|chairwoman of the port|director of the hospital|spokesman for the union|judge|engineer",
  "the dam|the bridge|the grain harbour|the tram line|the school budget|the ceasefire|the water tax|the border post|the power plant|the fishing quota",
  "would hold for another week|had failed twice since spring|would cost more than was planned|was never meant to last|needs a vote before the winter|had been inspected at night|would open again on Friday|was worth every hour of work",
  "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
  "said|told reporters|announced|warned|added|argued",
].map((list, k) => list.split([0, 1, 2, 6].includes(k) ? " " : "|")) as [
  string[],
  string[],
  string[],
  string[],
  string[],
  string[],
  string[],
  string[],
];

/** One report of two to three thousand characters, the same for the same seed. */
function writeReport(seed: number): { title: string; paragraphs: string[] } {
  const random = randomNumbers(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
  const place = pick(PLACES);
  const thing = pick(THINGS);
  const people = Array.from({ length: 3 }, () => ({ name: `${pick(GIVEN)} ${pick(FAMILY)}`, office: pick(OFFICES) }));
  const number = () => String(10 + Math.floor(random() * 9_000));
  const makers = [
    (name: string, office: string) =>
      `${name}, ${office} of ${place}, ${pick(REPORTING)} on ${pick(DAYS)} that ${pick(THINGS)} ${pick(DEEDS)}.`,
    (name: string) =>
      `“We have looked at ${pick(THINGS)} ${number()} times, and it ${pick(DEEDS)},” ${name.split(" ")[1]} said. “Nobody should be surprised.”`,
    (name: string) => `According to ${name}, ${number()} people in ${pick(PLACES)} have signed a letter against ${pick(THINGS)}.`,
    () => `The district of ${place} counts ${number()} households, and ${number()} of them lie below the level of the river.`,
    () => `Rain fell over ${pick(PLACES)} until late on ${pick(DAYS)}, and the road to ${pick(PLACES)} stayed shut for lorries.`,
    () => `It took ${number()} hours to clear ${thing} of mud, wood and the remains of ${number()} sandbags from the spring.`,
    () => `Trains between ${pick(PLACES)} and ${pick(PLACES)} run every ${number()} minutes again, though not on ${pick(DAYS)}.`,
    (name: string, office: string) =>
      `The ${office} ${pick(REPORTING)} that ${thing} ${pick(DEEDS)}, while ${name.split(" ")[1]} denied it in a letter of ${number()} words.`,
  ];
  const sentence = (): string => {
    const { name, office } = people[Math.floor(random() * people.length)]!;
    return makers[Math.floor(random() * makers.length)]!(name, office);
  };
  const paragraphs = Array.from({ length: 9 }, () => Array.from({ length: 2 + Math.floor(random() * 2) }, sentence).join(" "));
  return { title: `${place}: ${thing} ${pick(DEEDS)}, number ${seed}`, paragraphs };
}

function renderPage(seed: number): string {
  const { title, paragraphs } = writeReport(seed);
  const published = new Date(Date.UTC(2026, 3, 1) + seed * 60_000).toISOString();
  const text = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("\n");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta property="og:site_name" content="The ${PLACES[seed % PLACES.length]} Courier"><meta property="article:published_time" content="${published}"></head>
<body><header><nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav></header>
<main><article><h1>${title}</h1>${text}</article></main><footer><p>All names are invented.</p></footer></body></html>`;
}

function renderFeed(site: string, feed: number, { items }: Size): string {
  const entries = Array.from({ length: items }, (_, k) => {
    const seed = feed * items + k;
    const date = new Date(Date.UTC(2026, 3, 1) + seed * 60_000).toUTCString();
    return `<item><title>${writeReport(seed).title}</title><link>${site}/${seed}</link><guid>${site}/${seed}</guid><pubDate>${date}</pubDate></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Courier ${feed}</title><link>${site}/</link>${entries.join("")}</channel></rss>`;
}

export async function openNewspapers(size: Size): Promise<Newspapers> {
  let asked = 0;
  const newspapers = { asked: () => asked, onAsked: () => {}, feeds: [] as string[], close: () => {} };
  const server = createServer((request, response) => {
    const isHere = request.socket.remoteAddress?.startsWith("127.");
    if (!isHere) return void response.writeHead(403).end();
    asked++;
    newspapers.onAsked();
    const path = request.url ?? "/";
    if (path === "/robots.txt")
      return void response.writeHead(200, { "content-type": "text/plain" }).end("User-agent: *\nDisallow: /private\n");
    if (path !== "/feed")
      return void response.writeHead(200, { "content-type": "text/html" }).end(renderPage(Number(path.slice(1))));
    if (request.headers["if-none-match"] === '"1"') return void response.writeHead(304, { etag: '"1"' }).end();
    const site = `http://${request.headers.host}`;
    response.writeHead(200, { "content-type": "application/rss+xml", etag: '"1"' });
    response.end(renderFeed(site, newspapers.feeds.indexOf(`${site}/feed`), size));
  });
  await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));
  const { port } = server.address() as AddressInfo;
  newspapers.feeds = Array.from({ length: size.feeds }, (_, k) => `http://127.1.${k >> 8}.${k & 255}:${port}/feed`);
  newspapers.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return newspapers;
}
