import { body, type Card, note } from "../src/chat/card.ts";
import { defineCommand } from "../src/chat/command.ts";
import { confirmationWord } from "../src/chat/confirmation.ts";
import { UserError } from "../src/chat/errors.ts";
import { NOT_A_MANAGER } from "../src/chat/managers.ts";
import { choice, optional, words } from "../src/chat/options.ts";
import { counted } from "../src/chat/wording.ts";
import type { Holdings, OwnHoldings } from "../src/model.ts";

export default defineCommand({
  name: "forget",
  summary: "Takes out what is kept: of you, or, by a manager, of everybody here",
  visibility: "private",
  options: {
    what: choice("Whose: yours, or all that is kept here", ["me", "everything"]),
    confirm: optional(words("For everything: the word that /privacy shows", "word")),
  },
  examples: ["me", "everything confirm:word"],
  async run({ options: { what, confirm }, channel: { workspace, platform }, user }, { records }): Promise<Card> {
    if (what === "me") return forgotten(await records.forgetPerson(workspace, { platform, user: user.id }));
    if (!(await user.isManager())) throw new UserError(NOT_A_MANAGER[platform]);
    if (confirm?.toLowerCase() !== confirmationWord(workspace))
      throw new UserError(
        `${confirm === undefined ? "" : `The word is not “${confirm.slice(0, 40)}”. `}This takes out all articles, statements, feeds, digests ` +
          "and watches of everybody here, and nobody can bring them back: type /privacy to see how many, and what to type then.",
      );
    return removed(await records.forgetWorkspace(workspace));
  },
});

function forgotten({ feeds, digests, watches, direct, messages }: OwnHoldings): Card {
  const setUp = feeds + digests + watches;
  if (setUp + direct + messages === 0)
    return { title: "There is nothing to forget", blocks: [body("Nothing that is kept here carries your user id.")] };
  return {
    title: "You are forgotten",
    blocks: [
      {
        type: "list",
        items: [
          { term: counted(feeds, "feed"), text: goesOn(feeds) },
          { term: counted(digests, "digest"), text: goesOn(digests) },
          { term: counted(watches, "watch", "watches"), text: goesOn(watches) },
          { term: counted(direct, "digest or watch", "digests and watches"), text: "that posted to you alone: removed" },
          { term: counted(messages, "message"), text: "to you: no longer known" },
        ].filter(({ term }) => !term.startsWith("0 ")),
      },
      ...(digests + watches > 0 ? [note("When one of them cannot be posted, nobody is told in person any more.")] : []),
    ],
  };
}

const goesOn = (count: number): string => `${count === 1 ? "goes" : "go"} on without your user id`;

function removed(all: Holdings): Card {
  const { articles, statements, speakers, feeds, digests, watches, deliveries, answers } = all;
  const gone = [
    ...[
      counted(articles, "article"),
      counted(statements, "statement"),
      counted(speakers, "name of a speaker", "names of speakers"),
    ],
    ...[counted(feeds, "feed"), counted(digests, "digest"), counted(watches, "watch", "watches")],
    ...[counted(deliveries, "delivery", "deliveries"), counted(answers, "answer")],
  ].filter((each) => !each.startsWith("0 "));
  return {
    title: "Everything is removed",
    blocks: [
      body(gone.length === 0 ? "Nothing was kept here." : `${gone.join(", ")}.`),
      note("Backups of whoever runs On Record still hold it, and so do channels what was posted there."),
    ],
  };
}
