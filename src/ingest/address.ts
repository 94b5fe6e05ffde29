import ipaddr from "ipaddr.js";

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
