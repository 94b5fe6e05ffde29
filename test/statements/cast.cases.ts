/**
 * Gold passages about invented people: every mention in [[ ]] is a source, and `speakers` tells in order whom it names,
 * as "Name" or "Name | role"; null where the passage does not tell. "Name |" means that no role is given.
 */
export interface CastCase {
  readonly about: string;
  readonly text: string;
  readonly speakers: readonly (string | null)[];
}

export const CASES: readonly CastCase[] = [
  {
    about: "a pronoun takes the subject, not the object",
    text: "Orla Venn met Petra Lindqvist in the harbour office on Monday. [[She]] said the ferries would run again.",
    speakers: ["Orla Venn"],
  },
  {
    about: "gender decides between two",
    text: "Marta Okonjo sat beside Hugo Brandt at the hearing. [[He]] said the figures were wrong, and [[she]] said they were not.",
    speakers: ["Hugo Brandt", "Marta Okonjo"],
  },
  {
    about: "a name in an of phrase is no subject",
    text: "The widow of Leo Farrant left the courtroom. Deputy mayor Ruth Saarinen waited outside. [[She]] said the ruling was fair.",
    speakers: ["Ruth Saarinen | Deputy mayor"],
  },
  {
    about: "surname, then pronoun, over paragraphs",
    text: "Farm minister Joana Prell announced the plan on Tuesday.\n“We will not wait,” [[Prell]] told reporters.\nThe plan costs nine million crowns.\n“It is cheap,” [[she]] added.",
    speakers: ["Joana Prell | Farm minister", "Joana Prell | Farm minister"],
  },
  {
    about: "a surname before its full name",
    text: "Dunmore to leave the rail board\n[[Dunmore]] said on Friday that he had had enough. Victor Dunmore, the chairman of Northern Rail, joined the board in 2011.",
    speakers: ["Victor Dunmore | chairman of Northern Rail"],
  },
  {
    about: "a role before the name",
    text: "“It will be close,” [[Republican campaign strategist Matt Hollins]] said. [[Hollins]] has run three races.",
    speakers: ["Matt Hollins | Republican campaign strategist", "Matt Hollins | Republican campaign strategist"],
  },
  {
    about: "an apposition behind the name",
    text: "“It will be close,” said [[Carla Mertens]], a Democratic pollster, on Thursday. “Nobody knows,” [[Mertens]] said.",
    speakers: ["Carla Mertens | Democratic pollster", "Carla Mertens | Democratic pollster"],
  },
  {
    about: "a source that carries its apposition with it",
    text: "[[Carla Mertens, a Democratic pollster from Oakwell,]] said the race was open.",
    speakers: ["Carla Mertens | Democratic pollster from Oakwell"],
  },
  {
    about: "an aside with another name in it",
    text: "[[Sir Alwin Croft, who replaced Tom Barlow as leader in July,]] said the party had a plan. [[He]] promised a vote.",
    speakers: ["Alwin Croft", "Alwin Croft"],
  },
  {
    about: "who takes the noun phrase before it",
    text: "Ukrainian violinist Daryna Holub, [[who]] said she would not play, left the hall. [[She]] declined to explain.",
    speakers: ["Daryna Holub | Ukrainian violinist", "Daryna Holub | Ukrainian violinist"],
  },
  {
    about: "the office before the name, with a comma",
    text: "The mayor of Aarby, [[Ingrid Lund]], said the bridge was safe. “Cross it,” [[the mayor]] said.",
    speakers: ["Ingrid Lund | mayor of Aarby", "Ingrid Lund | mayor of Aarby"],
  },
  {
    about: "a source that begins with the office",
    text: "[[The country's health minister, Bo Adeyemi,]] said the vaccine was on its way. [[Adeyemi]] gave no date.",
    speakers: ["Bo Adeyemi | health minister", "Bo Adeyemi | health minister"],
  },
  {
    about: "the Russian leader is the Russian president",
    text: "Russian President Arkady Belov met Finnish President Aino Karhu in Oslo. [[The Russian leader]] said the talks were useful. [[The Finnish leader]] called them short.",
    speakers: ["Arkady Belov | Russian President", "Aino Karhu | Finnish President"],
  },
  {
    about: "a title that two people hold names neither",
    text: "Finnish President Aino Karhu and Russian President Arkady Belov arrived on Monday. The talks began at noon.\nLater [[the president]] said there was progress.",
    speakers: [null],
  },
  {
    about: "a bank's chief by its initials",
    text: "ECB President Lena Hartog spoke in Frankfurt. [[The ECB chief]] said rates would stay. [[Hartog]] took no questions.",
    speakers: ["Lena Hartog | ECB President", "Lena Hartog | ECB President"],
  },
  {
    about: "an adjective of praise does not stand in the way",
    text: "Senator Paul Oduya spoke for an hour. “I will run,” [[the veteran senator]] said. [[The lawmaker]] is 61.",
    speakers: ["Paul Oduya | Senator", "Paul Oduya | Senator"],
  },
  {
    about: "courtesy titles part two of one surname",
    text: "Tom Ashgrove and his wife, Nina Ashgrove, own the mill. “We are staying,” [[Mrs. Ashgrove]] said. “The mill is sold,” [[Mr. Ashgrove]] said.",
    speakers: ["Nina Ashgrove", "Tom Ashgrove"],
  },
  {
    about: "a bare surname of two names neither",
    text: "Tom Ashgrove and Nina Ashgrove own the mill. [[Ashgrove]] said the roof leaked.",
    speakers: [null],
  },
  {
    about: "given names part two of one surname",
    text: "Tom Ashgrove and Nina Ashgrove own the mill. “It leaks,” [[Nina]] said. “It does not,” [[Tom]] said.",
    speakers: ["Nina Ashgrove", "Tom Ashgrove"],
  },
  {
    about: "the paragraph parts two of one surname",
    text: "Tom Ashgrove and Nina Ashgrove own the mill.\nTom Ashgrove spoke first, at noon. The roof leaked, [[Ashgrove]] said.\nNina Ashgrove spoke last. The walls were wet, [[Ashgrove]] said.",
    speakers: ["Tom Ashgrove", "Nina Ashgrove"],
  },
  {
    about: "a given name, later the surname",
    text: "Ten-year-old Pia Sandoval found the ring. “It was in the mud,” [[Pia]] said. Her teacher, Ivo Krall, was proud. “She looks closely,” [[Krall]] said.",
    speakers: ["Pia Sandoval", "Ivo Krall | teacher"],
  },
  {
    about: "a nickname in quotation marks",
    text: 'Robert "Bobby" Halewood coached the team for years. “We lost,” [[Bobby]] said. [[Halewood]] blamed the rain.',
    speakers: ['Robert "Bobby" Halewood', 'Robert "Bobby" Halewood'],
  },
  {
    about: "a curly nickname",
    text: "Delphine “Dell” Marchetti runs the bakery. [[Marchetti]] said the oven was old. “Very old,” [[Dell]] said.",
    speakers: ["Delphine “Dell” Marchetti", "Delphine “Dell” Marchetti"],
  },
  {
    about: "particles belong to the surname",
    text: "Pieter van der Broek heads the dyke board. “The water is high,” [[Van der Broek]] said. [[Van der Broek]] asked for sand.",
    speakers: ["Pieter van der Broek", "Pieter van der Broek"],
  },
  {
    about: "a small particle in mid-sentence",
    text: "Judge Elena de la Fuente spoke in Seville. The case is old, [[de la Fuente]] said. It will stay so, said [[De la Fuente]].",
    speakers: ["Elena de la Fuente | Judge", "Elena de la Fuente | Judge"],
  },
  {
    about: "an Arabic article",
    text: "General Suleiman al-Harbi gave a briefing. [[Al-Harbi]] said the road was open. It was closed an hour before, [[al-Harbi]] said.",
    speakers: ["Suleiman al-Harbi | General", "Suleiman al-Harbi | General"],
  },
  {
    about: "an apostrophe in the surname",
    text: "Union leader Siobhan O’Rourke walked out. “No deal,” [[O’Rourke]] said. O’Rourke’s deputy stayed. “She is angry,” [[O’Rourke’s deputy]] said.",
    speakers: ["Siobhan O’Rourke | Union leader", "O’Rourke’s deputy |"],
  },
  {
    about: "initials and a middle name",
    text: "The essay is by J. K. Fennimore. [[Fennimore]] says it took a year. Walter James Quist published it. [[Walter Quist]] said it sold well.",
    speakers: ["J. K. Fennimore", "Walter James Quist"],
  },
  {
    about: "a hyphenated given name and a suffix",
    text: "Jean-Pierre Vasseur Jr. bought the vineyard. “It is small,” [[Vasseur]] said. [[He]] sells to Japan.",
    speakers: ["Jean-Pierre Vasseur Jr.", "Jean-Pierre Vasseur Jr."],
  },
  {
    about: "the full name behind a shorter one",
    text: "Donald Kember lost the race. Kember's full name is Donald J. Kember. [[Kember]] said he would sue.",
    speakers: ["Donald J. Kember"],
  },
  {
    about: "an office as honorific is the role",
    text: "[[Sen. Ruben Castellan]] said he would vote no. [[Lt. Gen. Ann Thorpe]] said the base was safe. [[Gov. Mills Tarrant]] said nothing.",
    speakers: ["Ruben Castellan | Sen.", "Ann Thorpe | Lt. Gen.", "Mills Tarrant | Gov."],
  },
  {
    about: "a courtesy title is no role",
    text: "[[Dr. Amira Soltani]] said the ward was full. [[Mrs Soltani]] said so again. [[Ms. Wren Calloway]] agreed.",
    speakers: ["Amira Soltani", "Amira Soltani", "Wren Calloway |"],
  },
  {
    about: "a longer role beats a bare title",
    text: "[[President Nuno Abreu]] said the strike would end. Abreu, the president of Portugal, flew home.",
    speakers: ["Nuno Abreu | president of Portugal"],
  },
  {
    about: "a possessor is found in its phrase",
    text: "Gwen Harcastle wrote the report. [[Harcastle's]] words were clear: close it.",
    speakers: ["Gwen Harcastle"],
  },
  {
    about: "an organisation by name and by noun",
    text: "[[The Ministry of Fisheries]] said catches fell. Boats stayed in port. [[The ministry]] said it would pay.",
    speakers: ["Ministry of Fisheries |", "Ministry of Fisheries |"],
  },
  {
    about: "an organisation and its initials",
    text: "The Northern Harbour Authority closed the pier. [[The NHA]] said the wood was rotten. [[It]] gave no date.",
    speakers: ["Northern Harbour Authority |", "Northern Harbour Authority |"],
  },
  {
    about: "a house that speaks",
    text: "[[The White House]] called the visit historic. [[Kyiv]] welcomed it. [[Moscow]] said it would study the text.",
    speakers: ["White House |", "Kyiv |", "Moscow |"],
  },
  {
    about: "documents",
    text: "[[The report]] said the dam was weak. [[A new study]] found cracks. [[A leaked memo]] says nobody looked.",
    speakers: ["the report |", "a new study |", "a leaked memo |"],
  },
  {
    about: "unnamed sources as printed",
    text: "The pipe burst, [[a senior official]] said. [[Two people familiar with the matter]] said it was old. [[Officials]] said little. “It stank,” said [[one resident]].",
    speakers: ["a senior official |", "two people familiar with the matter |", "officials |", "one resident |"],
  },
  {
    about: "somebody's spokesman is not that somebody",
    text: "Nadia Ferrow stayed silent. [[A spokesman for Ferrow]] said she was away. [[Ferrow's lawyer]] said she was not. [[He]] gave no details.",
    speakers: ["a spokesman for Ferrow |", "Ferrow's lawyer |", "Ferrow's lawyer"],
  },
  {
    about: "his lawyer is somebody's lawyer",
    text: "Emil Tarkov was arrested on Monday. [[His lawyer]] said he would appeal.",
    speakers: ["Emil Tarkov’s lawyer"],
  },
  {
    about: "a pronoun for an unnamed person",
    text: "Mayor Ada Kirsch left early. A fisherman watched from the quay. [[He]] said the nets were empty.",
    speakers: ["a fisherman"],
  },
  {
    about: "they for a group, and for nobody in particular",
    text: "The researchers looked at ten lakes. [[They]] said seven were acid. Orla Venn met Hugo Brandt. [[They]] said nothing.",
    speakers: ["the researchers", null],
  },
  {
    about: "it for the company",
    text: "Brightwater Holdings lost a court case on Friday. [[It]] said it would appeal.",
    speakers: ["Brightwater Holdings"],
  },
  {
    about: "first persons are told by nobody here",
    text: "“[[I]] think so,” Orla Venn said. [[We]] are not so sure.",
    speakers: [null, null],
  },
  {
    about: "a name inside a quotation is no antecedent",
    text: "Hugo Brandt opened the meeting. “Karl Ziegler lied to us, and Ziegler knew it,” [[he]] said.",
    speakers: ["Hugo Brandt"],
  },
  {
    about: "a pronoun behind a long quotation",
    text: "Orla Venn closed the meeting. “It was long. It was loud. Nobody agreed. Nobody ever does,” [[she]] said.",
    speakers: ["Orla Venn"],
  },
  {
    about: "two women, and no way to tell",
    text: "Orla Venn and Petra Lindqvist came by train. [[She]] said it was late.",
    speakers: [null],
  },
  {
    about: "days, months and datelines are no names",
    text: "OSTHAVEN, Aug 15 (Northwire) - Friday was quiet. [[Dorothea May]] said so in March. [[May]] was on watch.",
    speakers: ["Dorothea May", "Dorothea May"],
  },
  {
    about: "a headline in title case tells nothing",
    text: "Mayor Kirsch Blames Governor Tarrant Over Flooded Streets\n[[Ada Kirsch]], the mayor of Low Marsh, said the state had done nothing. [[She]] wants money.",
    speakers: ["Ada Kirsch | mayor of Low Marsh", "Ada Kirsch | mayor of Low Marsh"],
  },
  {
    about: "an age is no role",
    text: "[[Felix Amadi, 42, a bus driver,]] said he saw smoke. [[Amadi]] called for help.",
    speakers: ["Felix Amadi | bus driver", "Felix Amadi | bus driver"],
  },
  {
    about: "according to",
    text: "The fire began at night, according to [[police chief Ines Robledo]]. [[Robledo]] ruled out arson.",
    speakers: ["Ines Robledo | police chief", "Ines Robledo | police chief"],
  },
  {
    about: "an office with of before the name",
    text: "[[Secretary of State Lorne Whitfield]] said no. [[Minister of Education Stefania Corti]] said yes. [[Chief executive of Brightwater Holdings Owen Pryce]] said maybe.",
    speakers: [
      "Lorne Whitfield | Secretary of State",
      "Stefania Corti | Minister of Education",
      "Owen Pryce | Chief executive of Brightwater Holdings",
    ],
  },
  {
    about: "an adviser to somebody is not that somebody",
    text: "The race was open, said [[a senior adviser to Mr. Hollins]]. [[A spokesman for Governor Mills Tarrant]] agreed. [[A supporter of Democrat Lorna Quist]] did not. Matt Hollins slept.",
    speakers: [
      "a senior adviser to Mr. Hollins |",
      "a spokesman for Governor Mills Tarrant |",
      "a supporter of Democrat Lorna Quist |",
    ],
  },
  {
    about: "one token of a mention, and a few words too many",
    text: "Finance minister Aleksi [[Korpela]] spoke. [[Korpela told the]] chamber that it was late. It was said by [[Finance]] minister Korpela.",
    speakers: ["Aleksi Korpela | Finance minister", "Aleksi Korpela | Finance minister", "Aleksi Korpela | Finance minister"],
  },
  {
    about: "the senator is not a senator named only later",
    text: "Paul Oduya voted no. “It is a bad law,” [[the senator]] said. Later Sen. Ruth Amberley voted yes.",
    speakers: ["the senator |"],
  },
  {
    about: "the president is not the vice president",
    text: "Vice President Ole Strand opened the fair. [[The president]] said he was proud. [[The vice president]] said so too.",
    speakers: ["the president |", "Ole Strand | Vice President"],
  },
  {
    about: "a role that both share",
    text: "Republican senators Ruth Amberley and Paul Oduya voted no. [[Amberley]] said the law was bad.",
    speakers: ["Ruth Amberley | Republican senator"],
  },
  {
    about: "what somebody is called is nobody new",
    text: "Paul Oduya hopes for the nomination. He is a true conservative who listens. “I can wait,” [[he]] said.",
    speakers: ["Paul Oduya"],
  },
  {
    about: "the pronoun's gender tells which one a surname meant",
    text: "Tom Ashgrove and Nina Ashgrove own the mill. Ashgrove said on Monday that the roof, which is old, was leaking, and that [[she]] would mend it.",
    speakers: ["Nina Ashgrove"],
  },
  {
    about: "the main one of a surname keeps it",
    text: "Donald Kember spoke. Kember promised a bridge. Kember left. Kember came back. Kember sat down. Kember ate. His wife Irma Kember watched.\nIt was late.\n“A fine bridge,” [[Kember]] said.",
    speakers: ["Donald Kember"],
  },
  {
    about: "an organisation with of and and",
    text: "[[The Department of Health and Human Services]] closed the ward. [[Department of Justice spokesman Owen Pryce]] said why.",
    speakers: ["Department of Health and Human Services |", "Owen Pryce | Department of Justice spokesman"],
  },
  {
    about: "two spellings of one given name",
    text: "Kristin Halvorsen curates the show. Kristen Halvorsen came from Bergen. [[Halvorsen]] said it was cold.",
    speakers: ["Kristin Halvorsen"],
  },
  {
    about: "a judge is a judge, a Dean may be called so",
    text: "[[Judge Berwick]] said he was done. Dean Kettering agreed. [[Kettering]] said so twice.",
    speakers: ["Berwick | Judge", "Dean Kettering |"],
  },
  {
    about: "an unnamed committee by its capitals",
    text: "[[A new super PAC]] said it would spend a million crowns.",
    speakers: ["a new super PAC |"],
  },
  {
    about: "a list of names is no apposition",
    text: "Belov was met by Foreign Minister Anton Reznik and aide Yegor Malin. [[Reznik]] said the visit was short. [[Malin]] said it was long.",
    speakers: ["Anton Reznik | Foreign Minister", "Yegor Malin | aide"],
  },
  {
    about: "two speakers at once",
    text: "Orla Venn and Hugo Brandt run the ferry. [[Venn and Brandt]] said it would sail.",
    speakers: ["Orla Venn and Hugo Brandt |"],
  },
  {
    about: "the official is the senior official",
    text: "A senior official spoke to reporters. The pipe was old, [[the official]] said.",
    speakers: ["a senior official |"],
  },
  {
    about: "is tells a role",
    text: "Imelda Stroud is the head of the teachers' union. [[Stroud]] said schools would close.",
    speakers: ["Imelda Stroud | head of the teachers' union"],
  },
  {
    about: "a name that is also a word",
    text: "Will Grant and Rose Page run the shop. [[Grant]] said it was small. [[Page]] said it was cold.",
    speakers: ["Will Grant", "Rose Page"],
  },
  {
    about: "one name with a kept title",
    text: "[[Pope Benignus]] spoke from the balcony. [[The pontiff]] asked for peace.",
    speakers: ["Pope Benignus", "Pope Benignus"],
  },
  {
    about: "a team's role of three words",
    text: "[[Brightwater Holdings chief financial officer Lucia Ferrand]] said sales rose. [[She]] expects more.",
    speakers: ["Lucia Ferrand | Brightwater Holdings chief financial officer", "Lucia Ferrand"],
  },
  {
    about: "the speaker before goes on",
    text: "Hugo Brandt said the ferry was old. It was built in 1961. It has sunk twice. [[He]] wants a new one.",
    speakers: ["Hugo Brandt"],
  },
  {
    about: "a reported clause keeps the speaker ahead of those it names",
    text: "Hugo Brandt said that Karl Ziegler had sold the ferry. [[He]] said the price was low.",
    speakers: ["Hugo Brandt"],
  },
  {
    about: "a building is no he",
    text: "Somebody had booked the old Oscar Hotel in Lendava. “It rained,” [[he]] said at noon. “All day,” [[he]] added.",
    speakers: [null, null],
  },
  {
    about: "a town or a firm is no she",
    text: "In Brodick the ferry lay still. [[She]] said it would sail. Halvard Shipping owned it. “Tomorrow,” [[she]] said.",
    speakers: [null, null],
  },
  {
    about: "a town that falls silent keeps he from those named before",
    text: "Hugo Brandt left early. Zarnova slept. [[He]] said nothing of it.",
    speakers: [null],
  },
  {
    about: "somebody brought in by an of phrase, with an office behind",
    text: "Little was new in the letter of Edvin Morask, Zarnova's mayor, to the council. ‘We have no salt,’ [[he]] told its members.",
    speakers: ["Edvin Morask | Zarnova's mayor"],
  },
  {
    about: "whoever took over a ministry is its minister",
    text: "Zdenka Orlo, who took over the Ravian finance ministry in May, came late. ‘The books are open,’ [[the finance minister]] said. ‘Read them,’ [[Orlo]] added.",
    speakers: ["Zdenka Orlo | finance minister", "Zdenka Orlo | finance minister"],
  },
  {
    about: "an aside with as tells the office, one of the past does not",
    text: "Alma Reyl, who was elected mayor of Low Marsh in May, stayed. Otto Brisk, who served as mayor until then, left. “Good,” [[the mayor]] said. “Bad,” said [[Brisk]].",
    speakers: ["Alma Reyl | mayor of Low Marsh", "Otto Brisk |"],
  },
  {
    about: "whoever heads an authority is its chief",
    text: "Ugo Mareni, who heads the harbour authority, met Alma Reyl. “The wood is rotten,” [[the authority's chief]] said.",
    speakers: ["Ugo Mareni"],
  },
  {
    about: "a racist is no office",
    text: "Ugo Mareni, who is a socialist minister, spoke. Otto Brisk is not a pacifist. [[Brisk]] said so.",
    speakers: ["Otto Brisk |"],
  },
  {
    about: "ranks with and without a full stop",
    text: "The navy denied it. Its spokesman, Cmdr. Pavel Lisk, said no ship had sailed. [[He]] spoke for a minute. [[Col Rita Amsel]] said more. “All of it,” said [[Maj. Amsel]].",
    speakers: ["Pavel Lisk | spokesman", "Rita Amsel | Col", "Rita Amsel | Col"],
  },
  {
    about: "two senators by one title",
    text: "[[Sens. Paul Oduya (R-Ohio) and Ruth Amberley of Maine]] voted no. “Never,” [[Oduya]] said.",
    speakers: ["Paul Oduya and Ruth Amberley |", "Paul Oduya | Sen."],
  },
  {
    about: "the firm's acting director is he, not the firm",
    text: "Norsea Freight said on Monday that sales rose. [[The firm’s acting director, Emrik Sund,]] said the year was good. “Very good,” [[he]] said.",
    speakers: ["Emrik Sund | acting director", "Emrik Sund | acting director"],
  },
  {
    about: "a possessive inside an organisation's name",
    text: "[[The Ferrymen’s Union]] called a strike. [[The union]] has 90 members. [[Zarnova’s Teachers' Federation]] joined. [[Finland's Foreign Ministry]] did not.",
    speakers: ["Ferrymen’s Union |", "Ferrymen’s Union |", "Teachers' Federation |", "Finland's Foreign Ministry |"],
  },
  {
    about: "nicknames in single marks",
    text: "Ottilie ‘Tilly’ Grauman, the keeper of the lock, got up. [[She]] said it was early. “Too early,” [[Tilly]] said. Enzo 'the Hat' Vialli agreed. [[Vialli]] yawned.",
    speakers: [
      "Ottilie ‘Tilly’ Grauman | keeper of the lock",
      "Ottilie ‘Tilly’ Grauman | keeper of the lock",
      "Enzo 'the Hat' Vialli |",
    ],
  },
  {
    about: "an apostrophe opens no nickname",
    text: "The report is by D’Angelo O’Neal Brack. [[Brack]] said it was short.",
    speakers: ["D’Angelo O’Neal Brack"],
  },
  {
    about: "the only one who has spoken may be called by an office later",
    text: "Ottilie “Tilly” Grauman has kept the lock for ten years, and she says she will stay.\n“Where should I go?” [[the lock keeper]] said. “It is home,” [[Grauman]] added.",
    speakers: ["Ottilie “Tilly” Grauman | lock keeper", "Ottilie “Tilly” Grauman | lock keeper"],
  },
  {
    about: "a detective is somebody else",
    text: "Hugo Brandt said he had seen nothing.\n“There were fingerprints,” [[the detective]] said.",
    speakers: ["the detective |"],
  },
  {
    about: "an office may be either of two",
    text: "Orla Venn said the ferry was old. Hugo Brandt said it was not.\n“It floats,” [[the harbour master]] said.",
    speakers: ["the harbour master |"],
  },
  {
    about: "a shorter name of a mission, in small letters",
    text: "The Northern Salvage Mission lost a boat. It sank, according to [[the salvage mission]]. [[The Aarby police]] disagreed. Aarby Police Widows' Fund gave money.",
    speakers: ["Northern Salvage Mission |", "the Aarby police |"],
  },
  {
    about: "the document is the only one there is",
    text: "Nobody signed the last page of a draft accord. A joint statement followed. “All boats stay in port,” [[the document]] says.",
    speakers: ["a joint statement |"],
  },
  {
    about: "the document can be either of two",
    text: "The council published a letter and a report. “All boats stay in port,” [[the document]] says.",
    speakers: ["the document |"],
  },
  {
    about: "a participle is no part of a source",
    text: "[[A draft letter seen by Northwire]] says so. [[The notice pinned up in the hall]] disagrees. [[A clerk working at the port]] shrugged.",
    speakers: ["a draft letter |", "the notice |", "a clerk |"],
  },
  {
    about: "what tells a source apart stays",
    text: "[[Two envoys close to the talks]] said it was over. [[A senior clerk of the Salvage Mission]] agreed. [[The clerk]] would not be named. [[Ten registered voters]] did not care.",
    speakers: [
      "two envoys close to the talks |",
      "a senior clerk of the Salvage Mission |",
      "a senior clerk of the Salvage Mission |",
      "ten registered voters |",
    ],
  },
  {
    about: "father and son of one name are two",
    text: "Brent Halloran Jr. runs the mill. His son, Brent Halloran III, does not. “I sing,” said [[Brent Halloran III]]. “He sings,” said [[Brent Halloran Jr.]]",
    speakers: ["Brent Halloran III", "Brent Halloran Jr."],
  },
  {
    about: "a fronted phrase is no apposition",
    text: "In a fierce attack on the banker, Ruth Amberley called him greedy. [[Amberley]] said he should go.",
    speakers: ["Ruth Amberley |"],
  },
  {
    about: "he and somebody",
    text: "Hugo Brandt came with Orla Venn. [[He and Venn]] said the ferry would sail. [[Both Venn and Brandt]] waved.",
    speakers: ["Hugo Brandt and Orla Venn |", "Orla Venn and Hugo Brandt |"],
  },
  {
    about: "who behind a place is the one from there",
    text: "Senator Paul Oduya of Ohio, [[who]] voted no, left. The debate was held in Ohio, [[which]] was cold.",
    speakers: ["Paul Oduya | Senator", null],
  },
  {
    about: "capitals of a transcript",
    text: "Host Orla Venn spoke with farmer Hugo Brandt.\n[[BRANDT]]: The hay is wet.\n[[VENN]]: It always is.",
    speakers: ["Hugo Brandt | farmer", "Orla Venn | Host"],
  },
  {
    about: "a husband and a wife known by their titles alone",
    text: "Mr. Hale opened the gate. Mrs. Hale closed it. “Leave it,” [[Mr. Hale]] said. “Never,” said [[Mrs. Hale]]. [[Hale]] said no more.",
    speakers: ["Mr. Hale |", "Mrs. Hale |", null],
  },
  {
    about: "a courtesy title that tells nobody apart is left out",
    text: "“The gate sticks,” [[Mr. Hale]] said.",
    speakers: ["Hale |"],
  },
  {
    about: "a couple that shares a surname",
    text: "Oskar and Ruth Amberley own the pier. [[Mr Amberley]] said it was safe. [[Mrs Amberley]] said it was not. [[Oskar]] smiled.",
    speakers: ["Oskar Amberley", "Ruth Amberley", "Oskar Amberley"],
  },
  {
    about: "a couple is none where the first is somebody else",
    text: "Oskar Brandt came early. Oskar and Ruth Amberley danced. [[Oskar]] said it was late.",
    speakers: ["Oskar Brandt"],
  },
  {
    about: "a given name that told the wrong sex, and the article the right one",
    text: "Charlie Lindqvist lost her farm in 1986. “I bought it back,” [[she]] said. “Nobody did,” [[he]] said.",
    speakers: ["Charlie Lindqvist", null],
  },
  {
    about: "the sex of somebody whose age is told by the decade",
    text: "Hugo Brandt met Ashley Venn, now in her eighties. “I was late,” [[she]] said.",
    speakers: ["Ashley Venn"],
  },
  {
    about: "two named in one breath are no couple unless the article tells so",
    text: "The hall cheered for Oskar and Ruth Amberley. [[Oskar]] said it was late.",
    speakers: ["Oskar"],
  },
  {
    about: "whose guest somebody is, is not that one's office",
    text: "The mayor was Orla Venn's guest. “It rained,” [[Venn]] said.",
    speakers: ["Orla Venn |"],
  },
  {
    about: "a title in the plural is meant for each name behind",
    text: "Councillors Hugo Brandt and Orla Venn voted no. [[Venn]] said the plan was thin.",
    speakers: ["Orla Venn | Councillor"],
  },
  {
    about: "a title that two of one surname hold tells neither",
    text: "Councillors Hugo Brandt and Leo Brandt voted no. [[Councillor Brandt]] said the plan was thin.",
    speakers: [null],
  },
  {
    about: "a profession before a name, told by its form",
    text: "Hydrographer Petra Lindqvist drew the chart. [[Lindqvist]] said the shoal had moved.",
    speakers: ["Petra Lindqvist | Hydrographer"],
  },
  {
    about: "an office at a body whose name goes on with of",
    text: "“It floats,” said Petra Lindqvist, professor of naval law at the University of Aarby. [[Lindqvist]] teaches on Mondays.",
    speakers: ["Petra Lindqvist | professor of naval law at the University of Aarby"],
  },
  {
    about: "one of many, told by name behind",
    text: "[[One of the organisers]], Petra Lindqvist, said a thousand had come. [[Her opposite number]], Hugo Brandt, replied that it was fewer.",
    speakers: ["Petra Lindqvist", "Hugo Brandt"],
  },
  {
    about: "sons told by name behind",
    text: "[[Their sons]], Leo and Oskar Venn, said they had not been asked.",
    speakers: ["Leo Venn and Oskar Venn"],
  },
  {
    about: "the bishop, with a style before his name",
    text: "The Bishop of Aarby, the Right Rev Leo Farrant, blessed the boats. [[The bishop]] said the sea was kind.",
    speakers: ["Leo Farrant | Bishop of Aarby"],
  },
  {
    about: "whom the article says somebody is",
    text: "The banker who signed the papers was Orla Venn. [[The banker]] said she would sign again. [[She]] laughed.",
    speakers: ["Orla Venn | banker", "Orla Venn"],
  },
  {
    about: "somebody of a land is its leader",
    text: "Orla Venn of Norway and Petra Lindqvist of Sweden dined in Oslo. [[The Swedish leader]] said the fish was good.",
    speakers: ["Petra Lindqvist"],
  },
  {
    about: "an age points to the one of that age",
    text: "Hugo Brandt, 34, and Leo Farrant, 51, left the club. [[The 51-year-old]] told reporters he was tired.",
    speakers: ["Leo Farrant"],
  },
  {
    about: "a nickname told by known as",
    text: "Hugo Brandt, known on the quay as “Sprat”, pleaded guilty. Outside, [[Sprat]] told reporters that he was sorry.",
    speakers: ["Hugo Brandt"],
  },
  {
    about: "whoever speaks does not name himself, and is nobody sooner than the one he speaks of",
    text: "Leo Farrant was a legend to Hugo Brandt. For Hugo Brandt, a trainee, Farrant was a god. [[He]] said, “Leo Farrant was the centre of the world.”",
    speakers: [null],
  },
  {
    about: "the only woman of an article is she, however far",
    text: "Few had heard of Petra Lindqvist before 2019.\nThe editor, Hugo Brandt, left. Leo Farrant followed him. The printer, Oskar Venn, stayed. He had no choice. Nobody asked him. He whistled.\n“I fired nobody,” [[she]] says.",
    speakers: ["Petra Lindqvist"],
  },
  {
    about: "a woman whom the article says to be one",
    text: "Leo Farrant was the first woman to skipper the lifeboat. Oskar Venn voted against her. “He sends a card,” [[she]] said.",
    speakers: ["Leo Farrant"],
  },
  {
    about: "a person of whom the article says they",
    text: "Orla Venn, a cellist who uses they/them pronouns, withdrew. “I could not play,” [[they]] said.",
    speakers: ["Orla Venn | cellist"],
  },
  {
    about: "letters at which the tokeniser cuts a name",
    text: "Energy Minister Žydrūnė Kalvė-Rimš spoke first. [[Kalvė-Rimš]] said the pipe was mended. Hauler Baek Seong-ryul shrugged. [[Baek Seong-ryul]] said it was not.",
    speakers: ["Žydrūnė Kalvė-Rimš | Energy Minister", "Baek Seong-ryul"],
  },
  {
    about: "an adjective made of a name and a hyphen is no name",
    text: "The Aarby-based firm sold boats. [[Aarby-backed rebels]] said they would not.",
    speakers: ["Aarby-backed rebels"],
  },
  {
    about: "the name of a site",
    text: "[[Aarbynews.com]] said the quay was closed.",
    speakers: ["Aarbynews.com"],
  },
  {
    about: "a name that is a month",
    text: "Rose Applegarth and May Durrell own a field. [[May]] said the secret was soot. It rained last May.",
    speakers: ["May Durrell"],
  },
  {
    about: "the firm is the one whose name says so, where nothing else acts",
    text: "Brandt Motors said it would close. “We are sorry,” [[the firm]] said.",
    speakers: ["Brandt Motors"],
  },
  {
    about: "the company is none of two",
    text: "Brandt Motors met Venn Airlines. Both lost. “We are sorry,” [[the company]] said.",
    speakers: ["the company"],
  },
];
