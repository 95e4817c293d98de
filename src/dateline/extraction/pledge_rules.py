"""The rules for pledges in their order, the words at which each is asked, and whose commitments they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from spacy.strings import get_string_id

from dateline.extraction import (
    commitment,
    pledge_accords,
    pledge_futures,
    pledge_nouns,
    pledge_packages,
    pledge_stances,
    pledge_transfers,
    pledge_verbs,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from spacy.tokens import Span, Token

    from dateline.extraction.parties import Cast
    from dateline.extraction.pledge_ground import Commitment, Ground

    _Find = Callable[[Ground, Token], Commitment | None]


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule with the lemmas and the words in lower case at which it may find something."""

    find: _Find
    lemmas: frozenset[str] = frozenset()
    lowers: frozenset[str] = frozenset()


#: The first rule that speaks for a token is heard.
RULES = (
    _Rule(pledge_verbs.by_verb, pledge_verbs.PHRASAL.union(commitment.VERBS)),
    _Rule(pledge_transfers.by_transfer, pledge_transfers.TRANSFERRING),
    _Rule(pledge_stances.by_adjective, lowers=frozenset(commitment.ADJECTIVES)),
    _Rule(pledge_futures.by_modal),  # at verbs beside a word of `_FUTURE` or behind "to"
    _Rule(pledge_nouns.by_noun, pledge_nouns.COMMITTING),
    _Rule(pledge_packages.by_share, pledge_packages.SHARED),
    _Rule(pledge_packages.by_loan, commitment.INSTRUMENTS),
    _Rule(pledge_packages.by_inclusion, frozenset({"include"})),
    _Rule(pledge_accords.by_terms, pledge_accords.TERMS),
    _Rule(pledge_stances.by_refusal, pledge_stances.REFUSING, pledge_stances.TABLED),
)
_MODAL = 1 << next(k for k, rule in enumerate(RULES) if rule.find is pledge_futures.by_modal)


def _ids(words: Iterable[str]) -> Iterator[int]:
    """Yield the ids under which spaCy keeps the words, as they are and with a capital."""
    for word in words:
        yield get_string_id(word)
        yield get_string_id(word.capitalize())


def _masks(words_of: Iterable[frozenset[str]]) -> dict[int, int]:
    """Return for each id of a word the rules that are asked at it, as bits in the order of `RULES`."""
    found: dict[int, int] = {}
    for k, words in enumerate(words_of):
        for number in _ids(words):
            found[number] = found.get(number, 0) | 1 << k
    return found


_BY_LEMMA = _masks(rule.lemmas for rule in RULES)
_BY_LOWER = _masks(rule.lowers for rule in RULES)
_FUTURE = frozenset(
    _ids(["will", "'ll", "’ll", "wo", "shall", "would", "'d", "’d", "going", "must", "may", "might", "could"])
)
_TO = get_string_id("to")
_VERB = get_string_id("VERB")
_POSSIBLE = frozenset(_ids(["VERB", "NOUN", "ADJ", "AUX", "PROPN"]))


class Cues:
    """The tokens of a Doc at which a rule may find something, from ids alone: most tokens are none."""

    def __init__(self, cast: Cast) -> None:
        self._lowers = cast.lowers
        self._pos: list[int] = cast.doc.to_array("POS").tolist()
        self._masks = [_BY_LEMMA.get(number, 0) for number in cast.lemmas]
        for i, number in enumerate(self._lowers):
            if number in _BY_LOWER:
                self._masks[i] |= _BY_LOWER[number]

    def among(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield each token index from start to end at which rules are to be asked, with their bits."""
        future = not _FUTURE.isdisjoint(self._lowers[start:end])
        for i in range(start, end):
            mask = self._masks[i]
            if self._pos[i] == _VERB and (future or _TO in self._lowers[max(0, i - 2) : i]):
                mask |= _MODAL
            if mask and self._pos[i] in _POSSIBLE:
                yield i, mask


@cache
def _asked(mask: int) -> tuple[_Find, ...]:
    """Return the rules whose bits are set, in their order."""
    return tuple(rule.find for k, rule in enumerate(RULES) if mask >> k & 1)


def commitments(ground: Ground, cues: Cues, sentence: Span) -> Iterator[Commitment]:
    """Yield every commitment that a rule sees in the sentence; they may overlap."""
    for i, mask in cues.among(sentence.start, sentence.end):
        token = ground.doc[i]
        for find in _asked(mask):
            found = find(ground, token)
            if found is not None:
                break
        else:
            continue
        party = found.pledger or ground.holder_party(found)
        if party is not None or ground.sum_beside(found):
            yield replace(found, pledger=party, speaker=ground.spoken_by(found, party))
