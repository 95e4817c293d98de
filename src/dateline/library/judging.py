"""Judgements as values: what a list of entries comes to, and the entries that it takes.

An entry is a JSON object with "do": judge (with "id", "at", "kind", "about", "value"), undo (with
"judgement"), succeed (with "old" and "new": ids of articles).
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, get_args

from dateline.model import ActorType, Judgement, JudgementKind, Quote
from dateline.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

Entry = dict[str, Any]

_KINDS: frozenset[str] = frozenset(get_args(JudgementKind))
#: What "kind" may say.
NATURES: frozenset[str] = frozenset({*get_args(ActorType), "none"})
_PAIRS = frozenset({"same", "different"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LONGEST = 10_000  #: characters of a quote or a value; a pledge's sentence is far shorter


class Record:
    """All that a file says: judgements, which of them are undone, and which article took another's place."""

    def __init__(self) -> None:
        self.judgements: dict[str, Judgement] = {}  #: by id, in the order of the file
        self.undone: dict[str, None] = {}  #: ids, in the order in which they were undone
        self.successors: dict[str, list[str]] = {}  #: by Article.id, the newest last

    def apply(self, entry: Entry) -> bool:
        """Take in an entry; return False, and change nothing, where it is none."""
        match entry:
            case {"do": "judge"}:
                judgement = judgement_of(entry)
                if judgement is None:
                    return False
                self.judgements.setdefault(judgement.id, judgement)
            case {"do": "undo", "judgement": str(id_)}:
                self.undone[_line(id_)] = None
            case {"do": "succeed", "old": str(old), "new": str(new)}:
                known = self.successors.setdefault(_line(old), [])
                if _line(new) not in known:
                    known.append(_line(new))
            case _:
                return False
        return True

    def standing(self) -> list[Judgement]:
        """Return the judgements that hold, in the order in which they were made."""
        return [judgement for id_, judgement in self.judgements.items() if id_ not in self.undone]

    def knows(self, article: str) -> bool:
        """Say whether any judgement may be about the article or one that it took the place of."""
        return any(
            quote.article == article or article in self.later(quote.article)
            for judgement in self.judgements.values()
            for quote in judgement.about
        )

    def later(self, article: str) -> list[str]:
        """Return the articles that took the place of one, and of those in turn, the newest first."""
        found: dict[str, None] = {}
        waiting = [article]
        while waiting:
            for new in reversed(self.successors.get(waiting.pop(0), ())):
                if new not in found and new != article:
                    found[new] = None
                    waiting.append(new)
        return list(reversed(found))

    def entries(self) -> Iterator[Entry]:
        """Yield the entries that come to what holds now: to be given to somebody else."""
        standing = self.standing()
        told = {quote.article for judgement in standing for quote in judgement.about}
        told |= {new for article in told for new in self.later(article)}
        for judgement in standing:
            yield entry_of(judgement)
        for old, successors in self.successors.items():
            if old in told:
                yield from ({"do": "succeed", "old": old, "new": new} for new in successors)


def entry_of(judgement: Judgement) -> Entry:
    """Return the entry that makes a judgement."""
    entry: Entry = {
        "do": "judge",
        "id": judgement.id,
        "at": judgement.at,
        "kind": judgement.kind,
        "about": [
            {"article": q.article, "text": q.text, "before": q.before, "after": q.after}
            for q in judgement.about
        ],
    }
    return {**entry, "value": judgement.value} if judgement.value else entry


def judgement_of(entry: Entry) -> Judgement | None:
    """Return the judgement that an entry makes, None where it makes none."""
    match entry:
        case {"id": str(id_), "at": str(at), "kind": str(kind), "about": list(about)} if _line(id_):
            quotes = [_quote(q) for q in about]
            value = entry.get("value", "")
        case _:
            return None
    if kind not in _KINDS or not isinstance(value, str):
        return None
    whole = tuple(quote for quote in quotes if quote is not None)
    if len(whole) < len(quotes) or len(whole) != (2 if kind in _PAIRS else 1):
        return None
    value = clean(value).strip()
    if len(value) > _LONGEST or not _says_something(kind, value, whole):
        return None
    return Judgement(_line(id_), _line(at), kind, whole, value)  # type: ignore[arg-type]  # it is one of them


def _line(told: str) -> str:
    """Return an id or a time as one clean line: as it is wherever dateline wrote it."""
    return " ".join(clean(told).split())


def _quote(quoted: object) -> Quote | None:
    match quoted:
        case {"article": str(article), "text": str(text), **rest} if _line(article):
            before, after = rest.get("before", ""), rest.get("after", "")
        case _:
            return None
    if not isinstance(before, str) or not isinstance(after, str):
        return None
    text, before, after = clean(text), clean(before), clean(after)
    if max(map(len, (article, text, before, after))) > _LONGEST:  # of what is kept: cleaning may lengthen
        return None
    return Quote(_line(article), text, before, after)


def _says_something(kind: str, value: str, about: tuple[Quote, ...]) -> bool:
    if kind == "date":
        return is_day(value)
    if not all(quote.text.strip() for quote in about):  # of a whole article there is but a date to be said
        return False
    if kind == "kind":
        return value in NATURES
    if kind in _PAIRS:
        return about[0] != about[1]
    return bool(value) if kind == "rename" else True


def is_day(text: str) -> bool:
    """Say whether text is an ISO date with year, month and day."""
    try:
        return bool(_DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False
