const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
const phrases = (text: string): readonly string[] => text.trim().split(/,\s+/);

/** Verb forms in common use that no ending betrays: auxiliaries, irregular pasts (Quirk et al. 1985, ch. 3), frequent presents. */
export const VERBS = list(`
  am are is was were be been has have had do does did can could may might must shall should will would isn aren wasn weren
  hasn haven hadn don doesn didn won wouldn couldn shouldn ll re ve
  arose ate beat became began bent bet bit bled blew bore bought broke brought built burnt burst came caught chose clung cost
  crept cut dealt drank drew drove dug fed fell felt fled flew forbade forgot fought found froze gave got grew heard held hid
  hit hung hurt kept knelt knew laid lay leapt learnt led left lent let lit lost made meant met outdid overcame overtook paid
  proved put quit ran rang read rode rose said sang sank sat saw sent set shed shone shook shot shrank shut slept slid sold
  sought spelt spent split spoke spread sprang stole stood struck stuck swam swept swore swung taken taught threw thought
  told took tore understood undertook upheld went withdrew withstood woke won wore wound wrote
  act affect approve back blame break build carry choose climb drop enter exist explain fall get happen join look lose owe own
  pass pay promise push raise reject reveal rise serve start stop struggle watch
  acts affects approves backs blames breaks builds carries chooses climbs drops enters exists explains falls gets happens joins
  owes owns passes pays promises pushes raises rejects reveals serves starts stops struggles
  agree allow appear argue aim become begin believe bring call claim come consider continue deny describe expect face feel
  find follow give go grow hold hope include intend keep know lack lead learn leave lie live make mean meet need offer oppose
  plan play prepare provide reach receive refuse remain report require run say see seek seem sell send show speak stand stay
  suggest support take tell think try turn urge use vote wait want warn win work
  adds aims allows appears argues asks becomes begins believes brings calls claims comes considers continues denies describes
  ends expects faces feels finds gives goes grows holds hopes includes insists intends keeps knows lacks leads leaves lies
  lives looks loses makes means meets needs offers opposes plans provides reaches remains reports requires rises runs says
  seeks seems sees shows speaks stands stays suggests supports takes tells thinks tries turns urges wants warns wins works`);

/** What follows a third-person verb in -s and seldom a plural noun ("rejects the offer"). */
export const AFTER_VERB = list("the a an that this these those his her its their it him them no whether what how why");

/** Openings that point back at the sentence before: pronouns, and connectives of the kinds in Halliday and Hasan 1976. */
export const BACKWARD_OPENINGS = phrases(`
  he, she, it, they, him, them, his, her, hers, its, their, theirs, this, that, these, those, such, both, neither, either, another,
  others, the former, the latter, the same, and, but, or, nor, so, yet, however, also, then, still, instead, moreover, furthermore,
  therefore, thus, hence, meanwhile, nevertheless, nonetheless, otherwise, besides, additionally, similarly, likewise, consequently,
  accordingly, afterwards, conversely, in addition, in contrast, by contrast, in comparison, on the contrary, on the other hand,
  as a result, for example, for instance, in turn, in fact, in particular, after that, because of that, for that reason,
  at the same time, at that point, even so, that said, as such, if so`);

/** First words of an introduction before the subject ("In a statement, she said"). */
export const INTRODUCTIONS = phrases(`
  about, after, against, although, amid, among, as, asked, at, because, before, besides, between, by, despite, during, earlier,
  following, for, from, given, if, in, last, later, like, next, on, once, over, since, speaking, through, throughout, today, tomorrow,
  under, unlike, until, upon, when, whether, while, with, within, without, writing, yesterday`);

/** Words of captions, credits and calls to the reader, which are nobody's reporting. */
export const NOT_REPORTING = phrases(`
  advertisement, all rights reserved, ap photo, click here, contributed to this report, editing by, file image, file photo,
  file picture, follow us on, getty images, image credit, photo by, photo credit, photograph by, pictured above, pictured here,
  read more, reporting by, sign up for, subscribe to, this article was, this story was, writing by`);
