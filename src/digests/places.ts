import type { Outbox } from "../chat/adapter.ts";
import { UserError } from "../chat/errors.ts";
import type { Place } from "../model.ts";

/** Of the platforms that this process posts on. */
export type Outboxes = ReadonlyMap<string, Pick<Outbox, "check" | "checkPing" | "groupName">>;

/** Places and groups that somebody names, looked at as far as this process can; each throws a UserError with what the platform says against it. */
export function createPlaces(outboxes: Outboxes) {
  return {
    /** Where something is posted, once it is known that it can be. */
    async readPlace(workspace: string, place: Place): Promise<Place> {
      const why = await outboxes.get(place.platform)?.check(workspace, place.channel);
      if (why) throw new UserError(why);
      return place;
    },
    /** Whom it notifies, once it is known that it can, on the platform that somebody is on. */
    async readPing(workspace: string, { platform }: Place, ping: string): Promise<string> {
      const why = await outboxes.get(platform)?.checkPing(workspace, ping);
      if (why) throw new UserError(why);
      return ping;
    },
  };
}

/** A channel of the platform that somebody is on. */
export function placeOf({ platform, channel: here }: Place, channel: string): Place {
  if (platform !== "terminal" || channel === here) return { platform, channel };
  throw new UserError(
    "What is set up in the terminal comes in the terminal. For a channel, type in a shell: npm run -s on-record -- digests add --help",
  );
}
