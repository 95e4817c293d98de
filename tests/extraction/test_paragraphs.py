"""Sentence starts that are known beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language


def test_a_sentence_never_spans_paragraphs(nlp: Language) -> None:
    doc = nlp("Fishing fleet returns to port\n\nThe boats came back at dawn\n\nNobody was hurt.")
    assert [s.text.strip() for s in doc.sents] == [
        "Fishing fleet returns to port",
        "The boats came back at dawn",
        "Nobody was hurt.",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister met Mr. Jones at No. 10 on Friday.",
        "Lt. Col. Harris spoke to Gen. Price about the bridge.",
        "The No. 2 official met Sen. Brown.",
        "Mayor Orla Fenwick said on Thursday that the council will pay £3m for repairs.",
    ],
)
def test_neither_words_nor_abbreviations_end_a_sentence(nlp: Language, sentence: str) -> None:
    assert [s.text for s in nlp(sentence).sents] == [sentence]


def test_a_refusal_ends_a_sentence(nlp: Language) -> None:
    assert len(list(nlp("He said no. Ten people left.").sents)) == 2


@pytest.mark.parametrize("text", ["", "\n\n", "One.", "\n\nOne.\n\n\n\nTwo."])
def test_every_token_belongs_to_one_sentence(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert sum(len(s) for s in doc.sents) == len(doc)
