import { HOUR, withinBounds } from "./waits.ts";

/** From this many of the newest entries it is told how often one comes. */
const TELLING = 10;
/** Where nothing tells. */
const USUAL = HOUR;
/** What is quiet is asked a little less often each time; what brings several at once, as many times more often, within reason. */
const QUIETER = 1.25;
const MOST_BUSIER = 4;
/** A feed that has been silent for long is asked at this share of its silence. */
const SHARE_OF_SILENCE = 0.25;

/**
 * How long to wait between two polls, in milliseconds, told from the dates of a feed that is read for the first time: as long as it took
 * from one entry to the next, or longer where it has fallen silent.
 */
export function firstPace(published: readonly Date[], now: Date): number {
  const times = published
    .map((date) => date.getTime())
    .filter((time) => time <= now.getTime())
    .sort((a, b) => b - a)
    .slice(0, TELLING);
  const [newest] = times;
  if (newest === undefined || times.length < 2) return USUAL;
  const between = (newest - times.at(-1)!) / (times.length - 1);
  return withinBounds(Math.max(between, (now.getTime() - newest) * SHARE_OF_SILENCE));
}

/** The next pace after a poll that brought `arrived` new entries: it settles where about one comes a poll. */
export function nextPace(pace: number, arrived: number): number {
  return withinBounds(arrived === 0 ? pace * QUIETER : pace / Math.min(arrived, MOST_BUSIER));
}
