/** Query parameters that tell where a reader came from and never choose the page: those of analytics, mail and advertising tools. */
const TRACKING =
  /^(?:utm_.*|mc_[ce]id|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|igshid|twclid|ttclid|_hs(?:enc|mi)|vero_id|oly_(?:anon|enc)_id|mkt_tok|cmpid|ocid|smid|at_(?:medium|campaign|custom\d|link_[a-z]+)|ftag|guccounter|guce_referrer(?:_sig)?|cmp|wt\.mc_id|ns_(?:campaign|mchannel|source|linkname|fee)|xtor|__twitter_impression)$/i;
const LONGEST = 2_000;

/** What is read as an address rather than a path: anything with a scheme and two slashes. */
export function isUrl(target: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(target);
}

/**
 * One spelling for every address of one page, or null where it is no http or https address: host in lower case, no default port, no
 * credentials, no fragment, no tracking parameters; the order of the rest is kept. `base` resolves a relative address.
 */
export function canonicalUrl(value: string, base?: string): string | null {
  const url = URL.parse(value.trim(), base);
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:") || url.href.length > LONGEST) return null;
  url.hash = "";
  url.username = "";
  url.password = "";
  url.hostname = url.hostname.replace(/\.$/, "");
  const kept = url.search
    .slice(1)
    .split("&")
    .filter((pair) => pair !== "" && !TRACKING.test(pair.split("=", 1)[0]!));
  url.search = kept.join("&");
  return url.href;
}

/** Names one outlet puts before its host for the same page. */
const VARIANT = /^(?:www\d?|m|mobile|amp|edition)\./;

/** Whether both addresses are of one site, so that one may speak for the other: the same host, or one under the other. */
export function isSameSite(one: string, other: string): boolean {
  const a = new URL(one).hostname.replace(VARIANT, "");
  const b = new URL(other).hostname.replace(VARIANT, "");
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}
