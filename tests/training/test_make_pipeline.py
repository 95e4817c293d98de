"""A small run of the whole training: it makes a pipeline that loads, tags, parses, lemmatizes and names."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import spacy

from training import corpora, evaluate, make, sources

if TYPE_CHECKING:
    from spacy.language import Language

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
pytestmark = [
    pytest.mark.skipif(not CORPORA.exists(), reason="the corpora are not there"),
    pytest.mark.xdist_group("training"),  # it is trained once
]


def plan(work: Path) -> make.Plan:
    return make.Plan(CORPORA, work, steps=8, documents=6, sets=("gum_news", "uner_pud", "re3d"))


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make.make(plan(tmp_path_factory.mktemp("training")))


@pytest.fixture(scope="module")
def small(weights: Path) -> Language:
    return spacy.load(weights)


def test_the_parts_are_in_order(small: Language) -> None:
    assert small.pipe_names == ["tok2vec", "tagger", "morphologizer", "lemmatizer", "parser", "ner"]
    assert set(small.get_pipe("ner").labels) == {"PERSON", "GPE", "ORG", "NORP"}


def test_a_few_steps_already_learn_something(small: Language) -> None:
    gold = corpora.read(CORPORA / "parse" / "ewt-dev.spacy", small.vocab)[:10]
    figures = evaluate.parse_figures(small, gold)
    assert figures["pos_acc"] > 30


def test_every_part_reads_text(small: Language) -> None:
    doc = small("The ministers met in Paris and pledged that they would send money.")
    assert all(token.tag_ and token.pos_ and token.dep_ and token.lemma_ for token in doc)


def test_no_word_of_the_corpora_travels_with_the_weights(weights: Path) -> None:
    strings = json.loads((weights / "vocab" / "strings.json").read_text(encoding="utf-8"))
    labels = {label for names in spacy.load(weights).pipe_labels.values() for label in names}
    assert labels <= set(strings)
    assert not {"the", "minister", "London"} & set(strings)


def test_terms_travel_with_the_weights(weights: Path) -> None:
    assert "CC BY-SA 4.0" in (weights / "LICENSE").read_text(encoding="utf-8")
    attribution = (weights / "ATTRIBUTION.md").read_text(encoding="utf-8")
    assert all(source.name in attribution and source.licence in attribution for source in sources.SOURCES)


def test_what_is_there_is_not_trained_again(weights: Path) -> None:
    model = weights.parent / "names" / "model-best" / "meta.json"
    before = model.stat().st_mtime_ns
    make.make(plan(weights.parent))
    assert model.stat().st_mtime_ns == before
