/**
 * Every change of the embedded library's shape, in order. The number of a migration is its place, counted from 1, and the file
 * remembers the last one in `user_version`: never change or remove one that has been released, add the next.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE workspace (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

  CREATE TABLE article (
    key INTEGER PRIMARY KEY, -- see keys.ts: ordered by workspace and date
    workspace INTEGER NOT NULL REFERENCES workspace (key) ON DELETE CASCADE,
    id TEXT NOT NULL,
    title TEXT,
    outlet TEXT,
    published_at INTEGER, -- milliseconds since 1970, UTC
    url TEXT,
    file TEXT,
    text_hash TEXT NOT NULL, -- of the words, whatever the white space
    sentences TEXT NOT NULL, -- JSON: start, end, start, end, ...
    text TEXT NOT NULL,
    UNIQUE (workspace, id),
    UNIQUE (workspace, text_hash)
  ) STRICT;

  -- A name as printed; it stays as long as a statement or a decision has it.
  CREATE TABLE speaker (
    key INTEGER PRIMARY KEY, -- see keys.ts: ordered by workspace
    workspace INTEGER NOT NULL REFERENCES workspace (key) ON DELETE CASCADE,
    name TEXT NOT NULL,
    folded TEXT NOT NULL, -- terms.ts
    statements INTEGER NOT NULL, -- those that are not unsure
    whole INTEGER NOT NULL, -- 0 for a bare surname or initial
    person INTEGER, -- the same number for names that are one speaker (identity.ts); null for unnamed sources
    UNIQUE (workspace, name)
  ) STRICT;
  CREATE INDEX speaker_person ON speaker (person) WHERE person IS NOT NULL;

  -- Where a name can meet others that may be one speaker with it (identity.ts).
  CREATE TABLE speaker_meeting (
    workspace INTEGER NOT NULL REFERENCES workspace (key) ON DELETE CASCADE,
    place TEXT NOT NULL,
    speaker INTEGER NOT NULL REFERENCES speaker (key) ON DELETE CASCADE,
    PRIMARY KEY (workspace, place, speaker)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX speaker_meeting_speaker ON speaker_meeting (speaker);

  -- What people decided: speaker was merged into other, or split from it. At most one row a pair.
  CREATE TABLE speaker_decision (
    speaker INTEGER NOT NULL REFERENCES speaker (key) ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES speaker (key) ON DELETE CASCADE,
    one INTEGER NOT NULL CHECK (one IN (0, 1)),
    PRIMARY KEY (speaker, other)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX speaker_decision_other ON speaker_decision (other);

  CREATE TABLE topic (
    workspace INTEGER NOT NULL REFERENCES workspace (key) ON DELETE CASCADE,
    name TEXT NOT NULL,
    folded TEXT NOT NULL, -- see terms.ts
    statements INTEGER NOT NULL,
    PRIMARY KEY (workspace, name)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX topic_most ON topic (workspace, statements DESC, name);
  CREATE INDEX topic_beginning ON topic (workspace, substr(folded, 1, 4));
  CREATE INDEX topic_end ON topic (workspace, substr(folded, -4));

  CREATE TABLE statement (
    key INTEGER PRIMARY KEY, -- see keys.ts: ordered by workspace and date
    article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('direct', 'mixed', 'indirect')),
    content TEXT NOT NULL, -- JSON: start, end, start, end, ...
    cue TEXT, -- JSON: start, end
    source TEXT, -- JSON: start, end
    mentions TEXT NOT NULL, -- JSON: strings
    speaker INTEGER REFERENCES speaker (key),
    role TEXT,
    confidence REAL NOT NULL
  ) STRICT;
  CREATE INDEX statement_article ON statement (article);
  CREATE INDEX statement_speaker ON statement (speaker);

  -- Contentless: they hold folded words (terms.ts) and give back row numbers alone.
  CREATE VIRTUAL TABLE statement_text USING fts5 (
    said, around, speaker, speaker_key, content = '', contentless_delete = 1, tokenize = 'porter unicode61'
  );
  CREATE VIRTUAL TABLE speaker_text USING fts5 (
    name, content = '', contentless_delete = 1, tokenize = 'porter unicode61'
  );
  CREATE VIRTUAL TABLE article_text USING fts5 (
    title, body, content = '', contentless_delete = 1, tokenize = 'porter unicode61'
  );
  `,
  `
  ALTER TABLE article ADD COLUMN language TEXT; -- ISO 639; null for what was stored before, which was read as English
  `,
  `
  ALTER TABLE article ADD COLUMN author TEXT; -- all names in one line
  ALTER TABLE article ADD COLUMN modified_at INTEGER; -- as published_at
  `,
  `
  -- What all who follow it share; see feed-store.ts. Instants in milliseconds since 1970, UTC.
  CREATE TABLE feed (
    key INTEGER PRIMARY KEY,
    address TEXT NOT NULL UNIQUE,
    title TEXT,
    etag TEXT,
    last_modified TEXT,
    wishes TEXT NOT NULL, -- JSON
    pace INTEGER, -- milliseconds
    next_poll INTEGER, -- null for a feed that is asked no more
    asked_at INTEGER,
    answered_at INTEGER,
    failures INTEGER NOT NULL DEFAULT 0, -- in a row; with none the next three are null
    failing_since INTEGER,
    status INTEGER,
    problem TEXT,
    claimed_by TEXT,
    claimed_until INTEGER
  ) STRICT;
  CREATE INDEX feed_due ON feed (next_poll) WHERE next_poll IS NOT NULL;

  CREATE TABLE follow (
    key INTEGER PRIMARY KEY,
    workspace INTEGER NOT NULL REFERENCES workspace (key) ON DELETE CASCADE,
    feed INTEGER NOT NULL REFERENCES feed (key) ON DELETE CASCADE,
    platform TEXT NOT NULL,
    channel TEXT NOT NULL,
    by TEXT NOT NULL,
    since INTEGER NOT NULL,
    told INTEGER NOT NULL DEFAULT 0, -- whether its channel was told that the feed is not to be read
    UNIQUE (workspace, feed)
  ) STRICT;
  CREATE INDEX follow_feed ON follow (feed);

  -- The entries that are done with for one follower, or will be tried again.
  CREATE TABLE seen_entry (
    follow INTEGER NOT NULL REFERENCES follow (key) ON DELETE CASCADE,
    entry TEXT NOT NULL,
    version TEXT NOT NULL,
    article TEXT, -- the id of what was stored, if anything was
    attempts INTEGER NOT NULL, -- in vain; 0 for what is done with
    at INTEGER NOT NULL,
    PRIMARY KEY (follow, entry)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX seen_entry_at ON seen_entry (follow, at);
  `,
  `
  CREATE TABLE story (
    key INTEGER PRIMARY KEY,
    workspace INTEGER NOT NULL REFERENCES workspace (key) ON DELETE CASCADE,
    articles INTEGER NOT NULL, -- without copies
    first INTEGER, -- milliseconds since 1970, UTC, of its first and last dated articles
    last INTEGER,
    terms BLOB NOT NULL, -- its centre (telling.ts), as integers and floats of 32 bits
    weights BLOB NOT NULL
  ) STRICT;
  CREATE INDEX story_newest ON story (workspace, articles > 1, last);

  ALTER TABLE article ADD COLUMN story INTEGER REFERENCES story (key);
  CREATE INDEX article_story ON article (story);
  CREATE INDEX article_url ON article (workspace, url) WHERE url IS NOT NULL;
  CREATE INDEX article_outlet ON article (workspace, outlet);

  -- Articles of a library from before there were stories, which get theirs a few at a time (stories.ts).
  CREATE TABLE unsettled (article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE) STRICT;
  INSERT INTO unsettled SELECT key FROM article;

  -- What later articles are compared with; numbered as articles come in.
  CREATE TABLE arrival (
    number INTEGER PRIMARY KEY,
    article INTEGER NOT NULL UNIQUE REFERENCES article (key) ON DELETE CASCADE,
    fingerprints INTEGER NOT NULL, -- how many
    terms BLOB NOT NULL, -- empty for a copy
    weights BLOB NOT NULL
  ) STRICT;

  -- The newest arrivals that are looked up by a term (settle.ts), as integers of 32 bits.
  CREATE TABLE term_holders (
    workspace INTEGER NOT NULL REFERENCES workspace (key) ON DELETE CASCADE,
    term INTEGER NOT NULL,
    arrivals BLOB NOT NULL,
    PRIMARY KEY (workspace, term)
  ) STRICT, WITHOUT ROWID;

  -- In how many articles of a library a term stands, by estimate (settle.ts).
  CREATE TABLE term_count (
    workspace INTEGER NOT NULL REFERENCES workspace (key) ON DELETE CASCADE,
    term INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (workspace, term)
  ) STRICT, WITHOUT ROWID;
  ALTER TABLE workspace ADD COLUMN counted INTEGER NOT NULL DEFAULT 0; -- articles that term_count stands for

  -- Where the same words stand (shingles.ts).
  CREATE TABLE fingerprint (
    workspace INTEGER NOT NULL REFERENCES workspace (key) ON DELETE CASCADE,
    hash INTEGER NOT NULL,
    arrival INTEGER NOT NULL,
    PRIMARY KEY (workspace, hash, arrival)
  ) STRICT, WITHOUT ROWID;

  -- An article that says what another says: while the other is there it is kept and not listed, and its words find the other. Its
  -- text_hash ends with its id where its words are wholly the other's.
  CREATE TABLE copy (
    article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
    of INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE
  ) STRICT;
  CREATE INDEX copy_of ON copy (of);

  -- A statement that another article carries as well: it is shown once, with the outlets of all.
  CREATE TABLE repetition (
    statement INTEGER NOT NULL REFERENCES statement (key) ON DELETE CASCADE, -- the one that is shown
    article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    said TEXT NOT NULL -- JSON: the statement as that article has it
  ) STRICT;
  CREATE INDEX repetition_statement ON repetition (statement);
  CREATE INDEX repetition_article ON repetition (article);

  -- An earlier text of an article, and what the one after it changed.
  CREATE TABLE version (
    article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    replaced_at INTEGER NOT NULL, -- milliseconds since 1970, UTC
    id TEXT NOT NULL, -- the article's id then
    text_hash TEXT NOT NULL,
    title TEXT,
    url TEXT,
    published_at INTEGER,
    added INTEGER NOT NULL, -- statements that are not unsure
    gone INTEGER NOT NULL,
    lost TEXT NOT NULL -- JSON: the sentences that are not in the text after it, with who said something in them
  ) STRICT;
  CREATE INDEX version_article ON version (article, replaced_at);
  CREATE INDEX version_id ON version (id);
  CREATE INDEX version_url ON version (url) WHERE url IS NOT NULL;
  `,
  `
  ALTER TABLE version ADD COLUMN changed_at INTEGER; -- when the text after it says that it was changed
  `,
  `
  ALTER TABLE follow ADD COLUMN telling_until INTEGER; -- until then somebody has its notice in hand (claimed_until)
  `,
  `
  ALTER TABLE version ADD COLUMN gained TEXT; -- JSON, as lost: the sentences that only the text after it has; null from before they were kept
  `,
  `
  -- An answer that was given, for its buttons.
  CREATE TABLE session (
    id TEXT PRIMARY KEY,
    workspace INTEGER NOT NULL REFERENCES workspace (key) ON DELETE CASCADE,
    content TEXT NOT NULL,
    until INTEGER NOT NULL -- milliseconds since 1970, UTC
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX session_until ON session (until);
  `,
  `
  CREATE INDEX session_workspace ON session (workspace, until);
  `,
  `
  -- Everything that came in is numbered, over all libraries, in the order in which it came: a clock can go back, this cannot.
  CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  INSERT INTO counter (name, value) VALUES ('arrival', 0);
  ALTER TABLE article ADD COLUMN arrived INTEGER NOT NULL DEFAULT 0; -- 0 for what came before this was counted
  ALTER TABLE article ADD COLUMN arrived_at INTEGER; -- milliseconds since 1970, UTC
  ALTER TABLE article ADD COLUMN changed INTEGER; -- the arrival of its last later version; null while there is none
  UPDATE article SET arrived_at = CAST(unixepoch('subsec') * 1000 AS INTEGER);
  ALTER TABLE statement ADD COLUMN arrived INTEGER NOT NULL DEFAULT 0; -- stays through later versions of its article that have it too
  CREATE INDEX article_arrived ON article (workspace, arrived);
  CREATE INDEX article_changed ON article (workspace, changed) WHERE changed IS NOT NULL;
  CREATE INDEX statement_arrived ON statement (arrived, article);
  CREATE INDEX article_age ON article (arrived_at, workspace, arrived);

  ALTER TABLE workspace ADD COLUMN zone TEXT; -- of its schedules where they name none, as IANA names it
  ALTER TABLE workspace ADD COLUMN numbered INTEGER NOT NULL DEFAULT 0; -- the last number that a digest or a watch got

  CREATE TABLE digest (
    key INTEGER PRIMARY KEY,
    workspace INTEGER NOT NULL REFERENCES workspace (key) ON DELETE CASCADE,
    number INTEGER NOT NULL, -- what people call it by
    platform TEXT NOT NULL,
    channel TEXT NOT NULL,
    by TEXT NOT NULL,
    filter TEXT NOT NULL, -- JSON
    cron TEXT NOT NULL,
    zone TEXT NOT NULL,
    length TEXT NOT NULL,
    ping TEXT,
    quiet INTEGER NOT NULL CHECK (quiet IN (0, 1)), -- whether it also says that there is nothing new
    latest INTEGER NOT NULL, -- milliseconds after which a run is too late
    paused_at INTEGER,
    paused_why TEXT,
    next_run INTEGER, -- milliseconds since 1970, UTC; null for a schedule that never runs again
    created_at INTEGER NOT NULL,
    since INTEGER NOT NULL, -- the arrival after which everything is new to it
    UNIQUE (workspace, number)
  ) STRICT;
  CREATE INDEX digest_due ON digest (next_run) WHERE paused_at IS NULL AND next_run IS NOT NULL;

  CREATE TABLE watch (
    key INTEGER PRIMARY KEY,
    workspace INTEGER NOT NULL REFERENCES workspace (key) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    platform TEXT NOT NULL,
    channel TEXT NOT NULL,
    by TEXT NOT NULL,
    filter TEXT NOT NULL, -- JSON
    quiet TEXT, -- JSON: the hours in which it does not post
    most INTEGER NOT NULL, -- posts an hour
    paused_at INTEGER,
    paused_why TEXT,
    created_at INTEGER NOT NULL,
    seen INTEGER NOT NULL, -- the arrival up to which it has looked
    held TEXT NOT NULL DEFAULT '[]', -- JSON: ids of statements that wait for the end of quiet hours or of a full hour
    UNIQUE (workspace, number)
  ) STRICT;

  -- What a watch has told, by what was said and by whom: another article or version with the same is no news.
  CREATE TABLE told (
    watch INTEGER NOT NULL REFERENCES watch (key) ON DELETE CASCADE,
    said TEXT NOT NULL, -- a hash
    at INTEGER NOT NULL,
    PRIMARY KEY (watch, said)
  ) STRICT, WITHOUT ROWID;

  -- One row for each run of a digest, each word of a watch and each notice to an owner: made once, whoever makes it.
  CREATE TABLE delivery (
    key INTEGER PRIMARY KEY,
    workspace INTEGER NOT NULL REFERENCES workspace (key) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('digest', 'watch', 'notice')),
    number INTEGER NOT NULL, -- of the digest or the watch
    occasion TEXT NOT NULL, -- what tells it from the others of the same: for a run the scheduled instant
    platform TEXT NOT NULL,
    channel TEXT NOT NULL,
    due INTEGER NOT NULL, -- milliseconds since 1970, UTC
    missed INTEGER NOT NULL DEFAULT 0, -- earlier runs that it covers
    claimed_at INTEGER NOT NULL,
    claimed_by TEXT, -- whoever delivers it just now
    renewals INTEGER NOT NULL DEFAULT 0, -- how often they have said since that they live
    after INTEGER NOT NULL, -- arrivals that it tells of: after this one, up to that
    up_to INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('claimed', 'sending', 'sent', 'empty', 'skipped', 'failed')),
    account TEXT NOT NULL DEFAULT '{}', -- JSON: what was told, what was left out by which rule, what went wrong
    ended_at INTEGER,
    UNIQUE (workspace, kind, number, occasion)
  ) STRICT;
  CREATE INDEX delivery_open ON delivery (workspace, platform, channel) WHERE ended_at IS NULL;
  CREATE INDEX delivery_ended ON delivery (ended_at);

  -- The ledger: each message of a delivery, written before it is sent and settled after.
  CREATE TABLE post (
    id TEXT PRIMARY KEY, -- what the platform knows it by
    delivery INTEGER NOT NULL REFERENCES delivery (key) ON DELETE CASCADE,
    part INTEGER NOT NULL, -- counted from 0; those after the first stand under it
    content TEXT, -- as the platform takes it; null once the delivery has ended
    hash TEXT NOT NULL, -- of the content
    state TEXT NOT NULL CHECK (state IN ('planned', 'sending', 'sent', 'failed')),
    attempts INTEGER NOT NULL DEFAULT 0,
    first_attempt_at INTEGER,
    attempted_at INTEGER,
    retry_at INTEGER,
    message TEXT, -- the platform's id of it
    link TEXT,
    said TEXT, -- what the platform said when it did not take it
    UNIQUE (delivery, part)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- What came in of a story is found without reading its articles.
  DROP INDEX article_story;
  CREATE INDEX article_story ON article (story, arrived, changed);
  `,
];
