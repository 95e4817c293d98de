"""What is drawn can be read, in every theme and on every ground."""

from __future__ import annotations

import pytest
from rich.style import Style
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from dateline.reader import themes
from dateline.reader.widgets.strips import LOOKS, READABLE, Palette, contrast

THEMES = {theme.name: theme for theme in (themes.DARK, themes.LIGHT, *BUILTIN_THEMES.values())}
COLOURED = sorted(name for name in THEMES if not name.startswith("ansi"))
TEXT = [look for look in LOOKS if look not in {"bar", "tie"}]


def ratio(style: Style) -> float:
    assert style.color is not None
    assert style.bgcolor is not None
    return contrast(Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))


def ground(variables: dict[str, str], name: str) -> Style:
    colours = (Color.parse(variables[part]).rich_color for part in ("foreground", name))
    return Style(color=next(colours), bgcolor=next(colours))


@pytest.mark.parametrize("theme", COLOURED)
def test_every_look_stands_out_from_every_ground(theme) -> None:
    variables = THEMES[theme].to_color_system().generate()
    palette = Palette(variables, colourless=False)
    grounds = [ground(variables, name) for name in ("background", "surface", "panel")]
    grounds += [palette.style(cursor, grounds[0]) for cursor in ("cursor", "cursor-blurred")]
    poor = [
        (look, round(ratio(style), 2))
        for look in TEXT
        for under in grounds
        if ratio(style := palette.style(look, under)) < READABLE
    ]
    assert not poor


@pytest.mark.parametrize("theme", [themes.DARK, themes.LIGHT])
def test_what_the_style_sheets_draw_dim_can_be_read_in_the_own_themes(theme) -> None:
    variables = theme.to_color_system().generate() | theme.variables
    for name in ("background", "surface", "panel"):
        assert contrast(Color.parse(variables["foreground-muted"]), Color.parse(variables[name])) >= READABLE


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
def test_a_name_is_not_drawn_in_the_colour_of_the_cursor_below_it(theme) -> None:
    variables = THEMES[theme].to_color_system().generate() | THEMES[theme].variables
    palette = Palette(variables, colourless=False)
    cursor = palette.style("cursor", Style(color="default", bgcolor="default"))
    person = palette.style("person", cursor)
    assert person.color != person.bgcolor


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
def test_what_is_selected_stands_out_in_the_terminals_own_colours(theme) -> None:
    variables = THEMES[theme].to_color_system().generate() | THEMES[theme].variables
    palette = Palette(variables, colourless=False)
    plain = Style(color="default", bgcolor="default")
    for look in ("selected", "current", "cursor", "cursor-blurred"):
        style = palette.style(look, plain)
        assert style.bgcolor != plain.bgcolor or style.reverse or style.underline, look
