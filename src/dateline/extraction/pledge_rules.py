"""The rules for pledges in their order, and who stands behind what they find."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.extraction import pledge_futures, pledge_nouns, pledge_stances, pledge_verbs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span

    from dateline.extraction.pledge_ground import Commitment, Ground

#: The first rule that speaks for a token is heard.
RULES = (
    pledge_verbs.by_verb,
    pledge_verbs.by_transfer,
    pledge_stances.by_adjective,
    pledge_futures.by_modal,
    pledge_nouns.by_noun,
    pledge_nouns.by_loan,
    pledge_nouns.by_inclusion,
    pledge_stances.by_refusal,
)
_POSSIBLE = frozenset({"VERB", "NOUN", "ADJ", "AUX", "PROPN"})


def commitments(ground: Ground, sentence: Span) -> Iterator[Commitment]:
    """Yield every commitment that a rule sees in the sentence; they may overlap."""
    for token in sentence:
        if token.pos_ not in _POSSIBLE:
            continue
        for rule in RULES:
            found = rule(ground, token)
            if found is not None:
                party = found.pledger or ground.holder_party(found)
                if party is not None or ground.sum_beside(found):
                    yield replace(found, pledger=party, speaker=ground.spoken_by(found, party))
                break
