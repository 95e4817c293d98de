"""Which of the names in an article are people's, and where else it names them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dateline import naming
from dateline.extraction import clusters, context, name_words, names, titles
from dateline.extraction.landscape import capitalized, hyphen, landscape, possessive, sentence_start
from dateline.extraction.names import Name
from dateline.extraction.wording import wording
from dateline.text import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.extraction.clusters import Bearer

_KEY, _REFUSED = "dateline.bearers", "dateline.no bearers"

#: How much each kind of evidence speaks for a person (what is negative: against), and what is enough.
FOR = {
    "honorific": 4.0,
    "office behind": 3.5,
    "office": 3.0,
    "office before": 3.0,
    "relation": 2.5,
    "occupation": 2.25,
    "who": 2.0,
    "age": 2.0,
    "appositive": 2.0,
    "personal": 1.5,
    "of a body": 1.25,
    "speech": 1.0,
    "subject": 0.75,
    "met": 0.75,
    "agent": 0.5,
}
AGAINST = {
    "thing before": 5.0,
    "corporate": 5.0,
    "family": 5.0,
    "led": 4.0,
    "traded": 3.0,
    "kind before": 3.0,
    "body noun": 3.0,
    "employer": 3.0,
    "staff": 3.0,
    "capitals": 3.0,
    "common noun": 2.0,
    "article": 1.5,
    "inner capital": 1.5,
    "among bodies": 1.5,
    "reports": 1.5,
    "place before": 1.0,
    "matter": 1.0,
    "modifier": 0.5,
}
MODEL = 2.0
SEVERAL_WORDS = 0.75
COMPANY = 1.5
LIST = 2.25
OTHER_LABEL = 2.5
LIKE_A_NAME = 1.5
LOWER_CASE = 2.0
ENOUGH = 2.0


def find(doc: Doc) -> list[Bearer]:
    """Return the people of doc with all their names, in the order of their first ones; found once."""
    found = doc.user_data.get(_KEY)
    if not isinstance(found, list):
        known = names.find(doc)
        candidates = clusters.group(known)
        found = _accepted(doc, candidates)
        people = {id(bearer) for bearer in found}
        doc.user_data[_REFUSED] = [bearer for bearer in candidates if id(bearer) not in people]
        _add_missed(doc, found, known)
        for bearer in found:
            bearer.names.sort(key=lambda name: name.start)
        found.sort(key=lambda bearer: bearer.names[0].start)
        doc.user_data[_KEY] = found
    return found


def refused(doc: Doc) -> list[Bearer]:
    """Return what bears names like people's and is none of them."""
    find(doc)
    found = doc.user_data[_REFUSED]
    return found if isinstance(found, list) else []


def _accepted(doc: Doc, bearers: list[Bearer]) -> list[Bearer]:
    """Return the bearers who are people: by their own evidence, or by the company of people."""
    scores = {id(bearer): _score(doc, bearer) for bearer in bearers}
    accepted = [bearer for bearer in bearers if scores[id(bearer)] >= ENOUGH]
    for _ in range(2):
        edges = {
            edge for bearer in accepted for name in bearer.names for edge in ((name.start, -1), (name.end, 1))
        }
        people = {id(bearer) for bearer in accepted}
        more = [
            bearer
            for bearer in bearers
            if id(bearer) not in people
            and scores[id(bearer)] + max(_company(doc, name, edges) for name in bearer.names) >= ENOUGH
        ]
        if not more:
            break
        accepted += more
    return accepted


def _score(doc: Doc, bearer: Bearer) -> float:
    """Return how much speaks for a person."""
    ground = landscape(doc)
    score = 0.0
    seen = {word for name in bearer.names for word in name.evidence}
    if any(name.honorific for name in bearer.names):
        seen.add("honorific")
    kinds = {
        name.office.kind
        for name in bearer.names
        if name.office is not None and "kind before" not in name.evidence
    }
    if "relative" in seen and any(name.office is not None for name in bearer.names):
        seen.add("relation")
    if kinds - {"occupation"}:
        seen.add("office")
    if kinds:
        seen.add("occupation")
    full = any(len(name.core) > 1 for name in bearer.names)
    for word in seen:
        shares = (
            sum(word in name.evidence for name in bearer.names) / len(bearer.names)
            if full and word not in ("corporate", "led")
            else 1.0
        )
        score += FOR.get(word, 0.0) - AGAINST.get(word, 0.0) * shares
    labels = Counter(ground.label(name.end - 1) for name in bearer.names)
    others = sum(ground.others[core] for core in {name.core for name in bearer.names})
    total = len(bearer.names) + others
    against = OTHER_LABEL if "personal" not in seen else LIKE_A_NAME
    score += MODEL * labels["PERSON"] / total - against * others / total
    if full:
        score += SEVERAL_WORDS
    else:
        words = {fold(name.words[-1]) for name in bearer.names}
        score -= LOWER_CASE * (not words.isdisjoint(ground.lower_case))
    return score


def _company(doc: Doc, name: Name, edges: set[tuple[int, int]]) -> float:
    """Return how much it says that the name is coordinated with people's: "Marlow, Aubert and Brenner"."""
    if {"capitals", "common noun", "kind before", "employer"} & name.evidence:
        return 0.0
    joints = (",", "and", "or", "not", "but")
    before, after = name.start, name.end
    while before > 0 and doc[before - 1].lower_ in joints:
        before -= 1
    while after < len(doc) and doc[after].lower_ in joints:
        after += 1
    if "personal" in name.evidence and ((name.start - 1, 1) in edges or (name.end + 1, -1) in edges):
        beside = {doc[name.start - 1].text, doc[name.end].text if name.end < len(doc) else ""}
        if "," in beside:
            return COMPANY
    joined = {doc[n].lower_ for n in (*range(before, name.start), *range(name.end, after))} & {
        "and",
        "or",
        "but",
    }
    if joined and before < name.start and (before, 1) in edges:
        earlier = next((n - 1 for n in range(before - 1, max(before - 6, 0), -1) if doc[n].text == ","), None)
        return LIST if earlier is not None and (earlier + 1, 1) in edges else COMPANY
    return COMPANY if joined and after > name.end and (after, -1) in edges else 0.0


def _add_missed(doc: Doc, bearers: list[Bearer], known: list[Name]) -> None:
    """Add mentions that only the rest of the article shows: a known family name is its bearer's."""
    taken = {place for bearer in bearers for name in bearer.names for place in range(name.start, name.end)}
    forms: dict[tuple[str, ...], list[Bearer]] = {}
    bodies = clusters.eponyms(known)
    bodies |= {
        name.core[0] for bearer in doc.user_data[_REFUSED] for name in bearer.names if _corporate(name)
    }
    for bearer in bearers:
        for form in _forms(bearer):
            if len(form) > 1 or naming.key(form[0]) not in bodies:
                forms.setdefault(form, []).append(bearer)
    firsts = {form[0] for form in forms}
    longest = max((len(form) for form in forms), default=0)
    texts = wording(doc).texts
    for place in wording(doc).among(firsts):
        if place in taken:
            continue
        for length in range(min(longest, len(doc) - place), 0, -1):
            words = tuple(texts[place : place + length])
            if words in forms and _free(doc, place, place + length, taken):
                found = Name(place, place + length, words, rule="consistency")
                owner = clusters.likeliest(found, forms[words])
                if owner is not None:
                    owner.add(found)
                    taken.update(range(place, place + length))
                break


def _corporate(name: Name) -> bool:
    return bool({"led", "corporate", "traded", "employer"} & name.evidence) and len(name.core) > 1


def _forms(bearer: Bearer) -> set[tuple[str, ...]]:
    """Return the token sequences by which the article may call the bearer."""
    found: set[tuple[str, ...]] = set()
    for name in bearer.names:
        if name.sovereign:
            continue
        words = [part for word in name.words for part in _tokens(word)]
        found.add(tuple(words))
        family = naming.family_words(name.words)
        if len(name.core) > 1 and family:
            parts = [part for word in family for part in _tokens(word)]
            found.add(tuple(parts))
            if parts[0].islower():
                found.add((parts[0].capitalize(), *parts[1:]))
            if "-" in family[-1] and family[-1][0].isupper() and len(parts[0]) > 3:
                found.add((parts[0],))  # "Lund" for "Lund-Marlow"
            if "-" in family[-1] and naming.key(family[-1]) != fold(family[-1]):
                found.add(tuple(parts[2:]))  # "Rashidi" for "al-Rashidi"
    return found | {tuple(word.upper() for word in form) for form in found if len("".join(form)) > 3}


def _tokens(word: str) -> list[str]:
    """Part a word at its hyphens as the tokenizer does."""
    parts: list[str] = []
    for piece in word.split("-"):
        parts += ["-", piece] if parts else [piece]
    return parts


def _free(doc: Doc, start: int, end: int, taken: set[int]) -> bool:
    """Tell whether the tokens stand alone as a name: not within a longer name of a body, place or person."""
    ground = landscape(doc)
    if any(place in taken or place in ground.listed for place in range(start, end)):
        return False
    if context.thing_behind(doc, start, end) or (end < len(doc) and hyphen(doc[end])):
        return False
    if start > 0 and (hyphen(doc[start - 1]) or doc[start - 1].text == "&"):
        return False
    if (
        end < len(doc)
        and capitalized(doc[end])
        and doc[end].tag_ == "NNP"
        and not ground.label(end)
        and not sentence_start(doc[end])
    ):
        return False
    entity = ground.entity.get(start)
    owner = entity is not None and entity.start == start and end < len(doc) and possessive(doc[end])
    if (
        entity is not None
        and entity.label_ != "PERSON"
        and not owner
        and sum(not t.is_digit for t in entity) > end - start
    ):
        return False
    if end < len(doc) and start and context.shared(doc[start - 1], doc[end]):
        return False
    if context.in_title(doc, start, end):
        return False
    if start in ground.country:
        return False
    before = doc[start - 1] if start > 0 else None
    if doc[start].is_upper:
        return True
    return not (
        before is not None
        and capitalized(before)
        and before.tag_ == "NNP"
        and not sentence_start(before)
        and not name_words.honorific(before)
        and before.lower_ not in titles.RANKS
        and ground.label(start - 1) not in ("GPE", "NORP", "ORG")
        and before.lower_ not in ("minister", "secretary", "leader")
    )
