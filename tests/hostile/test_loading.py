"""Hostile text in every place of every format: what comes of it holds nothing that a terminal obeys."""

from __future__ import annotations

import csv
import html
import io
import json
from typing import TYPE_CHECKING

import pytest

from dateline.loading.load import Loaded, load
from hostile_strings import OBEYED, STRINGS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BODY = "It was a long meeting in a small room, and nobody who was there would say a word about it afterwards."


def _page(told: str) -> str:
    told = html.escape(told)
    return (
        f'<html><head><title>{told}</title><meta property="og:site_name" content="{told}"></head>'
        f"<body><article><h1>{told}</h1><p>{told} {BODY}</p><p>{BODY}</p></article></body></html>"
    )


def _feed(told: str) -> str:
    told = html.escape(html.escape(told))
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>{told}</title><item><title>{told}</title>'
        f"<link>{told}</link><description>{told} {BODY}</description></item></channel></rss>"
    )


def _mail(told: str) -> str:
    line = " ".join(told.split())
    head = f"From: {line} <a@mail.invalid>\nSubject: {line}\nContent-Type: text/plain; charset=utf-8"
    return f"{head}\n\n{told} {BODY}\n"


def _table(told: str) -> str:
    stream = io.StringIO()
    rows = csv.writer(stream)
    rows.writerows([("title", "source", "date", "text"), (told, told, told, f"{told} {BODY}")])
    return stream.getvalue()


FORMATS: dict[str, Callable[[str], str]] = {
    "txt": lambda told: f" date 2031-04-05 \n\n{told}\n\n{told} {BODY}\n\nRead more: {told}\n",
    "html": _page,
    "xml": _feed,
    "md": lambda t: f"---\ntitle: {json.dumps(t)}\nsource: {json.dumps(t)}\n---\n\n# {t}\n\n{t} {BODY}\n",
    "eml": _mail,
    "jsonl": lambda t: json.dumps({"title": t, "source": t, "date": t, "text": f"{t} {BODY}"}) + "\n",
    "csv": _table,
}


@pytest.mark.parametrize("suffix", FORMATS)
def test_no_format_lets_through_what_a_terminal_obeys(tmp_path: Path, suffix: str) -> None:
    read = 0
    for number, (name, told) in enumerate(STRINGS.items()):
        path = tmp_path / f"{number}.{suffix}"
        path.write_bytes(FORMATS[suffix](told).encode("utf-8", "surrogatepass"))
        for item in load(path):
            if not isinstance(item, Loaded):
                texts = [item.path, item.reason, item.advice]
            else:
                article = item.article
                texts = [article.text, article.title, article.outlet or "", *article.furniture]
                read += "small room" in article.text
                assert "\n" not in article.title
                assert "\n" not in (article.outlet or "")
            for text in texts:
                assert not OBEYED.search(text), (name, text)
    assert read > len(STRINGS) * 0.6, "most can be read all the same"


@pytest.mark.parametrize(
    "name", ["a\nb.txt", "a\x1b]52;c;ZXZpbA==\x07.txt", "a\u202etxt.exe.txt", "[b]a[$x].txt"]
)
def test_a_file_may_have_any_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(f" date 2031-04-05 \n\nPort news. {BODY}\n")
    (item,) = load(path)
    assert isinstance(item, Loaded)
    assert item.location.path == str(path), "it is found again under its own name"
    path.write_text("")
    (problem,) = load(path)
    assert not OBEYED.search(problem.path)  # type: ignore[union-attr]


@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
@pytest.mark.parametrize("unit", ["Port news ", "\u0301", "\x1b[", "1,"])
def test_a_line_without_end_is_read_or_refused(tmp_path: Path, suffix: str, unit: str) -> None:
    path = tmp_path / f"long.{suffix}"
    for size in (10_000_000 if suffix == "txt" else 1_000_000, 100_000):
        path.write_text((unit * (size // len(unit) + 1))[:size])
        found = list(load(path))
        assert found
        assert not any(OBEYED.search(i.article.text) for i in found if isinstance(i, Loaded))
