"""Full-text search: from what a reader types to articles and the offsets of what was found in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from dateline.index.database import data_version
from dateline.index.found import Found
from dateline.index.operators import meaning, places
from dateline.index.query import Marked, Named, QueryError, Term, parse
from dateline.index.ranking import ranked
from dateline.index.sought import sought
from dateline.index.word_tables import unfilled
from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.index.database import Connection
    from dateline.index.find import Finder
    from dateline.index.operators import Marks, Meaning
    from dateline.index.query import Query
    from dateline.index.rows import DateRange
    from dateline.index.sought import Sought

__all__ = ["Asked", "QueryError", "Searches", "Term", "offsets", "parse"]

_KEPT = 4  # answers kept for the queries asked last

_NOT_ASCII = re.compile("[^\x00-\x7f]")


class Asked:
    """A query, and what it means in the collection as it is now."""

    def __init__(self, query: Query, meanings: tuple[Meaning, ...], db: Connection) -> None:
        self.query = query
        self.meanings = meanings  #: of its operators
        self.marks: dict[str, frozenset[str]] = {}  #: of the reader's, that it goes by
        self.sought: Sought = sought(query, meanings)
        self._db = db
        self._found: Found | None = None

    @property
    def found(self) -> Found:
        """All its articles, looked up when they are first asked for."""
        if self._found is None:
            digits = self.sought.total(self._db, None, Found.DIGITS)
            self._found = Found(str(digits or ""))
        return self._found

    def places(self, dates: DateRange | None) -> Iterator[int]:
        """Yield the places of its articles in a range, looked up as they are asked for."""
        return self.sought.places(self._db, dates)

    def ranked(self, dates: DateRange | None) -> Iterator[int]:
        """Yield the places of its articles in a range, the best first; those alone that are weighed."""
        return iter(ranked(self._db, self.query, self.sought, dates))

    def count(self, dates: DateRange | None) -> int:
        """Return how many articles of a range it finds."""
        return self.sought.count(self._db, dates)

    def unknown(self) -> Named | None:
        """Return the first operator that is about a name which nobody has."""
        pairs = zip(self.query.operators, self.meanings, strict=True)
        return next((o for o, m in pairs if m.unknown and isinstance(o, Named)), None)


class Searches:
    """The answers to the last queries, for one connection."""

    def __init__(self, db: Connection, finder: Finder, marks: Marks) -> None:
        self._db = db
        self._finder = finder
        self._marks = marks
        self._known: dict[str, Asked] = {}
        self._state = -1
        self._unfilled = False

    def asked(self, query: str, *, strict: bool = False) -> Asked:
        """Return a query as it was understood.

        Raises QueryError where it cannot be read or answered yet, and if strict where it has a name that
        nobody has.
        """
        state = data_version(self._db)
        if state != self._state:  # another process has written since
            self._known.clear()
            self._unfilled = unfilled(self._db)
            self._state = state
        if self._unfilled:
            raise QueryError("the index is of an older version: searches wait until it is up to date")
        asked = self._known.pop(query, None)
        if asked is None or any(self._marks(what) is not known for what, known in asked.marks.items()):
            parsed = parse(query)
            meanings = tuple(
                meaning(self._db, self._finder, self._marks, operator) for operator in parsed.operators
            )
            asked = Asked(parsed, meanings, self._db)
            marks = {operator.what for operator in parsed.operators if isinstance(operator, Marked)}
            asked.marks = {what: self._marks(what) for what in marks}
        self._known[query] = asked
        if len(self._known) > _KEPT:
            del self._known[next(iter(self._known))]
        if strict and (unknown := asked.unknown()):
            raise QueryError(self._nobody(unknown))
        return asked

    def _nobody(self, named: Named) -> str:
        """Return the message that nobody has a name, with the name that is most like it."""
        if named.kind is None:
            return f"{named}: no article is known to be from there"
        near = self._finder.find(named.name, (named.kind,), 1)
        hint = f"; did you mean {near[0].selection.label}?" if near else ""
        return f"{named}: there is no such {named.kind} in the articles{hint}"


class Hit(NamedTuple):
    """A place where a term of a query stands, or what an operator is about."""

    start: int
    end: int
    term: int  #: its place among the terms, the operators behind them


def places_in(db: Connection, asked: Asked, article: int, text: str) -> list[Hit]:
    """Return where an article, by its row, has what a query asks for, by start."""
    terms = asked.query.terms
    found = offsets(terms, text) if terms else []
    for number, meant in enumerate(asked.meanings, len(terms)):
        found += [Hit(start, end, number) for start, end in places(db, article, meant)]
        if meant.words and not meant.without:
            found += [hit._replace(term=number) for hit in offsets((meant.words,), text)]
    return sorted(found)


def titled(asked: Asked, title: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a title that the words of a query cover."""
    terms = *asked.query.terms, *(m.words for m in asked.meanings if m.words and not m.without)
    return tuple(merged(offsets(terms, title))) if terms else ()


def merged(hits: Sequence[Hit]) -> list[tuple[int, int]]:
    """Return the stretches that hits by start cover, each once."""
    stretches: list[tuple[int, int]] = []
    for start, end, _ in hits:
        if stretches and start < stretches[-1][1]:
            stretches[-1] = stretches[-1][0], max(end, stretches[-1][1])
        else:
            stretches.append((start, end))
    return stretches


def offsets(terms: tuple[Term, ...], text: str) -> list[Hit]:
    """Return where the terms stand in a text, by start; of those that overlap, the one with more words."""
    order = sorted(range(len(terms)), key=lambda i: -len(terms[i].words))
    pattern = re.compile("|".join(f"({terms[i].pattern()})" for i in order))
    original = Unfolding(text)
    return [
        Hit(original.start(match.start()), original.end(match.end()), order[(match.lastindex or 1) - 1])
        for match in pattern.finditer(fold(text))
    ]


def found_in(db: Connection, asked: Asked, digest: str) -> list[tuple[int, int]]:
    """Return the stretches of an article that a query is about; none for one that is not here."""
    query = "SELECT id, text FROM articles JOIN texts USING (id) WHERE digest = ?"
    row = db.execute(query, (digest,)).fetchone()
    return merged(places_in(db, asked, *row)) if row else []


def found_in_title(db: Connection, asked: Asked, digest: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches of an article's title that a query is about; none for one that is not here."""
    row = db.execute("SELECT title FROM articles WHERE digest = ?", (digest,)).fetchone()
    return titled(asked, row[0]) if row else ()


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
        # most of what follows is ASCII, which never folds to nothing
        while plain < len(self._text) and not self._text[plain].isascii() and not fold(self._text[plain]):
            plain += 1
        return plain
