import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UserError } from "../../src/chat/errors.ts";
import { describeSchedule, nextRuns, readSchedule, runsBetween } from "../../src/digests/schedule.ts";

const LONDON = "Europe/London";

describe("what people type", () => {
  test.each([
    ["weekdays 08:00", "0 8 * * 1-5", "weekdays at 08:00"],
    ["Weekdays at 8", "0 8 * * 1-5", "weekdays at 08:00"],
    ["every weekday at 8 a.m.", "0 8 * * 1-5", "weekdays at 08:00"],
    ["daily 7:30", "30 7 * * *", "daily at 07:30"],
    ["every day at 18:00", "0 18 * * *", "daily at 18:00"],
    ["08:00", "0 8 * * *", "daily at 08:00"],
    ["0730", "30 7 * * *", "daily at 07:30"],
    ["8h30", "30 8 * * *", "daily at 08:30"],
    ["12am", "0 0 * * *", "daily at 00:00"],
    ["12:30 pm", "30 12 * * *", "daily at 12:30"],
    ["noon", "0 12 * * *", "daily at 12:00"],
    ["midnight", "0 0 * * *", "daily at 00:00"],
    ["mon,wed,fri 9:00", "0 9 * * 1-5/2", "Monday, Wednesday and Friday at 09:00"],
    ["monday 8am", "0 8 * * 1", "Mondays at 08:00"],
    ["Tuesdays and Thursdays at 8", "0 8 * * 2,4", "Tuesdays and Thursdays at 08:00"],
    ["weekends 10:00", "0 10 * * 0,6", "weekends at 10:00"],
    ["mon-fri 08:00, 17:30", "0 8 * * 1-5; 30 17 * * 1-5", "weekdays at 08:00 and 17:30"],
    ["Mon–Fri 08:00", "0 8 * * 1-5", "weekdays at 08:00"],
    ["mon\u00a0to\u202fthu 9.30 p.m.", "30 21 * * 1-4", "Monday to Thursday at 21:30"],
    ["fri-mon 9", "0 9 * * 0,1,5,6", "Monday and Friday to Sunday at 09:00"],
    ["every 2 hours 9-18", "0 9-17/2 * * *", "every 2 hours from 09:00 to 17:00"],
    ["every other hour between 9am and 6pm", "0 9-17/2 * * *", "every 2 hours from 09:00 to 17:00"],
    ["every hour", "0 * * * *", "every hour"],
    ["hourly", "0 * * * *", "every hour"],
    ["every hour at :15", "15 * * * *", "every hour at :15"],
    ["every hour on weekdays 9-17", "0 9-17 * * 1-5", "every hour from 09:00 to 17:00, weekdays"],
    ["every 30 minutes", "0,30 * * * *", "every 30 minutes"],
    ["every half hour", "0,30 * * * *", "every 30 minutes"],
    ["every 30 minutes 9-17 weekdays", "0 9-17 * * 1-5; 30 9-16 * * 1-5", "every 30 minutes from 09:00 to 17:00, weekdays"],
    ["every 45 minutes", "0,45 */3 * * *; 15 2-23/3 * * *; 30 1-22/3 * * *", "every 45 minutes"],
    ["every 5 minutes", "*/5 * * * *", "every 5 minutes"],
    ["1st of the month 09:00", "0 9 1 * *", "the 1st of the month at 09:00"],
    ["monthly 9:00", "0 9 1 * *", "the 1st of the month at 09:00"],
    ["monthly on the 15th at 9", "0 9 15 * *", "the 15th of the month at 09:00"],
    ["monthly at 9 on the 15th", "0 9 15 * *", "the 15th of the month at 09:00"],
    ["last day of the month 17:00", "0 17 L * *", "the last day of the month at 17:00"],
    ["first monday of the month 8:00", "0 8 * * 1#1", "the first Monday of the month at 08:00"],
    ["last friday of the month 16:00", "0 16 * * 5L", "the last Friday of the month at 16:00"],
    ["1st and 15th of january and july 9:00", "0 9 1,15 1,7 *", "the 1st and 15th of January and July at 09:00"],
    [
      "weekdays in november to february 9:00",
      "0 9 * 1,2,11,12 1-5",
      "weekdays in January, February, November and December at 09:00",
    ],
    ["weekly 9:00", "0 9 * * 1", "Mondays at 09:00"],
    ["weekly on friday at 9", "0 9 * * 5", "Fridays at 09:00"],
    ["monday 8am, friday noon", "0 8 * * 1; 0 12 * * 5", "Mondays at 08:00; Fridays at 12:00"],
    ["8am monday, noon friday", "0 8 * * 1; 0 12 * * 5", "Mondays at 08:00; Fridays at 12:00"],
    ["weekdays 8:00; weekends 10:00", "0 8 * * 1-5; 0 10 * * 0,6", "weekdays at 08:00; weekends at 10:00"],
    ["9 12 15 18 weekdays", "0 9-18/3 * * 1-5", "weekdays at 09:00, 12:00, 15:00 and 18:00"],
    ["0 8 * * 1-5", "0 8 * * 1-5", "weekdays at 08:00"],
    ["  0  8 * *  MON-FRI ", "0 8 * * 1-5", "weekdays at 08:00"],
    ["0 8 1 * 1", "0 8 1 * 1", "the 1st of the month and also Mondays at 08:00"],
    ["0 8 ? * *", "0 8 * * *", "daily at 08:00"],
    ["0 8 1 1 1", "0 8 1 1 1", "the 1st of January and also Mondays in January at 08:00"],
    ["7,37 9-17 * * *", "7,37 9-17 * * *", "every 30 minutes from 09:07 to 17:37"],
    ["7,41 9-22 * * *", "7,41 9-22 * * *", "every hour from 9 to 22 at :07 and :41"],
    ["7,41 * * 6-8 *", "7,41 * * 6-8 *", "every hour at :07 and :41, every day in June to August"],
    ["0 0 29 2 *", "0 0 29 2 *", "the 29th of February at 00:00"],
    ["15 march 9:00", "0 9 15 3 *", "the 15th of March at 09:00"],
    ["march 15 9:00", "0 9 15 3 *", "the 15th of March at 09:00"],
    ["9am on March the 15th", "0 9 15 3 *", "the 15th of March at 09:00"],
    ["29 february 8:00", "0 8 29 2 *", "the 29th of February at 08:00"],
    ["1, 15 march and april 8:00", "0 8 1,15 3,4 *", "the 1st and 15th of March and April at 08:00"],
    ["1st-3rd and last day of march 8:00", "0 8 1-3,L 3 *", "the 1st to 3rd and last day of March at 08:00"],
    ["15 march and 20 april 9:00", "0 9 15 3 *; 0 9 20 4 *", "the 15th of March at 09:00; the 20th of April at 09:00"],
    ["15 march and mondays 9:00", "0 9 15 3 *; 0 9 * * 1", "the 15th of March at 09:00; Mondays at 09:00"],
    ["mondays 9:00 in january", "0 9 * 1 1", "Mondays in January at 09:00"],
    ["daily at 8 march", "0 8 * 3 *", "every day in March at 08:00"],
    ["weekdays in march 8.30", "30 8 * 3 1-5", "weekdays in March at 08:30"],
    ["every 2 hours 9-18 march", "0 9-17/2 * 3 *", "every 2 hours from 09:00 to 17:00, every day in March"],
    ["the 31st of june and july 9:00", "0 9 31 6,7 *", "the 31st of June and July at 09:00"],
    ["every second monday of the month 8:00", "0 8 * * 1#2", "the second Monday of the month at 08:00"],
    ["mon/wed/fri 9:00", "0 9 * * 1-5/2", "Monday, Wednesday and Friday at 09:00"],
    ["every 90 minutes", "0 */3 * * *; 30 1-22/3 * * *", "every 90 minutes"],
    ["every 1.5 hours", "0 */3 * * *; 30 1-22/3 * * *", "every 90 minutes"],
    ["every hour and a half", "0 */3 * * *; 30 1-22/3 * * *", "every 90 minutes"],
    ["every hour on the hour", "0 * * * *", "every hour"],
    ["every 1 day 8:00", "0 8 * * *", "daily at 08:00"],
    ["mon-fri 8", "0 8 * * 1-5", "weekdays at 08:00"],
    ["8", "0 8 * * *", "daily at 08:00"],
    ["0 * * * *; 30 * * 1 *", "0 * * * *; 30 * * 1 *", "every hour, every day; every hour at :30, every day in January"],
    ["every 15 march 9:00", "0 9 15 3 *", "the 15th of March at 09:00"],
    ["every 8 pm", "0 20 * * *", "daily at 20:00"],
    ["0800 hours", "0 8 * * *", "daily at 08:00"],
    ["@daily", "0 0 * * *", "daily at 00:00"],
    ["@hourly", "0 * * * *", "every hour"],
    ["@weekly", "0 0 * * 0", "Sundays at 00:00"],
  ])("%s", (typed, cron, words) => {
    const schedule = readSchedule(typed, LONDON);
    expect(schedule).toEqual({ cron, zone: LONDON });
    expect(describeSchedule(schedule)).toBe(`${words} (${LONDON})`);
  });

  test.each([
    ["(new york)", "America/New_York"],
    ["(Asia/Tokyo) ", "Asia/Tokyo"],
    ["europe/berlin", "Europe/Berlin"],
    ["UTC", "UTC"],
  ])("a zone at the end goes before the one that is usual: %s", (typed, zone) => {
    expect(readSchedule(`weekdays 08:00 ${typed}`, LONDON)).toEqual({ cron: "0 8 * * 1-5", zone });
  });
});

describe("what cannot be", () => {
  test.each([
    ["", /^Say when/],
    ["; ;", /^Say when/],
    [" (Europe/London)", /^Say when/],
    ["weekdays", /names no time of day/],
    ["fortnightly 9:00", /“fortnightly” is not possible/],
    ["every other monday 9:00", /“every other monday” is not possible/],
    ["every 2 days 9:00", /“every 2 days” is not possible/],
    ["foo 8:00", /“foo” is not understood/],
    ["twice a day", /“twice” is not understood/],
    ["weekdays 25:00", /no 25:00 on a clock/],
    ["weekdays 13pm", /no 13pm on a clock/],
    ["weekdays 8:60", /no 8:60 on a clock/],
    ["32nd of the month 9:00", /no “32nd” in any month/],
    ["0 march 9:00", /no “0” in any month/],
    ["9-18", /not how often/],
    ["every hour 9-5", /by day or by night.*“9-17”/],
    ["08:00 mon 17:30", /which days each time is for/],
    ["every 30 minutes at :15", /only go with every hour/],
    ["every 4 minutes", /the least is every 5 minutes/],
    ["every 24 hours", /the most every 12 hours/],
    ["08:00 08:04", /more often than every 5 minutes/],
    ["*/3 * * * *", /more often than every 5 minutes/],
    ["58 23 * * *; 1 0 * * *", /more often than every 5 minutes/],
    ["*/5 * * * * *", /six fields.*seconds/],
    ["0 8 * *", /five fields.*has 4/],
    ["0 25 * * *", /“25” in “0 25 \* \* \*” is no value for the hour/],
    ["0 8 * 13 *", /no value for the month/],
    ["0 8 15W * *", /nearest weekday/],
    ["0 0 31 2 *", /never comes/],
    ["31st of february 9:00", /never comes: February has no 31st\./],
    ["30 february 8:00", /“30 february 8:00” never comes: February has no 30th\. Type.*“last day of February 08:00”/],
    ["February 30 8:00", /never comes: February has no 30th/],
    ["31 june 9:00", /never comes: June has no 31st\. Type.*“last day of June 09:00”/],
    ["31st 9:00 june", /never comes: June has no 31st/],
    ["30 and 31 feb 9:00", /February has no 30th or 31st/],
    ["31 april and june 9:00", /April and June have no 31st/],
    ["31 june, 1 july 8:00", /June has no 31st/],
    ["30 february and mondays 8:00", /February has no 30th/],
    ["mondays 8:00; 30 february 8:00", /February has no 30th/],
    ["every 3 days 8:00", /“every 3 days” is not possible.*“mondays 08:00”/],
    ["3 days 8:00", /“3 days” is not possible/],
    ["in 2 hours", /“in 2 hours” comes once/],
    ["every 15", /“every 15” does not say of what.*“every 15 minutes”/],
    ["2 hours", /type “every 2 hours” or a time/],
    ["tomorrow 8:00", /“tomorrow” comes once/],
    ["2026-12-01 08:00", /“2026-12-01” comes once/],
    ["15/3 9:00", /“15\/3” may be read in two ways.*“15 March 09:00”/],
    ["every 2nd tuesday 9:00", /“every 2nd tuesday” is not possible/],
    ["quarter to nine", /“quarter” is not understood/],
    ["weekdays 8am EST", /“EST” does not say.*America\/New_York/],
    ["every 0 hours", /the least is every 5 minutes/],
    ["every -1 hours", /“-1” is not understood/],
    ["@every 5m", /five fields/],
    ["0 8 * 4 1; 0 0 30 2 *", /never comes/],
    ["@reboot", /not a cron expression/],
    ["weekdays 08:00 (Atlantis)", /no time zone “Atlantis”/],
  ])("%s", (typed, why) => {
    expect(() => readSchedule(typed, LONDON)).toThrow(UserError);
    expect(() => readSchedule(typed, LONDON)).toThrow(why);
  });
});

describe("what is read back", () => {
  const some = (min: number, max: number, most: number) =>
    fc.oneof(
      fc.constant("*"),
      fc.uniqueArray(fc.integer({ min, max }), { minLength: 1, maxLength: most }).map((values) => values.join(",")),
      fc.tuple(fc.integer({ min, max }), fc.integer({ min, max })).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
      fc.integer({ min: 2, max: 12 }).map((step) => `*/${step}`),
    );
  const minutes = fc.oneof(
    fc
      .uniqueArray(fc.integer({ min: 0, max: 11 }), { minLength: 1, maxLength: 3 })
      .map((fives) => fives.map((five) => five * 5).join(",")),
    fc.constantFrom("*/5", "*/15", "7", "59"),
  );
  const dates = fc.oneof(some(1, 28, 5), fc.constantFrom("L", "1,L", "29", "31"));
  const weekdays = fc.oneof(some(0, 6, 4), fc.constantFrom("1#1", "5L", "1,3#2,5L", "MON-FRI", "6,7"));
  const cron = fc.tuple(minutes, some(0, 23, 5), dates, some(1, 12, 4), weekdays).map((fields) => fields.join(" "));
  const schedules = fc.array(cron, { minLength: 1, maxLength: 2 }).map((all) => all.join("; "));

  test("is read as the same schedule, with the same runs", () => {
    const after = new Date("2026-03-01T00:00Z");
    const accepted = (typed: string) => {
      try {
        return readSchedule(typed, "UTC");
      } catch (error) {
        if (error instanceof UserError && /more often|never comes/.test(error.message)) return null;
        throw error;
      }
    };
    fc.assert(
      fc.property(schedules, (typed) => {
        const schedule = accepted(typed);
        if (schedule === null) return;
        expect(readSchedule(describeSchedule(schedule), "UTC"), describeSchedule(schedule)).toEqual(schedule);
        expect(readSchedule(schedule.cron, "UTC")).toEqual(schedule);
        expect(nextRuns(schedule, after, 20)).toEqual(nextRuns({ cron: typed, zone: "UTC" }, after, 20));
      }),
      { numRuns: 400 },
    );
  });

  test("nothing that is typed breaks it, and what is read back of it is the same schedule", () => {
    const accepted = (typed: string) => {
      try {
        return readSchedule(typed, "UTC");
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
        return null;
      }
    };
    const words = fc.constantFrom(
      "mon",
      "every",
      "9-17",
      "at",
      "8:00",
      "1st",
      ":15",
      "hour",
      "30 minutes",
      "of the month",
      "*",
      "(",
      ";",
      "–",
      "last",
      ...["8", "15", "31", "noon", "hourly", "weekly", "weekdays and weekends"],
      ...["march", "april and june", "january-march", "15th", "1st-5th", "last day", "and", ",", "of"],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words, { maxLength: 8 }).map((all) => all.join(" ")),
        ),
        (typed) => {
          const schedule = accepted(typed);
          if (schedule !== null) expect(readSchedule(describeSchedule(schedule), "UTC")).toEqual(schedule);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe("runs", () => {
  const runs = (cron: string, zone: string, after: string, count: number) =>
    nextRuns({ cron, zone }, new Date(after), count).map((run) => run.toISOString().slice(0, 16));

  test.each([
    [
      "02:30 that does not exist comes at 03:00",
      "30 2 * * *",
      "Europe/Berlin",
      "2026-03-28T12:00Z",
      ["2026-03-29T01:00", "2026-03-30T00:30"],
    ],
    [
      "and once where 03:00 is a run too",
      "0,30 2,3 * * *",
      "Europe/Berlin",
      "2026-03-28T12:00Z",
      ["2026-03-29T01:00", "2026-03-29T01:30"],
    ],
    [
      "01:30 that comes twice comes the first time",
      "30 1 * * *",
      "America/New_York",
      "2026-10-31T12:00Z",
      ["2026-11-01T05:30", "2026-11-02T06:30"],
    ],
    ["and is not made up for from between the two", "30 1 * * *", "America/New_York", "2026-11-01T05:30Z", ["2026-11-02T06:30"]],
    [
      "half an hour on Lord Howe",
      "15 2 * * *",
      "Australia/Lord_Howe",
      "2026-10-03T12:00Z",
      ["2026-10-03T15:30", "2026-10-04T15:15"],
    ],
    [
      "a midnight that does not exist",
      "0 0 * * *",
      "Africa/Cairo",
      "2024-04-25T12:00Z",
      ["2024-04-25T22:00", "2024-04-26T21:00"],
    ],
    [
      "an hour left out over midnight",
      "30 23 * * *",
      "America/Nuuk",
      "2024-03-30T12:00Z",
      ["2024-03-31T01:00", "2024-04-01T00:30"],
    ],
    [
      "no run on the day that Samoa left out",
      "0 8 * * *",
      "Pacific/Apia",
      "2011-12-29T00:00Z",
      ["2011-12-29T18:00", "2011-12-30T18:00"],
    ],
    ["nor on a date that only that day had", "0 8 30 12 *", "Pacific/Apia", "2011-01-01T00:00Z", ["2012-12-29T18:00"]],
  ])("%s", (_, cron, zone, after, expected) => {
    expect(runs(cron, zone, after, expected.length)).toEqual(expected);
  });

  test("strictly after one instant, up to and with the other", () => {
    const schedule = { cron: "0 8 * * *", zone: "UTC" };
    const [first, second] = [new Date("2026-05-04T08:00Z"), new Date("2026-05-05T08:00Z")];
    expect(nextRuns(schedule, first, 1)).toEqual([second]);
    expect(runsBetween(schedule, first, second)).toEqual({ last: second, count: 1 });
    expect(runsBetween(schedule, first, new Date(second.getTime() - 1))).toEqual({ last: null, count: 0 });
    expect(runsBetween(schedule, second, first)).toEqual({ last: null, count: 0 });
  });

  test("what comes every 28 years comes, and what never comes ends", () => {
    expect(runs("0 0 29 2 *", "UTC", "2097-01-01T00:00Z", 2)).toEqual(["2104-02-29T00:00", "2108-02-29T00:00"]);
    expect(runs("0 0 * 2 1#5", "UTC", "2026-01-01T00:00Z", 2)).toEqual(["2044-02-29T00:00", "2072-02-29T00:00"]);
    expect(runs("0 0 1 * *; 0 0 L 2 *", "UTC", "2026-02-02T00:00Z", 1)).toEqual(["2026-02-28T00:00"]);
  });

  test("ten years of every five minutes are counted", () => {
    const { count } = runsBetween(
      { cron: "*/5 * * * *", zone: LONDON },
      new Date("2020-01-01T00:00Z"),
      new Date("2030-01-01T00:00Z"),
    );
    expect(count).toBe(3653 * 288 - 10 * 12); // each repeated hour once
  });
});
