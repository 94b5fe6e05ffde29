import type { KnownSpeaker } from "../../model.ts";
import { type Decision, identify, isWhole, type KnownName, meetingPlaces, mergesBetween, splitsAgainst } from "../identity.ts";
import { readName } from "../name.ts";
import type { SpeakersQuery, SpeakerTally } from "../store.ts";
import { foldNames, foldText } from "../terms.ts";
import { speakerKeys } from "./keys.ts";
import type { Database } from "./open.ts";
import type { Row } from "./rows.ts";

/** The name a speaker goes by comes first: one that answers show, not merged into another, whole, common, long. */
const FIRST_NAME = `statements > 0 DESC, EXISTS (SELECT 1 FROM speaker_decision WHERE speaker = key AND one = 1), whole DESC,
  statements DESC, length(name) DESC, name`;

/** How many letters two words must share at their beginning or end for one to be looked at as a misspelling of the other. */
const SHARED = 3;

/** The number of a name, new or known; `touched` collects the places where identity has to be told again. */
export function addSpeaker(db: Database, workspace: number, name: string, statements: number, touched: Set<string>): bigint {
  const known = db.get(
    "UPDATE speaker SET statements = statements + ?3 WHERE workspace = ?1 AND name = ?2 RETURNING key",
    ...[workspace, name, statements],
  );
  if (known) return known["key"] as bigint;
  const { from, to } = speakerKeys(workspace);
  const last = db.get("SELECT max(key) AS key FROM speaker WHERE key >= ? AND key < ?", from, to)!["key"] as bigint | null;
  const key = last === null ? from : last + 1n;
  const reading = readName(name);
  db.run(
    "INSERT INTO speaker (key, workspace, name, folded, statements, whole) VALUES (?, ?, ?, ?, ?, ?)",
    ...[key, workspace, name, foldText(name), statements, isWhole(reading) ? 1 : 0],
  );
  db.run("INSERT INTO speaker_text (rowid, name) VALUES (?, ?)", key, foldNames(name));
  for (const place of meetingPlaces(reading)) {
    db.run("INSERT INTO speaker_meeting (workspace, place, speaker) VALUES (?, ?, ?)", workspace, place, key);
    touched.add(place);
  }
  return key;
}

/** Forgets a name that neither a statement nor a decision has. */
export function dropSpeaker(db: Database, key: bigint, touched: Set<string>): void {
  const used = `SELECT 1 FROM statement WHERE speaker = ?1
    UNION ALL SELECT 1 FROM speaker_decision WHERE speaker = ?1 UNION ALL SELECT 1 FROM speaker_decision WHERE other = ?1`;
  if (db.get(used, key)) return;
  for (const { place } of db.all("SELECT place FROM speaker_meeting WHERE speaker = ?", key)) touched.add(place as string);
  db.run("DELETE FROM speaker_text WHERE rowid = ?", key);
  db.run("DELETE FROM speaker WHERE key = ?", key);
}

/** Tells again who is one, for all whom these places can concern; to be called before the transaction ends. */
export function tellApart(db: Database, workspace: number, touched: ReadonlySet<string>): void {
  const { names, decisions } = gather(db, workspace, touched);
  for (const [key, person] of identify(names, decisions)) {
    db.run("UPDATE speaker SET person = ?2 WHERE key = ?1 AND person IS NOT ?2", key, person);
  }
}

/** All names that meet at these places, at the places of those, and so on; decisions by hand lead on as well. */
function gather(
  db: Database,
  workspace: number,
  touched: Iterable<string>,
): { names: KnownName[]; decisions: Decision[]; places: Set<string> } {
  const places = new Set(touched);
  const names = new Map<number, KnownName>();
  const decisions = new Map<string, Decision>();
  const add = ({ key: found, name }: Row) => {
    const key = Number(found);
    if (names.has(key)) return;
    const reading = readName(name as string);
    names.set(key, { key, name: name as string, reading });
    for (const place of meetingPlaces(reading)) places.add(place);
    const rows = db.all(
      `SELECT d.speaker, d.other, d.one, p.key, p.name FROM speaker_decision d JOIN speaker p ON p.key = d.other WHERE d.speaker = ?1
       UNION ALL
       SELECT d.speaker, d.other, d.one, p.key, p.name FROM speaker_decision d JOIN speaker p ON p.key = d.speaker WHERE d.other = ?1`,
      key,
    );
    for (const row of rows) {
      const [speaker, other] = [Number(row["speaker"]), Number(row["other"])];
      decisions.set(`${speaker} ${other}`, { speaker, other, one: row["one"] === 1n });
      add(row);
    }
  };
  const meeting = `SELECT p.key, p.name FROM speaker_meeting m JOIN speaker p ON p.key = m.speaker WHERE m.workspace = ? AND m.place = ?`;
  for (const place of places) for (const row of db.all(meeting, workspace, place)) add(row); // a Set is walked to what is added meanwhile
  return { names: [...names.values()], decisions: [...decisions.values()], places };
}

/** See `Store.mergeSpeakers` and `Store.splitSpeakers`; the caller holds the transaction. */
export function decide(db: Database, workspace: number, name: string, otherName: string, one: boolean): boolean {
  const [speaker, other] = [findName(db, workspace, name), findName(db, workspace, otherName)];
  if (!speaker || !other || speaker.key === other.key) return false;
  const [reading, otherReading] = [readName(speaker.name), readName(other.name)];
  if (reading.full === null || otherReading.full === null) return false;
  const touched = new Set([...meetingPlaces(reading), ...meetingPlaces(otherReading)]);
  const before = gather(db, workspace, touched);
  const gone = one ? [] : mergesBetween(before.names, before.decisions, speaker.key, other.key);
  for (const each of [...gone, { speaker: other.key, other: speaker.key }]) forget(db, each);
  db.run(
    "INSERT INTO speaker_decision (speaker, other, one) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET one = excluded.one",
    ...[speaker.key, other.key, one ? 1 : 0],
  );
  const after = gather(db, workspace, touched);
  if (one) for (const split of splitsAgainst(after.names, after.decisions)) forget(db, split);
  tellApart(db, workspace, new Set([...before.places, ...after.places]));
  return true;
}

const forget = (db: Database, { speaker, other }: Omit<Decision, "one">) =>
  db.run("DELETE FROM speaker_decision WHERE speaker = ? AND other = ?", speaker, other);

/** A name as printed, else in other capitals, else in the spelling most quoted. */
function findName(db: Database, workspace: number, name: string): { key: number; name: string } | null {
  const asked = name.replace(/\s+/g, " ").trim();
  const { full } = readName(asked);
  const row =
    db.get("SELECT key, name FROM speaker WHERE workspace = ? AND name = ?", workspace, asked) ??
    db.get(
      `SELECT key, name FROM speaker WHERE key IN (SELECT speaker FROM speaker_meeting WHERE workspace = ? AND place = ?)
       ORDER BY lower(name) = lower(?) DESC, ${FIRST_NAME} LIMIT 1`,
      ...[workspace, `=${full ?? foldNames(asked)}`, asked],
    );
  return row ? { key: Number(row["key"]), name: row["name"] as string } : null;
}

/** See `Store.speaker`. */
export function describeSpeaker(db: Database, workspace: number, asked: string): KnownSpeaker | null {
  const found = findName(db, workspace, asked);
  if (!found) return null;
  const person = db.get("SELECT person FROM speaker WHERE key = ?", found.key)!["person"] as bigint | null;
  const rows = db
    .all(
      `SELECT key, name, statements FROM speaker WHERE ${person === null ? "key" : "person"} = ? ORDER BY statements DESC, name`,
      person ?? found.key,
    )
    .map(({ key, name, statements }) => ({ key: key as bigint, name: name as string, statements: Number(statements) }));
  const decided = (sql: string, key: bigint) => db.all(sql, key).map(({ name }) => name as string);
  const names = rows.map(({ key, name, statements }) => {
    const into =
      "SELECT name FROM speaker_decision d JOIN speaker p ON p.key = d.other WHERE d.speaker = ? AND one = 1 ORDER BY name";
    return { name, statements, mergedInto: decided(into, key) };
  });
  const apart = rows.flatMap(({ key }) =>
    decided(
      `SELECT name FROM speaker_decision d JOIN speaker p ON p.key = iif(d.speaker = ?1, d.other, d.speaker)
       WHERE one = 0 AND (d.speaker = ?1 OR d.other = ?1)`,
      key,
    ),
  );
  return { name: found.name, knownAs: person === null ? null : nameOf(db, person), names, apart: [...new Set(apart)].toSorted() };
}

/** The name a speaker goes by. */
export const nameOf = (db: Database, person: bigint): string =>
  db.get(`SELECT name FROM speaker WHERE person = ? ORDER BY ${FIRST_NAME} LIMIT 1`, person)!["name"] as string;

/** See `Store.speakers`. */
export function tallySpeakers(db: Database, workspace: number, { like, limit = -1 }: SpeakersQuery): SpeakerTally[] {
  const { from, to } = speakerKeys(workspace);
  const alike = like?.map(() => "instr(' ' || folded, ?) OR instr(folded || ' ', ?)").join(" OR ") || "0";
  const ends = like?.flatMap((word) => [` ${word.slice(0, SHARED)}`, `${word.slice(-SHARED)} `]) ?? [];
  const one = "coalesce(person, -key)";
  const rows = db.all(
    `WITH counted (one, total) AS MATERIALIZED (
       SELECT ${one}, sum(statements) AS total FROM speaker WHERE key >= ? AND key < ? AND statements > 0
         ${like ? `AND ${one} IN (SELECT ${one} FROM speaker WHERE key >= ? AND key < ? AND (${alike}))` : ""}
       GROUP BY 1 ORDER BY total DESC LIMIT ?
     )
     SELECT one, total, name FROM counted JOIN speaker ON person = one OR (key = -one AND person IS NULL)
     WHERE statements > 0 ORDER BY ${FIRST_NAME}`,
    ...[from, to, ...(like ? [from, to, ...ends] : []), limit],
  );
  const groups = [...Map.groupBy(rows, ({ one }) => one).values()];
  const tallies = groups.map((names) => ({
    name: names[0]!["name"] as string,
    statements: Number(names[0]!["total"]),
    also: names.slice(1).map(({ name }) => name as string),
  }));
  return tallies.sort((a, b) => b.statements - a.statements || (a.name < b.name ? -1 : 1));
}
