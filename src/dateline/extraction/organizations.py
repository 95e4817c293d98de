"""Organizations within one article, each with its short forms and its acronym."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from spacy.language import Language

from dateline.extraction import bearers, bodies, extensions, org_names
from dateline.extraction.landscape import landscape
from dateline.extraction.surroundings import STRONG_NOUNS
from dateline.extraction.wording import wording
from dateline.model import Organization
from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from dateline.extraction.org_names import Stretch

NAME = "dateline_organizations"

_FULL = {
    fold(form): full
    for table in (bodies.INTERNATIONAL, bodies.NATIONAL, bodies.PARTIES, bodies.MEDIA)
    for full, forms in table.items()
    for form in (full, *forms)
}
_SMALL = frozenset(("of", "the", "for", "and", "on", "in", "to", "&"))


@Language.component(NAME)
def find_organizations(doc: Doc) -> Doc:
    """Set ``doc._.organizations`` and ``doc.spans["organizations"]``."""
    stretches = _with_missed(doc, org_names.find(doc))
    acronyms = _bracketed(doc, stretches)
    things = _short_for_things(doc)
    places = {stretch[:2]: stretch for stretch in (*stretches, *acronyms)}
    stretches = [places[key] for key in sorted(places) if _text(doc, places[key]) not in things]
    keys = _keys(doc, stretches, acronyms)
    groups: dict[str, list[Stretch]] = defaultdict(list)
    for stretch in stretches:
        groups[keys[_text(doc, stretch)]].append(stretch)
    found = [_organization(doc, rows) for rows in groups.values()]
    doc._.organizations = tuple(sorted(found, key=lambda body: body.mentions[0].start))
    extensions.keep_spans(
        doc,
        "organizations",
        [(m.start, m.end, body.name) for body in doc._.organizations for m in body.mentions],
    )
    return doc


def _text(doc: Doc, stretch: Stretch) -> str:
    return doc[stretch[0] : stretch[1]].text


def _with_missed(doc: Doc, stretches: Sequence[Stretch]) -> list[Stretch]:
    """Add further places where the words of a found name stand (not those of single everyday words)."""
    taken = {place for start, end, _ in stretches for place in range(start, end)}
    taken |= {n for bearer in bearers.find(doc) for name in bearer.names for n in range(name.start, name.end)}
    texts = wording(doc).texts
    forms = {
        tuple(texts[s:e])
        for s, e, rule in stretches
        if rule not in ("paper", "company's surroundings", "team", "table of results")
    }
    nouns = {word for form in forms if len(form) > 1 for word in form if word.lower() in STRONG_NOUNS}
    firsts = {form[0] for form in forms} | nouns
    longest = max((len(form) for form in forms), default=0)
    found = list(stretches)
    for place in wording(doc).among(firsts):
        if place in taken:
            continue
        for length in range(longest, 0, -1):
            form = tuple(texts[place : place + length])
            places = range(place, place + length)
            if len(form) < length or form not in forms or taken.intersection(places):
                continue
            if not _entity_says_no(doc, place, length):
                found.append((place, place + length, "consistency"))
                taken.update(places)
                break
        if place not in taken and texts[place] in nouns and _alone(doc, place):
            found.append((place, place + 1, "short for a body"))
            taken.add(place)
    return sorted(found)


def _alone(doc: Doc, place: int) -> bool:
    """Tell whether a body's noun stands for its name: "the League", in the middle of a sentence or not."""
    if place == 0 or doc[place - 1].lower_ != "the" or (place + 1 < len(doc) and doc[place + 1].is_title):
        return False
    return landscape(doc).label(place) in ("", "ORG") and place not in landscape(doc).listed


def _entity_says_no(doc: Doc, start: int, length: int) -> bool:
    """Tell whether the model sees a person or place in longer words here ("Tarrant" in "Henry Tarrant")."""
    entity = landscape(doc).entity.get(start)
    return entity is not None and entity.label_ in ("PERSON", "GPE") and len(entity) > length


def _bracketed(doc: Doc, stretches: Sequence[Stretch]) -> dict[Stretch, str]:
    """Return acronyms in brackets behind a name whose initials they are, with that name."""
    found: dict[Stretch, str] = {}
    for stretch in stretches:
        end = stretch[1]
        if end + 2 < len(doc) and doc[end].text == "(" and doc[end + 2].text == ")":
            short = doc[end + 1].text
            if short[:1].isupper() and _initials_fit(short, _text(doc, stretch)):
                found[end + 1, end + 2, "acronym in brackets"] = _text(doc, stretch)
    return found


def _short_for_things(doc: Doc) -> set[str]:
    """Return the acronyms that brackets behind a plan, a treaty or the like define."""
    texts = wording(doc).texts
    return {
        texts[mark + 1]
        for mark in wording(doc).places.get("(", ())
        if 0 < mark < len(doc) - 2 and texts[mark + 2] == ")" and texts[mark - 1].lower() in bodies.NOT_BODIES
    }


def _initials_fit(short: str, name: str) -> bool:
    """Tell whether the letters of short run through the initials of name's words, in order."""
    letters = fold(short).replace(".", "")
    initials = "".join(
        fold(word)[0] for word in re.split(r"[\s-]+", name) if fold(word) not in _SMALL and word
    )
    every = "".join(fold(word)[0] for word in re.split(r"[\s-]+", name) if word)
    return len(letters) > 1 and (
        letters in (initials, every) or (letters[:2] == initials[:2] and len(letters) <= 6)
    )


def _keys(doc: Doc, stretches: Sequence[Stretch], acronyms: dict[Stretch, str]) -> dict[str, str]:
    """Return for each wording the key of its organization."""
    wordings = sorted({_text(doc, stretch) for stretch in stretches}, key=lambda text: (-len(text), text))
    keys = {text: fold(_FULL.get(fold(text), text)) for text in wordings}
    keys |= {_text(doc, stretch): keys[full] for stretch, full in acronyms.items()}
    longer: dict[str, set[str]] = defaultdict(set)
    for text in wordings:
        for short in _short_forms(text):
            longer[short].add(text)
    for text in reversed(wordings):
        if fold(text) not in _FULL:
            capitals = longer[text] if text.isupper() else set()
            full = {keys[other] for other in longer[fold(text)] | capitals if other != text}
            if not full and fold(text) in STRONG_NOUNS:
                full = {keys[other] for other in wordings if other != text and text in other.split()}
            if len(full) == 1:
                keys[text] = full.pop()
    return keys


def _short_forms(full: str) -> set[str]:
    """Return what may be short for a name: its beginning, its end, folded, and its initials in capitals."""
    words = fold(full).split()
    found: set[str] = set()
    if words[-1] in bodies.BODY_NOUNS:
        found |= {" ".join(words[:n]) for n in range(2 if len(words) > 3 else 1, len(words))}
        found |= {" ".join(words[n:]) for n in range(1, len(words) - 1)}
    initials = "".join(word[0] for word in words if word not in _SMALL).upper()
    return found | ({initials} if len(initials) > 2 else set())


def _organization(doc: Doc, stretches: Sequence[Stretch]) -> Organization:
    mentions = tuple(
        extensions.mention(doc, doc[start].idx, doc[end - 1].idx + len(doc[end - 1]), "name", rule)
        for start, end, rule in sorted(stretches)
    )
    texts = [mention.text for mention in mentions]
    name = max(texts, key=lambda text: (len(text.split()), len(text), -texts.index(text)))
    full = _FULL.get(fold(name))
    known = next((f for f in (full or "", *_forms(full)) if _is_acronym(f)), None)
    return Organization(
        name=name, mentions=mentions, acronym=next((t for t in texts if _is_acronym(t)), known)
    )


def _forms(full: str | None) -> tuple[str, ...]:
    for table in (bodies.INTERNATIONAL, bodies.NATIONAL, bodies.PARTIES):
        if full in table:
            return table[full]
    return ()


def _is_acronym(text: str) -> bool:
    return (
        " " not in text
        and 1 < len(text) < 8
        and (text.isupper() or text in ("Nato", "Opec", "Asean", "Apec"))
    )
