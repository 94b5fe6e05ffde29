import { expect, test } from "vitest";
import { until } from "./clock.ts";
import { openedForm, overEach } from "./transports.ts";

overEach((bench) => {
  test("a command that was typed without what it needs opens its form", async () => {
    await bench().people.types("/who-said");
    const opened = await openedForm(bench());
    expect(bench().sees()).toEqual([]);
    await bench().people.submits(opened, { topic: { type: "plain_text_input", value: "ceasefire" } });
    expect(await bench().seen(1)).toEqual(['only: answer to who-said: {"topic":"ceasefire"}']);
    expect(bench().asked[0]!.channel.id).toBe("C1");
  });

  test("a form that is sent off twice, or late, is answered once", async () => {
    await bench().people.types("/feed add", { channel: "CSECRET" });
    const opened = await openedForm(bench());
    await bench().clock.pass(31 * 60_000);
    const sent = await bench().people.submits(opened, { url: { type: "url_text_input", value: "https://x.example" } });
    await bench().slack.tellAgain(sent);
    expect(await bench().seen(1)).toEqual(['direct: answer to feed add: {"url":"https://x.example"}']);
  });

  test("a form that Slack does not open is made up for in words", async () => {
    bench().slack.fault("views.open", "refused expired_trigger_id");
    await bench().people.types("/who-said");
    expect(await bench().seen(1)).toEqual(["only: answer to who-said:"]);
  });

  test("a form offers values of a length that Slack takes", async () => {
    await bench().people.types("/who-said");
    const sought = await bench().people.seeks(await openedForm(bench()), "by", "Hor");
    await until(() => sought.acks.length === 1);
    const { options } = sought.acks[0]!.payload as { options: { text: { text: string }; value: string }[] };
    expect(options.map(({ value }) => value).slice(0, 2)).toEqual(["Hor", "who-said by Hor"]);
    for (const { text, value } of options) expect(Math.max(text.text.length, value.length)).toBeLessThanOrEqual(75);
  });

  test("shortcuts: an article's statements, and a feed's form", async () => {
    await bench().people.asksAbout("Look: <https://x.example/a?b=1&amp;c=2|this>");
    await bench().people.asksAbout("Look");
    expect((await bench().seen(2)).sort()).toEqual(
      [
        'only: answer to said-in: {"article":"https://x.example/a?b=1&c=2"}',
        "only: There is no link to an article in this message.",
      ].sort(),
    );
    await bench().people.uses("feed_add");
    const opened = await openedForm(bench());
    await bench().people.submits(opened, { url: { type: "url_text_input", value: "https://x.example" } });
    expect((await bench().seen(3)).at(-1)).toBe('direct: answer to feed add: {"url":"https://x.example"}');
  });

  test("a digest can be planned from anywhere, in a form", async () => {
    await bench().people.uses("digest_add");
    const opened = await openedForm(bench());
    expect(opened.view.callback_id).toBe("form:digest add");
    const zones = await bench().people.seeks(opened, "zone", "Lon");
    await until(() => zones.acks.length === 1);
    expect(JSON.stringify(zones.acks[0]!.payload)).toContain("digest add zone Lon");
    await bench().people.submits(opened, {
      what: { type: "plain_text_input", value: "grain" },
      where: { type: "conversations_select", selected_conversation: "C024BE91L" },
      ping: { type: "plain_text_input", value: null },
    });
    expect(await bench().seen(1)).toEqual(['direct: answer to digest add: {"what":"grain","where":"C024BE91L"}']);
  });

  test("a form that is filled in wrongly stays open with all of it and says where, and is answered once it is right", async () => {
    await bench().people.uses("digest_add");
    const opened = await openedForm(bench());
    const submit = (zone: string) =>
      bench().people.submits(opened, {
        what: { type: "plain_text_input", value: "grain" },
        zone: { type: "external_select", selected_option: { value: zone } },
      });
    const refused = await submit("Nowhere");
    await until(() => refused.acks.length === 1);
    expect(refused.acks[0]!.payload).toEqual({ response_action: "errors", errors: { zone: "There is no such zone." } });
    expect([bench().asked, bench().sees()]).toEqual([[], []]);
    const taken = await submit("Europe/London");
    expect(await bench().seen(1)).toEqual(['direct: answer to digest add: {"what":"grain","zone":"Europe/London"}']);
    expect(taken.acks.map(({ payload }) => JSON.stringify(payload ?? {}))).not.toContain(expect.stringContaining("errors"));
  });

  test("a form of which nobody can tell in time whether it is right is closed and answered", async () => {
    await bench().people.uses("digest_add");
    const zone = { type: "external_select", selected_option: { value: "late" } };
    const submitted = bench().people.submits(await openedForm(bench()), { zone });
    await until(() => bench().unchecked.length === 1);
    await bench().clock.pass(2_000);
    expect(await bench().seen(1)).toEqual(['direct: answer to digest add: {"zone":"late"}']);
    const { acks } = await submitted;
    await until(() => acks.length === 1);
    expect(acks[0]!.after).toBeLessThan(3_000);
  });

  test("a shortcut that there is no more says so", async () => {
    await bench().people.uses("of_old");
    expect(await bench().seen(1)).toEqual(["direct: This shortcut is out of date: please type /help."]);
  });
});
