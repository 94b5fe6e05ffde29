import { body, type Card, heading, note } from "../src/chat/card.ts";
import { defineCommand } from "../src/chat/command.ts";
import { confirmationWord } from "../src/chat/confirmation.ts";
import { counted } from "../src/chat/wording.ts";
import type { Holdings, OwnHoldings } from "../src/model.ts";

export default defineCommand({
  name: "privacy",
  summary: "What is kept here, where and for how long, what of it is yours, and how to remove it",
  visibility: "private",
  options: {},
  examples: [""],
  async run({ channel: { workspace, platform }, user }, { records }): Promise<Card> {
    const [all, own] = await Promise.all([
      records.holdings(workspace),
      records.ownHoldings(workspace, { platform, user: user.id }),
    ]);
    return {
      title: "What is kept",
      isPersonal: true,
      blocks: [
        { type: "list", items: holdingsList(all, records.keepDays) },
        heading("Of you"),
        body(ofYou(own)),
        body("What you type is answered and not kept, beyond the answers above; nor is any message that you or others write."),
        heading("Where, and who sees it"),
        body(
          "In one file on the machine that On Record runs on, and in the backups that whoever runs it makes. No other workspace sees any of it, " +
            "and nobody else is sent it but this platform, with the answers.",
        ),
        heading("To remove it"),
        body(
          "/forget me takes your name off; /feed remove, /digest remove and /watch remove take out one thing; " +
            `/forget everything confirm:${confirmationWord(workspace)} takes out all that is listed above, for everybody here, and only a manager can.`,
        ),
        note("What was posted in channels is the platform's to keep, and is removed there."),
      ],
    };
  },
});

/** What there is of each kind, and how long it stays. */
function holdingsList(all: Holdings, keepDays: number | null) {
  const forArticles = keepDays === null ? "until somebody removes them" : `for ${counted(keepDays, "day")} after they came in`;
  const { articles, statements, speakers, feeds, digests, watches, deliveries, answers } = all;
  return [
    {
      term: counted(articles, "article"),
      text: `with ${counted(statements, "statement")} and ${counted(speakers, "name")} of speakers, as the press printed them; kept ${forArticles}`,
    },
    { term: counted(feeds, "feed"), text: "with who follows it for you and in which channel; kept until it is removed" },
    {
      term: `${counted(digests, "digest")}, ${counted(watches, "watch", "watches")}`,
      text: "with who set it up and where it posts; kept until it is removed",
    },
    { term: counted(deliveries, "delivery", "deliveries"), text: "what was posted where and when; kept for 90 days" },
    { term: counted(answers, "answer"), text: "whose buttons work; kept for a day, without who asked" },
  ];
}

function ofYou({ feeds, digests, watches, direct, messages }: OwnHoldings): string {
  const setUp = [
    ...(feeds > 0 ? [counted(feeds, "feed")] : []),
    ...(digests > 0 ? [counted(digests, "digest")] : []),
    ...(watches > 0 ? [counted(watches, "watch", "watches")] : []),
  ];
  const parts = [
    ...(setUp.length > 0 ? [`your user id, because you set up ${setUp.join(", ")}`] : []),
    ...(direct > 0 ? [`${counted(direct, "digest or watch that posts", "digests and watches that post")} to you alone`] : []),
    ...(messages > 0 ? [`that ${counted(messages, "message")} went to you`] : []),
  ];
  return parts.length === 0 ? "Nothing carries your user id." : `Kept: ${parts.join("; ")}.`;
}
