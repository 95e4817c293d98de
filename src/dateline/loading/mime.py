"""Messages taken apart by the library of Python, whose time grows with the square of what is hostile."""

from __future__ import annotations

import email
import re
from email.policy import EmailPolicy
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from email.message import EmailMessage
    from email.policy import Policy

_LONGEST_HEADER = 2000  # characters of a header that are read; RFC 5322 has 998 for a line
_MOST_PARTS = 500  # that have parts themselves: each may lie in the one before
_MOST_BOUNDARIES = 20_000  # lines that may part it: each makes a part, whatever is in it
_LONGEST_HEAD = 1_000_000  # bytes of all headers together
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_PARTED = re.compile(rb"^content-type:\s{0,9}multipart/", re.IGNORECASE | re.MULTILINE)


class _Bounded(EmailPolicy):
    """The library's policy for mail, but that no header is read to an end that is far away."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """Return a header, read as far as any serious one goes."""
        return super().header_fetch_parse(name, value[:_LONGEST_HEADER])


# what is written again stays as it came
_POLICY = cast("Policy[EmailMessage]", _Bounded(refold_source="none"))


def message_of(raw: bytes) -> EmailMessage:
    """Return the message in bytes; raises what the library does, and ValueError for one of too many parts."""
    if sum(1 for _ in _PARTED.finditer(raw)) > _MOST_PARTS or raw.count(b"\n--") > _MOST_BOUNDARIES:
        raise ValueError("too many parts")
    if len(raw) > _LONGEST_HEAD and not _HEAD_END.search(raw, 0, _LONGEST_HEAD):
        raise ValueError("too many headers")
    return email.message_from_bytes(raw, policy=_POLICY)
