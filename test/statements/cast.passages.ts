/**
 * Short invented passages of news, each with every clear report of speech that a careful reader finds in it. The name begins with the cases
 * it is about. What is denied, refused or left unsaid ("never said that", "declined to say whether") is no statement, and stands under `absent`.
 */
interface Wanted {
  readonly content: string;
  /** As the passage prints it; null where it does not tell. */
  readonly speaker: string | null;
  readonly role?: string;
  /** Other printed forms that are as right. */
  readonly accept?: readonly string[];
}

interface Passage {
  readonly name: string;
  readonly text: string;
  readonly wanted: readonly Wanted[];
  /** Pieces of the text that are no statement, or none of their own. */
  readonly absent?: readonly string[];
}

export const PASSAGES: readonly Passage[] = [
  {
    name: "pronoun: he, with a woman named last",
    text: `Councillor Derek Athelby met the new headteacher, Sarah Munt, on Tuesday to discuss the crossing outside the school. He said the work would begin before Easter.

"It should have been done years ago," he added.`,
    wanted: [
      { content: "the work would begin before Easter", speaker: "Derek Athelby", role: "Councillor" },
      { content: "It should have been done years ago", speaker: "Derek Athelby", role: "Councillor" },
    ],
  },
  {
    name: "pronoun, carry-on: she, with a man named last; second half carries on",
    text: `When Laura Pinchbeck took over the bakery in 2009 it was losing £400 a week, and her uncle Terence had stopped opening the post. “I thought I would last a month,” she said. “The first thing I did was buy a new till. The second was to sack myself as bookkeeper.”`,
    wanted: [
      { content: "I thought I would last a month", speaker: "Laura Pinchbeck" },
      { content: "The first thing I did was buy a new till", speaker: "Laura Pinchbeck" },
    ],
  },
  {
    name: "pronoun: singular they made plain",
    text: `Robin Achterberg, a cellist who uses they/them pronouns, withdrew from the festival on Friday. “I could not play in that hall and pretend nothing had happened,” they said. The festival's director, Marcus Oyelade, was not available for comment.`,
    wanted: [
      { content: "I could not play in that hall and pretend nothing had happened", speaker: "Robin Achterberg", role: "cellist" },
    ],
  },
  {
    name: "pronoun: nearest fitting subject, another man named last as object",
    text: `Mark Devlin told the inquiry he had warned his deputy, Paul Gantry, twice about the faulty alarm. “I put it in writing and I copied in the board,” he said.`,
    wanted: [
      { content: "he had warned his deputy", speaker: "Mark Devlin" },
      { content: "I put it in writing and I copied in the board", speaker: "Mark Devlin" },
    ],
  },
  {
    name: "pronoun, group: plural they for residents",
    text: `Residents of Harbour Row packed the meeting on Wednesday night. They said the council had ignored eleven letters about the drains. The council's engineer, Philippa Stroud, listened but did not speak.`,
    wanted: [{ content: "the council had ignored eleven letters about the drains", speaker: "Residents of Harbour Row" }],
  },
  {
    name: "pronoun, organisation: it for a company",
    text: `Varnholt Marine recalled 6,000 outboard engines on Monday after a boy was burned near Hamburg. It said a faulty fuel line was to blame and that owners would be repaid in full.`,
    wanted: [{ content: "a faulty fuel line was to blame", speaker: "Varnholt Marine" }],
  },
  {
    name: "pronoun, long-article: several persons between the name and the pronoun, only one a woman",
    text: `DES MOINES, Iowa — Carla Henneberg had been teaching third grade for 26 years when the flood came through the gymnasium.

Her principal, Todd Ruskin, moved classes to a church. A janitor, Luis Amparo, saved the piano. The district superintendent, Gary Whelk, promised trailers that did not arrive until Thanksgiving.

“We taught fractions on the pews,” she said. “The kids thought it was wonderful.”`,
    wanted: [
      { content: "We taught fractions on the pews", speaker: "Carla Henneberg" },
      { content: "The kids thought it was wonderful", speaker: "Carla Henneberg" },
    ],
  },

  {
    name: "surname: two full names, each taken up by surname, American wire",
    text: `PHOENIX — State Sen. Brenda Castaway and Rep. Wendell Ormsby clashed on Thursday over a bill that would let counties sell water rights. "This is a fire sale," Castaway said. Ormsby said rural counties had no other way to pay for roads.`,
    wanted: [
      { content: "This is a fire sale", speaker: "Brenda Castaway", role: "State Sen." },
      { content: "rural counties had no other way to pay for roads", speaker: "Wendell Ormsby", role: "Rep." },
    ],
  },
  {
    name: "surname: courtesy titles, British",
    text: `The hearing was told that Ngozi Ekwerike, 43, had been refused a lift key for two years. Her manager, Colin Babbage, disputed the account. Ms Ekwerike said she had “crawled up the fire stairs more than once”. Mr Babbage insisted that a key had been left at reception.`,
    wanted: [
      { content: "crawled up the fire stairs more than once", speaker: "Ngozi Ekwerike" },
      { content: "a key had been left at reception", speaker: "Colin Babbage", role: "manager" },
    ],
  },
  {
    name: "surname, title: a surname is all there is",
    text: `Two officers were called to the marina at dawn. “The boat was already under water to the wheelhouse,” Sergeant Tarrow said. A diver found no one on board.`,
    wanted: [
      {
        content: "The boat was already under water to the wheelhouse",
        speaker: "Tarrow",
        role: "Sergeant",
        accept: ["Sergeant Tarrow"],
      },
    ],
  },

  {
    name: "first-name: feature, full name once and first name afterwards",
    text: `Every morning at five, Imogen Tarleton-Wray feeds 212 alpacas on a hillside above Hexham. Her husband, Giles, does the books. “They know my car from two miles off,” Imogen says. “I have stopped being flattered by it.”`,
    wanted: [
      { content: "They know my car from two miles off", speaker: "Imogen Tarleton-Wray" },
      { content: "I have stopped being flattered by it", speaker: "Imogen Tarleton-Wray" },
    ],
  },
  {
    name: "first-name: only a first name is given, a child",
    text: `Pupils at St Aldric's planted 300 oak saplings on Saturday. “Mine has got two leaves and a beetle,” said Mia, nine. Her teacher, Joel Sandiford, said the wood would be open to the public by 2040.`,
    wanted: [
      { content: "Mine has got two leaves and a beetle", speaker: "Mia" },
      { content: "the wood would be open to the public by 2040", speaker: "Joel Sandiford", role: "teacher" },
    ],
  },
  {
    name: "first-name, same-surname: brothers told apart by first name",
    text: `Brothers Tomas and Erik Lindqvarn have not shared a kitchen since 2017, when their restaurant in Malmö burned down. Tomas said the fire was an accident. Erik disagrees. “Somebody left the fryer on, and it was not me,” Erik said.`,
    wanted: [
      { content: "the fire was an accident", speaker: "Tomas", accept: ["Tomas Lindqvarn"] },
      { content: "Somebody left the fryer on, and it was not me", speaker: "Erik Lindqvarn" },
    ],
  },

  {
    name: "nickname: in quotation marks inside the name, then used alone",
    text: `AMARILLO, Texas — William “Buck” Tannahill has shod horses for three governors. “Not one of them tipped,” Buck said, wiping his hands on a feed sack. The state paid him in vouchers.`,
    wanted: [
      { content: "Not one of them tipped", speaker: "William “Buck” Tannahill", accept: ["William Tannahill", "Buck Tannahill"] },
    ],
    absent: ["“Buck”"],
  },
  {
    name: "nickname: single marks, then surname",
    text: `Rosalind ‘Roz’ Keatley, who ran the market's last tripe stall, is to retire at 81. ‘I have sold more tripe than any woman living,’ Keatley said. ‘And I have never liked it.’`,
    wanted: [
      {
        content: "I have sold more tripe than any woman living",
        speaker: "Rosalind ‘Roz’ Keatley",
        accept: ["Rosalind Keatley", "Roz Keatley"],
      },
      { content: "And I have never liked it", speaker: "Rosalind ‘Roz’ Keatley", accept: ["Rosalind Keatley", "Roz Keatley"] },
    ],
    absent: ["‘Roz’"],
  },
  {
    name: "nickname: known as, then used as the name",
    text: `Anthony Purvis, known throughout the docks as "Spud," pleaded guilty to handling stolen copper. Outside court, Spud told reporters that he had been "a fool with a van." His barrister, Celia Noakes, asked for a suspended sentence.`,
    wanted: [{ content: "a fool with a van", speaker: "Anthony Purvis", accept: ['Anthony "Spud" Purvis'] }],
    absent: ['"Spud,"'],
  },

  {
    name: "title: prime minister taken up by nation and by office",
    text: `OSLO — Sigrun Aalvik will not send troops to the Baltic exercise, her office confirmed on Sunday after talks with the Danish defence minister, Mogens Kjærby. “We have other obligations this winter,” the Norwegian leader said. The prime minister added that the decision could be reviewed in March.`,
    wanted: [
      { content: "will not send troops to the Baltic exercise", speaker: "her office", accept: ["Sigrun Aalvik’s office"] },
      { content: "We have other obligations this winter", speaker: "Sigrun Aalvik", role: "prime minister" },
      { content: "the decision could be reviewed in March", speaker: "Sigrun Aalvik", role: "prime minister" },
    ],
  },
  {
    name: "title: the mayor and the police chief, each by office only",
    text: `Mayor Alice Fennimore and Police Chief Raymond Duquette toured the burned-out blocks together on Saturday. The mayor said federal money would arrive within days. "I will believe it when I can spend it," the chief said.`,
    wanted: [
      { content: "federal money would arrive within days", speaker: "Alice Fennimore", role: "Mayor" },
      { content: "I will believe it when I can spend it", speaker: "Raymond Duquette", role: "Police Chief" },
    ],
  },
  {
    name: "title: sports page, the former goalkeeper and the 34-year-old",
    text: `Dario Benvenga left Portwick Town on Tuesday after eleven games without a win. The former goalkeeper said he had “no bitterness at all”. “You take the job knowing how it ends,” the 34-year-old told local radio.`,
    wanted: [
      { content: "no bitterness at all", speaker: "Dario Benvenga", role: "former goalkeeper" },
      { content: "You take the job knowing how it ends", speaker: "Dario Benvenga", role: "former goalkeeper" },
    ],
  },
  {
    name: "title: the bishop and the minister, named earlier with their offices",
    text: `The Bishop of Wexcombe, the Right Rev Jocelyn Harbottle, opened the shelter with the housing minister, Anil Deshwani. The minister said it was the first of twelve. The bishop said she hoped it would not be needed for long.`,
    wanted: [
      { content: "it was the first of twelve", speaker: "Anil Deshwani", role: "housing minister" },
      { content: "she hoped it would not be needed for long", speaker: "Jocelyn Harbottle", role: "Bishop of Wexcombe" },
    ],
  },

  {
    name: "apposition-after: role after the name",
    text: `“Nobody reads the small print until the roof comes off,” said Hester Calloway, professor of insurance law at the University of Brackley. The insurers' trade body would not be interviewed.`,
    wanted: [
      {
        content: "Nobody reads the small print until the roof comes off",
        speaker: "Hester Calloway",
        role: "professor of insurance law at the University of Brackley",
      },
    ],
  },
  {
    name: "apposition-before: bare role before the name, American style",
    text: `"The suburbs are where this gets decided," Republican campaign strategist Matt Wolverton said. Democratic pollster Janine Ostrow agreed that turnout in the suburbs would be decisive.`,
    wanted: [
      { content: "The suburbs are where this gets decided", speaker: "Matt Wolverton", role: "Republican campaign strategist" },
      { content: "turnout in the suburbs would be decisive", speaker: "Janine Ostrow", role: "Democratic pollster" },
    ],
  },
  {
    name: "apposition-before: the role with its article, commas, then the name",
    text: `The airport will lose a third of its flights. The company's chief executive, Bettina Sauerland, said passengers would hardly notice. But the head of the pilots' union, Kenneth Farrow, called it “a slow closure by another name”.`,
    wanted: [
      { content: "passengers would hardly notice", speaker: "Bettina Sauerland", role: "chief executive" },
      { content: "a slow closure by another name", speaker: "Kenneth Farrow", role: "head of the pilots' union" },
    ],
  },
  {
    name: "aside: a relative clause naming another person between name and verb",
    text: `Sir Aubrey Tench, who replaced Simon Lovelock as chairman in July after a bruising contest that split the board, said the bank had turned a corner. Shares fell 4 per cent.`,
    wanted: [
      { content: "the bank had turned a corner", speaker: "Aubrey Tench", role: "chairman", accept: ["Sir Aubrey Tench"] },
    ],
  },
  {
    name: "aside: age, town, relative clause and dashes",
    text: `Joyce Abernethy, 71, of Millbrook, whose late husband Frank helped build the pier in 1962 and whose grandson Kyle now runs its arcade — at a loss, she admits — said on Thursday that she would rather see it fall into the sea than be sold.`,
    wanted: [{ content: "she would rather see it fall into the sea than be sold", speaker: "Joyce Abernethy" }],
  },
  {
    name: "aside, inverted, apposition-after: a long aside after an inverted verb, and the quotation goes on",
    text: `“There were bees in the piano,” said Magda Wieczorkowa, a tuner from Leeds who had been hired by the hotel's owner, Bruce Lattimer, to bring a 1911 grand back to life for his daughter's wedding. “About four thousand of them, I would guess.”`,
    wanted: [
      { content: "There were bees in the piano", speaker: "Magda Wieczorkowa", role: "tuner" },
      { content: "About four thousand of them", speaker: "Magda Wieczorkowa", role: "tuner" },
    ],
  },
  {
    name: "aside: while-clause about somebody else before the verb",
    text: `General Pascal Nduwimfura, speaking by telephone from the capital hours after President Elie Hakorimana had left for talks in Nairobi, said his men held the airport. “All flights are suspended,” he said.`,
    wanted: [
      { content: "his men held the airport", speaker: "Pascal Nduwimfura", role: "General" },
      { content: "All flights are suspended", speaker: "Pascal Nduwimfura", role: "General" },
    ],
  },

  {
    name: "carry-on: following paragraph of quotation without a cue",
    text: `“The bridge was never inspected in my time,” said Harold Tipping, who worked on the line for 30 years.

“We would walk under it, and bits came down on our hats. You got used to it.”`,
    wanted: [
      { content: "The bridge was never inspected in my time", speaker: "Harold Tipping" },
      { content: "We would walk under it, and bits came down on our hats", speaker: "Harold Tipping" },
    ],
  },
  {
    name: "carry-on: quotation resumes after a cue in mid-sentence",
    text: `"If the levee goes," said county engineer Dolores Pruitt, "we will have nine minutes. After that, it is boats." She has asked the state for sirens.`,
    wanted: [
      { content: "If the levee goes", speaker: "Dolores Pruitt", role: "county engineer" },
      { content: "we will have nine minutes", speaker: "Dolores Pruitt", role: "county engineer" },
    ],
  },
  {
    name: "sentence-before: the speaker is named in the sentence before, no cue at the quotation",
    text: `Ildiko Farkashazy was scathing about the verdict. “Fourteen years for a painting nobody had missed.” Her client will appeal.`,
    wanted: [{ content: "Fourteen years for a painting nobody had missed", speaker: "Ildiko Farkashazy" }],
  },
  {
    name: "sentence-before: shook her head, then spoke, with a man also in the scene",
    text: `In the kitchen of the farmhouse, Annika Brodersen shook her head at the letter her husband had brought in from the gate. “Another twelve per cent. I may as well give them the cows.”`,
    wanted: [{ content: "I may as well give them the cows", speaker: "Annika Brodersen" }],
  },
  {
    name: "sentence-before, across-paragraphs: introduced by a colonless lead-in, quotation in the next paragraph",
    text: `The strongest words of the day came from the former trade secretary, Miles Penderry.

“I have sat in that cabinet, and I tell the House that nobody in it has read this treaty.”

Members on both sides laughed.`,
    wanted: [{ content: "I have sat in that cabinet", speaker: "Miles Penderry", role: "former trade secretary" }],
  },

  {
    name: "across-paragraphs: a paragraph left open and continued, curly marks",
    text: `Tobias Grell, the expedition's doctor, described the night in a radio message.

“The tent went first, and then the stove. We dug with our hands because the shovel was in the other sledge.

“By morning there were only four of us who could stand.”

A helicopter reached the camp on Monday.`,
    wanted: [
      { content: "The tent went first, and then the stove", speaker: "Tobias Grell", role: "doctor" },
      { content: "By morning there were only four of us who could stand", speaker: "Tobias Grell", role: "doctor" },
    ],
  },
  {
    name: "across-paragraphs: left open after the cue, straight marks, woman then man",
    text: `"We knew the money was gone in April," said Lorna Hatcliffe, who kept the charity's accounts. "I told the trustees and was asked to take a holiday.

"When I came back, my computer had been wiped."

Gordon Speight, the chair of trustees, said he did not recall the conversation.`,
    wanted: [
      { content: "We knew the money was gone in April", speaker: "Lorna Hatcliffe" },
      { content: "I told the trustees and was asked to take a holiday", speaker: "Lorna Hatcliffe" },
      { content: "When I came back, my computer had been wiped", speaker: "Lorna Hatcliffe" },
      { content: "he did not recall the conversation", speaker: "Gordon Speight", role: "chair of trustees" },
    ],
  },
  {
    name: "across-paragraphs, pronoun: three open paragraphs, the cue only at the end, British single marks",
    text: `Mrs Oonagh Delahaye, 90, remembers the raid of 1941 better than last week.

‘My father carried me down the cellar steps in a coal sack.

‘He said the noise was giants moving furniture.

‘I believed him until I was eleven,’ she said.`,
    wanted: [
      { content: "My father carried me down the cellar steps", speaker: "Oonagh Delahaye" },
      { content: "I believed him until I was eleven", speaker: "Oonagh Delahaye" },
    ],
  },

  {
    name: "organisation: in a statement, then the short name",
    text: `The Corvallane Group said in a statement on Friday that it would close its Cardiff warehouse. “This decision has not been taken lightly,” the company said. About 340 jobs will go.`,
    wanted: [
      { content: "it would close its Cardiff warehouse", speaker: "The Corvallane Group", accept: ["Corvallane Group"] },
      { content: "This decision has not been taken lightly", speaker: "The Corvallane Group", accept: ["Corvallane Group"] },
    ],
  },
  {
    name: "organisation: the ministry, with a person named beside it",
    text: `SKOPJE — The interior minister, Goran Velkoski-Trpe, was flown to hospital after the crash. The ministry said his injuries were not life-threatening. Local television showed the car on its roof.`,
    wanted: [{ content: "his injuries were not life-threatening", speaker: "The ministry" }],
  },
  {
    name: "organisation: rival bodies, one by its acronym",
    text: `The Coastal Anglers' Federation (CAF) wants the quota doubled. The CAF said stocks of bass were the highest since 1988. The charity Clearwater Watch said the figures were “a fantasy”.`,
    wanted: [
      {
        content: "stocks of bass were the highest since 1988",
        speaker: "Coastal Anglers' Federation",
        accept: ["The Coastal Anglers' Federation", "The Coastal Anglers' Federation (CAF)", "Coastal Anglers' Federation (CAF)"],
      },
      { content: "a fantasy", speaker: "Clearwater Watch", accept: ["The charity Clearwater Watch"] },
    ],
  },

  {
    name: "document: a report, then it says",
    text: `A 90-page report on the dam, published on Tuesday, says engineers had warned of seepage as early as 2011. “The reservoir should have been drawn down at once,” the report says. The regional governor, Arturo Pelayez, has not read it.`,
    wanted: [
      {
        content: "engineers had warned of seepage as early as 2011",
        speaker: "A 90-page report on the dam",
        accept: ["A 90-page report", "the report"],
      },
      {
        content: "The reservoir should have been drawn down at once",
        speaker: "A 90-page report on the dam",
        accept: ["A 90-page report", "the report"],
      },
    ],
  },
  {
    name: "document, according-to: court papers about a person",
    text: `ST. LOUIS — A dentist was charged on Monday with billing for 900 fillings that were never done. Lyle Brandvold, 52, kept a second set of books in a freezer, according to the indictment. Brandvold's clinic was dark on Tuesday.`,
    wanted: [{ content: "kept a second set of books in a freezer", speaker: "the indictment" }],
  },
  {
    name: "document: a letter reads",
    text: `Parents of pupils at Ferncliff Academy were sent a letter on Thursday night. “All swimming lessons are cancelled until further notice,” the letter reads. The head, Judith Amory, was away.`,
    wanted: [{ content: "All swimming lessons are cancelled until further notice", speaker: "the letter", accept: ["a letter"] }],
  },

  {
    name: "unnamed: a senior official on condition of anonymity",
    text: `Ankara is ready to reopen the crossing, a senior official said on condition of anonymity because the talks are private. The foreign minister, Kemal Ardıçoğlu, left for Geneva without speaking to reporters.`,
    wanted: [{ content: "Ankara is ready to reopen the crossing", speaker: "a senior official" }],
  },
  {
    name: "unnamed: people familiar with the matter, and one of them",
    text: `The fund is in talks to sell its stake in Ostrava Glass, two people familiar with the matter said. “They want out before the year ends,” one of the people said. The fund's founder, Jerome Stickley, did not return a call.`,
    wanted: [
      { content: "The fund is in talks to sell its stake in Ostrava Glass", speaker: "two people familiar with the matter" },
      {
        content: "They want out before the year ends",
        speaker: "one of the people",
        accept: ["one of the people familiar with the matter"],
      },
    ],
  },
  {
    name: "unnamed: a neighbour, taken up by she",
    text: `A neighbour who did not want to be named said she heard two bangs shortly after midnight. “I thought it was the bins,” she said. The dead man, Neville Garside, lived alone.`,
    wanted: [
      {
        content: "she heard two bangs shortly after midnight",
        speaker: "A neighbour who did not want to be named",
        accept: ["A neighbour"],
      },
      { content: "I thought it was the bins", speaker: "A neighbour who did not want to be named", accept: ["A neighbour"] },
    ],
  },

  {
    name: "same-surname: spouses with courtesy titles",
    text: `Peter and Marguerite Wolstencroft have fought the bypass since 1998. Mr Wolstencroft said he had written to five ministers. Mrs Wolstencroft said she had stopped counting. “We shall outlive the planners,” she said.`,
    wanted: [
      { content: "he had written to five ministers", speaker: "Peter", accept: ["Peter Wolstencroft", "Mr Wolstencroft"] },
      { content: "she had stopped counting", speaker: "Marguerite Wolstencroft" },
      { content: "We shall outlive the planners", speaker: "Marguerite Wolstencroft" },
    ],
  },
  {
    name: "same-surname: unrelated people, full names repeated",
    text: `Two candidates named Hollings are on Tuesday's ballot. Denise Hollings, a nurse, said hospital closures drove her to run. Craig Hollings, a contractor, said he had not known of the other Hollings until the debate. “I get her mail now,” Craig Hollings said.`,
    wanted: [
      { content: "hospital closures drove her to run", speaker: "Denise Hollings", role: "nurse" },
      { content: "he had not known of the other Hollings until the debate", speaker: "Craig Hollings", role: "contractor" },
      { content: "I get her mail now", speaker: "Craig Hollings", role: "contractor" },
    ],
  },
  {
    name: "same-surname, pronoun: father and daughter, told apart by Ms and the pronoun",
    text: `Leonard Tsakiris founded the shipping line in 1961, and his daughter, Eleni Tsakiris, has run it since 2004. Ms Tsakiris told shareholders on Wednesday that the fleet would be sold. “My father would have done the same,” she said.`,
    wanted: [
      { content: "the fleet would be sold", speaker: "Eleni Tsakiris" },
      { content: "My father would have done the same", speaker: "Eleni Tsakiris" },
    ],
  },
  {
    name: "same-surname, null: bare surname that fits two councillors alike",
    text: `Councillors Alan Prewett and Graham Prewett, who are not related, both sit on the parks committee. Councillor Prewett said the bandstand would reopen in May.`,
    wanted: [{ content: "the bandstand would reopen in May", speaker: null }],
  },

  {
    name: "null, pronoun: he with two men equally near",
    text: `Peter Lankester and Owen Strake met at the depot for two hours on Friday. “There is nothing left to talk about,” he said afterwards.`,
    wanted: [{ content: "There is nothing left to talk about", speaker: null }],
  },
  {
    name: "null: an orphan quotation after a scene with many people",
    text: `Snow fell on the picket line for a third day. Lorries queued back to the roundabout, and somebody had lit a brazier.

“Seven months, and not one phone call.”

Talks are due to resume in Rotherham on Monday.`,
    wanted: [{ content: "Seven months, and not one phone call", speaker: null }],
  },
  {
    name: "null, pronoun: she where only men have been named",
    text: `Raymond Coyle and his son Dennis were rescued from the roof at noon. “The water was at the light switches,” she said.`,
    wanted: [{ content: "The water was at the light switches", speaker: null }],
  },
  {
    name: "null, pronoun: she with two women joined as subject",
    text: `Helena Brightwater and Yusra Mansouri won the doubles in straight sets in Lyon on Sunday. She said it had been the hardest match of the season.`,
    wanted: [{ content: "it had been the hardest match of the season", speaker: null }],
  },

  {
    name: "inverted: said X, added Y, asked Z",
    text: `“The choir has lost its roof, not its voice,” said Canon Edith Marrable. “We will sing in the car park,” added the organist, Julian Coe. “Has anybody got an umbrella?” asked Prudence Ling, who is 84.`,
    wanted: [
      {
        content: "The choir has lost its roof, not its voice",
        speaker: "Edith Marrable",
        role: "Canon",
        accept: ["Canon Edith Marrable"],
      },
      { content: "We will sing in the car park", speaker: "Julian Coe", role: "organist" },
      { content: "Has anybody got an umbrella", speaker: "Prudence Ling" },
    ],
  },
  {
    name: "according-to, apposition-after: at the head of the sentence",
    text: `According to Bjarne Lokkegaard, an economist at the Institute for Northern Trade in Copenhagen, the tariff will cost each household 300 kroner a year. The finance ministry has published no estimate.`,
    wanted: [
      {
        content: "the tariff will cost each household 300 kroner a year",
        speaker: "Bjarne Lokkegaard",
        role: "economist at the Institute for Northern Trade",
      },
    ],
  },
  {
    name: "according-to, organisation: at the end, with another person as subject",
    text: `Shane Corrigal, 29, was on his way home when his bicycle was struck from behind, according to the Larchmere Police Department. The driver stayed at the scene.`,
    wanted: [
      {
        content: "was on his way home when his bicycle was struck from behind",
        speaker: "the Larchmere Police Department",
        accept: ["Larchmere Police Department"],
      },
    ],
  },
  {
    name: "inverted: broadcast prose, says and explains",
    text: `“You can hear the ice before you see it,” explains Nuka Petrussenik, a hunter from Ilulissat. “It sings,” says his wife, Aviaja. Scientists will return in June.`,
    wanted: [
      { content: "You can hear the ice before you see it", speaker: "Nuka Petrussenik", role: "hunter" },
      { content: "It sings", speaker: "Aviaja", accept: ["Aviaja Petrussenik"] },
    ],
  },

  {
    name: "colon: Hale: without marks, question and answer after full names",
    text: `Reporter Nina Vasquero sat down with coach Burt Hale before the final.

Vasquero: How is the knee?

Hale: It bends when it wants to.

Vasquero: Will you coach next year?

Hale: Ask me on Sunday night.`,
    wanted: [
      { content: "How is the knee", speaker: "Nina Vasquero", role: "Reporter" },
      { content: "It bends when it wants to", speaker: "Burt Hale", role: "coach" },
      { content: "Will you coach next year", speaker: "Nina Vasquero", role: "Reporter" },
      { content: "Ask me on Sunday night", speaker: "Burt Hale", role: "coach" },
    ],
  },
  {
    name: "colon: said-colon before a full quotation",
    text: `The energy secretary, Fergus Mallaby, told the Commons: “No home will go dark this winter. I give the House that undertaking.” His opposite number, Tamsin Achebe-Cole, replied: “He gave it last winter too.”`,
    wanted: [
      { content: "No home will go dark this winter", speaker: "Fergus Mallaby", role: "energy secretary" },
      { content: "He gave it last winter too", speaker: "Tamsin Achebe-Cole" },
    ],
  },
  {
    name: "colon, title: she said, colon, quotation; officer by rank",
    text: `Detective Inspector Moira Kellaway appealed for witnesses to the robbery in Perth. She said: “Somebody saw a grey van with one headlight.” The officer added: “However small it seems, ring us.”`,
    wanted: [
      { content: "Somebody saw a grey van with one headlight", speaker: "Moira Kellaway", role: "Detective Inspector" },
      { content: "However small it seems, ring us", speaker: "Moira Kellaway", role: "Detective Inspector" },
    ],
  },

  {
    name: "name-shape: particles, taken up with the particle",
    text: `Pieter van der Meulenkamp bought the castle for one euro in 2016. “It was overpriced,” Mr van der Meulenkamp said. His neighbour, Sophie de la Brettonne, said she had not seen a light in it since.`,
    wanted: [
      { content: "It was overpriced", speaker: "Pieter van der Meulenkamp" },
      { content: "she had not seen a light in it since", speaker: "Sophie de la Brettonne", role: "neighbour" },
    ],
  },
  {
    name: "name-shape: initials, Jr. and the son's surname alone, American",
    text: `"My daddy would have fought this to the Supreme Court," said R. J. Culpepper Jr., who inherited the quarry. The county's lawyer, Anne-Marie Stokes-Bell, said that was his right. Culpepper said he would file on Monday.`,
    wanted: [
      {
        content: "My daddy would have fought this to the Supreme Court",
        speaker: "R. J. Culpepper Jr.",
        accept: ["R. J. Culpepper Jr", "R. J. Culpepper"],
      },
      { content: "that was his right", speaker: "Anne-Marie Stokes-Bell", role: "lawyer" },
      { content: "he would file on Monday", speaker: "R. J. Culpepper Jr.", accept: ["R. J. Culpepper Jr", "R. J. Culpepper"] },
    ],
  },
  {
    name: "name-shape: hyphens, O', Mac and a middle initial",
    text: `Historian Fionnuala O'Hanrahan-Pike said the letters were genuine. Angus MacSporran, who found them in a hatbox, had never doubted it. Collector Louise T. Vanterpool said she had offered six figures. “They are not for sale,” O'Hanrahan-Pike said.`,
    wanted: [
      { content: "the letters were genuine", speaker: "Fionnuala O'Hanrahan-Pike", role: "Historian" },
      { content: "she had offered six figures", speaker: "Louise T. Vanterpool", role: "Collector" },
      { content: "They are not for sale", speaker: "Fionnuala O'Hanrahan-Pike", role: "Historian" },
    ],
  },
  {
    name: "foreign-name: Slavic and Baltic spellings with marks",
    text: `VILNIUS — “The pipeline will not be mended by spring,” Energy Minister Žydrūnė Kalvaitytė-Rimš said on Monday. The plant's director, Władysław Jędrzejczyński, said crews were working at night. Kalvaitytė-Rimš said gas would be bought from Latvia.`,
    wanted: [
      { content: "The pipeline will not be mended by spring", speaker: "Žydrūnė Kalvaitytė-Rimš", role: "Energy Minister" },
      { content: "crews were working at night", speaker: "Władysław Jędrzejczyński", role: "director" },
      { content: "gas would be bought from Latvia", speaker: "Žydrūnė Kalvaitytė-Rimš", role: "Energy Minister" },
    ],
  },
  {
    name: "foreign-name: Arabic and Turkish names with al- and bin",
    text: `AMMAN — Farouk al-Dahlawi, the aid agency's local head, said the trucks had been turned back at the border. “We waited nine hours in the sun,” al-Dahlawi said. Colonel Tariq bin Saleh al-Ruwaishan said the papers were not in order.`,
    wanted: [
      {
        content: "the trucks had been turned back at the border",
        speaker: "Farouk al-Dahlawi",
        role: "the aid agency's local head",
      },
      { content: "We waited nine hours in the sun", speaker: "Farouk al-Dahlawi", role: "the aid agency's local head" },
      { content: "the papers were not in order", speaker: "Tariq bin Saleh al-Ruwaishan", role: "Colonel" },
    ],
  },
  {
    name: "foreign-name: Chinese and Korean order, family name first",
    text: `Ouyang Zhenshu, a retired signalman in Harbin, keeps 40 caged larks. “They are better company than trains,” Mr Ouyang said. His friend Baek Seong-ryul said the noise could be heard across the river. “Baek is deaf in one ear,” Mr Ouyang said.`,
    wanted: [
      { content: "They are better company than trains", speaker: "Ouyang Zhenshu", role: "retired signalman" },
      { content: "the noise could be heard across the river", speaker: "Baek Seong-ryul" },
      { content: "Baek is deaf in one ear", speaker: "Ouyang Zhenshu", role: "retired signalman" },
    ],
  },

  {
    name: "spokesperson: an unnamed spokesman for a named man",
    text: `The novelist Crispin Aldworthy has been sued by his former gardener. A spokesman for Mr Aldworthy said the claim was “without a blade of truth”. The gardener, Wayne Tubb, is asking for £80,000.`,
    wanted: [{ content: "without a blade of truth", speaker: "A spokesman for Mr Aldworthy", accept: ["A spokesman"] }],
  },
  {
    name: "spokesperson, apposition-before: X's lawyer, Y",
    text: `HOUSTON — Oil trader Dwight Sandoval-Pryce was indicted on Friday. Sandoval-Pryce's lawyer, Rebecca Thorngate, said her client would plead not guilty. "He is looking forward to his day in court," she said.`,
    wanted: [
      { content: "her client would plead not guilty", speaker: "Rebecca Thorngate", role: "Sandoval-Pryce's lawyer" },
      { content: "He is looking forward to his day in court", speaker: "Rebecca Thorngate", role: "Sandoval-Pryce's lawyer" },
    ],
  },
  {
    name: "spokesperson, inverted, apposition-after: a named spokeswoman for an organisation, taken up by surname",
    text: `“No customer data has been lost,” said Harriet Quennell, a spokeswoman for Tessera Telecom. Its chief engineer, Ruben Falk, resigned on Sunday. Quennell said his departure was unrelated.`,
    wanted: [
      { content: "No customer data has been lost", speaker: "Harriet Quennell", role: "spokeswoman for Tessera Telecom" },
      { content: "his departure was unrelated", speaker: "Harriet Quennell", role: "spokeswoman for Tessera Telecom" },
    ],
  },
  {
    name: "spokesperson, unnamed: a Northgate Water spokesperson",
    text: `Sewage reached the beach at Thornsea twice last week. A Northgate Water spokesperson said: “We are sorry for any upset caused.” The MP Rupert Claverley has called for fines.`,
    wanted: [{ content: "We are sorry for any upset caused", speaker: "A Northgate Water spokesperson" }],
  },

  {
    name: "word-name: Rose and May",
    text: `Rose Applegarth and May Durrant have shared an allotment in Hull since 1974. May said the secret was soot. “She means coffee,” Rose said. The marrows rose to 40 pounds last May.`,
    wanted: [
      { content: "the secret was soot", speaker: "May Durrant" },
      { content: "She means coffee", speaker: "Rose Applegarth" },
    ],
  },
  {
    name: "word-name: Grant, beside a grant",
    text: `TULSA, Okla. — The museum will return a $2 million grant, its director, Sheldon Grant, said on Thursday. “The strings were longer than the money,” Grant said. The grant was to have paid for a new wing.`,
    wanted: [
      { content: "The museum will return a $2 million grant", speaker: "Sheldon Grant", role: "director" },
      { content: "The strings were longer than the money", speaker: "Sheldon Grant", role: "director" },
    ],
  },
  {
    name: "word-name: Will, Mark and Price",
    text: `Will Underhay will not stand again for the council. “Eleven years is a sentence,” Will said. Mayor Stella Price said the price of losing him would be felt, and Mark Bishop, the treasurer, said he was sorry to see him go.`,
    wanted: [
      { content: "Eleven years is a sentence", speaker: "Will Underhay" },
      { content: "the price of losing him would be felt", speaker: "Stella Price", role: "Mayor" },
      { content: "he was sorry to see him go", speaker: "Mark Bishop", role: "treasurer" },
    ],
  },

  {
    name: "gender, pronoun: a woman called James",
    text: `James Farraday was the first woman to skipper the lifeboat at Polwenna, and her brother-in-law, Alec Trewin, was the first to vote against her. “He sends me a card every year now,” she said.`,
    wanted: [{ content: "He sends me a card every year now", speaker: "James Farraday" }],
  },
  {
    name: "gender, pronoun: a man called Shirley and a woman called Stevie",
    text: `Shirley Crabbe, a miner and father of six, was named after his grandfather. His doctor is Stevie Lomax, who treats half the valley from her front room. “They laughed at me until I grew,” he said. She said he had the lungs of a boy.`,
    wanted: [
      { content: "They laughed at me until I grew", speaker: "Shirley Crabbe", role: "miner" },
      { content: "he had the lungs of a boy", speaker: "Stevie Lomax", role: "doctor" },
    ],
  },
  {
    name: "gender, pronoun: a woman called Charlie and a man called Ashley, settled by earlier pronouns",
    text: `Charlie Ostergaard lost her farm to the bank in 1986 and bought it back in 2001. The banker who signed both papers was Ashley Greer, now in his eighties. “I told him to bring a better pen the second time,” she said. “I brought two,” he said.`,
    wanted: [
      { content: "I told him to bring a better pen the second time", speaker: "Charlie Ostergaard" },
      { content: "I brought two", speaker: "Ashley Greer", role: "banker" },
    ],
  },

  {
    name: "group: the two said, after two names",
    text: `Dana Whitlow and Piers Osgood resigned from the commission on Monday. In a joint letter, the two said their advice had been ignored. The commission's chair, Ruth Abelard, thanked them for their service.`,
    wanted: [{ content: "their advice had been ignored", speaker: "Dana Whitlow and Piers Osgood", accept: ["the two"] }],
  },
  {
    name: "group: critics and supporters",
    text: `Critics say the stadium will bankrupt the city. Supporters say it will pay for itself in nine years. Councilwoman Opal Reinholt has not said how she will vote.`,
    wanted: [
      { content: "the stadium will bankrupt the city", speaker: "Critics", accept: ["critics"] },
      { content: "it will pay for itself in nine years", speaker: "Supporters" },
    ],
    absent: ["how she will vote"],
  },
  {
    name: "group, same-surname: the couple and the brothers",
    text: `Neil and Bronwen Maddocks won £3 million with a ticket bought in Swansea. “We shall buy a new boiler,” the couple said in a statement. Their sons, Rhys and Gethin, said they had hoped for more than a boiler.`,
    wanted: [
      { content: "We shall buy a new boiler", speaker: "Neil and Bronwen Maddocks", accept: ["the couple"] },
      {
        content: "they had hoped for more than a boiler",
        speaker: "Rhys and Gethin",
        accept: ["Their sons, Rhys and Gethin", "Their sons"],
      },
    ],
  },

  {
    name: "dialogue, pronoun: man and woman alternate, the last two lines bare",
    text: `At the counter, Edna Furlong looked at the coin and then at Stanley Mott, who had brought it in.

“Where did you find this?” she asked.

“In a potato,” he said.

“A potato?”

“A King Edward.”`,
    wanted: [
      { content: "Where did you find this", speaker: "Edna Furlong" },
      { content: "In a potato", speaker: "Stanley Mott" },
      { content: "A potato?", speaker: "Edna Furlong" },
      { content: "A King Edward", speaker: "Stanley Mott" },
    ],
  },
  {
    name: "dialogue: judge and defendant, in one paragraph",
    text: `“Do you understand the charge?” Judge Marian Overstreet asked. “I do,” Curtis Delancey replied. “And how do you plead?” the judge asked. “Guilty, Your Honor,” he said.`,
    wanted: [
      { content: "Do you understand the charge", speaker: "Marian Overstreet", role: "Judge" },
      { content: "I do", speaker: "Curtis Delancey" },
      { content: "And how do you plead", speaker: "Marian Overstreet", role: "Judge" },
      { content: "Guilty, Your Honor", speaker: "Curtis Delancey" },
    ],
  },
  {
    name: "dialogue: cross-examination, two men, surnames then bare lines",
    text: `Under questioning by the inquiry's counsel, Hugo Lathbury KC, the former manager Trevor Ince agreed that he had signed the log.

“Did you read it first?” Mr Lathbury asked.

“I read the top page,” Mr Ince said.

“How many pages were there?”

“Sixty.”`,
    wanted: [
      { content: "he had signed the log", speaker: "Trevor Ince", role: "former manager" },
      { content: "Did you read it first", speaker: "Hugo Lathbury", role: "counsel", accept: ["Hugo Lathbury KC"] },
      { content: "I read the top page", speaker: "Trevor Ince", role: "former manager" },
      { content: "How many pages were there", speaker: "Hugo Lathbury", role: "counsel", accept: ["Hugo Lathbury KC"] },
      { content: "Sixty", speaker: "Trevor Ince", role: "former manager" },
    ],
  },

  {
    name: "long-article, surname, title: five persons, taken up far from their names",
    text: `CHARLESTON — A panel of three scientists told lawmakers on Wednesday that the harbor is rising faster than any model foresaw.

Oceanographer Priscilla Yancey showed photographs of flooded churches. Geologist Norbert Ames brought a core of mud in a tube. State Sen. Clay Rutherglen, who leads the committee, kept the session to an hour, and the governor, Elaine Poindexter, watched from the gallery.

"This mud is younger than my truck," Ames said.

Rutherglen asked how much a wall would cost.

"More than this building and everything in it," Yancey said. "And it would be too short by 2050."

The governor said afterward that she would ask for $400 million.`,
    wanted: [
      { content: "the harbor is rising faster than any model foresaw", speaker: "A panel of three scientists" },
      { content: "This mud is younger than my truck", speaker: "Norbert Ames", role: "Geologist" },
      { content: "how much a wall would cost", speaker: "Clay Rutherglen", role: "State Sen." },
      { content: "More than this building and everything in it", speaker: "Priscilla Yancey", role: "Oceanographer" },
      { content: "And it would be too short by 2050", speaker: "Priscilla Yancey", role: "Oceanographer" },
      { content: "she would ask for $400 million", speaker: "Elaine Poindexter", role: "governor" },
    ],
  },
  {
    name: "long-article, pronoun, carry-on: profile with one she among men, pronoun carries through paragraphs",
    text: `Few outside Turin had heard of Ornella Passavanti before she bought the newspaper in 2019.

Its editor, Fabrizio Lombroso, left within a week. Two of his deputies, Carlo Menna and Ivo Strada, followed him. The printer, Aldo Grigio, stayed because nobody else would have him.

“I did not fire anyone,” she says, pouring coffee in the old composing room. “They saw the accounts and fired themselves.”

Circulation has doubled since. She says the crossword did it.`,
    wanted: [
      { content: "I did not fire anyone", speaker: "Ornella Passavanti" },
      { content: "They saw the accounts and fired themselves", speaker: "Ornella Passavanti" },
      { content: "the crossword did it", speaker: "Ornella Passavanti" },
    ],
  },
  {
    name: "long-article, unnamed, organisation: court story with police, a cousin, a lawyer and the accused",
    text: `A bus driver accused of leaving 14 passengers on a moor in a snowstorm appeared before magistrates in Inverness on Tuesday.

Fraser Dalgetty, 58, spoke only to confirm his address. His solicitor, Una Pettigrew, said he had gone for help on foot. A cousin, who asked not to be identified, said he was “the gentlest man in the glen”.

Strathmoor Coaches said it had suspended him. “We await the outcome of the case,” the firm said.

Ms Pettigrew said he would contest the charge.`,
    wanted: [
      { content: "he had gone for help on foot", speaker: "Una Pettigrew", role: "solicitor" },
      { content: "the gentlest man in the glen", speaker: "A cousin", accept: ["A cousin, who asked not to be identified"] },
      { content: "it had suspended him", speaker: "Strathmoor Coaches" },
      { content: "We await the outcome of the case", speaker: "Strathmoor Coaches" },
      { content: "he would contest the charge", speaker: "Una Pettigrew", role: "solicitor" },
    ],
  },

  {
    name: "denial: did not say that, refused to say whether",
    text: `Finance chief Bernard Holroyd did not say that the pension fund was empty. He refused to say whether it would be closed to new staff. The union's leader, Gail Tremlett, walked out.`,
    wanted: [],
    absent: ["it would be closed to new staff", "the pension fund was empty"],
  },
  {
    name: "denial: never said, with an accuser named",
    text: `Her rival, Scott Bellamore, has made the bridge the centre of his campaign. But Commissioner Yvette Langlois never said the bridge was safe. She denied having met the contractor.`,
    wanted: [{ content: "having met the contractor", speaker: "Yvette Langlois", role: "Commissioner" }],
    absent: ["the bridge was safe"],
  },
  {
    name: "denial, organisation: declined to say how many; a question put by a named man",
    text: `Orrin Tate, a shareholder, asked whether the mine had been insured. Kestrel Copper would not say whether it had. The company declined to say how many men were underground.`,
    wanted: [{ content: "whether the mine had been insured", speaker: "Orrin Tate", role: "shareholder" }],
    absent: ["how many men were underground", "whether it had"],
  },
  {
    name: "denial: direct denial quoted, the accusation belongs to another",
    text: `Maureen Sphinx-Hall claimed that the vicar, Lionel Gaskarth, had sold the lead from the roof. “I have never sold so much as a hymn book,” he said. He denied that he owned a ladder.`,
    wanted: [
      { content: "had sold the lead from the roof", speaker: "Maureen Sphinx-Hall" },
      { content: "I have never sold so much as a hymn book", speaker: "Lionel Gaskarth", role: "vicar" },
      { content: "he owned a ladder", speaker: "Lionel Gaskarth", role: "vicar" },
    ],
  },

  {
    name: "absent-work: titles of a novel, a film and a song",
    text: `The author of “The Salt Ledger” and “Nine Winters at Sea” will read at the library on Thursday. Clementine Ashgrove-Voss wrote both in a caravan. “I had no heating and no excuses,” she said. Her play “Borrowed Boots” opens in Bath next year.`,
    wanted: [{ content: "I had no heating and no excuses", speaker: "Clementine Ashgrove-Voss" }],
    absent: ["The Salt Ledger", "Nine Winters at Sea", "Borrowed Boots"],
  },
  {
    name: "absent-scare, surname: scare quotes and a brand of product",
    text: `The “free” parking at the new “village” costs £9 a day. Shopper Dermot Haughey parked there by mistake. Haughey said the signs were hidden behind a hedge. A so-called “loyalty card” brings the price down to £8.`,
    wanted: [{ content: "the signs were hidden behind a hedge", speaker: "Dermot Haughey", role: "Shopper" }],
    absent: ["free", "village", "loyalty card"],
  },
  {
    name: "absent-sign: placards, a sign on a door and a T-shirt",
    text: `Marchers in Leipzig carried placards reading “Bread Before Bombs” and “Enough”. A sign on the bank's door read “Closed for Training”. One of the organisers, Henrike Vossberg, said 20,000 people had come. Her T-shirt bore the words “Ask Me Later”.`,
    wanted: [{ content: "20,000 people had come", speaker: "Henrike Vossberg" }],
    absent: ["Bread Before Bombs", "Enough", "Closed for Training", "Ask Me Later"],
  },
  {
    name: "absent-lyric: song lyrics and a hymn",
    text: `As the coffin was carried out, the band struck up the club's anthem. “Roll on, old river, roll me to my door,” the loudspeakers sang. Captain Desmond Achterlonie wept openly. “He taught me to tackle,” Achterlonie said of the dead man.`,
    wanted: [{ content: "He taught me to tackle", speaker: "Desmond Achterlonie", role: "Captain" }],
    absent: ["Roll on, old river, roll me to my door"],
  },
  {
    name: "nested: a quotation inside a quotation, double outside, single inside",
    text: `“My boss came in at noon and said, ‘Clear your desks by one,’ and that was the end of it,” said Petra Lindenhall, who had worked there since 1999. Sixty people lost their jobs.`,
    wanted: [{ content: "and that was the end of it", speaker: "Petra Lindenhall" }],
    absent: ["Clear your desks by one"],
  },
  {
    name: "nested: single outside, double inside, British",
    text: `‘The officer looked at the tortoise and asked me, “Is it licensed?” and I honestly did not know,’ said Basil Thwaite, 66, of Frome. The tortoise has since been returned.`,
    wanted: [{ content: "The officer looked at the tortoise", speaker: "Basil Thwaite" }],
    absent: ["Is it licensed"],
  },
  {
    name: "nested, colon: straight marks, quoting a third person by name",
    text: `Coach Renata Villaseca recalled the talk at half-time. "I said to them, 'Play like nobody has paid,' and they went out and scored five," Villaseca said. Her captain, Jo Brandvik, scored three of them.`,
    wanted: [{ content: "and they went out and scored five", speaker: "Renata Villaseca", role: "Coach" }],
    absent: ["Play like nobody has paid"],
  },
  {
    name: "absent-headline, absent-byline: headline with marks and a byline above the story",
    text: `Minister ‘ready to quit’ over ferry contract

By Alastair Crumley, Transport Correspondent

The ferries minister, Morag Stenhouse, said on Monday that she would stay in her post. “I have boats to build,” she said.`,
    wanted: [
      { content: "she would stay in her post", speaker: "Morag Stenhouse", role: "ferries minister" },
      { content: "I have boats to build", speaker: "Morag Stenhouse", role: "ferries minister" },
    ],
    absent: ["ready to quit", "By Alastair Crumley"],
  },
  {
    name: "absent-caption, absent-byline: a caption and an agency byline",
    text: `By LUCINDA BARROW-FINCH

Photo caption: Workers lift the statue known as “The Sleeping Clerk” from its plinth in Ghent on Friday. (Photograph: Tom Eeckhaut)

GHENT, Belgium — The statue had leaned for a century. “It was held up by ivy,” said the city's restorer, Griet Vandamme-Loos.`,
    wanted: [{ content: "It was held up by ivy", speaker: "Griet Vandamme-Loos", role: "restorer" }],
    absent: ["Workers lift the statue", "The Sleeping Clerk", "By LUCINDA BARROW-FINCH"],
  },
  {
    name: "absent-scare, absent-work, document: a study, its title and a term in quotation marks",
    text: `Sleeping with a window open may sharpen the memory, according to a study published on Monday. The paper, “Night Air and Recall”, followed 800 adults in Utrecht. Its lead author, Jantine Wesselbeek, said the effect was small. She calls it “the window bonus” in her lectures.`,
    wanted: [
      {
        content: "Sleeping with a window open may sharpen the memory",
        speaker: "a study published on Monday",
        accept: ["a study"],
      },
      { content: "the effect was small", speaker: "Jantine Wesselbeek", role: "lead author" },
    ],
    absent: ["Night Air and Recall"],
  },
  {
    name: "title, pronoun: a nation's leader, two leaders in the story",
    text: `Duarte Falcão-Mendes of Portugal and Ilse Bruckenthal of Austria dined in Lisbon on Saturday. The Portuguese leader said the rescue fund was “within reach”. The Austrian chancellor said she had heard that before.`,
    wanted: [
      { content: "within reach", speaker: "Duarte Falcão-Mendes" },
      { content: "she had heard that before", speaker: "Ilse Bruckenthal", role: "Austrian chancellor" },
    ],
  },
  {
    name: "title: the Georgian president, then the president, with his foreign minister beside him",
    text: `TBILISI — Georgian President Vakhtang Jorbenadzeli dismissed his foreign minister, Nestan Kvirkvaia, on Monday night. “The post requires a quiet voice,” the president said. The former minister told reporters that she had learned of it from the radio.`,
    wanted: [
      { content: "The post requires a quiet voice", speaker: "Vakhtang Jorbenadzeli", role: "Georgian President" },
      { content: "she had learned of it from the radio", speaker: "Nestan Kvirkvaia", role: "foreign minister" },
    ],
  },
  {
    name: "absent-lyric, absent-work: a pop song's line and its title",
    text: `The chorus of “Paper Lanterns” is known in every bar in Manila. Its refrain, “hold me till the ferry's gone”, was written on a bus ticket. Marisol Dimaculangan, who sang it first, said she had never been paid a peso.`,
    wanted: [{ content: "she had never been paid a peso", speaker: "Marisol Dimaculangan" }],
    absent: ["Paper Lanterns", "hold me till the ferry's gone"],
  },
  {
    name: "absent-headline, absent-byline: a headline that looks like a statement, American",
    text: `Sheriff: 'We Will Find the Goat'

By Patrice Dunnigan
Staff Writer

BUTTE, Mont. — Sheriff Leland Hobart widened his search on Tuesday for a goat missing from the county fair. "She cannot have gone far," Hobart said. "She does not like hills."`,
    wanted: [
      { content: "She cannot have gone far", speaker: "Leland Hobart", role: "Sheriff" },
      { content: "She does not like hills", speaker: "Leland Hobart", role: "Sheriff" },
    ],
    absent: ["We Will Find the Goat", "By Patrice Dunnigan"],
  },
];
