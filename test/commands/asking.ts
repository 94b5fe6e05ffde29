import { commands } from "../../commands/index.ts";
import { createBriefing } from "../../src/briefing/briefing.ts";
import { createAnswer } from "../../src/chat/answer.ts";
import type { Block, Card, Receipt } from "../../src/chat/card.ts";
import type { Channel } from "../../src/chat/channel.ts";
import { createFollowing } from "../../src/ingest/polling/following.ts";
import type { Article, Statement } from "../../src/model.ts";
import { createSqliteStore } from "../../src/store/sqlite/sqlite.ts";
import { createRoom } from "../digests/desk.ts";
import { ADA, day, makeArticle, makeStatement, rethrow } from "../fixtures.ts";

const dam = makeArticle(
  "dam",
  "The dam at Orre holds for now. Mayor Ada Lund said the cease-fire would hold. “The river is quiet,” she said. Engineers left at noon.",
  { title: "Dam holds", outlet: "Valley Post", publishedAt: day("2026-05-02"), url: "https://valley.example/dam" },
);
const road = makeArticle(
  "road",
  "The road is shut. Viktor Sorenskiy said two ceasefires had failed. He had felt the road was safe. Nobody was hurt.",
  {
    outlet: "Northern Wire",
    publishedAt: day("2026-05-04"),
    file: "road.txt",
  },
);
const library = [
  {
    article: dam,
    statements: [
      makeStatement(dam, "the cease-fire would hold", {
        speaker: { name: "Ada Lund", role: "Mayor" },
        cue: "said",
        source: "Mayor Ada Lund",
      }),
      makeStatement(dam, "The river is quiet,", { speaker: { name: "Ada Lund", role: "Mayor" }, kind: "direct" }),
    ],
  },
  {
    article: road,
    statements: [
      makeStatement(road, "two ceasefires had failed", { speaker: "Viktor Sorenskiy", cue: "said" }),
      makeStatement(road, "the road was safe", { speaker: "Viktor Sorenskiy", cue: "had felt", confidence: 0.4 }),
    ],
  },
];

/** Asks the real commands, as typed after the slash, of a small library (or an empty one). */
export async function ask(line: string, options: { empty?: boolean; platform?: Channel["platform"] } = {}): Promise<Card> {
  return (await askAll([line], options.empty ? [] : library, options.platform))[0]!;
}

/** Asks one library several things, one after the other. */
export async function askAll(
  typed: readonly string[],
  articles: readonly { article: Article; statements: readonly Statement[] }[],
  platform: Channel["platform"] = "terminal",
): Promise<Card[]> {
  const now = () => new Date("2026-05-05T12:00:00Z");
  const store = createSqliteStore(":memory:", now);
  for (const { article, statements } of articles) await store.addArticle("w", article, statements);
  const web = () => Promise.reject(new Error("these commands ask nobody"));
  const feeds = { ...createFollowing({ store, now, web }), isPolling: () => false };
  const records = { ...store, keepDays: null };
  const answer = createAnswer(
    commands,
    { briefing: createBriefing(store), feeds, digests: createRoom().digests, records, now },
    rethrow,
  );
  const channel = { platform, workspace: "w", id: "c" };
  const cards: Card[] = [];
  for (const line of typed) {
    const [, command = "", input = ""] = /^(\S*)\s*(.*)$/.exec(line) ?? [];
    cards.push(await answer({ command, input, channel, user: ADA }));
  }
  await store.close();
  return cards;
}

/** A card's title, or what went wrong, and its blocks as short lines. */
export const shown = (card: Card) => [card.title, ...lines(card)];
export const refused = (card: Card) => [card.problem, ...lines(card)];

/** A card's blocks as short lines, for tables. */
export const lines = ({ blocks }: Card): string[] => blocks.map(line);

function line(block: Block): string {
  switch (block.type) {
    case "text":
      return block.text;
    case "list":
      return block.items.map(({ term, text }) => `${term} = ${text}`).join("\n");
    case "statement": {
      const words = block.passages.map(({ text, quoted }) => (quoted ? `“${text}”` : text)).join(" … ");
      const who = block.speaker ? [block.speaker.name, block.speaker.role].filter(Boolean).join(", ") : "nobody named";
      return `${block.number ?? "-"}. ${who}: ${words} (${outlets(block.receipt)})`;
    }
    case "excerpt":
      return `${block.text} (${outlets(block.receipt)})`;
    case "file":
      return `${block.name}:\n${block.text}`;
    case "article":
      return `${block.receipt.title ?? block.receipt.file} (${outlets(block.receipt)}), ${block.note}`;
    default:
      return block satisfies never;
  }
}

const outlets = ({ outlet, also = [] }: Receipt): string => [String(outlet), ...also].join(" + ");
