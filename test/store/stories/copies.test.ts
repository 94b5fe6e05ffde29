import { expect, test } from "vitest";
import type { Printed } from "../../../src/store/stories/copies.ts";
import { createCopies } from "../../../src/store/stories/shelf.ts";
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
  title: null,
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

const weather = (day: string, sky: string, high: number, low: number, wind: number, rain: number) =>
  `Weather for Karsk on ${day}. ${sky} High ${high} degrees, low ${low}. Wind from the north at ${wind} kilometres an hour. ` +
  `Chance of rain: ${rain} percent. The forecast is made by the survey of Westmark twice a day and holds for the valley of the Elwe ` +
  "below 400 metres; walkers in the mountains of Orn should ask the rangers before they set out, and skippers the harbour office.";
const market = (index: string, steel: string, mills: string, bank: string, word: string) =>
  `The Westmark index ${word} to ${index} points at the close. Orn Steel stood at ${steel} crowns, Karsk Mills at ${mills} and the Bank of ` +
  `Vell at ${bank}. The exchange of Northport is open from nine to five on working days; prices are those of the last trade and may differ ` +
  "from what a broker offers. Nothing here is advice to buy or to sell, and past gains promise nothing for the future.";
const FOOT =
  "The Valley Post is printed in Karsk by Valley Post Press, a house of the Westmark Paper Union, and read in Orn, Vell and Northport. " +
  "Write to the Readers Desk of the Valley Post about anything that is wrong, or call the Post House in Mill Street on working days.";
const lottery = (numbers: string, day: string) =>
  `The numbers of the Westmark lottery drawn on ${day} are ${numbers}. Whoever has all six shares the pot with the others who have. ` +
  "Tickets are sold in every post office of Westmark until noon of the day of the draw, and prizes can be fetched there for a year. " +
  "All numbers are given without warranty; what counts is the list in the head office in Northport.";
const ticker = (entries: readonly string[]) =>
  `The flood in Karsk, live. We tell here what happens. ${entries.map((entry, k) => `${9 + k}.15: ${entry}`).join(" ")}`;

test.each<[string, Partial<Printed>, Partial<Printed>]>([
  [
    "weather",
    { text: weather("Monday", "Sunny, with a few clouds after noon.", 24, 11, 12, 20) },
    { text: weather("Tuesday", "Overcast all day.", 19, 9, 25, 70) },
  ],
  ["prices", { text: market("3,412", "88.1", "12.4", "204", "rose") }, { text: market("3,377", "85.9", "12.6", "199", "fell") }],
  ["a draw", { text: lottery("3, 8, 19, 22, 40 and 44", "Monday") }, { text: lottery("5, 9, 11, 28, 31 and 47", "Friday") }],
  [
    "short items above a long foot",
    { text: `Mayor Lund opened a bridge over the Elwe before noon today, and many came to walk it. ${FOOT}` },
    { text: `A dog that was lost in the hills came home to its owner, a baker, after nine days. ${FOOT}` },
  ],
  ["quakes", { text: quake("Karsk", "3.2", "6.40", "Vell") }, { text: quake("Orn", "4.1", "11.15", "Sarn") }],
])("a form that is filled in anew is another article, of one outlet and of two: %s", (_, first, second) => {
  const next = { ...base, id: "next", url: "https://valley.example/next", publishedAt: day("2026-03-03"), ...second };
  for (const outlet of ["Valley Post", "Northern Wire", null]) {
    const copies = createCopies();
    copies.add({ ...base, ...first });
    expect(copies.add({ ...next, outlet })).toBeNull();
  }
});

const ENTRIES = [
  "The bridge is closed.",
  "The army has come with boats.",
  "Mayor Ada Lund speaks to the people in the school on the hill.",
];

test.each<[string, Partial<Printed>, Partial<Printed>, "update" | "copy" | null]>([
  ["a ticker goes on at its address", { text: ticker(ENTRIES.slice(0, 1)) }, { text: ticker(ENTRIES) }, "update"],
  [
    "a correction at an address of its own",
    {},
    {
      url: "https://valley.example/corrected",
      text: `${LEAD.replace("40 houses", "62 houses")}\n${REST}\nWe first wrote of 40 houses.`,
    },
    "update",
  ],
  [
    "the day after at an address of its own",
    {},
    {
      url: "https://valley.example/tuesday",
      publishedAt: day("2026-03-03"),
      text: `${OWN} On Monday ${LEAD.slice(0, 90)}.`,
    },
    null,
  ],
  ["a comment that quotes at length", {}, { ...wire, text: `${OWN} The Post wrote: ${LEAD} ${OWN.toUpperCase()}` }, null],
  ["what an earlier comment quotes at length", { text: `${LEAD} The Wire wrote: ${OWN} ${REST}` }, { ...wire, text: OWN }, null],
  ["the first lines of a long report", { text: `KARSK (NW) ${OWN} ${LEAD} ${REST}` }, { ...wire, text: OWN }, "copy"],
])("%s", (_, first, second, expected) => {
  const copies = createCopies();
  copies.add({ ...base, ...first });
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
