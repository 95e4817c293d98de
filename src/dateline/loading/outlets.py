"""The outlet, where the text gives it away: in an appeal, a byline, an agency's dateline, a notice of rights.

An outlet that an article merely quotes is never taken for its publisher.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from dateline.loading.appeals import unquoted
from dateline.loading.labels import is_label

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Agencies and broadcasters that go by their initials.
_AGENCY = (
    r"(?:AAP|ABC|AFP|ANI|ANSA|AP|BBC|CBC|CBS|CNA|CNBC|CNN|DPA|DW|EFE|ITV|LUSA|MTI|NBC|NHK|NPR|PA|PAP|PBS|PTI"
    r"|RFE|RT[EÉ]|SBS|STV|TASS|UPI|VOA)(?![\w&])"
)
#: Outlets whose names do not tell that they are outlets.
_PROPER = (
    r"(?:Reuters|Bloomberg|Politico|Axios|Semafor|Euronews|Al Jazeera|Agence France-Presse|Deutsche Welle"
    r"|Voice of America|Radio Free Europe|Press Association|Le Monde|Le Figaro|El País|Der Spiegel)"
)
#: The nouns that the names of papers and stations are made with.
_TRADE = (
    r"(?:News(?:paper|week|wire)?|Times|Post|Press|Journal|Herald|Tribune|Telegraph|Mail|Guardian|Independent"
    r"|Standard|Mirror|Express|Chronicle|Gazette|Observer|Economist|Examiner|Inquirer|Globe|Dispatch|Courier"
    r"|Bulletin|Monitor|Review|Radio|Television|TV|Agency|Media|Magazine)"
)
_OUTLET = re.compile(
    rf"(?:[Tt]he )?{_AGENCY}(?: (?:News|World|Sport|Online|Verify|Politics|Radio|Service|\d+))*"
    rf"|(?:[Tt]he )?{_PROPER}(?: (?:News|English))?"
    rf"|(?:\S+ )+{_TRADE}(?: (?:Online|Association|Trust|Network|International|of \S+|and \S+))?"
)
_WORD = r"(?!The\b)[A-Z](?:[\w&'’-]|\.(?=\w)){0,30}"
_NAME = rf"(?:[Tt]he )?{_WORD}(?: (?:of |and |& |de |la |el )?{_WORD}){{0,4}}"
_WHOLE_NAME = re.compile(_NAME)
_LONGEST_NAME = 40
_LONGEST_TITLE = 300

#: What begins a heading ("Latest News"), never an outlet's name.
_GENERIC = re.compile(
    r"(?:[Tt]he )?(?:Latest|Breaking|Top|More|Live|Local|Our|Your|Related|Good|Fake|Quality|Free|All)\b"
)

#: What ends the name of an office at an outlet, not of an outlet.
_OFFICE = re.compile(
    r"\b(?:Editor|Correspondent|Reporter|Writer|Secretary|Producer|Presenter|Analyst|Officer)s?$"
)
_AFFILIATION = re.compile(rf"(?P<name>{_AGENCY}(?: News)?) [a-z]")

# "The Independent is on the ground", "support the Guardian": an outlet as subject or cause of an appeal.
_SUBJECT = re.compile(rf"\b(?P<name>{_NAME}) (?:was|will|can|have|[a-z]{{1,15}}s)\b")
_CAUSE = re.compile(
    r"\b(?:support(?:ing)?|donat(?:e|ing) to|subscrib(?:e|ing) to|rel(?:y|ies|ied) on|trust|read(?:ing)?"
    rf"|for|at|join|help) (?P<name>{_NAME})"
)
_RIGHTS = re.compile(
    rf"(?:©|\([Cc]\)|[Cc]opyright)(?: ©| \([Cc]\))? ?(?:\d{{4}}(?:[-–]\d{{4}})?,? )?(?:by )?(?P<name>{_NAME})"
)
_DATELINE = re.compile(
    r"[A-Z][A-Z'’.-]+(?:[ /,]{1,2}(?:[A-Z][A-Z'’.-]+|[A-Z][a-z]+\.?|\d{1,2})){0,8}"
    r" \((?P<name>[A-Z][\w .&-]{1,30})\) ?[-–—]+ ?"
)


def is_outlet(name: str) -> bool:
    """Tell whether a name is that of an outlet by itself: by an agency's initials or a noun of the trade."""
    if len(name) > _LONGEST_NAME or not _WHOLE_NAME.fullmatch(name):
        return False
    if _GENERIC.match(name) or _OFFICE.search(name):
        return False
    return _OUTLET.fullmatch(name) is not None


_TITLE_PARTS = re.compile(r" (?:[|·–—>»:-]|::) ")


def part_of(title: str) -> str | None:
    """Return the one part of the title of a feed or window that is plainly an outlet: "World | The Times"."""
    found = [part for part in parts_of(title) if is_outlet(part)]
    return found[0] if len(found) == 1 else None


def parts_of(title: str) -> list[str]:
    """Return the parts of the title of a feed or window, where it has several."""
    parts = _TITLE_PARTS.split(title[:_LONGEST_TITLE])
    return parts if len(parts) > 1 else []


def of_affiliation(part: str) -> str | None:
    """Return the outlet that a part of a byline names: "Kyiv Post", "BBC political correspondent"."""
    if is_outlet(part):
        return part
    found = _AFFILIATION.match(part)
    return found["name"] if found else None


def of_furniture(furniture: Iterable[str]) -> str | None:
    """Return the outlet that furniture is of: the one that its appeals speak of most, else the owner.

    Teasers of other articles and other labels tell nothing of it.
    """
    named: Counter[str] = Counter()
    owners: list[str] = []
    for text in furniture:
        if is_label(text):
            continue
        plain = unquoted(text)
        for pattern in (_SUBJECT, _CAUSE):
            named.update(_capitalized(found["name"]) for found in pattern.finditer(plain))
        owners += [found["name"] for found in _RIGHTS.finditer(plain)]
    outlets = [name for name, _ in named.most_common() if is_outlet(name)]
    return next(iter(outlets + [name for name in owners if is_outlet(name)]), None)


def of_dateline(paragraph: str) -> tuple[str | None, int]:
    """Return the agency of a dateline such as "LONDON (Reuters) - " and its length, else None and 0."""
    found = _DATELINE.match(paragraph)
    return (found["name"].strip(), found.end()) if found and is_outlet(found["name"]) else (None, 0)


def _capitalized(name: str) -> str:
    return name[0].upper() + name[1:]
