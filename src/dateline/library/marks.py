"""Read marks, bookmarks and notes as values: what a list of entries comes to, and the entries it takes.

An entry is a JSON object with "do": read, unread, bookmark, unbookmark (with "articles"), note (with
"article" and "text"), succeed (with "old" and "new"); "at" says when.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dateline.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Entry = dict[str, Any]

_PER_LINE = 500  # ids in one entry of a compacted file


class Marks:
    """What the reader has marked, by Article.id."""

    def __init__(self) -> None:
        self.read: set[str] = set()
        self.changed: set[str] = set()  #: took the place of another one and have not been read since
        self.bookmarks: dict[str, None] = {}  #: oldest first
        self.notes: dict[str, str] = {}

    def apply(self, entry: Entry) -> bool:
        """Take in an entry; return False, and change nothing, where it is none."""
        match entry:
            case {"do": "note", "article": str(article), "text": str(text)}:
                self._note(article, text)
            case {"do": "succeed", "old": str(old), "new": str(new)}:
                self._succeed(old, new)
            case {"do": str(do), "articles": list(articles)} if all(isinstance(a, str) for a in articles):
                return self._mark(do, articles)
            case _:
                return False
        return True

    def knows(self, article: str) -> bool:
        """Say whether there is any mark on the article."""
        return (
            article in self.read
            or article in self.bookmarks
            or article in self.notes
            or article in self.changed
        )

    def forget(self, articles: Iterable[str]) -> None:
        """Drop every mark on the articles, as if there had been none."""
        for article in articles:
            self.read.discard(article)
            self.changed.discard(article)
            self.bookmarks.pop(article, None)
            self.notes.pop(article, None)

    def entries(self) -> Iterator[Entry]:
        """Yield the fewest entries that come to the same."""
        for do, articles in (("read", sorted(self.read)), ("bookmark", list(self.bookmarks))):
            for start in range(0, len(articles), _PER_LINE):
                yield {"do": do, "articles": articles[start : start + _PER_LINE]}
        for article, text in self.notes.items():
            yield {"do": "note", "article": article, "text": text}
        for article in sorted(self.changed):
            yield {"do": "succeed", "old": "", "new": article}

    def __len__(self) -> int:
        return len(self.read) + len(self.bookmarks) + len(self.notes) + len(self.changed)

    def _mark(self, do: str, articles: Iterable[str]) -> bool:
        match do:
            case "read":
                self.read.update(articles)
                self.changed.difference_update(articles)
            case "unread":
                self.read.difference_update(articles)
            case "bookmark":
                self.bookmarks.update(dict.fromkeys(articles))
            case "unbookmark":
                for article in articles:
                    self.bookmarks.pop(article, None)
            case _:
                return False
        return True

    def _note(self, article: str, text: str) -> None:
        text = clean(text).strip()
        if text:
            self.notes[article] = text
        else:
            self.notes.pop(article, None)

    def _succeed(self, old: str, new: str) -> None:
        """Move bookmark and note, the note behind one that is there already; what is new is unread."""
        if old in self.bookmarks:
            self.bookmarks = dict.fromkeys(new if article == old else article for article in self.bookmarks)
        if note := self.notes.pop(old, ""):
            self.notes[new] = f"{self.notes[new]}\n\n{note}" if new in self.notes else note
        self.read -= {old, new}
        self.changed.discard(old)
        self.changed.add(new)
