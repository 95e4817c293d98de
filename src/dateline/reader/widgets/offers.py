"""The line below a text box that offers how a name may go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.message import Message

from dateline.reader.widgets.bars import Bar
from dateline.reader.widgets.strips import shorten, width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reader.completing import Offer
    from dateline.reader.widgets.strips import Piece

_MORE = " …"  #: behind those that fit


class Offers(Bar):
    """Names, as many as fit, behind the key that takes the next one; each can be clicked."""

    class Taken(Message):
        """A name was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.offers: Sequence[Offer] = ()
        self.taken = -1  #: the number of the name that stands in the box, -1 for none
        self.key = ""

    def show(self, offers: Sequence[Offer], taken: int = -1) -> None:
        """Offer other names, or the same ones with another one taken."""
        self.offers, self.taken = offers, taken
        self.refresh()

    def pieces(self) -> list[tuple[Piece, str]]:
        """Return the key and the names with their articles; the one that is taken is always in view."""
        if not self.offers:
            return []
        line: list[tuple[Piece, str]] = [((f" {self.key} ", "mark"), "0")]
        first = max(0, self.taken)
        for number in (*range(first, len(self.offers)), *range(first)):
            offer = self.offers[number]
            look = "strong" if number == self.taken else ""
            count = "" if offer.articles is None else f" {offer.articles:,}"
            joint = " · " if len(line) > 1 else ""
            room = self.size.width - width_of(piece for piece, _ in line) - len(joint) - len(count)
            if len(line) > 1 and cell_len(offer.name) > room - len(_MORE):
                line.append(((_MORE, "dim"), ""))
                break
            line += [((joint, "dim"), ""), ((shorten(offer.name, room), look), str(number))]
            line.append(((count, "dim"), str(number)))
        return line

    def follow(self, x: int) -> None:
        """Take the name at a cell."""
        if number := self.action_at(x):
            self.post_message(self.Taken(int(number)))
