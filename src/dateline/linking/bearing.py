"""What the rulings come to for each step of linking, given the extractions that they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dateline.linking.amendments import Natures, amended, natures_of, separated
from dateline.linking.organizations import BodyRulings, body_rulings
from dateline.linking.people_rulings import PeopleRulings, people_rulings
from dateline.linking.rulings import compiled, item_at
from dateline.linking.summit_rulings import SummitRulings, summit_rulings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.model import Extraction, Ruling, Source


@dataclass(frozen=True, slots=True)
class Bearing:
    """Rulings by the steps of linking that heed them; linking begins anew where they are others."""

    days: Mapping[str, str] = field(default_factory=dict)  #: of articles, by Article.id
    people: PeopleRulings = field(default_factory=PeopleRulings)
    bodies: BodyRulings = field(default_factory=BodyRulings)
    countries: Mapping[str, str] = field(default_factory=dict)  #: names by code
    summits: SummitRulings = field(default_factory=SummitRulings)
    _natures: Natures = field(default_factory=Natures)
    _parted: Mapping[str, Extraction] = field(default_factory=dict)  #: by article, items parted in two

    def amended(self, source: Source) -> Source:
        """Return a source as the rulings have it; a day that they give is as good as a declared one."""
        id_ = source.article.id
        extraction = amended(self._parted.get(id_, source.extraction), self._natures)
        article = source.article
        if id_ in self.days:
            article = replace(article, declared_date=self.days[id_])
        if extraction is source.extraction and article is source.article:
            return source
        return replace(source, article=article, extraction=extraction)


class Amended(Iterable["Source"]):
    """Sources as the rulings have them, which can be run through as often as those that were given."""

    def __init__(self, bearing: Bearing, sources: Iterable[Source]) -> None:
        self._bearing = bearing
        self._sources = sources

    def __iter__(self) -> Iterator[Source]:
        return map(self._bearing.amended, self._sources)


def bearing_of(rulings: Iterable[Ruling], sources: Mapping[str, Source]) -> Bearing:
    """Return what the rulings come to for the sources, which are given by Article.id."""
    ordered = sorted(rulings, key=lambda ruling: ruling.judgement)
    about = {place.article for ruling in ordered for place in ruling.places}
    extractions = {id_: sources[id_].extraction for id_ in about if id_ in sources}
    if not extractions:
        return Bearing()
    parted: dict[str, Extraction] = {}
    for ruling in ordered:
        if ruling.kind == "different":
            one, two = (item_at(place, ruling.kind, extractions) for place in ruling.places)
            if one is not None and one == two:
                own = separated(extractions[one.article], one, *ruling.places)
                extractions[one.article] = parted[one.article] = own
    natures = natures_of(compiled(ordered, extractions), extractions)
    # what is of another kind by a ruling is that to all others
    extractions = {id_: amended(extraction, natures) for id_, extraction in extractions.items()}
    said = compiled(ordered, extractions)
    return Bearing(
        days=said.days,
        people=people_rulings(said, extractions),
        bodies=body_rulings(said, extractions),
        countries={
            extractions[item.article].countries[item.number].code: name
            for item, name in sorted(said.name.items(), reverse=True)
            if item.kind == "country"
        },
        summits=summit_rulings(said, extractions),
        _natures=natures,
        _parted=parted,
    )
