"""The corpora as training examples: their files, how documents are cut, what is held out."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from spacy.tokens import Doc, DocBin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from spacy.vocab import Vocab

#: Entity corpora for training, formal text first.
ENTITY_SETS = (
    "uner_ewt_dev",
    "uner_pud",
    "wikigold",
    "gum_news",
    "gum_other",
    "re3d",
    "crossner_politics",
    "crossner_other",
    "redocred",
    "btc",
    "wnut17",
)
#: Those of them of which one document in twelve is held out for development.
DEVELOPMENT_SETS = frozenset(
    {"uner_ewt_dev", "uner_pud", "wikigold", "gum_news", "re3d", "crossner_politics", "redocred"}
)
#: Documents that are not used: textbooks of publishers whose terms were not confirmed.
LEFT_OUT = frozenset({"GUM_textbook_alamo", "GUM_textbook_artwork", "GUM_textbook_evoethics"})
HELD_OUT_ONE_IN = 12
PARSE_LENGTH = 150  # tokens of a training document, cut at the end of a sentence
ENTITY_LENGTH = 120

PARSE_ATTRS = ("ORTH", "SPACY", "TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START")
ENTITY_ATTRS = ("ORTH", "SPACY", "SENT_START", "ENT_IOB", "ENT_TYPE")


def read(path: Path, vocab: Vocab, limit: int | None = None) -> list[Doc]:
    """Return the documents of a DocBin file, the first `limit` of them."""
    return list(islice(DocBin().from_disk(path).get_docs(vocab), limit))


def usable(
    path: Path, provenance: Path, vocab: Vocab, corpus: str | None = None, limit: int | None = None
) -> list[Doc]:
    """Return the documents of a DocBin file without those left out.

    `provenance` has one line of JSON a document in the order of the file, of all files where `corpus` picks
    those of one. Raises ValueError where the two do not match.
    """
    lines = [json.loads(line) for line in provenance.read_text(encoding="utf-8").splitlines()]
    names = [line["doc"] for line in lines if corpus is None or line["corpus"] == corpus]
    docs = read(path, vocab, limit)
    if len(names[:limit]) != len(docs):
        message = f"{path}: {len(docs)} documents, but {len(names)} lines of provenance"
        raise ValueError(message)
    return [doc for doc, name in zip(docs, names[:limit], strict=True) if name not in LEFT_OUT]


def write(path: Path, docs: Iterable[Doc], attrs: tuple[str, ...]) -> int:
    """Write documents with the given attributes alone and return how many tokens they have."""
    path.parent.mkdir(parents=True, exist_ok=True)
    box = DocBin(attrs=list(attrs))
    tokens = 0
    for doc in docs:
        box.add(doc)
        tokens += len(doc)
    box.to_disk(path)
    return tokens


def cut(doc: Doc, length: int) -> Iterator[Doc]:
    """Yield the document in pieces of whole sentences, of `length` tokens or one sentence."""
    start = 0
    for sentence in doc.sents:
        if sentence.end - start > length and sentence.start > start:
            yield doc[start : sentence.start].as_doc()
            start = sentence.start
    if start < len(doc):
        yield doc[start:].as_doc()


def treebank(corpora: Path, vocab: Vocab, limit: int | None = None) -> list[Doc]:
    """Return the documents of the treebank to train on."""
    folder = corpora / "parse"
    return usable(folder / "train.spacy", folder / "train.provenance.jsonl", vocab, limit=limit)


def parse_train(corpora: Path, vocab: Vocab, limit: int | None = None) -> list[Doc]:
    """Return the treebank in pieces."""
    return [part for doc in treebank(corpora, vocab, limit) for part in cut(doc, PARSE_LENGTH)]


def held_out(name: str, doc: Doc) -> bool:
    """Tell whether an entity document is kept for development: by its first words, so always the same."""
    words = " ".join(token.text for token in doc[:20])
    return name in DEVELOPMENT_SETS and zlib.crc32(words.encode()) % HELD_OUT_ONE_IN == 0


def entity_sets(
    corpora: Path, vocab: Vocab, limit: int | None = None, names: Sequence[str] = ENTITY_SETS
) -> tuple[dict[str, list[Doc]], list[Doc]]:
    """Return the pieces to train on by corpus, and the whole documents held out for development."""
    train: dict[str, list[Doc]] = defaultdict(list)
    development = []
    for name in names:
        folder = corpora / "ner"
        for doc in usable(folder / f"{name}.spacy", folder / "provenance.jsonl", vocab, name, limit):
            if held_out(name, doc):
                development.append(doc)
            else:
                train[name].extend(cut(doc, ENTITY_LENGTH))
    return dict(train), development
