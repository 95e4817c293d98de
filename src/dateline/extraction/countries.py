"""Countries: names, demonyms, and the capitals and seats that stand for a government.

Surfaces are looked up in `gazetteer`, `country_context` leaves out what only looks like a country, `metonyms`
settles whether a capital stands for its government.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from spacy.language import Language

from dateline.extraction import country_context, extensions, metonyms
from dateline.extraction.gazetteer import PREFIXES, Sense, surfaces, trie_pattern
from dateline.model import Country

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Span

    from dateline.model import Mention

NAME = "dateline_countries"

_KOREA = {"Korea": Sense("KR", "name"), "Korean": Sense("KR", "demonym"), "Koreans": Sense("KR", "demonym")}
_RULES = {
    "name": "country name",
    "demonym": "demonym",
    "capital": "capital for its government",
    "seat": "seat of government",
}


class Hit(NamedTuple):
    """A surface of the gazetteer at a place of the text."""

    start: int
    end: int
    surface: str  #: as the gazetteer writes it
    sense: Sense


@lru_cache(maxsize=1)
def _lexicon() -> tuple[re.Pattern[str], Mapping[str, tuple[str, Sense | None]]]:
    """Return the pattern of all surfaces, and for each as matched the gazetteer's wording and its sense.

    Longer surfaces are found in capitals as well, for headlines; names of other things have no sense.
    """
    listed = {**dict.fromkeys(country_context.OTHER_NAMES), **surfaces(), **_KOREA}
    found = {surface.replace("’", "'"): (surface, sense) for surface, sense in listed.items()}
    for surface, sense in listed.items():
        shortest = 6 if sense is not None and sense.kind == "demonym" else 4
        if len(surface) >= shortest and surface.replace(" ", "").isalpha():
            found.setdefault(surface.upper(), (surface, sense))
    pattern = rf"(?<![\w@#])(?:{trie_pattern(found)})(?!\w)|\b(?:{'|'.join(PREFIXES)})(?=[-–][A-Z])"
    found.update({prefix: (prefix, Sense(code, "demonym")) for prefix, code in PREFIXES.items()})
    return re.compile(pattern), found


def find_hits(text: str) -> Iterator[Hit]:
    """Yield every surface of the gazetteer that the words around it leave a country (or its capital)."""
    pattern, senses = _lexicon()
    for match in pattern.finditer(text):
        start, end = match.span()
        surface, sense = senses[re.sub(r"\s", " ", match.group()).replace("’", "'")]
        if sense is None or country_context.names_another_thing(text, end):
            continue
        if not country_context.is_another_word(text, start, end, surface, sense.kind):
            yield Hit(start, end, surface, sense)


@Language.component(NAME)
def countries(doc: Doc) -> Doc:
    """Set doc._.countries and doc.spans["countries"]: the countries in the order of their first mention."""
    named = [entity for entity in doc.ents if entity.label_ == "PERSON"]
    people, bare = _people(named), _bare(named)
    hits = [
        hit
        for hit in find_hits(extensions.text(doc))
        if not _names_a_person(hit, people) and (hit.sense.kind != "name" or (hit.start, hit.end) not in bare)
    ]
    found: dict[str, list[Mention]] = defaultdict(list)
    for hit in _settled(doc, hits):
        kind = hit.sense.kind
        found[hit.sense.code].append(extensions.mention(doc, hit.start, hit.end, kind, _RULES[kind]))
    doc._.countries = tuple(Country(code, tuple(row)) for code, row in found.items())
    extensions.keep_spans(
        doc, "countries", ((m.start, m.end, code) for code, row in found.items() for m in row)
    )
    return doc


def _settled(doc: Doc, hits: list[Hit]) -> Iterator[Hit]:
    """Yield the hits that count, by what the whole article and the sentence say."""
    text = extensions.text(doc)
    plain = {hit.sense.code for hit in hits if hit.sense.kind in ("name", "demonym")}
    meant: dict[str, bool] = {}
    stands = metonyms.Stands(doc, {hit.start: hit.sense.kind for hit in hits})
    for hit in hits:
        sense = hit.sense
        if sense.needs_country and sense.code not in plain:
            continue
        if sense.kind == "capital" and not stands.for_government(hit.start, hit.end):
            continue
        if hit.surface not in meant:
            meant[hit.surface] = country_context.means_the_country(text, hit.surface, plain - {sense.code})
        if meant[hit.surface]:
            yield hit


def _people(named: Sequence[Span]) -> list[tuple[int, int]]:
    """Return the offsets of the people that the trained pipeline finds by names of several words."""
    return [(e.start_char, e.end_char) for e in named if len(e) > 1 and e[0].is_title]


def _bare(named: Sequence[Span]) -> set[tuple[int, int]]:
    """Return the offsets of single names for whom the article names in full: "Jordan" for Jordan Lund."""
    full = {token.text for entity in named if len(entity) > 1 for token in (entity[0], entity[-1])}
    return {(e.start_char, e.end_char) for e in named if len(e) == 1 and e.text in full}


def _names_a_person(hit: Hit, people: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a hit is a part of a person's name ("Michael Jordan")."""
    index = bisect_right(people, hit.start, key=lambda person: person[0]) - 1
    if hit.sense.kind not in ("name", "capital") or index < 0:
        return False
    start, end = people[index]
    return hit.end <= end and hit.end - hit.start < end - start
