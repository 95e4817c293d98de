"""Self-training: names in treebank text without gold names, where two recognizers agree.

The treebank's word classes judge as well: what the two disagree on, and proper nouns that neither takes
for a name, stay unknown, so that the text teaches only what is beyond doubt (after Zhou and Li 2005,
"Tri-training").
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from training import corpora

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Token

#: The part of the treebank that no entity corpus has.
UNLABELLED = "UD_English-EWT"
UNCERTAIN = frozenset({"PROPN", "X"})

Name = tuple[int, int, str]


def names(nlp: Language, doc: Doc) -> set[Name]:
    """Return the entities that a recognizer finds in the words and sentences of a document."""
    starts: list[bool | int | None] = [bool(token.is_sent_start) for token in doc]
    copy = Doc(
        nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc], sent_starts=starts
    )
    return {(ent.start, ent.end, ent.label_) for ent in nlp.get_pipe("ner")(copy).ents}


def agreed(doc: Doc, one: set[Name], other: set[Name]) -> Doc:
    """Return the document with the names that both have; where they differ, its tokens have no tag."""
    tags: list[str | None] = [None if _uncertain(token) else "O" for token in doc]
    for start, end, _ in one ^ other:
        tags[start:end] = [None] * (end - start)
    for start, end, label in one & other:
        if label == "NORP" or any(token.pos_ == "PROPN" for token in doc[start:end]):
            tags[start:end] = [f"B-{label}", *[f"I-{label}"] * (end - start - 1)]
        else:
            tags[start:end] = [None] * (end - start)
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        sent_starts=[bool(token.is_sent_start) for token in doc],
        ents=tags,  # type: ignore[arg-type]
    )


def _uncertain(token: Token) -> bool:
    return token.pos_ in UNCERTAIN


def self_labelled(folder: Path, one: Language, other: Language, limit: int | None = None) -> Iterator[Doc]:
    """Yield the unlabelled documents of the treebank in pieces, with the names that both pipelines find."""
    lines = (folder / "parse" / "train.provenance.jsonl").read_text(encoding="utf-8").splitlines()
    docs = corpora.read(folder / "parse" / "train.spacy", one.vocab, limit)
    for doc, line in zip(docs, lines, strict=limit is None):
        if json.loads(line)["corpus"] == UNLABELLED:
            for piece in corpora.cut(doc, corpora.ENTITY_LENGTH):
                yield agreed(piece, names(one, piece), names(other, piece))
