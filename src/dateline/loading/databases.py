"""What news databases give as plain text: several articles in one file, each between lines of its own.

Nexis (the older form with "1 of 12 DOCUMENTS", Nexis Uni with "End of Document"), Factiva (with its codes of
two letters or without) and ProQuest. Their RTF and Word files become such text with pandoc.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING

from dateline.loading import columns, dates
from dateline.loading.drafts import Draft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_BEGINNINGS = re.compile(r"^[ \t]{0,80}\d{1,5} of \d{1,5} DOCUMENTS?[ \t]{0,80}$", re.MULTILINE)
_NEXIS_END = re.compile(r"^[ \t]{0,80}End of Document[ \t]{0,80}$", re.MULTILINE)
_FACTIVA_END = re.compile(
    r"^(?:AN[ \t]{1,20})?Do[ck]umento? [A-Z][A-Z0-9]{3,9}\d{8}[a-z0-9]{6,14}[ \t]{0,80}$", re.MULTILINE
)
_PROQUEST = re.compile(r"^[ \t]{0,80}Document \d{1,5} of \d{1,5}[ \t]{0,80}$", re.MULTILINE)

_DEEPEST_ABOVE, _DEEPEST_BELOW = 3, 12  # lines of a head with words above and below their number
_DEEPEST_HEAD = 40  # lines in which a document has its head
_SIGN = re.compile(r"DOCUMENT|Do[ck]ument")  # is in each of the lines that part documents
_GAP = re.compile(r"\n{3,}")
_DAY = re.compile(r"(?:\w{3,9}day,? )?((?:\d{1,2} )?[A-Z][a-z]{2,8}\.? (?:\d{1,2}, )?\d{4})\b")
_COUNTER = re.compile(
    r"Page \d{1,4}(?: of \d{1,4})?|\d{1,5} of \d{1,5} DOCUMENTS?|Link to (?:Image|PDF).*", re.IGNORECASE
)
_NEXIS_FIELD = re.compile(
    r"(?P<name>section|length|byline|headline|highlight|dateline|load-date|language|publication-type|graphic|subject"
    r"|classification|journal-code|copyright|correction-date|url|type|series|distribution):?(?:\s|$)",
    re.IGNORECASE,
)
_NEXIS_TAIL = re.compile(
    r"^[ \t]*(?:load-date|language|classification|publication-type|subject|graphic|journal-code)[: \t]*",
    re.IGNORECASE | re.MULTILINE,
)
_NEXIS_LAST = re.compile(r"length|byline|section", re.IGNORECASE)
_ENGLISH = re.compile(r"English|Englisch|anglais|inglés|inglese|inglês|Engels", re.IGNORECASE)
_CLOCK = re.compile(r"\s*\d{1,2}:\d\d")
_RIGHTS = re.compile(r"copyright |\(c\) |© |all rights reserved", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*\([^()]{1,60}\)\s*$")
_FACTIVA_CODE = re.compile(
    r"^(?P<code>HD|CR|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CO|IN|NS|RE|IPD|IPC|PUB|AN|BY|SE|CLM|ART|RF|CT|VOL)"
    r"(?:[ \t]{1,20}|$)",
    re.MULTILINE,
)
_FACTIVA_USUAL = ("HD", "PD", "SN", "LP", "TD")
#: The number of words, and the day, in the languages in which people use Factiva.
_WORDS = re.compile(
    r"^[ \t]{0,80}[\d,.]{1,9} (?:words|Wörter|mots|palabras|parole|palavras|woorden)[ \t]{0,80}$",
    re.MULTILINE,
)
_SOME_DAY = re.compile(r"\d{1,2} (?:de )?[^\W\d]{3,12} (?:de )?\d{4}")
_PROQUEST_FIELD = re.compile(
    r"^(?P<name>Title|Author|Publication (?:info|title|date|year|subject)|Abstract|Full text|Subject|Location"
    r"|People|Company / organization|Credit|Copyright|Links|Document (?:type|URL)|Language of publication"
    r"|ISSN|ProQuest document ID|Last updated|Database|Volume|Issue|Pages|Section|Dateline"
    r"|Country of publication|Place of publication|Publisher|Source type|First page):[ \t]{0,20}",
    re.MULTILINE,
)
_FEWEST_WORDS = 100  # of a part in another shape than its neighbours, for it to be an article all the same


@dataclass(frozen=True, slots=True)
class Document:
    """One article as a database gives it; None for what its head does not tell."""

    raw: str  #: all of it
    text: str
    title: str | None
    date: str | None
    outlet: str | None


def drafts(raw: bytes, text: str) -> list[Draft]:
    """Return the drafts of the articles in a file that a news database made; none where it is no such file.

    `raw` are the bytes of the file, `text` their characters, of a page without its markup.
    """
    if not _SIGN.search(text):
        return []
    lines = "\n".join(line.strip() for line in text.replace("\r\n", "\n").replace("\xa0", " ").split("\n"))
    found = documents(_GAP.sub("\n\n", lines))
    if len(found) == 1:
        return [Draft(raw, found[0].text, None, found[0].title, found[0].date, found[0].outlet)]
    return [
        Draft(one.raw.encode("utf-8", "replace"), one.text, number, one.title, one.date, one.outlet)
        for number, one in enumerate(found, 1)
    ]


def documents(text: str) -> list[Document]:
    """Return the articles in the text of a file that a news database made; none where it is no such file."""
    for parts, read in _KINDS:
        found = [(part, read(part)) for part in map(str.strip, parts(text)) if part]
        if any(document for _, document in found):
            return [
                document or Document(part, part, None, None, None)
                for part, document in found
                if document or len(part.split()) >= _FEWEST_WORDS
            ]
    return []


def _from(beginning: re.Pattern[str]) -> Callable[[str], Iterator[str]]:
    """Return what parts a text at the lines with which its documents begin; what stands before is none."""

    def parts(text: str) -> Iterator[str]:
        starts = [found.start() for found in beginning.finditer(text)]
        for start, end in zip(starts, [*starts[1:], len(text)], strict=False):
            yield text[start:end]

    return parts


def _up_to(ending: re.Pattern[str]) -> Callable[[str], Iterator[str]]:
    """Return what parts a text at the lines with which its documents end."""

    def parts(text: str) -> Iterator[str]:
        start = 0
        for found in ending.finditer(text):
            yield text[start : found.start()]
            start = found.end()
        if start:
            yield text[start:]

    return parts


def _nexis(raw: str) -> Document | None:
    lines = [line.strip() for line in raw.split("\n")]
    head = lines[:_DEEPEST_HEAD]
    dated = next((n for n, line in enumerate(head) if _day(line)), None)
    fields = [n for n, line in enumerate(head) if _NEXIS_FIELD.match(line) or _RIGHTS.match(line)]
    if dated is None or not fields:
        return None
    start = next((n for n, line in enumerate(head) if line.lower() == "body"), None)
    if start is None:
        start = max((n for n in fields if _NEXIS_LAST.match(head[n])), default=dated)
    body = "\n".join(lines[start + 1 :])
    tail = _NEXIS_TAIL.search(body)
    before = [line for line in head[:dated] if line and not _COUNTER.fullmatch(line)]
    told = (head[n].partition(":")[2].strip() for n in fields if head[n].lower().startswith("headline:"))
    blank = next((n for n, line in enumerate(head) if n > dated and not line), dated)  # behind the edition
    between = _block(line for n, line in enumerate(head[:start]) if n > blank and n not in fields)
    return Document(
        raw,
        body[: tail.start()] if tail else body,
        next(told, None) or (before[0] if len(before) > 1 else " ".join(between)) or None,
        _day(head[dated]),
        _BRACKETED.sub("", before[-1]) if before else None,
    )


def _factiva(raw: str) -> Document | None:
    codes = list(_FACTIVA_CODE.finditer(raw))
    if sum(found["code"] in _FACTIVA_USUAL for found in codes) > 2:
        told = _told(raw, codes, "code")
        text = "\n\n".join(told[code] for code in ("LP", "TD") if code in told)
        return Document(raw, text, _line(told.get("HD")), _day(told.get("PD", "")), _line(told.get("SN")))
    counted = _WORDS.search(raw)
    if counted is None:
        return None
    above = [line.strip() for line in raw[: counted.start()].split("\n") if line.strip()][-_DEEPEST_ABOVE:]
    lines = [line.strip() for line in raw[counted.end() :].split("\n")]
    rows = [(n, line) for n, line in enumerate(lines) if line][:_DEEPEST_BELOW]
    rows = [(n, line) for n, line in rows if not _CLOCK.match(line)]
    if len(rows) < 3 or not _SOME_DAY.fullmatch(rows[0][1]):
        return None
    ends = [n for n, line in rows if _RIGHTS.match(line)] or [
        n for n, line in rows if _ENGLISH.fullmatch(line)
    ]
    body = lines[(ends[0] if ends else rows[1][0]) + 1 :]
    return Document(raw, "\n".join(body), max(above, key=len, default=None), _day(rows[0][1]), rows[1][1])


def _proquest(raw: str) -> Document | None:
    told = _told(raw, list(_PROQUEST_FIELD.finditer(raw)), "name")
    text = told.get("Full text") or told.get("Abstract")
    outlet = told.get("Publication title") or told.get("Publication info", "").partition(";")[0]
    day = columns.day(_line(told.get("Publication date")))
    return Document(raw, text, _line(told.get("Title")), day, _line(outlet)) if text else None


def _told(raw: str, fields: Sequence[re.Match[str]], name: str) -> dict[str, str]:
    """Return what stands behind each field up to the next one."""
    ends = [*(field.start() for field in fields[1:]), len(raw)]
    return {
        field[name]: raw[field.end() : end].strip("_ \t\n") for field, end in zip(fields, ends, strict=False)
    }


#: Each kind of file: what parts it into documents, and what reads one of them.
_KINDS: tuple[tuple[Callable[[str], Iterator[str]], Callable[[str], Document | None]], ...] = (
    (_up_to(_NEXIS_END), _nexis),
    (_from(_BEGINNINGS), _nexis),
    (_up_to(_FACTIVA_END), _factiva),
    (_from(_PROQUEST), _proquest),
)


def _day(line: str) -> str | None:
    found = _DAY.match(line)
    day = dates.date_line(found[1]) if found else None
    return day.iso if day else None


def _block(lines: Iterable[str]) -> list[str]:
    """Return the first lines up to a blank one, blank ones before them left out."""
    return list(takewhile(bool, dropwhile(lambda line: not line, lines)))


def _line(told: str | None) -> str | None:
    return " ".join(told.split()) or None if told else None
