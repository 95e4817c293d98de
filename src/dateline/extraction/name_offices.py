"""What the offices beside a name say of its bearer: "Anna Lund, the chairwoman", "Hanson Lund's chairman"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import offices, titles
from dateline.extraction import surroundings as near
from dateline.extraction.landscape import capitalized, possessive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from dateline.extraction.names import Name
    from dateline.extraction.offices import OfficePhrase


def evidence(doc: Doc, name: Name) -> Iterator[str]:
    """Yield what offices beside the name say, in words that dateline.extraction.bearers weighs."""
    if name.office is not None and _of_relative(name.office):
        yield "relative"
    for phrase in offices.beside(doc, name.start, name.end):
        if phrase.start == name.end + 1 and doc[name.end].text in (",", "(", "-", "–"):
            yield "office behind" if _tells_a_person(phrase) else "appositive"
            if _of_relative(phrase):
                yield "relative"
        if phrase.end == name.start - 1 and doc[phrase.end].text == ",":
            if _of_relative(phrase) or phrase.determiner in ("his", "her"):
                yield "relation"
                yield titles.gender(phrase.office.title) or "relation"
            elif phrase.determiner and phrase.kind != "occupation":
                yield "office before"
        if phrase.start == name.end + 1 and doc[name.end].lower_ in ("was", "is") and len(name.core) > 1:
            yield "occupation"
        if phrase.head == name.end and not name.honorific and _before_a_name(doc, phrase):
            yield "employer"
        if phrase.body == (name.start, name.end) and phrase.determiner != "'s" and phrase.head >= name.end:
            yield "employer"
        if _led(doc, name, phrase):
            yield "led"


def _led(doc: Doc, name: Name, phrase: OfficePhrase) -> bool:
    """Tell whether the name is that of what somebody chairs: "Hanson Lund's chief executive"."""
    owned = phrase.determiner == "'s" and phrase.start <= name.start and name.end < phrase.head
    return (
        owned
        and not name.honorific
        and phrase.office.title in near.COMPANY_OFFICES
        and possessive(doc[name.end])
    )


def _of_relative(phrase: OfficePhrase) -> bool:
    """Tell whether the phrase says whose relative somebody is."""
    return phrase.office.title.split()[-1] in near.RELATIVES


def _tells_a_person(phrase: OfficePhrase) -> bool:
    """Tell whether only a person can be called so: "the market leader" may be a company."""
    placed = phrase.office.country or phrase.office.organization
    return phrase.kind in ("top", "post", "body") or (phrase.kind == "head" and bool(placed))


def _before_a_name(doc: Doc, phrase: OfficePhrase) -> bool:
    """Tell whether a name follows the phrase, so that what stands before it is the employer's."""
    return capitalized(doc[phrase.head]) or (phrase.end < len(doc) and capitalized(doc[phrase.end]))
