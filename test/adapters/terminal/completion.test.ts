import { expect, test } from "vitest";
import { complete } from "../../../src/adapters/terminal/completion.ts";
import { optional, words } from "../../../src/chat/options.ts";
import { commands as plain } from "./fixture.ts";

const feed = (second: string) => ({
  ...plain[1]!,
  name: `feed ${second}`,
  options: { address: words("Where"), name: optional(words("What")) },
});
const commands = [...plain, feed("add"), feed("archive"), feed("list")];

test.each([
  ["", ["/who-said ", "/help ", "/feed ", "/quit", "/exit"], ""],
  ["/", ["/who-said ", "/help ", "/feed ", "/quit", "/exit"], "/"],
  ["/W", ["/who-said "], "/W"],
  ["/zzz", [], "/zzz"],
  ["/who-said ", ["by:", "kind:", "context:"], ""],
  ["/who-said cease", [], "cease"],
  ["/who-said ceasefire b", ["by:"], "b"],
  ["/who-said by:Lund kind:direct ", ["context:"], ""],
  ["/who-said ceasefire kind:", ["kind:direct ", "kind:mixed ", "kind:indirect "], "kind:"],
  ["/who-said ceasefire KIND:IN", ["kind:indirect "], "KIND:IN"],
  ["/who-said ceasefire context:", ["context:yes ", "context:no "], "context:"],
  ["/who-said ceasefire by:", [], "by:"],
  ["/who-said ceasefire constructor:", [], "constructor:"],
  ["/nothing ", [], "/nothing "],
  ["hello", [], "hello"],
  ["/fe", ["/feed "], "/fe"],
  ["/feed ", ["add ", "archive ", "list "], ""],
  ["/FEED A", ["add ", "archive "], "A"],
  ["/feed add", ["add "], "add"],
  ["/feed add ", ["name:"], ""],
  ["/feed add https://valley.example/ n", ["name:"], "n"],
  ["/feed dance ", [], "/feed dance "],
])("%j", (line, offers, completed) => expect(complete(line, commands)).toEqual([offers, completed]));
