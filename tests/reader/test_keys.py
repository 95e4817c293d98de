"""The registry of actions, a user's keys, and the configuration file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.keys import KEY_ALIASES

from dateline.reader import keys, settings
from dateline.reader.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


def test_the_defaults_have_no_clash() -> None:
    assert keys.problems({}) == []


@pytest.mark.parametrize(
    ("keymap", "says"),
    [
        ({"fly": "x"}, "“fly” is no action"),
        ({"next-mention": "p"}, "p is given to both next-mention and person"),
        ({"next-mention": "?"}, "? is given to both next-mention and help"),
        ({"status": "1"}, "1 is given to both sort-date and status"),
        ({"kind": "S"}, "S is given to both summits and kind"),
        ({"next-mention": "hyperspace"}, "“hyperspace”, given for next-mention, is no key"),
        ({"next-mention": "ctrl+"}, "“ctrl+”, given for next-mention, is no key"),
        ({"next-mention": ""}, "no key is given for next-mention"),
    ],
)
def test_what_is_wrong_is_named(keymap: dict[str, str], says: str) -> None:
    assert any(says in problem for problem in keys.problems(keymap)), keys.problems(keymap)


@pytest.mark.parametrize(
    "keymap",
    [
        {"next-mention": "X", "person": "n"},
        {"next-mention": "ctrl+n, X"},
        {"earlier": ",", "later": "."},
        {"quit": "Q"},
        {"box-down": "ctrl+n"},
        {"next-mention": "f13"},
        {"next-mention": "é"},
    ],
)
def test_what_is_right(keymap: dict[str, str]) -> None:
    assert keys.problems(keymap) == []


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("question_mark", "?"),
        ("enter", "⏎"),
        ("ctrl+p", "^p"),
        ("shift+tab", "shift+tab"),
        ("space", "space"),
        ("left_square_bracket", "["),
        ("plus", "+"),
        ("minus", "-"),
        ("J", "J"),
        ("f1", "f1"),
    ],
)
def test_keys_as_they_are_shown(key: str, shown: str) -> None:
    assert keys.show_key(key) == shown


def test_characters_are_named_as_the_terminal_reports_them() -> None:
    from textual.keys import _character_to_key

    for character in "?/,.+-[]0;:'\"!@#$%^&*()_=<>|~`\\{}éß":
        assert keys.normalized({"x": character}) == {"x": _character_to_key(character)}
    assert "enter" in KEY_ALIASES


async def test_a_users_keys_take_the_place_of_the_defaults(reader) -> None:
    wanted = Settings(keys=keys.normalized({"person": "ctrl+j,X", "help": "!"}))
    async with reader(settings=wanted) as r:
        assert "^j person…" in r.lines[-1]
        assert "! help" in r.lines[-1]
        await r.press("p")
        assert r.app.screen is r.main
        await r.press("X")
        assert "Otto Brandt" in r.text
        await r.press("escape", "exclamation_mark")
        await r.type("few letters")
        assert "^j  X" in r.text


async def test_a_users_keys_count_on_every_screen(reader) -> None:
    wanted = Settings(keys=keys.normalized({"ledger": "ctrl+l", "status": "!", "quit": "Q"}))
    async with reader(settings=wanted) as r:
        await r.press("ctrl+l")
        assert "! status" in r.lines[-1]
        await r.press("exclamation_mark")
        assert "pledged" in r.lines[0]
        await r.press("q")
        assert r.app.screen is not r.main
        await r.press("Q")
        assert r.app.screen is r.main


def load(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    return settings.load(path)


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "none.toml") == Settings()


def test_a_file_with_everything(tmp_path: Path) -> None:
    found = load(
        tmp_path,
        'theme = "light"\nopen = "less -R"\nmouse = false\n[keys]\nperson = "X"\nonly = ["F", "ctrl+f"]\n',
    )
    assert found == Settings("dateline-light", "less -R", False, {"person": "X", "only": "F,ctrl+f"})


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("theme = 3", "theme must be a text in quotes"),
        ("mouse = 'no'", "mouse must be a true or false"),
        ("colour = 'red'", "“colour” is no setting (there are theme, open, mouse, model, jobs, keys)"),
        ("keys = 3", "keys must be a table"),
        ("[keys]\nperson = 3", "the key of person must be text in quotes"),
        ("[keys]\nperson = 'q'", "q is given to both person and quit"),
        ("theme = ", "config.toml"),
    ],
)
def test_what_is_wrong_in_the_file_is_told_and_left_out(tmp_path: Path, text: str, says: str) -> None:
    found = load(tmp_path, text)
    assert any(says in problem for problem in found.problems), found.problems
    assert found.keys == {}


async def test_a_clash_is_shown_at_the_start_and_the_defaults_hold(reader, tmp_path: Path) -> None:
    wanted = load(tmp_path, "[keys]\nperson = 'q'\n")
    async with reader(settings=wanted) as r:
        assert "q is given to both person and quit" in " ".join(r.text.split())
        assert "2 problems" in r.lines[0]
        await r.press("p")
        assert "Otto Brandt" in r.text


async def test_an_unknown_theme_is_told(reader) -> None:
    async with reader(settings=Settings(theme="[/]plaid")) as r:
        assert "“[/]plaid” is no theme" in r.text
        assert r.app.theme == "dateline-dark"


async def test_each_screen_has_what_its_keys_promise(reader) -> None:
    from dateline.reader.screens.dossier import DossierScreen
    from dateline.reader.screens.graph import GraphScreen
    from dateline.reader.screens.ledger import LedgerScreen
    from dateline.reader.screens.summits import SummitsScreen

    screens = {"dossier": DossierScreen, "ledger": LedgerScreen, "summits": SummitsScreen}
    screens["graph"] = GraphScreen
    async with reader() as r:
        for name, action in keys.ACTIONS.items():
            method = name.replace("-", "_")
            for scope in {*action.on} & {*screens}:
                own = callable(getattr(screens[scope], f"do_{method}", None))
                assert own or callable(getattr(r.main.topic(action.topic), method)), (scope, name)


async def test_the_footers_tell_of_keys_that_count_there(reader, invented) -> None:
    async with reader() as r:
        r.desk.select(invented.vale)
        for key, scope in (("D", "dossier"), ("L", "ledger"), ("S", "summits"), ("g", "graph")):
            await r.press(key)
            told = {name for hint in r.app.screen.hints() for name in hint.names}
            assert all(scope in keys.ACTIONS[name].on for name in told), told
            await r.press("q")


async def test_a_key_of_the_main_screen_says_on_another_one_where_it_counts(reader) -> None:
    async with reader() as r:
        await r.press("S", "n")
        told = [notification.message for notification in r.app._notifications]
        assert told == ["“Next mention of what is selected” is for the main screen; q goes back to it."]
        assert type(r.app.screen).__name__ == "SummitsScreen"
        await r.press("j", "L")
        assert "Ledger" in r.lines[0]


def test_only_keys_that_are_free_on_a_screen_are_the_main_screens_there() -> None:
    of_ledger = keys.elsewhere("ledger", {"next-mention": "s", "bookmark": "M"})
    assert not {"s", "i", "l", "1", "slash", "f", "m"} & of_ledger.keys()
    assert of_ledger["M"].name == "bookmark"
    assert of_ledger["space"].name == "next-unread"
    assert "space" not in keys.elsewhere("graph", {})


async def test_problems_are_shown_over_every_screen(reader) -> None:
    async with reader() as r:
        await r.press("S", "P")
        assert "Everything could be read." in r.text
        await r.press("escape")
        assert "Summits" in r.lines[0]
