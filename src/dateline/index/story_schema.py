"""The tables of files, articles, what can be selected and where it is mentioned, as they began."""

from __future__ import annotations

STORY_TABLES = """
-- what the file is about: versions of the code that filled it, whether the last run came to its end, …
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- every file seen, with what tells whether it has changed; paths are bytes, as the system has them
CREATE TABLE files (
  id INTEGER PRIMARY KEY,
  path BLOB NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  mtime_ns INTEGER NOT NULL,
  ctime_ns INTEGER -- of a file with problems
);

-- what could not be read, in the words for the reader
CREATE TABLE problems (
  path BLOB NOT NULL,
  reason TEXT NOT NULL,
  advice TEXT NOT NULL,
  file INTEGER REFERENCES files ON DELETE CASCADE -- NULL where the path is not that of a file
);
CREATE INDEX problems_by_file ON problems (file);

-- the lines of the timeline; within a day they stand in the order of their ids: none moves as others arrive
CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE, -- Article.id
  day TEXT NOT NULL,
  date_basis TEXT NOT NULL,
  title TEXT NOT NULL,
  title_basis TEXT NOT NULL,
  outlet TEXT,
  words INTEGER NOT NULL,
  date_evidence TEXT NOT NULL, -- JSON array of sentences
  loaded TEXT NOT NULL, -- fingerprint of the article and its sentences, to see a change
  linked TEXT NOT NULL -- fingerprint of what linking says of it
);
-- the rowid is in it, so it gives a day's lines in order
CREATE INDEX articles_by_day ON articles (day);

CREATE TABLE days (day TEXT PRIMARY KEY, articles INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE locations (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  file INTEGER NOT NULL REFERENCES files ON DELETE CASCADE,
  record INTEGER, -- its number in a file that holds several
  modified TEXT NOT NULL -- local date of the file's last change
);
CREATE INDEX locations_by_article ON locations (article);
CREATE INDEX locations_by_file ON locations (file);

-- what only an open article needs, apart so that the timeline stays small
CREATE TABLE texts (
  id INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  headline TEXT NOT NULL, -- the title where it is no part of the text, else ''
  text TEXT NOT NULL,
  sentences TEXT NOT NULL, -- JSON array: start, end, start, end, …
  furniture TEXT NOT NULL -- JSON array
);

-- full-text search over the folded text; the words themselves stay in texts
CREATE VIEW searchable AS SELECT id, fold(headline) AS headline, fold(text) AS text FROM texts;
CREATE VIRTUAL TABLE search USING fts5 (
  headline, text, content = 'searchable', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

-- whatever can be selected: actors, summits, and the claims of figures and pledges
CREATE TABLE subjects (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  key TEXT NOT NULL, -- the id of the actor, summit or claim
  label TEXT NOT NULL,
  date TEXT, -- of a summit
  articles INTEGER NOT NULL DEFAULT 0, -- how many mention it
  UNIQUE (kind, key)
);
CREATE INDEX subjects_by_kind ON subjects (kind, articles DESC);

-- every name of an actor or summit, its label among them
CREATE TABLE names (
  subject INTEGER NOT NULL REFERENCES subjects ON DELETE CASCADE,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  PRIMARY KEY (subject, name)
) WITHOUT ROWID;

-- which articles mention a subject, in the order of the timeline
CREATE TABLE appearances (
  subject INTEGER NOT NULL,
  day TEXT NOT NULL,
  article INTEGER NOT NULL,
  hits INTEGER NOT NULL,
  PRIMARY KEY (subject, day, article)
) WITHOUT ROWID;

-- where an article mentions it: at the offsets start and end in code points
CREATE TABLE mentions (
  article INTEGER NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  subject INTEGER NOT NULL,
  kind TEXT NOT NULL, -- a mention's kind for an actor, else figure, pledge or summit
  PRIMARY KEY (article, start, end, subject)
) WITHOUT ROWID;

CREATE TABLE summits (
  subject INTEGER PRIMARY KEY REFERENCES subjects ON DELETE CASCADE,
  kind TEXT NOT NULL,
  place TEXT,
  country TEXT, -- ISO 3166-1 alpha-2
  participants TEXT NOT NULL -- JSON array of ids of actors
);

CREATE TABLE figures (
  article INTEGER NOT NULL,
  number INTEGER NOT NULL, -- its place among the figures of the article
  subject INTEGER NOT NULL, -- the claim
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  amount TEXT, -- a decimal string; NULL where the text gives no number
  amount_to TEXT,
  currency TEXT NOT NULL, -- ISO 4217
  approximate INTEGER NOT NULL,
  period TEXT,
  equivalents TEXT NOT NULL, -- JSON array of [amount, currency]
  PRIMARY KEY (article, number)
) WITHOUT ROWID;

CREATE TABLE pledges (
  article INTEGER NOT NULL,
  number INTEGER NOT NULL,
  subject INTEGER NOT NULL, -- the claim
  start INTEGER NOT NULL, -- of the sentence
  end INTEGER NOT NULL,
  cue_start INTEGER NOT NULL, -- of the words of commitment
  cue_end INTEGER NOT NULL,
  action TEXT NOT NULL,
  status TEXT NOT NULL,
  pledger TEXT, -- JSON array: type, id or null, name; so the next two
  speaker TEXT,
  beneficiary TEXT,
  figures TEXT NOT NULL, -- JSON array of numbers in figures
  condition TEXT,
  deadline TEXT,
  PRIMARY KEY (article, number)
) WITHOUT ROWID;

-- claims whose sums agree roughly (≈) or differ (≠)
CREATE TABLE relations (
  subject INTEGER NOT NULL REFERENCES subjects ON DELETE CASCADE,
  sign TEXT NOT NULL,
  other INTEGER NOT NULL REFERENCES subjects ON DELETE CASCADE,
  PRIMARY KEY (subject, sign, other)
) WITHOUT ROWID;
CREATE INDEX relations_by_other ON relations (other);

CREATE TABLE dates (
  article INTEGER NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  iso TEXT, -- an ISO prefix or from/to; NULL where nothing settles it
  rule TEXT NOT NULL,
  PRIMARY KEY (article, start, end)
) WITHOUT ROWID;
"""
