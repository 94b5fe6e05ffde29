/**
 * One land a line: its names, then its adjectives and people, then its capital and the houses that stand for its government.
 * Source: ISO 3166 short names and the demonyms of the CIA World Factbook; the houses from newspaper usage.
 */
const LANDS = `
afghanistan|afghan afghans|kabul
albania|albanian albanians|tirana
algeria|algerian algerians|algiers
argentina|argentine argentinian argentines|buenos_aires
armenia|armenian armenians|yerevan
australia|australian australians|canberra
austria|austrian austrians|vienna
azerbaijan|azerbaijani azeri azerbaijanis|baku
bahrain|bahraini bahrainis|manama
bangladesh|bangladeshi bangladeshis|dhaka
belarus|belarusian belarusians|minsk
belgium|belgian belgians|
bolivia|bolivian bolivians|la_paz
bosnia|bosnian bosnians|sarajevo
brazil|brazilian brazilians|brasilia
britain uk u.k. united_kingdom england|british english britons|london downing_street westminster
bulgaria|bulgarian bulgarians|sofia
cambodia|cambodian cambodians|phnom_penh
cameroon|cameroonian|yaounde
canada|canadian canadians|ottawa
chad|chadian|
chile|chilean chileans|santiago
china|chinese|beijing
colombia|colombian colombians|bogota
congo|congolese|kinshasa
croatia|croatian croatians|zagreb
cuba|cuban cubans|havana
cyprus|cypriot cypriots|nicosia
czech_republic czechia|czech czechs|prague
denmark|danish danes|copenhagen
ecuador|ecuadorian|quito
egypt|egyptian egyptians|cairo
estonia|estonian estonians|tallinn
ethiopia|ethiopian ethiopians|addis_ababa
european_union eu e.u. europe|european europeans|brussels
finland|finnish finns|helsinki
france|french|paris elysee
georgia|georgian georgians|tbilisi
germany|german germans|berlin
ghana|ghanaian|accra
greece|greek greeks|athens
guatemala|guatemalan|
haiti|haitian haitians|
honduras|honduran|
hungary|hungarian hungarians|budapest
iceland|icelandic|reykjavik
india|indian indians|delhi new_delhi
indonesia|indonesian indonesians|jakarta
iran|iranian iranians|tehran
iraq|iraqi iraqis|baghdad
ireland|irish|dublin
israel|israeli israelis|jerusalem tel_aviv
italy|italian italians|rome
japan|japanese|tokyo
jordan|jordanian jordanians|amman
kazakhstan|kazakh kazakhs|astana
kenya|kenyan kenyans|nairobi
kosovo|kosovar|pristina
kuwait|kuwaiti|
kyrgyzstan|kyrgyz|bishkek
latvia|latvian latvians|riga
lebanon|lebanese|beirut
libya|libyan libyans|tripoli
lithuania|lithuanian lithuanians|vilnius
macedonia|macedonian|skopje
malaysia|malaysian malaysians|kuala_lumpur
mali|malian|bamako
malta|maltese|valletta
mexico|mexican mexicans|mexico_city
moldova|moldovan moldovans|chisinau
mongolia|mongolian|ulan_bator
montenegro|montenegrin|podgorica
morocco|moroccan moroccans|rabat
myanmar burma|burmese|naypyitaw
nepal|nepali nepalese|kathmandu
netherlands holland|dutch|the_hague amsterdam
new_zealand|kiwi|wellington
nicaragua|nicaraguan|managua
nigeria|nigerian nigerians|abuja
north_korea dprk|north_korean|pyongyang
norway|norwegian norwegians|oslo
oman|omani|muscat
pakistan|pakistani pakistanis|islamabad
palestine gaza|palestinian palestinians|ramallah
panama|panamanian|
paraguay|paraguayan|
peru|peruvian|lima
philippines|philippine filipino filipinos|manila
poland|polish poles|warsaw
portugal|portuguese|lisbon
qatar|qatari qataris|doha
romania|romanian romanians|bucharest
russia|russian russians|moscow kremlin
rwanda|rwandan|kigali
saudi_arabia|saudi saudis|riyadh
scotland|scottish scots|holyrood
senegal|senegalese|dakar
serbia|serbian serbians serbs|belgrade
singapore|singaporean|
slovakia|slovak slovaks slovakian|bratislava
slovenia|slovenian slovenians|ljubljana
somalia|somali somalis|mogadishu
south_africa|south_african|pretoria
south_korea|south_korean|seoul
spain|spanish spaniards|madrid
sri_lanka|sri_lankan|colombo
sudan|sudanese|khartoum
sweden|swedish swedes|stockholm
switzerland|swiss|bern
syria|syrian syrians|damascus
taiwan|taiwanese|taipei
tanzania|tanzanian|dodoma
thailand|thai thais|bangkok
tunisia|tunisian tunisians|tunis
turkey türkiye turkiye|turkish turks|ankara
uganda|ugandan|kampala
ukraine|ukrainian ukrainians|kyiv kiev
united_arab_emirates uae|emirati|abu_dhabi
united_states us u.s. usa america|american americans|washington white_house
uruguay|uruguayan|montevideo
uzbekistan|uzbek uzbeks|tashkent
vatican|papal|holy_see
venezuela|venezuelan venezuelans|caracas
vietnam|vietnamese|hanoi
wales|welsh|cardiff
yemen|yemeni yemenis|sanaa
zambia|zambian|lusaka
zimbabwe|zimbabwean|harare
`;

/** Names of US states that are no given names, and how newspapers shorten them; source: USPS, AP Stylebook. */
const STATES =
  "alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine " +
  "maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont " +
  "wisconsin wyoming africa asia new_york new_jersey new_mexico new_hampshire north_carolina south_carolina north_dakota south_dakota british_columbia nova_scotia ontario quebec alberta manitoba saskatchewan rhode_island west_virginia " +
  "ala. ariz. ark. calif. colo. conn. del. fla. ill. ind. kan. ky. md. mass. mich. minn. miss. mo. mont. neb. nev. n.h. n.j. n.m. n.y. n.c. n.d. okla. ore. pa. r.i. s.c. s.d. tenn. vt. " +
  "va. wash. w.va. wis. wyo.";

const lands = new Map<string, string>();
/** Adjectives and people of lands, in lower case. */
export const NATIONALITIES = new Set<string>();
/** Lands, US states and capitals that speak for their governments, in lower case ("kyiv", "new zealand"). */
export const LANDS_AND_CAPITALS = new Set<string>(STATES.split(" ").map((state) => state.replaceAll("_", " ")));
for (const line of LANDS.trim().split("\n")) {
  const [names, people, capitals] = line.split("|").map((part) => part.split(" ").filter(Boolean)) as [
    string[],
    string[],
    string[],
  ];
  const land = names[0]!;
  for (const word of [...names, ...people, ...capitals]) lands.set(word.replaceAll("_", " "), land);
  for (const word of people) NATIONALITIES.add(word.replaceAll("_", " "));
  for (const word of [...names, ...capitals]) LANDS_AND_CAPITALS.add(word.replaceAll("_", " "));
}

/** The land that a word in lower case stands for: "russian", "moscow" and "kremlin" are all "russia". */
export const landOf = (lower: string): string | undefined => lands.get(lower);

export const isNationality = (lower: string): boolean => NATIONALITIES.has(lower);

/** Whether a name in lower case ("kyiv", "new zealand") is a land, a US state, or a capital that speaks for its government. */
export const isPlace = (lower: string): boolean => LANDS_AND_CAPITALS.has(lower);
