/** Words that open a noun phrase. */
export const DETERMINERS = new Set(
  "the a an this that these those both each every some any no another all either neither".split(" "),
);
export const POSSESSIVES = new Set("his her its their my our your whose".split(" "));
/** Possessive marks. */
export const POSSESSIVE_MARKS = new Set(["'s", "'", "'S"]);
export const PRONOUN_WORDS = new Set(
  "i he she they it we you him them who someone somebody everyone one himself herself themselves".split(" "),
);
/** Words that the tagger takes for nouns and that are verbs behind a name or a noun, unless a verb follows them. */
export const REPORTS = new Set(
  (
    "says claims reports notes comments remarks plans demands states vows warns hopes thinks wants calls tells adds asks argues insists urges believes tweets " +
    "writes warned hails lauds blasts slams cautions echoed hailed praised shows show finds rules estimates estimate suggests claim report state demand note concludes"
  ).split(" "),
);
/** Adjectives that begin something new behind a name: "Smith last week". */
export const NO_LINKS = new Set(
  "last next early late earlier later due able likely unlikely sure ready certain first second third same more most many several other such own few much".split(
    " ",
  ),
);
/** Closed-class words and sentence openers: a capital at the head of a sentence makes no name of them. */
export const NOT_NAMES = new Set(
  (
    "the a an this that these those i me we us you he him she her it they them his hers its our ours their theirs my mine your yours himself herself " +
    "who whom whose what when where why how which there here and but or nor so yet if as at by for from in of on to with without into onto over under " +
    "after before since while although though because unless until till during despite amid among against between about above across around beyond near " +
    "however meanwhile also then now still even just only both each every either neither some any all many most more much several few no not yes nothing " +
    "according earlier later yesterday today tomorrow tonight once twice again never ever always often perhaps maybe instead moreover furthermore nevertheless " +
    "indeed thus hence therefore otherwise else like unlike other others another one two three four five six seven eight nine ten dozens hundreds thousands " +
    "millions such same first second third last next asked speaking citing noting adding saying calling let's let please thank thanks hello hi oh well ok okay " +
    "is are was were be been being am do does did has have had will would can could may might must shall should asked told said says say that's it's he's she's " +
    "there's what's who's i'm i've we're we've they're they've you're don't didn't doesn't isn't aren't wasn't weren't can't couldn't won't wouldn't per via " +
    "photo image file source sources copyright updated update advertisement read related more breaking watch video live editor's note"
  ).split(" "),
);
