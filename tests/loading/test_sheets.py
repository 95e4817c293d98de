"""Tables as spreadsheets write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.loading import columns, numeric_dates
from dateline.loading.load import Loaded, load
from dateline.model import Article, Problem

if TYPE_CHECKING:
    from pathlib import Path

ROWS = (
    "Headline;Article text;Published on;Paper\r\n"
    '"Who “pays”";"Café: £40m.\nAnd more.";{};Post\r\nTwo;Words.;{};Post\r\n'
)


def items(path: Path, content: bytes, map_: str = "") -> list[Article | Problem]:
    path.write_bytes(content)
    return [i.article if isinstance(i, Loaded) else i for i in load(path, columns.parse_map(map_))]


def dates(path: Path, *told: str) -> list[str | None]:
    rows = "".join(f'Words of row {n}.,"{date}"\n' for n, date in enumerate(told))
    return [a.declared_date for a in items(path, f"text,date\n{rows}".encode()) if isinstance(a, Article)]


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf", b"sep=;\r\n", b"\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_table_with_semicolons_and_usual_names(tmp_path: Path, start: bytes, encoding: str) -> None:
    if start.startswith(b"\xef") and encoding != "utf-8":
        pytest.skip("a mark of UTF-8 before another encoding")
    first, second = items(
        tmp_path / "t.csv", start + ROWS.format("07/03/2025", "25/03/2025").encode(encoding)
    )
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.title, first.declared_date, first.outlet) == ("Who “pays”", "2025-03-07", "Post")
    assert first.text == "Café: £40m.\n\nAnd more."
    assert second.declared_date == "2025-03-25"


def test_one_date_that_can_be_read_in_one_way_shows_the_order_of_all(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    assert dates(path, "07/03/2025", "3/4/25 9:15", "25/03/2025") == [
        "2025-03-07",
        "2025-04-03",
        "2025-03-25",
    ]
    assert dates(path, "07/03/2025", "03/25/2025 9:15:00 PM") == ["2025-07-03", "2025-03-25"]
    assert dates(path, "07/03/2025", "05/05/2025") == [None, "2025-05-05"]
    assert dates(path, "07/03/2025", "25/03/2025", "03/25/2025") == [None, "2025-03-25", "2025-03-25"]


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("07-Mar-25", "2025-03-07"), ("7 Mar 99", "1999-03-07"), ("Mar-07-2025", "2025-03-07"),
        ("07.03.25", "2025-03-07"), ("45723", "2025-03-07"), ("45723.8854", "2025-03-07"),
        ("31/02/2025", None), ("07-Xyz-25", None), ("12345", None),
        ("March 2025", None), ("2025-03-07 21:15 +0100", "2025-03-07"),
    ],
)  # fmt: skip
def test_dates_as_spreadsheets_write_them(told: str, day: str | None) -> None:
    assert columns.day(told) == day


def test_an_order_is_that_of_all_dates_or_none() -> None:
    assert numeric_dates.order_of(["1/2/2025", "13/2/2025"]) == "day"
    assert numeric_dates.order_of(["1/2/2025", "2/13/2025"]) == "month"
    assert numeric_dates.order_of(["13/2/2025", "2/13/2025"]) is None
    assert numeric_dates.order_of(["soon", ""]) is None


def test_dates_that_cannot_be_read_are_told_and_the_articles_are_there(tmp_path: Path) -> None:
    found = items(
        tmp_path / "t.csv", b"text,date\nOne word.,07/03/2025\nTwo words.,08/03/2025\nThree words.,\n"
    )
    assert sum(isinstance(item, Article) for item in found) == 3
    (problem,) = [item for item in found if isinstance(item, Problem)]
    assert problem.reason == "row 1, 2 has a date that can't be read"
    assert "07/03/2025" in problem.advice


def test_the_order_of_a_date_can_be_said(tmp_path: Path) -> None:
    content = b"text,date\nOne word.,07/03/2025\n"
    for order, day in (("day", "2025-03-07"), ("month", "2025-07-03")):
        (found,) = items(tmp_path / "t.csv", content, f"order={order}")
        assert isinstance(found, Article)
        assert found.declared_date == day
    with pytest.raises(columns.BadMap, match="order=day"):
        columns.parse_map("order=year")


def test_a_map_takes_names_with_blanks_whatever_their_case(tmp_path: Path) -> None:
    content = b"De kop,Wat er staat\nOne,The words.\n"
    (found,) = items(tmp_path / "t.csv", content, "title=de kop, text=wat er Staat")
    assert isinstance(found, Article)
    assert (found.title, found.text) == ("One", "The words.")


def test_an_outlet_is_told_by_its_name_before_its_address(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    content = b"text,source,publisher\nThe words.,https://www.post.example/1,The Post\n"
    assert [a.outlet for a in items(path, content) if isinstance(a, Article)] == ["The Post"]
    content = b"text,source\nThe words.,https://www.post.example/1\n"
    assert [a.outlet for a in items(path, content) if isinstance(a, Article)] == ["post.example"]
