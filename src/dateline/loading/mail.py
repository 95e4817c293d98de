"""E-mail, for newsletters: the text of a message, its subject, sender and day."""

from __future__ import annotations

import email
from email import policy
from typing import TYPE_CHECKING

from dateline.loading import columns, markup
from dateline.loading.decode import decode
from dateline.loading.drafts import Draft, Flaw
from dateline.loading.web_page import characters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from email.message import EmailMessage

#: A plain part that has less than this share of the words of the HTML part only says where to look.
_TOO_LITTLE = 0.3


def drafts(raw: bytes, _columns: Mapping[str, str]) -> Iterator[Draft | Flaw]:
    """Yield the one draft in the bytes of a message; raises NotText where its text is none."""
    try:
        message = email.message_from_bytes(raw, policy=policy.default)
        text = _text(message)
    except (RecursionError, LookupError, ValueError, AttributeError):  # what the parser can't make sense of
        yield Flaw("the message can't be taken apart", "save its text as a .txt file")
        return
    if not message.keys():
        yield Flaw("it has no headers of a message", "save the message itself, or its text as a .txt file")
    elif not text.strip():
        yield Flaw("the message has no text", "delete it, or save its attachment as a file")
    else:
        yield Draft(raw, text, title=_header(message, "subject"), date=_day(message), outlet=_sender(message))


def _text(message: EmailMessage) -> str:
    """Return the plain text of a message, or that of its HTML where there is more in it."""
    found = {kind: message.get_body(preferencelist=(kind,)) for kind in ("plain", "html")}
    contents = {kind: part.get_payload(decode=True) for kind, part in found.items() if part is not None}
    charset = {kind: part.get_content_charset() for kind, part in found.items() if part is not None}
    plain = _decoded(contents.get("plain"), charset.get("plain"))
    html = contents.get("html")
    rich = (
        markup.text_of(_decoded(html, charset.get("html")) if charset.get("html") else characters(html))
        if isinstance(html, bytes)
        else ""
    )
    return rich if len(plain.split()) < _TOO_LITTLE * len(rich.split()) else plain


def _decoded(content: object, charset: str | None) -> str:
    if not isinstance(content, bytes):
        return ""
    try:
        return content.decode(charset or "utf-8")
    except (LookupError, UnicodeError):
        return decode(content)


def _read(message: EmailMessage, name: str) -> object:
    """Return a header as the library reads it, None where there is none or where it makes no sense of it."""
    try:
        return message.get(name)
    except (RecursionError, LookupError, ValueError, AttributeError, TypeError, OverflowError):
        return None


def _header(message: EmailMessage, name: str) -> str | None:
    return " ".join(str(_read(message, name) or "").split()) or None


def _day(message: EmailMessage) -> str | None:
    return columns.day(_header(message, "date"))


def _sender(message: EmailMessage) -> str | None:
    """Return the name that the sender goes by, None where there is only an address."""
    addresses = getattr(_read(message, "from"), "addresses", ())
    return next((address.display_name for address in addresses if address.display_name), None)
