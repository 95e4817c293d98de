"""From a file to an article, or to a line that says what is wrong with it."""

from __future__ import annotations

import hashlib
import io
import json
import os
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.loading import load as load_module
from dateline.loading.compose import article
from dateline.loading.dates import marker
from dateline.loading.drafts import Draft
from dateline.loading.load import Loaded, load
from dateline.model import Problem
from dateline.text import clean

TEXT = " date 2025-03-02 Ministers met in Geneva on Sunday.\n\nThey will meet again, “soon”.\n"


def only(path: Path) -> Loaded:
    (loaded,) = load(path)
    assert isinstance(loaded, Loaded)
    return loaded


def refused(path: Path) -> Problem:
    (problem,) = load(path)
    assert isinstance(problem, Problem)
    assert problem.path == str(path)
    assert problem.advice
    return problem


def test_a_file_becomes_an_article(tmp_path: Path) -> None:
    path = tmp_path / "The Guardian 1999-01-01.txt"
    path.write_text(TEXT, encoding="utf-8")
    noon = datetime(2024, 2, 29, 12).timestamp()
    os.utime(path, (noon, noon))
    found = only(path)
    assert found.article.id == hashlib.sha256(TEXT.encode()).hexdigest()
    assert found.article.declared_date == "2025-03-02"
    assert found.article.text == "Ministers met in Geneva on Sunday.\n\nThey will meet again, “soon”."
    assert found.article.outlet is None
    assert (found.location.path, found.location.modified, found.location.record) == (
        str(path),
        "2024-02-29",
        None,
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_the_text_is_the_same_in_every_encoding(tmp_path: Path, encoding: str, line_end: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.replace("\n", line_end).encode(encoding))
    assert only(path).article.text == "Ministers met in Geneva on Sunday.\n\nThey will meet again, “soon”."


def test_the_path_of_an_article_is_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    assert only(Path("a.txt")).location.path == str(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is empty"),
        (b" \r\n\t ", "it is empty"),
        (b"0 SHARES Share Tweet\n\nRead more\n", "it holds only what surrounds an article"),
        (b" date 2025-03-02 ", "it holds only what surrounds an article"),
        (b"\x1b[2J\x1b[0m", "it holds only what surrounds an article"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "it is a picture"),
        (bytes(range(256)) * 9, "it is not text"),
        (b"%PDF-1.7\n%", "it is a PDF"),
        (b"PK\x03\x04" + b"\x00" * 50, "it is an archive"),
        (b"{\\rtf1\\ansi", "it is an RTF document"),
        (b"\xef\xbb\xbf <!DOCTYPE html><html>", "no article is found in the page"),
    ],
)
def test_contents_that_are_no_article(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert refused(path).reason == reason


def test_what_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "pipe" in refused(tmp_path / "pipe.txt").reason
    assert refused(tmp_path).reason == "it is a folder"
    assert refused(tmp_path / "gone.txt").reason == "there is no such file or folder"
    assert "device" in refused(Path("/dev/zero")).reason


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert refused(path).reason == "it has 50.0 MB, and no more than 5 MB of such a file are read"


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)

    def forbid(*_arguments: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", forbid)
    assert refused(path).reason == "it may not be read"


def test_a_file_that_vanishes_between_two_looks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    really_open = os.open

    def vanish(name: Path, flags: int) -> int:
        path.unlink()
        return really_open(name, flags)

    monkeypatch.setattr(os, "open", vanish)
    assert refused(path).reason == "there is no such file or folder"


@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_no_content_is_too_strange(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "strange.txt"
    path.write_bytes(raw)
    (result,) = load(path)
    if isinstance(result, Loaded):
        assert result.article.text
        assert result.article.title
        assert clean(result.article.text) == result.article.text


BLOCKS = st.sampled_from(
    [
        "Ministers met in Geneva on Sunday. They will meet again.",
        "Harbours reopen at last",
        "By Ann Example, BBC News",
        "Date: 2 March 2025",
        "Title: Ministers meet",
        "0 SHARES Share Tweet",
        "Your donation keeps our reporters going. We thank you for your support of our journalism. Read more",
        "“Your support,” he said, “helps us.”",
        "Sign up to our newsletter. The ports are shut.",
        "and a line that goes on",
        "\x1b[1mbold\x1b[0m",
        "e\u0301\u0301\u0301",
    ]
)
LAYOUTS = st.lists(st.tuples(st.one_of(BLOCKS, st.text(max_size=30)), st.sampled_from([" ", "\n", "\n\n"])))


@given(
    st.sampled_from(["", " date 2025-03-02 "]), LAYOUTS.map(lambda parts: "".join(a + b for a, b in parts))
)
def test_all_that_a_file_holds_is_text_or_furniture(date: str, rest: str) -> None:
    text = date + rest
    composed = article(Draft(text.encode("utf-8", "replace"), text))
    if composed is None:
        return
    _, expected = marker(clean(text))
    held = composed.text + "".join(composed.furniture)
    assert Counter("".join(held.split())) == Counter("".join(expected.split()))


@pytest.mark.parametrize("collection", ["seeds", "gold/bbc/texts"])
def test_real_articles(shared: Path, collection: str) -> None:
    gold = shared / ("gold/seeds" if collection == "seeds" else "gold/bbc")
    for path in sorted((shared / collection).glob("*.txt")):
        told = json.loads((gold / f"{path.stem}.json").read_text(encoding="utf-8"))
        found = only(path).article
        raw = path.read_text(encoding="utf-8")
        assert found.declared_date == (raw[6:16] if raw.startswith(" date ") else None), path.name
        assert list(found.furniture) == told.get("boilerplate", []), path.name
        assert found.title_basis == ("derived" if collection == "seeds" else "declared"), path.name


def test_a_document_of_any_size_is_told_for_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"%PDF-1.7\n" + bytes(6_000_000))
    (problem,) = load(path)
    assert isinstance(problem, Problem)
    assert problem.reason == "it is a PDF"


def test_what_would_have_to_be_waited_for_is_refused(tmp_path: Path) -> None:
    class Log(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return cast("bytes", None)  # as a file does that is not to block

    with pytest.raises(load_module._Refused) as refused:
        load_module._at_once(tmp_path / "log.txt", Log(), 10)
    assert refused.value.problem.reason == "it is a pipe, a socket or a device"
