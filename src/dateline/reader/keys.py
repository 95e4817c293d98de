"""The one registry of what the reader can do: bindings, footer, help and palette are all made from it.

An action's name, its dashes as underscores, is the method `action_…` of the screen that offers it, the id of
its Textual binding, and what the configuration file calls it.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Literal, NamedTuple

from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Group = Literal[
    "Panes",
    "Moving",
    "Selection",
    "Dates",
    "Articles",
    "Screens",
    "In the ledger",
    "In the graph",
    "dateline",
    "In a box",
]
Scope = Literal["main", "box", "dossier", "summits", "ledger", "graph"]
MAIN: tuple[Scope, ...] = ("main",)
SCREENS: tuple[Scope, ...] = (
    "dossier",
    "summits",
    "ledger",
    "graph",
)  #: they fill the terminal over the main one
EVERYWHERE: tuple[Scope, ...] = (*MAIN, *SCREENS)
BOX: tuple[Scope, ...] = ("box",)  #: what opens over a part of a screen
_BEFORE_TEXT = frozenset({"box-complete"})  # whose keys count before those of the text box itself


class Action(NamedTuple):
    """Something the reader can do, with the keys that do it."""

    name: str
    keys: str  #: parted by commas, as Textual names keys; "" for one that only the palette offers
    description: str
    group: Group
    topic: str = ""  #: the module of dateline.reader.actions that does it on the main screen; "" for none
    on: tuple[Scope, ...] = MAIN  #: where its keys count


_LIST = (
    Action("next-pane", "tab", "Next pane", "Panes", "moving", (*MAIN, "dossier", "graph")),
    Action("previous-pane", "shift+tab", "Previous pane", "Panes", "moving", (*MAIN, "dossier", "graph")),
    Action("left-pane", "left,h", "Pane at the left", "Panes", "moving", (*MAIN, "dossier")),
    Action("right-pane", "right,l", "Pane at the right", "Panes", "moving", (*MAIN, "dossier")),
    Action("timeline", "1", "Timeline", "Panes", "moving"),
    Action("article", "2", "Article", "Panes", "moving"),
    Action("sidebar", "3", "Sidebar: what the article mentions", "Panes", "moving"),
    Action("zoom", "z", "Zoom the pane, and back", "Panes", "moving"),
    Action("down", "down,j", "Down", "Moving", "moving", EVERYWHERE),
    Action("up", "up,k", "Up", "Moving", "moving", EVERYWHERE),
    Action("page-down", "pagedown", "A page down", "Moving", "moving", EVERYWHERE),
    Action("page-up", "pageup", "A page up", "Moving", "moving", EVERYWHERE),
    Action("half-down", "ctrl+d", "Half a page down", "Moving", "moving", EVERYWHERE),
    Action("half-up", "ctrl+u", "Half a page up", "Moving", "moving", EVERYWHERE),
    Action("top", "home", "To the top", "Moving", "moving", EVERYWHERE),
    Action("bottom", "end", "To the bottom", "Moving", "moving", EVERYWHERE),
    Action("next-article", "J", "Next article (that mentions what is selected)", "Moving", "walking"),
    Action("previous-article", "K", "Previous article (that mentions what is selected)", "Moving", "walking"),
    Action(
        "next-unread", "space", "Read on: a page further, then the next unread article", "Moving", "walking"
    ),
    Action("back", "b,backspace", "Back to where you were", "Moving", "walking", EVERYWHERE),
    Action("forward", "B", "Forward again", "Moving", "walking"),
    Action(
        "open",
        "enter",
        "Open the article, or select what the cursor is on",
        "Selection",
        "selecting",
        EVERYWHERE,
    ),
    Action("let-go", "escape", "Let go, one step at a time", "Selection", "selecting", EVERYWHERE),
    Action("next-mention", "n", "Next mention of what is selected", "Selection", "walking"),
    Action("previous-mention", "N", "Previous mention of what is selected", "Selection", "walking"),
    Action("person", "p", "Jump to a person by a few letters", "Selection", "selecting", EVERYWHERE),
    Action("search", "slash", "Search the articles' text", "Selection", "selecting", (*MAIN, "ledger")),
    Action(
        "only",
        "f",
        "Show only what has to do with it, and all again",
        "Selection",
        "selecting",
        (*MAIN, "summits", "ledger"),
    ),
    Action("dates", "d", "Choose the dates", "Dates", "dating", EVERYWHERE),
    Action("earlier", "comma,left_square_bracket", "Move the dates earlier", "Dates", "dating", EVERYWHERE),
    Action("later", "full_stop,right_square_bracket", "Move the dates later", "Dates", "dating", EVERYWHERE),
    Action("narrower", "plus", "Narrow the dates", "Dates", "dating", EVERYWHERE),
    Action("wider", "minus", "Widen the dates", "Dates", "dating", EVERYWHERE),
    Action("all-dates", "0", "All dates", "Dates", "dating", EVERYWHERE),
    Action("bookmark", "m", "Bookmark the article, and take it off again", "Articles", "marking"),
    Action("note", "t", "Write a note on the article", "Articles", "marking"),
    Action("copy", "y", "Copy the sentence with its citation", "Articles", "marking", (*MAIN, "dossier")),
    Action("original", "o", "Open the original file", "Articles", "showing"),
    Action("cut", "v", "Show what was cut from the file", "Articles", "showing"),
    Action(
        "why",
        "w",
        "Show why: what found it, whose it is, the date's evidence",
        "Articles",
        "explaining",
        EVERYWHERE,
    ),
    Action(
        "judge",
        "x",
        "Judge: who or what it is, whether it is right, its date",
        "Articles",
        "judging",
        EVERYWHERE,
    ),
    Action("undo", "u", "Take back the last judgement, note or mark", "Articles", "judging", EVERYWHERE),
    Action("unread", "U", "Mark the article as unread, and as read again", "Articles", "marking"),
    Action("bookmarks", "", "Show the bookmarked articles", "Articles", "marking"),
    Action("dossier", "D", "Dossier of what is selected", "Screens", "sheets"),
    Action("ledger", "L", "Ledger: who pledged what, as told by whom", "Screens", "sheets", EVERYWHERE),
    Action("summits", "S", "Summits, past and announced", "Screens", "sheets", EVERYWHERE),
    Action("graph", "g", "Graph: who is mentioned together", "Screens", "sheets", EVERYWHERE),
    Action(
        "export", "e", "Export to a file: ledger, dossier, timeline …", "Screens", "exporting", EVERYWHERE
    ),
    Action(
        "sort-date",
        "1",
        "Sort by the first report's date; again: turned round",
        "In the ledger",
        on=("ledger",),
    ),
    Action("sort-pledger", "2", "Sort by pledger", "In the ledger", on=("ledger",)),
    Action("sort-sum", "3", "Sort by sum", "In the ledger", on=("ledger",)),
    Action("sort-status", "4", "Sort by status", "In the ledger", on=("ledger",)),
    Action("sort-articles", "5", "Sort by how many articles tell of it", "In the ledger", on=("ledger",)),
    Action("status", "s", "Show only one status: pledged, conditional, …", "In the ledger", on=("ledger",)),
    Action("differing", "equals_sign", "Show only claims whose sums differ", "In the ledger", on=("ledger",)),
    Action("kind", "i", "Show pledges, sums, or both", "In the ledger", on=("ledger",)),
    Action("least", "l", "Show only sums from so much on", "In the ledger", on=("ledger",)),
    Action("left", "left,h", "To the nearest one at the left", "In the graph", on=("graph",)),
    Action("right", "right,l", "To the nearest one at the right", "In the graph", on=("graph",)),
    Action("path", "space", "Begin a path here, and end it again", "In the graph", on=("graph",)),
    Action("kinds", "i", "Show people alone, or all actors", "In the graph", on=("graph",)),
    Action(
        "refresh", "r", "Look for new and changed files, and ask the feeds", "dateline", "showing", EVERYWHERE
    ),
    Action("problems", "P", "Show what could not be read", "dateline", "showing", EVERYWHERE),
    Action("switch-theme", "", "Switch between light and dark", "dateline", "showing", EVERYWHERE),
    Action("choose-theme", "", "Choose a theme", "dateline", "showing", EVERYWHERE),
    Action("picture", "", "Save a picture of the screen (SVG)", "dateline", "showing", EVERYWHERE),
    Action(
        "palette", "ctrl+p", "Palette: every action, people and summits", "dateline", "showing", EVERYWHERE
    ),
    Action("help", "question_mark,f1", "Help: all keys", "dateline", "showing", EVERYWHERE),
    Action("quit", "q", "Close the screen, quit the main one", "dateline", "showing", EVERYWHERE),
    Action("box-close", "escape", "Leave the box", "In a box", on=BOX),
    Action("box-quit", "q", "Leave a box that is only read", "In a box", on=BOX),
    Action("box-help", "f1", "Help", "In a box", on=BOX),
    Action("box-take", "enter", "Take what the cursor is on, or what is typed", "In a box", on=BOX),
    Action("box-down", "down", "Down the list", "In a box", on=BOX),
    Action("box-up", "up", "Up the list", "In a box", on=BOX),
    Action("box-page-down", "pagedown", "A page down the list", "In a box", on=BOX),
    Action("box-page-up", "pageup", "A page up the list", "In a box", on=BOX),
    Action(
        "box-complete", "right", "Complete the name that is typed; again: the next one", "In a box", on=BOX
    ),
    Action("box-order", "tab", "What a search finds: the best first, or by date again", "In a box", on=BOX),
    Action("text-down", "j", "Down a text", "In a box", on=BOX),
    Action("text-up", "k", "Up a text", "In a box", on=BOX),
    Action("box-save", "ctrl+s", "Save the note", "In a box", on=BOX),
)
ACTIONS: dict[str, Action] = {action.name: action for action in _LIST}

_NAMED = frozenset(
    (
        "escape", "enter", "tab", "space", "backspace", "delete", "insert", "home", "end", "pageup",
        "pagedown", "up", "down", "left", "right", *(f"f{number}" for number in range(1, 25)),
    )
)  # fmt: skip
_MODIFIERS = frozenset({"ctrl", "shift", "alt", "super", "hyper", "meta"})
_SHOWN = {
    "enter": "⏎", "escape": "esc", "pagedown": "pgdn", "pageup": "pgup", "up": "↑", "down": "↓", "left": "←",
    "right": "→", "delete": "del", "plus": "+", "minus": "-", "slash": "/", "space": "space",
}  # fmt: skip
_UNICODE_NAMES = {short: name for name, short in KEY_NAME_REPLACEMENTS.items()}


def bindings(scope: Scope, names: Iterable[str] | None = None) -> list[Binding]:
    """Return Textual's bindings for a scope's actions, or for some of them."""
    chosen = None if names is None else set(names)
    return [
        Binding(
            a.keys,
            a.name.replace("-", "_") if scope == "box" else f"do('{a.name}')",
            a.description,
            False,
            id=a.name,
            priority=a.name in _BEFORE_TEXT,
        )
        for a in _LIST
        if scope in a.on and a.keys and (chosen is None or a.name in chosen)
    ]


def elsewhere(scope: Scope, keymap: Mapping[str, str]) -> dict[str, Action]:
    """Return the main screen's actions that a scope has not, by those of their keys that are free in it."""

    def keys_in(wanted: Scope) -> dict[str, Action]:
        return {
            _normal(key): a for a in _LIST if wanted in a.on for key in _split(keymap.get(a.name, a.keys))
        }

    here = keys_in(scope)
    return {key: action for key, action in keys_in("main").items() if key not in here}


def problems(keymap: Mapping[str, str]) -> list[str]:
    """Return what is wrong with a user's keys, each in words that name the action and the key."""
    found = [f"“{name}” is no action" for name in keymap if name not in ACTIONS]
    taken: dict[tuple[Scope, str], str] = {}
    for name, action in ACTIONS.items():
        if name in keymap and not _split(keymap[name]):
            found.append(f"no key is given for {name}")
        for key in _split(keymap.get(name, action.keys)):
            if not _is_key(key):
                found.append(f"“{key}”, given for {name}, is no key")
                continue
            others = {taken.setdefault((scope, _normal(key)), name) for scope in action.on} - {name}
            found += [f"{show_key(key)} is given to both {other} and {name}" for other in sorted(others)]
    return found


def normalized(keymap: Mapping[str, str]) -> dict[str, str]:
    """Return a user's keys as Textual names them."""
    return {name: ",".join(_normal(key) for key in _split(keys)) for name, keys in keymap.items()}


def keys_of(name: str, keymap: Mapping[str, str]) -> list[str]:
    """Return the keys of an action as they are shown: ["n"], ["↓", "j"]."""
    return [show_key(key) for key in _split(keymap.get(name, ACTIONS[name].keys))]


def show_key(key: str) -> str:
    """Return a key as it is shown: "?" for question_mark, "^p" for ctrl+p."""
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    shown = _SHOWN.get(last) or _character(last) or last
    return "".join("^" if m == "ctrl" else f"{m}+" for m in modifiers) + shown


def _split(keys: str) -> list[str]:
    return [","] if keys.strip() == "," else [key.strip() for key in keys.split(",") if key.strip()]


def _character(key: str) -> str | None:
    if len(key) == 1:
        return key
    if key in _NAMED:
        return None
    try:
        name = _UNICODE_NAMES.get(key, key).upper()
        return unicodedata.lookup("HYPHEN-MINUS" if name == "HYPHEN_MINUS" else name.replace("_", " "))
    except KeyError:
        return None


def _is_key(key: str) -> bool:
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    if not set(modifiers) <= _MODIFIERS:
        return False
    character = _character(last)
    return last in _NAMED or (character is not None and character.isprintable())


def _normal(key: str) -> str:
    """Return a key as Textual names it: a character of punctuation by its Unicode name."""
    if len(key) > 1 or key.isalnum():
        return key
    name = unicodedata.name(key).lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)
