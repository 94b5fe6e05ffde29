import { setTimeout as wait } from "node:timers/promises";
import { type Client, SimpleShardingStrategy, WebSocketShardStatus } from "discord.js";

/** The connections of a client. */
export interface Gateway {
  /** To be given to the client, which builds its connections by it. */
  readonly buildStrategy: (manager: ConstructorParameters<typeof SimpleShardingStrategy>[0]) => SimpleShardingStrategy;
  /** Ends a client with its connections, also those that it is about to make. */
  leave(client: Client): Promise<void>;
}

const AGAIN = 600; // milliseconds: discord.js waits 500 before it connects again
const CLOSING = 1_000; // milliseconds: no goodbye takes longer

/**
 * discord.js has no clean way to leave while it connects: it connects all the same, or lets go of a connection without listening to its
 * errors, of which one would end the process. What it keeps to itself (`shards`, `connection`) is reached for here alone.
 */
export function createGateway(): Gateway {
  let strategy: SimpleShardingStrategy | null = null;
  return {
    buildStrategy(manager) {
      strategy = new SimpleShardingStrategy(manager);
      return strategy;
    },
    async leave(client) {
      const shards = [...(strategy?.["shards"].values() ?? [])] as unknown as readonly Shard[];
      const isConnecting = shards.some(({ status }) => status !== WebSocketShardStatus.Ready);
      for (const { connection } of shards) connection?.on("error", () => {});
      await Promise.race([client.destroy(), wait(CLOSING, undefined, { ref: false })]);
      for (const { connection } of shards) connection?.terminate();
      if (!isConnecting) return;
      await wait(AGAIN);
      for (const shard of shards) {
        const { connection } = shard;
        connection?.on("error", () => {});
        await shard.destroy();
        connection?.terminate();
      }
    },
  };
}

interface Shard {
  readonly status: WebSocketShardStatus;
  readonly connection: { on(event: "error", listener: () => void): void; terminate(): void } | null;
  destroy(): Promise<void>;
}
