import { describe, expect, it } from "vitest";
import { canonicalUrl, isSameSite, isUrl } from "../../src/ingest/url.ts";

describe("canonicalUrl", () => {
  it.each([
    ["HTTPS://News.Example.ORG:443/a#top", "https://news.example.org/a"],
    ["http://example.org:80/a", "http://example.org/a"],
    ["http://example.org:8080/a", "http://example.org:8080/a"],
    ["https://example.org./a", "https://example.org/a"],
    ["https://example.org/a?utm_source=x&id=3&UTM_Medium=y&fbclid=z&b=%20+c", "https://example.org/a?id=3&b=%20+c"],
    ["https://example.org/a?utm_source=x", "https://example.org/a"],
    ["https://example.org/a?", "https://example.org/a"],
    ["https://example.org/a?b=2&a=1", "https://example.org/a?b=2&a=1"],
    ["https://me:secret@example.org/a", "https://example.org/a"],
    ["  https://example.org/a b ", "https://example.org/a%20b"],
    ["https://bücher.example/a", "https://xn--bcher-kva.example/a"],
  ])("%s", (value, expected) => {
    expect(canonicalUrl(value)).toBe(expected);
  });

  it("resolves a relative address", () => {
    expect(canonicalUrl("/b?id=1", "https://example.org/a/c")).toBe("https://example.org/b?id=1");
  });

  it.each([
    "javascript:alert(1)",
    "file:///etc/passwd",
    "ftp://example.org/",
    "/a",
    "",
    "https://",
    `https://example.org/${"a".repeat(3000)}`,
  ])("is null for %s", (value) => {
    expect(canonicalUrl(value)).toBeNull();
  });
});

describe("isSameSite", () => {
  it.each([
    ["https://www.post.example/a", "https://amp.post.example/b", true],
    ["https://news.post.example/a", "https://post.example/b", true],
    ["https://post.example/a", "https://gazette.example/b", false],
    ["https://fakepost.example/a", "https://post.example/b", false],
  ])("%s and %s: %s", (one, other, expected) => {
    expect(isSameSite(one, other)).toBe(expected);
  });
});

describe("isUrl", () => {
  it.each([
    ["https://example.org", true],
    ["file:///a", true],
    ["notes/a.txt", false],
    ["C:\\notes\\a.txt", false],
    ["a:b.txt", false],
  ])("%s: %s", (target, expected) => {
    expect(isUrl(target)).toBe(expected);
  });
});
