import { describe, expect, test } from "vitest";
import { LIMITS } from "../../../src/adapters/slack/limits.ts";
import { channelAt, costOf, escaped, label, linkTo, named } from "../../../src/adapters/slack/words.ts";

test("mark-up is escaped once", () => {
  expect(escaped("<!channel> & <@U1> &amp;")).toBe("&lt;!channel&gt; &amp; &lt;@U1&gt; &amp;amp;");
});

describe("where a channel opens", () => {
  const address = "https://app.slack.com/client/T024BE7LD/C0DESK";

  test("it is called by its name", () => {
    expect(channelAt(address)).toBe("C0DESK");
    expect(named(`Posted in ${address}, or a thread of ${address}. <3`)).toBe(
      "Posted in <#C0DESK>, or a thread of <#C0DESK>. &lt;3",
    );
  });

  test.each([`${address}/1700.1`, `${address}?x=1`, "https://app.slack.com/client/T1/U1", "https://evil.example/client/T1/C123"])(
    "%s is another address",
    (other) => {
      expect(channelAt(other)).toBeNull();
      expect(named(other)).toBe(other);
    },
  );
});

describe("a label", () => {
  test("is one line of what can be seen", () => {
    expect(label("Ada\u202e\n Lund\u200b")).toBe("Ada Lund");
    expect(label(null)).toBe("");
  });

  test("ends in an ellipsis where it costs too much, whatever it is made of", () => {
    for (const letter of ["a", "&", '"', "𝒳"]) {
      const short = label(letter.repeat(5_000));
      expect(costOf(short)).toBeLessThanOrEqual(LIMITS.label);
      expect(short).toMatch(/.…$/u);
    }
    expect(label("a".repeat(LIMITS.label))).toBe("a".repeat(LIMITS.label));
  });
});

test.each([
  ["https://a.example/b?c=1&d=2#e", "https://a.example/b?c=1&d=2#e"],
  ["http://a.example/b|c>d<e", "http://a.example/b%7Cc%3Ed%3Ce"],
  ["https://a.example/a b\u202e", "https://a.example/a%20b%E2%80%AE"],
  ["javascript:alert(1)", null],
  ["data:text/html,hello", null],
  ["slack://open", null],
  ["https://user:pass@a.example/", null],
  ["https://bank.example@a.example/", null],
  ["https://:pass@a.example/", null],
  ["not an address", null],
  ["", null],
  [null, null],
  [`https://a.example/${"a".repeat(LIMITS.link)}`, null],
])("%s is linked to as %s", (url, link) => {
  expect(linkTo(url)).toBe(link);
});
