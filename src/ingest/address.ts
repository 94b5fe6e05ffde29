import type { lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { FetchRefused } from "./errors.ts";

/** Public by its range, but answering only inside a cloud's own network: the host agent of Azure. */
const CLOUD_INTERNAL: ReadonlySet<string> = new Set(["168.63.129.16"]);

/**
 * Whether an IP address is one of the public internet: not private, loopback, link-local (the metadata address of clouds), unique-local,
 * carrier-grade NAT, multicast or reserved. IPv4 inside IPv6 (mapped, RFC 6052) is judged as IPv4; what is no address is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === "unicast" && !CLOUD_INTERNAL.has(parsed.toString());
  const bytes = parsed.toByteArray();
  const translated = parsed.range() === "rfc6052" && bytes.slice(4, 12).every((byte) => byte === 0);
  if (translated) return isPublicAddress(bytes.slice(-4).join("."));
  const globalUnicast = (bytes[0]! & 0xe0) === 0x20;
  return globalUnicast && parsed.range() === "unicast";
}

/** The IP address a URL's host spells out, without the brackets of IPv6; null for a name. */
export function literalAddress(hostname: string): string | null {
  const bare = hostname.replace(/^\[(.*)\]$/, "$1");
  return ipaddr.isValid(bare) ? bare : null;
}

/** Resolves a name to public addresses only, and connects to those: asking twice would let the second answer differ (DNS rebinding). */
export function publicLookup(lookup: typeof systemLookup, isPublic: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, []);
      const allowed = found.filter(({ address }) => isPublic(address));
      const [first] = allowed;
      if (first === undefined) callback(Object.assign(new Error("not a public address"), { code: "ON_RECORD_PRIVATE" }), []);
      else if (options.all) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}

/** The address to ask, checked for everything that can be seen without asking a name server; `base` is what redirects to it. */
export function checkedUrl(address: string, base: string | undefined, isPublic: (address: string) => boolean): URL {
  const url = URL.parse(address, base);
  const name = base ?? address;
  const redirected = base === undefined ? "" : "redirects to an address that ";
  if (url === null) throw new FetchRefused(name, `${redirected}is not complete: give one like https://example.org/article.`);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new FetchRefused(name, `${redirected}is neither http nor https: give the address of a web page.`);
  }
  if (url.username !== "" || url.password !== "") {
    throw new FetchRefused(name, `${redirected}holds a user name or password: give an address that anyone may read.`);
  }
  const literal = literalAddress(url.hostname);
  if (literal !== null && !isPublic(literal)) {
    throw new FetchRefused(name, `${redirected}leads into a private network: set ALLOW_PRIVATE_NETWORK=1 if that is meant.`);
  }
  return url;
}
