"""The encodings in which articles come."""

from __future__ import annotations

import os
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.loading.decode import NotText, decode

ENGLISH = "“We can’t wait,” the minister said – £2.2bn (€2.6bn) is “ready”.\nCafé owners in Zürich agreed.\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
@pytest.mark.parametrize("text", [ENGLISH, ENGLISH * 400, "£2bn", "it’s “£1bn” – or “£2bn”"])
def test_english_in_any_usual_encoding(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text.replace("\ufeff", "")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Министр сказал, что страны договорились о новом мосте через реку.", "cp1251"),
        ("Ο υπουργός είπε ότι οι χώρες συμφώνησαν για μια νέα γέφυρα.", "cp1253"),
        ("大臣は日曜日、両国が新しい橋に合意したと述べた。", "shift_jis"),
    ],
)
def test_text_in_another_script(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_utf8_that_was_cut_or_has_a_broken_byte_stays_utf8() -> None:
    whole = (ENGLISH * 3).encode()
    assert decode(whole + "”".encode()[:2]).removesuffix("�") == ENGLISH * 3
    assert decode(b"\xff" + whole) == "�" + ENGLISH * 3


@pytest.mark.parametrize(
    "raw",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"text\x00with\x00zero",
        bytes(range(256)) * 20,
        b"\x7fELF\x02\x01\x01" + b"\x00" * 60,
    ],
)
def test_what_is_no_text(raw: bytes) -> None:
    with pytest.raises(NotText):
        decode(raw)


def test_a_terminal_log_is_text() -> None:
    assert "red" in decode(b"\x1b[31mred\x1b[0m " * 20)


@given(st.binary(max_size=400))
def test_bytes_are_text_or_refused(raw: bytes) -> None:
    with suppress(NotText):
        assert "\x00" not in decode(raw)


def test_noise_is_refused() -> None:
    for _ in range(20):
        with pytest.raises(NotText):
            decode(os.urandom(2000))
