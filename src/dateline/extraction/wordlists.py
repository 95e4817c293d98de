"""How the closed lists of this folder are written down."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words that white space parts in text."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """Return the phrases that semicolons part in text, in order, each with single spaces."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(";") if phrase.strip())
