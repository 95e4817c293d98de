"""Pictures of the screens, over invented articles; `make snapshots` takes them again."""

from __future__ import annotations

import pytest

import harbours
from driven import after

SIZES = [(160, 45), (100, 30), (80, 24)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_main_screen(snap_compare, app, size) -> None:
    assert snap_compare(app, terminal_size=size, run_before=after("j"))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_selected_actor(snap_compare, app, size) -> None:
    assert snap_compare(app, terminal_size=size, run_before=after("3", "enter", "j", "n"))


def test_article_alone(snap_compare, app) -> None:
    assert snap_compare(app, terminal_size=(80, 24), run_before=after("j", "j", "enter", "pagedown"))


def test_tiny(snap_compare, app) -> None:
    assert snap_compare(app, terminal_size=(40, 10), run_before=after("j"))


def test_palette(snap_compare, app) -> None:
    assert snap_compare(app, terminal_size=(160, 45), run_before=after("ctrl+p", "l", "i", "m"))


def test_help(snap_compare, app) -> None:
    assert snap_compare(app, terminal_size=(160, 45), run_before=after("question_mark"))


def test_date_filter(snap_compare, app) -> None:
    assert snap_compare(app, terminal_size=(160, 45), run_before=after("d", *"april"))


def test_dates_chosen(snap_compare, app) -> None:
    assert snap_compare(app, terminal_size=(160, 45), run_before=after("d", *"april", "enter"))


def test_person(snap_compare, app) -> None:
    assert snap_compare(app, terminal_size=(100, 30), run_before=after("p", *"min"))


def test_search(snap_compare, app) -> None:
    assert snap_compare(
        app, terminal_size=(100, 30), run_before=after("slash", *"vale", "f1", "escape", "down")
    )


def test_note(snap_compare, app) -> None:
    assert snap_compare(app, terminal_size=(100, 30), run_before=after("t", *"ask"))


def test_why(snap_compare, app) -> None:
    assert snap_compare(app, terminal_size=(100, 30), run_before=after("j", "j", "w"))


SHEETS = {
    "dossier": ("p", *"ada qu", "enter", "D"),
    "summit": ("S", "enter"),
    "summits": ("S", "down"),
    "ledger": ("L",),
    "claim": ("L", "enter", "down"),
}


@pytest.mark.parametrize("size", [(160, 45), (80, 24)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("keys", SHEETS.values(), ids=SHEETS)
def test_sheets(snap_compare, make_app, tmp_path, keys, size) -> None:
    app = make_app(collection=harbours.store(tmp_path))
    assert snap_compare(app, terminal_size=size, run_before=after(*keys))


def test_light_theme(snap_compare, app) -> None:
    app.theme = "dateline-light"
    assert snap_compare(app, terminal_size=(160, 45), run_before=after("3", "enter"))


def test_an_empty_collection(snap_compare, make_app) -> None:
    assert snap_compare(make_app(articles=[]), terminal_size=(100, 30), run_before=after("3"))


def test_without_colour(snap_compare, make_app, monkeypatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(make_app(), terminal_size=(160, 45), run_before=after("3", "enter", "n"))
