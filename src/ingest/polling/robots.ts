/** What robots.txt says to us (RFC 9309); the product token in it is the name our User-Agent begins with. */
const TOKEN = "onrecord";
/** A crawler has to read at least this much of a file and may stop there, in bytes (RFC 9309, 2.5). */
const MOST_BYTES = 512_000;

interface Rule {
  readonly allow: boolean;
  readonly pattern: string;
}

/** The rules that hold for us; without any, everything is allowed. */
export type Robots = readonly Rule[];

interface Group {
  readonly agents: string[];
  readonly rules: Rule[];
}

function* readLines(text: string): Generator<readonly [key: string, value: string]> {
  for (const line of text.split(/\r\n?|\n/)) {
    const end = line.indexOf("#");
    const content = end < 0 ? line : line.slice(0, end);
    const colon = content.indexOf(":");
    if (colon > 0) yield [content.slice(0, colon).trim().toLowerCase(), content.slice(colon + 1).trim()];
  }
}

/** The rules for us in a robots.txt: those of all groups that name us, else of all that name everybody. Never throws, in linear time. */
export function readRobots(bytes: Uint8Array): Robots {
  const groups: Group[] = [];
  let open: Group | null = null;
  let named = false;
  for (const [key, value] of readLines(new TextDecoder().decode(bytes.subarray(0, MOST_BYTES)))) {
    if (key === "user-agent") {
      if (open === null || !named) {
        open = { agents: [], rules: [] };
        groups.push(open);
      }
      named = true;
      open.agents.push(/^[a-z_-]+/.exec(value.toLowerCase())?.[0] ?? (value.startsWith("*") ? "*" : ""));
    } else if ((key === "allow" || key === "disallow") && open !== null) {
      named = false;
      if (value !== "") open.rules.push({ allow: key === "allow", pattern: encoded(value) });
    }
  }
  const groupsOf = (agent: string) => groups.filter(({ agents }) => agents.includes(agent));
  const ours = groupsOf(TOKEN);
  return (ours.length > 0 ? ours : groupsOf("*")).flatMap(({ rules }) => rules);
}

/** One spelling of what may be written as a character or as its bytes (RFC 9309, 2.2.2). */
function encoded(path: string): string {
  const characters = path.toWellFormed().replace(/[^\x21-\x7e]/gu, encodeURIComponent);
  return characters.replace(/%[0-9a-f]{2}/gi, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : code.toUpperCase();
  });
}

/** Whether a pattern with `*` for anything and `$` for the end fits the beginning of a path. The first place of each part will do. */
function fits(pattern: string, path: string): boolean {
  const ends = pattern.endsWith("$");
  const [first = "", ...parts] = (ends ? pattern.slice(0, -1) : pattern).split("*");
  if (!path.startsWith(first)) return false;
  const last = ends ? parts.pop() : undefined;
  let at = first.length;
  for (const part of parts) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  if (last !== undefined) return path.length - last.length >= at && path.endsWith(last);
  return !ends || at === path.length;
}

/** Whether we may read a page: the longest rule that fits decides, and of equals the one that allows. */
export function isAllowed(robots: Robots, address: string): boolean {
  const { pathname, search } = new URL(address);
  const path = encoded(pathname + search);
  let decides: Rule | null = null;
  for (const rule of robots) {
    const { allow, pattern } = rule;
    const longer = decides === null || pattern.length > decides.pattern.length;
    const stands = longer || (allow && pattern.length === decides!.pattern.length);
    if (stands && fits(pattern, path)) decides = rule;
  }
  return decides?.allow ?? true;
}
