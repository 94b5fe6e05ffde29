/** Zones with three years in which something happens to their clocks. */
export const ZONES: readonly (readonly [zone: string, from: string, to: string])[] = [
  ["America/New_York", "2025-01-01", "2028-01-01"],
  ["Europe/London", "2025-01-01", "2028-01-01"],
  ["Europe/Berlin", "2025-01-01", "2028-01-01"],
  ["Australia/Lord_Howe", "2025-01-01", "2028-01-01"], // half an hour
  ["Pacific/Apia", "2010-06-01", "2013-06-01"], // no 30 December 2011
  ["America/Mexico_City", "2021-01-01", "2024-01-01"], // no summer time since 2023
  ["Africa/Cairo", "2022-01-01", "2025-01-01"], // summer time again since 2023, over midnight
  ["Asia/Almaty", "2023-01-01", "2026-01-01"], // another offset since 1 March 2024
  ["Europe/Volgograd", "2018-01-01", "2021-06-01"], // twice another offset
  ["America/Nuuk", "2023-01-01", "2026-01-01"], // jumps over the last hour of a day
  ["America/Havana", "2025-01-01", "2028-01-01"], // the first hour of a day comes twice, or never
  ["Pacific/Chatham", "2025-01-01", "2028-01-01"], // three quarters of an hour off
  ["Asia/Kathmandu", "2025-01-01", "2028-01-01"], // the same without summer time
  ["Africa/Casablanca", "2024-01-01", "2027-01-01"], // another offset for Ramadan
  ["UTC", "2025-01-01", "2028-01-01"],
];

/** At most one run a day, so that croner is done with three years of them in a moment. */
export const ONCE_A_DAY = ["30 2 * * *", "30 1 * * *", "0 0 * * *", "0 8 * * 1-5", "0 9 1 * *"];
export const SCHEDULES = [
  ...ONCE_A_DAY,
  "0 2 * * *",
  "15 0 * * *",
  "45 23 * * *",
  "0 9-17/2 * * *",
  "0 8 1 * 1",
  "0 2 L * *",
  "0 8 * * 5L",
  "0 8 * * 1#2",
  "0,30 * * * *",
];

export const iso = (date: Date): string => date.toISOString();
