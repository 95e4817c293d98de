"""Figures against the size of a collection, each in a panel of its own, as an SVG file."""

from __future__ import annotations

from html import escape
from math import log10
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PANEL, _MARGIN, _ACROSS = (270, 170), (46, 34, 14, 30), 3  # pixels; left, top, right, bottom
_INK, _LINES = "#4a4a4a", ("#2166ac", "#b2182b")


class Panel(NamedTuple):
    """A figure: its name with the unit, a line of values by size for each who is measured, and its floor."""

    name: str
    lines: Mapping[str, Mapping[int, float]]
    floor: float | None = None


def drawing(panels: Sequence[Panel], title: str) -> str:
    """Return the panels as SVG; the sizes are on a logarithmic scale, the values on a plain one from zero."""
    width, height = _PANEL[0] * _ACROSS, _PANEL[1] * -(-len(panels) // _ACROSS) + 30
    parts = [_text(12, 20, title, 13)]
    for number, panel in enumerate(panels):
        at = _PANEL[0] * (number % _ACROSS), _PANEL[1] * (number // _ACROSS) + 30
        parts.append(f'<g transform="translate({at[0]} {at[1]})">{_panel(panel)}</g>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif">'
        f'<rect width="{width}" height="{height}" fill="white"/>{"".join(parts)}</svg>\n'
    )


def _panel(panel: Panel) -> str:
    left, top, right, bottom = _MARGIN
    sizes = sorted({size for line in panel.lines.values() for size in line})
    most = 1.1 * max([value for line in panel.lines.values() for value in line.values()] + [panel.floor or 0])
    span = max(log10(sizes[-1]) - log10(sizes[0]), 1e-9)

    def x(size: int) -> float:
        return left + (_PANEL[0] - left - right) * (log10(size) - log10(sizes[0])) / span

    def y(value: float) -> float:
        return _PANEL[1] - bottom - (_PANEL[1] - top - bottom) * value / (most or 1)

    parts = [_text(left, 14, panel.name, 11), _rule(left, y(0), _PANEL[0] - right, y(0))]
    parts += [_text(x(size), _PANEL[1] - bottom + 14, _short(size), 9, "middle") for size in sizes]
    parts += [_text(left - 4, y(value) + 3, _rounded(value), 9, "end") for value in (0, most / 1.1)]
    if panel.floor is not None:
        parts.append(_rule(left, y(panel.floor), _PANEL[0] - right, y(panel.floor), "4 3"))
    for number, (who, line) in enumerate(panel.lines.items()):
        points = [(x(size), y(value)) for size, value in sorted(line.items())]
        colour = _LINES[number % len(_LINES)]
        path = " ".join(f"{px:.1f},{py:.1f}" for px, py in points)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.6"/>')
        parts += [f'<circle cx="{px:.1f}" cy="{py:.1f}" r="2.4" fill="{colour}"/>' for px, py in points]
        if len(panel.lines) > 1:
            parts.append(_text(left + 90 * number, 27, who, 9, colour=colour))
    return "".join(parts)


def _short(size: int) -> str:
    return f"{size // 1000}k" if size >= 1000 else str(size)


def _rounded(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _text(x: float, y: float, words: str, size: int, anchor: str = "start", *, colour: str = _INK) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="{colour}"'
    return f"<text {place}>{escape(words)}</text>"


def _rule(x1: float, y1: float, x2: float, y2: float, dashes: str = "") -> str:
    place = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    return f'<line {place} stroke="{_INK}" stroke-width="0.7" stroke-dasharray="{dashes}"/>'
