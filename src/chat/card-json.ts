/** What `JSON.stringify` made of a card or of several: JSON has no dates. */
export const readCardJson = <T>(text: string): T => JSON.parse(text, revive) as T;

const revive = (key: string, value: unknown): unknown =>
  (key === "publishedAt" || key === "changedAt") && typeof value === "string" ? new Date(value) : value;
