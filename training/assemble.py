"""One pipeline from the trained parts: parse pipeline, lemmatizer tables, entity recognizer, description."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import spacy

from training import corpora, sources
from training.lemmas import learn_tables

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

DESCRIPTION = "English news: tags, morphology, lemmas, Universal Dependencies and names (PERSON GPE ORG NORP)"
SPACY_VERSION = ">=3.8.7,<3.9.0"


def needed_strings(nlp: Language) -> list[str]:
    """Return the strings that the pipeline can't do without: labels, features and moves.

    Words need none: the vectors are found by hash, and the tokenizer adds those that it meets. So no word of
    the corpora travels with the weights.
    """
    strings: set[str] = set()
    for labels in nlp.pipe_labels.values():
        strings.update(labels)
    parser: Any = nlp.get_pipe("parser")
    morphologizer: Any = nlp.get_pipe("morphologizer")
    strings.update(parser.move_names)
    strings.update(morphologizer.cfg["labels_pos"])
    for features in morphologizer.cfg["labels_morph"].values():
        strings.add(features)
        for feature in features.split("|"):
            strings.update((feature, *feature.split("=")))
    return sorted(strings)


def assemble(
    parse: Path, names: Path, corpora_folder: Path, out: Path, *, version: str, limit: int | None = None
) -> None:
    """Write the pipeline of the parts to `out`, replacing what is there.

    The lemmatizer learns from the first `limit` documents of the treebank. Raises OSError where a part is
    missing.
    """
    nlp = spacy.load(parse)
    lemmatizer: Any = nlp.add_pipe("lemmatizer", config={"mode": "rule"}, after="morphologizer")
    lemmatizer.initialize(lookups=learn_tables(corpora.treebank(corpora_folder, nlp.vocab, limit)))
    nlp.add_pipe("ner", source=spacy.load(names))
    nlp.meta.update(
        name="dateline_en",
        version=version,
        description=DESCRIPTION,
        license=sources.WEIGHTS_LICENCE,
        spacy_version=SPACY_VERSION,
        sources=[{"name": source.name, "license": source.licence} for source in sources.SOURCES],
        performance={},
    )
    for section in ("paths", "corpora", "training", "initialize", "pretraining"):
        nlp.config[section] = {}
    if out.exists():
        shutil.rmtree(out)
    nlp.to_disk(out)
    strings = json.dumps(needed_strings(nlp), ensure_ascii=False, indent=0)
    (out / "vocab" / "strings.json").write_text(strings, encoding="utf-8")
    (out / "LICENSE").write_text(sources.licence_text(), encoding="utf-8")
    (out / "ATTRIBUTION.md").write_text(sources.attribution(), encoding="utf-8")


def size(folder: Path) -> int:
    """Return how many bytes the files of a folder have."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
