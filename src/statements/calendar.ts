/** Written with a capital and no part of a name, unless a given name or a title stands before ("Dorothea May"). */
export const CALENDAR = new Set(
  (
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun mon. tue. tues. wed. thu. thurs. fri. sat. sun. " +
    "january february march april may june july august september october november december " +
    "jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. aug. sep. sept. oct. nov. dec. " +
    "christmas easter ramadan thanksgiving passover gmt est edt bst cet pst am pm a.m. p.m."
  ).split(" "),
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
