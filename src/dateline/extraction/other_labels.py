"""Components that bring the labels of other spaCy pipelines to those that the rules expect.

They stand behind the trained components of such a pipeline and before the rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from spacy.language import Language
from spacy.tokens import Span

from dateline.extraction.clear_trees import Tree, Word, to_universal

if TYPE_CHECKING:
    from spacy.tokens import Doc

PARSE = "dateline_universal_parse"
ENTITIES = "dateline_entity_labels"

#: The labels that the rules know, by those of OntoNotes and CoNLL; names with another label are no names.
LABELS = {
    "PERSON": "PERSON",
    "PER": "PERSON",
    "NORP": "NORP",
    "ORG": "ORG",
    "GPE": "GPE",
    "LOC": "GPE",
    "FAC": "GPE",
}
_ARTICLES = frozenset({"the", "a", "an"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


@Language.component(PARSE)
def universal_parse(doc: Doc) -> Doc:
    """Turn the doc's trees from ClearNLP style into Universal Dependencies; its sentences stay.

    Stands behind `entity_labels`: names of people are headed by their first word.
    """
    if not len(doc):
        return doc
    words = [Word(t.lower_, t.lemma_.lower(), t.tag_, t.pos_) for t in doc]
    tree = Tree(words, [token.head.i for token in doc], [token.dep_ for token in doc])
    to_universal(tree, [(e.start, e.end) for e in doc.ents if e.label_ == "PERSON"])
    columns = np.zeros((len(doc), 2), dtype=np.int64)
    columns[:, 0] = np.array(tree.heads) - np.arange(len(doc))
    for i, dep in enumerate(tree.deps):
        columns[i, 1] = np.uint64(doc.vocab.strings.add(dep)).astype(np.int64)
    doc.from_array(["HEAD", "DEP"], columns.astype(np.uint64))  # type: ignore[arg-type]  # as its docs say
    for token in doc:
        if token.dep_ == "cop":
            token.pos_ = "AUX"
        elif token.lower_ in {"not", "n't", "n’t", "never"} and token.dep_ == "advmod":
            token.set_morph({**token.morph.to_dict(), "Polarity": "Neg"})  # type: ignore[attr-defined]
    return doc


@Language.component(ENTITIES)
def entity_labels(doc: Doc) -> Doc:
    """Keep people, places, organizations and peoples, without the article before and the 's behind them."""
    found = []
    for entity in doc.ents:
        label = LABELS.get(entity.label_)
        start, end = entity.start, entity.end
        if label is None:
            continue
        while start < end and doc[start].lower_ in _ARTICLES:
            start += 1
        while end > start and doc[end - 1].lower_ in _POSSESSIVES:
            end -= 1
        if start < end:
            found.append(Span(doc, start, end, label=label))
    doc.set_ents(found)
    return doc
