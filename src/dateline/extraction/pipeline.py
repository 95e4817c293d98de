"""The spaCy pass: from articles to extractions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import spacy

from dateline.extraction import (
    countries,
    extensions,
    gatherings,
    money,
    organizations,
    paragraphs,
    people,
    pledges,
    roles,
)
from dateline.extraction import dates as date_expressions
from dateline.extraction.version import extractor_version
from dateline.model import Article, Extraction, UnfitModel

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

WEIGHTS = Path(__file__).parent / "weights"

#: The rule components in the order in which they run, behind the trained ones.
COMPONENTS = (
    countries.NAME,
    organizations.NAME,
    people.NAME,
    roles.NAME,
    money.NAME,
    date_expressions.NAME,
    pledges.NAME,
    gatherings.NAME,
)


def load(model: str | None = None) -> Language:
    """Return a trained pipeline with dateline's components behind it.

    model names an installed spaCy pipeline or the path of one; None is dateline's own. Raises UnfitModel
    where there is no such pipeline, or where it lacks what the rules build on.
    """
    nlp = _trained(model)
    nlp.max_length = 10**9  # the loader limits the length of an article, not spaCy
    nlp.add_pipe(paragraphs.NAME, first=True)
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def _trained(model: str | None) -> Language:
    if model is None:
        return spacy.load(WEIGHTS)
    try:
        nlp = spacy.load(model)
    except (OSError, ImportError, ValueError) as error:
        raise UnfitModel(
            f"the spaCy pipeline {model!r} can't be loaded ({str(error).splitlines()[0]}); "
            "install it into dateline's environment, or give the path of its folder"
        ) from error
    lacking = [what for what, there in _NEEDED.items() if not there(nlp)]
    if lacking:
        raise UnfitModel(
            f"the spaCy pipeline {model!r} lacks {', '.join(lacking)}; use one for English that has them all"
        )
    return nlp


def _labels(nlp: Language, name: str) -> Container[str]:
    return nlp.pipe_labels.get(name, ())


#: What the rules build on, and how to tell whether a pipeline has it.
_NEEDED: dict[str, Callable[[Language], bool]] = {
    "English": lambda nlp: nlp.lang == "en",
    "a tagger": lambda nlp: "NNP" in _labels(nlp, "tagger"),
    "a lemmatizer": lambda nlp: any("lemmatizer" in name for name in nlp.pipe_names),
    "a parser with Universal Dependencies": lambda nlp: "nsubj:pass" in _labels(nlp, "parser"),
    "a recognizer of the entities PERSON, ORG and GPE": lambda nlp: all(
        label in _labels(nlp, "ner") for label in ("PERSON", "ORG", "GPE")
    ),
}


def extract(articles: Iterable[Article], nlp: Language) -> Iterator[Extraction]:
    """Yield the extraction of each article, in the order given."""
    pairs = ((article.text, article) for article in articles)
    for doc, article in nlp.pipe(pairs, as_tuples=True, batch_size=16):
        yield _extraction(doc, article)


def _extraction(doc: Doc, article: Article) -> Extraction:
    values = {name: tuple(getattr(doc._, name)) for name in extensions.GROUPS}
    return Extraction(
        article=article.id,
        version=extractor_version(),
        sentences=tuple((s.start_char, s.end_char) for s in doc.sents),
        **values,
    )
