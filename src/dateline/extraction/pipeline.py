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
from dateline.model import Article, Extraction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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


def load() -> Language:
    """Return the trained pipeline with dateline's components behind it."""
    nlp = spacy.load(WEIGHTS)
    nlp.max_length = 10**9  # the loader limits the length of an article, not spaCy
    nlp.add_pipe(paragraphs.NAME, first=True)
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


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
