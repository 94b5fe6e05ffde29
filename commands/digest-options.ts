import type { Channel } from "../src/chat/channel.ts";
import type { Owner } from "../src/chat/digests.ts";
import { channel, choice, group, list, optional, words } from "../src/chat/options.ts";

const HOUR = 3_600_000; // milliseconds
const LATEST = { "1h": HOUR, "6h": 6 * HOUR, "12h": 12 * HOUR, "1d": 24 * HOUR, "3d": 72 * HOUR } as const;
const LATE = ["1h", "6h", "12h", "1d", "3d"] as const;

/** Milliseconds. */
export const latestOf = (late: keyof typeof LATEST | undefined) => (late === undefined ? undefined : LATEST[late]);

/** Who sets up a digest or a watch, and where they are. */
export const ownerOf = ({ workspace, platform, id }: Channel, user: { readonly id: string }): Owner => ({
  ...{ workspace, by: user.id },
  place: { platform, channel: id },
});

export const WHEN = "Weekdays 08:00, every 2 hours 9-18, or a cron expression";
export const PLACE = optional(channel("Where it is posted; here where nothing is said"));

/** What a digest or a watch is about. */
export const ABOUT = {
  topic: optional(list("Words that must stand in it; several topics with commas between them", "topics", "topic")),
  speaker: optional(list("Who must have said something; several names with commas", "names", "speaker")),
  outlet: optional(list("Where it must stand; several names with commas", "names", "outlet")),
  without: optional(list("What stays out: topics, speakers, outlets, with commas", "words", "topic")),
} as const;

/** How a digest is made and posted. */
export const HOW = {
  story: optional(list("Only what belongs to the story of this article; several with commas", "headlines", "article")),
  zone: optional(words("On which clocks: Europe/London", "zone", "zone")),
  channel: PLACE,
  length: optional(choice("How much it tells", ["short", "normal", "long"])),
  ping: optional(group("A role or group that each one notifies")),
  late: optional(choice("How late it may still come after an outage; 12h where nothing is said", LATE)),
} as const;

const DIGEST = { digest: words("Its number in /digest list", "number", "digest") } as const;
const WATCH = { watch: words("Its number in /watch list", "number", "watch") } as const;

/** Commands that ask something of one digest. */
export const OF_DIGEST = { visibility: "private", options: DIGEST, examples: ["3"] } as const;
/** Commands of managers that change one digest, or one watch. */
export const TO_DIGEST = { visibility: "channel", needs: "manager", options: DIGEST, examples: ["3"] } as const;
export const TO_WATCH = { visibility: "channel", needs: "manager", options: WATCH, examples: ["4"] } as const;
