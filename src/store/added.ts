/** What became of an article that was handed in: a duplicate changes nothing. */
export type Added = "added" | "updated" | "duplicate";
