"""Whom a pledge is for: the recipient of a giving verb, who stands behind "to", "for", "with", or is in
need.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from spacy.strings import get_string_id

from dateline.extraction import clauses, commitment, extensions, moods
from dateline.extraction.act_words import ACTS
from dateline.extraction.gain_words import (
    AT_WORK,
    BONDS,
    BUILDING,
    CAUSES,
    DEBTS,
    DIRECTING,
    ENDEAVOURS,
    FUNDS,
    GIVING,
    GOODS,
    HANDING,
    HARMFUL,
    IN_NEED,
    JOINING,
    LIFTING,
    QUANTIFIERS,
    RELIEVING,
    SUFFERING,
)
from dateline.extraction.gazetteer import capitals
from dateline.extraction.party_words import GOVERNMENT
from dateline.extraction.speech import SAYING
from dateline.extraction.wordlists import words
from dateline.model import Party

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from dateline.extraction.parties import Cast

_GIFT_IDS = frozenset(map(get_string_id, words("aid assistance backing help loan relief support")))
_RECEIVING = frozenset(map(get_string_id, ("to", "for")))


class Gain(NamedTuple):
    """Whom an action is for."""

    party: Party | None
    faint: bool = False  #: it is an effort, a project, a fund: whoever else is known to gain is meant


def beneficiary(cast: Cast, core: Token, start: int, end: int, pledger: Party | None) -> Gain:
    """Return whom the action among the tokens start to end is for, the most telling phrase first.

    What belongs to the core by the parse is asked before the rest of its part of the sentence.
    """
    faint = None
    inner = max(start + 1, min(end, core.right_edge.i + 1))
    for limit in dict.fromkeys((inner, _before_attribution(core, inner, end))):
        best: tuple[int, Party, bool] | None = None
        for first, token in _candidates(core, start, limit):
            party = _seat(cast, token) or _party(cast, token)
            if party is None or (pledger is not None and _same(party, pledger)):
                continue
            weight = _weight(first, token, party)
            if weight and (best is None or weight > best[0]):
                named = any(t.pos_ == "PROPN" for t in clauses.children(token, "compound", "flat"))
                faint_one = party.type == "group" and clauses.lemma(token) in ENDEAVOURS and not named
                best = (weight, party, faint_one)
        if best is not None and not best[2]:
            return Gain(best[1])
        faint = faint or (best and best[1])
    return Gain(faint, faint is not None)


def _before_attribution(core: Token, start: int, end: int) -> int:
    """Return where the tokens start to end come to who says so: "…, said the governor of the bank"."""
    return next((i for i in range(start, end) if core.doc[i].lemma_ in SAYING), end)


def _weight(weight: int, token: Token, party: Party) -> int:
    """Return the weight that is left once it is known who the party is: causes come last, bodies are no
    objects.
    """
    if party.type == "group" and clauses.lemma(token) in FUNDS:
        return 3 if weight >= 4 or (weight == 3 and token.head.lemma_ in JOINING) else 0
    if party.type == "group" and clauses.lemma(token) in CAUSES:
        return 1 if weight >= 4 or weight == 2 else 0
    if weight == 1 and token.dep_ == "nmod:poss" and party.type in {"person", "group"}:
        return 0
    if weight == 3 and token.dep_ == "obj" and party.type != "country" and token.pos_ != "PROPN":
        return 0
    if weight == 3 and token.dep_ == "obj" and party.type in {"organization", "person"}:
        return 1
    return weight


def given_to(cast: Cast, sentence: Span) -> Party | None:
    """Return whom the sentence names as receiving aid, pledged or not: "development aid for poorer
    nations".
    """
    for i in range(sentence.start + 1, sentence.end):
        if cast.lowers[i] not in _RECEIVING or cast.lemmas[i - 1] not in _GIFT_IDS:
            continue
        token = cast.doc[i].head
        if cast.doc[i].dep_ != "case" or token.pos_ not in {"NOUN", "PROPN"} or token.i < i:
            continue
        party = _party(cast, token)
        if party is not None and clauses.lemma(token) not in CAUSES:
            return party
    return None


def is_aid(core: Token, end: int) -> bool:
    """Tell whether the action gives something that somebody must be meant to receive."""
    doc = core.doc
    lemmas = {clauses.lemma(t) for t in doc[max(core.sent.start, core.i - 6) : end]}
    if core.lemma_ in RELIEVING:
        return True
    if core.pos_ != "VERB" or core.lemma_ in HANDING:
        summed = any(core.idx <= f.start <= doc[end - 1].idx for f in doc._.money)
        if summed:
            return True
        if core.pos_ == "VERB":
            lemmas = {clauses.lemma(t) for t in doc[core.i : end]}
    return bool(lemmas & (commitment.INSTRUMENTS | IN_NEED) - {"effort", "system", "cash", "money", "tank"})


def _candidates(core: Token, start: int, end: int) -> Iterator[tuple[int, Token]]:
    """Yield (weight, head of noun phrase) for whatever may name the beneficiary, in the order of the text."""
    doc = core.doc
    if core.dep_ == "obj" and moods.is_passive(core.head):  # "Chad was promised €2m"
        yield from ((5, c) for c in clauses.children(core.head, "nsubj:pass"))
    if core.lemma_ in {"able", "benefit", "get", "receive"}:
        yield from ((5, c) for c in clauses.children(core, "nsubj"))
    between = _between(core)
    if between is not None:
        yield 5, between
    first, last = doc[start].idx, doc[end - 1].idx
    summed = any(first <= f.start <= last for f in doc._.money)
    needy = any(clauses.lemma(t) in IN_NEED for t in doc[start:end])
    for token in doc[start:end]:
        if token.pos_ not in {"NOUN", "PROPN", "PRON", "ADJ"}:
            continue
        lemma = clauses.lemma(token.head)
        if token.dep_ == "iobj" or (token.dep_ == "obj" and lemma in GIVING):
            yield 5, token
        elif token.dep_ == "obj" and lemma not in HARMFUL | DIRECTING and token.head.pos_ == "VERB":
            yield 3, token
        case = _case(token)
        yield from _by_case(token, case, lemma, needy)
        if case == "in" and (summed or core.lemma_ in BUILDING):
            yield 2, token  # "€2m for wells in Chad"
        placed = summed and token.dep_ == "amod" and token.pos_ == "ADJ" and token.head.pos_ == "NOUN"
        if placed and lemma not in commitment.SHARES | commitment.INSTRUMENTS | GOVERNMENT | GOODS:
            yield 1, token  # "€2m with the Chadian central bank"
        if token.dep_ == "nmod:poss" and token.head == core and core.pos_ == "NOUN":
            yield 1, token  # "Chad's recovery is our priority"


def _between(core: Token) -> Token | None:
    """Return the name right between a verb of giving and a sum: "offered Chad €2m", as the words stand."""
    verb = core if core.lemma_ in GIVING else core.head
    after = verb.doc[verb.i + 1 : verb.i + 5]
    name = next((t for t in after if t.lower_ != "the"), None)
    while name is not None and name.i + 1 < len(name.doc) and name.nbor(1).pos_ == "PROPN":
        name = name.nbor(1)
    if name is None or verb.lemma_ not in GIVING or name.pos_ != "PROPN" or name.i + 1 >= len(name.doc):
        return None
    behind = name.nbor(1)
    helped = verb.lemma_ == "help" and behind.lower_ in ACTS  # "help Chad fight"
    return name if helped or behind.pos_ in {"NUM", "SYM"} or behind.tag_ == "$" else None


def _case(token: Token) -> str:
    """Return the preposition before the noun phrase, by the parse or else by the order of the words."""
    found = next((c for c in clauses.children(token, "case", "mark") if c.i < token.i), None)
    if found is not None:
        return found.lower_
    i = token.i - 1
    while i > 0 and token.i - i <= 3 and (token.doc[i].tag_ in {"VBG", "VBN"} or token.doc[i].pos_ == "ADJ"):
        i -= 1
    return token.doc[i].lower_ if i >= 0 and token.doc[i].tag_ in {"IN", "TO"} else ""


def _by_case(token: Token, case: str, lemma: str, needy: bool) -> Iterator[tuple[int, Token]]:
    """Yield the token with the weight that its preposition gives it."""
    if case in {"to", "for"} and _gift_before(token):
        yield 6, token
    elif case in {"to", "for", "towards", "toward", "into"}:
        yield (4 if lemma not in HARMFUL | {"owe"} else 0), token
    elif case in {"on", "against"} and lemma in HARMFUL:
        yield (4 if any(a.lemma_ in LIFTING for a in token.ancestors) else 0), token
    elif case == "with" and any(clauses.lemma(t) in BONDS for t in token.doc[max(0, token.i - 8) : token.i]):
        yield 3, token
    elif case == "by" and (lemma in DEBTS or _debt_before(token)):
        yield 5, token
    elif (case == "by" and lemma in SUFFERING) or (
        case == "from" and lemma in {"take", "divert"} and moods.negated(token.head)
    ):
        yield 4, token
    elif needy and (case in {"of", "in", "among", "within"} or token.dep_ == "nmod:poss"):
        yield 2, token


def _gift_before(token: Token) -> bool:
    """Tell whether a gift stands right before the preposition: "aid to developing countries"."""
    lead = token.doc[max(token.sent.start, token.i - 4) : token.i]
    return any(
        first.lemma in _GIFT_IDS and second.lower in _RECEIVING for first, second in itertools.pairwise(lead)
    )


def _debt_before(token: Token) -> bool:
    """Tell whether "by" follows a debt at once, wherever the parse hangs it: "suspend repayments by Chad"."""
    by = next((c for c in clauses.children(token, "case") if c.lower_ == "by"), None)
    return by is not None and by.i > 0 and clauses.lemma(by.nbor(-1)) in DEBTS


def _party(cast: Cast, token: Token) -> Party | None:
    """Return the token's party: an actor, a group, a state by its capital, a cause that can be given to."""
    if token.pos_ == "PRON":
        personal = token.tag_ == "PRP" and token.lower_ in {"them", "him", "her", "it"}
        return cast.party(token) if personal else None
    party = cast.party(token)
    if token.pos_ == "ADJ":  # "Chadian bonds"
        actor = cast.at(token)
        return party if actor is None else actor.party
    if party is not None:
        return _plain(cast, token) if party.type == "group" else party
    capital = capitals().get(token.text) if token.pos_ == "PROPN" else None
    for country in cast.doc._.countries if capital else ():
        if country.code == capital:
            m = country.mentions[0]
            return Party("country", m.text, m.start, m.end)
    if clauses.lemma(token) in CAUSES or _is_place(cast, token):
        return _plain(cast, token)
    return None


def _is_place(cast: Cast, token: Token) -> bool:
    """Tell whether it is a name that nobody bears for which something is: "two battalions for Darfur"."""
    if token.tag_ != "NNP" or not token.is_title or token.dep_ == "compound" or _case(token) != "for":
        return False
    dated = any(d.start <= token.idx < d.end for d in cast.doc._.dates)
    return not dated and cast.at(token) is None


def _seat(cast: Cast, token: Token) -> Party | None:
    """Return the country in which a cause is at work, which is meant by it: "the mission in Chad"."""
    if clauses.lemma(token) not in AT_WORK:
        return None
    for child in clauses.children(token, "nmod"):
        if any(c.lower_ == "in" for c in clauses.children(child, "case")):
            actor = cast.at(child)
            return actor.party if actor is not None and actor.key[0] == "country" else None
    return None


def _plain(cast: Cast, token: Token) -> Party:
    """Return the group without "some", "all", "the": who is meant, however many of them."""
    group = cast.group(token)
    start = cast.tokens(group.start, group.end)[0]
    while start < token.i and cast.doc[start].lower_ in QUANTIFIERS:
        start += 1
    first = cast.doc[start]
    return Party("group", extensions.text(cast.doc)[first.idx : group.end], first.idx, group.end)


def _same(party: Party, pledger: Party) -> bool:
    return party.start == pledger.start or (party.type == pledger.type and party.name == pledger.name)
