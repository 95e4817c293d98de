"""Made-up articles whose figures and pledges stand where they are put: what claims are tested with."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.linking.claims import link_claims
from dateline.linking.dates import ArticleDate, resolve_all
from dateline.linking.parties import Parties
from dateline.model import (
    Actor,
    Article,
    Country,
    DateExpression,
    Extraction,
    Figure,
    LinkedActor,
    Mention,
    Office,
    Party,
    Person,
    Pledge,
    Source,
)

if TYPE_CHECKING:
    from dateline.linking.claims import Claims
    from dateline.model import Ruling, Status

#: Every article's text begins with those who can act.
LEAD = "Norway, Kenya, Ingrid Solberg and Oxfam. "
NAMES = {"country": ("Norway", "Kenya"), "person": ("Ingrid Solberg",), "organization": ("Oxfam",)}
CODES = {"Norway": "NO", "Kenya": "KE"}


def party(name: str) -> Party:
    kind = next(kind for kind, names in NAMES.items() if name in names)
    return Party(kind, name, LEAD.index(name), LEAD.index(name) + len(name))  # type: ignore[arg-type]


def money(amount: str | None, currency: str = "NOK", *, period: str | None = None, **more: object) -> Figure:
    """Return a figure; its offsets are settled by `article`."""
    return Figure(0, 0, f"{amount} {currency}", amount, currency, period=period, **more)  # type: ignore[arg-type]


def article(
    name: str,
    *sentences: tuple[str, Figure | None, Pledge | None],
    dates: tuple[str, ...] = (),
    written: str = "2031-03-03",
    outlet: str | None = None,
) -> Source:
    """Return an article of sentences, each with the figure and the pledge that stand in it."""
    text, spans, figures, pledges = LEAD, [(0, len(LEAD))], [], []
    for words, figure, pledge in sentences:
        start = len(text)
        text += words + " "
        spans.append((start, len(text)))
        if figure is not None:
            first = start + words.index(figure.text)
            figures.append(
                Figure(
                    first, first + len(figure.text), figure.text, figure.amount, figure.currency,
                    figure.amount_to, figure.approximate, figure.period, figure.equivalents,
                )
            )  # fmt: skip
        if pledge is not None:
            index = (len(figures) - 1,) if figure is not None else ()
            pledges.append(
                Pledge(
                    start, len(text) - 1, words, pledge.action, pledge.status, pledge.pledger,
                    pledge.spoken_by, pledge.beneficiary, index, deadline=pledge.deadline,
                    cue=_cue(words, start),
                )
            )  # fmt: skip
    at = text.index("Ingrid Solberg")
    minister = Person(
        "Ingrid Solberg",
        None,
        None,
        (Mention(at, at + 14, "Ingrid Solberg", "name", "test"),),
        (Office("prime minister", "NO"),),
    )
    extraction = Extraction(
        name,
        "test",
        sentences=tuple(spans),
        people=(minister,),
        money=tuple(figures),
        dates=tuple(DateExpression(0, 1, form, form) for form in dates),
        pledges=tuple(pledges),
    )
    return Source(Article(name, name, "derived", written, outlet, text), extraction, written)


def naming(source: Source, *names: str) -> Source:
    """Return the article with every mention of these countries found in it."""
    text = source.article.text
    countries = tuple(
        Country(
            CODES[name],
            tuple(Mention(m.start(), m.end(), name, "name", "test") for m in re.finditer(name, text)),
        )
        for name in names
    )
    return replace(source, extraction=replace(source.extraction, countries=countries))


def _cue(words: str, start: int) -> tuple[int, int]:
    """Return where the second word of a sentence stands, for its words of commitment."""
    first, second = words.split()[:2] if len(words.split()) > 1 else ("", words)
    at = start + words.index(second, len(first))
    return at, at + len(second)


def pledged(
    action: str,
    by: str = "Norway",
    to: str | None = None,
    status: Status = "pledged",
    deadline: int | None = None,
) -> Pledge:
    """Return a pledge; offsets and figures are settled by `article`."""
    return Pledge(
        0, 0, "", action, status, party(by), beneficiary=party(to) if to else None, deadline=deadline
    )


def link(*sources: Source, rulings: tuple[Ruling, ...] = ()) -> Claims:
    """Return the claims of articles."""

    def actors(kind: str) -> tuple[LinkedActor, ...]:
        return tuple(
            LinkedActor(
                Actor(kind, CODES.get(n, n.lower().replace(" ", "-")), n),  # type: ignore[arg-type]
                (Mention(LEAD.index(n), LEAD.index(n) + len(n), n, "name", "test"),),
            )
            for n in NAMES[kind]
        )

    persons, states, bodies = (
        {s.article.id: actors(kind) for s in sources} for kind in ("person", "country", "organization")
    )
    dated = {s.article.id: ArticleDate(s.modified, "declared") for s in sources}
    resolved = {s.article.id: resolve_all(s.extraction.dates, s.modified) for s in sources}
    return link_claims(sources, dated, resolved, Parties(sources, persons, states, bodies), rulings)
