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
    from collections.abc import Iterator
    from types import TracebackType

    from dateline.model import Article


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

    def sources(self, modified: dict[str, str]) -> Iterator[Source]:
        """Yield what linking needs of the articles that have an extraction, in the order of their ids.

        modified has the earliest date of change of each article's files. What the sources have in common they
        share, and of an article they have no furniture.
        """
        sharing = coding.Sharing()
        for id_ in sorted(self._extractions):
            article = replace(self.article(id_), furniture=())
            extraction = coding.decode_extraction(self._read(self._extractions[id_]))
            yield Source(article, sharing.of(extraction), modified[id_])

    def _written(self, data: bytes) -> _Piece:
        self._file.seek(self._end)
        self._file.write(data)
        piece = _Piece(self._end, len(data))
        self._end += len(data)
        return piece

    def _read(self, piece: _Piece) -> bytes:
        self._file.seek(piece.start)
        return self._file.read(piece.length)
