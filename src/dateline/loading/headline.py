"""The headline: the one that a file declares, or a short one made of the lead sentence."""

from __future__ import annotations

import re

from dateline.loading import outlets, sentences
from dateline.text import fold

_LONGEST_DECLARED = 130
_FEWEST_WORDS = 3
_LONGEST_DERIVED = 68  # what the timeline has room for
_LONGEST_LEAD = 1000  # characters that are looked at
_SHORTEST_CLAUSE = 20  # characters before an attribution or a quotation, for it to be left out

_ACRONYM_END = re.compile(r"\b(?:[A-Z]\.){2,}+[\"'”’)]*$")  # "a deal with the U.S."
_SITE = re.compile(r" (?:[|·–—-]|::) (?P<site>[^|·–—]{2,40})$")

# Who says the lead, which a headline does not need: ", Downing Street said", ", according to officials".
_ATTRIBUTION = re.compile(
    r",[”\"]? (?:(?!(?:who|which|that|as|while|when|where|after|and|but)\b)(?:[\w’'.-]+ ){1,6}(?:has |have "
    r"|had )?(?:said|says|told|announced|reported|reports|warned|confirmed|indicated|insisted|claimed"
    r"|revealed|understands)|said (?:[\w’'.-]+ ?){1,6}|according to (?:[\w’'.-]+ ?){1,8}|it is understood"
    r"|it has emerged)(?: (?:on|in|at|to|late|early|yesterday|today|this|last|during|after"
    r"|following) [^,.]{1,40})?(?=[,.]|$)"
)
# A lead that opens with such a word has its main clause behind the comma.
_SUBORDINATE = re.compile(
    r"(?:after|as|at|before|despite|during|following|for|in|on|since|speaking|when|while|with)\b", re.I
)
#: Words that no headline ends with when it is cut.
_DANGLING = re.compile(
    r"an?|and|as|at|be|by|for|from|ha[sd]|have|in|into|is|its?|new|no|of|on|or|said|so|such|than|that|the"
    r"|their|this|to|was|were|when|which|while|who|whose|will|would|with|after|before|over|his|her|our|your"
    r"|more|how|but",
    re.IGNORECASE,
)


def is_headline(paragraph: str) -> bool:
    """Tell whether a paragraph looks like a headline: short, several words, and no full stop at its end."""
    if len(paragraph) > _LONGEST_DECLARED or paragraph.count(" ") < _FEWEST_WORDS - 1:
        return False
    if not any(character.isalpha() for character in paragraph[:3]):
        return False
    closed = paragraph.rstrip("\"'“”’)")
    if closed.endswith("...") or _ACRONYM_END.search(paragraph):
        return True
    return not closed.endswith((".", ":", ",", ";"))


def without_site(headline: str, known: str | None = None) -> tuple[str, str | None]:
    """Return a headline without the name of the site behind it ("… | The Guardian"), and that name.

    `known` is the site's name, where it is told elsewhere.
    """
    found = _SITE.search(headline)
    if found and (outlets.is_outlet(found["site"]) or fold(found["site"]) == fold(known or "")):
        return headline[: found.start()], found["site"]
    return headline, None


def derive(paragraph: str) -> str:
    """Return a headline of at most 68 characters made of the first sentence of a paragraph.

    An agency's dateline before it and the attribution behind it are left out; what is too long is cut between
    words, never behind a small word or inside quotation marks that have just opened, and ends with "…".
    """
    _, length = outlets.of_dateline(paragraph)
    lead = sentences.split(paragraph[length : length + _LONGEST_LEAD])[0]
    said = None if _SUBORDINATE.match(lead) else _ATTRIBUTION.search(lead, _SHORTEST_CLAUSE)
    if said:
        lead = lead[: said.start()]
    closed = lead.rstrip(" ,;:–—-")
    lead = (closed if closed.endswith("..") else closed.removesuffix(".")) or lead
    return lead if len(lead) <= _LONGEST_DERIVED else _cut(lead)


def _cut(lead: str) -> str:
    """Return the words of lead that fit, and "…"."""
    room = lead[:_LONGEST_DERIVED]
    text = room[:-1] if " " not in room else room if lead[len(room)] == " " else room.rsplit(" ", 1)[0]
    opened = text.rfind("“") if text.rfind("“") > text.rfind("”") else -1
    if text.count('"') % 2:
        opened = text.rfind('"')
    if opened > _SHORTEST_CLAUSE:
        text = text[:opened]
    words = text.split()
    while len(words) > _FEWEST_WORDS and _DANGLING.fullmatch(words[-1].strip("“”\"'’,")):
        words.pop()
    return " ".join(words).rstrip(" ,;:–—-") + "…"
