"""What is wrong with single records of a file: the first few are named, the others counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.loading import columns
from dateline.loading.drafts import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NO_TEXT = "has no text"
_LINKS = ("url", "link", "weburl", "web_url")
_LONGEST_NAME = 40  # characters of a column's name that are told
_SHOWN = 3  # that are named


class Flaws:
    """The records of a file in which something is wrong, by what it is."""

    def __init__(self, word: str) -> None:
        self._word = word  #: what a record is called
        self._numbers: dict[str, list[int]] = {}  #: of the first few
        self._counts: dict[str, int] = {}
        self._advice: dict[str, str] = {}

    def add(self, number: int, reason: str, advice: str = "") -> None:
        """Note what is wrong with a record, and what to do where it is not to correct the record."""
        self._counts[reason] = self._counts.get(reason, 0) + 1
        if self._counts[reason] <= _SHOWN:
            self._numbers.setdefault(reason, []).append(number)
        self._advice.setdefault(reason, advice or f"correct the {self._word}, or remove it")

    def told(self) -> Iterator[Flaw]:
        """Yield one flaw for each thing that is wrong."""
        for reason, numbers in self._numbers.items():
            named, left = ", ".join(map(str, numbers)), self._counts[reason] - len(numbers)
            more = f" and {left:,} more" if left else ""
            yield Flaw(f"{self._word} {named}{more} {reason}", self._advice[reason])


def without_text(names: Sequence[str]) -> tuple[str, str]:
    """Return reason and advice for a record that has these columns, but none that is known to be its text."""
    about = f" (it has {', '.join(name[:_LONGEST_NAME] for name in names[:8])})" if names else ""
    advice = "name the column with --map text=…"
    if not any(map(columns.is_known, names)):
        advice += "; a table needs a row with the names of its columns at the top"
    if any(name.lower() in _LINKS for name in names):
        advice += ", or `dateline add` the addresses in it"
    return f"{NO_TEXT}{about}", advice
