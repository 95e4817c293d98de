"""Markdown as makers of notes and sites write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.loading import note_marks
from dateline.loading.load import Loaded, load
from dateline.model import Article, Problem

if TYPE_CHECKING:
    from pathlib import Path

CLIPPING = """---
title: "Walls rise"
source: "https://www.post.example/2025/03/07/walls"
author:
  - "[[Jane Carrow]]"
published: 2025-03-07
created: 2025-04-14
tags:
  - "clippings"
---
![[wall.jpg]]

[[Norway|The Norwegians]] pay, said [[Ida Vale#Office]].

> [!quote] Vale
> The ==number== will hold.

%%mine%%

#harbour #walls/north

- [ ] check the sum[^1]

[^1]: A footnote.
"""


def items(folder: Path, text: str, name: str = "a.md") -> list[Article | Problem]:
    path = folder / name
    path.write_text(text)
    return [i.article if isinstance(i, Loaded) else i for i in load(path)]


def test_a_clipping_of_obsidian_reads_like_its_article(tmp_path: Path) -> None:
    (found,) = items(tmp_path, CLIPPING)
    assert isinstance(found, Article)
    assert (found.title, found.declared_date, found.outlet) == ("Walls rise", "2025-03-07", "post.example")
    assert found.text.split("\n\n") == [
        "The Norwegians pay, said Ida Vale.", "Vale The number will hold.", "check the sum", "A footnote.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "command",
    ['{{< figure src="x.jpg" >}}', "{{% notice %}}", "{% include x.html %}", "{: .lead}", "<!--more-->"],
)
def test_commands_of_site_makers_are_no_words(tmp_path: Path, command: str) -> None:
    (found,) = items(tmp_path, f"---\ntitle: T\n---\n{command}\n\nThe walls rise again.\n")
    assert isinstance(found, Article)
    assert found.text == "The walls rise again."


def test_words_in_blocks_of_html_are_kept(tmp_path: Path) -> None:
    (found,) = items(
        tmp_path, "---\ntitle: T\n---\n<div>\n<p>The walls rise.</p>\n</div>\n\nAgain.<br>And again.\n"
    )
    assert isinstance(found, Article)
    assert found.text.split("\n\n") == ["The walls rise.", "Again.", "And again."]


def test_a_title_with_a_colon_is_understood(tmp_path: Path) -> None:
    (found,) = items(
        tmp_path, "---\ntitle: Vale: it holds\ndate: 2025-03-07 21:15 +0100\n---\nThe walls rise.\n"
    )
    assert isinstance(found, Article)
    assert (found.title, found.declared_date) == ("Vale: it holds", "2025-03-07")


def test_a_date_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    problem, found = items(tmp_path, "---\ndate: 03/04/2025\n---\nThe walls rise.\n")
    assert isinstance(problem, Problem)
    assert "date" in problem.reason
    assert isinstance(found, Article)


def test_a_link_may_be_a_date_or_an_outlet(tmp_path: Path) -> None:
    (found,) = items(tmp_path, '---\ndate: "[[2025-03-07]]"\nsource: "[[The Post]]"\n---\nThe walls rise.\n')
    assert isinstance(found, Article)
    assert (found.declared_date, found.outlet) == ("2025-03-07", "The Post")


def test_what_is_no_mark_stays() -> None:
    text = "a == b, [x], 100% sure, {braces}, # heading, [[]]"
    assert note_marks.without(text) == text


@pytest.mark.parametrize(
    ("name", "day"),
    [("2025-03-07-walls.md", "2025-03-07"), ("20250307_walls.txt", "2025-03-07"), ("2025-13-07.md", None)],
)
def test_the_date_in_a_files_name_is_the_last_resort(tmp_path: Path, name: str, day: str | None) -> None:
    (tmp_path / name).write_text("The walls rise again.")
    (found,) = load(tmp_path / name)
    assert isinstance(found, Loaded)
    assert found.article.declared_date is None
    assert (found.location.modified == day) is (day is not None)


@pytest.mark.parametrize("date", ["2031-13-45", "2031-03-07T10:00:00+99:99", "9" * 5000, "!!timestamp x"])
def test_a_value_that_makes_no_sense_costs_no_other(tmp_path: Path, date: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        f"---\ntitle: Walls are built\nsource: The Coastal Post\ndate: {date}\n---\nIt rained on Friday."
    )
    told = list(load(path))
    (loaded,) = (item for item in told if isinstance(item, Loaded))
    assert (loaded.article.title, loaded.article.outlet) == ("Walls are built", "The Coastal Post")
    assert any("front matter" in item.reason for item in told if isinstance(item, Problem))
