import { commands } from "../../commands/index.ts";
import { createAnswer } from "../../src/chat/answer.ts";
import type { Typed } from "../../src/chat/options.ts";
import { createRoom, type Room } from "../digests/desk.ts";
import { ADA, rethrow } from "../fixtures.ts";

/** Asks the real commands, as typed after the slash, of a memory of digests. */
export function setUp(options: Room = {}) {
  const room = createRoom(options);
  const briefing = {
    speaker: async (_: string, name: string) => (name === "Ada Lund" ? { name } : null),
    statements: async (_: string, { by = "" }) => ({ items: [], total: /^(Ada Lund|Veshkar)$/.test(by) ? 3 : 0 }),
    nearest: async (_: string, { speaker = "" }) => ({ topics: [], speakers: speaker === "Ada Lunt" ? ["Ada Lund"] : [] }),
    complete: async (_: string, __: string, typed: string) => (typed === "Valley Post" ? [typed] : []),
  } as never;
  const now = () => new Date("2026-05-05T12:00:00Z");
  const answer = createAnswer(
    commands,
    { briefing, feeds: {} as never, digests: room.digests, records: {} as never, now },
    rethrow,
  );
  const ask = (line: string, more: { workspace?: string; channel?: string; user?: Partial<typeof ADA>; typed?: Typed } = {}) => {
    const [, command = "", input = ""] = /^(\S*)\s*(.*)$/s.exec(line) ?? [];
    const { workspace = "w", channel = "C1", user, typed } = more;
    return answer({
      ...{ command: typed ? line : command, input: typed ?? input },
      channel: { platform: "slack", workspace, id: channel },
      user: { ...ADA, ...user },
    });
  };
  return { ...room, ask };
}
