import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeFolder, removeFolder, run } from "./run.ts";

const ARTICLE = "Mayor Ada Lund said the cease-fire would hold. “The river is quiet,” she said.\n";

let folder: string;
beforeAll(() => {
  folder = makeFolder();
  const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
  write("a.txt", ARTICLE);
  write("copy.txt", ARTICLE);
  write("empty.txt", "");
  write("photo.txt", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]));
  write("big.txt", Buffer.alloc(20_000_000, "words "));
  write("line.txt", `${"words and more words ".repeat(100_000)}`);
  write("windows.txt", Buffer.from("Mayor Ren\xe9 Lund said: \x93The dam holds,\x94 and left.", "latin1"));
  write("utf16.txt", Buffer.from(`\ufeff${ARTICLE.replace("Ada", "Eva")}`, "utf16le"));
  write("broken.txt", Uint8Array.from([0x41, 0x64, 0x61, 0xff, 0xfe, 0x81, 0x8d, 0x8f, 0x90, 0x9d, 0x20, 0x81, 0x8d]));
  write("report.pdf", "%PDF-1.7 nothing");
  write("lines.jsonl", `${JSON.stringify({ id: "x", text: ARTICLE })}\n\nno json\n{"id":"y"}\n`);
  mkdirSync(join(folder, "hollow"));
});
afterAll(() => removeFolder(folder));

test("ingest says what became of each file and goes on after a refusal", async () => {
  const { code, out, err } = await run(folder, ["ingest", "a.txt", "empty.txt", "copy.txt", "utf16.txt", "windows.txt"]);
  expect(out.split("\n")).toEqual([
    "added     a.txt",
    "refused   empty.txt is empty: give a file or page with an article in it.",
    "duplicate copy.txt",
    "added     utf16.txt",
    "added     windows.txt",
    "",
  ]);
  expect({ code, err }).toEqual({ code: 1, err: "" });
});

test("ingest says of what an article is a copy", async () => {
  const own = makeFolder();
  try {
    const words = Array.from({ length: 6 }, (_, k) => `Mayor Ada Lund said gate ${k} would stay shut until May ${k + 3}.`).join(
      " ",
    );
    writeFileSync(join(own, "1.txt"), `Title: Dam stays shut\nOutlet: Northern Wire\n\n${words}`);
    writeFileSync(join(own, "2.txt"), `Title: Shut it stays\nOutlet: Valley Post\n\n${words} Nobody was hurt.`);
    const { out } = await run(own, ["ingest", "1.txt", "2.txt"]);
    expect(out).toBe("added     Dam stays shut\nduplicate Shut it stays (a copy of “Dam stays shut” in Northern Wire)\n");
    const { out: json } = await run(own, ["ingest", "--json", "2.txt"]);
    expect(JSON.parse(json)).toMatchObject({
      outcome: "duplicate",
      copyOf: { title: "Dam stays shut", outlet: "Northern Wire" },
    });
  } finally {
    removeFolder(own);
  }
});

test("ask answers from the library", async () => {
  const { code, out, err } = await run(folder, ["ask", "/who-said ceasefire by:Ada"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("1.  Ada Lund, Mayor");
  expect(out).toContain("the cease-fire would hold");
  expect(out).toContain("no date · a.txt");
  expect((await run(folder, ["ask", "who-said dam"])).out).toContain("“The dam holds,”");
});

test("ask --json prints the card", async () => {
  const { code, out } = await run(folder, ["ask", "--json", "/quotes Ada Lund"]);
  expect(code).toBe(0);
  expect(JSON.parse(out).blocks[0]).toMatchObject({
    type: "statement",
    speaker: { name: "Ada Lund" },
    receipt: { file: "a.txt" },
  });
});

test("extract prints statements and leaves the library alone", async () => {
  const { code, out } = await run(folder, ["extract", "a.txt", "--json"], "", { DATA_DIR: join(folder, "untouched") });
  expect(code).toBe(0);
  const { file, statements } = JSON.parse(out);
  expect(file).toBe("a.txt");
  expect(statements[1]).toMatchObject({ kind: "direct", speaker: { name: "Ada Lund" } });
  const [{ start, end }] = statements[1].content;
  expect(ARTICLE.slice(start, end)).toBe("The river is quiet,");
  expect((await run(folder, ["extract", "a.txt"])).out).toContain("2 statements found.");
});

test("extract of JSON lines names the lines that are none", async () => {
  const { code, out, err } = await run(folder, ["extract", "lines.jsonl", "--json"]);
  expect(JSON.parse(out)).toMatchObject({ id: "x", statements: [{}, {}] });
  expect(err).toBe(
    'lines.jsonl line 3 is no article: give {"id": "...", "text": "..."}.\nlines.jsonl line 4 is no article: give {"id": "...", "text": "..."}.\n',
  );
  expect(code).toBe(1);
});

test("summarise prints sentences with their articles", async () => {
  const { code, out } = await run(folder, ["summarise", "a.txt", "--words", "20"]);
  expect(code).toBe(0);
  expect(out).toContain("Mayor Ada Lund said the cease-fire would hold.\n    no date · a.txt");
  const { summary, sentences } = JSON.parse((await run(folder, ["summarise", "--json", "a.txt"])).out);
  expect(summary.startsWith("Mayor Ada Lund said")).toBe(true);
  expect(sentences[0].article.file).toBe("a.txt");
});

test("stories tells which articles tell one story, in the order of their dates", async () => {
  const line = (id: string, date: string, title: string, text: string) => JSON.stringify({ id, date, title, text });
  const flood = "The river Elwe flooded the old town of Karsk on Monday. Mayor Ada Lund closed both bridges.";
  const late = "After the river Elwe flooded Karsk, Mayor Ada Lund opened the bridges of the old town again on Friday.";
  const strike = "Tram drivers of Northport walked out over pay. Their union, led by Viktor Soren, wants nine percent.";
  const lines = [
    line("late", "2026-05-08", "Bridges of Karsk open again after the flood", late),
    line("strike", "2026-05-05", "Northport trams stand still", strike),
    line("flood", "2026-05-04", "Flood closes bridges in Karsk", flood),
    line("again", "2027-05-04", "Flood closes bridges in Karsk", "Karsk: the river Elwe rose above a bridge, said Ada Lund."),
    "{}",
  ];
  writeFileSync(join(folder, "stories.jsonl"), lines.join("\n"));
  writeFileSync(join(folder, "market.txt"), "Bond yields fell in Westhaven after the central bank cut rates.\n");
  const untouched = { DATA_DIR: join(folder, "untouched-by-stories") };
  const { code, out, err } = await run(folder, ["stories", "stories.jsonl", "market.txt", "--json"], "", untouched);
  expect(
    out
      .trim()
      .split("\n")
      .map((each) => Object.values(JSON.parse(each))),
  ).toEqual([
    ["late", "flood"],
    ["strike", "strike"],
    ["flood", "flood"],
    ["again", "again"],
    ["market.txt", "market.txt"],
  ]);
  expect({ code, err }).toEqual({
    code: 1,
    err: 'stories.jsonl line 5 is no article: give {"id": "...", "text": "..."}.\n',
  });
  expect(existsSync(untouched.DATA_DIR)).toBe(false);
  expect((await run(folder, ["stories", "stories.jsonl"])).out).toContain(
    " · 2 articles · 2026-05-04 to 2026-05-08\n    flood Flood closes bridges in Karsk\n    late Bridges",
  );
});

describe("bad input gets one sentence with the remedy, on standard error or as the outcome, and no stack trace", () => {
  test.each<[string, string[], number, RegExp]>([
    ["an empty file", ["ingest", "empty.txt"], 1, /is empty: give/],
    ["a binary file", ["ingest", "photo.txt"], 1, /photo\.txt is .*: give/],
    ["a PDF", ["ingest", "report.pdf"], 1, /report\.pdf is not an article: give a \.txt or \.html file\./],
    ["20 MB", ["ingest", "big.txt"], 1, /big\.txt is larger than 5 MB: split/],
    ["one line of 2 MB", ["ingest", "line.txt"], 1, /line\.txt has 2,100,000 characters.*: split/],
    ["bytes in no known encoding", ["ingest", "broken.txt"], 1, /broken\.txt .*: /],
    ["a missing file", ["ingest", "nowhere.txt"], 1, /nowhere\.txt does not exist: check the path/],
    ["a folder without articles", ["ingest", "hollow"], 1, /hollow holds no articles: put/],
    ["an unreachable address", ["ingest", "http://nowhere.invalid/a"], 1, /nowhere\.invalid.*: /],
    ["a private address", ["ingest", "http://127.0.0.1:9/a"], 1, /private|loopback/],
    ["an address of another kind", ["ingest", "ftp://valley.example/a"], 1, /: /],
    ["an unknown slash command", ["ask", "/who-sad x"], 2, /Did you mean \/who-said\?/],
    ["a missing option", ["ask", "/who-said"], 2, /\/who-said needs a topic: /],
    ["a malformed option", ["ask", "/who-said x since:often"], 2, /since must be a period such as/],
    ["an unknown option of a slash command", ["ask", "/who-said x colour:red"], 2, /no option "colour:"/],
    ["an unknown subcommand", ["ingst", "a.txt"], 2, /unknown command 'ingst'\s+\(Did you mean ingest\?\)/],
    ["an unknown flag", ["ask", "--jsn", "/help"], 2, /unknown option '--jsn'\s+\(Did you mean --json\?\)/],
    ["a missing argument", ["ingest"], 2, /missing required argument/],
    ["a malformed flag", ["summarise", "a.txt", "--words", "many"], 2, /Give a whole number from 1 to 10000/],
    ["extract of a missing file", ["extract", "nowhere.txt"], 1, /nowhere\.txt does not exist/],
    ["extract of a missing .jsonl", ["extract", "nowhere.jsonl"], 1, /nowhere\.jsonl cannot be read/],
    ["stories of a missing file", ["stories", "nowhere.txt"], 1, /nowhere\.txt does not exist/],
    ["stories without a file", ["stories"], 2, /missing required argument/],
    ["summarise of an empty file", ["summarise", "empty.txt"], 1, /is empty: give/],
  ])("%s", async (_, args, expected, message) => {
    const { code, out, err } = await run(folder, args);
    expect(out + err).toMatch(message);
    expect(out + err).not.toMatch(/\n\s+at /);
    expect(code).toBe(expected);
  });

  test("a wrong environment: every problem at once", async () => {
    const { code, out, err } = await run(folder, ["ask", "/help"], "", { DATA_DIR: " ", ALLOW_PRIVATE_NETWORK: "maybe" });
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/^DATA_DIR must .*\nALLOW_PRIVATE_NETWORK must .*\n$/);
  });

  test("a file .env that cannot be read", async () => {
    const own = join(folder, "unreadable");
    mkdirSync(join(own, ".env"), { recursive: true });
    const { code, out, err } = await run(own, ["manifest"]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/^The file \.env cannot be read \(\w+\): .*\n$/);
  });

  test("a library of a newer version, which stays as it is", async () => {
    mkdirSync(join(folder, "newer"));
    const file = join(folder, "newer", "library.db");
    const db = new DatabaseSync(file);
    db.exec("PRAGMA user_version = 99");
    db.close();
    const { code, err } = await run(folder, ["ingest", "a.txt"], "", { DATA_DIR: join(folder, "newer") });
    expect(err).toMatch(
      /^The library .* was made by a newer version of On Record .*: update On Record, or name another folder in DATA_DIR\.\n$/,
    );
    expect(code).toBe(1);
  });

  test("a file where the library's folder should be", async () => {
    const { code, err } = await run(folder, ["start"], "", { DATA_DIR: join(folder, "a.txt") });
    expect(err).toMatch(/^The library .* cannot be used, there is a file where a folder should be: .*\n$/);
    expect(code).toBe(1);
  });
});

test("nothing that was stored has changed after all that", async () => {
  const { out } = await run(folder, ["ask", "/articles", "--json"]);
  expect(JSON.parse(out).blocks.map(({ receipt }: { receipt: { file: string } }) => receipt.file)).toEqual([
    "windows.txt",
    "utf16.txt",
    "a.txt",
  ]);
});

test.each([
  ["--help"],
  ["start", "--help"],
  ["ingest", "--help"],
  ["ask", "--help"],
  ["extract", "--help"],
  ["summarise", "--help"],
  ["stories", "--help"],
])("%s %s prints usage and ends with 0", async (...args) => {
  const { code, out, err } = await run(folder, args);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^Usage: on-record /);
});

test("WORKSPACE names a team's library, which the terminal's own does not show", async () => {
  const own = join(folder, "team");
  mkdirSync(own);
  writeFileSync(join(own, "b.txt"), "Mayor Ada Lund said the dam would hold. Nobody was hurt.");
  const team = { WORKSPACE: "slack:T024BE7LD" };
  expect(await run(own, ["ingest", "b.txt"], "", team)).toMatchObject({ code: 0, err: "" });
  expect((await run(own, ["ask", "/who-said dam"], "", team)).out).toContain("Ada Lund");
  expect((await run(own, ["ask", "/who-said dam"])).out).toContain("The library is empty");
});
