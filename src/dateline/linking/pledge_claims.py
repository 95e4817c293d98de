"""Which pledges of several articles are reports of one commitment.

Each step looks at one pledge, at two, or at one group with what ties it to others: what else there is in the
collection changes none of them.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dateline.linking.claim_history import stages
from dateline.linking.claim_items import Rules, clearest, counts, days_apart, judged, reports, shared_words
from dateline.linking.claim_words import weight
from dateline.linking.figure_claims import size_keys
from dateline.linking.sums import agree, is_yearly, written
from dateline.model import Claim
from dateline.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.linking.claim_items import Neighbour
    from dateline.linking.pledge_items import Made
    from dateline.model import LinkedParty, Sign, Status

#: What two pledges of one pledger must reach to be one commitment.
ENOUGH = 2.0
_SUM = 1.5  # what a sum in common counts
_RECEIVER, _OTHER_STATE = 0.7, -1.5  # the same beneficiary, and another country that the other does not name
_SPEAKER, _SOON, _VAGUE = 0.3, 0.3, -0.3  # who says it, when, and a pledger that is a mere group
_DAYS = 3  # between two reports of one piece of news
_MOST_WORDS, _MOST_OTHERS = 2.0, 1.0
_SHORT = {"GB": "UK", "US": "US", "AE": "UAE"}
_LABEL_WORDS = 6


def keys(row: Made) -> frozenset[tuple[str, str] | tuple[str, int]]:
    """Return what a pledge is looked up by: its pledger with each word of its action, and its sums."""
    by_words = {(row.key, word) for word in row.words} if row.key else set()
    return frozenset(by_words.union(*(size_keys(figure) for figure in row.figures)))


def compare(one: Made, two: Made) -> tuple[Sign, float] | None:
    """Return what ties two pledges and how much speaks for it; None where they are two commitments.

    The same commitment with another sum is "≠"; "" ties a refusal to what was pledged.
    """
    sums = _sums_agree(one, two)
    if not _same_pledger(one, two, sums):
        return None
    likeness = _likeness(one, two)
    if _is_refused(one) != _is_refused(two):
        enough = sums is not False and likeness + (_SUM if sums else 0.0) >= ENOUGH
        return ("", likeness) if enough and one.article != two.article else None
    if sums is False:
        likely = one.article != two.article and likeness >= ENOUGH
        return ("≠", likeness) if likely else None
    score = likeness + (_SUM if sums else 0.0)
    return ("=", score) if score >= ENOUGH and _nothing_parts(one, two, sums) else None


def may_join(one: Made, two: Made) -> bool:
    """Tell whether nothing keeps two pledges apart: other pledgers or sums, or an article that tells both.

    An article that tells one sum for one thing twice tells one pledge twice.
    """
    sums = _sums_agree(one, two)
    refused = _is_refused(one) != _is_refused(two)
    return not refused and _same_pledger(one, two, sums) and _nothing_parts(one, two, sums)


def _nothing_parts(one: Made, two: Made, sums: bool | None) -> bool:
    if one.article == two.article:
        return bool(sums) and _same_sum(one, two) and one.turn == two.turn and _same_thing(one, two)
    return sums is not False


def _same_pledger(one: Made, two: Made, sums: bool | None) -> bool:
    """Tell whether one pledger may be meant.

    Where the sums agree, one that is not known may be any, and another name may be a slip where the sentence
    names the other one's country and has all but the same words.
    """
    if one.key == two.key and one.key:
        return one.group <= two.group or two.group <= one.group
    if sums is not True:
        return False
    return "" in (one.key, two.key) or (_names_pledger(one, two) and weight(_both(one, two)) >= _MOST_WORDS)


def _names_pledger(one: Made, two: Made) -> bool:
    """Tell whether the sentence of one pledge names the country that makes the other."""
    return f"@{two.key}" in one.all_words or f"@{one.key}" in two.all_words


def _both(one: Made, two: Made) -> frozenset[str]:
    """Return the words that the sentences of two pledges have in common."""
    return one.all_words & two.all_words


def _is_refused(row: Made) -> bool:
    return row.status == "refused"


def _same_sum(one: Made, two: Made) -> bool:
    return bool(one.sizes and two.sizes) and agree(one.sizes[0], two.sizes[0]) == "same"


def _sums_agree(one: Made, two: Made) -> bool | None:
    """Tell whether the pledges have a sum in common (≈ included), have other sums, or cannot be compared."""
    found: bool | None = None
    for size in one.sizes:
        for other in two.sizes:
            agreed = agree(size, other)
            if agreed in ("same", "close"):
                return True
            found = False if agreed else found
    return found


def _same_thing(one: Made, two: Made) -> bool:
    """Tell whether two pledges of one article are worded alike and for one receiver."""
    receivers = {party.id or party.name for party in (one.beneficiary, two.beneficiary) if party is not None}
    return len(receivers) <= 1 and weight(one.words & two.words) >= 1.0


def _likeness(one: Made, two: Made) -> float:
    """Return how much the words, the beneficiaries and, without a sum, speaker and days have in common."""
    shared = one.words & two.words
    both = _both(one, two)
    if one.figure is not None and two.figure is not None:
        return min(_MOST_WORDS, weight(both)) + _helped(one, two)
    fewest = min(len(one.words), len(two.words))
    score = min(_MOST_WORDS, weight(shared)) + (0.5 if len(shared) == fewest >= 2 else 0.0)
    score += min(_MOST_OTHERS, weight(both - shared) / 2) if shared else 0.0
    if one.speaker is not None and two.speaker is not None and one.speaker.id == two.speaker.id is not None:
        score += _SPEAKER
    if abs(days_apart(one.written, two.written)) <= _DAYS:
        score += _SOON
    return score + (_VAGUE if one.group else 0.0) + _helped(one, two)


def _helped(one: Made, two: Made) -> float:
    """Return what the beneficiaries tell for one commitment, or against it."""
    if one.beneficiary is None or two.beneficiary is None:
        return 0.0
    if one.beneficiary.id is not None and one.beneficiary.id == two.beneficiary.id:
        return _RECEIVER
    states = one.beneficiary.type == "country" and two.beneficiary.type == "country"
    named = f"@{one.beneficiary.id}" in two.all_words or f"@{two.beneficiary.id}" in one.all_words
    return _OTHER_STATE if states and not named else 0.0


def may_tie(own: Sequence[Made], other: Sequence[Made], one: Made, two: Made) -> bool:
    """Tell whether two claims are about one commitment: an article that tells both tells two, unless it
    tells of a change.
    """
    apart = {row.article for row in own}.isdisjoint(row.article for row in other)
    return apart or bool(one.turn or two.turn)


def base_id(rows: Sequence[Made]) -> str:
    """Return the id that a claim asks for: pledger, beneficiary and sum, or else action."""
    first = rows[0]
    what = next((written(row.figure) for row in rows if row.figure is not None), "") or " ".join(
        first.pledge.action.split()[:4]
    )
    key = next((row.key for row in rows if row.key), "") or "unknown"
    receiver = next((row.beneficiary for row in rows if row.beneficiary is not None), None)
    parts = ("pledge", key, receiver.id or receiver.name if receiver else "", what)
    return slug(" ".join(parts).replace(".", "p"))


def pledge_claim(
    id_: str, rows: Sequence[Made], ties: Sequence[Neighbour[Made]], copies: Mapping[str, str]
) -> Claim:
    """Return the claim of pledges, which stand in their order; ties are those to other claims."""
    known = [row for row in rows if row.key] or rows
    best = clearest(rows)
    figure = best.figure if best is not None else None
    up_to = figure is not None and any(row.up_to for row in rows)
    sum_ = written(figure, up_to=up_to) if figure is not None else ""
    pledger = _most(row.pledger for row in known)
    receiver = _most(row.beneficiary for row in known)
    status = _status(rows)
    action = max(rows, key=_is_worded).pledge.action
    articles, outlets, speakers = counts(rows, copies)
    course, follows = stages(rows, ties)
    return Claim(
        id=id_,
        kind="pledge",
        label=_label(pledger, receiver, sum_, action, status),
        articles=tuple(dict.fromkeys(row.article for row in rows)),
        differs_from=tuple(sorted({tie.claim for tie in ties if tie.sign == "≠"})),
        follows=follows,
        pledger=pledger,
        beneficiary=receiver,
        figure=figure,
        sum=sum_,
        up_to=up_to,
        yearly=figure is not None and is_yearly(figure),
        action=action,
        status=status,
        reports=reports(rows, course, figure, copies),
        article_count=articles,
        outlet_count=outlets,
        speaker_count=speakers,
        judged=judged(rows),
    )


def _is_worded(row: Made) -> bool:
    """Tell whether the action of a pledge names its sum."""
    return row.figure is not None and row.figure.text.split("(")[0].strip() in row.pledge.action


def _most(parties: Iterable[LinkedParty | None]) -> LinkedParty | None:
    """Return the party that most reports name, the first of several; an actor before a mere group."""
    named = Counter(party for party in parties if party is not None)
    return max(named, key=lambda party: (party.id is not None, named[party])) if named else None


def _status(rows: Sequence[Made]) -> Status:
    """Return the status that most reports give, of several the latest."""
    given = Counter(row.pledge.status for row in rows)
    return max(reversed(rows), key=lambda row: given[row.pledge.status]).pledge.status


def _label(
    pledger: LinkedParty | None, receiver: LinkedParty | None, sum_: str, action: str, status: Status
) -> str:
    """Return "UK → Chile £5bn pledged": pledger, beneficiary, sum or else the action, status."""
    who = _short(pledger) if pledger is not None else "Unknown"
    what = sum_ or _short_action(action)
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


def why(one: Made, two: Made) -> tuple[str, ...]:
    """Return what speaks for two pledges being one commitment."""
    parts = [f"pledged by {one.pledger.name}"] if one.key == two.key and one.pledger is not None else []
    if _sums_agree(one, two) and one.figure is not None and two.figure is not None:
        sums_told = sorted({written(one.figure), written(two.figure)})
        parts.append(" ≈ ".join(sums_told))
    if one.beneficiary is not None and _helped(one, two) > 0:
        parts.append(f"for {one.beneficiary.name}")
    return (*parts, *shared_words(_both(one, two)))


RULES: Rules[Made] = Rules(keys, compare, may_join, may_tie, why, base_id, pledge_claim)
