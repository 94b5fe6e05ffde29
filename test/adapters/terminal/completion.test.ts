import { expect, test } from "vitest";
import { complete } from "../../../src/adapters/terminal/completion.ts";
import { commands } from "./fixture.ts";

test.each([
  ["", ["/who-said ", "/help ", "/quit", "/exit"], ""],
  ["/", ["/who-said ", "/help ", "/quit", "/exit"], "/"],
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
])("%j", (line, offers, completed) => expect(complete(line, commands)).toEqual([offers, completed]));
