"""Sentences in which a newsroom speaks to its reader: appeals for money, and notices.

An article reports what others say; furniture says "we" and "you" in its own voice. So only words outside
quotation marks count, and no sentence that attributes them to somebody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.loading.notices import is_notice

_QUOTED = re.compile(r"“[^“”]*+(?:”|$)|\"[^\"]*+(?:\"|$)|(?<!\w)[‘'][^‘'’]{1,80}[’'](?!\w)")
_ATTRIBUTED = re.compile(r"\b(?:said|says|saying|told|tells|added|adds|wrote|according to)\b", re.IGNORECASE)

_WE = re.compile(r"\b(?:[Ww]e|us|[Oo]urs?|WE|OUR)\b")  # never "US"
_YOU = re.compile(r"\byou(?:rs?)?\b", re.IGNORECASE)
_JOURNALISM = re.compile(
    r"\b(?:journalis\w+|report(?:ing|ers?)|newsrooms?|correspondents?|paywall\w*|news (?:outlet"
    r"|organi[sz]ation)s?|newsletters?|newspapers?|readers?|coverage|tell(?:ing)? the (?:whole )?story"
    r"|fact-check\w*|free press)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\b(?:support(?:ers?|ing)?|donat(?:e|ing|ions?|ors?)|contribut(?:e|ing|ions?)|subscri(?:be|bing|bers?"
    r"|ptions?)|members?(?:hip)?|gifts?|generosity|afford|paid for|fund(?:ed|ing)?)\b",
    re.IGNORECASE,
)
_YOUR_GIFT = re.compile(
    r"\byour (?:\w+ )?(?:support|donation|contribution|gift|generosity|subscription|membership|help)\b",
    re.IGNORECASE,
)

_LONGEST_GAP = 3  # sentences without a sign of appeal between two that have one


@dataclass(frozen=True, slots=True)
class _Sign:
    """What tells of an appeal in one sentence."""

    paragraph: int
    strength: int = 0
    journalism: bool = False
    money: bool = False
    gift: bool = False  #: "your donation"
    we: bool = False
    you: bool = False
    notice: bool = False

    @property
    def voice(self) -> bool:
        """Whether it speaks to the reader, or for the newsroom."""
        return self.we or self.you


def find(paragraphs: list[list[str]]) -> set[tuple[int, int]]:
    """Return (paragraph, sentence) of each sentence that is an appeal or a notice.

    paragraphs holds the sentences of each paragraph. One sign makes no appeal: sentences close to each other
    have to speak of journalism and of money, and to the reader.
    """
    places = [(p, s) for p, group in enumerate(paragraphs) for s in range(len(group))]
    signs = [sign for p, group in enumerate(paragraphs) for sign in _signs(p, group)]
    found = {place for place, sign in zip(places, signs, strict=True) if sign.notice}
    for run in _runs(signs):
        if _is_appeal([signs[index] for index in run if signs[index].strength]):
            found.update(places[index] for index in _widened(run, signs))
    return found


def unquoted(paragraph: str) -> str:
    """Return a paragraph of the same length with blanks for what stands in quotation marks."""
    return _QUOTED.sub(lambda quoted: " " * len(quoted.group()), paragraph)


def _signs(paragraph: int, group: list[str]) -> list[_Sign]:
    """Return what tells of an appeal in each sentence of a paragraph."""
    plain = unquoted(" ".join(group))
    signs: list[_Sign] = []
    start = 0
    for sentence in group:
        signs.append(_sign(paragraph, plain[start : start + len(sentence)]))
        start += len(sentence) + 1
    return signs


def _sign(paragraph: int, sentence: str) -> _Sign:
    if _ATTRIBUTED.search(sentence):
        return _Sign(paragraph)
    we = _WE.search(sentence) is not None
    you = _YOU.search(sentence) is not None
    journalism = _JOURNALISM.search(sentence) is not None and (we or you)
    gift = _YOUR_GIFT.search(sentence) is not None
    money = gift or _MONEY.search(sentence) is not None
    return _Sign(
        paragraph,
        strength=journalism + (gift or (journalism and money)),
        journalism=journalism,
        money=money,
        gift=gift,
        we=we,
        you=you,
        notice=is_notice(sentence),
    )


def _is_appeal(marked: list[_Sign]) -> bool:
    """Tell whether neighbouring sentences with signs are an appeal together."""
    speaks_to_reader = any(sign.gift for sign in marked) or (
        len(marked) > 1 and any(sign.you for sign in marked)
    )
    about_both = any(sign.journalism for sign in marked) and any(sign.money for sign in marked)
    return speaks_to_reader and about_both and sum(sign.strength for sign in marked) > 1


def _runs(signs: list[_Sign]) -> list[range]:
    """Return the stretches from one marked sentence to the last that follows it closely enough."""
    voiced = {sign.paragraph for sign in signs if sign.voice}
    runs: list[range] = []
    for index, sign in enumerate(signs):
        if not sign.strength:
            continue
        if runs and _bridges(signs, runs[-1][-1], index, voiced):
            runs[-1] = range(runs[-1].start, index + 1)
        else:
            runs.append(range(index, index + 1))
    return runs


def _bridges(signs: list[_Sign], last: int, following: int, voiced: set[int]) -> bool:
    """Tell whether what lies between two marked sentences belongs to their appeal."""
    homes = {signs[last].paragraph, signs[following].paragraph} | voiced
    between = signs[last + 1 : following]
    return len(between) <= _LONGEST_GAP and all(sign.paragraph in homes for sign in between)


def _widened(run: range, signs: list[_Sign]) -> range:
    """Return the run with the sentences of its own paragraphs beside it that go on in the same voice."""
    before = _going_on(signs, range(run.start - 1, -1, -1))
    behind = _going_on(signs, range(run.stop, len(signs)))
    return range(run.start - before, run.stop + behind)


def _going_on(signs: list[_Sign], way: range) -> int:
    """Return how many sentences on the way go on with an appeal: to the last in its voice, no gap of two."""
    count = 0
    home = signs[way.start - way.step].paragraph
    for distance, index in enumerate(way, 1):
        if signs[index].paragraph != home or distance > count + 2:
            break
        if signs[index].voice:
            count = distance
    return count
