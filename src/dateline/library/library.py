"""What the reader made: read marks, bookmarks, notes, and where each collection was left.

All of it lies in small readable files under the data folder: `marks.jsonl`, appended to with each mark, and
`sessions.json`. They belong to the reader: a file that is damaged is kept aside under another name, one that
a newer dateline has written is left alone, and nothing that goes wrong with them stops the program; it is
said in `Library.messages`.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

from dateline import config
from dateline.library.log import Log, NewerVersion, keep_aside
from dateline.library.marks import Marks
from dateline.library.session import Session
from dateline.library.sessions import DamagedSessions, Sessions
from dateline.library.syncer import Syncer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = ["Library", "Session"]

_Result = TypeVar("_Result")

_GLANCE = 0.5  # seconds between two looks whether another process has marked anything
_PATIENCE = 2.0  # seconds that a mark waits for another process that writes
_LONG = 1000  # entries of a file that may be worth writing anew, …
_WASTE = 4  # … if it would be so many times shorter


class Marked(NamedTuple):
    """How many articles have a mark of each kind."""

    read: int
    bookmarks: int
    notes: int


class _News(NamedTuple):
    """What came of a look at the file of marks."""

    entries: int
    damaged: bool
    outdated: bool


class Library:
    """The reader's own marks; several processes may share them, each sees the others' within a second.

    To be used from one thread. Nothing here waits for the disk: a mark is written at once, and another thread
    sees to it that it gets there.
    """

    def __init__(self, folder: Path) -> None:
        self.messages: list[str] = []  #: what the reader is to be told of these files, newest last
        self.tell: Callable[[str], object] | None = None  #: called with each further message
        self._marks = Marks()
        self._log = Log(folder / "marks.jsonl", "marks")
        self._sessions = Sessions(folder / "sessions.json")
        self._frozen: set[Path] = set()  # files that are not for us to write
        self._looked = 0.0
        self._unkept: list[dict[str, Any]] = []  # entries that could not be written yet
        self._syncer = Syncer(self._log.sync)
        if self._refresh() > max(_LONG, _WASTE * len(self._marks)):
            self._attempt(self._log.path, self._rewrite, None)

    @classmethod
    def open(cls) -> Library:
        """Return the library with all that its files hold."""
        try:
            return cls(config.data_folder())
        except OSError as error:  # marks last as long as the program, and the first one says so
            return cls(Path(error.filename))

    def close(self) -> None:
        """Return when everything lies on the disk."""
        if self._unkept:
            self._attempt(self._log.path, self._keep, None)
            self._syncer.wake()
        self._syncer.close()

    @property
    def kept(self) -> bool:
        """Whether all marks have been written."""
        return not self._unkept and self._log.path not in self._frozen

    # --- articles

    def is_read(self, article: str) -> bool:
        """Say whether the article is marked as read."""
        self._glance()
        return article in self._marks.read

    def mark_read(self, article: str) -> None:
        """Mark the article as read."""
        if not self.is_read(article):
            self._add({"do": "read", "articles": [article]})

    def mark_unread(self, article: str) -> None:
        """Take the read mark away."""
        if self.is_read(article):
            self._add({"do": "unread", "articles": [article]})

    def is_changed(self, article: str) -> bool:
        """Say whether the article took another one's place and has not been read since."""
        self._glance()
        return article in self._marks.changed

    def bookmarks(self) -> list[str]:
        """Return the bookmarked articles, oldest bookmark first."""
        self._glance()
        return list(self._marks.bookmarks)

    def is_bookmarked(self, article: str) -> bool:
        """Say whether the article has a bookmark."""
        self._glance()
        return article in self._marks.bookmarks

    def toggle_bookmark(self, article: str) -> bool:
        """Set or take away the article's bookmark; return whether it has one now."""
        bookmarked = self.is_bookmarked(article)
        self._add({"do": "unbookmark" if bookmarked else "bookmark", "articles": [article]})
        return not bookmarked

    def note(self, article: str) -> str:
        """Return the note on the article, "" where there is none."""
        self._glance()
        return self._marks.notes.get(article, "")

    def set_note(self, article: str, text: str) -> None:
        """Keep the note on the article; an empty one takes it away."""
        if text.strip() != self.note(article):
            self._add({"do": "note", "article": article, "text": text})

    def succeed(self, old: str, new: str) -> None:
        """Let a changed article take the place of what it was: bookmark and note stay, it is unread again.

        Whoever finds out that a file has changed calls this (the indexing run does); twice does no harm.
        """
        self._glance()
        if old and old != new and self._marks.knows(old):
            self._add({"do": "succeed", "old": old, "new": new})

    def marked(self, articles: Iterable[str]) -> Marked:
        """Return how many of the articles have which marks."""
        self._glance()
        ids, marks = set(articles), self._marks
        return Marked(len(ids & marks.read), len(ids & marks.bookmarks.keys()), len(ids & marks.notes.keys()))

    def forget(self, articles: Iterable[str]) -> None:
        """Take every mark on the articles out of the file."""
        ids = set(articles)

        def rest() -> Iterable[dict[str, Any]]:
            self._marks.forget(ids)
            return self._marks.entries()

        self._refresh()
        if any(map(self._marks.knows, ids)):
            self._attempt(self._log.path, lambda: self._log.rewrite(self._take_in, rest), None)
            if any(map(self._marks.knows, ids)):
                self._say(f"{self._log.path} cannot be written just now; your marks are still there")

    def having(self, mark: Literal["read", "note", "bookmark"]) -> frozenset[str]:
        """Return all articles with a mark, as known at the last look at the file; any thread may ask."""
        marks = self._marks
        return frozenset({"read": marks.read, "note": marks.notes, "bookmark": marks.bookmarks}[mark])

    # --- collections

    def session(self, roots: Sequence[str | Path]) -> Session | None:
        """Return where the reader left the collection of these paths, None for a new one."""
        return self._attempt(self._sessions.path, lambda: self._sessions.get(roots), None)

    def save_session(self, roots: Sequence[str | Path], session: Session) -> None:
        """Remember where the reader leaves the collection of these paths, as the one left last."""

        def put() -> bool:
            self._sessions.put(roots, session)
            return True

        if not self._attempt(self._sessions.path, put, False):
            self._attempt(self._sessions.path, put, False)  # a damaged file is out of the way by now

    def forget_session(self, roots: Sequence[str | Path]) -> None:
        """Forget where the reader left the collection of these paths."""
        self._attempt(self._sessions.path, lambda: self._sessions.remove(roots), None)

    def last_collection(self) -> tuple[str, ...] | None:
        """Return the paths of the collection that was left last."""
        return self._attempt(self._sessions.path, self._sessions.last, None)

    # --- files

    def _add(self, entry: dict[str, Any]) -> None:
        self._marks.apply(entry)
        if self._log.path not in self._frozen:
            self._unkept.append(entry)
            patience = 0 if len(self._unkept) > 1 else _PATIENCE  # nobody waits twice
            self._attempt(self._log.path, lambda: self._keep(patience), None)
            self._syncer.wake()

    def _keep(self, patience: float = _PATIENCE) -> None:
        """Write what is still to be written, in its order."""
        while self._unkept:
            self._log.append(self._unkept[0], patience)
            self._unkept.pop(0)

    def _glance(self) -> None:
        """Take in what other processes have marked, now and then."""
        now = time.monotonic()
        if now - self._looked >= _GLANCE:
            self._looked = now
            if self._unkept:
                self._attempt(self._log.path, lambda: self._keep(0), None)
            if self._log.has_news():
                self._refresh()

    def _refresh(self) -> int:
        """Take in what is new in the file of marks; return how many entries that were."""
        news = self._attempt(self._log.path, self._take_in, _News(0, False, False))
        kept = not news.damaged or self._attempt(
            self._log.path, lambda: self._keep_aside(self._log.path), False
        )
        if kept and (news.damaged or news.outdated):
            self._attempt(self._log.path, self._rewrite, None)
        return news.entries

    def _take_in(self) -> _News:
        reading = self._log.read()
        if reading.whole:
            self._marks = Marks()
        taken = [self._marks.apply(entry) for entry in reading.entries]
        for entry in self._unkept:
            self._marks.apply(entry)
        return _News(len(taken), reading.damaged or not all(taken), reading.outdated)

    def _rewrite(self) -> None:
        self._log.rewrite(self._take_in, self._marks_now)

    def _marks_now(self) -> Iterable[dict[str, Any]]:
        return self._marks.entries()

    def _attempt(self, path: Path, action: Callable[[], _Result], otherwise: _Result) -> _Result:
        """Return what an action on a file returns; where it can't be done, say so once."""
        if path in self._frozen:
            return otherwise
        try:
            return action()
        except NewerVersion:
            self._frozen.add(path)
            self._say(f"{path} was written by a newer dateline; nothing new is kept in it")
        except DamagedSessions:
            if self._attempt(path, lambda: self._keep_aside(path), False):
                self._attempt(path, path.unlink, None)
        except OSError as error:
            self._say(f"{path}: {error.strerror}; what is new is not kept as long as that lasts")
        return otherwise

    def _say(self, message: str) -> None:
        if message not in self.messages:
            self.messages.append(message)
            if self.tell is not None:
                self.tell(message)

    def _keep_aside(self, path: Path) -> bool:
        aside = keep_aside(path)
        self._say(f"{path} was damaged; it is kept as {aside.name}, and what could be read goes on")
        return True
