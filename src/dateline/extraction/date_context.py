"""What stands around a word that may be a date: bare years, days and months need the right company."""

from __future__ import annotations

import re

_LEFT = 40  #: characters before a word that are read

_SURELY_YEAR = re.compile(
    r"(?i)(?:\b(?:in|since|by|until|till|during|from|before|after|late|early|mid|year|back in|spring"
    r"|summer|autumn|winter|season|budget|year of)[\s-]|[(\[])$"
)
_MAYBE_YEAR = re.compile(
    r"(?i)(?:\b(?:of|to|through|between|for|than|the|an?|its|their|his|her|our|last)\s|\d{4},?\s(?:and|or)\s"
    r"|[–-]|['’]s\s|, )$"
)
_COUNTED = re.compile(r" (?:[a-z-]+ )?(?:[a-z]{2,}(?<![sui])s|people|men|women|children|GMT|BST|km|kg|per)\b")
_SINGULAR = re.compile(r" (?:as|was|is|has|its|this|says|means|series|news)\b")
_BEFORE_DAY = re.compile(
    r"(?i)\b(?:on|by|until|till|from|before|after|since|for|around|about|to|between|and|or)\sthe\s$"
)
_CLOSES = re.compile(
    r"['’\"”)\]]*(?:[.,;:!?]|\s*$|\n)|\s[-–—(]|\s(?:of|in|at|to|and|or|for|with|after|before|when|by"
    r"|because|until|as|but|while|from|following|on|is|was|will|were|are|that|had|it|he|she|they|we|I"
    r"|the)\b"
)
_TITLE_AFTER = re.compile(
    r" (?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|People|Star|Tribune|Agreement|Show|Programme"
    r"|programme|show|Politics|Night Live|Club|Group|AM|Supplement)\b|['’]s (?:programme|show)\b"
)
_TITLE_BEFORE = re.compile(
    r"\b(?:[Ee]very|[Ee]ach|most|Mail on|Independent on|Scotland on|Wales on|Sheffield|Good|Black|Bloody"
    r"|Ash|Easter|Super|Palm|Cyber|Giving|Maundy|Shrove|Ruby|USA|Psychology|History|Russia) $"
)
_CLOCK = re.compile(r"(?: (?:to|until|and) \d{4}|-\d{4})? (?:GMT|BST|CET|hours|local)\b")
_BEFORE_MONTH = re.compile(
    r"(?i)\b(?:in|since|by|until|till|from|during|of|to|through|between|early|mid|late|end|before|after"
    r"|for|and|or|the|each|every|start|beginning|middle|month)[\s-]$"
)
_PERSON = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Lord|Dame|Minister|Secretary|President"
    r"|Chancellor)\.?\s(?:[A-Z][a-z]+\s)?$"
)
_COMES = re.compile(r"(?i)\b(?:come|comes|came|coming)(?: just| only| barely| about| some| almost)? $")
_RECORD = re.compile(
    r"(?i)\b(?:first|worst|best|only|longest|\w{3,}est|once|twice|times?|most|least)\b[^.;\n]{0,30}$"
)


def is_title(text: str, start: int, end: int) -> bool:
    """Tell whether a day is a habit ("every Friday") or part of the name of a newspaper, a programme …."""
    return bool(_TITLE_AFTER.match(text, end) or _TITLE_BEFORE.search(text, max(0, start - _LEFT), start))


def is_clock(text: str, end: int) -> bool:
    """Tell whether digits that end here are a time of day ("1130 to 1215 GMT")."""
    return bool(_CLOCK.match(text, end))


def is_year(text: str, start: int, end: int) -> bool:
    """Tell whether four digits are a year ("in 1984", "the 2003 invasion"), no count ("2003 people")."""
    left = max(0, start - _LEFT)
    if is_clock(text, end):
        return False
    if _SURELY_YEAR.search(text, left, start):
        return True
    if not 1900 <= int(text[start:end]) <= 2100 or not _MAYBE_YEAR.search(text, left, start):
        return False
    return not _COUNTED.match(text, end) or bool(_SINGULAR.match(text, end))


def is_bare_day(text: str, start: int, end: int) -> bool:
    """Tell whether an ordinal is a day of the month ("on the 18th", not "on the 18th floor")."""
    return bool(_BEFORE_DAY.search(text, max(0, start - _LEFT), start) and _CLOSES.match(text, end))


def is_bare_month(text: str, start: int, end: int) -> bool:
    """Tell whether a word like May or March is a month by what stands before it ("in May", "early March")."""
    left = max(0, start - _LEFT)
    return bool(_BEFORE_MONTH.search(text, left, start)) and not _PERSON.search(text, left, start)


def closes(text: str, end: int) -> bool:
    """Tell whether what ends here is followed by no noun of its own."""
    return bool(_CLOSES.match(text, end))


def ends_clause(text: str, end: int) -> bool:
    """Tell whether a clause ends here or another one begins ("the day before, he …")."""
    found = _CLOSES.match(text, end)
    return found is not None and not found.group().strip().isalpha()


def comes(text: str, start: int) -> bool:
    """Tell whether what is reported "comes" here: "the talks come", "it came just"."""
    return bool(_COMES.search(text, max(0, start - _LEFT), start))


def is_record(text: str, start: int) -> bool:
    """Tell whether a superlative makes "in five years" the time that a record stood."""
    return bool(_RECORD.search(text, max(0, start - _LEFT), start))
