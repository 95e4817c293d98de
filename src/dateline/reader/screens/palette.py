"""The palette: every action, and the people and summits of the collection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.fuzzy import FuzzySearch

from dateline.reader import keys
from dateline.reader.screens.box import Picker
from dateline.reader.screens.person import found_entry
from dateline.reader.widgets.lines import Line
from dateline.reader.widgets.listing import Entry
from dateline.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.index.rows import Found
    from dateline.reader.screens.box import Ask

MOST = 40
KINDS = ("person", "summit", "country", "organization")


class Palette(Picker["str | Found"]):
    """A list of actions and actors that follows what is typed."""

    heading = "Palette"
    placeholder = "an action, a person, a summit …"
    taking = "do it"

    def __init__(self, ask: Ask, keymap: Mapping[str, str], scope: keys.Scope = "main") -> None:
        super().__init__()
        self._ask = ask
        self._scope = scope
        self._keymap = keymap
        self._fuzzy = FuzzySearch()

    def look_up(self, text: str) -> None:
        """List the actions at once, and the actors when they are found, before actions that hardly fit."""
        text = text.strip()
        offered = [a for a in keys.ACTIONS.values() if self._scope in a.on and a.name != "palette"]
        good = [a for a in offered if fold(text) in fold(f"{a.description} {a.name}")]
        rest = [] if not text else self._loosely(text, [a for a in offered if a not in good])
        first, last = [self._entry(a) for a in good], [self._entry(a) for a in rest]
        self.fill([*first, *last])
        if text:
            self._ask(
                "find", lambda c: c.find(text, KINDS, MOST), lambda found: self._found(first, last, found)
            )

    def _found(self, first: Sequence[Entry], last: Sequence[Entry], found: Sequence[Found]) -> None:
        entries = [*first, *(found_entry(f, kind=True) for f in found), *last][:MOST]
        self.fill(entries, "" if entries else "Nothing fits.", cursor=self.listing.cursor)

    def _loosely(self, text: str, actions: Sequence[keys.Action]) -> list[keys.Action]:
        """Return the actions whose words have all the letters, the best fit first."""
        scored = [(self._fuzzy.match(text, a.description)[0], -n, a) for n, a in enumerate(actions)]
        return [action for score, _, action in sorted(scored, reverse=True) if score > 0]

    def _entry(self, action: keys.Action) -> Entry:
        shown = " ".join(keys.keys_of(action.name, self._keymap))
        return Entry(lambda _width: (Line(((action.description, ""),), ((shown, "mark"),)),), action.name)

    def choose(self, value: str | Found | None) -> None:
        """Leave with what was chosen."""
        if value is not None:
            self.dismiss(value)
