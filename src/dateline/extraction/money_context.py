"""What stands around a sum: whether it is money at all, approximation, period, what joins equivalents.

All patterns look at a bounded stretch of text beside the sum.
"""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LEFT = 60  #: characters before a sum that are read
_COUNT = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|several|few|many)"
)
_TIME = r"(?:years?|months?|weeks?|days?|decades?|quarters?|parliament)"

#: Units that may stand before their number, as codes do: "ringgit 42", "Rupees 500 crore".
UNITS_BEFORE_NUMBERS = _words(
    "ringgit ringgits rupee rupees rupiah taka naira shilling shillings birr kwacha baht kyat"
)

_QUALITY = (
    r"(?:about|around|nearly|almost|roughly|approximately|approx\.?|circa|some|up to|at least|at most"
    r"|minimum of|maximum of|(?:no |not )?(?:more|less|fewer|lower|higher|greater) than|as (?:much|little"
    r"|many|high|low) as|upwards? of|in excess of|close to|near(?:ing|er)?|an? estimated|estimated(?: at"
    r"| to be)?|north of|(?:in|on) the (?:region|order) of|anything up to|approaching|exceed(?:s|ed|ing)?"
    r"|top(?:s|ped|ping)?|(?:just|well|far|slightly) (?:over|under|above|below|shy of|short of)|maybe"
    r"|perhaps|probably)"
)
_APPROXIMATE = re.compile(
    rf"(?i)(?:\b{_QUALITY}\s(?:an?\s|the\s)?(?:further\s|additional\s|extra\s|annual\s|total\s(?:of\s)?)?"
    rf"|[~≈]\s?)$"
)
#: "over", "under" … limit a sum where they follow no noun; behind a noun they tell what it is about.
_LIMIT = re.compile(
    r"(?i)(?:(?<![\w'’%])(?P<word>[\w'’%]++)[,\s]\s?|^|\W\s?)(?:over|under|above|below)\s(?:an?\s|the\s)?$"
)
_ABOUT = _words(
    "row rows dispute disputes argument arguments battle fight clash clashes deal talks concern"
    " concerns anger fury questions question controversy debate disagreement quarrel feud wrangle"
    " lawsuit inquiry investigation backlash outcry criticism fears worries charges allegations"
)
_APPROXIMATE_AFTER = re.compile(
    r"(?i)(?:\+|[ -]odd\b|[ -]plus\b|-ish\b| or (?:so|more|less|thereabouts)\b| upwards\b| and (?:more"
    r"|counting|rising)\b)"
)
_RATE = (
    r"(?:an?|per|each|every)[\s-](?:year|month|week|day|hour|quarter|annum|fortnight|night|season)"
    r"|annually|yearly|monthly|weekly|daily"
)
_OVER = (
    rf"(?:spread )?over (?:the |a |its |their )?(?:(?:next|past|last|coming|following|first|same|whole)\s)?"
    rf"(?:{_COUNT}(?: and a half)?[\s-])?{_TIME}(?: period)?"
)
_PERIOD = re.compile(rf"(?i)[\s,-]\s?(?P<period>{_RATE}|{_OVER})\b")
_RATE_BEFORE = re.compile(r"(?i)\b(?P<period>annual|yearly|monthly|weekly|daily)\s(?:[\w-]+\s)?$")

#: Between a sum and its equivalents: an optional period and an opening bracket, a comma with "or", a stroke;
#: "Â" is what a wrong decoding leaves before a pound sign.
_OPENS = re.compile(
    rf"(?i)(?:[\s,-]\s?(?:{_RATE}|{_OVER}))?\s?[(\[]\s?(?:(?:or|worth|equal to|equivalent to|=|just"
    rf"|{_QUALITY}|over|under)\s?){{0,3}}Â?"
)
_OR = re.compile(rf"(?i)(?:,\sor\s|\sor\s|/)(?:{_QUALITY}\s)?Â?")
_NEXT = re.compile(rf"(?i)\s?(?:[;,/]|or|and|=)\s?(?:or\s)?(?:{_QUALITY}\s)?Â?")
_CLOSES = re.compile(r"[^()\[\]\n]{0,40}?[)\]]")

_CHANGE = re.compile(
    r"(?i)\b(?:rose|risen|rises?|rising|fell|fallen|falls?|falling|up|down|dropp(?:ed|ing)|drops?"
    r"|jump(?:ed|s)?|climb(?:ed|s)?|cut|slipp(?:ed|ing)|gain(?:ed|s)?|increas(?:ed|es|ing)|slid|raised"
    r"|lifted|reduced|soared|by)\s$"
)
_WEIGHED = re.compile(
    r"(?i)\b(?:weigh(?:s|ed|ing|t of)?|heavier|lighter|lost|lose|losing|gained|shed|shedding|overweight"
    r"|dropped)(?: \w+){0,2}\s$"
)
_POUNDS_OF = re.compile(r"(?i) of (?P<noun>[\w'’-]+)")
_MONEY_NOUNS = _words(
    "aid debt debts funding investment investments damage tax taxes taxpayers taxpayers' taxpayer's"
    " taxpayer’s public savings cuts spending money cash income revenue profit profits losses loans"
    " credit its their his her our your my extra new additional government state compensation support"
    " assistance subsidies cost costs benefits sales assets shares stock export exports goods business"
    " trade fraud fines grants budget equipment weapons arms military oil lottery pension humanitarian"
    " development foreign unpaid private lost stolen contracts business's loot worth"
)
_NOTES = re.compile(
    r"(?i)[\s-](?:notes?|coins?|fines?|fees?|bills?|tickets?|charges?|increases?|tax|payments?|vouchers?"
    r"|bonus|grants?|deals?|loans?|funds?|rise|rises|cuts?|pledges?|packages?|a[\s-](?:year|month|week|day"
    r"|head)|levy|prizes?|bets?)\b"
)
_SQUARE_INCH = re.compile(r"(?i)[\s-](?:per (?:square|cubic)|force|feet|foot)\b")
_EURO_THINGS = re.compile(r"(?:[\s-](?:zone|area|countries|members?|nations|states)\b|-[a-z]| [A-Z])")
_EACH_OF = re.compile(
    r"(?:[$£€¥]|\bcents|\bpence|\d(?:p|c|bn|m)?|dollars|euros|price|cost)\W{0,2}\S{0,12}\s$"
)
#: Units that are common words: "a real risk", "a mark of respect".
_NEVER_SINGLE = _words("crown lev mark rand real sol som won")
_SINGLE_ENDS = re.compile(
    r"(?:[.,;:!?)]|$|\n| (?:[a-z]{1,4}|each|every|more|less|when|which|after|that|towards|before)\b)"
)


def is_money(text: str, start: int, end: int, unit: str, scaled: bool) -> bool:
    """Tell whether a number with a unit is money, where its unit names weights or much else as well.

    scaled: the number has a scale ("million"), which weights never have.
    """
    word = unit.lower()
    if word in ("pound", "pounds") and not scaled:
        return _is_sterling(text, start, end, word == "pound" and "-" in text[start:end])
    if word == "euro":
        return not _EURO_THINGS.match(text, end)
    if word == "won":
        return not re.match(r" (?:[A-Z]|the|a|by|gold|silver)\b", text[end : end + 8])
    return True


def _is_sterling(text: str, start: int, end: int, joined: bool) -> bool:
    if joined:
        return bool(_NOTES.match(text, end))
    of = _POUNDS_OF.match(text, end)
    if of is not None and of["noun"].lower() not in _MONEY_NOUNS:
        return False
    return not (_SQUARE_INCH.match(text, end) or _WEIGHED.search(text, max(0, start - _LEFT), start))


def is_single(text: str, start: int, end: int) -> bool:
    """Tell whether "a dollar" is a sum, not what a price is counted by ("$3 a pound") nor half a name."""
    unit = text[start:end].rsplit(maxsplit=1)[-1].lower()
    if unit in _NEVER_SINGLE or _EACH_OF.search(text, max(0, start - 24), start):
        return False
    return bool(_SINGLE_ENDS.match(text, end))


def is_change(text: str, start: int) -> bool:
    """Tell whether a verb of change before a sum makes it the size of a step ("rose 5 cents to 20 cents")."""
    return bool(_CHANGE.search(text, max(0, start - _LEFT), start))


def is_approximate(text: str, start: int, end: int) -> bool:
    """Tell whether the words on either side make the sum at start to end an approximate one."""
    left = max(0, start - _LEFT)
    if _APPROXIMATE.search(text, left, start) or _APPROXIMATE_AFTER.match(text, end):
        return True
    limit = _LIMIT.search(text, left, start)
    return limit is not None and (limit["word"] or "").lower() not in _ABOUT


def period(text: str, start: int, end: int) -> str | None:
    """Return the period that the sum is for, as written ("a year", "over five years", "annual")."""
    found = _PERIOD.match(text, end) or _RATE_BEFORE.search(text, max(0, start - _LEFT), start)
    return found["period"] if found else None


def opens_bracket(text: str, start: int, end: int) -> bool:
    """Tell whether the text between two sums opens a bracket with the second as the first's equivalent."""
    return bool(_OPENS.fullmatch(text, start, end))


def joins(text: str, start: int, end: int) -> bool:
    """Tell whether the text between two sums gives the second for the first ("£4, or $7")."""
    return bool(_OR.fullmatch(text, start, end))


def goes_on(text: str, start: int, end: int) -> bool:
    """Tell whether the text between two sums lists the second as one more equivalent."""
    return bool(_NEXT.fullmatch(text, start, end))


def closing(text: str, start: int) -> int | None:
    """Return where the bracket ends in which a sum ended at start; None where it goes on for long."""
    found = _CLOSES.match(text, start)
    return found.end() if found else None
