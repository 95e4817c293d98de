"""The language of searches, read: words, "phrases", -not, and operators such as person:vale or money>1bn.

All terms of a query have to hold. Whatever is no operator is words: nothing that is typed reaches SQL or FTS5
as syntax.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from dateline.index.worded_sums import sums_in
from dateline.text import clean, fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.index.rows import SelectionKind

#: Characters of a query that are read at all.
LONGEST = 500
#: The language in one line, and term by term with what each finds.
HINT = 'words "phrases" -not person: country: org: summit: source: from: to: has: is: money>1bn'
TERMS = (
    ("words", "all of them, in any order; the last one may go on"),
    ('"a phrase"', "as it stands"),
    ("-word", "not with this word, phrase or operator"),
    ("£1.6bn", "a sum, however an article writes it: 1.6 billion pounds"),
    ("person:", "who is mentioned, by any name; so country: org: summit:"),
    ("source:", "from this outlet"),
    ("from: to:", "dates: from:2031-03-02 to:2031-04, or a year"),
    ("has:", "pledge, sum, summit or date; your note or bookmark"),
    ("is:", "unread or read, as of when the search was opened"),
    ("money>", "one sum above £1bn, 500m, …; also < >= <= ="),
)

#: The operators that ask for a name, with what it names.
ACTORS: dict[str, SelectionKind] = {
    "person": "person",
    "country": "country",
    "org": "organization",
    "organization": "organization",
    "organisation": "organization",
    "summit": "summit",
}
_HAS = {
    **{"pledge": "pledge", "sum": "sum", "money": "sum", "summit": "summit", "date": "date"},
    **{"note": "note", "bookmark": "bookmark", "mark": "bookmark"},
}
_MARKS = ("note", "bookmark")  #: which of these are the reader's own
_IS = {"read": "read", "unread": "unread"}
OUTLETS = ("source", "outlet")  #: the operators that ask for an outlet
_KEYS = (*ACTORS, *OUTLETS, "from", "to", "has", "is")
_BEGUN, _BEGUN_IN_PHRASE = 2, 4  # letters from which on a word may go on; all that do so are read
_NEAR = 0.8  # how alike a mistyped operator has to be to the one that was meant
_SIGNS = {"≥": ">=", "≤": "<="}

_DASHES = re.compile(r"(?:(?<=\s)|^)[‐‑‒–—―]+")  # a dash of running text negates nothing
_OPERATOR = re.compile(
    rf"(?P<no>-?)(?:(?P<key>{'|'.join(sorted(_KEYS, key=len, reverse=True))}):"
    r"|money\s*(?P<sign>>=|<=|[<>=≥≤])\s*)"
    r'(?:"(?P<quoted>[^"]*)"|(?P<value>[^\s"]*))(?!\S)'
)
_PIECE = re.compile(r'(?P<no>-?)"(?P<quoted>[^"]*)"|(?P<word>[^\s"]+)')
_MISTYPED = re.compile(r"-?([a-z]+):(?!//)[^\W_]")
_WORD = re.compile(r"[^\W_]+")
_BEFORE, _BEHIND = (
    re.compile(r"(?<!\S)-?[(\[]*$"),
    re.compile(r"[^\w\s\"]*(?!\S)"),
)  # what may stand around a sum
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class QueryError(ValueError):
    """A search that cannot be read; its message is for the reader."""

    def __init__(self, message: str) -> None:
        super().__init__(clean(message))  # a part of a clean text may not be clean by itself


class Term(NamedTuple):
    """A word or a phrase of a query, folded."""

    words: tuple[str, ...]
    prefix: bool  #: whether its last word may go on

    def expression(self) -> str:
        """Return the term in FTS5's language; of letters and digits alone, nothing in it can be syntax."""
        return f'"{" ".join(self.words)}"{" *" if self.prefix else ""}'

    def pattern(self) -> str:
        """Return a regular expression for the term in folded text, whatever parts its words there."""
        first, *others = map(re.escape, self.words)
        # the look back stands behind the first word: a pattern that begins with letters is found quickly
        words = r"[\W_]+".join([rf"{first}(?<![^\W_]{first})", *others])
        return rf"{words}(?![^\W_])" if not self.prefix else rf"{words}[^\W_]*"


class Named(NamedTuple):
    """Articles that mention an actor or a summit of a name, or are of an outlet of this name."""

    kind: SelectionKind | None  #: None for an outlet
    name: str  #: folded
    without: bool = False

    def __str__(self) -> str:
        key = "org" if self.kind == "organization" else self.kind or "source"
        return f"{key}:{self.name}" if " " not in self.name else f'{key}:"{self.name}"'


class Bound(NamedTuple):
    """Articles from a day on, or until a day."""

    sign: str  #: ">=" or "<="
    day: str  #: a string that all days within reach are at least, or at most
    without: bool = False


class Has(NamedTuple):
    """Articles in which there is something of a kind."""

    what: str  #: pledge, sum, summit or date
    without: bool = False


class Marked(NamedTuple):
    """Articles that have a mark of the reader's."""

    what: str  #: read, note or bookmark
    without: bool = False


class Money(NamedTuple):
    """Articles with one figure for which all comparisons hold; of another currency where they state it."""

    comparisons: tuple[tuple[str, str], ...]  #: sign of SQL's, decimal string
    currency: str | None  #: ISO 4217; None for any
    without: bool = False


class Sum(NamedTuple):
    """Articles with a sum of money, or with the words that stand for it."""

    words: Term
    money: Money
    without: bool = False


Operator = Named | Bound | Has | Marked | Money | Sum


class Query(NamedTuple):
    """A query as it was read; all of it has to hold."""

    terms: tuple[Term, ...] = ()
    without: tuple[Term, ...] = ()
    operators: tuple[Operator, ...] = ()


def parse(query: str) -> Query:
    """Return what a query asks for; the last word may go on unless a space follows.

    Raises QueryError where there is nothing to look for or a part of it makes no sense.
    """
    typed = _DASHES.sub(" ", clean(query))
    text = fold(typed)
    if len(text) > LONGEST:
        raise QueryError(f"a search can have {LONGEST} characters at most")
    if text.count('"') % 2:
        raise QueryError('a phrase needs a quotation mark at both ends: "fishing rights"')
    terms: list[Term] = []
    without: list[Term] = []
    operators: list[Operator] = []
    sums = _sums(typed)
    at, last = 0, ""
    while piece := _next(text, at):
        at, last = piece.end(), ""
        if piece.re is _PIECE and piece.start() in sums:
            at, sum_ = sums[piece.start()]
            operators.append(sum_)
            continue
        if piece.re is _OPERATOR:
            operators.append(_operator(piece))
            continue
        no, spoken = _spoken(piece)
        if words := tuple(_WORD.findall(spoken)):
            (without if no else terms).append(Term(words, False))
            last = "" if no or piece["quoted"] is not None else spoken
    if not (terms or without or operators):
        raise QueryError(f"type words, or {HINT.removeprefix('words ')}")
    if last and _WORD.match(last[-1]) and not text[-1].isspace():
        *before, word = terms[-1].words
        if len(word) >= (_BEGUN_IN_PHRASE if before else _BEGUN):
            terms[-1] = terms[-1]._replace(prefix=True)
    # each once: what is asked again costs again
    operators = list(dict.fromkeys(operators))
    return Query(tuple(dict.fromkeys(terms)), tuple(dict.fromkeys(without)), _together(operators))


def expression(terms: tuple[Term, ...], joint: str = "AND") -> str:
    """Return the FTS5 query that all terms together make, or with "OR" any of them."""
    return f" {joint} ".join(term.expression() for term in terms)


def _sums(typed: str) -> dict[int, tuple[int, Sum]]:
    """Return the sums that are parts of a query, with where they end, by where their parts begin, folded."""
    found = {}
    for one in sums_in(typed):
        before = _BEFORE.search(typed, 0, one.start)
        if before and _BEHIND.match(typed, one.end):
            start, end = (len(fold(typed[:at])) for at in (before.start(), one.end))
            words = Term(tuple(_WORD.findall(fold(typed[one.start : one.end]))), False)
            sum_ = Money((("=", one.amount),), one.currency)
            found[start] = end, Sum(words, sum_, without=typed[before.start()] == "-")
    return found


def _next(text: str, at: int) -> re.Match[str] | None:
    """Return the next operator, phrase or word."""
    while at < len(text) and text[at].isspace():
        at += 1
    fresh = at == 0 or text[at - 1].isspace()
    return (_OPERATOR.match(text, at) if fresh else None) or _PIECE.search(text, at)


def _spoken(piece: re.Match[str]) -> tuple[bool, str]:
    """Return whether a phrase or word is negated, and it; raises QueryError for a mistyped operator."""
    if piece["quoted"] is not None:
        return bool(piece["no"]), piece["quoted"]
    word = piece["word"]
    if mistyped := _MISTYPED.match(word):
        from difflib import get_close_matches  # noqa: PLC0415 - only on the way to an error

        if near := get_close_matches(mistyped[1], (*_KEYS, "money"), n=1, cutoff=_NEAR):
            right = "money>1bn" if near[0] == "money" else f"{near[0]}:"
            raise QueryError(f"“{mistyped[1]}:” is unknown; did you mean {right}?")
    return word[0] == "-" and word[1:2] != "-", word


def _operator(piece: re.Match[str]) -> Operator:
    key, without = piece["key"], bool(piece["no"])
    value = " ".join((piece["quoted"] if piece["quoted"] is not None else piece["value"]).split())
    if key is None:
        return _money(piece["sign"], value, without)
    if key in ("from", "to"):
        return _bound(key, value, without)
    if key == "has":
        kind = _one_of(key, value, _HAS)
        return Marked(kind, without) if kind in _MARKS else Has(kind, without)
    if key == "is":
        return Marked("read", without != (_one_of(key, value, _IS) == "unread"))
    if not _WORD.search(value):
        raise QueryError(
            f'{key}: needs a name without a space before it; write {key}:name or {key}:"two words"'
        )
    return Named(ACTORS.get(key), value, without)


def _one_of(key: str, value: str, known: Mapping[str, str]) -> str:
    """Return what is known by a value; raises QueryError where it is not."""
    if value not in known:
        told = f"nothing is known as “{value}”" if value else "it is left open what"
        raise QueryError(f"{key}: {told}; write {key}: with {', '.join(dict.fromkeys(known.values()))}")
    return known[value]


def _bound(key: str, value: str, without: bool) -> Bound:
    """Return the bound of a year, month or day; raises QueryError where there is no such one."""
    found = _DAY.fullmatch(value)
    if found is None or not value.isascii():
        told = f"“{value}” is no date" if value else "a date is missing"
        raise QueryError(f"{key}: {told}; write {key}:2031-03-02, {key}:2031-03 or {key}:2031")
    year, month, day = (int(part) if part else 1 for part in found.groups())
    try:
        date(year, month, day)
    except ValueError:
        raise QueryError(f"{key}: there is no {value} in the calendar") from None
    return Bound(">=", value, without) if key == "from" else Bound("<=", f"{value}~", without)


def _money(sign: str, value: str, without: bool) -> Money:
    from dateline.linking import typed_sums  # noqa: PLC0415 - seldom needed

    sign = _SIGNS.get(sign, sign)
    try:
        amount, currency = typed_sums.parse(value)
    except typed_sums.AmountError:
        amount, currency = None, None
    if amount is None:
        told = f"“{value}” is no sum" if value else "a sum is missing"
        raise QueryError(f'money{sign} {told}; write money>1bn, money>=£500m or money<"2m eur"')
    return Money(((sign, amount),), currency, without)


def _together(operators: list[Operator]) -> tuple[Operator, ...]:
    """Return the operators, those for money as one where they are about one currency: a sum between two."""
    rest = [o for o in operators if not isinstance(o, Money) or o.without]
    asked = [o for o in operators if isinstance(o, Money) and not o.without]
    currencies = {o.currency for o in asked} - {None}
    if len(currencies) > 1:
        return tuple(operators)
    comparisons = tuple(dict.fromkeys(c for o in asked for c in o.comparisons))
    return (*rest, *([Money(comparisons, currencies.pop() if currencies else None)] if asked else []))
