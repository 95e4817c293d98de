"""Which pledges of several articles are reports of one commitment."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.linking.claim_words import stems
from dateline.linking.grouping import group, near_pairs, neighbours
from dateline.linking.sums import agreement, digits, written
from dateline.model import Claim
from dateline.text import fold, slug

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.linking.dates import ArticleDate
    from dateline.linking.parties import Parties
    from dateline.model import Figure, LinkedParty, Pledge, Source

#: What two pledges of one pledger must reach to be one commitment.
ENOUGH = 2.0
_SHORT = {"GB": "UK", "US": "US", "AE": "UAE"}
_LABEL_WORDS = 6


@dataclass(frozen=True, slots=True)
class Made:
    """A pledge where an article reports it, with its parties settled."""

    article: str
    number: int  #: its place in Extraction.pledges
    written: str  #: date of the article
    pledge: Pledge
    pledger: LinkedParty | None
    spoken_by: LinkedParty | None
    beneficiary: LinkedParty | None
    key: str  #: of the pledger: his country where he speaks for one
    figures: tuple[Figure, ...]
    words: frozenset[str]


def made_pledges(sources: Sequence[Source], dated: Mapping[str, ArticleDate], parties: Parties) -> list[Made]:
    """Return every pledge of the sources in the order of date, article and text."""
    rows = [
        _made(source, dated[source.article.id].date, number, pledge, parties)
        for source in sources
        for number, pledge in enumerate(source.extraction.pledges)
    ]
    return sorted(rows, key=lambda row: (row.written, row.article, row.number))


def _made(source: Source, date: str, number: int, pledge: Pledge, parties: Parties) -> Made:
    id_ = source.article.id
    pledger, speaker = parties.resolve(id_, pledge.pledger), parties.resolve(id_, pledge.spoken_by)
    state = _state(pledger, id_, parties)
    if pledge.money and state is not None:  # a minister who promises money promises that of his state
        pledger, speaker = state, pledger
    beneficiary = parties.resolve(id_, pledge.beneficiary)
    helped = _state(beneficiary, id_, parties)
    if helped is not None and helped != state:
        beneficiary = helped
    own = state or pledger
    return Made(
        article=id_,
        number=number,
        written=date,
        pledge=pledge,
        pledger=pledger,
        spoken_by=speaker,
        beneficiary=beneficiary,
        key=(own.id or fold(own.name)) if own is not None else "",
        figures=tuple(source.extraction.money[k] for k in pledge.money),
        words=stems(pledge.action) | (stems(pledge.text) if pledge.money else frozenset()),
    )


def _state(party: LinkedParty | None, article: str, parties: Parties) -> LinkedParty | None:
    """Return the country for which a person speaks by office, or None."""
    if party is None or party.type != "person" or party.id is None:
        return None
    return parties.country_of(party.id, article)


def pledge_claims(made: Sequence[Made]) -> tuple[dict[tuple[str, int], str], dict[str, Claim]]:
    """Return the claim id of each pledge by (article, number), and the claims by id.

    The same commitment with another sum is another claim, and each names the other as differing.
    """
    scored: list[tuple[float, int, int]] = []
    other: list[tuple[int, int]] = []
    for i, k in near_pairs(_blocks(made)):
        one, two = made[i], made[k]
        if one.article == two.article or not _comparable(one, two):
            continue
        sums = _sums_agree(one, two)
        likeness = _likeness(one, two)
        if sums is False and likeness >= ENOUGH - 0.5:
            other.append((i, k))
        elif sums is not False and likeness + (1.5 if sums else 0.0) >= ENOUGH:
            scored.append((likeness + (1.5 if sums else 0.0), i, k))
    groups = group(len(made), scored, lambda a, b: _may_join(made[a], made[b]))
    ids = _ids([[made[i] for i in row] for row in groups])
    claim_of = {i: id_ for id_, row in zip(ids, groups, strict=True) for i in row}
    differing = neighbours(other, claim_of)
    claims = {
        id_: Claim(
            id=id_,
            kind="pledge",
            label=_label([made[i] for i in row]),
            articles=tuple(dict.fromkeys(made[i].article for i in row)),
            differs_from=tuple(sorted(differing[id_])),
        )
        for id_, row in zip(ids, groups, strict=True)
    }
    return {(made[i].article, made[i].number): id_ for i, id_ in claim_of.items()}, claims


def _blocks(made: Sequence[Made]) -> list[list[int]]:
    """Return the indices of the pledges of one pledger that share a word of the action, those of no
    pledger apart.
    """
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, row in enumerate(made):
        if row.key:
            for word in sorted(stems(row.pledge.action)):
                blocks[row.key, word].append(i)
            for figure in row.figures:
                blocks[row.key, f"{figure.currency} {str(figure.amount)[:1]}"].append(i)
    return list(blocks.values())


def _comparable(one: Made, two: Made) -> bool:
    refused = (one.pledge.status == "refused") == (two.pledge.status == "refused")
    return one.key == two.key and refused


def _may_join(one: Made, two: Made) -> bool:
    """Tell whether nothing keeps the two apart: an article that tells both, other sums, other
    beneficiaries.
    """
    return one.article != two.article and _comparable(one, two) and _sums_agree(one, two) is not False


def _sums_agree(one: Made, two: Made) -> bool | None:
    """Tell whether the pledges have a sum in common (≈ included), have other sums, or cannot be compared."""
    found = {agreement(a, b) for a in one.figures for b in two.figures} - {None}
    if not found:
        return None
    return bool(found & {"same", "close"})


def _likeness(one: Made, two: Made) -> float:
    """Return how much the words and the beneficiaries of two pledges have in common."""
    shared = len(one.words & two.words)
    score = 0.5 * min(4, shared)
    fewest = min(len(one.words), len(two.words))
    if fewest and shared == fewest and shared >= 2:
        score += 0.5
    if one.beneficiary is None or two.beneficiary is None:
        return score
    if one.beneficiary.id is not None and one.beneficiary.id == two.beneficiary.id:
        return score + 0.7
    states = one.beneficiary.type == "country" and two.beneficiary.type == "country"
    return score - 1.5 if states else score


def _ids(groups: Sequence[Sequence[Made]]) -> list[str]:
    """Return an id for each group: pledger, beneficiary and sum or action, numbered where these are the
    same.
    """
    count: Counter[str] = Counter()
    ids = []
    for rows in groups:
        first = rows[0]
        what = next((written(f) for row in rows for f in row.figures), "") or " ".join(
            first.pledge.action.split()[:4]
        )
        receiver = next((row.beneficiary for row in rows if row.beneficiary is not None), None)
        parts = ("pledge", first.key or "unknown", receiver.id or receiver.name if receiver else "", what)
        base = slug(" ".join(parts).replace(".", "p"))
        count[base] += 1
        ids.append(base if count[base] == 1 else f"{base}-{count[base]}")
    return ids


def _label(rows: Sequence[Made]) -> str:
    """Return "UK → Chile £5bn pledged": pledger, beneficiary, sum or else the action, status."""
    pledger = next((row.pledger for row in rows if row.pledger is not None), None)
    receiver = next((row.beneficiary for row in rows if row.beneficiary is not None), None)
    figures = [f for row in rows for f in row.figures]
    what = written(max(figures, key=digits)) if figures else _short_action(rows[0].pledge.action)
    who = _short(pledger) if pledger is not None else "Unknown"
    status = Counter(row.pledge.status for row in rows).most_common(1)[0][0]
    return f"{who} → {_short(receiver)} {what} {status}" if receiver is not None else f"{who} {what} {status}"


def _short(party: LinkedParty) -> str:
    if party.type == "country" and party.id in _SHORT:
        return _SHORT[party.id]
    if party.type == "person":
        return party.name.split()[-1]
    return "EU" if party.name == "European Union" else party.name


def _short_action(action: str) -> str:
    words = action.split()
    return " ".join(words[:_LABEL_WORDS]) + ("…" if len(words) > _LABEL_WORDS else "")
