"""What becomes of a commitment: first reported, repeated, raised, cut, refused, withdrawn."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from dateline.linking.claim_items import days_apart
from dateline.linking.sums import number
from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.linking.claim_items import Neighbour
    from dateline.linking.pledge_items import Made
    from dateline.model import Figure, Stage

#: Days that part news of another sum from reports of one announcement that differ.
_NEWS = 1
_VOW = (
    r"(?:\W+(?!not\b|n't\b)[\w'-]+){0,4}?\W+"
    r"(?:pledge|promise|offer|commitment|undertaking|guarantee|vow|proposal|contribution|bid)s?\b"
)
_TURNS: tuple[tuple[Literal["raised", "cut", "withdrawn"], re.Pattern[str]], ...] = (
    (
        "withdrawn",
        re.compile(
            r"\b(?:withdrew|withdrawn|withdraws|withdrawing|scrap(?:s|ped|ping)|cancel(?:s|led|ed|ling|ing)"
            r"|rescind(?:s|ed|ing)|revok(?:es|ed|ing)|retract(?:s|ed|ing)|abandon(?:s|ed|ing)"
            r"|renege[sd]?\s+on|reneging\s+on|shelv(?:es|ed|ing)|ax(?:es|ed)|ditch(?:es|ed|ing)"
            r"|drop(?:s|ped|ping)|broke|breaks|broken|breaking"
            r"|(?:back|pull|walk)(?:s|ed|ing)?\s+(?:out|away|off|back)\s+(?:of|from|on))" + _VOW
        ),
    ),
    (
        "raised",
        re.compile(
            r"\b(?:rais|increas|doubl|trebl|tripl|quadrupl|boost|lift|expand|enlarg)(?:es|ed|ing|s)\b" + _VOW
            + r"|\bupped" + _VOW
        ),
    ),
    (
        "cut",
        re.compile(
            r"\b(?:cuts?|cutting|reduc(?:es|ed|ing)|halv(?:es|ed|ing)|slash(?:es|ed|ing)|trim(?:s|med|ming)"
            r"|lower(?:s|ed|ing)|scal(?:es|ed|ing)\s+(?:back|down)|par(?:es|ed|ing)\s+(?:back|down))" + _VOW
        ),
    ),
)  # fmt: skip
_FROM, _TO = re.compile(r"\bfrom\s+(?:\w+\s+){0,2}$"), re.compile(r"^\W*(?:\w+\s+)?to\s+(?:\w+\s+){0,2}$")


def turn(text: str) -> Literal["raised", "cut", "withdrawn", ""]:
    """Return what a sentence says to become of a pledge that was made before: "withdrew its offer"."""
    folded = fold(text)
    return next((stage for stage, pattern in _TURNS if pattern.search(folded)), "")


def changed_sums(text: str, figures: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """Return the sum before and the sum after, where the article's text goes "from £1bn to £2bn"."""
    for one, two in pairwise(figures):
        between = text[one.end : two.start].casefold()
        before = text[max(0, one.start - 24) : one.start].casefold()
        if _FROM.search(before) and _TO.match(between) and one.currency == two.currency:
            return one, two
    return None


def stages(
    rows: Sequence[Made], ties: Sequence[Neighbour[Made]]
) -> tuple[tuple[Stage, ...], tuple[str, ...]]:
    """Return the stage of each report of a claim, in their order, and the claims that the first one changes.

    Another sum is a change where it is told as one, or where it comes days after the sum before it; before
    that the two merely differ. A refusal of what the same pledger had pledged withdraws it.
    """
    first = rows[0]
    opening, follows = _opening(first, ties)
    later: list[Stage] = ["withdrawn" if row.turn == "withdrawn" else "repeated" for row in rows[1:]]
    return (opening, *later), follows


def _opening(first: Made, ties: Sequence[Neighbour[Made]]) -> tuple[Stage, tuple[str, ...]]:
    refused = first.pledge.status == "refused"
    earlier = [
        tie for tie in ties if tie.other.place < first.place and (tie.other.pledge.status == "refused") < 1
    ]
    if refused:
        undone = sorted({tie.claim for tie in earlier if days_apart(tie.other.written, first.written) > 0})
        pledged = any(tie.other.pledge.status == "pledged" for tie in earlier if tie.claim in undone)
        return ("withdrawn" if pledged else "refused"), tuple(undone)
    if first.turn == "withdrawn":
        return "withdrawn", ()
    changed = [tie for tie in earlier if tie.sign == "≠" and _is_change(tie, first)]
    if first.before is not None:
        return _direction(first.before, first), tuple(sorted({tie.claim for tie in changed}))
    if changed:
        last = max(changed, key=lambda tie: tie.other.place)
        return _direction(last.other.figure, first), tuple(sorted({tie.claim for tie in changed}))
    return (first.turn or "first"), ()


def _is_change(tie: Neighbour[Made], first: Made) -> bool:
    return bool(first.turn) or days_apart(tie.other.written, first.written) > _NEWS


def _direction(before: Figure | None, first: Made) -> Stage:
    """Return whether the sum is raised or cut."""
    old = number(before.amount) if before is not None else None
    new = number(first.figure.amount) if first.figure is not None else None
    if old is None or new is None or old == new:
        return first.turn or "first"
    return "raised" if new > old else "cut"
