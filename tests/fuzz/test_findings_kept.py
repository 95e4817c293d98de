"""What fuzzing has found in what the reader keeps and types, each as the smallest input that showed it."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dateline import column_maps, config
from dateline.extraction import money, money_grammar
from dateline.extraction.date_grammar import dates
from dateline.library.judgements import NAME, Judgements
from dateline.library.library import Library
from dateline.linking.date_forms import meaning
from dateline.reader import settings
from dateline.reader.date_range import DateRangeError, parse

if TYPE_CHECKING:
    from pathlib import Path

DEEP = "[" * 100_000
LONG = "1" * 5_000  # digits, of which Python reads no number


# --- what the reader keeps


@pytest.mark.parametrize("told", [f"a = {DEEP}", f"jobs = {LONG}"])
def test_settings_that_cannot_be_read_are_told(tmp_path: Path, told: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(told)
    assert len(settings.load(path).problems) == 1


def test_what_is_wrong_with_settings_is_safe_to_show(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('"a\\u001b]52;c;eA==\\u0007\\nb" = 1')
    (problem,) = settings.load(path).problems
    assert problem.startswith("config.toml: “a b” is no setting")


@pytest.mark.parametrize("root", ["/a\\u0000b", "/a\\ud800b"])
def test_a_session_of_a_path_that_cannot_be_is_put_aside(tmp_path: Path, root: str) -> None:
    collections = f'[{{"roots": ["{root}"], "session": {{}}}}]'
    (tmp_path / "sessions.json").write_text(
        f'{{"dateline": "sessions", "version": 1, "collections": {collections}}}'
    )
    library = Library(tmp_path)
    assert library.session(["/a"]) is None
    assert "was damaged" in library.messages[0]


def test_half_a_character_in_a_mark_stays_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "marks.jsonl").write_text('{"do": "bookmark", "articles": ["a\\ud800"]}\n')
    assert Library(tmp_path).bookmarks() == ["a\ud800"]  # a file without a header is written anew
    assert Library(tmp_path).bookmarks() == ["a\ud800"]


def judged(id_: str, article: str = "x", text: str = "Ada") -> str:
    about = [{"article": article, "text": text}]
    return json.dumps({"do": "judge", "id": id_, "at": "t", "kind": "wrong", "about": about})


@pytest.mark.parametrize("line", [judged("\x1b"), judged("a", "\x00"), judged("a", text="\u0958" * 9_999)])
def test_a_judgement_that_cannot_be_given_away_is_none(tmp_path: Path, line: str) -> None:
    (tmp_path / NAME).write_text(f'{{"dateline": "judgements", "version": 1}}\n{line}\n{judged("b")}\n')
    kept = Judgements(tmp_path)
    assert [judgement.id for judgement in kept.standing()] == ["b"]
    (other := tmp_path / "other").mkdir()
    assert Judgements(other).take_in(kept.export()).unread == []


def test_an_undo_finds_its_judgement_whatever_is_cleaned_off_its_name(tmp_path: Path) -> None:
    made, undone = judged("a\x00"), json.dumps({"do": "undo", "judgement": "a\x00"})
    (tmp_path / NAME).write_text(f'{{"dateline": "judgements", "version": 1}}\n{made}\n{undone}\n')
    assert Judgements(tmp_path).standing() == []


def test_a_map_of_columns_that_is_none_is_no_map(tmp_path: Path) -> None:
    (config.data_folder() / "columns.json").write_text(DEEP)
    column_maps.remember([tmp_path], {})
    assert column_maps.of(tmp_path) == {}


def test_a_map_of_columns_may_be_for_a_path_of_any_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a\udcff.csv"
    column_maps.remember([path], {"text": "body"})
    assert column_maps.of(path) == {"text": "body"}


# --- words


@pytest.mark.parametrize(
    ("told", "newest"),
    [
        ("after 9999-12-31", "2031-04-05"),
        ("before 0001-01-01", "2031-04-05"),
        ("last week", "0001-01-01"),
        ("yesterday", "0001-01-01"),
    ],
)
def test_a_range_does_not_leave_the_calendar(told: str, newest: str) -> None:
    with pytest.raises(DateRangeError, match="calendar"):
        parse(told, date.fromisoformat(newest))


def test_what_is_no_range_is_quoted_without_its_controls() -> None:
    with pytest.raises(DateRangeError, match="“a b” is no date"):
        parse("a\x1b[31m\x00 b", date(2031, 4, 5))


@pytest.mark.parametrize(("form", "means"), [("month:-1", "0001-01"), ("year:+0", "0001")])
def test_early_years_have_four_digits(form: str, means: str) -> None:
    period = meaning(form, date(1, 2, 3))
    assert period is not None
    assert period.iso() == means


def test_a_year_may_stand_before_a_number_in_words() -> None:
    assert [found.form for found in dates("In 2014-two years later it was shut.")] == ["2014", "+P2Y"]


def test_a_bracket_that_goes_on_to_another_sum_is_left_to_it() -> None:
    text = "They gave £30m ($40m, of which $5m in cash) for the port."
    found = money.figures(text, money_grammar.Reading(text, lambda *_: None).sums())
    assert [figure.text for figure in found] == ["£30m", "$5m"]
    assert [other.currency for other in found[0].equivalents] == ["USD"]
