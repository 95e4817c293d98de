"""How articles and extractions are kept outside of memory: as JSON, deflated; and how they are held in it."""

from __future__ import annotations

import zlib
from typing import Any, TypeVar

import msgspec

from dateline.model import Article, Extraction

_Value = TypeVar("_Value")

_encoder = msgspec.json.Encoder()
_articles = msgspec.json.Decoder(Article)
_extractions = msgspec.json.Decoder(Extraction)


_OFTEN = 40  # characters: names, words and rules come again, sentences don't


class Unreadable(ValueError):
    """Bytes that hold no value, or one that was formed otherwise than today's."""


def encode(value: Article | Extraction) -> bytes:
    """Return the bytes that stand for a value; equal values give equal bytes."""
    return zlib.compress(_encoder.encode(value), 1)


def decode_article(data: bytes) -> Article:
    """Return the article that the bytes stand for; raises Unreadable."""
    return _decoded(_articles, data)


def decode_extraction(data: bytes) -> Extraction:
    """Return the extraction that the bytes stand for; raises Unreadable."""
    return _decoded(_extractions, data)


def _decoded(decoder: msgspec.json.Decoder[_Value], data: bytes) -> _Value:
    try:
        return decoder.decode(zlib.decompress(data))
    except (msgspec.MsgspecError, zlib.error) as error:
        raise Unreadable(str(error)) from error


class Sharing:
    """Values whose equal strings and numbers are one object: those of many articles take half the memory."""

    def __init__(self) -> None:
        self._known: dict[str | int, str | int] = {}

    def of(self, value: _Value) -> _Value:
        """Return a value of dateline.model, equal to the one given, all of whose parts are shared."""
        shared: _Value = self._shared(value)
        return shared

    def _shared(self, value: Any) -> Any:
        kind = type(value)
        if kind is int or (kind is str and len(value) <= _OFTEN):
            return self._known.setdefault(value, value)
        if kind is str:
            return value
        if kind is tuple:
            return tuple([self._shared(part) for part in value])
        if value is None or kind is bool:
            return value
        return kind(*[self._shared(getattr(value, name)) for name in kind.__dataclass_fields__])
