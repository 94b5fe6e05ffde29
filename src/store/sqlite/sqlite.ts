import type { OwnHoldings } from "../../model.ts";
import type { Store } from "../store.ts";
import { articleAt, findHistory } from "./article-history.ts";
import { createClaims } from "./claims.ts";
import { complete } from "./complete.ts";
import { findCopiesOf, findOriginal } from "./copies.ts";
import { createDeliveries } from "./deliveries.ts";
import { createDigests } from "./digests.ts";
import { createFeeds } from "./feeds.ts";
import { findArticles } from "./find-articles.ts";
import { findStatements } from "./find-statements.ts";
import { findStories } from "./find-stories.ts";
import { forgetPerson, forgetWorkspace } from "./forgetting.ts";
import { countHoldings, countOwn } from "./holdings.ts";
import { countNew, findCameIn, findCameInWith, findCentral, findStoriesOf, readEntries } from "./news.ts";
import { openDatabase, refusing } from "./open.ts";
import { listOutlets } from "./outlets.ts";
import { findElsewhere } from "./repetitions.ts";
import { removeOld } from "./retention.ts";
import { findSession, keepSession } from "./sessions.ts";
import { decide, describeSpeaker, tallySpeakers } from "./speakers.ts";
import { isSettled, settleOld } from "./stories.ts";
import { tallyTopics } from "./topics.ts";
import { createWatches } from "./watches.ts";
import { findWorkspace, holdsArticles, measure } from "./workspaces.ts";
import { addArticle, removeArticles } from "./write.ts";

const NOTHING_OWN: OwnHoldings = { feeds: 0, digests: 0, watches: 0, direct: 0, messages: 0 };

/** The embedded library: one file, or ":memory:". Throws a `StoreError` when it cannot be opened. */
export function createSqliteStore(file: string, now = () => new Date()): Store {
  const db = openDatabase(file);
  const guarded = async <T>(work: () => T): Promise<T> => refusing(file, work);
  /** For what a workspace without a library answers in the same way. */
  const within = <T>(workspace: string, nothing: T, work: (key: number) => T) =>
    guarded(() => {
      const key = findWorkspace(db, workspace);
      return key === null ? nothing : work(key);
    });
  const feeds = createFeeds(db);
  const writing = <T>(work: () => T) => guarded(() => db.transaction(work));
  const access = { reading: guarded, writing };
  return {
    ...createDigests(db, access),
    ...createWatches(db, access),
    ...createDeliveries(db, access),
    ...createClaims(db, access),
    addArticle: (workspace, article, statements) => writing(() => addArticle(db, workspace, article, statements, now())),
    removeArticles: (workspace, ids) => writing(() => removeArticles(db, workspace, ids)),
    findStatements: (workspace, query) => guarded(() => findStatements(db, workspace, query)),
    findArticles: (workspace, query) => guarded(() => findArticles(db, workspace, query)),
    speakers: (workspace, query = {}) => within(workspace, [], (key) => tallySpeakers(db, key, query)),
    speaker: (workspace, name) => within(workspace, null, (key) => describeSpeaker(db, key, name)),
    mergeSpeakers: (workspace, name, into) =>
      within(workspace, false, (key) => db.transaction(() => decide(db, key, name, into, true))),
    splitSpeakers: (workspace, name, from) =>
      within(workspace, false, (key) => db.transaction(() => decide(db, key, name, from, false))),
    topics: (workspace, query) => within(workspace, [], (key) => tallyTopics(db, key, query)),
    complete: (workspace, ...asked) => within(workspace, [], (key) => complete(db, key, ...asked)),
    keepSession: (...given) => writing(() => keepSession(db, ...given)),
    findSession: (workspace, ...asked) => within(workspace, null, (key) => findSession(db, key, ...asked)),
    outlets: (workspace, limit) => within(workspace, [], (key) => listOutlets(db, key, limit)),
    findStories: (workspace, query) => within(workspace, { items: [], total: 0 }, (key) => findStories(db, key, query)),
    articleHistory: (workspace, id) => within(workspace, null, (key) => findHistory(db, key, id)),
    articleAt: (workspace, url) => within(workspace, null, (key) => articleAt(db, key, url)),
    elsewhere: (workspace, statements) => within(workspace, new Map(), (key) => findElsewhere(db, key, statements)),
    copies: (workspace, ids) => within(workspace, new Map(), (key) => findCopiesOf(db, key, ids)),
    original: (workspace, id) => within(workspace, null, (key) => findOriginal(db, key, id)),
    settleOld: (workspace, most) =>
      within(workspace, 0, (key) => (isSettled(db, key) ? 0 : db.transaction(() => settleOld(db, key, most)))),
    isEmpty: (workspace) => within(workspace, true, (key) => !holdsArticles(db, key)),
    size: (workspace) => guarded(() => measure(db, workspace)),
    followFeeds: (...given) => writing(() => feeds.followFeeds(...given)),
    unfollowFeed: (...given) => writing(() => feeds.unfollowFeed(...given)),
    followedFeeds: (workspace) => guarded(() => feeds.followedFeeds(workspace)),
    claimFeeds: (...given) => writing(() => feeds.claimFeeds(...given)),
    renewClaims: (...given) => writing(() => feeds.renewClaims(...given)),
    releaseClaims: (claimant) => writing(() => feeds.releaseClaims(claimant)),
    claimants: () => guarded(() => feeds.claimants()),
    nextDue: () => guarded(() => feeds.nextDue()),
    makeDue: (...given) => writing(() => feeds.makeDue(...given)),
    seenEntries: (feed) => guarded(() => feeds.seenEntries(feed)),
    findReading: (...given) => guarded(() => feeds.findReading(...given)),
    keepEntries: (...given) => writing(() => feeds.keepEntries(...given)),
    finishPolls: (records) => writing(() => feeds.finishPolls(records)),
    claimNotice: (...given) => writing(() => feeds.claimNotice(...given)),
    markTold: (notice) => writing(() => feeds.markTold(notice)),
    cameIn: (workspace, ...asked) => within(workspace, [], (key) => findCameIn(db, key, ...asked)),
    cameInWith: (workspace, ...asked) => within(workspace, new Set(), (key) => findCameInWith(db, key, ...asked)),
    newStatements: (workspace, ...asked) => within(workspace, new Map(), (key) => countNew(db, key, ...asked)),
    storiesOf: (workspace, articles) => within(workspace, new Set(), (key) => findStoriesOf(db, key, articles)),
    centralOf: (workspace, story) => within(workspace, null, (key) => findCentral(db, key, story)),
    entries: (workspace, articles) => within(workspace, [], (key) => readEntries(db, key, articles)),
    removeOld: (limits, signal) => removeOld(db, writing, limits, signal),
    holdings: (workspace) => guarded(() => countHoldings(db, workspace)),
    ownHoldings: (workspace, person) => within(workspace, NOTHING_OWN, (key) => countOwn(db, key, person)),
    forgetPerson: (workspace, person) =>
      within(workspace, NOTHING_OWN, (key) => db.transaction(() => forgetPerson(db, key, person))),
    forgetWorkspace: (workspace) => forgetWorkspace(db, writing, workspace),
    close: () => guarded(() => db.close()),
  };
}
