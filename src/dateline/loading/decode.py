"""From bytes to characters: the encodings in which articles come."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

#: Where a text is not in a Western encoding, what is worth trying: the encodings that whole countries used.
_REGIONAL = [
    *(
        "cp1250",
        "cp1251",
        "cp1253",
        "cp1254",
        "cp1255",
        "cp1256",
        "cp1257",
        "iso8859_2",
        "iso8859_5",
        "iso8859_7",
    ),
    *("koi8_r", "koi8_u", "cp932", "euc_jp", "gb18030", "big5", "cp949"),
]

_ENOUGH_TO_GUESS = 16  # bytes beyond ASCII; fewer are as likely pound signs and quotation marks
_SAMPLE = 1 << 16  # bytes that are looked at to find the encoding
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # not white space, not the ESC of a terminal's log


#: What writers mean who name an encoding: the larger one that has long gone under the name of the older
#: (https://encoding.spec.whatwg.org/#names-and-labels).
_MEANT = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949",
    "big5": "big5hkscs",
}  # fmt: skip

#: Encodings of names in the web and of literals, not of texts: the first takes quadratic time.
_NOT_OF_TEXTS = ("punycode", "idna", "unicode-escape", "raw-unicode-escape")


class NotText(ValueError):
    """The bytes are no text in any encoding that dateline reads."""


def decode(raw: bytes) -> str:
    """Return the characters of raw, whatever usual encoding they are in; nothing is normalised.

    A byte order mark decides, then UTF-16 without one is told by where its zero bytes lie, then valid UTF-8;
    a few broken bytes in UTF-8 become U+FFFD. What remains is Windows-1252 when few bytes are beyond ASCII,
    as in English and its neighbours, or few at all; else charset-normalizer chooses. Raises NotText for
    anything with zero bytes or more than one control character in a hundred.
    """
    text = _decoded(raw)
    if "\x00" in text or len(_CONTROL.findall(text[:_SAMPLE])) * 100 > min(len(text), _SAMPLE):
        raise NotText("control characters")
    return text


def named(raw: bytes, encoding: str) -> str | None:
    """Return the characters of raw in a named encoding; None where that is none of texts, or not of raw.

    What is valid UTF-8 is that, whatever it is named: in no other encoding are its sequences words.
    """
    if not is_of_texts(encoding):
        return None
    meant = _MEANT.get(codecs.lookup(encoding).name, encoding)
    for tried in (meant,) if raw.isascii() else ("utf-8", meant, encoding):
        try:
            return raw.decode(tried)
        except (LookupError, ValueError):
            continue
    return None


def is_of_texts(encoding: str) -> bool:
    """Tell whether a name is that of an encoding in which texts come."""
    try:
        return codecs.lookup(encoding).name not in _NOT_OF_TEXTS
    except (LookupError, ValueError):
        return False


def _decoded(raw: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace")
    if order := _utf16_without_mark(raw[:_SAMPLE]):
        return raw.decode(order, errors="replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        broken = raw.decode("utf-8", errors="replace")
    if _mostly_utf8(broken):
        return broken
    if b"\x00" in raw:
        raise NotText("zero bytes")
    return _eight_bit(raw)


def _utf16_without_mark(sample: bytes) -> str | None:
    """Return the byte order of UTF-16 that is mostly ASCII characters, else None."""
    zeros = (sample[0::2].count(0), sample[1::2].count(0))
    half = len(sample) // 2
    if half and zeros[1] > 0.6 * half and zeros[0] < 0.02 * half:
        return "utf-16-le"
    if half and zeros[0] > 0.6 * half and zeros[1] < 0.02 * half:
        return "utf-16-be"
    return None


def _mostly_utf8(text: str) -> bool:
    """Tell whether text, decoded as UTF-8, has far more whole sequences than broken ones."""
    beyond_ascii = sum(character > "\x7f" for character in text[:_SAMPLE])
    broken = text[:_SAMPLE].count("�")
    return beyond_ascii >= 4 * broken


def _eight_bit(raw: bytes) -> str:
    sample = raw[:_SAMPLE]
    beyond_ascii = sum(byte > 0x7F for byte in sample)
    if beyond_ascii >= _ENOUGH_TO_GUESS and beyond_ascii * 7 > len(sample):
        guess = from_bytes(sample, cp_isolation=_REGIONAL).best()
        if guess is not None:
            return raw.decode(guess.encoding, errors="replace")
    return raw.decode("cp1252", errors="replace")
