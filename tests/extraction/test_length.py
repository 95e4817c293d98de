"""A text that is no article takes no time without end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction import pipeline
from dateline.model import Article

if TYPE_CHECKING:
    import pytest
    from spacy.language import Language


def test_of_an_endless_text_the_beginning_is_searched(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    paragraph = "Ida Vale met Olaf Berg in Oslo on Friday."
    text = "\n\n".join([paragraph] * 20)
    monkeypatch.setattr(pipeline, "MOST_SEARCHED", 5 * len(paragraph))
    (found,) = pipeline.extract([Article("a", "A", "derived", None, None, text)], nlp)
    ends = [mention.end for person in found.people for mention in person.mentions]
    assert ends
    assert max(ends) <= 5 * len(paragraph)
    assert text[: found.sentences[-1][1]].endswith("Friday.")
