import type { HtmlDocument, HtmlElement } from "./dom.ts";

/** Words of readers, which must never pass for the article's: classes and ids of WordPress, Disqus, Facebook and their kin. */
const COMMENTS =
  /^(?:comments?(?:[-_]?(?:area|list|section|container|wrapper|thread|body|content|form|respond))?|respond|disqus_thread|fb-comments|coral[-_].*)$/i;
/** What stands beside and between the words of an article: banners, promotion, sharing. */
const ASIDE =
  /^(?:cookie[-_]?(?:banner|notice|bar|consent|message)|consent[-_]?(?:banner|notice|bar)|gdpr.*|newsletter.*|sign-?up.*|subscribe.*|related.*|recommended.*|recirc.*|most[-_]?(?:read|popular|viewed).*|trending.*|read[-_](?:more|next|also)|promo(?:[-_].*)?|ads?|advert.*|ad[-_](?:slot|container|unit|wrapper|banner).*|sponsored.*|share.*|social(?:[-_].*)?|breadcrumbs?|outbrain.*|taboola.*|sidebar.*|pull-?quote.*|print-only|skip-link|by-?line|(?:post|entry|article)[-_]meta|author[-_]?(?:bio|box|info))$/i;
/** What only the article's own frame holds. */
const FRAME = "h1, main, [itemprop~=articleBody]";

const tokensOf = (element: HtmlElement): string[] =>
  `${element.getAttribute("id") ?? ""} ${element.getAttribute("class") ?? ""}`.split(/\s+/).filter((token) => token !== "");

function paragraphLength(root: HtmlElement): number {
  let length = 0;
  for (const paragraph of root.querySelectorAll("p")) length += paragraph.textContent?.length ?? 0;
  return length;
}

/**
 * Takes out of a page what its own names mark as no part of the article. Comments go however long they are; the rest only where it holds
 * less than half of the paragraphs, for some sites name the frame of the article after what stands beside it.
 */
export function removeNoise(document: HtmlDocument): void {
  let all = -1;
  for (const element of [...document.querySelectorAll("body [id], body [class]")]) {
    const tokens = tokensOf(element);
    const comments = tokens.some((token) => COMMENTS.test(token));
    if (!comments && !tokens.some((token) => ASIDE.test(token))) continue;
    if (element.localName === "main" || element.querySelector(FRAME) !== null) continue;
    if (all < 0) all = paragraphLength(document.body);
    if (comments || paragraphLength(element) * 2 < all) element.remove();
  }
}
