import type { Typed } from "../../chat/options.ts";
import type { Desk } from "./desk.ts";
import { channelOf, type Place } from "./place.ts";

/** Runs a command for somebody and shows the answer where they are. */
export async function ask(
  { chat, identity, answering, userOf }: Desk,
  asked: { readonly command: string; readonly input: string | Typed; readonly openly: boolean },
  place: Place,
  name: string,
): Promise<void> {
  const { command, input, openly } = asked;
  const user = userOf(place.user, name);
  await answering.answer(place, chat.answer({ command, input, channel: channelOf(place, identity.team), user }), { openly });
}
