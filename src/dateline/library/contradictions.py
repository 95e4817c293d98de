"""Whether a judgement contradicts those that stand: two things that are one and are not, two names for one.

A pure function over quotes; what a quote stands for is the caller's to say: the subject under the mention, or
the quote itself where there is no index to ask.
"""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING, NamedTuple

from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from dateline.model import Judgement, Quote

    StandsFor = Callable[[Quote], Hashable]

#: Judgements that say one thing each of what they are about; those of a group exclude each other.
_GROUPS = {"kind": "kind", "rename": "name", "date": "date", "wrong": "claim", "confirmed": "claim"}


def contradiction(
    new: Judgement, standing: Sequence[Judgement], stands_for: StandsFor
) -> tuple[Judgement, ...]:
    """Return the standing judgements that a new one contradicts, as a chain; empty where it does not.

    The chain leads from one thing to the other: "A same as B, B same as C" for a new "A not the same as C";
    for a second name or kind of one thing, the first, with what makes the two one.
    """
    sames = [judgement for judgement in standing if judgement.kind == "same"]
    if new.kind == "different":
        return _Ties(sames, stands_for).chain(*new.about) or ()
    if new.kind != "same":
        ties = _Ties(sames, stands_for)
        return next(_others(new, standing, ties), ())
    ties = _Ties([*sames, new], stands_for)
    for chain in _broken(new, standing, ties):
        return tuple(judgement for judgement in chain if judgement is not new)
    return ()


def value_of(judgement: Judgement) -> str:
    """Return what a judgement says of its one thing, as far as two of them can differ."""
    return judgement.kind if judgement.kind in ("wrong", "confirmed") else judgement.value


def _others(
    judgement: Judgement, standing: Sequence[Judgement], ties: _Ties
) -> Iterator[tuple[Judgement, ...]]:
    """Yield the judgements that say something else of the same thing, each with what makes it the same."""
    group = _GROUPS[judgement.kind]
    for other in standing:
        if _GROUPS.get(other.kind) == group and value_of(other) != value_of(judgement):
            chain = ties.chain(judgement.about[0], other.about[0], whole=True)
            if chain is not None:
                yield (*chain, other)


def _broken(new: Judgement, standing: Sequence[Judgement], ties: _Ties) -> Iterator[tuple[Judgement, ...]]:
    """Yield what no longer holds together once the new judgement makes two things one."""
    for judgement in standing:
        if judgement.kind == "different" and not ties.are_one(*judgement.about):
            chain = ties.chain(*judgement.about)
            if chain is not None and new in chain:
                yield (*chain, judgement)
        elif judgement.kind in _GROUPS:
            for found in _others(judgement, standing, ties):
                if new in found:
                    yield (judgement, *found)


class _Tie(NamedTuple):
    """One of the two quotes of a judgement that makes two things one, with the other."""

    judgement: Judgement
    near: Quote
    far: Quote


class _Ties:
    """What judgements make one, to be walked from quote to quote."""

    def __init__(self, sames: Sequence[Judgement], stands_for: StandsFor) -> None:
        self._stands_for = stands_for
        self._ties: dict[Hashable, list[_Tie]] = defaultdict(list)
        for judgement in sames:
            one, two = judgement.about
            self._ties[stands_for(one)].append(_Tie(judgement, one, two))
            self._ties[stands_for(two)].append(_Tie(judgement, two, one))

    def are_one(self, one: Quote, two: Quote) -> bool:
        """Say whether two quotes stand for one thing without any judgement."""
        return bool(self._stands_for(one) == self._stands_for(two))

    def chain(self, one: Quote, two: Quote, *, whole: bool = False) -> tuple[Judgement, ...] | None:
        """Return the judgements that make two quotes one, the shortest chain; None where they don't.

        Where the two stand for one thing already, it may be these judgements or the machine that made it
        one: then they count only as far as they are about the same words, unless `whole` asks for all that
        the thing is; it is one without any judgement then.
        """
        joined = self.are_one(one, two)
        if joined and whole:
            return ()
        queue: deque[tuple[Quote, tuple[Judgement, ...]]] = deque([(one, ())])
        seen: set[str] = set()
        while queue:
            at, chain = queue.popleft()
            if chain and (_alike(at, two, both=True) if joined else self.are_one(at, two)):
                return chain
            for tie in self._ties[self._stands_for(at)]:
                begun = not chain
                if tie.judgement.id in seen or (joined and not _alike(at, tie.near, both=begun)):
                    continue
                seen.add(tie.judgement.id)
                queue.append((tie.far, (*chain, tie.judgement)))
        return None


def _alike(one: Quote, two: Quote, *, both: bool) -> bool:
    """Say whether two quotes have article and words in common, or one of them."""
    article, words = one.article == two.article, fold(one.text) == fold(two.text)
    return article and words if both else article or words
