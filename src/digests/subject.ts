import type { Filter } from "../model.ts";

/** What a digest or a watch is about, as a title begins: "Ceasefire or prisoners, said by Ada Lund". */
export function titleOf(filter: Filter): string {
  const words = describe(filter, filter.topics.join(" or ")) || "All news";
  return words[0]!.toUpperCase() + words.slice(1);
}

/** The same behind a noun, with the space between: " about “ceasefire”, said by Ada Lund"; empty where it is about everything. */
export function aboutIn(filter: Filter): string {
  const topics = filter.topics.length > 0 ? `about ${either(filter.topics)}` : "";
  const words = describe(filter, topics);
  return words === "" ? "" : ` ${words}`;
}

function describe({ speakers, outlets, stories, without }: Filter, topics: string): string {
  const parts = [
    topics,
    speakers.length > 0 ? `said by ${speakers.join(" or ")}` : "",
    outlets.length > 0 ? `in ${outlets.join(" or ")}` : "",
    stories.length > 0 ? `on the story ${either(stories.map(({ headline }) => headline))}` : "",
    without.length > 0 ? `without ${either(without)}` : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}

const either = (words: readonly string[]): string => words.map((each) => `“${each}”`).join(" or ");
