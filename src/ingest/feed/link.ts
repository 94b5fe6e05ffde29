import { canonicalUrl } from "../url.ts";

const LONGEST_ADDRESS = 2_000;

/** The canonical http or https address, or null where that is none. */
export function resolveLink(value: string | null | undefined, base: string | null): string | null {
  const address = value?.trim() ?? "";
  return address === "" || address.length > LONGEST_ADDRESS ? null : canonicalUrl(address, base ?? undefined);
}
