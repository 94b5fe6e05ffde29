import { describe, expect, test } from "vitest";
import { UserError } from "../../src/chat/errors.ts";
import { completeZone, readZone, showInstant } from "../../src/digests/zones.ts";

describe("a zone", () => {
  test.each([
    ["Europe/London", "Europe/London"],
    ["america/new_york", "America/New_York"],
    ["America/New York", "America/New_York"],
    ["berlin", "Europe/Berlin"],
    [" New  York ", "America/New_York"],
    ["são paulo", "America/Sao_Paulo"],
    ["St. John’s", "America/St_Johns"],
    ["buenos aires", "America/Argentina/Buenos_Aires"],
    ["Asia/Calcutta", "Asia/Kolkata"],
    ["calcutta", "Asia/Kolkata"],
    ["asia/kolkata", "Asia/Kolkata"],
    ["Europe/Kiev", "Europe/Kyiv"],
    ["US/Eastern", "America/New_York"],
    ["Japan", "Asia/Tokyo"],
    ["india", "Asia/Kolkata"],
    ["utc", "UTC"],
    ["GMT", "UTC"],
    ["Etc/GMT+5", "Etc/GMT+5"],
  ])("%s is %s", (typed, zone) => {
    expect(readZone(typed)).toBe(zone);
  });

  test.each([
    ["Londn", /no time zone “Londn”.*Europe\/London/],
    ["Europe/Berln", /Europe\/Berlin/],
    ["EST", /does not say.*America\/New_York, America\/Panama/],
    ["united states", /several time zones.*America\//],
    ["+05:30", /no time zone/],
    ["xyzzyq", /Europe\/London/],
    ["", /no time zone/],
  ])("%s is none", (typed, why) => {
    expect(() => readZone(typed)).toThrow(UserError);
    expect(() => readZone(typed)).toThrow(why);
  });

  test("every zone that Node.js knows is read, as one that Node.js takes, and its name is read as itself", () => {
    for (const known of Intl.supportedValuesOf("timeZone")) {
      const zone = readZone(known);
      expect(readZone(zone)).toBe(zone);
      expect(new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone).toBe(known);
    }
  });
});

describe("completing", () => {
  test.each([
    ["lon", 1, ["Europe/London"]],
    ["new", 1, ["America/New_York"]],
    ["Europe/Ber", 1, ["Europe/Berlin"]],
    ["germ", 1, ["Europe/Berlin"]],
    ["est", 2, ["America/New_York", "America/Panama"]],
    ["brln", 1, ["Europe/Berlin"]],
    ["kiev", 1, ["Europe/Kyiv"]],
  ])("%s", (typed, most, zones) => {
    expect(completeZone(typed, most)).toEqual(zones);
  });

  test("offers what many use before anything is typed, and never more than asked for", () => {
    expect(completeZone("", 25)).toContain("UTC");
    expect(completeZone("a", 25)).toHaveLength(25);
  });
});

test.each([
  ["2026-11-23T08:00Z", "Europe/London", "Mon 23 Nov 2026, 08:00"],
  ["2026-09-01T22:15Z", "Europe/Kyiv", "Wed 2 Sep 2026, 01:15"],
  ["2026-05-04T04:00Z", "America/New_York", "Mon 4 May 2026, 00:00"],
])("%s in %s is %s", (instant, zone, shown) => {
  expect(showInstant(new Date(instant), zone)).toBe(shown);
});
