"""What pronouns stand for: the nearest earlier party that agrees, subjects first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from dateline.extraction import clauses
from dateline.extraction.party_words import COLLECTIVES, DEFINITE_BODIES, LONE_GROUPS, STATE_WORDS, is_group
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from dateline.extraction.parties import Cast
    from dateline.model import Party

_BODIES = (COLLECTIVES | DEFINITE_BODIES.keys() | LONE_GROUPS | STATE_WORDS) - {"country", "nation"}
#: What is done and does nothing, and people who commit themselves to nothing.
_MEASURES = words(
    "act amendment ban bill budget law legislation measure order proposal rule scheme tax treaty"
)
_PEOPLE = words(
    "buyer child consumer customer family motorist patient passenger people pupil reader user viewer"
)
Kind = Literal["person", "thing", "plural"]

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "themselves", "both"})


def antecedent(cast: Cast, pronoun: Token) -> Party | None:
    """Return the nearest earlier party that agrees with the pronoun, subjects first.

    First persons are the speaker's affair (see `speech`), relative pronouns stand for the noun before.
    """
    lower = pronoun.lower_
    if lower in {"who", "which", "that"}:
        found = next((t for t in (pronoun.head, *pronoun.ancestors) if t.dep_ == "acl:relcl"), None)
        return cast.party(found.head) if found is not None and found.head != pronoun else None
    if lower in {"those", "some", "many", "others", "all", "most", "several"}:
        return plural_before(cast, pronoun)
    kind = _kind_of(lower)
    if kind is None:
        return None
    gender = "m" if lower in _HE else "f" if lower in _SHE else ""
    aside = pronoun.i not in cast.quote_at
    for token in candidates(cast, pronoun):
        if aside and token.i in cast.quote_at:
            continue  # the outlet's "he" is not whom its source talks of
        if stands_for_no_actor(cast, token, kind, pronoun):
            return None
        if agrees(cast, token, kind, gender):
            party = cast.party(token)
            if party is not None:
                return party
    return None


def candidates(cast: Cast, pronoun: Token) -> Iterator[Token]:
    """Yield heads of earlier noun phrases, the likeliest antecedents first."""
    seen = {pronoun.i}
    topic = main_subject(cast, pronoun)
    if topic is not None:
        seen.add(topic.i)
        yield topic
    for verb in pronoun.ancestors:
        found = clauses.own_subject(verb) if clauses.is_verb(verb) or verb.dep_ == "ROOT" else None
        if found is not None and found.i < pronoun.i and found.i not in seen:
            seen.add(found.i)
            yield found
    sentence = cast.sentence(pronoun.i)
    for token in cast.subjects(sentence):
        if token.i < pronoun.i and token.i not in seen:
            seen.add(token.i)
            yield token
    yield from (
        cast.doc[i] for i in range(sentence.start, pronoun.i) if cast.heads_mention(i) and i not in seen
    )
    if pronoun.lower_ in _IT:  # "critics of the government say it has"
        inside = cast.doc[sentence.start : pronoun.i]
        yield from (t for t in inside if t.tag_ == "NN" and t.i not in seen and t.lemma_ in STATE_WORDS)
    for earlier in cast.previous_sentences(pronoun.i, 5):
        yield from cast.subjects(earlier)
        yield from (cast.doc[i] for i in range(earlier.start, earlier.end) if cast.heads_mention(i))


def main_subject(cast: Cast, pronoun: Token) -> Token | None:
    """Return the subject behind a phrase in front of it: "In his talks with leaders, the minister said"."""
    root = cast.sentence(pronoun.i).root
    found = clauses.own_subject(root) if pronoun.tag_ == "PRP$" else None
    if found is None or found.i < pronoun.i or found.i > root.i:
        return None
    fronted = any(
        a.dep_ in {"obl", "advcl", "nmod"} for a in (pronoun.head, *pronoun.head.ancestors) if a != root
    )
    return found if fronted and pronoun.head != found else None


def agrees(cast: Cast, token: Token, kind: Kind, gender: str) -> bool:
    """Tell whether the noun phrase agrees with a pronoun of the kind and gender."""
    lower = token.lower_
    if token.pos_ == "PRON" or token.tag_.startswith("PRP"):
        same = _kind_of(lower) == kind
        return same and not ((gender == "m" and lower in _SHE) or (gender == "f" and lower in _HE))
    actor = cast.actor(token)
    coordinated = any(True for _ in clauses.children(token, "conj"))
    if kind == "person":
        own = actor is not None and actor.key[0] in {"person", "role"}
        own = own and not coordinated and not listed(cast, token)
        return own and not (gender and actor and actor.gender and actor.gender != gender)
    if kind == "plural":
        if coordinated or listed(cast, token):
            return any(cast.actor(t) is not None for t in clauses.conjuncts(token))
        if actor is not None and actor.key[0] in {"person", "role"}:
            return False
        return actor is not None or is_group(token, clauses.lemma(token))
    body = actor is None and token.tag_ == "NN" and clauses.lemma(token) in _BODIES
    return body or (actor is not None and actor.key[0] in {"country", "organization"})


def stands_for_no_actor(cast: Cast, token: Token, kind: Kind, pronoun: Token) -> bool:
    """Tell whether the pronoun means a thing or people at large: "the bill … it", "consumers … they"."""
    if token.pos_ != "NOUN" or token.dep_ not in clauses.SUBJECTS or cast.actor(token) is not None:
        return False
    lemma = clauses.lemma(token)
    if kind == "thing":
        return token.tag_ == "NN" and pronoun.dep_ in clauses.SUBJECTS and lemma in _MEASURES
    near = cast.sentence(pronoun.i).start <= token.i
    return kind == "plural" and near and token.tag_ == "NNS" and lemma in _PEOPLE


def listed(cast: Cast, token: Token) -> bool:
    """Tell whether the actor at the token ends a list of actors: "A, B and C"."""
    actor = cast.at(token)
    if actor is None:
        return False
    start = cast.tokens(actor.party.start, actor.party.end)[0]
    if start < 2 or cast.doc[start - 1].lower_ not in {"and", "&"}:
        return False
    before = cast.at(cast.doc[start - 2])
    return before is not None and before.key[0] == actor.key[0]


def plural_before(cast: Cast, pronoun: Token) -> Party | None:
    """Return the nearest plural noun before "those", "some": "which countries had agreed … those who had"."""
    for i in range(pronoun.i - 1, max(-1, pronoun.i - 40), -1):
        token = cast.doc[i]
        if token.tag_ == "NNS" and is_group(token, clauses.lemma(token)):
            return cast.group(token)
    return None


def _kind_of(lower: str) -> Kind | None:
    if lower in _HE or lower in _SHE:
        return "person"
    if lower in _IT:
        return "thing"
    return "plural" if lower in _THEY else None
