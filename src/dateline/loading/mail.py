"""E-mail, for newsletters: a message's text, subject, sender and day, and what it forwards or attaches."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from dateline.loading import columns, markup, mime, web_page
from dateline.loading.decode import NotText, decode, named
from dateline.loading.drafts import Draft, Flaw
from dateline.loading.flaws import NO_TEXT, Flaws
from dateline.loading.forwarded import forwarded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from email.message import EmailMessage, MIMEPart

#: Of two parts with the same text that in HTML is taken, unless it has less than this share of the words.
_TOO_LITTLE = 0.5
_NOTE = 50  # words; a text that has fewer only goes with what is forwarded or attached
_DEEPEST = 5  # messages within messages

_ENVELOPE = re.compile(rb"^From [^\r\n]{0,400}\d{4}[^\r\n]{0,20}\r?\n(?=>?[!-9;-~]{1,60}:)", re.MULTILINE)
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_LENGTH = re.compile(rb"\s{0,20}(\d{1,9})\s{0,20}\n")  # before a message of Apple Mail
_REPLY = re.compile(r"(?:(?:re|fwd?|fw|aw|wg|tr|rv|enc)(?:\[\d\])?: ?)+", re.IGNORECASE)
_PGP = re.compile(r"\s*-----BEGIN PGP MESSAGE-----")
_LINK = re.compile(
    r"[ \t]?(?:\(\s?https?://[^\s()]+\s?\)|<\s?https?://[^\s<>]+\s?>|\[\s?https?://[^\s\[\]]+\s?\])"
)
_STARS = re.compile(r"^\*\* (?=\S)", re.MULTILINE)  # before a heading, as a newsletter's program has it
_SIGNATURE = re.compile(r"\n-- ?\n.*", re.DOTALL)
_ADDRESS = re.compile(r"[(<\[]? ?https?://[^\s)>\]]+ ?[)>\]]?")

#: What the library raises.
_UNREADABLE = (RecursionError, LookupError, ValueError, AttributeError, TypeError, OverflowError)


_ENCRYPTED = "is encrypted"
_ADVICE = {
    NO_TEXT: "delete it, or save its attachment as a file",
    _ENCRYPTED: "decrypt it in your mail program, and save its text as a .txt file",
}
_SAVE = "save it as a file, and its text as a .txt file"
_DOCUMENTS = ("application/ms-tnef", "application/pdf", "application/msword", "application/rtf")
_CIPHERS = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")


def drafts(raw: bytes, _columns: Mapping[str, str]) -> Iterator[Draft | Flaw]:
    """Yield the articles of a message; raises NotText where its text is none."""
    apple = _LENGTH.match(raw)
    if apple and len(raw) >= apple.end() + int(apple[1]):
        raw = raw[apple.end() : apple.end() + int(apple[1])]
    found = _message(raw)
    if isinstance(found, str):
        yield Flaw(f"the message {found}", _ADVICE.get(found, _SAVE))
        return
    articles, unread = found
    if len(articles) == 1:
        yield articles[0]
    else:
        yield from (replace(draft, record=number) for number, draft in enumerate(articles, 1))
    if unread:
        yield Flaw(f"the message {unread}", _SAVE)


def mailbox(raw: bytes, _columns: Mapping[str, str]) -> Iterator[Draft | Flaw]:
    """Yield the articles of all messages in a mailbox, as Thunderbird, Apple Mail and Gmail export it."""
    flaws = Flaws("message")
    starts = [found for found in _ENVELOPE.finditer(raw) if _begins(raw, found.start())]
    ends = [*(found.start() for found in starts[1:]), len(raw)]
    record = 0
    for number, (envelope, end) in enumerate(zip(starts, ends, strict=False), 1):
        content = _QUOTED_FROM.sub(rb"\1", raw[envelope.end() : end])
        try:
            found = _message(content)
        except NotText:
            found = "is not text"
        if isinstance(found, str):
            flaws.add(number, found, "delete it, or leave it")
            continue
        articles, unread = found
        for draft in articles:
            record += 1
            yield replace(draft, record=record)
        if unread:
            flaws.add(number, unread, _SAVE)
    yield from flaws.told()


def _begins(raw: bytes, start: int) -> bool:
    """Tell whether a message may begin here: at the beginning, or behind a blank line."""
    return start == 0 or raw[max(0, start - 4) : start].replace(b"\r", b"").endswith(b"\n\n")


def _message(raw: bytes) -> tuple[list[Draft], str] | str:
    """Return the articles of a message and what of it is not read, or what is wrong; raises NotText."""
    try:
        message = mime.message_of(raw)
        if not message.keys():
            return "has no headers"
        found = _articles(message, raw, 0)
        is_cipher = message.get_content_type() in _CIPHERS or any(_PGP.match(draft.text) for draft in found)
        documents = (
            "" if len(found) > 1 or any(len(d.text.split()) >= _NOTE for d in found) else _documents(message)
        )
        if is_cipher or not found:
            return _ENCRYPTED if is_cipher else documents or NO_TEXT
        return found, documents
    except NotText:
        raise
    except _UNREADABLE:
        return "can't be taken apart"


def _documents(message: EmailMessage) -> str:
    """Return in words which documents a message brings that are in no form that is read, "" for none."""
    parts = (part for part in message.walk() if part.get_content_type() in _DOCUMENTS or _is_office(part))
    names = [" ".join(str(part.get_filename() or "a document").split()) for part in parts]
    return f"brings what is not read: {', '.join(names[:3])}" if names else ""


def _is_office(part: EmailMessage) -> bool:
    return (
        part.get_content_type().startswith("application/vnd.")
        and part.get_content_disposition() == "attachment"
    )


def _articles(message: EmailMessage, raw: bytes, depth: int) -> list[Draft]:
    """Return what a message says, unless it is a note, and what is attached to it."""
    attached = list(_attached(message, depth))
    text = _text(message)
    own = Draft(
        raw,
        text,
        title=_REPLY.sub("", _header(message, "subject") or "", count=1) or None,
        date=columns.day(_header(message, "date")),
        outlet=_sender(message),
    )
    passed_on = forwarded(text, _NOTE)
    if passed_on is not None:
        told = {name: value for name, value in passed_on.items() if value}
        if "title" in told:
            told["title"] = _REPLY.sub("", told["title"], count=1)
        own = replace(own, **cast("Any", told))
    if not text.strip() or (attached and passed_on is None and len(text.split()) < _NOTE):
        return attached
    return [own, *attached]


def _attached(message: EmailMessage, depth: int) -> Iterator[Draft]:
    """Yield the articles in the pages and messages that are attached to a message."""
    body = message.get_body(preferencelist=("html",))
    day = columns.day(_header(message, "date"))
    waiting = [message]
    while waiting:
        part = waiting.pop()
        kind = part.get_content_type()
        if kind == "message/rfc822" and depth < _DEEPEST:
            for inner in cast("list[EmailMessage]", part.get_payload()):
                yield from _articles(inner, inner.as_bytes(), depth + 1)
        elif part.is_multipart():
            waiting += reversed(cast("list[EmailMessage]", part.get_payload()))
        elif part is not body and part.get_content_disposition() == "attachment":
            content = part.get_payload(decode=True)
            found = _of_file(part, content, day) if isinstance(content, bytes) else None
            if isinstance(found, Draft):
                yield found


def _of_file(part: MIMEPart, content: bytes, day: str | None) -> Draft | Flaw | None:
    """Return the article in a page or text that is attached to a message of that day, None for none."""
    if part.get_content_type() == "text/html":
        return web_page.article(content, _rich(part))
    text = _plain(part) if part.get_content_type() == "text/plain" else ""
    return Draft(content, text, date=day) if len(text.split()) >= _NOTE else None


def _text(message: EmailMessage) -> str:
    """Return the text of a message's HTML, or its plain text where there is more in it."""
    plain_part = message.get_body(preferencelist=("plain",))
    html_part = message.get_body(preferencelist=("html",))
    plain = _SIGNATURE.sub("", _plain(plain_part).replace("\r\n", "\n")) if plain_part else ""
    rich = markup.text_of(_rich(html_part)) if html_part else ""
    if len(rich.split()) > _TOO_LITTLE * len(_ADDRESS.sub("", plain).split()):
        return rich
    return _STARS.sub("", _LINK.sub("", plain))


def _plain(part: MIMEPart) -> str:
    content, charset = part.get_payload(decode=True), part.get_content_charset()
    return _decoded(content, charset) if isinstance(content, bytes) else ""


def _rich(part: MIMEPart) -> str:
    content, charset = part.get_payload(decode=True), part.get_content_charset()
    if not isinstance(content, bytes):
        return ""
    return _decoded(content, charset) if charset else web_page.characters(content)


def _decoded(content: bytes, charset: str | None) -> str:
    text = named(content, charset or "utf-8")
    return decode(content) if text is None else text


def _read(message: EmailMessage, name: str) -> object:
    """Return a header as the library reads it, None where there is none or where it makes no sense of it."""
    try:
        return message.get(name)
    except _UNREADABLE:
        return None


def _header(message: EmailMessage, name: str) -> str | None:
    return " ".join(str(_read(message, name) or "").split()) or None


def _sender(message: EmailMessage) -> str | None:
    """Return the name that the sender goes by, None where there is only an address."""
    addresses = getattr(_read(message, "from"), "addresses", ())
    return next((address.display_name for address in addresses if address.display_name), None)
