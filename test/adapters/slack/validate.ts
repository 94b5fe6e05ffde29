import { checkElement, ELEMENTS, INPUTS, MORE_INPUTS } from "./validate-elements.ts";
import { markup, plain, richText, textObject } from "./validate-texts.ts";
import { type Check, isThing, keys, listOf, string, type Tell, type Thing } from "./validate-values.ts";

/**
 * What Slack would refuse, or would read as a mention or as a link that is none. The limits are written down here once more, from the doc
 * comments of @slack/types and what people have met (bolt-js #2509), so that a wrong one in the adapter shows.
 *
 * The problems of a message (`{ text, blocks }`) or of a view (`{ type: "modal" | "home", ... }`), each with its place; none for a good one.
 * `pings` are the groups that it may notify, in a section of its own.
 */
export function problemsOf(payload: unknown, pings: readonly string[] = []): string[] {
  const problems: string[] = [];
  const tell: Tell = (at, problem) => problems.push(`${at}: ${problem}`);
  if (!isThing(payload)) return ["the payload is no object"];
  if (payload["type"] === "modal" || payload["type"] === "home") checkView(payload, tell);
  else checkMessage({ ...payload, blocks: withoutPings(payload["blocks"], pings) }, tell);
  uniqueIds(payload, tell);
  return problems;
}

function checkMessage({ text, blocks }: Thing, tell: Tell): void {
  markup(text, "text", tell, 4_000);
  if (blocks === undefined) return;
  listOf(blocks, "blocks", tell, 1, 50).forEach((block, k) => {
    checkBlock(block, `blocks[${k}]`, tell, ["header", "section", "rich_text", "context", "divider", "actions"]);
  });
  const length = JSON.stringify(blocks).length;
  if (length > 12_000) tell("blocks", `msg_blocks_too_long: ${length} characters`);
}

/** A mention of a group that is allowed counts as so many letters. */
const withoutPings = (blocks: unknown, pings: readonly string[]): unknown => {
  if (!Array.isArray(blocks)) return blocks;
  return blocks.map((block) => {
    const text = isThing(block) && block["type"] === "section" && isThing(block["text"]) ? block["text"] : {};
    const mention = String(text["text"]);
    if (!pings.some((group) => mention === `<!subteam^${group}>`)) return block;
    return { ...block, text: { ...text, text: "x".repeat(mention.length) } };
  });
};

function checkView(view: Thing, tell: Tell): void {
  const isModal = view["type"] === "modal";
  keys(view, "view", tell, [
    ...["type", "blocks", "private_metadata", "callback_id", "external_id"],
    ...(isModal ? ["title", "submit", "close", "clear_on_close", "notify_on_close"] : []),
  ]);
  string(view["private_metadata"] ?? "", "private_metadata", tell, 0, 3_000);
  string(view["callback_id"] ?? "x", "callback_id", tell, 1, 255);
  const blocks = listOf(view["blocks"], "blocks", tell, isModal ? 0 : 1, 100);
  blocks.forEach((block, k) => {
    checkBlock(block, `blocks[${k}]`, tell, ["header", "section", "rich_text", "context", "divider", "actions", "input"]);
  });
  if (!isModal) return;
  plain(view["title"], "title", tell, 24);
  for (const name of ["submit", "close"]) if (view[name] !== undefined) plain(view[name], name, tell, 24);
  if (blocks.some(({ type }) => type === "input") && view["submit"] === undefined)
    tell("submit", "missing, and there are inputs");
}

const BLOCKS: Readonly<Record<string, readonly [keys: readonly string[], check: Check]>> = {
  divider: [[], () => {}],
  header: [["text"], ({ text }, at, tell) => plain(text, `${at}.text`, tell, 150)],
  section: [
    ["text", "fields", "accessory", "expand"],
    ({ text, fields, accessory }, at, tell) => {
      if (text === undefined && fields === undefined) tell(at, "neither text nor fields");
      if (text !== undefined) textObject(text, `${at}.text`, tell, 3_000);
      if (fields !== undefined)
        listOf(fields, `${at}.fields`, tell, 1, 10).forEach((each, k) => {
          textObject(each, `${at}.fields[${k}]`, tell, 2_000);
        });
      if (accessory !== undefined) checkElement(accessory, `${at}.accessory`, tell, ELEMENTS);
    },
  ],
  context: [
    ["elements"],
    ({ elements }, at, tell) =>
      listOf(elements, `${at}.elements`, tell, 1, 10).forEach((each, k) => {
        textObject(each, `${at}.elements[${k}]`, tell, 2_000);
      }),
  ],
  actions: [
    ["elements"],
    ({ elements }, at, tell) =>
      listOf(elements, `${at}.elements`, tell, 1, 25).forEach((each, k) => {
        checkElement(each, `${at}.elements[${k}]`, tell, ELEMENTS);
      }),
  ],
  input: [
    ["label", "hint", "optional", "element", "dispatch_action"],
    ({ label, hint, element }, at, tell) => {
      plain(label, `${at}.label`, tell, 2_000);
      if (hint !== undefined) plain(hint, `${at}.hint`, tell, 2_000);
      checkElement(element, `${at}.element`, tell, [...INPUTS, ...MORE_INPUTS]);
    },
  ],
  rich_text: [
    ["elements"],
    ({ elements }, at, tell) =>
      listOf(elements, `${at}.elements`, tell, 1, 100).forEach((each, k) => {
        richText(each, `${at}.elements[${k}]`, tell);
      }),
  ],
};

function checkBlock(block: Thing, at: string, tell: Tell, allowed: readonly string[]): void {
  const type = String(block["type"]);
  const known = allowed.includes(type) ? BLOCKS[type] : undefined;
  if (!known) {
    tell(at, `no block of type ${type} is allowed here`);
    return;
  }
  keys(block, at, tell, ["type", "block_id", ...known[0]]);
  if (block["block_id"] !== undefined) string(block["block_id"], `${at}.block_id`, tell, 1, 255);
  known[1](block, at, tell);
}

/** A block's id names one block, an action's id one element of its block. */
function uniqueIds({ blocks }: Thing, tell: Tell): void {
  const all = Array.isArray(blocks) ? blocks.filter(isThing) : [];
  const twice = (ids: readonly unknown[], at: string) => {
    const given = ids.filter((id) => id !== undefined);
    if (new Set(given).size < given.length) tell(at, "an id stands twice");
  };
  twice(
    all.map((block) => block["block_id"]),
    "blocks",
  );
  for (const [k, { elements }] of all.entries())
    if (Array.isArray(elements))
      twice(
        elements.filter(isThing).map((element) => element["action_id"]),
        `blocks[${k}]`,
      );
}
