"""A message within the text of another, as mail programs put it there when it is forwarded."""

from __future__ import annotations

import re

from dateline.loading import columns

#: What programs put between a note and the other message; Outlook has nothing there but the headers.
_MARK = re.compile(
    r"^[ \t>]*+(?:-{3,20} ?(?:forwarded|original) message ?-{3,20}[ \t]*+$|begin forwarded message:[ \t]*+$"
    r"|(?=\*{0,3}from:[^\n]{1,300}\n{1,3}[ \t>]{0,9}\*{0,3}(?:sent|date):))",
    re.IGNORECASE | re.MULTILINE,
)
_FIELD = re.compile(
    r"[\s>]*+\*{0,3}(?P<name>from|date|sent|subject|to|cc|reply-to):\*{0,3}(?P<value>.*)", re.IGNORECASE
)
_NAMES = {"from": "outlet", "date": "date", "sent": "date", "subject": "title"}
_MOST_LINES = 40  # in which the headers of the other message stand


def forwarded(text: str, note: int) -> dict[str, str | None] | None:
    """Return text, title, date and outlet of the message that a text forwards, None where it forwards none.

    What stands before it may have no more words than `note`.
    """
    mark = _MARK.search(text)
    if mark is None or len(text[: mark.start()].split()) > note:
        return None
    lines = text[mark.end() :].lstrip("\n").split("\n")
    told: dict[str, str] = {}
    name = ""
    end = 0
    for number, line in enumerate(lines[:_MOST_LINES]):
        field = _FIELD.match(line)
        if field:
            name, value = field["name"].lower(), field["value"].strip()
            end = number + 1
        elif line.strip() and name and not told.get(name):
            value, end = line.strip(), number + 1  # the name stands in a cell of its own
        elif line.strip():
            break
        else:
            continue
        told[name] = value
    if not told:
        return None
    found: dict[str, str | None] = {_NAMES[name]: value for name, value in told.items() if name in _NAMES}
    found["date"] = columns.day(found.get("date"))
    found["outlet"] = re.sub(r"\s*[<\[(].*", "", found.get("outlet") or "").strip('"* ') or None
    return {**found, "text": "\n".join(lines[end:])}
