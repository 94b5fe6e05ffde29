import type { HtmlDocument, HtmlElement } from "./dom.ts";

/** Words of readers, which must never pass for the article's: classes and ids of WordPress, Disqus, Facebook and their kin. */
const COMMENTS =
  /^(?:comments?(?:[-_]?(?:area|list|section|container|wrapper|thread|body|content|form|respond))?|respond|disqus_thread|fb-comments|coral[-_].*)$/i;
/** What stands beside and between the words of an article: banners, promotion, sharing, captions; after what names its place or its kind. */
const ASIDE =
  /^(?!no-)(?:(?:[a-z]{1,2}|js|wp-block|article|story|entry|post|inline)[-_])?(?:cookie[-_]?(?:banner|notice|bar|consent|message)|consent[-_]?(?:banner|notice|bar)|gdpr.*|newsletter.*|sign-?up.*|subscribe.*|related.*|recommended.*|recirc.*|most[-_]?(?:read|popular|viewed).*|trending.*|read[-_](?:more|next|also)|promo(?:[-_].*)?|ads?|advert.*|ad[-_](?:slot|container|unit|wrapper|banner).*|sponsored.*|share.*|social(?:[-_].*)?|breadcrumbs?|outbrain.*|taboola.*|sidebar.*|pull-?quote.*|print-only|skip-link|by-?line|meta|author[-_]?(?:bio|box|info)|(?:wp-|image-|img-|photo-|picture-|media-)?(?:caption|credit)(?:[-_]text)?)$/i;
/** What comes before the name of a part (BEM, "story__share--small") and after it. */
const PART_OF = /^[\w-]*?__|--[\w-]*$/g;
/** What only the article's own frame holds. */
const FRAME = "h1, main, [itemprop~=articleBody]";

const LONGEST_NAME = 100;

/** A field that asks for an e-mail address. */
const ADDRESS_FIELD = "input[type=email], input[name=email], input[name=EMAIL]";
const MOST_FIELDS = 20;
const LONGEST_BOX = 600;

const tokensOf = (element: HtmlElement): string[] =>
  `${element.getAttribute("id") ?? ""} ${element.getAttribute("class") ?? ""}`
    .split(/\s+/)
    .map((token) => token.slice(0, LONGEST_NAME).replace(PART_OF, ""))
    .filter((token) => token !== "");

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
  const length = paragraphLength(document.body);
  const isAside = (element: HtmlElement): boolean =>
    element.localName !== "main" && element.querySelector(FRAME) === null && paragraphLength(element) * 2 < length;
  for (const element of [...document.querySelectorAll("body [id], body [class]")]) {
    const tokens = tokensOf(element);
    const comments = tokens.some((token) => COMMENTS.test(token));
    if (!comments && !tokens.some((token) => ASIDE.test(token))) continue;
    if (element.localName === "main" || element.querySelector(FRAME) !== null) continue;
    if (comments || isAside(element)) element.remove();
  }
  for (const field of [...document.querySelectorAll(ADDRESS_FIELD)].slice(0, MOST_FIELDS)) removeBox(field, isAside);
}

/** Takes out a field with the box of words around it that asks to fill it in ("Sign up for our newsletter"). */
function removeBox(field: HtmlElement, isAside: (element: HtmlElement) => boolean): void {
  let box = field;
  for (let around = field.parentElement; around !== null; around = around.parentElement) {
    const isBox = !["body", "article"].includes(around.localName) && (around.textContent ?? "").length <= LONGEST_BOX;
    if (!isBox || !isAside(around)) break;
    box = around;
  }
  box.remove();
}
