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

  CREATE TABLE speaker (
    key INTEGER PRIMARY KEY,
    workspace INTEGER NOT NULL REFERENCES workspace (key) ON DELETE CASCADE,
    name TEXT NOT NULL,
    statements INTEGER NOT NULL,
    UNIQUE (workspace, name)
  ) STRICT;

  CREATE TABLE topic (
    workspace INTEGER NOT NULL REFERENCES workspace (key) ON DELETE CASCADE,
    name TEXT NOT NULL,
    statements INTEGER NOT NULL,
    PRIMARY KEY (workspace, name)
  ) STRICT, WITHOUT ROWID;

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
    said, around, speaker, content = '', contentless_delete = 1, tokenize = 'porter unicode61'
  );
  CREATE VIRTUAL TABLE article_text USING fts5 (
    title, body, content = '', contentless_delete = 1, tokenize = 'porter unicode61'
  );
  `,
];
