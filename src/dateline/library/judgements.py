"""The reader's judgements: `judgements.jsonl` in the data folder, one line each, only ever appended to.

An undo is a line of its own. Nothing that is derived is written here, and no line is taken away: a file with
lines that cannot be read is kept aside as it was, and what could be read goes on.
"""

from __future__ import annotations

import json
import secrets
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dateline import config
from dateline.library.contradictions import contradiction
from dateline.library.judging import Record, entry_of
from dateline.library.log import Log, NewerVersion
from dateline.model import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.library.judging import Entry
    from dateline.model import JudgementKind, Quote

NAME = "judgements.jsonl"
_HEADER = {"dateline": "judgements", "version": 1}


class NotKept(Exception):
    """A judgement could not be written; the message says why, for the reader."""


class Imported(NamedTuple):
    """What came of an import."""

    added: list[Judgement]
    known: int  #: that were there already, or have been undone
    refused: list[tuple[Judgement, tuple[Judgement, ...]]]  #: each with those that it contradicts
    unread: list[int]  #: numbers of lines that make no sense, from 1


class Judgements:
    """The file of judgements, as far as this process has read it; others may append to it as well."""

    def __init__(self, folder: Path) -> None:
        self.messages: list[str] = []  #: what the reader is to be told of the file
        self._log = Log(folder / NAME, "judgements", keep_tail=True)
        self._record = Record()
        self._entries: list[Entry] = []
        self._frozen = False
        self._refresh()

    @classmethod
    def open(cls) -> Judgements:
        """Return what the file in the user's data folder holds."""
        try:
            return cls(config.data_folder())
        except OSError as error:  # nothing can be kept, and the first judgement says so
            return cls(Path(error.filename))

    @property
    def path(self) -> Path:
        """Where the judgements are kept."""
        return self._log.path

    def record(self) -> Record:
        """Return all that the file says now."""
        if not self._frozen and self._log.has_news():
            self._refresh()
        return self._record

    def standing(self) -> list[Judgement]:
        """Return the judgements that hold, in the order in which they were made."""
        return self.record().standing()

    def add(self, kind: JudgementKind, about: Sequence[Quote], value: str = "") -> Judgement:
        """Keep a new judgement; raises NotKept. Contradictions are the caller's to look for."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        judgement = Judgement(secrets.token_hex(8), now, kind, tuple(about), value)
        self._append(entry_of(judgement))
        return judgement

    def undo(self, id: str | None = None) -> Judgement | None:
        """Take back a judgement, the last one that stands where none is named; return it, None for none.

        Raises NotKept.
        """
        standing = {judgement.id: judgement for judgement in self.standing()}
        undone = standing.get(id) if id is not None else next(reversed(standing.values()), None)
        if undone is not None:
            self._append({"do": "undo", "judgement": undone.id})
        return undone

    def succeed(self, old: str, new: str) -> None:
        """Let judgements about an article hold for the one that took its place; raises NotKept."""
        record = self.record()
        if old != new and new not in record.successors.get(old, ()) and record.knows(old):
            self._append({"do": "succeed", "old": old, "new": new})

    def export(self) -> Iterator[str]:
        """Yield the judgements that stand as lines of JSON, to be imported elsewhere."""
        yield _line(_HEADER)
        yield from map(_line, self.record().entries())

    def take_in(self, lines: Iterable[str]) -> Imported:
        """Import judgements that were exported: those that are new and contradict none; raises NotKept."""
        other, unread = _read(lines)
        own = self.record()
        result = Imported([], 0, [], unread)
        known = 0
        for judgement in other.standing():
            if judgement.id in own.judgements:
                known += 1
            elif chain := contradiction(judgement, own.standing(), lambda quote: quote):
                result.refused.append((judgement, chain))
            else:
                self._append(entry_of(judgement))
                result.added.append(judgement)
        for old, successors in other.successors.items():
            for new in successors:
                self.succeed(old, new)
        return result._replace(known=known)

    def about(self, articles: Iterable[str]) -> set[str]:
        """Return the ids of judgements, undone ones too, that are about nothing but these articles.

        What is about an article whose place one of these took is about this one.
        """
        ids, record = set(articles), self.record()

        def inside(article: str) -> bool:
            return article in ids or not ids.isdisjoint(record.later(article))

        judgements = record.judgements.values()
        return {judged.id for judged in judgements if all(inside(quote.article) for quote in judged.about)}

    def forget(self, articles: Iterable[str]) -> None:
        """Take the judgements about the articles out of the file; raises NotKept, and then all are there."""
        unwanted = self.about(articles)
        if not unwanted:
            return
        if self._frozen:
            raise NotKept(f"{self.path} was written by a newer dateline; nothing is taken out of it")

        def rest() -> Iterable[Entry]:
            self._entries = [entry for entry in self._entries if _judgement_in(entry) not in unwanted]
            self._record = Record()
            for entry in self._entries:
                self._record.apply(entry)
            return self._entries

        try:
            self._log.rewrite(self._take_in, rest)
        except OSError as error:
            raise NotKept(f"{self.path}: {error.strerror}; your judgements are still there") from error
        if unwanted & self._record.judgements.keys():
            raise NotKept(f"{self.path} is being written; your judgements are still there, try again")

    # --- the file

    def _append(self, entry: Entry) -> None:
        if self._frozen:
            raise NotKept(f"{self.path} was written by a newer dateline; nothing new is kept in it")
        try:
            self._log.append(entry)
        except OSError as error:
            raise NotKept(f"{self.path}: {error.strerror}; it is not kept") from error
        self._record.apply(entry)
        self._entries.append(entry)
        # outlives the main thread: the disk is not waited for by whoever judges, but by the process
        threading.Thread(target=self._log.sync, name="judgements").start()

    def _refresh(self) -> None:
        try:
            if self._take_in():
                aside = self._log.keep_aside()
                self._log.rewrite(self._take_in, lambda: self._entries)
                self._say(f"{self.path} was damaged; it is kept as {aside.name}, and the rest goes on")
        except NewerVersion:
            self._frozen = True
            self._say(f"{self.path} was written by a newer dateline; its judgements are not applied")
        except OSError as error:
            self._say(f"{self.path}: {error.strerror}")

    def _take_in(self) -> bool:
        """Take in what is new in the file; return whether something in it is no entry."""
        reading = self._log.read()
        if reading.whole:
            self._record, self._entries = Record(), []
        good = [entry for entry in reading.entries if self._record.apply(entry)]
        self._entries += good
        return reading.damaged or len(good) < len(reading.entries)

    def _say(self, message: str) -> None:
        if message not in self.messages:
            self.messages.append(message)


def _judgement_in(entry: Entry) -> object:
    """Return the id of the judgement that an entry makes or undoes."""
    return entry.get("id") if entry.get("do") == "judge" else entry.get("judgement")


def _read(lines: Iterable[str]) -> tuple[Record, list[int]]:
    """Return what exported lines say, and the numbers of those that make no sense."""
    record, unread = Record(), []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
        except (ValueError, RecursionError):
            entry = None
        header = isinstance(entry, dict) and entry.get("dateline") == _HEADER["dateline"]
        if not header and not (isinstance(entry, dict) and record.apply(entry)):
            unread.append(number)
    return record, unread


def _line(entry: Entry) -> str:
    return json.dumps(entry, ensure_ascii=False)
