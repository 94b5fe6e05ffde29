/** Last (or first) words of organisations' names; source: the commonest such words of news text, checked against surnames. */
export const ORGANISATIONS = new Set(
  (
    "academy administration aerospace agency airlines airways alliance army assembly association authority bank board brigade broadcasting bureau cabinet caucus center centre " +
    "brewing chamber charity church communications consulting club coalition college command commission commissions committee company confederation conference congress consortium cooperative corp corp. " +
    "corporation corps council court defense defence department directorate district division energy enterprise enterprises exchange electric electronics entertainment executive faculty federation " +
    "foods force forces foundation freight fund gazette globe government group guard guardian guild headquarters herald holdings hospital house inc inc. industries initiative " +
    "inspectorate institute institution insurance intelligence international journal knesset laboratory labs league legislature llc logistics llp ltd ltd. magazine media ministry mining mission motors " +
    "monitor movement museum navy network news newspaper observatory observer office oil organisation organization parliament partners petroleum pharmaceuticals pictures partnership party police post " +
    "press programme project radio railways registry republic reserve review school schools secretariat securities senate service services shipping society software squad standard station studio " +
    "studios supreme syndicate systems team technologies telecom telegraph television times tribunal tribune trading transit transport trust tv union universities university ventures watch world workers"
  ).split(" "),
);

/** Last words of the names of buildings, streets, waters and other places: nobody who speaks. */
export const PLACES = new Set(
  (
    "airport arena avenue bay beach boulevard bridge building canal castle cathedral city county garden gardens gate hall harbor harbour highway hill hills hotel inn island islands lake lane " +
    "lodge motel mountain mountains ocean palace park peninsula plaza port prison province resort restaurant river road sea square stadium street terminal theater theatre tower towers town " +
    "tunnel valley village wharf"
  ).split(" "),
);
/** First words of such names: "Lake Aurin". */
const PLACE_OPENERS = new Set("camp cape fort gulf lake mount".split(" "));

/** Of the last words, those that are also surnames: a given name before one makes a person of it. */
const SURNAMES = new Set(
  "bank beach bridge castle church city club court gate guard hall hill hills house lake lane lodge park post prison river school standard street tower towers town trust watch world".split(
    " ",
  ),
);

/** Common nouns for an organisation or its statement: singular "it", later "the ministry". */
export const GROUP_NOUNS = new Set(
  (
    "administration agency airline alliance army assembly association authority authorities bank board bureau cabinet campaign center centre charity church club coalition " +
    "college commission committee community company conglomerate council country court daily department embassy establishment family federation firm force foundation " +
    "fund giant government group hospital house industry institute institution judge's jury kingdom league manufacturer media military ministry movement museum nation " +
    "navy network newspaper office operator organisation organization outlet parliament party police press prosecution publisher regime regulator retailer school secretariat senate " +
    "service society squad start-up startup state station store studio supermarket team think-tank tribunal union university watchdog website"
  ).split(" "),
);

/** Things that say something: the speaker is the thing as printed. */
export const DOCUMENTS = new Set(
  (
    "affidavit analysis announcement article bill blog book brief bulletin charter communique communiqué complaint constitution contract data decree dispatch document documents " +
    "dossier draft editorial email emails e-mail estimate estimates evidence file files filing finding findings figures guidance guidelines indictment information invoice law lawsuit leaflet letter magazine " +
    "manifesto manual memo message minutes motion note notice notification page paper papers petition plan poll polls post posting press-release profile proposal protocol readout record records release " +
    "report reports research resolution results review rule rules ruling script sign site source statement statistics study studies summary survey surveys testimony text transcript treaty tweet " +
    "verdict video warrant web website witness-statement words"
  ).split(" "),
);

export const isOrganisationWord = (lower: string): boolean => ORGANISATIONS.has(lower);
export const beginsPlace = (lower: string): boolean => PLACE_OPENERS.has(lower);
export const isSurnameToo = (lower: string): boolean => SURNAMES.has(lower);
export const isGroupNoun = (lower: string): boolean => GROUP_NOUNS.has(lower);
