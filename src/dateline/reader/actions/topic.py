"""What the topics of actions have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.reader.following import Following


class Topic:
    """Actions of one topic: an action's name, its dashes as underscores, is a method."""

    def __init__(self, desk: Following) -> None:
        self.desk = desk
