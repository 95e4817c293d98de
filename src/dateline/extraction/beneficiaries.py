"""Whom a pledge is for: the recipient of a giving verb, who stands behind "to", "for", "with", or is in
need.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.strings import get_string_id

from dateline.extraction import clauses, commitment, extensions
from dateline.extraction.gazetteer import capitals
from dateline.extraction.wordlists import words
from dateline.model import Party

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from dateline.extraction.parties import Cast

_GIVING = words(
    """
    aid allow arm assist back bail compensate defend equip finance fund give grant guarantee help lend
    match offer pay
    promise protect provide reassure rebuild recognise reimburse rescue resettle reward save send share
    stabilise
    strengthen subsidise supply support train secure
    """
)
#: Acts and measures by which nobody gains at whom they are aimed.
_HARMFUL = words(
    """
    attack ban block boycott burden charge condemn curb cut duty embargo expel fight fine impose
    investigate levy penalise
    pressure prosecute punish restriction retaliate retaliation sanction sue tackle tariff target tax veto war
    """
)
_LIFTING = words("cancel ease end halve lift lower reduce relax remove scrap stop suspend waive")
_BONDS = words(
    """
    accord agreement ally consultation cooperation deal negotiation pact partnership share solidarity talk
    tie treaty
    """
)
_IN_NEED = words(
    """
    aid assistance debt development education effort fund health humanitarian loan poverty rebuild
    reconstruction
    refugee relief repayment school support vaccine victim
    """
)
#: What can be given to although it is nobody: "a global vaccination campaign", "the relief operation".
_CAUSES = words(
    """
    area buyer campaign charity child community county district drive economy effort facility family farm
    firm fund hospital
    household
    industry initiative institute mission operation parent patient pensioner poor programme project
    refugee region
    scheme school sector student survivor town university vaccine veteran victim village vulnerable worker
    youth
    """
)
_DEBTS = words("debt owe repay repayment")
_GIFT_IDS = frozenset(map(get_string_id, words("aid assistance backing help loan relief support")))
_RECEIVING = frozenset(map(get_string_id, ("to", "for")))
#: Verbs by which a sum reaches somebody, named there or before.
_HANDING = words(
    "add commit contribute donate extend give grant inject lend loan match place pledge provide put"
)
_QUANTIFIERS = words("some all many several most other more both the these those such its their his of")


def beneficiary(cast: Cast, core: Token, start: int, end: int, pledger: Party | None) -> Party | None:
    """Return whom the action among the tokens start to end is for, the most telling phrase first, or None.

    What belongs to the core by the parse is asked before the rest of its part of the sentence.
    """
    inner = max(start + 1, min(end, core.right_edge.i + 1))
    for limit in dict.fromkeys((inner, end)):
        best: tuple[int, Party] | None = None
        for first, token in _candidates(core, start, limit):
            party = _party(cast, token)
            if party is None or (pledger is not None and _same(party, pledger)):
                continue
            weight = _weight(first, token, party)
            if weight and (best is None or weight > best[0]):
                best = (weight, party)
        if best is not None:
            return best[1]
    return None


def _weight(weight: int, token: Token, party: Party) -> int:
    """Return the weight that is left once it is known who the party is: causes come last, bodies are no
    objects.
    """
    if party.type == "group" and clauses.lemma(token) in _CAUSES:
        return 1 if weight >= 4 else 0
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
        if party is not None and clauses.lemma(token) not in _CAUSES:
            return party
    return None


def is_aid(core: Token, end: int) -> bool:
    """Tell whether the action gives something that somebody must be meant to receive."""
    doc = core.doc
    lemmas = {clauses.lemma(t) for t in doc[max(core.sent.start, core.i - 6) : end]}
    if core.pos_ == "VERB" and core.lemma_ in _HANDING:
        return any(core.idx < f.start <= doc[end - 1].idx for f in doc._.money)
    return bool(lemmas & (commitment.INSTRUMENTS | _IN_NEED) - {"effort", "system", "cash", "money", "tank"})


def _candidates(core: Token, start: int, end: int) -> Iterator[tuple[int, Token]]:
    """Yield (weight, head of noun phrase) for whatever may name the beneficiary, in the order of the text."""
    doc = core.doc
    needy = any(clauses.lemma(t) in _IN_NEED for t in doc[start:end])
    first, last = doc[start].idx, doc[end - 1].idx
    summed = any(first <= f.start <= last for f in doc._.money)
    for token in doc[start:end]:
        if token.pos_ not in {"NOUN", "PROPN", "PRON", "ADJ"}:
            continue
        lemma = clauses.lemma(token.head)
        if token.dep_ == "iobj" or (token.dep_ == "obj" and lemma in _GIVING):
            yield 5, token
        elif token.dep_ == "obj" and lemma not in _HARMFUL and token.head.pos_ == "VERB":
            yield 3, token
        case = next((c.lower_ for c in clauses.children(token, "case", "mark") if c.i < token.i), "")
        if not case and token.i and doc[token.i - 1].tag_ in {"IN", "TO"}:
            case = doc[token.i - 1].lower_
        yield from _by_case(token, case, lemma, needy)
        if summed and token.dep_ == "amod" and token.pos_ == "ADJ" and token.head.pos_ == "NOUN":
            yield 1, token  # "€2m with the Chadian central bank"


def _by_case(token: Token, case: str, lemma: str, needy: bool) -> Iterator[tuple[int, Token]]:
    """Yield the token with the weight that its preposition gives it."""
    if case in {"to", "for", "towards", "toward", "into"}:
        yield (4 if lemma not in _HARMFUL | {"owe"} else 0), token
    elif case in {"on", "against"} and lemma in _HARMFUL:
        yield (4 if any(a.lemma_ in _LIFTING for a in token.ancestors) else 0), token
    elif case == "with" and any(clauses.lemma(t) in _BONDS for t in token.doc[max(0, token.i - 8) : token.i]):
        yield 3, token
    elif case == "by" and (lemma in _DEBTS or _debt_before(token)):
        yield 5, token
    elif needy and (case in {"of", "in", "among", "within"} or token.dep_ == "nmod:poss"):
        yield 2, token


def _debt_before(token: Token) -> bool:
    """Tell whether "by" follows a debt at once, wherever the parse hangs it: "suspend repayments by Chad"."""
    by = next((c for c in clauses.children(token, "case") if c.lower_ == "by"), None)
    return by is not None and by.i > 0 and clauses.lemma(by.nbor(-1)) in _DEBTS


def _party(cast: Cast, token: Token) -> Party | None:
    """Return the token's party: an actor, a group, a state by its capital, a cause that can be given to."""
    if token.pos_ == "PRON":
        personal = token.tag_ == "PRP" and token.lower_ in {"them", "him", "her", "it"}
        return cast.party(token) if personal else None
    party = cast.party(token)
    if party is not None:
        return _plain(cast, token) if party.type == "group" else party
    capital = capitals().get(token.text) if token.pos_ == "PROPN" else None
    for country in cast.doc._.countries if capital else ():
        if country.code == capital:
            m = country.mentions[0]
            return Party("country", m.text, m.start, m.end)
    if clauses.lemma(token) in _CAUSES:
        return _plain(cast, token)
    return None


def _plain(cast: Cast, token: Token) -> Party:
    """Return the group without "some", "all", "the": who is meant, however many of them."""
    group = cast.group(token)
    start = cast.tokens(group.start, group.end)[0]
    while start < token.i and cast.doc[start].lower_ in _QUANTIFIERS:
        start += 1
    first = cast.doc[start]
    return Party("group", extensions.text(cast.doc)[first.idx : group.end], first.idx, group.end)


def _same(party: Party, pledger: Party) -> bool:
    return party.start == pledger.start or (party.type == pledger.type and party.name == pledger.name)
