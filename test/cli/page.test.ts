import { readFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { createWeb } from "../ingest/server.ts";
import { makeFolder, removeFolder, run } from "./run.ts";

test("a page of a private network is read only where that is allowed, and shown with who wrote it and when it changed", async () => {
  const page = readFileSync("test/ingest/fixtures/harbour-post.html");
  const web = await createWeb((_, response) => void response.setHeader("content-type", "text/html").end(page));
  const folder = makeFolder();
  onTestFinished(() => removeFolder(folder));
  const address = `${web}/world/2026/05/dam-talks-fourth-day`;

  const refused = await run(folder, ["ingest", address]);
  expect(refused).toMatchObject({
    code: 1,
    out: expect.stringMatching(/^refused .* leads into a private network: set ALLOW_PRIVATE_NETWORK=1/),
  });

  const added = await run(folder, ["ingest", address], "", { ALLOW_PRIVATE_NETWORK: "1" });
  expect(added).toEqual({ code: 0, out: "added     Dam talks at Lake Orin go into a fourth day\n", err: "" });

  const { out } = await run(folder, ["ask", "/articles"]);
  expect(out).toMatch(/ by Ilse Brandt, Jon Park · changed 2 May 2026 · \d+ statements/);
  const json = await run(folder, ["ask", "/articles", "--json"]);
  expect(JSON.parse(json.out).blocks).toMatchObject([
    {
      type: "article",
      author: "Ilse Brandt, Jon Park",
      changedAt: "2026-05-02T15:45:00.000Z",
      receipt: { outlet: "The Harbour Post", url: address },
    },
  ]);
});
