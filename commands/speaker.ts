import { body, type Card, note } from "../src/chat/card.ts";
import { defineCommand, type Services } from "../src/chat/command.ts";
import { UserError } from "../src/chat/errors.ts";
import { words } from "../src/chat/options.ts";
import { counted, quoted } from "../src/chat/wording.ts";
import type { KnownSpeaker } from "../src/model.ts";

const name = words("A speaker's name as an answer shows it", undefined, "speaker");

export const showSpeaker = defineCommand({
  name: "speaker show",
  summary: "The names that are one speaker",
  visibility: "private",
  options: { name },
  examples: ["Veshkar", "Ilmar Veshkar"],
  async run({ options, channel: { workspace } }, services): Promise<Card> {
    const speaker = await find(services, workspace, options.name);
    if (speaker.knownAs === null) {
      return {
        title: speaker.name,
        blocks: [
          body(`“${speaker.name}” names nobody: it may be somebody else in every article.`),
          note(`${counted(speaker.names[0]!.statements, "statement")}: type /quotes ${speaker.name}`),
        ],
      };
    }
    const other = speaker.names.find((each) => each.name !== speaker.knownAs)?.name;
    const takeOut = other && `Not the same? Type ${split(other, speaker.knownAs)}`;
    return {
      title: speaker.knownAs,
      blocks: [
        listNames(speaker),
        ...apartNote(speaker.apart),
        note(takeOut ?? `Has other names? Type /speaker merge <name> into:${quoted(speaker.knownAs)}`),
      ],
    };
  },
});

export const mergeSpeaker = defineCommand({
  name: "speaker merge",
  summary: "Makes two names one speaker, for everybody here",
  visibility: "channel",
  needs: "manager",
  options: { name, into: words("The speaker's other name, which then stands for both", "name", "speaker") },
  examples: ['Bob Hale into:"Robert Hale"', '"Ministry of Finance" into:"Finance Ministry"'],
  async run({ options, channel: { workspace } }, services): Promise<Card> {
    const [one, into] = await findTwo(services, workspace, options.name, options.into);
    const already = one.names.some((each) => each.name === into.name);
    if (!(await services.briefing.mergeSpeakers(workspace, one.name, into.name))) throw changedMeanwhile();
    const now = await find(services, workspace, into.name);
    const takenBack = [...one.apart, ...into.apart].filter((apart) => now.names.some((each) => each.name === apart));
    return {
      title: "One speaker",
      blocks: [
        body(
          already
            ? `“${one.name}” and “${into.name}” were one speaker already; now they stay so by hand.`
            : `“${one.name}” and “${into.name}” are one speaker now. Answers still show each statement under the name its article prints.`,
        ),
        ...(takenBack.length > 0 ? [body(`This takes back an earlier split of ${list([...new Set(takenBack)])}.`)] : []),
        listNames(now),
        ...apartNote(now.apart),
        note(`To undo it, type ${split(one.name, into.name)}`),
      ],
    };
  },
});

export const splitSpeaker = defineCommand({
  name: "speaker split",
  summary: "Takes a name out of a speaker, for everybody here",
  visibility: "channel",
  needs: "manager",
  options: { name, from: words("A name of the speaker it does not belong to", "name", "speaker") },
  examples: ['Bob Hale from:"Robert Hale"'],
  async run({ options, channel: { workspace } }, services): Promise<Card> {
    const [one, from] = await findTwo(services, workspace, options.name, options.from);
    const together = one.names.some((each) => each.name === from.name);
    if (!(await services.briefing.splitSpeakers(workspace, one.name, from.name))) throw changedMeanwhile();
    const [left, stayed] = await findTwo(services, workspace, one.name, from.name);
    return {
      title: "Two speakers",
      blocks: [
        body(
          together
            ? `“${one.name}” and “${from.name}” are two speakers now.`
            : `“${one.name}” and “${from.name}” were two speakers already; now they stay so, whatever articles come.`,
        ),
        listNames(left),
        listNames(stayed),
        note(`To undo it, type /speaker merge ${quoted(one.name)} into:${quoted(from.name)}`),
      ],
    };
  },
});

async function find({ briefing }: Services, workspace: string, asked: string): Promise<KnownSpeaker> {
  const found = await briefing.speaker(workspace, asked);
  if (found) return found;
  const { speakers } = await briefing.nearest(workspace, { speaker: asked });
  const nearest = speakers.length > 0 ? `The nearest: ${speakers.join(", ")}.` : "It holds no statement yet.";
  throw new UserError(`No speaker in the library has the name “${asked}”. ${nearest}`);
}

/** Both speakers, each of whom must be somebody; by name, they must be two. */
async function findTwo(services: Services, workspace: string, a: string, b: string): Promise<[KnownSpeaker, KnownSpeaker]> {
  const both: [KnownSpeaker, KnownSpeaker] = [await find(services, workspace, a), await find(services, workspace, b)];
  const nobody = both.find(({ knownAs }) => knownAs === null);
  if (nobody) {
    throw new UserError(`“${nobody.name}” names nobody: it may be somebody else in every article, so it stays on its own.`);
  }
  if (both[0].name === both[1].name) throw new UserError(`Both are the name “${both[0].name}”: give two names.`, "usage");
  return both;
}

const changedMeanwhile = () => new UserError("The library has changed meanwhile and one of the names is gone: please try again.");

const listNames = ({ names }: KnownSpeaker) => ({
  type: "list" as const,
  items: names.map(({ name, statements, mergedInto }) => ({
    term: name,
    text: `${counted(statements, "statement")}${mergedInto.length > 0 ? `, merged by hand into ${list(mergedInto)}` : ""}`,
  })),
});

const apartNote = (apart: readonly string[]) => (apart.length > 0 ? [note(`Kept apart by hand from ${list(apart)}.`)] : []);
const list = (names: readonly string[]) => names.map((each) => `“${each}”`).join(", ");
const split = (one: string, from: string) => `/speaker split ${quoted(one)} from:${quoted(from)}`;
