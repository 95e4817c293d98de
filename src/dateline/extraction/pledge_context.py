"""What the rest of the article adds to its pledges: what one is worth, and whom it is for."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.strings import get_string_id

from dateline.extraction import clauses, commitment, pledge_parts
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span, Token

    from dateline.extraction.parties import Cast
    from dateline.extraction.pledge_repeats import Known
    from dateline.model import Party, Pledge

_COSTING = frozenset(map(get_string_id, words("amount cost provide save total value worth")))
_PRICED = commitment.PLANS | commitment.MEASURES | words("effort measure package relief step")
_ACCORDS = commitment.DEALS | {"understanding"}
#: So many sentences later a pledge is priced at the latest, where the noun for it comes again.
_LATER = 5


def price(cast: Cast, found: list[Known], number: int, sentence: Span) -> None:
    """Give a pledge the figure that a later sentence, of that number, says that it costs or saves."""
    if not found or _COSTING.isdisjoint(cast.lemmas[sentence.start : sentence.end]):
        return
    doc = cast.doc
    for i in range(sentence.start, sentence.end):
        if cast.lemmas[i] not in _COSTING:
            continue
        figures = pledge_parts.money(doc, i, doc[i].right_edge.i + 1)
        topic = clauses.subject(doc[i]) if figures else None
        if topic is None:
            continue
        known = _priced(cast, found, number, topic)
        if known is not None:
            pledge = replace(found[known].pledge, money=figures)
            found[known] = replace(found[known], pledge=pledge)
            return


def _priced(cast: Cast, found: Sequence[Known], number: int, topic: Token) -> int | None:
    """Return the place of the pledge that the topic of a price speaks of: by its noun, or the last one."""
    lemma = clauses.lemma(topic)
    pronoun = topic.lower_ in {"it", "this", "that"}
    if not pronoun and lemma not in _PRICED:
        return None
    for k, known in reversed(list(enumerate(found))):
        distance = number - known.sentence
        if distance < 1 or distance > _LATER or known.pledge.money or known.pledge.status == "refused":
            continue
        if not pronoun and _names(cast, known.pledge, lemma):
            return k
    last = found[-1]
    free = not last.pledge.money and last.pledge.status != "refused"
    return len(found) - 1 if free and number - last.sentence == 1 else None


def _names(cast: Cast, pledge: Pledge, lemma: str) -> bool:
    """Tell whether the pledge is told with the noun, or with another word for a deal."""
    told = {clauses.lemma(token) for token in cast.doc[slice(*cast.tokens(pledge.start, pledge.end))]}
    return lemma in told or (lemma in _ACCORDS and not told.isdisjoint(_ACCORDS))


def settle(cast: Cast, found: list[Known]) -> None:
    """Give the pledges that name nobody who gains whom others of the article name.

    A pledge of the same thing counts first, then whom most of the article's gifts are for.
    """
    gains = [(known, known.pledge.beneficiary) for known in found]
    keys = [None if party is None else _key(cast, party) for _, party in gains]
    most = Counter(key for key in keys if key is not None).most_common(1)
    main = gains[keys.index(most[0][0])][1] if most else None
    for k, (known, party) in enumerate(gains):
        if party is not None:
            continue
        own = known.pledge.pledger
        alike = (other for seen, other in reversed(gains) if other and known.content & seen.content)
        gain = next((other for other in alike if not _is(cast, other, own)), None)
        if gain is None and known.gives and main is not None and not _is(cast, main, own):
            gain = main
        if gain is not None:
            found[k] = replace(known, pledge=replace(known.pledge, beneficiary=gain))


def _key(cast: Cast, party: Party) -> object:
    """Return what tells the party from others in the article: its actor, or its words."""
    actor = cast.at(cast.doc[cast.tokens(party.start, party.end)[0]]) if party.type != "group" else None
    return party.name.casefold() if actor is None else actor.key


def _is(cast: Cast, party: Party, other: Party | None) -> bool:
    return other is not None and _key(cast, party) == _key(cast, other)
