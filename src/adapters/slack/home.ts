import type { types } from "@slack/bolt";
import type { Card } from "../../chat/card.ts";
import { plainText } from "./elements.ts";

export const renderHome = (_: { feeds: Card; help: Card }): types.HomeView => ({
  type: "home",
  blocks: [{ type: "section", text: plainText("On Record") }],
});
