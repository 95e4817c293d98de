"""A dossier as Markdown: all there is on an actor, a summit or a claim, each statement with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.exports.claims import claim_told
from dateline.exports.markdown import citation, dates_told, escaped, plural, quotation
from dateline.exports.sources import Sources
from dateline.index.labels import short_date
from dateline.index.rows import LedgerFilter, LedgerOrder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.index.collection import Collection
    from dateline.index.dossier_rows import Companion, Dossier, RoleRow
    from dateline.index.rows import DateRange, Selection, SummitRow

_WINDOW = 200  #: articles whose sentences are asked for at once
_CLAIMS = ("figure", "pledge")


class Unknown(LookupError):
    """There is no dossier of what was asked for."""


def as_markdown(collection: Collection, of: Selection, dates: DateRange | None = None) -> Iterator[str]:
    """Yield the dossier of an actor, a summit or a claim, from the articles of the dates.

    A claim is told with all its reports, whatever the dates. Raises Unknown where there is nothing on it.
    """
    sources = Sources(collection)
    if of.kind in _CLAIMS:
        yield from _claim_alone(collection, of, sources)
        return
    dossier = collection.dossier(of, dates)
    if dossier is None:
        raise Unknown(f"there is no dossier of “{of.label}”")
    yield from _head(collection, dossier, dates)
    if dossier.names:
        yield from _list("Names", dossier.names)
    if dossier.summit is not None:
        yield from _list("Company", [actor.label for actor in dossier.summit.company])
    yield from _roles("Offices", [r for r in dossier.roles if r.kind != "phrase"])
    yield from _roles("Spoken of as", [r for r in dossier.roles if r.kind == "phrase"])
    claims = collection.ledger(LedgerFilter(actor=of, dates=dates), LedgerOrder())
    if of.kind != "summit" and claims:
        yield "\n## Pledges\n"
        for claim in claims:
            yield from claim_told(collection, claim, sources)
    yield from _list("Summits", [_summit(summit) for summit in dossier.summits])
    yield from _companions("Mentioned with", dossier.companions, dossier)
    yield from _companions("Sums in the same sentences", dossier.figures, dossier)
    yield from _sentences(collection, of, dates, sources)


def _head(collection: Collection, dossier: Dossier, dates: DateRange | None) -> Iterator[str]:
    yield f"# {escaped(dossier.selection.label)}\n\n"
    told: list[str] = [dossier.selection.kind]
    if (summit := dossier.summit) is not None:
        place = ", ".join(dict.fromkeys(part for part in (summit.place, summit.country) if part))
        when = short_date(summit.date) if summit.date else "no date known"
        told = [summit.kind, when, place or "no place known"]
    told += [plural(dossier.articles, "article"), plural(dossier.mentions, "mention")]
    if dossier.outlets:
        told.append(plural(dossier.outlets, "known outlet"))
    told.append(dates_told(dates))
    if dossier.hidden:
        told.append(f"{plural(dossier.hidden, 'article')} outside these dates")
    yield f"{' · '.join(escaped(part) for part in told)}\n\n"
    yield f"Read by machine from the collection “{escaped(collection.name)}”; the sources stand beside it.\n"


def _list(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"\n## {title}\n\n"
        yield from (f"- {escaped(item)}\n" for item in items)


def _roles(title: str, roles: Sequence[RoleRow]) -> Iterator[str]:
    items = []
    for role in roles:
        words = f"“{role.words}”" if role.kind == "phrase" else role.words
        first, last = short_date(role.first), short_date(role.last)
        when = first if first == last else f"{first} – {last}"
        items.append(
            f"{'former ' * (role.kind == 'former')}{words}: {when}, {plural(role.articles, 'article')}"
        )
    return _list(title, items)


def _claim_alone(collection: Collection, of: Selection, sources: Sources) -> Iterator[str]:
    view = collection.claim(of.id)
    if view is None:
        raise Unknown(f"there is no claim “{of.label}”")
    yield f"# {escaped(view.row.selection.label)}\n"
    yield from claim_told(collection, view.row, sources)
    related = {
        "Sums close to it": view.close_to,
        "Other sums for it": view.differs_from,
        "It follows": view.follows,
        "It is followed by": view.followed_by,
    }
    for title, others in related.items():
        yield from _list(title, [other.label for other in others])


def _summit(summit: SummitRow) -> str:
    when = short_date(summit.date) if summit.date else "no date known"
    return f"{summit.name}: {when}, {plural(summit.articles, 'article')}"


def _companions(title: str, companions: Sequence[Companion], dossier: Dossier) -> Iterator[str]:
    if dossier.sampled < dossier.articles:
        title = f"{title}, in {plural(dossier.sampled, 'article')} of them"
    return _list(
        title, [f"{c.selection.label}: {plural(c.together, 'article')} of {c.articles:,}" for c in companions]
    )


def _sentences(
    collection: Collection, of: Selection, dates: DateRange | None, sources: Sources
) -> Iterator[str]:
    """Yield every sentence that mentions it, article by article in the order of their dates."""
    yield "\n## Articles\n"
    offset, article = 0, None
    while found := collection.sentences(of, dates, offset, _WINDOW):
        for evidence in found:
            if evidence.article != article:
                article = evidence.article
                yield f"\n### {escaped(short_date(evidence.date))}: {escaped(evidence.title)}\n"
            yield f"\n{quotation(evidence.sentence, citation(evidence, sources))}"
        offset += _WINDOW
