"""What one article reports of one gathering, with its date and company settled, ready to be compared."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.extraction.gathering_words import NAMED, TOPICS, series
from dateline.extraction.wordlists import words
from dateline.linking.periods import Period, period
from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dateline.linking.parties import Parties
    from dateline.model import Gathering, LinkedParty, ResolvedDate, Source

#: Days before and after its article within which an undated gathering is looked for.
REACH = 10
_SMALL = words("a an the of in on at with to and for between by their his her its this that")


@dataclass(frozen=True, slots=True)
class Report:
    """One article's gathering."""

    article: str
    number: int  #: its place in Extraction.gatherings
    gathering: Gathering
    written: dt.date
    date: str | None  #: ISO prefix or range
    when: Period  #: of the date, or around the article's own where it gives none
    company: tuple[LinkedParty, ...]  #: actors alone
    series: str | None
    topic: str | None
    words: frozenset[str]  #: what its phrases say, folded
    actors: frozenset[str]  #: ids of the company
    place: str | None  #: folded

    @property
    def middle(self) -> int:
        """Return the number of the day in the middle of when it was."""
        return self.when.first.toordinal() + self.when.days // 2


def reports(
    source: Source,
    written: str,
    resolved: Sequence[ResolvedDate],
    parties: Parties,
    before: Mapping[int, Report] | None = None,
) -> list[Report]:
    """Return the gatherings that an article reports, which was written on the date.

    Those that it had before, by their numbers, are kept where they are the same.
    """
    article, day = source.article.id, dt.date.fromisoformat(written)
    found = []
    for number, gathering in enumerate(source.extraction.gatherings):
        iso = resolved[gathering.date].iso if gathering.date is not None else None
        company = tuple(_company(parties, article, gathering))
        kept = (before or {}).get(number)
        if kept is None or (kept.written, kept.date, kept.company) != (day, iso, company):
            kept = _report((article, number), gathering, day, iso, company)
        found.append(kept)
    return found


def _report(
    place: tuple[str, int],
    gathering: Gathering,
    written: dt.date,
    date: str | None,
    company: tuple[LinkedParty, ...],
) -> Report:
    article, number = place
    known = period(date) if date is not None else None
    around = Period(written - dt.timedelta(days=REACH), written + dt.timedelta(days=REACH))
    text = " ".join(m.text for m in gathering.mentions)
    return Report(
        article=article,
        number=number,
        gathering=gathering,
        written=written,
        date=date if known is not None else None,
        when=known or around,
        company=company,
        series=_series(text),
        topic=next((w for w in fold(text).split() if w in TOPICS), None),
        words=frozenset(w for w in fold(text).split() if w not in _SMALL),
        actors=frozenset(party.id for party in company if party.id is not None),
        place=fold(gathering.place) if gathering.place else None,
    )


def _company(parties: Parties, article: str, gathering: Gathering) -> Iterator[LinkedParty]:
    """Yield the actors who take part, each once."""
    seen: set[str] = set()
    for party in gathering.participants:
        linked = parties.resolve(article, party)
        if linked is not None and linked.id is not None and linked.id not in seen:
            seen.add(linked.id)
            yield linked


def _series(text: str) -> str | None:
    """Return the short name of the body or forum whose gathering the phrases name."""
    lower = re.split(r" (?:between|with) ", text.casefold(), maxsplit=1)[0]
    named = next((short for full, short in NAMED.items() if full in lower), None)
    if named is not None:
        return named
    known = series()
    words = lower.replace("’s", " ").replace("'s", " ").replace("(", " ").replace(")", " ").split()
    for width in (5, 4, 3, 2, 1):
        for i in range(len(words) - width + 1):
            found = known.get(" ".join(words[i : i + width]))
            if found is not None:
                return found
    return None
