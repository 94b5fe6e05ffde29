import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { commands } from "../../../commands/index.ts";
import { createCore, urlOf } from "../core.ts";
import { until } from "./clock.ts";
import { type Bench, createBench } from "./fixture.ts";
import { TEAM } from "./workspace-model.ts";

/** The real core, behind the adapter and the real SDK. */
let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
});
afterEach(async () => {
  await bench.end();
  expect(bench.slack.unacknowledged()).toEqual([]);
  expect(bench.slack.workspace.refused).toEqual([]);
});

const said = (count: number, user = "U1") => bench.seen(count, user);

test("every command with every example of it is answered once, by messages that Slack takes", async () => {
  await bench.start(await createCore(`slack:${TEAM}`));
  const examples = commands.flatMap(({ name, examples }) =>
    (examples.length > 0 ? examples : [""]).map((each) => `${name} ${each}`),
  );
  for (const [k, line] of examples.entries()) {
    const user = `UEX${k}`;
    await bench.people.types(k % 2 === 0 ? `/${line}` : `/news ${line}`, { user });
    await said(1, user);
    const told = bench.slack.workspace.seenBy(user).filter(({ text }) => !text.startsWith("Working on it"));
    expect(told.length, line).toBeLessThanOrEqual(3); // parts
  }
});

test("the menu of a message asks the real command", async () => {
  await bench.start(await createCore(`slack:${TEAM}`));
  await bench.people.asksAbout(`Have you seen <${urlOf(7)}>?`);
  await said(1);
  expect(bench.slack.workspace.seenBy("U1")[0]!.text).toContain("gate 7 would stay shut");
});

test("buttons go through an answer and share it", async () => {
  await bench.start(await createCore(`slack:${TEAM}`));
  await bench.people.types("/who-said gate");
  await said(1);
  const first = bench.slack.workspace.seenBy("U1")[0]!.text;
  await bench.people.presses("Next");
  await until(() => bench.slack.workspace.seenBy("U1")[0]!.text !== first);
  expect(await said(1)).toHaveLength(1);
  await bench.people.presses("Share in channel");
  await said(2);
  const shared = bench.slack.workspace.seenBy("U2").at(-1)!.text;
  expect(shared).toContain("Shared by ada");
});

test("nothing of another workspace's library can be reached, whatever ids are sent", async () => {
  const other = await createCore("slack:T9");
  const { session } = await other.answer({
    ...{ command: "who-said", input: "gate" },
    channel: { platform: "slack", workspace: "slack:T9", id: "C1" },
    user: { id: "U9", name: "bo", isManager: () => true },
  });
  await bench.start(other); // the same store, asked by this workspace's people
  await bench.people.types("/who-said gate");
  expect(await said(1)).toEqual([expect.stringMatching(/^only: The library is empty/)]);
  await bench.people.pressesId(`${session}:share`);
  await bench.people.pressesId(`${session}:a0`);
  expect((await said(3)).slice(1)).toEqual(Array(2).fill(expect.stringMatching(/^only: .*buttons have expired/)));
  await bench.people.types("/quotes");
  await until(() => bench.slack.workspace.views.length > 0);
  const form = bench.slack.workspace.views.at(-1)!;
  const forged = { ...form, view: { ...form.view, private_metadata: JSON.stringify({ channel: "C9", workspace: "slack:T9" }) } };
  const { acks } = await bench.people.seeks(forged, "speaker", "Lu");
  await until(() => acks.length > 0);
  expect(JSON.stringify(acks)).not.toContain("Ada Lund");
  await bench.people.submits(forged, { speaker: { type: "external_select", selected_option: { value: "Ada Lund" } } });
  const told = await said(4);
  expect(told.join("\n")).not.toContain("gate");
});

describe("somebody who may not set up a digest", () => {
  const refusal = expect.stringMatching(/This changes what everybody here sees: ask an admin/);

  test.each(["/digest add", "/news digest add", "/feed add", "/watch add"])(
    "hears so instead of getting the form of %s",
    async (line) => {
      await bench.start(await createCore(`slack:${TEAM}`));
      await bench.people.types(line);
      expect(await said(1)).toEqual([refusal]);
      expect(bench.slack.workspace.views).toEqual([]);
    },
  );

  test("hears so from a shortcut and from App Home", async () => {
    await bench.start(await createCore(`slack:${TEAM}`));
    await bench.people.uses("digest_add");
    await bench.people.opensHome();
    await until(() => bench.slack.workspace.homes.has("U1"));
    await bench.people.pressesAtHome("Plan a digest");
    expect(await said(2)).toEqual([refusal, refusal]);
    expect(bench.slack.workspace.views).toEqual([]);
  });

  test("hears so before any field of a form that they sent off, and may when they do", async () => {
    await bench.start(await createCore(`slack:${TEAM}`));
    await bench.people.types("/digest add", { user: "UADMIN" });
    await until(() => bench.slack.workspace.views.length > 0);
    const wrong = { when: { type: "plain_text_input", value: "30 february 8:00" } };
    const form = bench.slack.workspace.views.at(-1)!;
    const stays = await bench.people.submits(form, wrong);
    await until(() => stays.acks.length === 1);
    expect(stays.acks[0]!.payload).toMatchObject({ errors: { when: expect.stringContaining("February has no 30th") } });
    const closes = await bench.people.submits(form, wrong, { user: "U1" });
    expect(await said(1, "UADMIN")).toEqual([refusal]); // whose form it was
    expect(JSON.stringify(closes.acks.map(({ payload }) => payload ?? {}))).not.toContain("errors");
  });

  test("gets the form where Slack does not tell in time who may, and hears so after", async () => {
    await bench.start(await createCore(`slack:${TEAM}`));
    bench.slack.fault("users.info", "busy");
    await bench.people.types("/digest add");
    await until(() => bench.slack.calls.includes("users.info"));
    await bench.clock.pass(2_000);
    await until(() => bench.slack.workspace.views.length > 0);
    await bench.people.submits(bench.slack.workspace.views.at(-1)!, { when: { type: "plain_text_input", value: "daily 8:00" } });
    expect(await said(1)).toEqual([refusal]);
  });
});
