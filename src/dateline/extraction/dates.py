"""Date expressions, kept relative where the words are: `linking.dates` resolves them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.language import Language

from dateline.extraction import extensions, tense
from dateline.extraction.date_grammar import dates as worded_dates
from dateline.model import DateExpression

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

    from dateline.extraction.date_parts import Worded

NAME = "dateline_dates"

_FAR = 400  #: characters within which a date may count from the one before it
#: A day that its event has given a year for good.
_EVENTS = (
    (
        re.compile(r"(?i)--09-11"),
        re.compile(r"(?i) (?:\w+ ){0,2}(?:attacks?|hijack\w+|bomb\w+|atrocit\w+)\b"),
        "2001-09-11",
    ),
    (re.compile(r"(?i)--07-07"), re.compile(r"(?i) (?:\w+ ){0,2}(?:attacks?|bomb\w+)\b"), "2005-07-07"),
    (
        re.compile(r"(?i)--10-07"),
        re.compile(r"(?i) (?:\w+ ){0,2}(?:attacks?|massacres?|killings)\b"),
        "2023-10-07",
    ),
)


@Language.component(NAME)
def dates(doc: Doc) -> Doc:
    """Set doc._.dates and doc.spans["dates"]."""
    found = tuple(_expressions(doc, worded_dates(extensions.text(doc))))
    doc._.dates = found
    extensions.keep_spans(doc, "dates", ((d.start, d.end, d.form) for d in found))
    return doc


def _expressions(doc: Doc, dates: Iterable[Worded]) -> Iterator[DateExpression]:
    """Yield the dates with what tense says of them and the date before from which they count."""
    full = extensions.text(doc)
    last: int | None = None  # where the date before ends
    index, base, news = -1, -1, None
    base_day: int | None = None
    for date in dates:
        direction = date.direction
        if date.open or date.ahead:
            told = tense.direction(doc, date.start, date.end)
            if date.ahead and told == "past":
                continue
            direction = direction or told
        breaks = full.count("\n\n", last, date.start) if last is not None else 0
        near = last is not None and date.start - last < _FAR and breaks < (2 if date.form[0] in "+-" else 1)
        if date.anchored and not near and date.form.endswith(("M", "Y")):
            continue
        text = full[date.start : date.end]
        form = _event(full, date) or date.form
        anchor = news if date.news or date.anchored else None
        if date.anchored and near:
            anchor = base_day if date.form == "+P0D" else base
        yield DateExpression(date.start, date.end, text, form, direction, anchor, date.rule)
        if not (date.form.startswith("day:") and _is_quoted(full, date.start)):
            last, base = date.end, index + 1
            base_day = base if date.grain in {"day", "weekday"} else base_day
        index += 1
        if _may_be_news(date):
            news = index


def _is_quoted(text: str, start: int) -> bool:
    """Tell whether a quotation is open at the offset: its "today" is the speaker's."""
    paragraph = text[max(0, text.rfind("\n", 0, start)) : start]
    return paragraph.rfind("“") > paragraph.rfind("”") or paragraph.count('"') % 2 == 1


def _may_be_news(date: Worded) -> bool:
    """Tell whether it is a day of the calendar or the week; a "today" is often that of a quotation."""
    named = date.form.startswith("day:") or date.anchored or date.news
    return date.grain in {"day", "weekday"} and not named


def _event(text: str, date: Worded) -> str | None:
    """Return the full date of a day that an event behind it names ("the 11 September attacks")."""
    for form, event, full in _EVENTS:
        if form.fullmatch(date.form) and event.match(text, date.end):
            return full
    return None
