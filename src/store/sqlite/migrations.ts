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
];
