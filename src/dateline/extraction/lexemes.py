"""Texts as strings of typed words, for the grammars of sums and of dates.

A `Lexer` cuts the stretches of a text in which something of its kind is named into lexemes, each with a type
of one letter, so that a grammar is a list of regular expressions over short strings of letters. `readings`
tries the rules of such a grammar at every place, in their order; the first reading counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

T = TypeVar("T")

#: What may stand between two lexemes that belong together: blanks, at most one line break.
_TOGETHER = re.compile(r":?[^\S\n]*+\n?[^\S\n]*+")

#: A word of letters, a number or a sign, behind any blanks.
_WORD = re.compile(r"\s*([^\W\d_]+|\d+|\S)")


class Lexeme(NamedTuple):
    """A word with its type and its place in the text."""

    type: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text: the types of its lexemes and the lexemes, with a blank and None for other words."""

    types: str
    lexemes: Sequence[Lexeme | None]


@dataclass(frozen=True, slots=True)
class Match:
    """What a rule matched: all its lexemes, those of its named groups, and the type before it."""

    whole: Sequence[Lexeme]
    parts: Mapping[str, Sequence[Lexeme]]
    before: str

    def __getitem__(self, name: str) -> Sequence[Lexeme]:
        return self.parts.get(name, ())

    @property
    def start(self) -> int:
        """Return the offset of the first character."""
        return self.whole[0].start

    @property
    def end(self) -> int:
        """Return the offset behind the last character."""
        return self.whole[-1].end


class Lexer:
    """Cuts texts into runs of lexemes.

    A stretch is looked at where it has one of the hints (words in lower case or exactly as they stand, single
    signs; "0000" is any number of four digits), with window characters on either side. plain gives the types
    of words in lower case; groups are the patterns of all other lexemes in the order in which they are tried,
    types the letters of those whose name is longer. Patterns are tried at signs, digits and the words in
    openings.
    """

    def __init__(
        self,
        *,
        hints: Iterable[str],
        plain: Mapping[str, str],
        groups: Mapping[str, str],
        types: Mapping[str, str],
        openings: Iterable[str],
        window: int,
    ) -> None:
        self._hints = frozenset(hints)
        self._plain = dict(plain)
        self._special = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in groups.items()))
        self._types = {name: types.get(name, name) for name in groups}
        self._openings = frozenset(openings)
        self._window = window

    def runs(self, text: str) -> Iterator[Run]:
        """Yield the runs of the text in their order; no lexeme is in two of them."""
        for start, end in self._stretches(text):
            types: list[str] = []
            found: list[Lexeme | None] = []
            last = start
            for lexeme in self._lexemes(text, start, end):
                if not _TOGETHER.fullmatch(text, last, lexeme.start):
                    types.append(" ")
                    found.append(None)
                types.append(lexeme.type)
                found.append(lexeme)
                last = lexeme.end
            yield Run("".join(types), found)

    def _lexemes(self, text: str, start: int, end: int) -> Iterator[Lexeme]:
        place = start
        while place < end:
            word = _WORD.match(text, place, end)
            if word is None:
                break
            first, after = word.span(1)
            letters = word[1].lower()
            place = after
            if letters in self._openings or not letters[0].isalpha():
                special = self._special.match(text, first)
                if special is not None and special.end() > first:
                    place = special.end()
                    yield Lexeme(self._types[special.lastgroup or ""], first, place, special.group())
                    continue
            kind = self._plain.get(letters)
            if kind is not None and (after == len(text) or not text[after].isalnum()):
                yield Lexeme(kind, first, after, word[1])

    def _stretches(self, text: str) -> Iterator[tuple[int, int]]:
        start = end = -1
        hints = self._hints
        for match in _WORD.finditer(text):
            word = match[1]
            key = "0000" if len(word) == 4 and word.isdigit() else word
            if key not in hints and key.lower() not in hints:
                continue
            left = text.rfind(" ", 0, max(0, match.start(1) - self._window)) + 1
            if left > end:
                if end >= 0:
                    yield start, end
                start = left
            end = min(len(text), match.end() + self._window)
        if end >= 0:
            yield start, end


def readings(
    runs: Iterable[Run], rules: Sequence[tuple[str, re.Pattern[str], Callable[[Match], T | None]]]
) -> Iterator[tuple[str, T]]:
    """Yield the name of the rule and its reading for each thing that the rules read, in its order."""
    some = _any(tuple(pattern.pattern for _, pattern, _ in rules))
    for run in runs:
        first = some.search(run.types)
        while first is not None:
            place, name, found = _read(run, first.start(), rules)
            if found is not None:
                yield name, found
            first = some.search(run.types, place)


@lru_cache(maxsize=8)
def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Return one pattern that matches where any of the patterns does, so that most places cost one look."""
    return re.compile("|".join(f"(?:{re.sub(r'[(][?]P<[a-z]+>', '(?:', pattern)})" for pattern in patterns))


def _read(
    run: Run, place: int, rules: Sequence[tuple[str, re.Pattern[str], Callable[[Match], T | None]]]
) -> tuple[int, str, T | None]:
    for name, pattern, read in rules:
        match = pattern.match(run.types, place)
        if match is None:
            continue
        spans = {part: match.span(part) for part in pattern.groupindex if match[part]}
        parts = {part: [x for x in run.lexemes[a:b] if x] for part, (a, b) in spans.items()}
        whole = [x for x in run.lexemes[place : match.end()] if x]
        found = read(Match(whole, parts, run.types[place - 1 : place]))
        if found is not None:
            return match.end(), name, found
    return place + 1, "", None
