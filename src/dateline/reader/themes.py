"""The program's own two themes."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="dateline-dark",
    dark=True,
    primary="#7aa2d6",
    secondary="#8fb8a8",
    accent="#e0b061",
    warning="#d9a05b",
    error="#e07a73",
    success="#93b872",
    foreground="#d8dbe0",
    background="#15181d",
    surface="#1b1f26",
    panel="#262b34",
    variables={"border": "#3b4350", "border-blurred": "#3b4350", "foreground-muted": "#9da3ad"},
)
LIGHT = Theme(
    name="dateline-light",
    dark=False,
    primary="#2b5f9e",
    secondary="#2f6f5d",
    accent="#9a5b00",
    warning="#9a5b00",
    error="#b3352c",
    success="#3f7021",
    foreground="#22262c",
    background="#faf8f4",
    surface="#f3f0ea",
    panel="#e6e1d8",
    variables={"border": "#b9b2a6", "border-blurred": "#b9b2a6", "foreground-muted": "#5c6067"},
)
