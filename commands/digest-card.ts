import { again } from "../src/chat/actions.ts";
import { body, type Card, note } from "../src/chat/card.ts";
import type { Channel, User } from "../src/chat/channel.ts";
import { describeFilter, describePlace, platformName } from "../src/chat/digest-words.ts";
import type { Digests, ShownDigest } from "../src/chat/digests.ts";
import { outcomeOf } from "../src/chat/run-words.ts";
import { period } from "../src/chat/times.ts";
import type { Place } from "../src/model.ts";

/** All about a digest, for whoever has just set it up or changed it. */
export function digestCard(
  shown: ShownDigest,
  of: { title: string; by?: string | undefined; here: Channel; digests: Digests },
): Card {
  const { digest, when, runs, group } = shown;
  const { number, filter, place, schedule, length, ping, quiet, latest, pause } = digest;
  const { title, by, here, digests } = of;
  const next = runs.map((run) => digests.showInstant(run, schedule.zone)).join("\n");
  const item = (term: string, text: string | false | null | undefined) => (text ? [{ term, text }] : []);
  return {
    title,
    blocks: [
      {
        type: "list",
        items: [
          ...item("What", describeFilter(filter)),
          ...item("When", when),
          ...item("Where", describePlace(place, here)),
          ...item(runs.length === 1 ? "Next run" : "Next runs", next),
          ...item("Length", length !== "normal" && length),
          ...item("Notifies", ping && (group ?? "the group that was chosen")),
          ...item("Nothing new", quiet && "says so"),
          ...item("If late", `comes up to ${period(latest)} late, and then not`),
          ...item("Set up by", by),
        ],
      },
      ...(pause === null ? servingNote(digests, place) : [body(nextWords(shown, digests))]),
      note(`To change it, type /digest edit ${number}; /digest why ${number} tells what became of its runs.`),
    ],
    actions: [
      again("digest preview", "Preview", { digest: String(number) }),
      pause === null
        ? again("digest pause", "Pause", { digest: String(number) })
        : again("digest resume", "Resume", { digest: String(number) }),
    ],
  };
}

/** How people know somebody; undefined where a platform told nothing but their id, as with a mention. */
export const knownName = ({ id, name }: Pick<User, "id" | "name">): string | undefined => (name === id ? undefined : name);

/** Tells when something is posted where this process posts nothing. */
export const servingNote = (digests: Digests, { platform }: Place) =>
  digests.isServing(platform)
    ? []
    : [
        note(
          platform === "terminal"
            ? "It comes while npm start chats in the terminal."
            : `It is posted while npm start runs with ${platformName(platform)} connected.`,
        ),
      ];

/** When a digest runs next, or why and since when it does not, with what to do. */
export function nextWords({ digest, runs: [next] }: ShownDigest, digests: Digests): string {
  const { pause, number, schedule } = digest;
  if (pause === null) return next === undefined ? "It does not run again." : `Next: ${digests.showInstant(next, schedule.zone)}`;
  const since = `Paused since ${digests.showInstant(pause.at, schedule.zone)}`;
  return `${since}${pause.why === null ? "." : `: ${pause.why}`} To go on, type /digest resume ${number}`;
}

/** One digest of a list: when, where, its next run, and how its last one ended. */
export function digestLines(shown: ShownDigest, here: Channel, digests: Digests): string {
  const { digest, when, last } = shown;
  const { schedule, place } = digest;
  const at = (date: Date) => digests.showInstant(date, schedule.zone);
  return [
    `${when}, ${describePlace(place, here)}`,
    nextWords(shown, digests),
    last === null ? "No run yet." : `Last: ${at(last.due)}, ${outcomeOf(last)}`,
  ].join("\n");
}

/** That a digest or a watch stands still, and how it goes on. */
export const pausedCard = (what: "digest" | "watch", number: number, about: string): Card => ({
  title: `${TITLES[what]} ${number} is paused`,
  blocks: [body(about), note(`To go on, type /${what} resume ${number}`)],
  actions: [again(`${what} resume`, "Resume", { [what]: String(number) })],
});

/** That a digest or a watch is no more. */
export const removedCard = (what: "digest" | "watch", number: number, about: string): Card => ({
  title: `${TITLES[what]} ${number} is removed`,
  blocks: [body(about), note("What it has posted stays.")],
});

const TITLES = { digest: "Digest", watch: "Watch" } as const;
