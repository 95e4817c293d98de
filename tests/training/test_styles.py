"""House styles change the words and nothing else."""

from __future__ import annotations

from random import Random

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from training import styles


@pytest.fixture
def doc() -> Doc:
    words = ["He", "said", ":", '"', "Anna", "Bélanger", "is", "n't", "in", "Rome", ".", '"']
    heads = [1, 1, 1, 9, 9, 4, 9, 9, 9, 1, 1, 9]
    deps = [
        "nsubj",
        "ROOT",
        "punct",
        "punct",
        "nsubj",
        "flat",
        "cop",
        "advmod",
        "case",
        "ccomp",
        "punct",
        "punct",
    ]
    ents = ["O"] * 4 + ["B-PERSON", "I-PERSON", "O", "O", "O", "B-GPE", "O", "O"]
    spaces = [True, False, True, False, True, True, False, True, True, False, False, False]
    return Doc(Vocab(), words=words, spaces=spaces, heads=heads, deps=deps, ents=ents)


def annotation(doc: Doc) -> list[tuple[object, ...]]:
    return [(t.head.i, t.dep_, t.ent_iob_, t.ent_type_, t.whitespace_) for t in doc]


@pytest.mark.parametrize(
    ("style", "name"),
    [
        (styles.upper_case, "ANNA BÉLANGER"),
        (styles.lower_case, "anna bélanger"),
        (styles.title_case, "Anna Bélanger"),
    ],
)
def test_a_headline_keeps_the_annotation(doc: Doc, style, name: str) -> None:
    copy = styles.headline(doc, style, Random(0))
    assert copy is not None
    assert annotation(copy) == annotation(doc)
    assert [ent.text for ent in copy.ents if ent.label_ == "PERSON"] == [name]


def test_title_case_leaves_small_words(doc: Doc) -> None:
    copy = styles.headline(doc, styles.title_case, Random(0))
    assert copy is not None
    assert copy.text == 'He Said: "Anna Bélanger Isn\'t in Rome."'.replace("Isn't", "IsN't")


def test_quotation_marks_open_and_close(doc: Doc) -> None:
    copy = styles.quoted(doc, "“", "”", "’")
    assert copy.text == "He said: “Anna Bélanger isn’t in Rome.”"
    assert annotation(copy) == annotation(doc)


def test_accents_can_go(doc: Doc) -> None:
    assert "Anna Belanger" in styles.without_accents(doc).text


def test_every_document_is_kept_and_the_seed_decides(doc: Doc) -> None:
    texts = [[made.text for made in styles.with_house_styles([doc] * 40, Random(3))] for _ in range(2)]
    assert texts[0] == texts[1]
    assert len(texts[0]) >= 40
