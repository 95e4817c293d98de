"""Office phrases: "the French president", "former Nato Secretary General", "president of the EU".

A small grammar over tokens: [determiner] [qualifiers] [country or body] [qualifiers] [field] HEAD [of body].
The head is found here, what stands about it in dateline.extraction.office_parts.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.extraction import office_complements, office_parts, titles
from dateline.extraction.bodies import BODY_NOUNS
from dateline.extraction.landscape import capitalized, hyphen, landscape, possessive, sentence_start
from dateline.extraction.wording import wording
from dateline.extraction.wordlists import words
from dateline.model import Office

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

_KEY, _INDEX = "dateline.offices", "dateline.offices by token"
_HEADS = {tuple(phrase.replace("-", " ").split()): kind for phrase, kind in titles.OFFICE_HEADS.items()}
_HEADS |= {
    head: "occupation" for word in titles.OCCUPATIONS if (head := tuple(word.split("-"))) not in _HEADS
}
_LONGEST = max(len(head) for head in _HEADS)
_SHORT: dict[tuple[str, ...], tuple[str, ...]] = {("pm",): ("prime", "minister")}
#: Offices cut short before a name ("Gov. Lund").
_CUT: dict[tuple[str, ...], tuple[str, ...]] = {
    ("gov.",): ("governor",),
    ("sen.",): ("senator",),
    ("rep.",): ("representative",),
    ("gen.",): ("general",),
    ("col.",): ("colonel",),
    ("adm.",): ("admiral",),
}
_HEADS |= {short: _HEADS[full] for short, full in (_SHORT | _CUT).items()}
_NO_NOUN_BEHIND = frozenset(("IN", "RB", "VBD", "VBZ", "VBP", "TO"))
#: Verbs of the news that look like plurals of nouns.
_VERBS = words(
    """
    leaves heads visits calls plans faces returns travels meets wants hopes aims claims demands talks
    moves pledges promises backs needs votes flies hosts tours rules fights
    """
)
#: Ranks that stay with who has left the service.
_FOR_LIFE = frozenset(("general", "admiral", "colonel"))
_FIRST = frozenset(head[0] for head in _HEADS)
_BRITISH = {"defense": "defence", "labor": "labour", "program": "programme", "advisor": "adviser"}


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """An office phrase by token indices."""

    start: int  #: determiner or possessor included
    end: int  #: behind the body's name
    lead: int  #: first word behind a determiner or possessive pronoun; `start` where a possessor is named
    head: int  #: first word of the head
    head_end: int
    kind: str  #: "top", "head", "body", "post", "occupation"
    office: Office
    determiner: str  #: "the", "his", "'s" for a possessor that is named, "" without one
    generic: bool  #: nobody in particular: "a president", "the next president"
    body: tuple[int, int] | None  #: tokens of the organization's name

    def cut_short(self, doc: Doc) -> bool:
        """Tell whether the phrase ends in a plain noun, to which a name behind it belongs."""
        return self.end > self.head_end and doc[self.end - 1].is_lower


def find(doc: Doc) -> tuple[OfficePhrase, ...]:
    """Return all office phrases of the doc in order, found once."""
    found = doc.user_data.get(_KEY)
    if not isinstance(found, tuple):
        found = doc.user_data[_KEY] = tuple(_scan(doc))
    return found


def beside(doc: Doc, start: int, end: int) -> list[OfficePhrase]:
    """Return the office phrases that touch the tokens from start to end or stand a token away."""
    index = doc.user_data.get(_INDEX)
    if not isinstance(index, dict):
        index = doc.user_data[_INDEX] = {}
        for phrase in find(doc):
            for place in range(phrase.start - 1, phrase.end + 2):
                index.setdefault(place, []).append(phrase)
    found = {phrase.head: phrase for place in (start, end) for phrase in index.get(place, ())}
    return [found[head] for head in sorted(found)]


def _scan(doc: Doc) -> Iterator[OfficePhrase]:
    after = 0
    for at in wording(doc).where(_begins):
        matched = _head(doc, at) if at >= after else None
        if matched is None:
            continue
        after, head = matched
        if not _is_modifier(doc, at, after):
            yield _phrase(doc, at, after, head)


@lru_cache(maxsize=65536)
def _begins(text: str) -> bool:
    return text.lower() in _FIRST


def _head(doc: Doc, at: int) -> tuple[int, tuple[str, ...]] | None:
    """Return the end and words of the longest head of an office that begins at the token."""
    said: list[str] = []
    best = None
    place = at
    while place < len(doc) and len(said) < _LONGEST:
        if said and hyphen(doc[place]):
            place += 1
            continue
        said.append(doc[place].lower_)
        place += 1
        if tuple(said) in _HEADS:
            best = (place, tuple(said))
    if best is None or not _noun(doc, at, best):
        return None
    return best


def _noun(doc: Doc, at: int, matched: tuple[int, tuple[str, ...]]) -> bool:
    """Tell whether a matched head is a noun here, not a verb, an adjective or part of a name."""
    end, head = matched
    if len(head) > 1:
        return True
    if head in _CUT:
        return capitalized(doc[at]) and end < len(doc) and capitalized(doc[end])
    if head in _SHORT:  # "PM", not "3 PM"
        return doc[at].is_upper and not (at > 0 and doc[at - 1].like_num)
    if _HEADS[head] == "occupation" and capitalized(doc[at]) and not sentence_start(doc[at]):
        return landscape(doc).label(end) == "PERSON"
    if doc[at].tag_ == "JJ" and doc[at].is_lower:  # "the premier said", "a retired general,"
        return at > 0 and (
            (doc[at - 1].tag_ not in _NO_NOUN_BEHIND and _closed(doc, end))
            or (end < len(doc) and capitalized(doc[end]) and landscape(doc).label(end) in ("PERSON", ""))
        )
    before_name = end < len(doc) and capitalized(doc[end]) and not doc[at].tag_.startswith("VB")
    return capitalized(doc[at]) or doc[at].tag_ in ("NN", "NNP") or before_name


def _closed(doc: Doc, end: int) -> bool:
    """Tell whether no noun follows, so that an adjective before is none."""
    if end >= len(doc) or not doc[end].is_alpha:
        return True
    return doc[end].tag_ in ("VBD", "VBZ", "MD", "CC", "WP", "IN", "RB") or _verb(doc, end)


def _verb(doc: Doc, place: int) -> bool:
    """Tell whether what looks like a plural is a verb: "the premier leaves for Rome"."""
    behind = doc[place + 1].tag_ if place + 1 < len(doc) else "."
    return doc[place].lower_ in _VERBS and behind in ("IN", "TO", "DT", "PRP$", "RB", "NNP", "RP", "CD")


def _is_modifier(doc: Doc, at: int, end: int) -> bool:
    """Tell whether the head stands before another noun ("chief economist", "Premier League")."""
    if end >= len(doc):
        return False
    behind = doc[end]
    if hyphen(behind):
        return not (end + 1 < len(doc) and doc[end + 1].lower_ in ("elect", "designate"))
    if behind.tag_ == "NNS" and _verb(doc, end):
        return False
    if behind.is_alpha and not capitalized(behind):
        if behind.tag_ == "JJ" and end + 1 < len(doc) and doc[end + 1].is_lower:
            behind = doc[end + 1]
        verb = behind.tag_ == "NNS" and end + 1 < len(doc) and doc[end + 1].tag_ in ("DT", "PRP$")
        return not verb and behind.tag_ in ("NN", "NNS") and behind.lower_ not in ("elect", "designate")
    if possessive(behind):
        following = doc[end + 1] if end + 1 < len(doc) else None
        royal = doc[at].lower_ in ("king", "queen", "pope", "prince")
        return (
            royal
            and following is not None
            and capitalized(following)
            and landscape(doc).label(end + 1) != "PERSON"
        )
    return capitalized(doc[at]) and behind.lower_ in BODY_NOUNS and landscape(doc).label(end) != "PERSON"


def _phrase(doc: Doc, at: int, end: int, head: tuple[str, ...]) -> OfficePhrase:
    draft = office_parts.Draft(title=list((_SHORT | _CUT).get(head, head)), kind=_HEADS[head], left=at)
    if head not in _CUT or capitalized(doc[at - 1]):
        office_parts.take_front(doc, draft)
    if end + 1 < len(doc) and hyphen(doc[end]):
        end += 2  # "president-elect"
    close = office_complements.take_complement(doc, draft, end)
    if draft.determiner == "its" and draft.country is None and draft.organization is None:
        draft.country = _subject_country(doc, draft.left)
    office = Office(
        title=" ".join(_BRITISH.get(word, word) for word in draft.title),
        country=draft.country,
        organization=draft.organization,
        former=draft.former and draft.title[-1] not in _FOR_LIFE,
    )
    return OfficePhrase(
        start=draft.left,
        end=close,
        lead=draft.lead if draft.lead >= 0 else draft.left,
        head=at,
        head_end=end,
        kind=draft.kind,
        office=office,
        determiner=draft.determiner,
        generic=draft.generic,
        body=draft.body,
    )


def _subject_country(doc: Doc, place: int) -> str | None:
    """Return the country that is the last subject before the token: "Peru will vote, its …"."""
    ground = landscape(doc)
    for before in range(place - 1, -1, -1):
        found = ground.country.get(before)
        if found is not None and doc[found[2] - 1].dep_.startswith("nsubj"):
            return found[0]
        if doc[before].dep_.startswith("nsubj") and doc[before].ent_type_ in ("ORG", "GPE"):
            return None
        if doc[before].is_sent_start:
            return None
    return None
