"""Lines of text as segments: pieces with looks, whose styles are made from the theme's colours.

Component classes of Textual would cost a match of the whole style sheet for each look of each widget, before
the first screen; here a look is a colour of the theme and a few attributes, worked out once for each theme.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.color import Color, ColorParseError
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Piece = tuple[str, str]  #: text, and the name of its look ("" for the plain one)


class Look(NamedTuple):
    """How a piece looks: colours of the theme by name ("foreground 60%") and attributes."""

    colour: str = ""
    ground: str = ""
    attributes: str = ""
    colourless: str = ""  #: attributes where there is no colour (NO_COLOR)


LOOKS = {
    "dim": Look("foreground 60%", colourless="dim"),
    "head": Look("text-primary", attributes="bold"),
    "strong": Look(attributes="bold"),
    "hit": Look("text-accent", attributes="bold", colourless="bold underline"),
    "mark": Look("text-accent"),
    "near": Look("text-warning"),
    "warn": Look("text-error", attributes="bold"),
    "good": Look("text-success", attributes="bold"),
    "key": Look("accent", attributes="bold"),
    "person": Look("text-primary", attributes="bold"),
    "country": Look("text-secondary"),
    "organization": Look("text-secondary"),
    "summit": Look("text-accent", attributes="italic"),
    "figure": Look("text-success"),
    "hinted": Look(attributes="underline"),
    "selected": Look("foreground", "primary-muted", "bold", "bold underline"),
    "current": Look("background", "accent", "bold", "reverse"),
    "copied": Look("background", "foreground", "", "reverse"),
    "bar": Look("border"),
    "tie": Look("foreground 35%", colourless="dim"),
    "cursor": Look("foreground", "primary 35%", "bold", "reverse"),
    "cursor-blurred": Look("foreground", "panel", "", "bold"),
}
_OVER_CURSOR = {"dim"}  #: looks that can't be read on the cursor's ground
_QUIET = {"bar", "tie"}  #: looks of what is no text
READABLE = 4.5  #: contrast of text with its ground at least: WCAG 2.2, success criterion 1.4.3


class Palette:
    """The styles of all looks in one theme."""

    def __init__(self, variables: Mapping[str, str], *, colourless: bool) -> None:
        self._variables = variables
        self._colourless = colourless
        self._styles: dict[tuple[str, Style | None], Style] = {}

    def is_for(self, variables: Mapping[str, str], colourless: bool) -> bool:
        """Tell whether it holds the styles of just these variables; Textual makes new ones for each theme."""
        return self._variables is variables and self._colourless == colourless

    def style(self, look: str, ground: Style) -> Style:
        """Return the style of a look on a ground, whose background shows through where the look has none."""
        style = self._styles.get((look, ground))
        if style is None:
            style = ground + self._made(LOOKS[look])
            if look not in _QUIET and not self._colourless:
                style = readable(style, ground)
            self._styles[look, ground] = style
        return style

    def _made(self, look: Look) -> Style:
        ground = self._colour(look.ground)
        if self._colourless or (look.ground and ground is None):  # the terminal's own colours have no shades
            return _style(None, None, look.colourless or look.attributes)
        return _style(self._colour(look.colour), ground, look.attributes)

    def _colour(self, name: str) -> Color | None:
        """Return a colour of the theme, a share of it blended with the background; None for one it lacks."""
        name, _, share = name.partition(" ")
        try:
            colour = Color.parse(self._variables.get(name, ""))
            if not share:
                return colour
            return Color.parse(self._variables["background"]).blend(colour, int(share[:-1]) / 100, 1.0)
        except (ColorParseError, KeyError):
            return None


def _style(colour: Color | None, ground: Color | None, attributes: str) -> Style:
    return Style(
        color=colour.rich_color if colour else None,
        bgcolor=ground.rich_color if ground else None,
        **dict.fromkeys(attributes.split(), True),  # type: ignore[arg-type]  # they are Style's own names
    )


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def readable(style: Style, ground: Style) -> Style:
    """Return a style whose text can be read on its background: its colour, made lighter or darker.

    The terminal's own colours, whose values are not known, give way to that of the ground.
    """
    if style.color is None or style.bgcolor is None or style.reverse:
        return style
    text, behind = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
    if contrast(text, behind) >= READABLE:
        return style
    if style.color.triplet is None:
        return style + Style(color=ground.color)
    far = max((Color(255, 255, 255), Color(0, 0, 0)), key=lambda colour: contrast(colour, behind))
    shares = (text.blend(far, share / 10, 1.0) for share in range(1, 11))
    found = next((c for c in shares if contrast(c, behind) >= READABLE), far)
    return style + Style(color=found.rich_color)


def shorten(text: str, width: int) -> str:
    """Return text in at most `width` cells, with "…" where something is cut."""
    if cell_len(text) <= width:
        return text
    if width <= 1:
        return "…" if width == 1 else ""
    return set_cell_size(text, width - 1).rstrip() + "…"


class Drawn(Widget, inherit_bindings=False):
    """A widget that draws its own lines of pieces."""

    _ground: Style | None = None
    _latest: ClassVar[Palette] = Palette({}, colourless=False)

    def notify_style_update(self) -> None:
        """Forget the ground of another theme."""
        super().notify_style_update()
        self._ground = None

    @property
    def ground(self) -> Style:
        """The widget's own style, on which its pieces are drawn."""
        if self._ground is None:
            self._ground = self.rich_style
        return self._ground

    @property
    def palette(self) -> Palette:
        """The styles of the theme whose variables the app holds: for a moment, those of the one before."""
        app = self.app
        if not Drawn._latest.is_for(app.theme_variables, app.no_color):
            Drawn._latest = Palette(app.theme_variables, colourless=app.no_color)
        return Drawn._latest

    def style_of(self, look: str, ground: Style | None = None) -> Style:
        """Return the style of a look on a ground, the widget's own unless another is given."""
        ground = self.ground if ground is None else ground
        return self.palette.style(look, ground) if look else ground

    def segments_of(self, pieces: Iterable[Piece]) -> list[Segment]:
        """Return pieces as segments on the widget's ground."""
        palette, ground = self.palette, self.ground
        return [Segment(text, palette.style(look, ground) if look else ground) for text, look in pieces]

    def strip_of(self, pieces: Iterable[Piece], width: int) -> Strip:
        """Return pieces as a line of the widget."""
        return Strip(self.segments_of(pieces)).adjust_cell_length(width, self.ground)


def style_over(drawn: Drawn, look: str, ground: Style) -> Style:
    """Return the style of a look on the cursor's ground, where some looks give way to the ground's own."""
    return ground if look in _OVER_CURSOR or not look else drawn.style_of(look, ground)


def width_of(pieces: Iterable[Piece]) -> int:
    """Return the cells that pieces take."""
    return sum(cell_len(text) for text, _ in pieces)
