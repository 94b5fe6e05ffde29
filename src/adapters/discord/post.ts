import { createHash } from "node:crypto";
import type { Client } from "discord.js";
import { PlatformError } from "../../chat/adapter.ts";
import type { Card } from "../../chat/card.ts";
import { messageOf } from "./message.ts";
import { PATIENT, persist } from "./persist.ts";
import { renderParts } from "./render.ts";

/**
 * Posts all parts of a card for everybody in a channel. What is posted twice within some minutes under one `key` is there once.
 * Rejects with a `PlatformError` where a channel takes no messages, else with what Discord says.
 */
export async function postCard(client: Client, channelId: string, card: Card, key: string): Promise<void> {
  const channel = await persist(PATIENT, () => client.channels.fetch(channelId));
  if (!channel?.isSendable()) throw new PlatformError("On Record cannot post in a channel of this kind.");
  for (const [k, part] of renderParts(card).entries()) {
    const nonce = nonceOf(`${channelId} ${key} ${k}`);
    await persist<unknown>(PATIENT, () => channel.send({ ...messageOf(part, false), nonce, enforceNonce: true }));
  }
}

const LONGEST_NONCE = 25; // characters that Discord takes

/** What Discord tells a message from another by for some minutes. */
export const nonceOf = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, LONGEST_NONCE);
