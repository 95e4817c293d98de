"""People within one article: who is named, by which names, and which offices the article gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from dateline import naming
from dateline.extraction import appositions, bearers, counterparts, extensions, joint_offices
from dateline.extraction.landscape import hyphen, landscape, possessive
from dateline.extraction.wordlists import words
from dateline.model import Office, Person

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.extraction.clusters import Bearer
    from dateline.extraction.names import Name

NAME = "dateline_people"

#: Honorifics that are offices as well.
_OFFICES = frozenset(("archbishop",))
#: Honorifics that go with a family name.
_BY_FAMILY = words("mr mrs ms miss dr")


@Language.component(NAME)
def find_people(doc: Doc) -> Doc:
    """Set ``doc._.people`` and ``doc.spans["people"]``."""
    found = bearers.find(doc)
    spans = [(name.start, name.end, number) for number, bearer in enumerate(found) for name in bearer.names]
    offices: dict[int, list[Office]] = {}
    owned = appositions.owners(doc, [span[:2] for span in spans])
    for phrase, place in owned.items():
        held = offices.setdefault(spans[place][2], [])
        office = appositions.held(doc, phrase)
        if office not in held:
            held.append(office)
    for place, office in joint_offices.find(doc, [span[:2] for span in spans]):
        offices.setdefault(spans[place][2], []).append(office)
    settled = doc.user_data[counterparts.SETTLED] = counterparts.settle(doc, spans, offices)
    for phrase, office in settled.items():
        if phrase in owned:
            offices[spans[owned[phrase]][2]].append(office)
    for start, _, number in spans:
        owner = _owner(doc, start)
        if owner is not None and number not in offices:
            offices[number] = [owner]
    for number, bearer in enumerate(found):
        style = next((name.honorific for name in bearer.names if name.honorific in _OFFICES), None)
        if style is not None and number not in offices:
            offices[number] = [Office(title=style)]
    people = [_person(doc, bearer, tuple(offices.get(number, ()))) for number, bearer in enumerate(found)]
    doc._.people = tuple(people)
    extensions.keep_spans(doc, "people", [(m.start, m.end, p.name) for p in people for m in p.mentions])
    return doc


def _owner(doc: Doc, start: int) -> Office | None:
    """Return the country or body in whose possession a name stands: "Hungary's Istvan Kadosa"."""
    if start < 2 or not possessive(doc[start - 1]):
        return None
    ground = landscape(doc)
    found = ground.country.get(start - 2)
    if found is not None:
        return Office(title="", country=found[0])
    body = ground.entity.get(start - 2)
    if body is None or body.label_ != "ORG":
        return None
    return Office(title="", organization=doc[body.start : start - 1].text.removeprefix("the "))


def _person(doc: Doc, bearer: Bearer, offices: tuple[Office, ...]) -> Person:
    mentions = []
    for name in bearer.names:
        start = name.start
        if _presidential(doc, name):
            start -= 1
        mentions.append(
            extensions.mention(
                doc, doc[start].idx, doc[name.end - 1].idx + len(doc[name.end - 1]), "name", name.rule
            )
        )
    full = bearer.fullest
    given, family = _parts(bearer, full)
    words = [
        word.title() if word.isupper() and len(word) > 3 and _all_capitals(full) else word
        for word in full.words
    ]
    label = " ".join(words)
    if full.sovereign or (
        len(full.core) == 1 and full.honorific in ("sir", "dame", "lord", "lady", "baroness", "baron")
    ):
        label = f"{doc[full.start].text} {label}"
    return Person(
        name=label,
        given=given,
        family=family,
        mentions=tuple(mentions),
        offices=offices,
    )


def _presidential(doc: Doc, name: Name) -> bool:
    """Tell whether "President" is glued to the name: no country before it, no given name behind it."""
    if name.start == 0 or name.honorific or len(name.core) > 1 or doc[name.start - 1].text != "President":
        return False
    place = name.start - 2
    if place < 0:
        return True
    return not (
        place in landscape(doc).country
        or hyphen(doc[place])
        or doc[place].lower_ in ("vice", "deputy", "former", "then")
    )


def _all_capitals(name: Name) -> bool:
    return all(word.isupper() for word in name.words)


def _parts(bearer: Bearer, full: Name) -> tuple[str | None, str | None]:
    """Return given and family name; the family comes first where the short forms say so ("Mr Zhang")."""
    words = [word for word in full.words if not naming.is_suffix(word)]
    if full.sovereign:
        return " ".join(words), None
    if len(full.core) == 1:
        return (" ".join(words), None) if full.honorific in ("sir", "dame") else (None, " ".join(words))
    short = [
        n.core[0]
        for n in bearer.names
        if len(n.core) == 1 and (n.honorific in _BY_FAMILY or n.office is not None)
    ]
    first, last = full.core[0], full.core[-1]
    if first in short and last not in short:
        return " ".join(words[1:]), words[0]
    family = naming.family_words(tuple(words))
    return " ".join(words[: len(words) - len(family)]) or None, " ".join(family)
