"""Plain text: one article a file, in any usual encoding, or what a news database gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.loading import databases
from dateline.loading.decode import decode
from dateline.loading.drafts import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def drafts(raw: bytes, _columns: Mapping[str, str]) -> Iterator[Draft]:
    """Yield the draft in the bytes of a text, or those in that of a database; raises NotText for no text."""
    text = decode(raw)
    found = databases.documents(text.replace("\r\n", "\n"))
    if not found:
        yield Draft(raw, text)
    for number, document in enumerate(found, 1):
        several = len(found) > 1
        yield Draft(
            document.raw.encode("utf-8", "replace") if several else raw,
            document.text,
            number if several else None,
            document.title,
            document.date,
            document.outlet,
        )
