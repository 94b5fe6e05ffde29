import fc from "fast-check";
import { expect, test } from "vitest";
import { type Draft, draft, readDraft, requestOf } from "../../../src/adapters/discord/draft.ts";
import { bears, stampOf } from "../../../src/adapters/discord/stamp.ts";
import { hostile } from "../hostile.ts";
import { openApi } from "./openapi.ts";
import { every, numbered } from "./simulator-message.ts";
import { problemsOf } from "./validate.ts";

const check = openApi();
const { card } = hostile(["<@&600000000000000001>", "<@&1>", "@everyone", "# ", "-# "]);
const ping = fc.option(fc.oneof(fc.constant("600000000000000001"), fc.string(), fc.constantFrom("<@&1>", "@everyone", "0")));
const id = fc.stringMatching(/^[\w-]{1,40}$/);

test("whatever the cards: messages and posts that Discord takes, one role named at most, and a stamp that comes back", {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(fc.array(card, { maxLength: 3 }), ping, id, (cards, role, key) => {
      const contents = draft(cards, { ping: role });
      expect(contents.length).toBeGreaterThan(0);
      for (const [k, content] of contents.entries()) expectTaken(readDraft(content), key, k === 0 ? role : null);
    }),
    { numRuns: 500 },
  );
});

interface Body {
  readonly components: Parameters<typeof numbered>[0];
  readonly allowed_mentions: { readonly parse: readonly string[]; readonly roles?: readonly string[] };
}

function expectTaken(written: Draft, key: string, role: string | null): void {
  const stamp = stampOf(key);
  const body = requestOf(written, stamp).body as Body;
  const message = { ...body, nonce: "x".repeat(25), enforce_nonce: true };
  const post = { name: written.title, message: body, applied_tags: [] };
  expect(problemsOf(message)).toEqual([]);
  if (check) {
    expect(check("MessageCreateRequest", message)).toEqual([]);
    expect(check("CreateForumThreadRequest", post)).toEqual([]);
    expect(check("CreateTextThreadWithMessageRequest", { name: written.title })).toEqual([]);
  }
  expect(written.title).toMatch(/^\S.{0,99}$/u);
  expect(body.allowed_mentions.parse).toEqual([]);
  const named = every(body.components).flatMap(({ content = "" }) => content.match(/<@&\d+>/g) ?? []);
  const isRole = role !== null && /^\d{15,25}$/.test(role);
  expect(named).toEqual(isRole ? [`<@&${role}>`] : []);
  expect(body.allowed_mentions.roles ?? []).toEqual(isRole ? [role] : []);
  const returned = numbered(body.components) as Parameters<typeof bears>[0];
  expect(bears(returned, stamp)).toBe(true);
  expect(bears(returned, stampOf(`${key}-`))).toBe(false);
}
