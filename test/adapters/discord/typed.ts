/** What is typed for a card of a kind, where it is the answer to something. */
export const TYPED: Readonly<Record<string, string>> = {
  "who-said": "/who-said ceasefire",
  explained: "/who-said barges context: True explain: True",
  long: "/who-said wheat",
  summary: "/summary ceasefire",
  articles: "/articles barges",
  feeds: "/feed list",
  digests: "/digest list",
  help: "/help",
  file: "/feed export",
  "nothing-found": "/who-said ceasefyre",
  usage: "/help who-sad",
  refused: "/feed add https://valley.example",
  fault: "/stories",
  hostile: "/who-said lund",
};
