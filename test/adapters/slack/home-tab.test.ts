import { expect, test } from "vitest";
import { until } from "./clock.ts";
import { openedForm, overEach } from "./transports.ts";

overEach((bench) => {
  test("App Home tells of digests, feeds and help, and plans a digest", async () => {
    await bench().people.opensHome();
    await until(() => bench().slack.workspace.homes.has("U1"));
    expect(bench().asked.map(({ command }) => command)).toEqual(["digest list", "feed list", "help"]);
    await bench().people.pressesAtHome("Plan a digest");
    expect((await openedForm(bench())).view.callback_id).toBe("form:digest add");
  });

  test("App Home opens forms, and their answers come as direct messages", async () => {
    await bench().people.opensHome();
    await until(() => bench().slack.workspace.homes.has("U1"));
    await bench().people.pressesAtHome("Summary");
    await bench().people.submits(await openedForm(bench()), { topic: { type: "plain_text_input", value: "ceasefire" } });
    expect(await bench().seen(1)).toEqual(['direct: answer to summary: {"topic":"ceasefire"}']);
  });
});
