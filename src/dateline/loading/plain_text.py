"""Plain text: one article a file, in any usual encoding, or what a news database gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.loading import databases
from dateline.loading.decode import decode
from dateline.loading.drafts import Draft, Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


_HEAD = 4096  # characters in which the first address stands
_ADDRESS = re.compile(r"https?://\S{3,2000}(?P<tags>(?:[ \t]{1,9}[^\s.]{1,60}){0,9})\s*")


def drafts(raw: bytes, _columns: Mapping[str, str]) -> Iterator[Draft | Flaw]:
    """Yield the draft in the bytes of a text, or those in that of a database; raises NotText for no text."""
    text = decode(raw)
    if _is_list(text):
        yield Flaw(
            "it is a list of addresses",
            "`grep -o 'http[^ ]*' FILE | xargs dateline add` follows the feeds and keeps the pages",
        )
        return
    yield from databases.drafts(raw, text) or [Draft(raw, text)]


def _is_list(text: str) -> bool:
    """Tell whether a text is nothing but addresses on a line each, with tags behind as newsboat has them."""
    if "://" not in text[:_HEAD]:
        return False
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    found = [_ADDRESS.fullmatch(line.strip()) for line in lines]
    return all(found) and (len(found) > 1 or not any(line and line["tags"] for line in found))
