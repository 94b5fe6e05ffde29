import { commands } from "../../commands/index.ts";
import { createBriefing } from "../../src/briefing/briefing.ts";
import type { Chat } from "../../src/chat/adapter.ts";
import { createAnswer } from "../../src/chat/answer.ts";
import { createChat } from "../../src/chat/chat.ts";
import { createFollowing } from "../../src/ingest/polling/following.ts";
import { createSqliteStore } from "../../src/store/sqlite/sqlite.ts";
import { createRoom } from "../digests/desk.ts";
import { day, makeArticle, makeStatement, rethrow } from "../fixtures.ts";

export const urlOf = (k: number): string => `https://valley.example/dam/${k}`;

/** The real core over a library of forty articles that one workspace has, and no other. */
export async function createCore(workspace: string): Promise<Chat> {
  const store = createSqliteStore(":memory:");
  for (let k = 1; k <= 40; k++) {
    const article = makeArticle(`dam${k}`, `The dam at Orre holds on day ${k}. Mayor Ada Lund said gate ${k} would stay shut.`, {
      ...{ title: `Dam holds, day ${k}`, outlet: "Valley Post", publishedAt: day("2026-05-02"), url: urlOf(k) },
    });
    const said = makeStatement(article, `gate ${k} would stay shut`, {
      ...{ speaker: { name: "Ada Lund", role: "Mayor" }, cue: "said", source: "Mayor Ada Lund" },
    });
    await store.addArticle(workspace, article, [said]);
  }
  const now = () => new Date("2026-05-05T12:00:00Z");
  const web = () => Promise.reject(new Error("nobody is asked"));
  const feeds = { ...createFollowing({ store, now, web }), isPolling: () => false };
  const records = { ...store, keepDays: null };
  const services = { briefing: createBriefing(store), feeds, digests: createRoom().digests, records, now };
  return createChat({
    ...{ commands, services, answer: createAnswer(commands, services, () => {}) },
    sessions: { keep: store.keepSession, find: store.findSession },
    log: (error) => rethrow({ fault: { reference: "", error } } as never),
  });
}
