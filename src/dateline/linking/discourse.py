"""Whom a role phrase means where no article tells who holds the office: the run of the text decides."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from dateline.linking import offices

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from dateline.linking.individuals import Name
    from dateline.model import Office, RolePhrase, Source

#: So many sentences before a role phrase its bearer is named at the latest.
_NEAR = 3
#: What speaks for a person: named within reach, named last, named in headline or lead, named most.
_NAMED, _LAST, _LEAD, _MOST = 1, 2, 2, 1
_ENOUGH = 3
#: Ranks whose holder an article need not begin with.
_LESSER = ("deputy", "vice", "shadow", "assistant", "under")
_QUOTE = re.compile('["“‘]')
_VERB = re.compile(r" (?:has|had|is|was|will|would|did|also|later|\w{2,}(?:ed|s)|said|told|met|made|gave)\b")
_AFTER_QUOTE = re.compile(r"[,.?!][\"”’'] $")


def guess(
    source: Source,
    roles: Sequence[RolePhrase],
    named: Mapping[Name, Sequence[int]],
    placed: Collection[Name],
) -> dict[Office, Name]:
    """Return for the offices of role phrases who is likely meant.

    `named` gives the offsets at which the article names each individual, `placed` those whose offices are
    known. All phrases of one office are judged together: the home country's office, which needs no country,
    goes first of all to whom the article begins with; one of another country to who was named last.
    """
    phrases: dict[Office, list[RolePhrase]] = defaultdict(list)
    for role in roles:
        if _open_to_guess(role):
            phrases[role.office].append(role)
    free = {name: starts for name, starts in named.items() if name not in placed and starts}
    found: dict[Office, Name] = {}
    for office, same in phrases.items():
        scores: dict[Name, int] = defaultdict(int)
        for role in same:
            for name, score in _candidates(source, role, named, free).items():
                scores[name] += score
        best = sorted(scores, key=lambda n: (-scores[n], free[n][0]))
        if best and scores[best[0]] >= _ENOUGH and best[0] not in found.values():
            found[office] = best[0]
    return found


def reach(source: Source, at: int) -> int:
    """Return the offset from which on a name is near enough to a phrase at the offset."""
    starts = [start for start, _ in source.extraction.sentences if start <= at] or [0]
    return starts[max(0, len(starts) - 1 - _NEAR)]


def _open_to_guess(role: RolePhrase) -> bool:
    office = role.office
    if office.organization or office.former or not role.mention.text.lower().startswith("the "):
        return False
    return offices.rank(office) in ("top", "minister")


def _candidates(
    source: Source, role: RolePhrase, named: Mapping[Name, Sequence[int]], free: Mapping[Name, Sequence[int]]
) -> dict[Name, int]:
    """Return what speaks for each individual within reach of the phrase."""
    at = role.mention.start
    starts = [start for start, _ in source.extraction.sentences if start <= at] or [0]
    sentence = starts[-1]
    subject = _subject(source, at, role.mention.end, sentence)
    home = not role.office.country and not role.office.title.startswith(_LESSER)
    near, before = reach(source, at), starts[max(0, len(starts) - 2)]
    last = max((start for rows in named.values() for start in rows if start < sentence), default=-1)
    lead = source.extraction.sentences[1][1] if len(source.extraction.sentences) > 1 else at
    most = max((len(rows) for rows in named.values()), default=0)
    text = source.article.text
    scores: dict[Name, int] = {}
    for name, rows in free.items():
        if any(sentence <= start < at and not _QUOTE.search(text[start:at]) for start in rows):
            continue  # who is named in the same sentence is somebody else
        score = _NAMED * any(near <= start < at for start in rows)
        leads = rows[0] < min(lead, at)
        if role.office.country and not (subject or (leads and _VERB.match(text, role.mention.end))):
            continue
        score += _LAST * ((subject or (not home and leads)) and last in rows and last >= before)
        if score and len(rows) == most:
            score += _MOST
        if home and leads:
            score += _LEAD
        if score:
            scores[name] = score
    return scores


def _subject(source: Source, at: int, end: int, sentence: int) -> bool:
    """Tell whether the phrase begins its sentence, follows a quotation or goes before a verb."""
    lead_in = source.article.text[max(sentence, at - 4) : at]
    if at - sentence < 3 or _AFTER_QUOTE.search(lead_in):
        return True
    return lead_in.endswith(", ") and bool(_VERB.match(source.article.text, end))
