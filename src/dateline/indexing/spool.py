"""What waits for linking: the articles of a run and their extractions, in a file that nobody else sees.

The file has no name (or loses it with the process that made it), so a run that is broken off leaves nothing.
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from dateline import coding
from dateline.model import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from types import TracebackType

    from dateline.model import Article, Extraction


class _Piece(NamedTuple):
    start: int  # in bytes
    length: int


class Spool:
    """Articles and extractions by Article.id, a few bytes of memory each."""

    def __init__(self) -> None:
        """Make the file; raises OSError where there is no room for it."""
        self._file = tempfile.TemporaryFile(prefix="dateline-")  # noqa: SIM115 - closed by close
        self._end = 0
        self._articles: dict[str, _Piece] = {}
        self._extractions: dict[str, _Piece] = {}

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
        self._articles[article.id] = self._written(coding.encode(article))

    def put_extraction(self, article: str, extraction: bytes) -> None:
        """Keep the encoded extraction of an article; raises OSError where the disk is full."""
        self._extractions[article] = self._written(extraction)

    def encoded(self) -> Iterator[bytes]:
        """Yield the encoded articles in the order of their ids, whatever the names of their files."""
        for id_ in sorted(self._articles):
            yield self._read(self._articles[id_])

    def article(self, article: str) -> Article:
        """Return an article; raises KeyError."""
        return coding.decode_article(self._read(self._articles[article]))

    def sources(self, modified: Mapping[str, str]) -> Sources:
        """Return what linking needs of the articles that have an extraction.

        modified has the earliest date of change of each article's files.
        """
        return Sources(self, sorted(self._extractions), modified)

    def extraction(self, article: str) -> Extraction:
        """Return the extraction of an article; raises KeyError."""
        return coding.decode_extraction(self._read(self._extractions[article]))

    def _written(self, data: bytes) -> _Piece:
        self._file.seek(self._end)
        self._file.write(data)
        piece = _Piece(self._end, len(data))
        self._end += len(data)
        return piece

    def _read(self, piece: _Piece) -> bytes:
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
            article = replace(self._spool.article(id_), furniture=())
            yield Source(article, sharing.of(self._spool.extraction(id_)), self._modified[id_])
