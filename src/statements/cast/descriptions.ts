import { landOf } from "./nationalities.ts";
import type { Entity, People, Role } from "./people.ts";
import type { Lexicon, Phrase } from "./phrase.ts";
import { genderOfRole, isRoleNoun, rolesUnder } from "./role-nouns.ts";
import { roleWords } from "./roles.ts";

/** Words before a role that tell nothing of which one it is; source: adjectives of second mentions in PolNeAR's training part. */
const IDLE = new Set(
  (
    "the a an current new newly outgoing incoming incumbent embattled longtime veteran outspoken popular unpopular populist powerful then two both old young " +
    "controversial beleaguered charismatic combative defiant ousted exiled jailed elected re-elected departing retiring retired senior top same own year long-serving"
  ).split(" "),
);

/** Entities by each office, profession or kinship that their roles name. */
export type RoleIndex = ReadonlyMap<string, readonly Entity[]>;

const MOST = 12;

export function indexRoles(people: People): RoleIndex {
  const index = new Map<string, Entity[]>();
  for (const entity of people.entities)
    for (const role of entity.roles)
      for (const word of new Set([role.head, ...role.words.filter(isRoleNoun)])) {
        const list = index.get(word);
        if (!list) index.set(word, [entity]);
        else if (list.length < MOST && !list.includes(entity)) list.push(entity);
      }
  return index;
}

/** Words that make another office of one: the vice president is not "the president". */
const LESSER = /^(?:vice|deputy|assistant|associate|under|junior|shadow|former|ex|late|co)$/;

/** Whether a word before the role ("Russian", "Moscow's", "ECB") fits what the article says of the person. */
function fits(word: string, role: Role): boolean {
  if (IDLE.has(word) || /^\d+$/.test(word) || role.words.includes(word)) return true;
  const land = landOf(word);
  return (
    land !== undefined &&
    role.words.some((other, i) => landOf(other) === land || landOf(`${other} ${role.words[i + 1] ?? ""}`) === land)
  );
}

/** Whether both or neither are vice, deputy, former. */
const same = (words: readonly string[], role: Role): boolean =>
  role.words.every((word) => !LESSER.test(word) || words.includes(word));

/** Everyone whom "the Russian leader" or "the mayor" can mean; `end` stands behind an "of" phrase where there is one. */
export function describedBy({ document, classes }: Lexicon, index: RoleIndex, phrase: Phrase, end: number): Entity[] {
  const head = classes.lower[phrase.head]!;
  const wides = rolesUnder(head).filter((wide) => index.has(wide));
  if (wides.length === 0) return leadsLand({ document, classes }, index, phrase);
  const text = document.text.slice(document.starts[phrase.start]!, document.ends[end - 1]!);
  const words = roleWords(text).filter((word) => word !== head);
  const gender = genderOfRole(head);
  const found: Entity[] = [];
  const exact: Entity[] = [];
  for (const wide of wides) {
    for (const entity of index.get(wide)!) {
      if (found.includes(entity) || (gender !== "u" && entity.gender !== "u" && gender !== entity.gender)) continue;
      const role = entity.roles.find(
        (role) =>
          (role.head === wide || role.words.includes(wide)) &&
          same(words, role) &&
          words.every((word) => fits(word, role) || rolesUnder(word).some((kind) => role.words.includes(kind))),
      );
      if (!role) continue;
      found.push(entity);
      if (role.head === head || role.words.includes(head)) exact.push(entity);
    }
  }
  if (found.length === 0) return leadsLand({ document, classes }, index, phrase);
  return exact.length > 0 ? exact : found;
}

/** Who can be meant by "the Norwegian leader" where the article says no more of an office than "Ann Lund of Norway". */
function leadsLand({ classes }: Lexicon, index: RoleIndex, { core, head, end }: Phrase): Entity[] {
  const land = landOf(classes.lower[core]!);
  if (land === undefined || core !== head - 1 || end !== head + 1) return [];
  if (!rolesUnder("leader").includes(classes.lower[head]!)) return [];
  const from = (index.get("") ?? []).filter(({ roles }) =>
    roles.some((role) => role.head === "" && landOf(role.words[0]!) === land),
  );
  return from.filter(({ roles }) => roles.every(({ text }) => text === ""));
}
