"""The one gate for outside text, and the two ways in which text is compared.

`clean` makes text safe to keep, to count and to show; every text from a file, a record or a file's name goes
through it once, before anything takes offsets. `fold` makes spellings comparable, `slug` makes ids.
"""

from __future__ import annotations

import re
import unicodedata

#: Combining marks left on one base: no orthography needs more, and a taller pile overwrites other lines.
MARKS_PER_BASE = 4

# Control functions as ECMA-48 forms them, 7-bit (ESC and a byte) and 8-bit (C1). A control string (DCS, SOS,
# OSC, PM, APC) ends at ST, BEL or the end of the line, so that an unterminated one costs no other line. Its
# 8-bit introducers also turn up as debris of a wrong decoding, with no string behind them: those go alone.
# The quantifiers give nothing back and no match begins within another's reach, so the time is linear.
_CONTROL_FUNCTION = re.compile(
    "\x1b[\\]PX^_][^\n\x07\x1b\x9c]*+(?:\x07|\x1b\\\\|\x9c)?"
    "|[\x90\x98\x9d-\x9f][^\n\x07\x1b\x80-\x9f]*+(?:\x07|\x1b\\\\|\x9c)"
    "|(?:\x1b\\[|\x9b)[0-?]*+[ -/]*+[@-~]"
    "|\x1b[ -/]*+[0-~]"
)

#: What nobody sees and a terminal obeys, miscounts or cannot encode, as ranges of code points. The joiners
#: U+200C and U+200D are among them: they hide in words, and terminals differ over the emoji that they join.
_UNSAFE_RANGES = (
    (0x0000, 0x0009), (0x000B, 0x001F), (0x007F, 0x009F),  # C0, DEL, C1
    (0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C),  # soft hyphen, grapheme joiner, Arabic letter mark
    (0x0600, 0x0605), (0x06DD, 0x06DD), (0x070F, 0x070F),  # signs that span what follows
    (0x0890, 0x0891), (0x08E2, 0x08E2), (0x110BD, 0x110BD),  # more of them
    (0x110CD, 0x110CD), (0x13430, 0x1343F),  # the last of them, joiners of hieroglyphs
    (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),  # Hangul fillers, Khmer and Mongolian invisibles
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F),  # zero width, bidi embeddings and isolates
    (0x0488, 0x0489), (0x20DD, 0x20E4), (0xA670, 0xA672),  # enclosing marks, the keycap among them
    (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),  # Hangul filler, variation selectors, BOM
    (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB), (0xFFFE, 0xFFFF),  # Hangul filler, annotations, non-characters
    (0xD800, 0xDFFF), (0xFDD0, 0xFDEF),  # surrogates, non-characters
    (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A),  # shorthand and musical format controls
    (0x1F3FB, 0x1F3FF), (0xE0000, 0xE0FFF),  # skin tones, tags and variation selectors
)  # fmt: skip
_UNSAFE = re.compile("[{}]".format("".join(f"{chr(first)}-{chr(last)}" for first, last in _UNSAFE_RANGES)))

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028]")
_SPACE = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")


# Marks are neither word characters nor space nor ASCII: a pile lies in a long enough run of such characters.
_PERHAPS_A_PILE = re.compile(rf"[^\w\s\x00-\x7f]{{{MARKS_PER_BASE + 1},}}")


def _lower_piles(text: str) -> str:
    """Return text with no more than `MARKS_PER_BASE` combining marks in a row."""
    return _PERHAPS_A_PILE.sub(_lowered, text)


def _lowered(run: re.Match[str]) -> str:
    kept: list[str] = []
    height = 0
    for character in run.group():
        height = height + 1 if unicodedata.category(character).startswith("M") else 0
        if height <= MARKS_PER_BASE:
            kept.append(character)
    return "".join(kept)


def clean(text: str) -> str:
    """Return text with nothing in it that a terminal would obey or miscount.

    Control functions, control characters, bidi controls, invisible characters, variation selectors and skin
    tones go; line ends become "\\n" (a paragraph separator two), other white space plain spaces; the rest is
    in Unicode's form C with no more than `MARKS_PER_BASE` combining marks in a row. Takes linear time, and
    ``clean(clean(text)) == clean(text)``.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_END.sub("\n", text).replace("\u2029", "\n\n")
    text = _SPACE.sub(" ", text)
    if _UNSAFE.search(text):
        text = _UNSAFE.sub("", _CONTROL_FUNCTION.sub("", text))
    if text.isascii():
        return text
    # Sorting tall piles into form C takes quadratic time, and form C makes some piles taller: hence twice.
    return _lower_piles(unicodedata.normalize("NFC", _lower_piles(text)))


_PLAIN = {
    **dict.fromkeys("‘’‚‛′ʼʹ`´‹›", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    **{"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ȷ": "j", "ħ": "h"},
    **{"ŧ": "t", "ŋ": "n", "ĸ": "k", "ə": "e", "ɛ": "e", "ɔ": "o", "ƒ": "f", "ƙ": "k", "ɓ": "b", "ɗ": "d"},
}


class _Folding(dict[int, str]):
    """What each character folds to, worked out when it is first met (a table for `str.translate`)."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        decomposed = _PLAIN.get(character) or unicodedata.normalize("NFKD", character)
        bare = "".join(c for c in decomposed if unicodedata.category(c) not in ("Mn", "Me"))
        self[code] = folded = "".join(_PLAIN.get(c, c) for c in bare.casefold())
        return folded


_FOLDING = _Folding()
_ASCII = bytes(range(128))
_LONG, _FEW = 64, 16  # characters of a text, and different ones in it that are not ASCII, to choose a way by


def fold(text: str) -> str:
    """Return text in the spelling that search and comparison use; its length may differ.

    Case and accents go, typographic quotes and dashes become ASCII ones, ligatures and Latin letters that do
    not decompose are spelt out ("Łódź" → "lodz", "Strauß" → "strauss"). Works character by character, so that
    ``fold(a + b) == fold(a) + fold(b)``, and only once: ``fold(fold(text)) == fold(text)``.
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    if len(text) < _LONG:
        return text.translate(_FOLDING)
    # nearly all of a long text is ASCII, and a few other characters come again and again: ten times as quick
    folded = text.lower()
    encoded = folded.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    others = set(encoded.decode("utf-8", "surrogatepass"))
    if len(others) > _FEW:
        return text.translate(_FOLDING)
    for character in others:
        folded = folded.replace(character, _FOLDING[ord(character)])
    return folded.replace("`", "'")


def paired(text: str) -> str:
    """Return text without quotation marks that stand alone, as where it was cut out of a quotation."""
    if text.count("“") != text.count("”"):
        text = text.replace("“", "").replace("”", "")
    return text.replace('"', "") if text.count('"') % 2 else text


def slug(text: str) -> str:
    """Return text as an id: folded letters and digits, words joined by "-" ("Ida Vale" → "ida-vale").

    An apostrophe joins what it parts ("O’Neill" → "oneill"). Empty where text has neither letter nor digit.
    """
    return "-".join(re.findall(r"[^\W_]+", fold(text).replace("'", "")))
