"""What may be meant by the name that is being typed in a search: actors, summits, outlets, closed words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dateline.index.query import ACTORS, OUTLETS
from dateline.text import clean, fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.index.collection import Collection
    from dateline.index.rows import Found

MOST = 6  #: names that are offered at once
WORDS = {"has": ("pledge", "sum", "summit", "date", "note", "bookmark"), "is": ("unread", "read")}

_BEGUN = re.compile(r'(?:^|\s)-?([a-z]+):("[^"]*|[^\s"]*)$', re.IGNORECASE)
_DATED = re.compile(r", [^,]*\b\d{4}$")  # the date that a summit's label ends with


class Begun(NamedTuple):
    """A name that is being typed."""

    key: str  #: the operator before it, in lower case
    letters: str  #: as far as it is typed
    start: int  #: the offset in the search behind the operator


class Offer(NamedTuple):
    """A name that may be meant."""

    name: str
    articles: int | None = None  #: that mention it, where that is known


def begun(text: str) -> Begun | None:
    """Return the name with which a search ends and which may go on; None where it ends otherwise."""
    found = _BEGUN.search(text)
    if found is None or text.count('"', 0, found.start(2)) % 2:
        return None
    key = found[1].lower()
    if key not in ACTORS and key not in OUTLETS and key not in WORDS:
        return None
    return Begun(key, found[2].removeprefix('"'), found.start(2))


def completed(text: str, name: Begun, offer: Offer) -> str:
    """Return a search with a name in the place of what is typed of it, in quotes where it needs them."""
    plain = " ".join(clean(offer.name).replace('"', " ").split())
    quoted = plain if plain.isalnum() else f'"{plain}"'
    return f"{text[: name.start]}{quoted} "


def offers(collection: Collection, name: Begun) -> list[Offer]:
    """Return what may be meant by a name, the likeliest first; nothing where it is complete."""
    letters = fold(name.letters.strip())
    if name.key in WORDS:
        found = [Offer(word) for word in WORDS[name.key] if word.startswith(letters)]
    elif name.key in OUTLETS:
        found = [Offer(" ".join(outlet.split())) for outlet in _fitting(collection.outlets(), letters)]
    else:
        found = [_offer(each) for each in collection.find(name.letters, (ACTORS[name.key],), MOST)]
    return [] if any(fold(offer.name) == letters for offer in found) else found[:MOST]


def _offer(found: Found) -> Offer:
    label = " ".join(found.selection.label.split())
    return Offer(_DATED.sub("", label) if found.selection.kind == "summit" else label, found.articles)


def _fitting(outlets: Iterable[str], letters: str) -> list[str]:
    """Return the outlets with a word that begins with the letters, those that begin with them first."""
    folded = {outlet: f" {fold(outlet)}" for outlet in outlets}
    fitting = [outlet for outlet, words in folded.items() if f" {letters}" in words]
    return sorted(fitting, key=lambda outlet: not folded[outlet].startswith(f" {letters}"))
