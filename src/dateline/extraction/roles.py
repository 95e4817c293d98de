"""Role phrases that stand alone for one person: "the French president", "the Prime Minister"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.language import Language

from dateline.extraction import appositions, counterparts, extensions, offices, titles
from dateline.extraction.landscape import capitalized, sentence_start
from dateline.extraction.wordlists import words
from dateline.model import RolePhrase

if TYPE_CHECKING:
    from collections.abc import Container

    from spacy.tokens import Doc

    from dateline.extraction.offices import OfficePhrase

NAME = "dateline_roles"

#: Functions towards somebody else, which say too little of who is meant.
_TOWARDS_OTHERS = words(
    "rival colleague ally predecessor successor deputy lawyer spokesman spokeswoman spokesperson"
)
#: Possessors that stand for a state or body named elsewhere.
_STAND_INS = words("country nation state government city world region kingdom republic")
_PREDICATES = words(
    "as is was be been being are were became become becoming becomes named appointed elected made"
)
_POSTS = words("office post job role position title title rank seat election chair")
_FOLLOWING_POSTS = words("office questions post job residence")


@Language.component(NAME)
def find_roles(doc: Doc) -> Doc:
    """Set ``doc._.roles`` and ``doc.spans["roles"]``; people and countries are found before."""
    names = [(span.start, span.end) for span in doc.spans.get("people", ())]
    owned = appositions.owners(doc, names)
    inside = {place for start, end in names for place in range(start, end)}
    alone: list[OfficePhrase] = []
    for phrase in offices.find(doc):
        apart = phrase not in owned or (counterparts.pronominal(phrase) and doc[phrase.end].text == ",")
        if apart and phrase.head not in inside and _stands_for_one(doc, phrase, alone):
            alone.append(phrase)
    roles = [_role(doc, phrase) for phrase in alone]
    doc._.roles = tuple(roles)
    extensions.keep_spans(
        doc, "roles", [(role.mention.start, role.mention.end, role.office.title) for role in roles]
    )
    return doc


def _stands_for_one(doc: Doc, phrase: OfficePhrase, earlier: Container[OfficePhrase]) -> bool:
    """Tell whether the phrase refers to one person whom linking may find."""
    title = phrase.office.title
    if phrase.kind == "occupation" or phrase.generic or title in _TOWARDS_OTHERS:
        return False
    if phrase.determiner in ("my", "your", "our", "this", "that"):
        return False
    if (
        phrase.determiner in ("his", "her", "their", "its")
        and title != "counterpart"
        and phrase.determiner != "its"
    ):
        return False
    if phrase.determiner == "its" and title != "counterpart" and _names_follow(doc, phrase):
        return False
    if not phrase.determiner and title != "counterpart" and not _continues(doc, phrase):
        return False
    if title in titles.SOVEREIGNS and not (phrase.office.country or phrase.office.organization):
        return _reigns(doc, title)
    return not (_predicate(doc, phrase) or _part_of_a_name(doc, phrase))


def _reigns(doc: Doc, title: str) -> bool:
    """Tell whether the article names a sovereign of the title, or anybody who holds it."""
    return any(
        title in (person.name.split()[0].lower(), *(office.title for office in person.offices))
        for person in doc._.people
    )


def _names_follow(doc: Doc, phrase: OfficePhrase) -> bool:
    """Tell whether a comma and a capital follow, as where the holder's name stands in apposition."""
    behind = doc[phrase.end : phrase.end + 2]
    return len(behind) > 1 and behind[0].text == "," and capitalized(behind[1])


def _part_of_a_name(doc: Doc, phrase: OfficePhrase) -> bool:
    """Tell whether a capitalised name follows that is nobody's: "the Queen Mary 2"."""
    behind = doc[phrase.end] if phrase.end < len(doc) else None
    return (
        behind is not None
        and capitalized(behind)
        and behind.tag_ in ("NNP", "NNPS")
        and not sentence_start(behind)
    )


def _continues(doc: Doc, phrase: OfficePhrase) -> bool:
    """Tell whether the phrase shares the article of one before: "the Prime Minister and French president"."""
    joint = phrase.start - 1
    if joint < 1 or doc[joint].lower_ not in ("and", "or"):
        return False
    return any(other.end == joint and other.determiner == "the" for other in offices.find(doc))


def _predicate(doc: Doc, phrase: OfficePhrase) -> bool:
    """Tell whether the phrase says what somebody is, or names the post rather than its holder."""
    before = doc[phrase.start - 1].lower_ if phrase.start > 0 else ""
    if before in _PREDICATES and not (before == "as" and _verb_follows(doc, phrase)):
        return True
    if before in ("of", "for") and phrase.start > 1 and doc[phrase.start - 2].lower_ in _POSTS:
        return True
    behind = phrase.end + 1
    return (
        behind < len(doc) and doc[behind].lower_ in _FOLLOWING_POSTS and doc[phrase.end].text in ("'s", "’s")
    )


def _verb_follows(doc: Doc, phrase: OfficePhrase) -> bool:
    return phrase.end < len(doc) and doc[phrase.end].tag_ in ("VBD", "VBZ", "VBP", "MD")


def _role(doc: Doc, phrase: OfficePhrase) -> RolePhrase:
    first = phrase.start if phrase.determiner in ("the", "'s", "") else phrase.lead
    start, end = doc[first].idx, doc[phrase.end - 1].idx + len(doc[phrase.end - 1])
    office = doc.user_data.get(counterparts.SETTLED, {}).get(phrase, phrase.office)
    if office.organization is not None and office.organization.split()[-1].lower() in _STAND_INS:
        office = replace(office, organization=None)
    rule = "counterpart" if phrase.office.title == "counterpart" else "office"
    return RolePhrase(
        mention=extensions.mention(doc, start, end, "role", rule),
        office=office,
        definite=phrase.determiner in ("the", "'s"),
    )
