"""From a record (a row, an object of JSON, front matter) to what it tells of its article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dateline.loading import columns, headline, markup, numeric_dates
from dateline.loading.drafts import Draft
from dateline.loading.flaws import Flaws, without_text
from dateline.loading.page_parts import host

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dateline.loading.drafts import Flaw
    from dateline.loading.numeric_dates import Order

_REMOVED = "[Removed]"  # as NewsAPI has it
_CUT_END = "chars]"
_CUT = re.compile(r"\s?(?:…|\.\.\.)?\s?\[\+\d{1,7} chars\]$")  # where NewsAPI breaks a text off
_LINK = re.compile(r"\[\[(?:[^\[\]|]{0,200}\|)?([^\[\]|]{1,200})\]\]")  # of a note to another


class Told(NamedTuple):
    """What a record tells beside the text; None where it does not."""

    title: str | None
    date: str | None
    outlet: str | None
    unread: str | None  #: what stands for a date and can't be read as one


def told(record: Mapping[str, object], names: Mapping[str, str], order: Order | None = None) -> Told:
    """Return headline, day and outlet of a record, `names` being the map of columns."""
    title = columns.words(columns.value(record, "title", names))
    outlet = _outlet(record, names)
    date = columns.value(record, "date", names)
    order = numeric_dates.named(names.get(columns.ORDER)) or order
    day = columns.day(_LINK.sub(r"\1", date) if isinstance(date, str) else date, order)
    return Told(
        headline.without_site(" ".join(markup.text_of(title).split()), outlet)[0] if title else None,
        day,
        outlet,
        " ".join(str(date).split())[:30] if day is None and date not in (None, "") else None,
    )


def _outlet(record: Mapping[str, object], names: Mapping[str, str]) -> str | None:
    """Return the first outlet that is told by a name, else the host of an address."""
    found = [words for value in columns.values(record, "source", names) if (words := columns.words(value))]
    plain = [_LINK.sub(r"\1", words).strip().removeprefix("www.") for words in found]
    return next((words for words in plain if not host(words)), None) or next(map(host, plain), None)


class Records:
    """Makes drafts of the records of one file, and remembers what is wrong with single ones."""

    def __init__(self, word: str, names: Mapping[str, str], order: Order | None = None) -> None:
        self._names, self._order = names, order
        self.flaws = Flaws(word)

    def draft(self, raw: bytes, record: Mapping[str, object], number: int, site: str = "") -> Iterator[Draft]:
        """Yield the draft of a record, if it has a text; `site` is the outlet where the record names none."""
        text = columns.words(columns.value(record, "text", self._names))
        if text is None:
            if any(value not in (None, "") for value in record.values()):
                self.flaws.add(number, *without_text(columns.names_in(record)))
            return
        if text.strip() == _REMOVED:
            self.flaws.add(number, "was taken back by its publisher", "nothing to do")
            return
        found = told(record, self._names, self._order)
        if found.unread:
            self.flaws.add(
                number,
                "has a date that can't be read",
                f"write 2031-03-02, not “{found.unread}”, or give --map order=day (or month)",
            )
        text = markup.text_of(text)
        if text.endswith(_CUT_END):
            text = _CUT.sub("…", text)
        yield Draft(raw, text, number, found.title, found.date, found.outlet or site or None)

    def problems(self) -> Iterator[Flaw]:
        """Yield what is wrong with single records."""
        return self.flaws.told()
