"""Teams called by their town or county: "Leicestershire beat Somerset", "CALIFORNIA 4 Detroit 1"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.extraction import extensions
from dateline.extraction.landscape import landscape
from dateline.extraction.wording import wording
from dateline.extraction.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span

#: Words of sports reports; so many of them make one.
_SPORT = words(
    """
    soccer baseball basketball cricket rugby hockey nfl nba nhl mlb league season standings division
    scored scorers halftime innings inning wickets homered homer goal goals goalkeeper striker defender
    midfielder quarterback touchdown playoff playoffs pitcher batsman bowler championship cup coach
    match matches game games team teams fixtures captain bowled bowlers batsmen runs overs won lost
    drawn points attendance
    """
)
_ENOUGH = 4
_BEAT = words(
    """
    beat beats beating defeated defeats defeating thrashed edged downed routed blanked outlasted
    trounced hammered crushed stunned hosted overpowered swept
    """
)
_AT = words("in at near from outside around to of into via across inside through for")
#: Plural names of places.
_LANDS = re.compile(
    r".*(?:lands|stan|states|emirates|isles|alps|mountains|hills|heights|plains|indies|coasts)$"
)
_TEAM = r"([A-Z][\w .'-]{0,40}[A-Za-z.])"
_RESULT = re.compile(rf"(?m)^[ \t]*{_TEAM} (\d{{1,3}}) {_TEAM} (\d{{1,3}})(?=\s|$|\()")
_STANDING = re.compile(rf"(?m)^[ \t]*{_TEAM}(?:[ \t]+[-.\d]+){{4,}}[ \t]*-?[ \t]*$")


def find(doc: Doc) -> Iterator[tuple[int, int, str]]:
    """Yield the teams that the model takes for places, and those of tables, where the article is on sport."""
    lower = [text for text in wording(doc).places if text.lower() in _SPORT]
    if len({text.lower() for text in lower}) < _ENOUGH:
        return
    yield from _tables(doc)
    ground = landscape(doc)
    places = [
        entity for entity in ground.entities if entity.label_ == "GPE" and entity.start not in ground.country
    ]
    teams = {entity.text for entity in places if _plays(doc, entity) or _plural(doc, entity)}
    for entity in places:
        before = doc[entity.start - 1].lower_ if entity.start else ""
        if entity.text in teams and before not in _AT:
            yield entity.start, entity.end, "team"


def _tables(doc: Doc) -> Iterator[tuple[int, int, str]]:
    ground = landscape(doc)
    text = extensions.text(doc)
    groups = [(match, n) for match in _RESULT.finditer(text) for n in (1, 3)]
    groups += [(match, 1) for match in _STANDING.finditer(text)]
    for match, group in groups:
        span = doc.char_span(*match.span(group))
        if span is None or len(span) > 4 or any(token.i in ground.country for token in span):
            continue
        if not any(ground.label(token.i) == "PERSON" for token in span) or span.text.isupper():
            yield span.start, span.end, "table of results"


def _plays(doc: Doc, entity: Span) -> bool:
    """Tell whether the place wins against another name or loses to it."""
    before = doc[entity.start - 1].lower_ if entity.start else ""
    behind = doc[entity.end].lower_ if entity.end < len(doc) else ""
    return before in _BEAT or behind in _BEAT


def _plural(doc: Doc, entity: Span) -> bool:
    """Tell whether the name is a plural of a team's kind: "the New York Yankees"."""
    last = entity[-1]
    plural = last.tag_ == "NNPS" or (len(entity) > 1 and last.text.endswith("s") and last.tag_ == "NNP")
    the = entity.start > 0 and doc[entity.start - 1].lower_ == "the"
    return plural and the and not _LANDS.match(last.lower_)
