"""What a run hands to the index: the whole state of a collection, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.index.version import Versions
    from dateline.model import Article, Change, Problem, Story


#: Articles of changed files, each with the one that took its place.
Successions = tuple[tuple[str, str], ...]


class Stamp(NamedTuple):
    """What tells whether a file has changed."""

    size: int
    mtime_ns: int
    ctime_ns: int | None = None  #: of a file with problems: a change of its permissions may mend it


#: The stamp of a file that a run has begun and not ended: no file has it, so the next run reads it again.
UNFINISHED = Stamp(-1, -1)


class Held(NamedTuple):
    """An article as a file holds it."""

    article: str  #: Article.id
    record: int | None  #: its number in a file that holds several
    modified: str  #: local date of the file's last change


class SeenFile(NamedTuple):
    """A file as a run left it: what it holds and what in it could not be read."""

    stamp: Stamp
    held: tuple[Held, ...] = ()
    problems: tuple[Problem, ...] = ()
    digest: str | None = None  #: SHA-256 of its bytes, in hexadecimal; None where it is not known


def modified_of(files: Mapping[str, SeenFile]) -> dict[str, str]:
    """Return the earliest date of change of the files of each article, by Article.id."""
    modified: dict[str, str] = {}
    for seen in files.values():
        for held in seen.held:
            modified[held.article] = min(held.modified, modified.get(held.article, held.modified))
    return modified


class Inventory(NamedTuple):
    """What a collection's tables hold, as far as the next run asks."""

    files: Mapping[str, SeenFile]  #: by absolute path
    problems: tuple[Problem, ...]  #: of paths that are no files
    versions: Versions | None  #: of the code that made the story, None before there is one
    complete: bool  #: whether the last run came to its end
    revision: int  #: rises with every change of the tables
    judged: str = ""  #: fingerprint of the judgements that the story takes in
    succeeded: Successions = ()  #: of which the library has not been told for certain


class Known(Protocol):
    """What brings the rows of linking to what it knows, in this order; they need the last of all."""

    @property
    def cleared(self) -> Iterable[tuple[int, int]]:
        """Ranges of places that lose all their rows, both ends included."""

    @property
    def gone(self) -> Iterable[int]:
        """Places that lose theirs."""

    @property
    def rows(self) -> Iterable[tuple[int, bytes]]:
        """New rows by their places."""


@dataclass(frozen=True, slots=True)
class State:
    """All that the tables of a collection are to hold."""

    files: Mapping[str, SeenFile]  #: by absolute path, in the order in which new articles join a day
    problems: Sequence[Problem]  #: of paths that are no files
    texts: Mapping[str, tuple[Article, Sequence[tuple[int, int]]]]  #: article and sentences, by Article.id
    story: Story
    versions: Versions
    complete: bool
    judged: str = ""  #: fingerprint of the judgements that the story takes in
    succeeded: Successions = ()  #: of which the library is still to be told
    #: what may differ from what the tables hold, of which the story then has to tell; None where all may
    change: Change | None = None
