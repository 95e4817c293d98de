"""The tables of a collection's file, and how they came to be: an append-only list of migrations.

A released migration is never changed; a new one goes at the end of `MIGRATIONS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.index import word_tables
from dateline.index.claim_schema import CLAIM_TABLES
from dateline.index.story_schema import STORY_TABLES
from dateline.index.word_schema import WORD_TABLES

if TYPE_CHECKING:
    from dateline.index.database import Connection

_DOSSIERS = """
-- what an article calls a person or a summit: the offices that it gives, the phrases that stand for them
CREATE TABLE roles (
  subject INTEGER NOT NULL,
  kind TEXT NOT NULL, -- office, former (of an office), phrase
  title TEXT NOT NULL, -- of an office; a phrase as it is written
  place TEXT NOT NULL, -- of an office: ISO 3166-1 alpha-2, or a body as it is written; ''
  day TEXT NOT NULL,
  article INTEGER NOT NULL,
  start INTEGER NOT NULL, -- where the article first says so
  PRIMARY KEY (subject, kind, title, place, day, article)
) WITHOUT ROWID;
CREATE INDEX roles_by_article ON roles (article);

-- which actors took part in which summit
CREATE TABLE company (
  summit INTEGER NOT NULL REFERENCES subjects ON DELETE CASCADE,
  number INTEGER NOT NULL, -- the actor's place among the company
  actor INTEGER NOT NULL REFERENCES subjects ON DELETE CASCADE,
  PRIMARY KEY (summit, actor)
) WITHOUT ROWID;
CREATE INDEX company_by_actor ON company (actor);

CREATE INDEX subjects_by_date ON subjects (kind, date, key);
CREATE INDEX outlets ON articles (id, outlet);
"""


_REASONS = """
-- why the mentions of an article are whose they are, as JSON: rules; start, end, subject, rule; subject, tie
CREATE TABLE reasons (
  article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  content TEXT NOT NULL
);

-- what is as it is by judgements of the reader's
CREATE TABLE judged (
  subject INTEGER PRIMARY KEY REFERENCES subjects ON DELETE CASCADE,
  judgements TEXT NOT NULL -- JSON array of their ids
);
"""


_DIGESTS = """
-- SHA-256 of all bytes of a file as they were loaded; NULL of one that was loaded before it was kept
ALTER TABLE files ADD COLUMN digest TEXT;
"""


_LINES = """
-- all that searches and dossiers ask of an article: without it they read its whole line, thousands of times
CREATE INDEX lines ON articles (id, day, outlet);
DROP INDEX outlets;
"""


_TOTALS = """
-- what the whole ledger comes to, as JSON, for as long as no claim changes: to add it up takes a while
CREATE TABLE totals (content TEXT NOT NULL);
CREATE TRIGGER totals_by_claim AFTER INSERT ON claims BEGIN DELETE FROM totals; END;
CREATE TRIGGER totals_without_claim AFTER DELETE ON claims BEGIN DELETE FROM totals; END;
CREATE TRIGGER totals_by_other_claim AFTER UPDATE ON claims BEGIN DELETE FROM totals; END;
CREATE TRIGGER totals_by_relation AFTER INSERT ON relations BEGIN DELETE FROM totals; END;
CREATE TRIGGER totals_without_relation AFTER DELETE ON relations BEGIN DELETE FROM totals; END;

-- which outlets there are
CREATE INDEX articles_by_outlet ON articles (outlet);
"""


_WORDED = """
-- the folded label of a claim, and its id: what the lines of one day stand by
ALTER TABLE claims ADD COLUMN worded TEXT NOT NULL DEFAULT '';
"""


_LINKING = """
-- what linking knew when it told the story: see linking_rows.py
CREATE TABLE linking (place INTEGER PRIMARY KEY, row BLOB NOT NULL);
"""


def _create_tables(connection: Connection) -> None:
    run_script(connection, STORY_TABLES)


def _create_dossier_tables(connection: Connection) -> None:
    run_script(connection, _DOSSIERS)


def _create_tables_of_reasons(connection: Connection) -> None:
    run_script(connection, _REASONS)


def _create_tables_of_claims(connection: Connection) -> None:
    run_script(connection, CLAIM_TABLES)


def _add_digests_of_files(connection: Connection) -> None:
    run_script(connection, _DIGESTS)


def _create_index_of_lines(connection: Connection) -> None:
    run_script(connection, _LINES)


def _create_tables_of_words(connection: Connection) -> None:
    run_script(connection, WORD_TABLES)
    word_tables.fill_later(connection)  # it takes a minute for 100,000 articles, and a reader waits


def _create_table_of_totals(connection: Connection) -> None:
    run_script(connection, _TOTALS)


def _add_words_of_claims(connection: Connection) -> None:
    run_script(connection, _WORDED)


def _create_table_of_linking(connection: Connection) -> None:
    run_script(connection, _LINKING)


#: Each brings the schema one version further; `PRAGMA user_version` counts those that a file has had.
MIGRATIONS = [
    _create_tables,
    _create_dossier_tables,
    _create_tables_of_reasons,
    _create_tables_of_claims,
    _add_digests_of_files,
    _create_index_of_lines,
    _create_tables_of_words,
    _create_table_of_totals,
    _add_words_of_claims,
    _create_table_of_linking,
]


def run_script(connection: Connection, script: str) -> None:
    """Run the statements of a script within the transaction that is open (executescript would commit it)."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if line.rstrip().endswith(";"):
            connection.execute(statement)
            statement = ""
