/** What a cue tells of its content. */
export type CueClass = "speech" | "judgement" | "request" | "commitment" | "denial" | "question" | "thought" | "finding";

/**
 * What follows a cue verb and is its content:
 * `clause` "said (that) he would go"; `that` only with the word; `wh` "asked whether"; `object` "stressed the need"; `to` "vowed to go";
 * `whom` somebody stands before the clause ("told reporters that"); `whom-to` "urged them to go"; `as` "referred to it as"; `describe` "called it dead";
 * any other word is a preposition the content follows ("warned of"). Every cue takes quotations.
 */
export type Frames = ReadonlySet<string>;

export interface Cue {
  readonly class: CueClass;
  readonly frames: Frames;
  /** May stand before its speaker after the content: "..., said Ann Lee". */
  readonly inverts: boolean;
}

interface CueGroup {
  readonly name: string;
  readonly class: CueClass;
  /** Where the group comes from, or why it is one. */
  readonly reason: string;
  readonly inverts?: boolean;
  /** Lemmas, each with its frames. */
  readonly verbs: string;
}

/** Verbs by lemma. Groups take their names and cores from VerbNet's classes; a verb's frames are those in which news writing uses it to report (PolNeAR, train part). */
const CUE_GROUPS: readonly CueGroup[] = [
  {
    name: "saying",
    class: "speech",
    reason: "VerbNet say-37.7: the neutral verbs of reporting",
    inverts: true,
    verbs:
      "say clause wh, add clause, note clause wh object, state clause, remark clause, observe that, " +
      "report clause object, announce clause object, declare clause object, proclaim clause object, " +
      "write clause about, tweet clause, retweet that, post that, text that, email that, continue, conclude clause, " +
      "comment that on, recall clause wh object, recount clause wh object, read, begin, relate that",
  },
  {
    name: "telling",
    class: "speech",
    reason: "VerbNet tell-37.2: the listener stands before the content; never inverted",
    verbs: "tell whom whom-to whom-wh",
  },
  {
    name: "manner of speaking",
    class: "speech",
    reason: "VerbNet manner_speaking-37.3: they report how it sounded",
    inverts: true,
    verbs:
      "shout that, yell that, cry that, chant that, scream that, exclaim that, whisper that, mutter that, " +
      "murmur that, joke clause about, quip clause, crack, deadpan, interject, interrupt, intone that, bellow that, " +
      "growl that, sigh, sing, laugh, smile, muse that, gush that, fume that, thunder that",
  },
  {
    name: "asserting",
    class: "speech",
    reason: "VerbNet conjecture-29.5 and indicate-78: the speaker stands behind the claim",
    inverts: true,
    verbs:
      "argue clause for against, claim clause, insist clause on, maintain that, contend clause, " +
      "assert clause object, allege clause, affirm that object, reaffirm that object, aver clause, opine clause, " +
      "posit that object, reiterate clause object, repeat that object, stress clause object, " +
      "emphasize clause object, underscore clause object, underline that object, highlight that object, " +
      "suggest clause object, imply clause, indicate clause, signal that, hint that at, predict clause object, " +
      "forecast that object, project that, estimate clause, speculate that, " +
      "warn clause of about against whom whom-to, caution clause of about against whom whom-to, " +
      "boast clause of about, brag clause of about, lament clause object, bemoan that object, " +
      "complain clause about of, protest that, testify clause, swear that, stipulate that, specify that, " +
      "caveat that, theorize that, counter clause, respond that, reply that, retort that, rebut that, shrug that, " +
      "object that, concede clause object, acknowledge clause object, admit clause, confess clause, grant that, " +
      "allow that, confirm clause object, clarify that, explain clause wh object, elaborate, disclose clause object, " +
      "reveal clause, divulge that, inform whom, notify whom, advise that whom whom-to, assure whom, reassure whom, " +
      "remind whom, mention that, venture, volunteer that, offer, agree that, disagree that, charge that, " +
      "tout object, trumpet object, detail object, outline object, cite object, quote object",
  },
  {
    name: "judging",
    class: "judgement",
    reason: "VerbNet judgment-33.1: the words of praise and blame are what was said",
    verbs:
      "praise object, laud object, hail object, applaud object, commend object, thank object, congratulate object, " +
      "welcome object, extol object, salute object, criticize object, condemn object, denounce object, decry object, " +
      "deplore object, deride object, slam object, blast object, assail object, mock object, ridicule object, " +
      "disparage object, lambast object, lambaste object, chide object, rebuke object, castigate object, " +
      "disavow object, dismiss object, accuse object, blame object, call describe, describe object, " +
      "characterize object, portray object, label describe, dub describe, brand describe, deem describe, " +
      "rail against, apologize for",
  },
  {
    name: "asking for",
    class: "request",
    reason: "VerbNet urge-58.1 and order-58.3: what is asked for is the content",
    verbs:
      "urge whom-to object that, demand clause object to, propose that object to, recommend that object, " +
      "advocate that object for, plead for, beg whom-to for, implore whom-to, exhort whom-to, call for on, " +
      "press for, appeal for, order whom-to that, instruct whom-to that, encourage whom-to, ask whom-to for, " +
      "request that",
  },
  {
    name: "committing",
    class: "commitment",
    reason: "VerbNet promise-37.13: what is promised or threatened is the content",
    inverts: true,
    verbs: "promise clause to whom object, vow clause to object, pledge clause to, threaten that to, guarantee that",
  },
  {
    name: "denying",
    class: "denial",
    reason: "VerbNet say-37.7 and reject verbs: the content is what is held to be false",
    verbs: "deny clause object, reject object, dispute that object, refute that object, rebuff object",
  },
  {
    name: "asking",
    class: "question",
    reason: "VerbNet inquire-37.1.2: the content is a question",
    inverts: true,
    verbs: "ask wh whom whom-wh, wonder wh, inquire wh, query wh, question wh object, demand wh",
  },
  {
    name: "thinking",
    class: "thought",
    reason: "VerbNet conjecture-29.5 and want-32.1: reported, yet not said; kept with less confidence",
    verbs:
      "believe clause, think clause, hope clause for to, fear clause, worry clause about, feel that, " +
      "expect clause whom-to object, doubt clause, suspect clause, want to whom-to object, prefer to object, " +
      "oppose object, support object, favor object, endorse object, defend object, recognize that, anticipate that, " +
      "assume that, realize that, decide that to, plan to, intend to, seek to, view as, see as, regard as, " +
      "consider as",
  },
  {
    name: "finding",
    class: "finding",
    reason: "VerbNet indicate-78: documents, polls and studies speak by them",
    verbs: "show that, find that, demonstrate that, learn that, determine that, rule that",
  },
];

/** Fixed expressions by their first lemma; the content follows them as the frames say. */
const CUE_PHRASES: readonly {
  readonly words: string;
  readonly class: CueClass;
  readonly frames: string;
  readonly reason: string;
}[] = [
  { words: "make clear", class: "speech", frames: "that wh", reason: "a saying without a verb of saying" },
  { words: "make it clear", class: "speech", frames: "that wh", reason: "the same with a filler" },
  { words: "point out", class: "speech", frames: "clause object", reason: "phrasal verb of saying" },
  { words: "point to", class: "speech", frames: "object", reason: "phrasal verb of saying" },
  { words: "go on to say", class: "speech", frames: "clause", reason: "the infinitive is what happened" },
  { words: "go on", class: "speech", frames: "", reason: "continues a quotation" },
  { words: "shoot back", class: "speech", frames: "", reason: "answers with a quotation" },
  { words: "fire back", class: "speech", frames: "", reason: "answers with a quotation" },
  { words: "put it", class: "speech", frames: "", reason: "as somebody put it" },
  { words: "call for", class: "request", frames: "object", reason: "phrasal verb of asking" },
  { words: "call on", class: "request", frames: "whom-to", reason: "phrasal verb of asking" },
  { words: "refer to", class: "judgement", frames: "as", reason: "describes as" },
  { words: "talk about", class: "speech", frames: "object wh", reason: "names the topic" },
  { words: "speak about", class: "speech", frames: "object wh", reason: "names the topic" },
  { words: "speak of", class: "speech", frames: "object", reason: "names the topic" },
  { words: "argue for", class: "speech", frames: "object", reason: "argues" },
  { words: "push for", class: "request", frames: "object", reason: "asks for" },
];

/** Verbs that only tell of the saying when the thing they take is named by a cue noun: "expressed hope that", "voiced support for". */
export const LIGHT_VERBS: ReadonlySet<string> = new Set([
  "express",
  "voice",
  "give",
  "issue",
  "offer",
  "make",
  "release",
  "raise",
  "declare",
  "announce",
  "repeat",
  "reiterate",
]);

/** Nouns of attitude and saying that carry a light verb's content after a preposition or "that". */
export const CUE_NOUNS: ReadonlySet<string> = new Set(
  "hope support concern concerns confidence regret doubt doubts opposition belief optimism dismay frustration disappointment gratitude fear fears skepticism scepticism condolences sympathy willingness readiness alarm anger outrage satisfaction thanks interest reservations solidarity appreciation surprise certainty claim case point argument warning assertion call promise pledge".split(
    " ",
  ),
);

/** What is issued or given when somebody speaks: a statement saying that. Its own subject is the speaker. */
export const CUE_DOCUMENTS: ReadonlySet<string> = new Set(
  "statement letter email e-mail message tweet post note memo release interview speech remark comment text".split(" "),
);

/** What bears words that nobody says: a quotation they show is no statement. */
export const SIGNS: ReadonlySet<string> = new Set(
  "sign board banner placard poster billboard sticker plaque shirt t-shirt hat cap headline caption slogan inscription graffiti tattoo label title".split(
    " ",
  ),
);

/** With these before it a verb of saying tells that something was not said. */
export const NEGATIONS: ReadonlySet<string> = new Set(["not", "n't", "never", "hardly", "barely", "neither", "nor", "without"]);
export const REFUSALS: ReadonlySet<string> = new Set([
  "decline",
  "refuse",
  "fail",
  "forget",
  "avoid",
  "stop",
  "refrain",
  "hesitate",
  "neglect",
]);

const cues = new Map<string, Cue[]>();
for (const group of CUE_GROUPS)
  for (const entry of group.verbs.split(", ")) {
    const [verb, ...frames] = entry.split(" ");
    const cue = { class: group.class, frames: new Set(frames), inverts: group.inverts ?? false };
    cues.set(verb!, [...(cues.get(verb!) ?? []), cue]);
  }

const NONE: readonly Cue[] = [];

/** The senses of a verb, most usual first; none for a verb that reports nothing. */
export const cuesOf = (lemma: string): readonly Cue[] => cues.get(lemma) ?? NONE;

/** A fixed expression: what follows its verb, and its sense. */
export interface CuePhrase {
  readonly rest: readonly string[];
  readonly senses: readonly Cue[];
}

const phrases = new Map<string, CuePhrase[]>();
for (const { words, class: kind, frames } of CUE_PHRASES) {
  const [verb, ...rest] = words.split(" ");
  const sense = { class: kind, frames: new Set(frames.split(" ").filter(Boolean)), inverts: false };
  phrases.set(verb!, [...(phrases.get(verb!) ?? []), { rest, senses: [sense] }]);
}

/** The fixed expressions a verb begins, if any. */
export const phrasesOf = (lemma: string): readonly CuePhrase[] | undefined => phrases.get(lemma);
