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
    other_labels,
    paragraphs,
    people,
    pledges,
    roles,
)
from dateline.extraction import dates as date_expressions
from dateline.extraction.clear_trees import SIGNS
from dateline.extraction.version import extractor_version
from dateline.model import MOST_SEARCHED, Article, Extraction, UnfitModel

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

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
    nlp = spacy.load(WEIGHTS) if model is None else _installed(model)
    return with_rules(nlp, extractor_version(model))


def with_rules(nlp: Language, version: str) -> Language:
    """Put dateline's components around and behind trained ones; raises UnfitModel where they can't work.

    version is what the extractions are marked with.
    """
    lacking = [what for what, there in _NEEDED.items() if not there(nlp)]
    if lacking:
        raise UnfitModel(
            f"the spaCy pipeline {nlp.meta['name']!r} lacks {' and '.join(lacking)}; "
            f"install one for English that has them: {_ADVICE.format(model='en_core_web_sm')}"
        )
    nlp.max_length = 10**9  # the loader limits the length of an article, not spaCy
    paragraphs.part_millions(nlp)
    nlp.meta[_VERSION] = version
    nlp.add_pipe(paragraphs.NAME, first=True)
    if not set(_labels(nlp, "ner")) <= set(other_labels.LABELS.values()):
        nlp.add_pipe(other_labels.ENTITIES)
    if SIGNS & set(_labels(nlp, "parser")):
        nlp.add_pipe(other_labels.PARSE)
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def _installed(model: str) -> Language:
    try:
        return spacy.load(model)
    except (OSError, ImportError, ValueError) as error:
        missing = "E050" in str(error)  # spaCy's code for a name that is no package and no folder
        reason = "it is neither a package nor a folder here" if missing else str(error).splitlines()[0]
        raise UnfitModel(
            f"the spaCy pipeline {model!r} can't be loaded ({reason}); install it, and what it needs, into "
            f"dateline's environment with {_ADVICE.format(model=model)}, or give the path of its folder"
        ) from error


def _labels(nlp: Language, name: str) -> Collection[str]:
    return nlp.pipe_labels.get(name, ())


_ADVICE = "`python -m spacy download {model}` or `pip install` and its wheel"
_VERSION = "extractor"  # the key in Language.meta

#: What the rules build on, and how to tell whether a pipeline has it.
_NEEDED: dict[str, Callable[[Language], bool]] = {
    "the language English": lambda nlp: nlp.lang == "en",
    "a tagger": lambda nlp: "NNP" in _labels(nlp, "tagger"),
    "word classes (a morphologizer or an attribute_ruler)": lambda nlp: bool(
        {"morphologizer", "attribute_ruler"} & set(nlp.pipe_names)
    ),
    "a lemmatizer": lambda nlp: any("lemmatizer" in name for name in nlp.pipe_names),
    "a parser": lambda nlp: bool({"nsubj:pass", "nsubjpass"} & set(_labels(nlp, "parser"))),
    "a recognizer of names (ner)": lambda nlp: (
        {"PERSON", "ORG", "GPE"} <= {other_labels.LABELS.get(label) for label in _labels(nlp, "ner")}
    ),
}


def extract(articles: Iterable[Article], nlp: Language) -> Iterator[Extraction]:
    """Yield the extraction of each article, in the order given; of an endless text that of its beginning."""
    version = nlp.meta[_VERSION]
    pairs = ((_searched(article.text), article) for article in articles)
    for doc, article in nlp.pipe(pairs, as_tuples=True, batch_size=16):
        yield _extraction(doc, article, version)


def _searched(text: str) -> str:
    """Return the paragraphs of a text that end within `MOST_SEARCHED` characters."""
    if len(text) <= MOST_SEARCHED:
        return text
    end = text.rfind("\n\n", MOST_SEARCHED // 2, MOST_SEARCHED)
    return text[: end if end > 0 else MOST_SEARCHED]


def _extraction(doc: Doc, article: Article, version: str) -> Extraction:
    values = {name: tuple(getattr(doc._, name)) for name in extensions.GROUPS}
    return Extraction(
        article=article.id,
        version=version,
        sentences=tuple((s.start_char, s.end_char) for s in doc.sents),
        **values,
    )
