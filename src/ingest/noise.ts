import { ELEMENT_NODE, type HtmlDocument, type HtmlElement, TEXT_NODE } from "./dom.ts";

/** Words of readers, which must never pass for the article's: classes and ids of WordPress, Disqus, Facebook and their kin. */
const COMMENTS =
  /^(?:comments?(?:[-_]?(?:area|list|section|container|wrapper|thread|body|content|form|respond))?|respond|disqus_thread|fb-comments|coral[-_].*)$/i;
/** What stands beside and between the words of an article: banners, promotion, sharing, captions; after what names its place or its kind. */
const ASIDE =
  /^(?!no-)(?:(?:[a-z]{1,2}|js|wp-block|article|story|entry|post|inline)[-_])?(?:cookie[-_]?(?:banner|notice|bar|consent|message)|consent[-_]?(?:banner|notice|bar)|gdpr.*|newsletter.*|sign-?up.*|subscribe.*|related.*|recommended.*|recirc.*|most[-_]?(?:read|popular|viewed).*|trending.*|read[-_](?:more|next|also)|promo(?:[-_].*)?|ads?|advert.*|ad[-_](?:slot|container|unit|wrapper|banner).*|sponsored.*|share.*|social(?:[-_].*)?|breadcrumbs?|outbrain.*|taboola.*|sidebar.*|pull-?quote.*|print-only|skip-link|by-?line|meta|author[-_]?(?:bio|box|info)|(?:wp-|image-|img-|photo-|picture-|media-)?(?:caption|credit)(?:[-_]text)?)$/i;
/** A field that asks for an e-mail address. */
const ADDRESS_FIELD = "input[type=email], input[name=email], input[name=EMAIL]";
/** The most characters of a box around such a field ("Sign up for our newsletter"). */
const LONGEST_BOX = 600;

/** The name of a part without what it is a part of and in which way it differs (BEM): "share" of "story__share--small". */
const nameOfPart = (token: string): string => token.split("__").at(-1)!.split("--", 1)[0]!;

const tokensOf = (element: HtmlElement): string[] =>
  `${element.getAttribute("id") ?? ""} ${element.getAttribute("class") ?? ""}`
    .split(/\s+/)
    .map(nameOfPart)
    .filter((token) => token !== "");

/** What an element holds. */
interface Holding {
  /** In characters. */
  readonly text: number;
  /** Characters in paragraphs. */
  readonly paragraphs: number;
  /** Whether what only the article's own frame holds is inside. */
  readonly frame: boolean;
}

/** The heading, the middle of the page, or what microdata calls the body of the article. */
const isFrame = (element: HtmlElement): boolean =>
  ["h1", "main"].includes(element.localName) || /(?:^|\s)articleBody(?:\s|$)/.test(element.getAttribute("itemprop") ?? "");

/** What every element under `root` holds, told in one walk. */
function measure(root: HtmlElement): ReadonlyMap<HtmlElement, Holding> {
  const holdings = new Map<HtmlElement, Holding>();
  const walk = (element: HtmlElement): Holding => {
    let [text, paragraphs, frame] = [0, 0, false];
    for (let child = element.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === TEXT_NODE) text += child.textContent?.length ?? 0;
      if (child.nodeType !== ELEMENT_NODE) continue;
      const inside = walk(child as HtmlElement);
      text += inside.text;
      paragraphs += inside.paragraphs;
      frame ||= inside.frame || isFrame(child as HtmlElement);
    }
    const holding = { text, paragraphs: element.localName === "p" ? text : paragraphs, frame };
    holdings.set(element, holding);
    return holding;
  };
  walk(root);
  return holdings;
}

/**
 * Takes out of a page what its own names mark as no part of the article, and boxes that ask for an e-mail address. Comments go however
 * long they are; the rest only where it holds less than half of the paragraphs, for some sites name the frame of the article after what
 * stands beside it.
 */
export function removeNoise({ body }: Pick<HtmlDocument, "body">): void {
  const holdings = measure(body);
  const all = holdings.get(body)!.paragraphs;
  const isPart = (element: HtmlElement): boolean => !holdings.get(element)!.frame && element.localName !== "main";
  const isSmall = (element: HtmlElement): boolean => holdings.get(element)!.paragraphs * 2 < all;
  for (const element of [...body.querySelectorAll("[id], [class]")]) {
    const tokens = tokensOf(element);
    const comments = tokens.some((token) => COMMENTS.test(token));
    if (!comments && !tokens.some((token) => ASIDE.test(token))) continue;
    if (isPart(element) && (comments || isSmall(element))) element.remove();
  }
  const isBox = (element: HtmlElement | null): element is HtmlElement =>
    element !== null && element !== body && element.localName !== "article" && isPart(element) && isSmall(element);
  for (const field of [...body.querySelectorAll(ADDRESS_FIELD)]) {
    let box = field;
    for (let around = box.parentElement; isBox(around) && holdings.get(around)!.text <= LONGEST_BOX; ) {
      box = around;
      around = box.parentElement;
    }
    box.remove();
  }
}
