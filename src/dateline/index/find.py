"""Actors and summits by a few letters of their names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dateline.index import labels
from dateline.index.database import data_version
from dateline.index.rows import Found
from dateline.text import clean, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from dateline.index.database import Connection

_ALIKE = 75.0  # per cent of similarity below which a name is another one
_SHORTEST = 3  # letters below which nearly everything is alike
_LONGEST = 300  # letters that are read: no name has more
_MOST_BETWEEN = 2  # letters left out between two that are given


class _Subject(NamedTuple):
    id: int
    kind: str
    key: str
    label: str
    date: str | None
    articles: int

    def found(self, alias: str) -> Found:
        shown = None if alias == self.label else alias
        return Found(labels.selection(self.kind, self.key, self.label, self.date), shown, self.articles)


class _Name(NamedTuple):
    folded: str  #: with a space before it, so that each word begins behind one
    name: str
    subject: _Subject


class Finder:
    """Names kept in memory for as long as nobody writes to the index, for one connection."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._state = -1
        self._names: dict[tuple[str, ...], list[_Name]] = {}

    def find(self, letters: str, kinds: tuple[str, ...], limit: int) -> list[Found]:
        """Return what the letters fit, best first: beginnings of words, parts of words, initials.

        What nothing fits is looked for with letters left out, at last among names that are like it.
        """
        wanted = " ".join(fold(clean(letters)).split())[:_LONGEST].rstrip()
        if not wanted:
            return [subject.found(subject.label) for subject in self._most_mentioned(kinds, limit)]
        names = self._load(kinds)
        best: dict[int, _Name] = {}
        for fits in (_whole(wanted), _beginnings(wanted), _parts(wanted), _initials(wanted)):
            if len(best) < limit:
                _add(best, names, fits)
        if not best and len(wanted) >= _SHORTEST:
            _add(best, names, _scattered(wanted))
        if not best and len(wanted) >= _SHORTEST:
            for name in _alike(wanted, names, limit):
                best.setdefault(name.subject.id, name)
        return [name.subject.found(name.name) for name in list(best.values())[:limit]]

    def named(self, name: str, kind: str) -> list[int]:
        """Return the rows of the subjects that go by a folded name: wholly, else by some of its words.

        A code counts as a name ("ua"). Where no name has the words, those count in which they begin words.
        """
        words = _words(name).split()  # how they stand in a name is seen to here
        query = (
            "SELECT n.subject, n.folded FROM names n CROSS JOIN subjects s ON s.id = n.subject"
            f" WHERE {'instr(n.folded, ?) AND ' * len(words)} s.kind = ? AND s.articles > 0"
        )
        names = [(id_, " " + _words(folded)) for id_, folded in self._db.execute(query, (*words, kind))]
        query = "SELECT id FROM subjects WHERE kind = ? AND key IN (?, ?) AND articles > 0"
        code = {id_ for (id_,) in self._db.execute(query, (kind, name, name.upper()))}
        if fitting := code | {id_ for id_, folded in names if _whole(name)(folded)}:
            return sorted(fitting)
        return sorted({names[index][0] for index in called([folded for _, folded in names], name)})

    def _most_mentioned(self, kinds: tuple[str, ...], limit: int) -> list[_Subject]:
        rows = self._db.execute(
            "SELECT id, kind, key, label, date, articles FROM subjects"
            f" WHERE kind IN ({', '.join('?' * len(kinds))}) AND articles > 0"
            " ORDER BY articles DESC, label LIMIT ?",
            (*kinds, limit),
        )
        return [_Subject(*row) for row in rows]

    def _load(self, kinds: tuple[str, ...]) -> list[_Name]:
        """Return all names of the kinds: the most mentioned subject first, of each its label first."""
        state = data_version(self._db)
        if state != self._state:
            self._names.clear()
            self._state = state
        if kinds not in self._names:
            subjects = {subject.id: subject for subject in self._most_mentioned(kinds, -1)}
            grouped: dict[int, list[_Name]] = {id_: [] for id_ in subjects}
            query = (
                "SELECT subject, name, folded FROM subjects JOIN names ON subject = id"
                f" WHERE kind IN ({', '.join('?' * len(kinds))}) AND articles > 0"
            )
            for id_, name, folded in self._db.execute(query, kinds):
                grouped[id_].append(_Name(" " + _words(folded), name, subjects[id_]))
            for id_, names in grouped.items():
                names.sort(key=lambda n: (n.name != subjects[id_].label, len(n.name), n.name))
            self._names[kinds] = [name for names in grouped.values() for name in names]
        return self._names[kinds]


def outlets(db: Connection) -> list[str]:
    """Return the outlets of all articles by name, each looked up from the one before it."""
    query = (
        "WITH RECURSIVE known (name) AS (SELECT min(outlet) FROM articles UNION ALL"
        " SELECT (SELECT min(outlet) FROM articles WHERE outlet > name) FROM known WHERE name IS NOT NULL)"
        " SELECT name FROM known WHERE name IS NOT NULL"
    )
    return [name for (name,) in db.execute(query)]


def called(names: Sequence[str], name: str) -> list[int]:
    """Return which of the folded names, each with a space before it, have the words of a name: whole ones,
    else those that begin with them.
    """
    words = " " + _words(name)
    whole = [index for index, known in enumerate(names) if f"{words} " in f"{known} "]
    return whole or [index for index, known in enumerate(names) if words in known]


def _words(folded: str) -> str:
    """Return a folded name with a space before whatever begins a word: "al-rashid" is found by "rashid"."""
    return " ".join(folded.replace("-", " ").split())


def _add(best: dict[int, _Name], names: Iterable[_Name], fits: Callable[[str], bool]) -> None:
    for name in names:
        if fits(name.folded):
            best.setdefault(name.subject.id, name)


def _whole(wanted: str) -> Callable[[str], bool]:
    whole = " " + _words(wanted)
    return lambda folded: folded == whole


def _beginnings(wanted: str) -> Callable[[str], bool]:
    """Fit names in which each word of what is wanted begins a word."""
    words = [" " + word for word in _words(wanted).split()]
    return lambda folded: all(word in folded for word in words)


def _parts(wanted: str) -> Callable[[str], bool]:
    return lambda folded: wanted in folded


def _initials(wanted: str) -> Callable[[str], bool]:
    """Fit names whose words begin with some of the letters each, in this order: "adq", "cdw"."""
    letters = wanted.replace(" ", "")
    in_order = _in_order(letters)

    def fits(folded: str) -> bool:
        if not in_order(folded):
            return False
        begins = [at + 1 for at, character in enumerate(folded) if character == " "]
        ends = {at + 1 for at in begins if folded.startswith(letters[0], at)}
        for letter in letters[1:]:
            first = min(ends, default=len(folded))
            going_on = {at + 1 for at in ends if folded.startswith(letter, at)}
            ends = going_on | {at + 1 for at in begins if at > first and folded.startswith(letter, at)}
        return bool(ends)

    return fits


def _scattered(wanted: str) -> Callable[[str], bool]:
    """Fit names with a word that has the letters in this order and few others between: "hllwy"."""
    letters = wanted.replace(" ", "")
    in_order = _in_order(letters)

    def fits(folded: str) -> bool:
        if not in_order(folded):
            return False
        ends = {at + 2 for at in range(len(folded)) if folded.startswith(f" {letters[0]}", at)}
        for letter in letters[1:]:
            ends = {
                at + between + 1
                for at in ends
                for between in range(_MOST_BETWEEN + 1)
                if folded.startswith(letter, at + between) and " " not in folded[at : at + between]
            }
        return bool(ends)

    return fits


def _in_order(letters: str) -> Callable[[str], bool]:
    """Fit what has the letters in this order, whatever is between; takes linear time, and rules most out.

    A pattern that may leave out letters and has to come to an end takes exponential time ("aaaaaaaab").
    """
    pattern = re.compile("".join(f"[^{letter}]*+{letter}" for letter in map(re.escape, letters)), re.DOTALL)
    return lambda folded: pattern.match(folded) is not None


def _alike(wanted: str, names: Sequence[_Name], limit: int) -> list[_Name]:
    """Return the names with a part that is like what is wanted, the most alike first ("halowai")."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - it costs more than all the rest, and is seldom needed

    # A name much shorter than what is wanted would be found in any part of it ("nobody": NATO).
    long_enough = [name for name in names if len(name.folded) >= (len(wanted) + 1) * _ALIKE / 100]
    found = process.extract(
        " " + wanted,
        [name.folded for name in long_enough],
        scorer=fuzz.partial_ratio,
        score_cutoff=_ALIKE,
        limit=limit,
    )
    return [long_enough[index] for _, _, index in found]
