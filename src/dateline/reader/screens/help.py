"""All keys, by group, with a line to search them; the one chosen is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.index.query import TERMS
from dateline.reader import keys
from dateline.reader.screens.box import Picker
from dateline.reader.widgets.lines import Line
from dateline.reader.widgets.listing import Entry, heading, table, words
from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.reader.hints import Hint

MARKS = (
    ("●", "unread"),
    ("◐", "its file has changed, and it is unread again"),
    ("★", "bookmarked"),
    ("~", "the date is inferred or the file's"),
    ("✎", "as you have judged"),
    ("4+7", "in 4 other articles, and in 7 more that the dates hide"),
)
WIDTH = 12  #: cells of the keys' column


def action_entry(action: keys.Action, keymap: Mapping[str, str]) -> Entry:
    """Return a row for an action: its keys and what it does."""
    shown = "  ".join(keys.keys_of(action.name, keymap))
    return Entry(
        lambda _width: (Line(((f" {shown:<{WIDTH}} ", "mark"), (action.description, ""))),), action.name
    )


class Help(Picker[str]):
    """The list of all actions and their keys."""

    heading = "Keys"
    placeholder = "search the keys"
    taking = "do it"
    leaving = "close"

    def __init__(
        self, keymap: Mapping[str, str], scope: keys.Scope = "main", *, only_read: bool = False
    ) -> None:
        super().__init__()
        self._keymap = keymap
        self._scope = scope
        self._only_read = only_read

    def look_up(self, text: str) -> None:
        """List the actions whose name, words or key the text fits."""
        wanted = fold(text.strip())
        entries: list[Entry] = []
        group = None
        # over a box its own keys come first
        for action in sorted(keys.ACTIONS.values(), key=lambda a: self._only_read and "box" not in a.on):
            shown = keys.keys_of(action.name, self._keymap)
            if not shown or not {self._scope, "box"} & {*action.on}:
                continue
            if wanted and not self._fits(wanted, text.strip(), action, shown):
                continue
            if action.group != group:
                group = action.group
                entries += [words()] * bool(entries) + [heading(group.upper())]
            entries.append(action_entry(action, self._keymap))
        if entries and not wanted:
            entries += [
                words(),
                heading("MARKS"),
                *table(MARKS),
                words(),
                heading("SEARCH"),
                *table(TERMS),
            ]
        self.fill(entries, "" if entries else "No such key.")

    def hints(self) -> list[Hint]:
        """Return what Enter does, unless the list is only read."""
        return super().hints()[self._only_read :]

    @staticmethod
    def _fits(wanted: str, typed: str, action: keys.Action, shown: list[str]) -> bool:
        return typed in shown or (len(wanted) > 1 and wanted in fold(f"{action.description} {action.name}"))

    def choose(self, value: str | None) -> None:
        """Leave with the action chosen."""
        if value is None or self._only_read or self._scope not in keys.ACTIONS[value].on:
            self.dismiss(None)
        else:
            self.dismiss(value)
