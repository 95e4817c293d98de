"""What can be said of what the cursor is on, as the judge box lists it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.library.wording import worded
from dateline.reader.screens.judge import Choice
from dateline.reader.widgets.strips import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.index.rows import SelectionKind
    from dateline.model import Judgement
    from dateline.reader.targets import Target

_TITLE = 48  #: cells of an article's title
_NATURES: dict[SelectionKind, str] = {
    "person": "a person",
    "organization": "an organization",
    "country": "a country",
}


def choices(target: Target, told: Sequence[Judgement]) -> list[Choice]:
    """Return what can be said of a target; `told` is what has been said of it already."""
    found: list[Choice] = []
    if target.selection is not None:
        kind = target.selection.kind
        group = f"{target.selection.label} · {kind}"
        if kind in ("figure", "pledge"):
            found += _of_claim(group)
        elif kind == "summit":
            found += _of_summit(group, target)
        elif kind in _NATURES:
            found += _of_actor(group, kind, target)
    article = f"The article “{shorten(target.view.title, _TITLE)}”"
    found.append(Choice(article, "its date is …", "date", asks="day", whole=True))
    found += [
        Choice("What you have said", f"take back: {worded(judgement)}", "undo", judgement.id)
        for judgement in told
    ]
    return found


def _of_claim(group: str) -> Iterator[Choice]:
    yield Choice(group, "is right: confirm it", "confirmed")
    yield Choice(group, "is wrong", "wrong")


def _of_actor(group: str, kind: SelectionKind, target: Target) -> Iterator[Choice]:
    yield Choice(group, f"is not {_NATURES[kind]}", "kind", "none")
    for other, words in _NATURES.items():
        if other != kind:
            yield Choice(group, f"is {words}", "kind", other)
    if kind == "country":  # two countries are never one
        yield Choice(group, f"“{target.words}” here is not this one", "different")
        yield Choice(group, "is called …", "rename", asks="name")
    else:
        yield from _of_identity(group, target)


def _of_summit(group: str, target: Target) -> Iterator[Choice]:
    yield Choice(group, "is no summit", "kind", "none")
    yield Choice(group, "its date is …", "date", asks="day")
    yield from _of_identity(group, target)


def _of_identity(group: str, target: Target) -> Iterator[Choice]:
    assert target.selection is not None
    yield Choice(group, "is the same as …", "same", asks="subject")
    yield Choice(group, f"“{target.words}” here is another one", "different")
    yield Choice(group, "is called …", "rename", asks="name")
