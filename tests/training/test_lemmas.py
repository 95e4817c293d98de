"""The lemmatizer learned from a treebank: exact for what it has seen, regular for what it has not."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from training import lemmas, make, sources

SEEN = (
    "plan planned planning", "admit admitted admits", "chat chatted", "vote voted voting", "note noted notes",
    "dictate dictated", "create created", "hate hated hates", "walk walked walking walks", "talk talked",
    "ask asked asks", "go went gone", "carry carried carries", "marry married", "bury buried",
)  # fmt: skip


def treebank(nlp: English) -> Doc:
    pairs = [(form, line.split()[0]) for line in SEEN for form in line.split()]
    words = [form for form, _ in pairs] + ["The", "the", "n't", "not"]
    base = [lemma for _, lemma in pairs] + ["the", "the", "not", "not"]
    kinds = ["VERB"] * len(pairs) + ["DET", "DET", "PART", "PART"]
    return Doc(nlp.vocab, words=words, lemmas=base, pos=kinds)


@pytest.fixture(scope="module")
def lemmatize() -> object:
    nlp = English()
    part = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    part.initialize(lookups=lemmas.learn_tables([treebank(nlp)]))  # type: ignore[attr-defined]

    def of(word: str, kind: str) -> str:
        return str(part(Doc(nlp.vocab, words=[word], pos=[kind]))[0].lemma_)

    return of


@pytest.mark.parametrize(
    ("word", "kind", "lemma"),
    [
        ("went", "VERB", "go"),
        ("Planned", "VERB", "plan"),
        ("carries", "VERB", "carry"),
        ("The", "DET", "the"),
        ("n't", "PART", "not"),
        ("Paris", "PROPN", "Paris"),
    ],
)
def test_a_form_of_the_treebank_has_its_lemma(lemmatize, word: str, kind: str, lemma: str) -> None:
    assert lemmatize(word, kind) == lemma


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("ferried", "ferry"),
        ("narrated", "narrate"),
        ("parked", "park"),
        ("undertook", "undertake"),
        ("noting", "note"),
    ],
)
def test_a_new_form_follows_rules_and_irregular_verbs(lemmatize, word: str, lemma: str) -> None:
    assert lemmatize(word, "VERB") == lemma


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("vow", {"vows", "vowed", "vowing"}),
        ("pledge", {"pledges", "pledged", "pledging"}),
        ("agree", {"agrees", "agreed", "agreeing"}),
        ("ratify", {"ratifies", "ratified", "ratifying"}),
        ("veto", {"vetoes", "vetoed", "vetoing"}),
    ],
)
def test_the_regular_forms_of_a_verb(lemma: str, forms: set[str]) -> None:
    assert lemmas.regular_forms(lemma, "verb") == forms


def test_a_consonant_may_be_doubled() -> None:
    assert {"planned", "planning"} <= lemmas.regular_forms("plan", "verb")


def test_no_irregular_form_is_listed_twice() -> None:
    lines = lemmas.IRREGULAR_VERBS.read_text(encoding="utf-8").split("\n")
    forms = [form for line in lines for form in line.split()[1:]]
    assert len(forms) == len(set(forms))


def test_the_notice_is_the_table_of_sources() -> None:
    notice = Path(make.__file__).with_name("NOTICE")
    assert notice.read_text(encoding="utf-8") == sources.attribution()
