"""What the reader made: read marks, bookmarks, notes, and where each collection was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.library.session import Session

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["Library", "Session"]


class Library:
    """The reader's own marks, kept in small readable files under the data folder."""

    def __init__(self) -> None:
        self.messages: list[str] = []  #: what the reader should be told about damaged files
        self._read: set[str] = set()
        self._bookmarks: dict[str, None] = {}
        self._notes: dict[str, str] = {}
        self._sessions: dict[tuple[str, ...], Session] = {}
        self._last: tuple[str, ...] | None = None

    @classmethod
    def open(cls) -> Library:
        """Return the library with all that its files hold."""
        return cls()

    def close(self) -> None:
        """Make sure that everything lies on the disk."""

    def is_read(self, article: str) -> bool:
        """Say whether the article is marked as read."""
        return article in self._read

    def mark_read(self, article: str) -> None:
        """Mark the article as read."""
        self._read.add(article)

    def mark_unread(self, article: str) -> None:
        """Take the read mark away."""
        self._read.discard(article)

    def bookmarks(self) -> list[str]:
        """Return the bookmarked articles, oldest bookmark first."""
        return list(self._bookmarks)

    def is_bookmarked(self, article: str) -> bool:
        """Say whether the article has a bookmark."""
        return article in self._bookmarks

    def toggle_bookmark(self, article: str) -> bool:
        """Set or take away the article's bookmark; return whether it has one now."""
        if article in self._bookmarks:
            del self._bookmarks[article]
            return False
        self._bookmarks[article] = None
        return True

    def note(self, article: str) -> str:
        """Return the note on the article, "" where there is none."""
        return self._notes.get(article, "")

    def set_note(self, article: str, text: str) -> None:
        """Keep the note on the article; an empty one takes it away."""
        self._notes[article] = text

    def succeed(self, old: str, new: str) -> None:
        """Let a changed article take the place of the one it was: bookmark and note stay, it is unread again."""

    def session(self, roots: Sequence[str | Path]) -> Session | None:
        """Return where the reader left the collection of these paths, None for a new one."""
        return self._sessions.get(tuple(map(str, roots)))

    def save_session(self, roots: Sequence[str | Path], session: Session) -> None:
        """Remember where the reader leaves the collection of these paths, as the last one open."""
        self._last = tuple(map(str, roots))
        self._sessions[self._last] = session

    def last_collection(self) -> tuple[str, ...] | None:
        """Return the paths of the collection that was open last."""
        return self._last
