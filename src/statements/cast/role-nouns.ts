import type { Gender } from "./given-names.ts";

/** Offices, professions and kinds of people, as newspapers put them before or after a name; source: PolNeAR's training part and style guides' lists of titles. */
const ROLES =
  "academic accountant activist actor actress adjutant administrator admiral adversary adviser advisor advocate aide ally ambassador analyst anchor anchorman anchorwoman anthropologist " +
  "archbishop archaeologist architect artist assemblyman assemblywoman assistant associate astronaut astronomer athlete attaché attorney auditor author ayatollah backbencher baker banker barrister bassist " +
  "billionaire biographer biologist bishop blogger boss boxer brigadier broadcaster broker builder bureaucrat businessman businesswoman campaigner candidate captain cardinal " +
  "caretaker cartoonist ceo cfo chair chairman chairperson chairwoman champion chancellor chaplain chef chemist chief chieftain choreographer cleric clerk climatologist co-author co-chair co-chairman co-founder coach coauthor collector colleague colonel columnist " +
  "comedian commander commentator commissioner communist composer comptroller conductor congressman congresswoman conservative constable consul consultant contractor contributor controller convener coo coordinator " +
  "coroner corporal correspondent councillor councilman councilor councilwoman counsel counsellor counselor counterpart creator critic curator customer dancer daughter dean defector defendant delegate democrat demonstrator dentist " +
  "deputy designer detective developer dictator diplomat director dissident doctor donor driver drummer economist editor editor-in-chief educator electrician emir employee engineer entertainer entrepreneur envoy epidemiologist evangelist examiner executive " +
  "expert explorer fan farmer father father-in-law filmmaker financier firefighter fisherman footballer foreman forester founder friend fundraiser gardener general geologist goalkeeper governor grandfather grandmother guard guest guitarist gunman hacker head headmaster headteacher heir " +
  "hero historian host hostage hunter husband hydrologist ideologue imam immunologist independent informant inspector instructor intern investigator investor journalist judge jurist juror justice keeper king laborer landlord lawmaker lawyer lead leader lecturer legislator liaison " +
  "liberal librarian lieutenant lobbyist magistrate magnate maker manager marshal master mathematician mayor mayoress mechanic mediator member meteorologist migrant militant millionaire miner minister ministers missionary model moderator mogul monarch monk mother mother-in-law motorist mp mep msp musician navigator negotiator neighbor " +
  "neighbour neurologist neuroscientist nominee novelist nun nurse nutritionist observer official officer ombudsman operative operator opponent organiser organizer owner painter paramedic parent participant partner passenger passer-by pastor patient patriarch patron pediatrician person pharmacist philanthropist " +
  "philosopher photographer physician physicist pianist pilot planner player playwright plumber pm poet policeman policewoman politician pollster pope porter premier presenter president president-elect priest prince princess principal printer prisoner producer professor programmer promoter prosecutor " +
  "protester protestor provost psychiatrist psychologist publicist publisher pundit pupil queen rabbi radiologist ranger rapper reader realtor rebel receptionist recruiter rector referee reformer refugee registrar regulator reporter representative republican researcher resident retiree reviewer rival runner sailor salesman saleswoman scholar scientist " +
  "screenwriter sculptor secretary secretary-general seismologist senator sergeant sheriff shopkeeper singer skipper smuggler socialist sociologist soldier solicitor son songwriter source speaker specialist spokesman spokesperson spokeswoman sprinter staffer star statesman statistician strategist striker student sultan superintendent supervisor supporter surgeon " +
  "survivor suspect swimmer taoiseach teacher teammate technician technologist teenager tenant therapist toxicologist trader trainer translator treasurer trooper trustee tsar tutor tycoon undersecretary understudy uncle aunt veteran vet vice-chair vice-chairman vice-chancellor vice-president vicar victim viewer villager virologist volcanologist volunteer voter waiter waitress warden widow widower wife " +
  "winner witness canon restorer tuner curator deacon vicar rector verger organist cellist violinist trombonist drummer jockey cyclist baronet whistleblower woman man boy girl worker worshipper writer youth zoologist brother sister cousin nephew niece grandson granddaughter stepfather stepmother sibling child fiancé fiancée boyfriend girlfriend bystander commuter shopper " +
  "insider attendee observer opponent challenger incumbent contender front-runner frontrunner hopeful surrogate operative stalwart firebrand loyalist hardliner moderate libertarian independent lord lady baroness baron duke duchess earl count countess chieftain cfo cto cio czar dj mc mc";

/** Plural by form or by use, beside the plural of every role: they are said "they" of. */
const PLURALS =
  "people men women children police authorities feds officials parents residents sources staff troops folks media teenagers crew families muslims jews christians catholics protestants evangelicals hindus sikhs hispanics latinos critics scientists publishers prosecutors lawmakers others leaders couple pair duo";

/** What a general word can stand for: "the Russian leader" is a president; source: how newspapers vary a second mention. */
const KINDS: Record<string, string> = {
  leader:
    "president premier chancellor king queen chairman chairwoman chair chief head dictator emir sultan pm minister taoiseach monarch secretary-general president-elect ceo founder governor",
  chief:
    "head director ceo president chairman chairwoman chair governor commissioner commander boss secretary-general administrator executive chief superintendent",
  head: "chief director ceo president chairman chairwoman chair governor boss secretary-general",
  boss: "chief head director ceo president chairman manager coach executive",
  executive: "ceo cfo coo chief president director chairman vice-president manager executive",
  lawmaker:
    "senator sen sen. representative rep rep. congressman congresswoman mp mep deputy legislator assemblyman assemblywoman councillor",
  legislator: "senator sen sen. representative rep rep. congressman congresswoman mp mep deputy assemblyman assemblywoman",
  politician:
    "senator sen sen. representative rep rep. congressman congresswoman mp mep deputy president minister premier mayor governor candidate councillor leader",
  senator: "sen sen.",
  congressman: "representative rep rep.",
  congresswoman: "representative rep rep.",
  representative: "congressman congresswoman rep rep.",
  governor: "gov gov.",
  general: "gen gen.",
  colonel: "col col.",
  captain: "capt capt.",
  candidate: "nominee hopeful contender",
  nominee: "candidate",
  premier: "minister pm",
  pm: "minister premier",
  statesman: "president premier chancellor minister",
  spokesman: "spokesperson representative",
  spokeswoman: "spokesperson representative",
  spokesperson: "spokesman spokeswoman representative",
  lawyer: "attorney counsel barrister solicitor",
  attorney: "lawyer counsel",
  diplomat: "ambassador envoy consul",
  envoy: "ambassador diplomat",
  academic: "professor lecturer historian economist scholar scientist researcher",
  scholar: "professor lecturer historian academic",
  researcher: "scientist professor author biologist physicist",
  scientist: "researcher professor biologist physicist chemist geologist",
  doctor: "physician surgeon dr dr. pediatrician",
  physician: "doctor surgeon",
  businessman: "billionaire tycoon mogul magnate entrepreneur developer ceo investor",
  billionaire: "tycoon mogul magnate businessman entrepreneur investor",
  tycoon: "billionaire mogul magnate businessman entrepreneur",
  mogul: "billionaire tycoon magnate businessman developer",
  officer: "policeman policewoman constable sergeant detective inspector",
  policeman: "officer constable sergeant",
  cleric: "bishop archbishop cardinal imam pastor priest ayatollah vicar rabbi",
  churchman: "bishop archbishop cardinal pastor priest",
  prelate: "bishop archbishop cardinal",
  pontiff: "pope",
  monarch: "king queen",
  manager: "coach boss",
  coach: "manager",
  player: "footballer striker goalkeeper captain",
  author: "writer novelist co-author coauthor",
  writer: "author novelist columnist",
  journalist: "reporter correspondent columnist editor anchor",
  reporter: "journalist correspondent",
  aide: "adviser advisor assistant staffer",
  adviser: "advisor aide",
  mayor: "mayoress",
  teacher: "instructor tutor headteacher",
  musician: "singer guitarist pianist drummer rapper composer bassist",
  star: "singer actor actress musician",
};

const roles = new Set([...ROLES.split(" "), ...Object.keys(KINDS)]);
const plurals = new Set(PLURALS.split(" "));
const kinds = new Map(Object.entries(KINDS).map(([word, list]) => [word, new Set(list.split(" "))]));

const MALE = new Set(
  "father husband son brother uncle nephew grandfather grandson king prince boy widower stepfather waiter lord baron duke earl monk priest pope father-in-law boyfriend fiancé gentleman guy emir sultan imam churchman".split(
    " ",
  ),
);
const FEMALE = new Set(
  "mother wife daughter sister aunt niece grandmother granddaughter queen princess girl widow stepmother waitress actress lady baroness duchess countess nun mother-in-law girlfriend fiancée".split(
    " ",
  ),
);

const singular = (lower: string): string =>
  roles.has(lower)
    ? lower
    : lower.endsWith("men")
      ? lower.slice(0, -3) + "man"
      : lower.endsWith("ies")
        ? lower.slice(0, -3) + "y"
        : lower.endsWith("ves")
          ? lower.slice(0, -3) + "fe"
          : lower.endsWith("sses") || lower.endsWith("ches")
            ? lower.slice(0, -2)
            : lower.endsWith("s")
              ? lower.slice(0, -1)
              : lower;

/** "senators" is "senator"; what is no plural of a role stays as it is. */
export const singularRole = (lower: string): string =>
  /^(?:sen|rep|gov|gen|col)s\.?$/.test(lower)
    ? lower.replace(/s(?=\.?$)/, "")
    : isPluralRole(lower) && roles.has(singular(lower))
      ? singular(lower)
      : lower;

/** Professions by their form: "oceanographer". */
const PROFESSIONS = /..(?:ologist|ographer|iatrist|ometrist)$/;

export const isRoleNoun = (lower: string): boolean => roles.has(lower) || PROFESSIONS.test(lower);
export const isPluralRole = (lower: string): boolean => plurals.has(lower) || (!roles.has(lower) && roles.has(singular(lower)));

/** A plural that an organisation can be named after: "Teachers'", "Bargemen's", "People's". */
export const isMembers = (lower: string): boolean => isPluralRole(lower) || /(?:men|people|folk|ers|ists)$/.test(lower);

/** A lower-case word that by its form alone is a person; for the place right before a name. */
export const looksLikeRole = (lower: string): boolean =>
  isRoleNoun(lower) || /(?:ist|ian|man|woman|person|logist|crat|eer|ologist|keeper|maker|holder|worker)$/.test(lower);

/** All the roles that the word can stand for, itself first. */
export const rolesUnder = (wide: string): string[] => [wide, ...(kinds.get(wide) ?? [])];

export function genderOfRole(lower: string): Gender {
  if (MALE.has(lower) || (lower.endsWith("man") && !lower.endsWith("woman"))) return "m";
  if (FEMALE.has(lower) || lower.endsWith("woman")) return "f";
  return "u";
}
