/** Words that tell how a printed name is to be read; all in lower case. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Before a name and no part of it; source: the entries on courtesy titles of the usual newspaper style guides (AP, Guardian, Reuters). */
export const COURTESIES = words(
  "mr mrs ms miss mx mister dr doctor prof professor sir dame lord lady hon rev reverend monsieur madame mme herr frau señor señora",
);

/** After a name: they tell a father from his child, so that two names that differ in them are two people. */
export const GENERATIONS = words("jr sr ii iii iv junior senior");

/** Letters after a name that are no part of it: "Mark Torv, QC". */
export const LETTERS = words("qc kc sc mp mep msp md phd esq obe mbe cbe jd rn");

/** Lower-case words inside a name; source: the surname particles of the Chicago Manual of Style, 8.5 to 8.14. */
export const PARTICLES = words(
  "de la le del della di da do dos das du des van von der den ter ten zu zur af av bin ibn ben bint abu ould dal dell y e i lo st",
);

/** Of these, those that newspapers also capitalise inside a surname and that are no given names: "Robert De Vane". */
export const CAPITAL_PARTICLES = words("de la le del della di da du van von der bin ibn bint abu st");

/** They tie the words of an organisation's or a group's name together. */
export const LINKS = words("of for and the in on at to by with from & und für et des");

/** Words that stand first in the names of organisations and places: "New York" and "National Front" are nobody's first and last name. */
export const OPENERS =
  words(`central eastern european federal foreign great international islamic joint national new north northern public royal
  south southern supreme united west western east`);

/** Words of organisations' and offices' names, none of which is dropped or taken for a surname: "Supreme Administrative Court" is not "Supreme Court". */
export const ORGANISATIONS = words(`
  academy administration agency airlines airways alliance army assembly association attorneys authority bank bar board brigade
  broadcasting bureau cabinet campaign caucus center centre chamber charity church city club coalition college command commission
  committee communications company confederation conference congress consortium constabulary cooperative corporation corps council county
  court defence defense democrats department directorate district division dragoons duma embassy energy enterprise enterprises exchange
  executive faculty federation force forces forum foundation front fund gazette government group guard guardian guild headquarters health
  herald holdings hospital house inc industries industry initiative inspectorate institute institution insurance intelligence journal
  kingdom knesset kong laboratory labour law league legislature ltd magazine media ministry mission monitor monitoring motors movement
  museum nations navy network news newspaper observatory observer office oil organisation organization parliament partners partnership
  party petroleum police post presidency press programme project protection radio railways regiment region registry report republic
  republicans reserve review school schools secretariat security senate service services society squad staff standard state states station
  street studios survey team technologies telegraph television times treasury tribunal tribune trust union universities university watch
  wire workers world zealand`);

/**
 * Single names that are seldom a surname where they stand alone, though people are called so: countries, capitals, states and cities that
 * speak for governments, firms and papers named after founders, nationalities, offices. Source: ISO 3166 short names and the commonest of the rest in
 * English-language news.
 */
export const NOT_SURNAMES = words(`
  africa america asia australia austria beijing belgium berlin boston brazil britain brussels cairo california canada carolina chad chicago
  chile china cleveland cuba dallas damascus delhi denver dublin egypt england europe finland florida france geneva georgia germany ghana
  greece hague holland houston hungary india indonesia iran iraq ireland israel italy jackson japan jerusalem jordan kenya kiev korea kremlin
  kyiv lebanon lincoln lisbon london louisiana madison madrid mali manchester maryland mexico michigan milan minsk montana montgomery moscow
  nairobi nevada niger nigeria norway orlando oslo oxford pakistan paris pennsylvania peru phoenix poland portugal prague pyongyang richmond
  riyadh rome russia santiago scotland seoul singapore spain stockholm sweden sydney syria taiwan tehran texas tokyo turkey ukraine vatican
  victoria vienna virginia wales warsaw washington wellington york
  aldi barclays bloomberg boeing cadbury chrysler daimler dell disney ferrari fiat ford fox gallup google heinz hilton honda kellogg kraft
  lidl lloyds macy marriott mattel mercedes merck morgan nestlé nissan pew pfizer philips porsche reuters rothschild siemens suzuki tesla toyota
  walmart wells
  british cuban dutch english french german irish israeli roman scots spanish swiss welsh
  bar bench bishop bishops church college conservatives council court courts crown dean defence democrats government guardian hill house
  judge judges justice king labour liberals mayor minister ministry parliament police pope post premier president press prince queen republicans
  senate state street times`);
