"""What waits for linking: the articles of a run and their extractions, in a file that nobody else sees.

The file has no name (or loses it with the process that made it), so a run that is broken off leaves nothing.
"""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import MutableMapping
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from dateline import coding
from dateline.model import Actor, Source, Summit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from types import TracebackType

    from dateline.model import Article, Extraction


class Piece(NamedTuple):
    """Where bytes are in the file."""

    start: int
    length: int


class Spool:
    """Articles and extractions by Article.id, a few bytes of memory each."""

    def __init__(self) -> None:
        """Make the file; raises OSError where there is no room for it."""
        self._file = tempfile.TemporaryFile(prefix="dateline-")  # noqa: SIM115 - closed by close
        self._end = 0
        self._articles: dict[str, Piece] = {}
        self._extractions: dict[str, Piece] = {}

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self._articles)

    def __contains__(self, article: str) -> bool:
        return article in self._articles

    def put(self, article: Article) -> None:
        """Keep an article; raises OSError where the disk is full."""
        self._articles[article.id] = self.write(coding.encode(article))

    def put_extraction(self, article: str, extraction: bytes) -> None:
        """Keep the encoded extraction of an article; raises OSError where the disk is full."""
        self._extractions[article] = self.write(extraction)

    def encoded(self) -> Iterator[bytes]:
        """Yield the encoded articles in the order of their ids, whatever the names of their files."""
        for id_ in sorted(self._articles):
            yield self.read(self._articles[id_])

    def article(self, article: str) -> Article:
        """Return an article; raises KeyError."""
        return coding.decode_article(self.read(self._articles[article]))

    def sources(self, modified: Mapping[str, str]) -> Sources:
        """Return what linking needs of the articles that have an extraction.

        modified has the earliest date of change of each article's files.
        """
        return Sources(self, sorted(self._extractions), modified)

    def extraction(self, article: str) -> Extraction:
        """Return the extraction of an article; raises KeyError."""
        return coding.decode_extraction(self.read(self._extractions[article]))

    def write(self, data: bytes) -> Piece:
        """Append bytes; return where they are. Raises OSError where the disk is full."""
        self._file.seek(self._end)
        self._file.write(data)
        piece = Piece(self._end, len(data))
        self._end += len(data)
        return piece

    def read(self, piece: Piece) -> bytes:
        """Return the bytes that were written there."""
        self._file.seek(piece.start)
        return self._file.read(piece.length)


class Sources:
    """The sources of a spool in the order of their ids, read anew each time that they are run through.

    What those of one time have in common they share, and of an article they have no furniture.
    """

    def __init__(self, spool: Spool, ids: Sequence[str], modified: Mapping[str, str]) -> None:
        self._spool = spool
        self._ids = ids
        self._modified = modified

    def __iter__(self) -> Iterator[Source]:
        sharing = coding.Sharing()
        for id_ in self._ids:
            source = self.source(id_)
            yield replace(source, extraction=sharing.of(source.extraction))

    def source(self, article: str) -> Source:
        """Return the source of an article; raises KeyError."""
        read = replace(self._spool.article(article), furniture=())
        return Source(read, self._spool.extraction(article), self._modified[article])

    def shelf(self) -> Shelf:
        """Return an empty shelf for what linking finds."""
        return Shelf(self._spool)


class Shelf(MutableMapping[str, Any]):
    """Values by Article.id in the file of a spool; actors and summits, which many share, are held in memory.

    A value is read anew when it is asked for, unless it was the last one.
    """

    def __init__(self, spool: Spool) -> None:
        self._spool = spool
        self._pieces: dict[str, Piece] = {}
        self._shared: list[Actor | Summit] = []
        self._numbers: dict[int, int] = {}  #: places in that list, by identity
        self._last: tuple[str, Any] = "", None

    def __getitem__(self, article: str) -> Any:
        if article != self._last[0]:
            data = BytesIO(self._spool.read(self._pieces[article]))
            self._last = article, _Unpickler(data, self._shared).load()
        return self._last[1]

    def __setitem__(self, article: str, value: Any) -> None:
        data = BytesIO()
        _Pickler(data, self._shared, self._numbers).dump(value)
        self._pieces[article] = self._spool.write(data.getvalue())
        self._last = article, value

    def __delitem__(self, article: str) -> None:
        del self._pieces[article]
        self._last = "", None

    def __iter__(self) -> Iterator[str]:
        return iter(self._pieces)

    def __len__(self) -> int:
        return len(self._pieces)


class _Pickler(pickle.Pickler):
    """Writes actors and summits as their numbers."""

    def __init__(self, file: BytesIO, shared: list[Actor | Summit], numbers: dict[int, int]) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._shared, self._numbers = shared, numbers

    def persistent_id(self, obj: Any) -> int | None:
        """Return the number of an actor or a summit, None for what is written itself."""
        if not isinstance(obj, Actor | Summit):
            return None
        number = self._numbers.setdefault(id(obj), len(self._shared))
        if number == len(self._shared):
            self._shared.append(obj)
        return number


class _Unpickler(pickle.Unpickler):
    """Reads what a _Pickler has written."""

    def __init__(self, file: BytesIO, shared: list[Actor | Summit]) -> None:
        super().__init__(file)
        self._shared = shared

    def persistent_load(self, pid: int) -> Actor | Summit:
        """Return the actor or the summit of a number."""
        return self._shared[pid]
