import { expect, test } from "vitest";
import { createCopies, type Printed } from "../../../src/store/stories/copies.ts";
import { day } from "../../fixtures.ts";

const LEAD =
  "The river Elwe flooded the old town of Karsk on Monday, and 40 houses stood in water up to the windows, Mayor Ada Lund said. " +
  "Both bridges were closed before noon, and the army brought 300 people to a school on the hill above the market.";
const REST =
  "Rain had fallen for nine days in the mountains of Orn, where a dam was opened on Sunday to keep it from breaking. " +
  "The government of Westmark sent pumps and two boats, and the minister of the interior, Emil Tarn, is to visit on Friday.";
const OWN =
  "Our reporter walked through Mill Street, where the baker Jon Hale shovelled mud out of his shop and lent his van to neighbours. " +
  "His sister, who keeps bees in Vell, had called him at five in the morning, he told us, and he had laughed at her then.";
const quake = (place: string, size: string, hour: string, town: string) =>
  `A quake of magnitude ${size} shook the ground near ${place} at ${hour}, the survey of earthquakes said. It was felt in ${town}. ` +
  `Nobody was hurt as far as is known, and this report was written by a program from the figures of the survey.`;

const base: Printed = {
  id: "first",
  text: `${LEAD}\n${REST}`,
  outlet: "Valley Post",
  url: "https://valley.example/flood",
  publishedAt: day("2026-03-02"),
};
const wire = { outlet: "Northern Wire", url: "https://wire.example/1" };

test.each<[string, Partial<Printed>, Partial<Printed>, "update" | "copy" | null]>([
  [
    "another outlet's wire copy with a head and a foot of its own",
    {},
    { ...wire, text: `KARSK (NW)\n${LEAD} ${REST}\nWrite to us.` },
    "copy",
  ],
  ["a copy that is cut from the end", {}, { ...wire, text: LEAD }, "copy"],
  ["a full report after a brief one elsewhere", { text: LEAD }, { ...wire, text: `${LEAD} ${REST} ${OWN}` }, null],
  ["an own report that quotes the first lines", {}, { ...wire, text: `${LEAD} ${OWN}` }, null],
  ["the same story in other words", {}, { ...wire, text: OWN }, null],
  ["another text at the same address", {}, { text: OWN }, "update"],
  ["the same words at the same address", {}, {}, "copy"],
  [
    "a longer version of the same outlet elsewhere",
    { text: LEAD },
    { url: "https://valley.example/2", text: `${LEAD} ${REST}` },
    "update",
  ],
  ["an earlier version that comes in later", { publishedAt: day("2026-03-03") }, { url: null, text: LEAD }, "copy"],
  ["the same words half a year later", {}, { ...wire, publishedAt: day("2026-09-02") }, "copy"],
  ["most of the words half a year later", {}, { ...wire, text: LEAD, publishedAt: day("2026-09-02") }, null],
  ["most of the words without a date", {}, { ...wire, text: LEAD, publishedAt: null }, "copy"],
  ["a few words", { text: "Rain is on its way to Karsk." }, { ...wire, text: "Rain is on its way to Karsk today." }, null],
  ["no words", { text: "" }, { ...wire, text: "" }, null],
  [
    "a form filled in for another event",
    { text: quake("Karsk", "3.2", "6.40", "Vell") },
    { url: "https://valley.example/q", text: quake("Orn", "4.1", "11.15", "Sarn") },
    null,
  ],
])("%s", (_, first, second, expected) => {
  const copies = createCopies();
  expect(copies.add({ ...base, ...first })).toBeNull();
  expect(copies.add({ ...base, id: "second", ...second })?.relation ?? null).toBe(expected);
});

test("furniture that every page has makes nothing a copy", () => {
  const copies = createCopies();
  const furniture =
    "All rights reserved by the Valley Post, which asks you to write to its readers' desk about anything that is wrong. ".repeat(
      2,
    );
  const texts = Array.from(
    { length: 50 },
    (_, k) =>
      `${furniture} ${OWN.split(" ")
        .map((word) => `${word}${k}`)
        .join(" ")}`,
  );
  expect(texts.map((text, k) => copies.add({ ...base, id: String(k), url: null, text })).filter(Boolean)).toEqual([]);
});
