"""The pledges of an article, with what tells them from others: parties, sums, words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from dateline.linking.claim_history import changed_sums, turn
from dateline.linking.claim_items import Item, ruled
from dateline.linking.claim_words import countries_named, stems, tokens
from dateline.linking.sums import is_most, size_of
from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.linking.dates import ArticleDate
    from dateline.linking.parties import Parties
    from dateline.model import Figure, Judged, LinkedParty, Pledge, Ruling, Source

_BEHIND_A_HEAD = re.compile(r"\b(?:of|in|from|with|who|that|at|on)\b")
#: Words that say how many of a group there are.
_HOW_MANY = frozenset(
    """
    a all an any both few many more most no other our several some that the these those which
    """.split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Made(Item):
    """A pledge where an article reports it, with its parties settled."""

    pledge: Pledge
    pledger: LinkedParty | None
    spoken_by: LinkedParty | None
    beneficiary: LinkedParty | None
    key: str  #: of the pledger: the country he speaks for, the head of a group's name; "" where unknown
    group: frozenset[str]  #: the words of a pledger that is a mere group
    figures: tuple[Figure, ...]
    sizes: tuple[str, ...]  #: what tells whether they agree with others
    before: Figure | None  #: the sum that this one replaces, where the article tells it
    turn: Literal["raised", "cut", "withdrawn", ""]  #: what the sentence says to become of an earlier pledge
    words: frozenset[str]  #: of the action
    all_words: frozenset[str]  #: of its sentence


def made_pledges(
    source: Source,
    dated: ArticleDate,
    parties: Parties,
    rulings: Sequence[Ruling] = (),
    before: Sequence[Made] = (),
) -> list[Made]:
    """Return the pledges of an article in the order of its extraction.

    Those that it had before, of the same source, are kept where they are the same.
    """
    rows = []
    for number, pledge in enumerate(source.extraction.pledges):
        bound = _bound(source.article.id, pledge, parties)
        said = ruled(rulings, source.article.id, *_judgeable(pledge))
        kept = before[number] if number < len(before) else None
        same = kept is not None and (kept.written, kept.judged, *_bound_of(kept)) == (
            dated.date,
            said,
            *bound[1:],
        )
        rows.append(
            kept if kept is not None and same else _made(source, dated.date, (number, pledge), bound, said)
        )
    return rows


def _made(source: Source, date: str, numbered: tuple[int, Pledge], bound: _Bound, said: Judged) -> Made:
    article = source.article
    number, pledge = numbered
    own, pledger, speaker, beneficiary, key, group = bound
    figures = tuple(source.extraction.money[k] for k in pledge.money)
    change = changed_sums(article.text, figures)
    told = change[1] if change else figures[0] if figures else None
    named = countries_named(source, pledge.start, pledge.end)
    sums_told = frozenset(word for figure in figures for word in stems(figure.text))
    known = {f"@{party.id}" for party in (own, beneficiary) if party is not None}
    words = tokens(pledge.action, named) - sums_told - known
    all_words = words | (tokens(pledge.text, named) - sums_told - known)
    pledged = (told, *(f for f in figures if f is not told and not change)) if told else ()
    return Made(
        article=article.id,
        number=number,
        start=pledge.start,
        end=pledge.end,
        written=date,
        outlet=article.outlet,
        figure=told,
        up_to=told is not None and is_most(article.text, told),
        status=pledge.status,
        speaker=(speaker or _in_person(pledger)) if key or own is None else None,
        judged=said,
        pledge=pledge,
        pledger=pledger,
        spoken_by=speaker,
        beneficiary=beneficiary,
        key=key,
        group=group,
        figures=pledged,
        sizes=tuple(size_of(figure) for figure in pledged),
        before=change[0] if change else None,
        turn=turn(article.text[pledge.start : pledge.end]),
        words=words,
        all_words=all_words,
    )


def _judgeable(pledge: Pledge) -> tuple[int, int]:
    """Return where the words stand that are the pledge and no other one: its cue, else its sentence."""
    return pledge.cue if pledge.cue[0] < pledge.cue[1] else (pledge.start, pledge.end)


class _Bound(NamedTuple):
    """Whom a pledge binds and who else has to do with it; the first is told by the others."""

    own: LinkedParty | None  #: the state a pledger speaks for, or the pledger
    pledger: LinkedParty | None
    speaker: LinkedParty | None
    beneficiary: LinkedParty | None
    key: str  #: as in `Made`
    group: frozenset[str]


def _bound_of(row: Made) -> tuple[object, ...]:
    return row.pledger, row.spoken_by, row.beneficiary, row.key, row.group


def _bound(article: str, pledge: Pledge, parties: Parties) -> _Bound:
    pledger, speaker = parties.resolve(article, pledge.pledger), parties.resolve(article, pledge.spoken_by)
    state = _state(pledger, article, parties)
    own = state or pledger
    if pledge.money and state is not None:  # a minister who promises money promises that of his state
        pledger, speaker = state, pledger
    beneficiary = parties.resolve(article, pledge.beneficiary)
    helped = _state(beneficiary, article, parties)
    if helped is not None and helped != state:
        beneficiary = helped
    unknown = own is not None and own.id is None
    group = frozenset(fold(own.name).split()) - _HOW_MANY if own is not None and unknown else frozenset()
    return _Bound(own, pledger, speaker, beneficiary, _key(own, beneficiary, group), group)


def _in_person(party: LinkedParty | None) -> LinkedParty | None:
    return party if party is not None and party.type == "person" else None


def _state(party: LinkedParty | None, article: str, parties: Parties) -> LinkedParty | None:
    """Return the country for which a person speaks by office, or None."""
    if party is None or party.type != "person" or party.id is None:
        return None
    return parties.country_of(party.id, article)


def _key(own: LinkedParty | None, beneficiary: LinkedParty | None, group: frozenset[str]) -> str:
    """Return what tells pledgers apart; "" where it is not known: nobody lends himself money."""
    if own is None or (own.id is not None and beneficiary is not None and own.id == beneficiary.id):
        return ""
    if own.type == "group" and group:
        head = _BEHIND_A_HEAD.split(fold(own.name))[0].split() or [own.name]
        return f"group {min(stems(head[-1]), default=head[-1])}"
    return own.id or fold(own.name)
