"""The articles of a story in the order of their dates, and its claims: what need not all be there at once."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from dateline.model import Claim, LinkedArticle

if TYPE_CHECKING:
    from collections.abc import Callable


class Timeline:
    """The dates under which the articles are known to the steps behind the calendar."""

    def __init__(self) -> None:
        self.dates: dict[str, str] = {}  #: by Article.id
        self.order: list[tuple[str, str]] = []  #: date and id of the articles

    def put(self, id_: str, date: str) -> None:
        """Take in an article that is not there."""
        self.dates[id_] = date
        insort(self.order, (date, id_))

    def drop(self, id_: str) -> None:
        """Forget an article."""
        date = self.dates.pop(id_)
        del self.order[bisect_left(self.order, (date, id_))]


class Told(Mapping[str, LinkedArticle]):
    """The articles of a story, in the order of their dates, each linked when it is asked for."""

    def __init__(self, linked: Callable[[str], LinkedArticle], order: list[str]) -> None:
        self._linked = linked
        self._order = dict.fromkeys(order)

    def __getitem__(self, article: str) -> LinkedArticle:
        if article not in self._order:
            raise KeyError(article)
        return self._linked(article)

    def __iter__(self) -> Iterator[str]:
        return iter(self._order)

    def __len__(self) -> int:
        return len(self._order)


class Named(Mapping[str, Claim]):
    """The claims of a story by their ids, each looked up when it is asked for."""

    def __init__(
        self, claim: Callable[[str], Claim | None], claims: Callable[[], Mapping[str, Claim]]
    ) -> None:
        """Take what returns the claim of an id, and what returns all."""
        self._claim = claim
        self._claims = claims

    def __getitem__(self, id_: str) -> Claim:
        claim = self._claim(id_)
        if claim is None:
            raise KeyError(id_)
        return claim

    def __iter__(self) -> Iterator[str]:
        return iter(self._claims())

    def __len__(self) -> int:
        return len(self._claims())
