/** What became of an article that was handed in: a duplicate changes nothing but the outlets it is known to stand in. */
export type Added = "added" | "updated" | "duplicate";
