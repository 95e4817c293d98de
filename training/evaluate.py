"""Figures of a pipeline on gold data: tags, parse and lemmas on a treebank, names on entity corpora.

    python -m training.evaluate PIPELINE --corpora ../shared/corpora [--final]

Gold tokens are given and sentences are predicted. Without `--final` the test sets stay closed.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

from training import corpora

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.language import Language

PARSE_FIGURES = ("tag_acc", "pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")


def predictions(nlp: Language, gold: Iterable[Doc]) -> list[Example]:
    """Return the pipeline's reading of each gold document on the gold tokens, beside the gold one."""
    golds = list(gold)
    bare = (
        Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])
        for doc in golds
    )
    return [Example(read, doc) for read, doc in zip(nlp.pipe(bare, batch_size=16), golds, strict=True)]


def parse_figures(nlp: Language, docs: Iterable[Doc]) -> dict[str, float]:
    """Return scores in percent: tags, morphology, lemmas (verbs apart too), UAS, LAS, sentences."""
    examples = predictions(nlp, docs)
    scores = nlp.evaluate(examples) if examples else {}
    figures = {name: 100 * scores[name] for name in PARSE_FIGURES if scores.get(name) is not None}
    pairs = [(g.lemma_, p.lemma_) for e in examples for g, p in _verbs(e)]
    if pairs:
        figures["lemma_acc_verbs"] = 100 * sum(gold == read for gold, read in pairs) / len(pairs)
    return figures


def _verbs(example: Example) -> Iterable[tuple[Any, Any]]:
    both = zip(example.reference, example.predicted, strict=True)
    return ((gold, read) for gold, read in both if gold.pos_ == "VERB")


def entity_figures(nlp: Language, docs: Iterable[Doc]) -> dict[str, tuple[float, float, float]]:
    """Return precision, recall and F in percent by label, and of all labels together under "all"."""
    scores = Scorer.score_spans(predictions(nlp, docs), "ents", getter=lambda doc, _: doc.ents)
    rows = {"all": scores | {"p": scores["ents_p"], "r": scores["ents_r"], "f": scores["ents_f"]}}
    rows |= scores["ents_per_type"] or {}
    return {label: (100 * row["p"], 100 * row["r"], 100 * row["f"]) for label, row in rows.items()}


def main() -> None:
    """Print the figures of the pipeline named on the command line as lines of JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("pipeline")
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--final", action="store_true", help="the test sets too")
    options = parser.parse_args()
    nlp = spacy.load(options.pipeline)
    folder = options.corpora
    treebanks = ["ewt-dev", "ewt-test"] if options.final else ["ewt-dev"]
    for name in treebanks:
        figures = parse_figures(nlp, corpora.read(folder / "parse" / f"{name}.spacy", nlp.vocab))
        print(name, json.dumps({key: round(value, 2) for key, value in figures.items()}))
    _, development = corpora.entity_sets(folder, nlp.vocab)
    sets = {"entities held out": development}
    if options.final:
        test = folder / "ner" / "heldout_uner_ewt_test.spacy"
        sets["uner_ewt_test"] = corpora.read(test, nlp.vocab)
    for name, docs in sets.items():
        for label, row in sorted(entity_figures(nlp, docs).items()):
            print(f"{name:18} {label:7} P {row[0]:5.1f} R {row[1]:5.1f} F {row[2]:5.1f}")


if __name__ == "__main__":
    main()
