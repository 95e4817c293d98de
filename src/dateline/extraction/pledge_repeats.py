"""Pledges as reports of commitments: which of them tell the same one twice within an article."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.extraction import clauses
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dateline.extraction.parties import Cast
    from dateline.extraction.pledge_ground import Commitment
    from dateline.model import Pledge

#: Lemmas that say nothing of what is committed, so that two reports don't count as one for sharing them.
_EMPTY = words(
    """
    agree announce back big commit commitment country deal do first give government hope leader make
    member minister more nation new offer other package part people plan pledge promise proposal propose
    provide say set state step take want work world would year
    """
)
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


@dataclass(frozen=True, slots=True)
class Known:
    """A pledge with what tells whether another repeats it."""

    pledge: Pledge
    content: frozenset[str]
    key: tuple[str, object] | None
    sentence: int  #: its number
    gives: bool = False  #: it gives something that somebody must be meant to receive


def content(doc: Doc, found: Commitment, end: int, pledge: Pledge) -> frozenset[str]:
    """Return the lemmas and figures by which a second report of the same commitment is known.

    They come from what is committed alone: other clauses, the pledger and whoever reports it tell nothing
    of it.
    """
    skipped: set[int] = set()
    for token in found.core.subtree:
        other = token.dep_ in {"conj", "advcl", "parataxis"} and token != found.core
        if other and clauses.own_subject(token) is not None:
            skipped.update(t.i for t in token.subtree)
    own = clauses.own_subject(found.core)
    if own is not None and found.rule != "modal:only":
        skipped.update(t.i for t in own.subtree)
    words = {
        clauses.lemma(t)
        for t in (found.cue, *found.core.subtree)
        if t.i < end and t.i not in skipped and t.pos_ in _TELLING and not t.is_stop
    }
    figures = {f"={doc._.money[k].amount}" for k in pledge.money if doc._.money[k].amount}
    shares = {f"#{t.text}" for t in doc[min(found.cue.i, found.core.i) : end] if _is_share(t)}
    return frozenset((words - _EMPTY) | figures | shares)


def _is_share(token: Token) -> bool:
    """Tell whether the number is a percentage."""
    return token.like_num and token.i + 1 < len(token.doc) and token.nbor(1).lower_ in {"%", "percent", "per"}


def key_of(cast: Cast, pledge: Pledge) -> tuple[str, object] | None:
    """Return who the pledger is within the article; None where it is unknown or a group."""
    party = pledge.pledger
    if party is None or party.type == "group":
        return None
    state = cast.country_of(party) if party.type == "person" else None
    if state is not None:
        party = state
    actor = cast.at(cast.doc[cast.tokens(party.start, party.end)[0]])
    return None if actor is None or actor.key[0] == "role" else actor.key


def add(found: list[Known], new: Known) -> None:
    """Keep the pledge unless an earlier sentence states it; a condition that comes later binds the
    earlier one.
    """
    only = new.pledge.rule == "modal:only"
    for k, known in reversed(list(enumerate(found))):
        if not _same(known, new, only):
            continue
        if only and new.pledge.status == "conditional" and known.pledge.status == "pledged":
            bound = replace(known.pledge, status="conditional", condition=new.pledge.condition)
            found[k] = replace(known, pledge=bound)
        return
    if not only:
        found.append(new)


def _same(known: Known, new: Known, only: bool) -> bool:
    """Tell whether the new pledge repeats the known one: a figure, or most of the words of the shorter."""
    if known.pledge.start == new.pledge.start or not _compatible(known, new):
        return False
    shared = known.content & new.content
    shares = [{word for word in content if word.startswith("#")} for content in (known.content, new.content)]
    if all(shares) and not shares[0] & shares[1]:
        return False
    if only or (new.pledge.rule.startswith("noun") and len(new.content) <= 3):
        return bool(shared)
    if any(word.startswith("=") for word in shared):
        return True
    fewest = min(len(known.content), len(new.content))
    needed = 0.6 if _same_pledger(known, new) else 0.75
    if fewest == 1 and not _same_pledger(known, new):
        return False
    return bool(shared) and (len(shared) == fewest or (len(shared) >= 2 and len(shared) >= needed * fewest))


def _same_pledger(known: Known, new: Known) -> bool:
    if known.key is not None or new.key is not None:
        return known.key == new.key
    one, two = known.pledge.pledger, new.pledge.pledger
    return one is not None and two is not None and one.name.casefold() == two.name.casefold()


def _compatible(known: Known, new: Known) -> bool:
    """Tell whether the two may be one commitment: neither refuses what the other pledges, nor do two
    states.
    """
    if (known.pledge.status == "refused") != (new.pledge.status == "refused"):
        return False
    if known.key is None or new.key is None or known.key == new.key:
        return True
    voices = {p.start for p in (known.pledge.spoken_by, new.pledge.spoken_by) if p is not None}
    own = {p.start for p in (known.pledge.pledger, new.pledge.pledger) if p is not None}
    return bool(voices & own)
