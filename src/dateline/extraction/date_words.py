"""The words of dates, cut into typed lexemes for `date_grammar`. The types:

    W weekday           V its abbreviation    S weekdays        M month     m a month that is a word as well
    y year of 4 digits  n number              o ordinal         a a, an     k two digits of a year
    D 1990s             c century             Q "Q1"            H holiday   i ISO date
    e later in the day
    d today …           p part of a day       u day, week …     w weekend   g ago
    L later, after      E earlier, before     N next            l last      t this, same day
    f from              T to, until           & and, or         - dash      b between
    I in, within, on    O of                  z the             , comma     j now, time

and a blank wherever other words stand between two lexemes.
"""

from __future__ import annotations

from functools import lru_cache

from dateline.extraction.lexemes import Lexer
from dateline.extraction.numbers import NUMBER_WORDS, WORDS

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: code
    for code, names in (
        ("MON", "monday mon"),
        ("TUE", "tuesday tues tue"),
        ("WED", "wednesday weds wed"),
        ("THU", "thursday thurs thur thu"),
        ("FRI", "friday fri"),
        ("SAT", "saturday sat"),
        ("SUN", "sunday sun"),
    )
    for name in names.split()
}
#: Days of the year that have a name; as month and day.
HOLIDAYS = {
    "new year's day": "--01-01",
    "new year's eve": "--12-31",
    "christmas eve": "--12-24",
    "christmas day": "--12-25",
    "boxing day": "--12-26",
    "valentine's day": "--02-14",
    "may day": "--05-01",
    "armistice day": "--11-11",
    "bastille day": "--07-14",
    "9/11": "2001-09-11",
    "7/7": "2005-07-07",
}
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
    " twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth"
    " twenty-ninth thirtieth thirty-first"
)
ORDINALS = {word: number for number, word in enumerate(_ORDINALS.split(), 1)}
UNITS = ("day", "week", "fortnight", "month", "quarter", "year", "decade")


_FULL_MONTHS = "January|February|April|June|July|August|September|October|November|December"
_SHORT_DAYS = "Mon|Tues|Tue|Weds|Wed|Thurs|Thur|Thu|Fri|Sat|Sun"
_SHORT_MONTHS = "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"

_GROUPS = {
    "i": r"(?<![\d/-])\d{4}[-/](?:0[1-9]|1[0-2])[-/](?:0[1-9]|[12]\d|3[01])(?![\d/-])"
    r"|(?<![\d/.-])\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d(?![\d/-])",
    "H": r"\b(?i:new year['’]s (?:day|eve)|christmas (?:eve|day)|boxing day|valentine['’]s day|may day"
    r"|armistice day|bastille day)\b|(?<![\d/])(?:9/11|7/7)(?![\d/])",
    "V": rf"\b(?:{_SHORT_DAYS})\b\.?(?=,? \d|,? [A-Z])",
    "M": rf"\b(?:{_FULL_MONTHS}|{_FULL_MONTHS.upper()})\b",
    "m": rf"\b(?i:{_FULL_MONTHS}|may|march)\b|\b(?i:{_SHORT_MONTHS})\b\.?",
    "D": r"\b(?:1\d|20)\d0\s?['’]?s\b|['’][2-9]0s\b",
    "c": r"\b(?i:\d{1,2}(?:st|nd|rd|th)\s+centur(?:y|ies))\b",
    "Q": r"\b[Qq][1-4]\b",
    "o": rf"\b(?i:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(o for o in ORDINALS if '-' in o)})\b"
    r"|\b\d{1,2}\.(?=\s[A-Z][a-z]{2})",
    "e": r"\b(?i:(?:earlier|later) (?:(?:in|on) the (?:same )?|(?:on )?that (?:same )?|the same )"
    r"(?:day|morning|afternoon|evening|night))\b",
    "y": r"(?<![\w$£€¥.,:/])(?:1\d|20|21)\d\d(?![\w%]|[.,:/]\d)",
    "k": r"['’]\d\d\b(?!s)",
    "n": r"(?<![\w$£€¥])(?<!\d[.,:])(?<![$£€¥] )\d{1,3}(?![\w%°]|[.,:]\d)",
    "number": rf"\b(?i:{WORDS})",
    "comma": ",",
    "dash": r"[-–/]",
    "s": r"['’]s?\b",
}
_TYPES = {"number": "n", "comma": ",", "dash": "-"}
_PLAIN = {
    **{name: "W" for name in WEEKDAYS if name.endswith("day")},
    **{f"{name}s": "S" for name in WEEKDAYS if name.endswith("day")},
    **dict.fromkeys(ORDINALS, "o"),
    **dict.fromkeys((*UNITS, *(f"{unit}s" for unit in UNITS)), "u"),
    **{
        word: kind
        for kind, words in {
            "D": "twenties thirties forties fifties sixties seventies eighties nineties",
            "d": "today tonight yesterday tomorrow",
            "p": "morning mornings afternoon evening evenings night nights lunchtime midday midnight dawn",
            "w": "weekend",
            "g": "ago",
            "L": "later after afterwards",
            "E": "earlier before beforehand previously",
            "N": "next coming following upcoming forthcoming",
            "l": "last past previous preceding",
            "t": "this current same",
            "f": "from since",
            "T": "to until till through",
            "&": "and or",
            "b": "between",
            "I": "in within on by during for",
            "O": "of",
            "z": "the",
            "a": "a an",
            "j": "now time",
        }.items()
        for word in words.split()
    },
}
_OPENINGS = {
    *MONTHS,
    *WEEKDAYS,
    *NUMBER_WORDS,
    *["earlier", "later", "new", "christmas", "boxing", "valentine", "armistice", "bastille", "q"],
}
_HINTS = {
    *(word for word, kind in _PLAIN.items() if kind in "WSuwdpD"),
    *(*MONTHS, *WEEKDAYS),
    *["christmas", "boxing", "st", "nd", "rd", "th", "0000", "q", "Q", "/"],
}


@lru_cache(maxsize=1)
def lexer() -> Lexer:
    """Return the lexer of dates."""
    return Lexer(hints=_HINTS, plain=_PLAIN, groups=_GROUPS, types=_TYPES, openings=_OPENINGS, window=60)
