"""What the panes tell the main screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from dateline.index.rows import MentionRow


class MentionChosen(Message):
    """A mention in the article was clicked."""

    def __init__(self, mention: MentionRow) -> None:
        super().__init__()
        self.mention = mention


class ActionWanted(Message):
    """An action was clicked in the footer or in a bar."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class DatesWanted(Message):
    """A slice of the histogram was clicked: from one part of the collection's time to another, of 0 to 1."""

    def __init__(self, first: float, last: float) -> None:
        super().__init__()
        self.first = first
        self.last = last
