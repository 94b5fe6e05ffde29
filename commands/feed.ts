import { nextPage } from "../src/chat/actions.ts";
import { body, type Card, heading, type ListBlock, note } from "../src/chat/card.ts";
import type { Channel } from "../src/chat/channel.ts";
import { defineCommand } from "../src/chat/command.ts";
import { UserError } from "../src/chat/errors.ts";
import { feedHealth, feedName } from "../src/chat/feed-health.ts";
import { address, count, words } from "../src/chat/options.ts";
import { ago, day, every } from "../src/chat/times.ts";
import { counted, noSuchPage, pageNote } from "../src/chat/wording.ts";
import type { FollowedFeed } from "../src/model.ts";

const PAGE = 10; // feeds an answer shows
const MOST_OTHERS = 3; // further feeds of a page that are named

const NONE: Card = {
  title: "No feeds yet",
  blocks: [body("Type /feed add and the address of a news site or of its feed; /feed import takes a whole list.")],
};

const follower = ({ workspace, platform, id }: Channel, user: { readonly id: string }) => ({
  ...{ workspace, platform, channel: id, by: user.id },
});

/** Tells when articles come: this process may be one that only answers. */
const comingNote = (isPolling: boolean) =>
  note(
    isPolling
      ? "The articles are being read now: /articles shows them as they come in."
      : "The articles come in while npm start runs, or at once with: npm run -s on-record -- feeds poll",
  );

export const addFeed = defineCommand({
  name: "feed add",
  summary: "Follows a feed: its articles come into the library by themselves",
  visibility: "channel",
  needs: "manager",
  options: { url: address("The address of a feed, or of a page that names one") },
  examples: ["https://valley.example/feed.xml", "valley.example"],
  async run({ options: { url }, channel, user }, { feeds, now }): Promise<Card> {
    const found = await feeds.add(follower(channel, user), url);
    if ("refusal" in found) throw new UserError(found.refusal);
    const { isNew, entries, newest, every: often, others } = found;
    if (!isNew) {
      const feed = (await feeds.list(channel.workspace)).find((each) => each.address === found.address);
      return {
        title: `Followed already: ${feedName(found)}`,
        blocks: [...(feed ? [body(feedHealth(feed, now()))] : []), note(found.address)],
      };
    }
    const list: ListBlock = {
      type: "list",
      items: newest.map(({ title, publishedAt }) => ({
        term: title ?? "Untitled",
        text: publishedAt ? day(publishedAt) : "no date",
      })),
    };
    const more = others.slice(0, MOST_OTHERS).map((other) => other.address);
    return {
      title: `Following ${feedName(found)}`,
      blocks: [
        body(
          entries === 0
            ? `It is empty now. It will be asked about ${every(often)}.`
            : `It has ${counted(entries, "entry", "entries")} now and will be asked about ${every(often)}.`,
        ),
        ...(newest.length > 0 ? [heading(newest.length === 1 ? "The entry" : "The newest"), list] : []),
        ...(more.length > 0 ? [note(`The page names ${counted(others.length, "other feed")}: ${more.join(" ")}`)] : []),
        note(found.address),
        comingNote(feeds.isPolling()),
      ],
    };
  },
});

export const listFeeds = defineCommand({
  name: "feed list",
  summary: "The feeds you follow: how they are doing, the next poll, the last article",
  visibility: "private",
  options: { page: count("Which part of a long answer", { min: 1, max: 1_000, fallback: 1 }) },
  examples: ["", "2"],
  async run({ options: { page }, channel }, { feeds, now }): Promise<Card> {
    const all = await feeds.list(channel.workspace);
    if (all.length === 0) return NONE;
    const offset = (page - 1) * PAGE;
    const shown = all.slice(offset, offset + PAGE);
    if (shown.length === 0) throw noSuchPage(all.length, PAGE);
    const items = shown.map((feed, k) => ({
      term: `${offset + k + 1}. ${feedName(feed)}`,
      text: [feedHealth(feed, now()), lastArticle(feed, now()), feed.address].join("\n"),
    }));
    const troubled = all.filter(({ trouble }) => trouble !== null).length;
    return {
      title: `${counted(all.length, "feed")}${troubled > 0 ? `, ${troubled} in trouble` : ""}`,
      blocks: [
        { type: "list", items },
        ...pageNote({ platform: channel.platform, total: all.length, offset, shown: shown.length, page, what: "feed" }),
      ],
      actions: nextPage("feed list", {}, { total: all.length, offset, shown: shown.length, page }),
    };
  },
});

const lastArticle = ({ lastArticle }: FollowedFeed, now: Date): string =>
  lastArticle === null ? "No article yet." : `Last article, ${ago(lastArticle.at, now)}: ${lastArticle.title ?? "untitled"}`;

export const removeFeed = defineCommand({
  name: "feed remove",
  summary: "Stops following a feed; its articles stay",
  visibility: "channel",
  needs: "manager",
  options: { feed: words("Its address, its number in /feed list, or its title", undefined, "feed") },
  examples: ["2", "Valley Post", "https://valley.example/feed.xml"],
  async run({ options: { feed }, channel: { workspace } }, { feeds }): Promise<Card> {
    const removed = await feeds.remove(workspace, feed);
    if ("refusal" in removed) throw new UserError(removed.refusal);
    return {
      title: `No longer following ${feedName(removed)}`,
      blocks: [body("Its articles stay in the library."), note(`To follow it again, type /feed add ${removed.address}`)],
    };
  },
});

export const importFeeds = defineCommand({
  name: "feed import",
  summary: "Follows all feeds of a list that a feed reader exported (OPML)",
  visibility: "channel",
  needs: "manager",
  options: { url: address("The address of the list") },
  examples: ["https://valley.example/feeds.opml"],
  async run({ options: { url }, channel, user }, { feeds }): Promise<Card> {
    const imported = await feeds.importFrom(follower(channel, user), url);
    if ("refusal" in imported) throw new UserError(imported.refusal);
    const { added, known } = imported;
    return {
      title: added === 0 ? "Nothing new in that list" : `Following ${counted(added, "more feed")}`,
      blocks: [
        ...(known > 0 ? [body(`${counted(known, "feed")} of the list ${known === 1 ? "is" : "are"} followed already.`)] : []),
        ...(added > 0
          ? [body("/feed list shows whether they can be read, once each was asked."), comingNote(feeds.isPolling())]
          : []),
      ],
    };
  },
});

export const exportFeeds = defineCommand({
  name: "feed export",
  summary: "The feeds you follow as a list that feed readers import (OPML)",
  visibility: "private",
  options: {},
  examples: [""],
  async run({ channel: { workspace } }, { feeds }): Promise<Card> {
    const list = await feeds.exportList(workspace);
    if (list.feeds === 0) return NONE;
    return {
      title: counted(list.feeds, "feed"),
      blocks: [{ type: "file", name: "feeds.opml", mediaType: "text/x-opml", text: list.opml }],
    };
  },
});
