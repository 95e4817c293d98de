"""Full-text search: from what a reader types to articles and the offsets of what was found in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from dateline.index.database import data_version
from dateline.index.timeline import Hits
from dateline.text import clean, fold

if TYPE_CHECKING:
    from dateline.index.database import Connection

#: Characters of a query that are read at all.
LONGEST = 500
_KEPT = 4  # answers kept for the queries asked last

_PIECE = re.compile(r'"([^"]*)"|([^\s"]+)')
_WORD = re.compile(r"[^\W_]+")
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_TABLE = """CREATE TEMP TABLE IF NOT EXISTS found (
  subject INTEGER NOT NULL, day TEXT NOT NULL, article INTEGER NOT NULL, hits INTEGER,
  PRIMARY KEY (subject, day, article)
) WITHOUT ROWID"""


class QueryError(ValueError):
    """A search that cannot be read; its message is for the reader."""


class Term(NamedTuple):
    """A word or a phrase of a query, folded."""

    words: tuple[str, ...]
    prefix: bool  #: whether its last word may go on

    def expression(self) -> str:
        """Return the term in FTS5's language; of letters and digits alone, nothing in it can be syntax."""
        return f'"{" ".join(self.words)}"{" *" if self.prefix else ""}'

    def pattern(self) -> str:
        """Return a regular expression for the term in folded text, whatever parts its words there."""
        words = r"[\W_]+".join(map(re.escape, self.words))
        return rf"(?<![^\W_]){words}(?![^\W_])" if not self.prefix else rf"(?<![^\W_]){words}[^\W_]*"


def parse(query: str) -> tuple[Term, ...]:
    """Return the terms of a query: words, "phrases", and a last word that may go on unless a space follows.

    Raises QueryError where there is nothing to look for or a quotation mark stands alone.
    """
    text = fold(clean(query))
    if len(text) > LONGEST:
        raise QueryError(f"a search can have {LONGEST} characters at most")
    if text.count('"') % 2:
        raise QueryError('a phrase needs a quotation mark at both ends: "fishing rights"')
    pieces = [(match[1] is not None, match[1] or match[2] or "") for match in _PIECE.finditer(text)]
    terms = [Term(words, False) for _, piece in pieces if (words := tuple(_WORD.findall(piece)))]
    if not terms:
        raise QueryError('type a word, or a "phrase" in quotation marks')
    quoted, last = pieces[-1]
    if not quoted and _WORD.match(last[-1]) and len(terms[-1].words[-1]) > 1 and not text[-1].isspace():
        terms[-1] = terms[-1]._replace(prefix=True)
    return tuple(terms)


def expression(terms: tuple[Term, ...]) -> str:
    """Return the FTS5 query that all terms together make."""
    return " AND ".join(term.expression() for term in terms)


class Searches:
    """The answers to the last queries, as temporary tables of one connection."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._known: dict[str, int] = {}
        self._state = -1
        self._number = 0

    def hits(self, query: str) -> Hits:
        """Return where it stands which articles the query finds; raises QueryError.

        The table's `hits` are 1: counting means to read every text, and only what is shown needs it.
        """
        terms = parse(query)
        state = data_version(self._db)
        if state != self._state:  # another process has written since
            self._db.execute(_TABLE)
            self._db.execute("DELETE FROM temp.found")
            self._known.clear()
            self._state = state
        if query not in self._known:
            while len(self._known) >= _KEPT:
                oldest = self._known.pop(next(iter(self._known)))
                self._db.execute("DELETE FROM temp.found WHERE subject = ?", (oldest,))
            self._number += 1
            self._db.execute(
                "INSERT INTO temp.found SELECT ?, day, id, 1 FROM search JOIN articles ON id = search.rowid"
                " WHERE search MATCH ?",
                (self._number, expression(terms)),
            )
            self._known[query] = self._number
        return Hits("temp.found", self._known[query])


class Hit(NamedTuple):
    """A place where a term of a query stands."""

    start: int
    end: int
    term: int  #: its place among the terms


def offsets(terms: tuple[Term, ...], text: str) -> list[Hit]:
    """Return where the terms stand in a text, by start; of those that overlap, the one with more words."""
    order = sorted(range(len(terms)), key=lambda i: -len(terms[i].words))
    pattern = re.compile("|".join(f"({terms[i].pattern()})" for i in order))
    original = Unfolding(text)
    return [
        Hit(original.start(match.start()), original.end(match.end()), order[(match.lastindex or 1) - 1])
        for match in pattern.finditer(fold(text))
    ]


class Unfolding:
    """From offsets in a folded text back to those in the text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded: list[int] = []  # where each character that folds to none or several begins, folded
        self._plain: list[tuple[int, int]] = []  # where it begins in the text, and how wide it is folded
        shift = 0
        for match in _NOT_ASCII.finditer(text):
            width = len(fold(match.group()))
            if width != 1:
                self._folded.append(match.start() + shift)
                self._plain.append((match.start(), width))
                shift += width - 1

    def start(self, offset: int) -> int:
        """Return the offset of the character whose folding holds the folded offset."""
        index = bisect_right(self._folded, offset) - 1
        if index < 0:
            return offset
        begins, (plain, width) = self._folded[index], self._plain[index]
        return plain if offset < begins + width else offset - begins - width + plain + 1

    def end(self, offset: int) -> int:
        """Return the offset behind what ends at the folded offset, marks on its last character included."""
        plain = self.start(offset - 1) + 1 if offset else 0
        while plain < len(self._text) and not fold(self._text[plain]):
            plain += 1
        return plain
