"""The words of a Doc as plain strings, read once: spaCy makes a new token and a new string at every look."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Set

    from spacy.tokens import Doc

_KEY = "dateline.wording"


class Wording:
    """The text of each token of a Doc, where each text stands, and the whole text."""

    def __init__(self, doc: Doc) -> None:
        strings = doc.vocab.strings
        by_orth: dict[int, list[int]] = {}
        orths: list[int] = doc.to_array("ORTH").tolist()
        for place, orth in enumerate(orths):
            by_orth.setdefault(orth, []).append(place)
        names = {orth: strings[orth] for orth in by_orth}
        self.texts: list[str] = [names[orth] for orth in orths]
        self.places: dict[str, list[int]] = {names[orth]: rows for orth, rows in by_orth.items()}
        spaces: list[int] = doc.to_array("SPACY").tolist()
        self.whole = "".join(
            [text + " " if space else text for text, space in zip(self.texts, spaces, strict=True)]
        )
        self.capitalized: list[int] = self.where(lambda text: text[:1].isupper())

    def where(self, test: Callable[[str], object]) -> list[int]:
        """Return the places, in order, of the tokens whose text passes the test; each text is tested once."""
        return sorted([place for text, rows in self.places.items() if test(text) for place in rows])

    def among(self, words: Set[str]) -> list[int]:
        """Return the places, in order, of the tokens whose text is one of the words."""
        return sorted([place for text in self.places.keys() & words for place in self.places[text]])


def wording(doc: Doc) -> Wording:
    """Return the words of doc, read once."""
    found = doc.user_data.get(_KEY)
    if not isinstance(found, Wording):
        found = doc.user_data[_KEY] = Wording(doc)
    return found
