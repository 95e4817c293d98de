"""From a draft to an article: what is date, headline, outlet and furniture, and what remains as its text."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from dateline.loading import dates, furniture, header, headline, outlets, paragraphs
from dateline.model import Article
from dateline.text import clean

if TYPE_CHECKING:
    from dateline.loading.drafts import Draft

_LONGEST_LINE = 300  # characters of a title or outlet that a format tells
_FIRST_YEAR, _NO_YEAR = "1500", "3000"  # between which articles are written
_NO_DAYS = ("1970-01-01", "1900-01-01", "1899-12-30")  # with which computers begin to count
_DEEPEST_DATELINE = 3  # paragraphs: a headline and a standfirst may stand before it


def article(draft: Draft) -> Article | None:
    """Return the article of a draft, None where it has no words but those of furniture.

    Everything in the draft but white space and a leading "date 2031-03-02" is either in the text or in the
    furniture of the article.
    """
    marked, text = dates.marker(clean(draft.text))
    head, pieces = header.read(furniture.part(paragraphs.split(text)))
    body = [piece.text for piece in pieces if not piece.is_furniture]
    lead = next((paragraph for paragraph in body if any(map(str.isalnum, paragraph))), None)
    if lead is None:
        return None
    cut = tuple(piece.text for piece in pieces if piece.is_furniture)
    title = _line(draft.title) or head.title
    agencies = (outlets.of_dateline(paragraph)[0] for paragraph in body[:_DEEPEST_DATELINE])
    return Article(
        id=hashlib.sha256(draft.raw).hexdigest(),
        title=title or headline.derive(lead),
        title_basis="declared" if title else "derived",
        declared_date=next(filter(_is_told, (draft.date, marked, head.date, head.updated)), None),
        outlet=_line(draft.outlet)
        or head.outlet
        or outlets.of_furniture(cut)
        or next(filter(None, agencies), None),
        text="\n\n".join(body),
        furniture=cut,
    )


def _is_told(day: str | None) -> bool:
    """Tell whether a date is one, not what stands for none or for never ("0001-01-01", "9999-12-31")."""
    return day is not None and _FIRST_YEAR <= day < _NO_YEAR and day not in _NO_DAYS


def _line(told: str | None) -> str | None:
    """Return what a format tells as one clean line, None where nothing is left of it."""
    words = clean(told or "").split()
    line = " ".join(words)[:_LONGEST_LINE]
    return line if any(map(str.isalnum, line)) else None
