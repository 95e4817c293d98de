"""Plain text: one article a file, in any usual encoding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.loading.decode import decode
from dateline.loading.drafts import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def drafts(raw: bytes, _columns: Mapping[str, str]) -> Iterator[Draft]:
    """Yield the one draft in the bytes of a text file; raises NotText where they are none."""
    yield Draft(raw, decode(raw))
