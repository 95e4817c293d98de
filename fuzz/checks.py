"""What has to hold of all that comes out of dateline, whatever went in; each raises AssertionError."""

from __future__ import annotations

import re
import shutil
import unicodedata
from datetime import date
from typing import TYPE_CHECKING

from dateline import coding
from dateline.loading.load import Loaded
from dateline.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from dateline.model import Article, Problem

_OBEYED = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_DIGEST = re.compile("[0-9a-f]{64}")
_LONGEST_REASON = 400  # characters that a reader is shown of what is wrong with one part of a file


def is_safe(text: str) -> None:
    """Check that nothing is in a text that a terminal obeys."""
    kinds = {unicodedata.category(character) for character in text if character != "\n"}
    assert not kinds & _OBEYED, repr(text)
    assert clean(text) == text, f"cleaned again it is {clean(text)!r}, not {text!r}"


def is_line(text: str) -> None:
    """Check that a text is safe, has something in it, and is one line."""
    is_safe(text)
    assert text.strip()
    assert "\n" not in text, repr(text)


def is_day(text: str) -> None:
    """Check that a text is a day of the calendar, as all of dateline writes it."""
    assert date.fromisoformat(text).isoformat() == text


def is_article(article: Article) -> None:
    """Check what an article promises, and that it is the same when it comes back from the index."""
    assert _DIGEST.fullmatch(article.id)
    is_line(article.title)
    if article.outlet is not None:
        is_line(article.outlet)
    if article.declared_date is not None:
        is_day(article.declared_date)
        assert "1500" <= article.declared_date < "3000"
    for text in (article.text, *article.furniture):
        is_safe(text)
        assert text.strip()
    assert coding.decode_article(coding.encode(article)) == article


def is_problem(problem: Problem) -> None:
    """Check that a problem can be told to a reader."""
    for text in (problem.path, problem.reason, problem.advice):
        is_line(text)
    assert len(problem.reason) <= _LONGEST_REASON, f"{len(problem.reason)} characters"


def are_loaded(items: Iterable[Loaded | Problem]) -> list[Article]:
    """Check what loading gave of one file, articles or problems or both; return the articles."""
    found = list(items)
    assert found, "neither an article nor a problem"
    articles = []
    for item in found:
        if isinstance(item, Loaded):
            is_article(item.article)
            is_day(item.location.modified)
            articles.append(item.article)
        else:
            is_problem(item)
    return articles


def lies_in(text: str, start: int, end: int, words: str) -> None:
    """Check that a stretch of text is where its offsets say."""
    assert 0 <= start < end <= len(text), (start, end, len(text))
    assert text[start:end] == words


def emptied(folder: Path) -> Path:
    """Return the folder with nothing in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
